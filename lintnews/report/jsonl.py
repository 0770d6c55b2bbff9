"""For pipelines: one JSON object a line; `schema` names the version, `type` what the line is."""

from __future__ import annotations

from typing import Any

import msgspec

from ..findings import SCHEMA, FileResult, Finding
from . import Options, Summary
from .escape import slashes


def open_report(options: Options) -> JsonLinesReport:
    return JsonLinesReport()


def finding_object(finding: Finding) -> dict[str, Any]:
    """Return the documented object of a finding; keys without a value are left out."""
    found: dict[str, Any] = {
        "schema": SCHEMA,
        "type": "finding",
        "path": slashes(finding.path),
        "rule": finding.rule,
        "category": finding.category,
        "severity": str(finding.severity),
        "confidence": finding.confidence,
        "message": finding.message,
        "start": finding.start,
        "end": finding.end,
        "line": finding.line,
        "column": finding.column,
        "end_line": finding.end_line,
        "end_column": finding.end_column,
        "text": finding.text,
        "shown": finding.shown,
        "suggestions": finding.suggestions,
        "evidence": finding.evidence,
        "fingerprint": finding.fingerprint,
    }
    if finding.fix is not None:
        found["fix"] = finding.fix
    if finding.cluster is not None:
        found["cluster"] = finding.cluster
    if finding.record is not None:
        found["record"] = finding.record
    return found


def other_objects(result: FileResult) -> list[dict[str, Any]]:
    """Return the objects of a file that are no findings: its error, notices, confirmed names."""
    path = slashes(result.path)
    found: list[dict[str, Any]] = []
    if result.error is not None:
        error = {"schema": SCHEMA, "type": "error", "path": path, "message": result.error}
        found.append(error if result.error_line is None else {**error, "line": result.error_line})
    for notice in result.notices:
        found.append({"schema": SCHEMA, "type": "notice", "path": path, "message": notice.message})
    for name in result.confirmed:
        found.append(
            {"schema": SCHEMA, "type": "confirmed", "path": path, "start": name.start,
             "end": name.end, "text": name.text, "name": name.name}
        )  # fmt: skip
    return found


def summary_object(summary: Summary) -> dict[str, Any]:
    return {"schema": SCHEMA, "type": "summary", **msgspec.structs.asdict(summary)}


_LINE_ENDS = {ord(char): f"\\u{ord(char):04x}" for char in "\x85\u2028\u2029"}


def encode(value: Any) -> str:
    """Return JSON on one line; lone surrogates, which JSON text cannot hold, become U+FFFD."""
    try:
        text = msgspec.json.encode(value).decode()
    except UnicodeEncodeError:
        text = msgspec.json.encode(_without_surrogates(value)).decode()
    # Readers that split lines as Unicode does must not cut an object in two.
    return text if text.isascii() else text.translate(_LINE_ENDS)


def _without_surrogates(value: Any) -> Any:
    """Return JSON-like values with each lone surrogate, a byte of a file name, as U+FFFD."""
    if isinstance(value, str):
        return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if isinstance(value, dict):
        return {_without_surrogates(k): _without_surrogates(v) for k, v in value.items()}
    if isinstance(value, (list, tuple)):
        return [_without_surrogates(v) for v in value]
    if isinstance(value, msgspec.Struct):
        return _without_surrogates(msgspec.structs.asdict(value))
    return value


class JsonLinesReport:
    """One line a finding, error, notice or confirmed name, and a summary line at the end."""

    def begin(self) -> str:
        return ""

    def file(self, result: FileResult) -> str:
        objects = [*map(finding_object, result.findings), *other_objects(result)]
        return "".join(encode(item) + "\n" for item in objects)

    def end(self, summary: Summary) -> str:
        return encode(summary_object(summary)) + "\n"

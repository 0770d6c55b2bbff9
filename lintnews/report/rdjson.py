"""reviewdog's diagnostic format: comments with suggestions on a pull request."""

from __future__ import annotations

from typing import Any

from ..findings import FileResult, Finding, Severity
from ..source.article import Source
from . import Options, Summary, full_message
from .escape import printable, slashes
from .jsonl import encode
from .sarif import HOME

_LEVELS = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.INFO: "INFO"}


def open_report(options: Options) -> RdjsonReport:
    return RdjsonReport()


class RdjsonReport:
    """Keeps one diagnostic a finding. Columns of this format count bytes of UTF-8."""

    def __init__(self) -> None:
        self._found: list[dict[str, Any]] = []

    def begin(self) -> str:
        return ""

    def file(self, result: FileResult) -> str:
        source = Source(result.path, result.source, offset=result.offset, line=result.line)
        for finding in result.findings:
            self._found.append(_diagnostic(finding, source))
        if result.error is not None:
            place: dict[str, Any] = {"path": slashes(result.path)}
            if result.error_line:
                place["range"] = {"start": {"line": result.error_line}}
            self._found.append(
                {"message": printable(result.error), "location": place, "severity": "ERROR"}
            )
        return ""

    def end(self, summary: Summary) -> str:
        whole = {"source": {"name": "lintnews", "url": HOME}, "diagnostics": self._found}
        return encode(whole) + "\n"


def _diagnostic(finding: Finding, source: Source) -> dict[str, Any]:
    found: dict[str, Any] = {
        "message": printable(full_message(finding)),
        "location": {
            "path": slashes(finding.path),
            "range": _range(source, finding.start, finding.end),
        },
        "severity": _LEVELS[finding.severity],
        "code": {"value": finding.rule},
    }
    fix = finding.fix
    if fix is not None:
        found["suggestions"] = [
            {"range": _range(source, edit.start, edit.end), "text": edit.text} for edit in fix.edits
        ]
    return found


def _range(source: Source, start: int, end: int) -> dict[str, Any]:
    return {"start": _place(source, start), "end": _place(source, end)}


def _place(source: Source, offset: int) -> dict[str, int]:
    line, column = source.position(offset)
    before = source.text[offset - column + 1 : offset]
    return {"line": line, "column": len(before.encode("utf-8", "replace")) + 1}

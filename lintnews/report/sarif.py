"""SARIF 2.1.0, for code scanning: rules with their help, stable fingerprints, fixes."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from .. import __version__
from ..findings import Edit, FileResult, Finding, Rule, Severity
from ..source.article import Source
from . import Options, Summary, full_message
from .escape import printable, slashes
from .jsonl import encode

SCHEMA_URI = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
HOME = "https://github.com/lintnews/lintnews"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_PRECISION = {Severity.ERROR: "very-high", Severity.WARNING: "high", Severity.INFO: "medium"}


def open_report(options: Options) -> SarifReport:
    return SarifReport(options)


class SarifReport:
    """Keeps one result a finding and writes one run at the end."""

    def __init__(self, options: Options):
        self._describe = options.describe
        self._results: list[dict[str, Any]] = []
        self._notes: list[dict[str, Any]] = []
        self._rules: dict[str, int] = {}
        self._levels: dict[str, Severity] = {}
        self._failed = False

    def begin(self) -> str:
        return ""

    def file(self, result: FileResult) -> str:
        source = Source(result.path, result.source, offset=result.offset, line=result.line)
        for finding in result.findings:
            self._results.append(self._result(finding, source))
        if result.error is not None:
            self._failed = True
            self._notes.append(_note("error", result.error, result.path, result.error_line))
        for notice in result.notices:
            self._notes.append(_note("note", notice.message, result.path, None))
        return ""

    def end(self, summary: Summary) -> str:
        driver = {
            "name": "lintnews",
            "version": __version__,
            "semanticVersion": __version__,
            "informationUri": HOME,
            "rules": self._descriptions(),
        }
        invocation = {
            "executionSuccessful": not self._failed,
            "toolExecutionNotifications": self._notes,
        }
        run = {
            "tool": {"driver": driver},
            "columnKind": "unicodeCodePoints",
            "invocations": [invocation],
            "results": self._results,
        }
        return encode({"$schema": SCHEMA_URI, "version": "2.1.0", "runs": [run]}) + "\n"

    def _result(self, finding: Finding, source: Source) -> dict[str, Any]:
        order = self._rules.setdefault(finding.rule, len(self._rules))
        self._levels.setdefault(finding.rule, finding.severity)
        region: dict[str, Any] = {
            "startLine": finding.line,
            "startColumn": finding.column,
            "endLine": finding.end_line,
            "endColumn": finding.end_column,
            "snippet": {"text": finding.text},
        }
        found: dict[str, Any] = {
            "ruleId": finding.rule,
            "ruleIndex": order,
            "level": _LEVELS[finding.severity],
            "rank": round(finding.confidence * 100, 1),
            "message": {"text": printable(full_message(finding))},
            "locations": [
                {
                    "physicalLocation": {
                        "artifactLocation": {"uri": uri(finding.path)},
                        "region": region,
                    }
                }
            ],
            "partialFingerprints": {"lintnews/v1": finding.fingerprint},
            "properties": {
                "category": finding.category,
                "suggestions": [printable(s) for s in finding.suggestions],
            },
        }
        if finding.fix is not None and finding.fix.edits:
            found["fixes"] = [_fix(finding, source)]
        return found

    def _descriptions(self) -> list[dict[str, Any]]:
        """Return what is known of the rules that found something, in the order of their index."""
        known = self._describe(self._rules) if self._rules else {}
        return [_rule(rule, known.get(rule), self._levels[rule]) for rule in self._rules]


def _rule(name: str, rule: Rule | None, level: Severity) -> dict[str, Any]:
    severity = level if rule is None else rule.severity
    summary = printable(rule.summary) if rule is not None and rule.summary else name
    found: dict[str, Any] = {
        "id": name,
        "name": name.replace("/", "-"),
        "shortDescription": {"text": summary},
        "defaultConfiguration": {"level": _LEVELS[severity]},
        "properties": {"tags": [name.partition("/")[0]], "precision": _PRECISION[severity]},
    }
    if rule is not None:
        lines = [summary, printable(rule.why, keep_lines=True)]
        if rule.flags:
            lines.append("Flags: " + " | ".join(printable(x) for x in rule.flags[:3]))
        if rule.keeps:
            lines.append("Keeps: " + " | ".join(printable(x) for x in rule.keeps[:3]))
        found["fullDescription"] = {"text": lines[1] or summary}
        found["help"] = {"text": "\n\n".join(line for line in lines if line)}
    return found


def _fix(finding: Finding, source: Source) -> dict[str, Any]:
    assert finding.fix is not None
    return {
        "description": {"text": "safe" if finding.fix.safe else "to look over before it is made"},
        "artifactChanges": [
            {
                "artifactLocation": {"uri": uri(finding.path)},
                "replacements": [_replacement(edit, source) for edit in finding.fix.edits],
            }
        ],
    }


def _replacement(edit: Edit, source: Source) -> dict[str, Any]:
    line, column = source.position(edit.start)
    end_line, end_column = source.position(edit.end)
    region = {
        "startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column,
    }  # fmt: skip
    return {"deletedRegion": region, "insertedContent": {"text": edit.text}}


def _note(level: str, message: str, path: str, line: int | None) -> dict[str, Any]:
    found: dict[str, Any] = {"level": level, "message": {"text": printable(message)}}
    if path:
        place: dict[str, Any] = {"artifactLocation": {"uri": uri(path)}}
        if line:
            place["region"] = {"startLine": line}
        found["locations"] = [{"physicalLocation": place}]
    return found


def uri(path: str) -> str:
    """Return a path as a relative URI reference, or as a file URI where it is absolute."""
    shown = slashes(path)
    try:
        data = shown.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:  # half a character, which a path on Windows may hold
        data = shown.encode("utf-8", "replace")
    if shown.startswith("/"):
        return "file://" + quote(data, safe="/")
    if shown[1:3] == ":/":
        return "file:///" + quote(data, safe="/:")
    # A colon in the first part would read as a scheme.
    return quote(data, safe="/")

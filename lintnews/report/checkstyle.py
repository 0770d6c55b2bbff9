"""Checkstyle XML, which most build servers read."""

from __future__ import annotations

from ..findings import FileResult, Finding
from . import Options, Summary
from .escape import slashes, xml_attribute


def open_report(options: Options) -> CheckstyleReport:
    return CheckstyleReport()


class CheckstyleReport:
    """One `file` element a file, one `error` element a finding, written as they come."""

    def begin(self) -> str:
        return '<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="4.3">\n'

    def file(self, result: FileResult) -> str:
        lines = [_error(finding) for finding in result.findings]
        if result.error is not None:
            lines.append(
                f'    <error line="{result.error_line or 1}" severity="error" '
                f'message="{xml_attribute(result.error)}" source="lintnews.not-linted"/>\n'
            )
        name = xml_attribute(slashes(result.path))
        return f'  <file name="{name}">\n{"".join(lines)}  </file>\n'

    def end(self, summary: Summary) -> str:
        return "</checkstyle>\n"


def _error(finding: Finding) -> str:
    message = finding.message
    if finding.suggestions:
        message += " → " + " | ".join(s or "(remove)" for s in finding.suggestions[:3])
    source = xml_attribute("lintnews." + finding.rule.replace("/", "."))
    return (
        f'    <error line="{finding.line}" column="{finding.column}" '
        f'severity="{finding.severity}" message="{xml_attribute(message)}" source="{source}"/>\n'
    )

"""JUnit XML: a suite a file, a failed case a finding, for servers that show test results."""

from __future__ import annotations

from ..findings import FileResult, Finding
from . import Options, Summary
from .escape import slashes, xml_attribute, xml_text


def open_report(options: Options) -> JunitReport:
    return JunitReport()


class JunitReport:
    """Keeps the suites, since the head of the document states their sums."""

    def __init__(self) -> None:
        self._suites: list[str] = []
        self._tests = self._failures = self._errors = 0

    def begin(self) -> str:
        return ""

    def file(self, result: FileResult) -> str:
        path = xml_attribute(slashes(result.path))
        cases = [_case(finding, path) for finding in result.findings]
        failures = len(cases)
        errors = int(result.error is not None)
        if result.error is not None:
            said = xml_attribute(result.error)
            cases.append(
                f'    <testcase name="lintnews" classname="{path}" time="0">\n'
                f'      <error message="{said}" type="not-linted"/>\n    </testcase>\n'
            )
        if not cases:
            cases.append(f'    <testcase name="lintnews" classname="{path}" time="0"/>\n')
        self._tests += len(cases)
        self._failures += failures
        self._errors += errors
        self._suites.append(
            f'  <testsuite name="{path}" tests="{len(cases)}" failures="{failures}" '
            f'errors="{errors}" skipped="0" time="0">\n{"".join(cases)}  </testsuite>\n'
        )
        return ""

    def end(self, summary: Summary) -> str:
        return (
            '<?xml version="1.0" encoding="UTF-8"?>\n'
            f'<testsuites name="lintnews" tests="{self._tests}" failures="{self._failures}" '
            f'errors="{self._errors}" time="0">\n{"".join(self._suites)}</testsuites>\n'
        )


def _case(finding: Finding, path: str) -> str:
    place = f"{slashes(finding.path)}:{finding.line}:{finding.column}"
    lines = [f"{place}: {finding.severity} {finding.rule}: {finding.message}", finding.shown]
    if finding.suggestions:
        lines.append("suggestion: " + " | ".join(s or "(remove)" for s in finding.suggestions))
    lines += [f"evidence: {line}" for line in finding.evidence]
    name = xml_attribute(f"{finding.rule}:{finding.line}:{finding.column}")
    return (
        f'    <testcase name="{name}" classname="{path}" line="{finding.line}" time="0">\n'
        f'      <failure message="{xml_attribute(finding.message)}" type="{finding.severity}">'
        f"{xml_text(chr(10).join(lines))}</failure>\n    </testcase>\n"
    )

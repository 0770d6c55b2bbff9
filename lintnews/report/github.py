"""Annotations for GitHub Actions: workflow commands, and a table in the job's summary.

GitHub shows the first ten errors, ten warnings and ten notices of a step beside the changed lines;
the log and the summary have all of them.
"""

from __future__ import annotations

import os

from ..findings import FileResult, Finding, Severity
from . import Options, Summary, full_message
from .escape import printable, slashes

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
# The job's summary may have 1 MiB; a longer table helps nobody.
MAX_ROWS = 500


def open_report(options: Options) -> GithubReport:
    return GithubReport()


class GithubReport:
    """One workflow command a finding; the table goes to the file GITHUB_STEP_SUMMARY names."""

    def __init__(self) -> None:
        self._rows: list[str] = []
        self._number = 0

    def begin(self) -> str:
        return ""

    def file(self, result: FileResult) -> str:
        lines = [self._command(finding) for finding in result.findings]
        if result.error is not None:
            place = {"file": slashes(result.path), "line": str(result.error_line or 1)}
            lines.append(command("error", {**place, "title": "not linted"}, result.error))
        return "".join(line + "\n" for line in lines)

    def end(self, summary: Summary) -> str:
        target = os.environ.get("GITHUB_STEP_SUMMARY")
        if target and (self._rows or summary.files):
            try:
                with open(target, "a", encoding="utf-8", newline="\n") as out:
                    out.write(self._table(summary))
            except OSError as problem:
                return command("warning", {}, f"the summary cannot be written: {problem}") + "\n"
        return ""

    def _command(self, finding: Finding) -> str:
        self._number += 1
        if len(self._rows) < MAX_ROWS:
            place = f"{slashes(finding.path)}:{finding.line}"
            cells = (place, finding.severity, finding.rule, finding.message)
            self._rows.append("| " + " | ".join(_cell(str(cell)) for cell in cells) + " |")
        message = full_message(finding)
        if finding.suggestions:
            message += " → " + " | ".join(s or "(remove)" for s in finding.suggestions[:3])
        place_of = {
            "file": slashes(finding.path),
            "line": str(finding.line),
            "endLine": str(finding.end_line),
            "title": finding.rule,
        }
        if finding.line == finding.end_line:
            # GitHub refuses columns of an annotation over several lines.
            place_of |= {"col": str(finding.column), "endColumn": str(finding.end_column)}
        return command(_COMMANDS[finding.severity], place_of, message)

    def _table(self, summary: Summary) -> str:
        head = (
            f"### lintnews: {summary.errors} errors, {summary.warnings} warnings, "
            f"{summary.infos} notes in {summary.files} files\n\n"
        )
        if not self._rows:
            return head
        lines = ["| place | level | rule | message |", "| --- | --- | --- | --- |", *self._rows]
        more = self._number - len(self._rows)
        tail = f"\n{more} more are in the log.\n" if more else ""
        return head + "\n".join(lines) + "\n" + tail + "\n"


def command(name: str, properties: dict[str, str], message: str) -> str:
    """Return a workflow command; nothing in its values can end it or start another."""
    given = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    return f"::{name}{' ' + given if given else ''}::{_data(message)}"


def _data(text: str) -> str:
    text = printable(text, keep_lines=True)
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


# Marks that would be Markdown, HTML or a mention in the summary.
_MARKS = {ord(mark): f"&#{ord(mark)};" for mark in "`*_[]<>|#!~@&$\\:"}


def _cell(text: str) -> str:
    """Return text for a Markdown table: no markup, no link, no mention, no line break."""
    return printable(text).translate(_MARKS)

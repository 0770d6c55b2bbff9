"""For people: place, rule, message, the line with carets, suggestion and evidence."""

from __future__ import annotations

from ..findings import FileResult, Finding, Severity
from ..source.article import Source
from . import Options, Summary
from .escape import visible, width

# Columns of the article's line that are shown around a finding.
SHOWN_BEFORE = 50
SHOWN_AFTER = 30
_COLORS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.INFO: "36"}


def open_report(options: Options) -> TextReport:
    return TextReport(options.color, options.quiet)


class TextReport:
    """Writes one block a finding and a line at the end."""

    def __init__(self, color: bool = False, quiet: bool = False):
        self.color = color
        self.quiet = quiet

    def begin(self) -> str:
        return ""

    def file(self, result: FileResult) -> str:
        source = Source(result.path, result.source, offset=result.offset, line=result.line)
        blocks = [self._finding(finding, source) for finding in result.findings]
        for name in result.confirmed:
            line, column = source.position(name.start)
            place = f"{visible(result.path)}:{line}:{column}"
            blocks.append(f"{place}: {self._paint('confirmed', '32')} {visible(name.name)}\n")
        return "".join(blocks)

    def end(self, summary: Summary) -> str:
        if self.quiet:
            return ""
        counts = [
            f"{number} {word}{'' if number == 1 else 's'}"
            for number, word in (
                (summary.errors, "error"),
                (summary.warnings, "warning"),
                (summary.infos, "note"),
            )
            if number
        ]
        files = f"{summary.files} file{'' if summary.files == 1 else 's'}"
        found = ", ".join(counts) if counts else "nothing found"
        tail = f"; {summary.suppressed} suppressed" if summary.suppressed else ""
        tail += f"; {summary.baselined} in the baseline" if summary.baselined else ""
        tail += f"; {summary.fixed} fixed" if summary.fixed else ""
        tail += f"; {summary.failed} could not be linted" if summary.failed else ""
        color = "32" if not counts and not summary.failed else "1"
        return self._paint(f"{found} in {files}{tail}", color) + "\n"

    def _paint(self, text: str, code: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self.color else text

    def _finding(self, finding: Finding, source: Source) -> str:
        place = f"{visible(finding.path)}:{finding.line}:{finding.column}"
        level = self._paint(str(finding.severity), _COLORS[finding.severity])
        rule = self._paint(finding.rule, "1")
        lines = [f"{place}: {level} {rule}: {visible(finding.message)}"]
        if not self.quiet:
            lines += self._excerpt(finding, source)
            if finding.suggestions:
                shown = " | ".join(visible(s) or "(remove)" for s in finding.suggestions[:3])
                lines.append(f"      = suggestion: {self._paint(shown, '32')}")
            if finding.evidence:
                lines.append(f"      = evidence: {visible('; '.join(finding.evidence))}")
        return "\n".join(lines) + "\n"

    def _excerpt(self, finding: Finding, source: Source) -> list[str]:
        """Return the article's line, cut around the finding, and carets under its characters."""
        text = source.line_text(finding.line)
        start = finding.column - 1
        end = finding.end_column - 1 if finding.end_line == finding.line else len(text)
        end = max(min(end, len(text), start + SHOWN_BEFORE + SHOWN_AFTER), start + 1)
        left = 0 if start <= SHOWN_BEFORE else start - SHOWN_BEFORE
        right = len(text) if len(text) <= end + SHOWN_AFTER else end + SHOWN_AFTER
        before = ("…" if left else "") + visible(text[left:start].replace("\t", " "))
        marked = visible(text[start:end].replace("\t", " ")) or " "
        after = visible(text[end:right].replace("\t", " ")) + ("…" if right < len(text) else "")
        number = f"{finding.line:>5}"
        carets = " " * width(before) + self._paint(
            "^" * max(width(marked), 1), _COLORS[finding.severity]
        )
        return [f"{number} | {before}{marked}{after}", f"{' ' * len(number)} | {carets}"]

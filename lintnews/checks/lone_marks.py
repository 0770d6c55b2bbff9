"""A rule or a number alone on a line beside furniture: what is left of a counter or a frame."""

from __future__ import annotations

from collections.abc import Iterator

from ..document import Document
from ..findings import Hit, Severity
from ..lazy import lazy_pattern
from ..packs.hits import line_hit
from .page_blocks import STORY, page_lines
from .registry import Context, check

# Among so many first and last lines a number or a rule belongs to the page; a rule has no more characters.
FIRST_LINES, LAST_LINES, LONGEST = 6, 4, 40
_RULE = lazy_pattern(r"(?:[_*~=#·•–—-]\s*){1,40}$")
_CREDIT = lazy_pattern(r"\bcontributed\s(?:to\sthis\s(?:report|story|article)|reporting)\b")
_NUMBER = lazy_pattern(r"\d{1,4}$")


@check(
    "chrome/lone-mark",
    severity=Severity.WARNING,
    lang=("*",),
    fixable=True,
    flags=[
        STORY + "___\n\nVera Lind contributed to this report.",
        "Bridge closed for two years\n\nBy News Desk - July 12, 2023\n\n0\n\n" + STORY,
    ],
    keeps=[
        STORY + "___\n\n" + STORY + STORY + STORY + STORY + STORY,
        "Bridge closed for two years\n\n12\n\n" + STORY,
        STORY + "* * *\n\n" + STORY,
    ],
)
def lone_mark(doc: Document, ctx: Context) -> Iterator[Hit]:
    """A row of underscores, a dash or a number alone on a line beside a line of the page.

    A rule stands before the notes at the end of an agency's report, a number below the byline counts comments.
    Rules between the parts of a story stay, and so do numbers that stand beside no line of the page. Not measured.
    """
    lines = page_lines(doc, ctx)
    for order, line in enumerate(lines):
        if line.known or line.span.end - line.span.start > LONGEST:
            continue
        text = doc.text[line.span.start : line.span.end]
        rule = _RULE.match(text)
        if not rule and not _NUMBER.match(text):
            continue
        before = order > 0 and lines[order - 1].known
        after = order + 1 < len(lines) and lines[order + 1].known
        credit = order + 1 < len(lines) and _CREDIT.search(doc.text, *lines[order + 1].span)
        top, end = 0 < order < FIRST_LINES, order >= len(lines) - LAST_LINES
        # Agencies set underscores before the notes that end a report.
        notes = (end or credit) and text.startswith("__")
        if notes or (before and (top or end)) or (rule and after and (top or end)):
            message = "a mark of the page alone on its line"
            yield line_hit(doc, line.span, message, "stands beside page furniture")

"""Rows of links in Markdown and HTML: menus, tags, lists of other stories."""

from __future__ import annotations

import bisect
from collections.abc import Iterator

from ..document import Document
from ..findings import Hit, Severity
from ..lazy import lazy_pattern
from ..packs.hits import line_hit
from ..text.segment import Span
from .page_blocks import page_lines
from .registry import Context, check

# Share of a line's letters and digits that are the text of links.
LINK_SHARE = 0.75
# Links in one line that make it a menu, and lines of nothing but one link that make a list.
LINKS_IN_LINE, LINES_OF_LINKS = 3, 3
# A paragraph with more words than that is prose full of references.
MAX_WORDS = 40


_ADDRESS = lazy_pattern(r"https?://[^\s<>]+")


@check(
    "chrome/link-list",
    severity=Severity.WARNING,
    lang=("*",),
    fixable=True,
    flags=[
        "The bridge is closed.\n\nhttps://harbour.example/a\n\nhttps://harbour.example/b\n\n"
        "https://harbour.example/c\n\nFerries run every ten minutes.",
    ],
    keeps=["The report is at https://harbour.example/report and the map at https://map.example/."],
)
def link_list(doc: Document, ctx: Context) -> Iterator[Hit]:
    """A row of links: a menu, tags or a list of other stories left in the text.

    Markdown and HTML say what is a link; in plain text only addresses are. A line is marked where at least three links fill
    it, or where it stands in a row of at least three lines that are one link each. Sources at
    the end of a report look the same to it: set the rule to info where they are common.
    Not measured: the news it was tried on is plain text and holds no such rows.
    """
    links = doc.article.links or _addresses(doc.text)
    if len(links) < LINKS_IN_LINE:
        return
    starts = [start for start, _ in links]
    row: list[int] = []
    lines = page_lines(doc, ctx)
    for order, line in enumerate(lines):
        start, end = line.span
        first = bisect.bisect_left(starts, start)
        inside = links[first : bisect.bisect_left(starts, end)]
        covered = sum(_letters(doc.text[a : min(b, end)]) for a, b in inside)
        letters = _letters(doc.text[start:end]) if inside else 0
        dense = inside and covered >= LINK_SHARE * letters and line.words <= MAX_WORDS
        if dense and len(inside) == 1 and not line.known:
            row.append(order)
            continue
        yield from _row(doc, [lines[i].span for i in row])
        row = []
        if dense and len(inside) >= LINKS_IN_LINE and not line.known:
            yield _hit(doc, line.span, f"{len(inside)} links fill this line")
    yield from _row(doc, [lines[i].span for i in row])


def _addresses(text: str) -> tuple[tuple[int, int], ...]:
    if "://" not in text:
        return ()
    return tuple(match.span() for match in _ADDRESS.finditer(text))


def _letters(text: str) -> int:
    return sum(map(str.isalnum, text))


def _row(doc: Document, spans: list[Span]) -> Iterator[Hit]:
    if len(spans) >= LINES_OF_LINKS:
        for span in spans:
            yield _hit(doc, span, f"{len(spans)} lines in a row are links")


def _hit(doc: Document, span: Span, evidence: str) -> Hit:
    return line_hit(doc, span, "a row of links of the page", evidence)

"""Short lines above the first paragraph and below the last one that nothing else explains."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from ..document import Document
from ..findings import Hit, Severity
from ..lazy import lazy_pattern
from ..packs.hits import line_hit
from ..text.segment import Span
from .page_blocks import STORY
from .registry import Context, check

# A line of so many words that ends like one is a paragraph of the story, which has at least so many.
PROSE_WORDS, MIN_PROSE = 14, 2
# A longer line below is the last sentence of a story that lost its stop; one above, its second headline.
BELOW_WORDS, ABOVE_WORDS = 8, 4
# So many lines in a row are a list, a table or a programme.
LIST_LINES = 3
_PROSE_END = tuple('.!?”"’)')
_END = (*_PROSE_END, "…", "»", ":", ",")
# Scores, fixtures and items of lists end a story too.
RESULT = lazy_pattern(r"\d\s?[-–:]\s?\d|\bvs?\.?\s|^\W*\d+[.)]\s|^[-–•*]\s")
# A link with the number of what stands behind it; a name with an age has capitals only.
_COUNTED = lazy_pattern(r"[^\W\d_].*\b[a-z][\w’'-]+\s[(\[]\d{1,4}[)\]]\s*$")


@check(
    "chrome/lone-line",
    severity=Severity.WARNING,
    confidence=0.9,
    fixable=True,
    late=True,
    flags=[
        "Bridge over the river is closed\n\nHarbour district\n\n" + STORY * 2,
        "Bridge over the river is closed\n\n" + STORY * 2 + "Vera Lind",
    ],
    keeps=[
        "Bridge over the river is closed\n\n"
        + STORY * 2
        + "Narva 42.0%\n\nTartu 12.7%\n\nTallinn 9%",
        "Bridge over the river is closed\n\n" + STORY + "The north tower\n\n" + STORY,
        "The bridge\n\n" + STORY * 2,
        "Bridge over the river is closed\n\n" + STORY * 2 + "Harbour v Valley",
    ],
)
def lone_line(doc: Document, ctx: Context) -> Iterator[Hit]:
    """A short line without a full stop above the first paragraph or below the last one.

    Below stand signatures, places, tags and labels of the page, above rubrics, photographers and
    places; no phrase knows them all. The headline, lists, tables, results and sub-headings between
    paragraphs are left alone. On news pages with labelled lines 4 of 5 below the story were right and
    on machine-translated pages 21 of 22; above it 6 of 6. Edited news holds one, right.
    """
    lines, prose = story_lines(doc)
    if len(prose) < MIN_PROSE:
        return
    told = [is_told(span, ctx.furniture) for span in lines]
    if all(told):
        return
    headline = told.index(False)
    for first, last, most, place in (
        (headline + 1, prose[0], ABOVE_WORDS, "above the first"),
        (prose[-1] + 1, len(lines), BELOW_WORDS, "below the last"),
    ):
        for start, end in runs(told, first, last):
            if end - start < LIST_LINES:
                for span in lines[start:end]:
                    if _is_lone(doc.text[span.start : span.end], most):
                        said = f"a line of the page {place} paragraph of the story"
                        yield line_hit(doc, span, said)


def story_lines(doc: Document) -> tuple[list[Span], list[int]]:
    """Return the lines that are not empty, and which of them are paragraphs of a story."""

    def read() -> tuple[list[Span], list[int]]:
        lines = [span for span in doc.lines if doc.text[span.start : span.end].strip()]
        return lines, [order for order, span in enumerate(lines) if _is_prose(doc, span)]

    return doc.once("story lines", read)


def _is_prose(doc: Document, span: Span) -> bool:
    long = doc.text.count(" ", *span) >= PROSE_WORDS - 1
    return long and doc.text[span.start : span.end].endswith(_PROSE_END)


def is_told(span: Span, furniture: tuple[tuple[int, int], ...]) -> bool:
    """Say whether known furniture stands in a line."""
    order = bisect_left(furniture, (span.start,))
    ahead = order < len(furniture) and furniture[order][0] < span.end
    return ahead or (order > 0 and furniture[order - 1][1] > span.start)


def runs(told: list[bool], first: int, last: int) -> Iterator[tuple[int, int]]:
    """Yield the stretches [start, end) of lines in [first, last) that are not told of yet."""
    start = first
    for order in range(first, last + 1):
        if order == last or told[order]:
            if order > start:
                yield start, order
            start = order + 1


def _is_lone(text: str, most: int) -> bool:
    ends = text.rstrip().endswith(_END) and not _COUNTED.match(text)
    plain = any(map(str.isalpha, text)) and not ends
    return plain and text.count(" ") < most and not RESULT.search(text)

"""The box of the author below a story: the name twice, then a line about the writer."""

from __future__ import annotations

from collections.abc import Iterator

from ..document import Document
from ..findings import Hit, Severity
from ..lazy import lazy_pattern
from ..packs.hits import line_hit
from ..text.lexicon import lexicon
from .edge_lines import AUTHOR_LEFT, WRITER
from .page_blocks import SENTENCE_POINTS, STORY, page_lines
from .registry import Context, check

# A name has no more words; the line about the writer follows within so many lines.
MAX_NAME_WORDS = 4
_NAME = lazy_pattern(rf"(?:[Aa]uthor:?\s|[Bb]y\s)?{WRITER}$")
_PAIR = lazy_pattern(
    r"[^\W\d_a-zß-ÿ][\w’'.-]+(?:\s[^\W\d_a-zß-ÿ][\w’'.-]+){1,3}\s[-–—]\s[^\W\d_a-zß-ÿ][\w’'.-]+(?:\s[^\W\d_a-zß-ÿ][\w’'.-]+){1,3}$"
)


@check(
    "chrome/author-name-twice",
    severity=Severity.WARNING,
    lang=("*",),
    fixable=True,
    flags=[
        STORY + STORY + "Vera Lindqvist\n\nVera Lindqvist\n\nWriter and friend of bridges",
        STORY + STORY + "Vera Lindqvist - Otto Berg\n\nSource: Harbour Day",
    ],
    keeps=[
        STORY + "Vera Lindqvist\n\n" + STORY + "Vera Lindqvist\n\n" + STORY,
        STORY + "New York\n\nNew York\n\n" + STORY,
    ],
)
def author_box(doc: Document, ctx: Context) -> Iterator[Hit]:
    """The author's name twice below the story: once for the picture, once for the box.

    Copying sites set a box with the picture, the name and a line on the writer below each story; the text keeps
    the name twice, one line under the other. Both are marked behind the last paragraph, and so are two
    names with a dash between them where a line of the page follows. Not measured: edited
    news holds no such box.
    """
    lines = page_lines(doc, ctx)
    prose = max((i for i, line in enumerate(lines) if line.points <= SENTENCE_POINTS), default=-1)
    for order in range(max(prose + 1, 1), len(lines) - 1):
        line, twin = lines[order], lines[order + 1]
        text = doc.text[line.span.start : line.span.end]
        if order == prose + 1 and twin.known and not line.known and _PAIR.match(text):
            message = "the names of the authors are left in the text"
            evidence = "two names between the story and a line of the page"
            yield line_hit(doc, line.span, message, evidence)
            continue
        if line.words > MAX_NAME_WORDS or not _NAME.match(text):
            continue
        if doc.text[twin.span.start : twin.span.end] != text or _is_plain(text):
            continue
        for span in (line.span, twin.span):
            yield line_hit(doc, span, AUTHOR_LEFT, "stands twice below the story")


def _is_plain(text: str) -> bool:
    """Say whether every word is a plain English one: New York, World News."""
    return all(lexicon().is_word(word) for word in text.lower().split())

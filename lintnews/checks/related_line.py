"""A headline of another story between two paragraphs of this one."""

from __future__ import annotations

from collections.abc import Iterator

from ..document import Document
from ..findings import Hit, Severity
from ..lazy import lazy_pattern
from ..packs.hits import line_hit
from ..text.segment import Span
from .page_blocks import PROSE_WORDS, page_lines
from .registry import Context, check

# Sub-headings are short; from so many words on a lone line is a headline or a caption.
MIN_WORDS, MAX_WORDS = 7, 18
# A paragraph on either side has at least so many words.
NEIGHBOUR_WORDS = 15
# Words of so many letters carry the subject; their first letters are compared.
CONTENT_LETTERS, STEM_LETTERS = 4, 5
MIN_CONTENT = 3
# Shares of those words that occur anywhere else in the article, and in the paragraphs beside it.
MAX_RELATED, MAX_NEAR = 0.45, 0.34
# In a shorter article any line can look like a stranger (words).
MIN_ARTICLE_WORDS = 150
_WORD = lazy_pattern(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_END = tuple('.!?…"”’»):;,')
_SENTENCE_END = ('."', ".”", ".", "”", '"', "!", "?")
# "Chuck Robbins, chief executive" and "June 4 – Tampa": rows of a list, not headlines.
ROW = lazy_pattern(
    r"(?:[A-Z][\w.'’-]*\s){1,4}?(?:[A-Z][\w.'’-]*),\s(?:[a-z]|[A-Z][a-z]+\s[A-Z]{2,}\s)"
    r"|\W*\d|[A-Z][a-z]{2,8}\.?\s\d{1,2}\b|[-–•*]"
)
_FILLER = frozenset(
    "with from into over after that this their about than have will been were".split()
)

_STORY = (
    "The council voted on Monday to close the old bridge over the river for at least two years, "
    "after engineers had found long cracks in both of its towers.\n\n"
    "Traffic will be led over the motorway bridge in the north of the town, said the mayor, who "
    "spoke of a hard time for shops and commuters on both banks of the river.\n\n"
)
_MORE = (
    "The towers were built in 1911 and repaired three times since, most recently after the flood "
    "that damaged the piers. The region pays half of the costs of the repair, the town the rest, "
    "and commuters get free tickets for the ferry until the bridge opens again.\n\n"
    "Work on the bridge begins in March. Ferry owners said they would run two more boats from "
    "then on, and the bus company promised a line to the station every ten minutes. Shops near "
    "the towers may ask for help with their rents, the mayor said after the vote on Monday.\n"
)


@check(
    "chrome/related-line",
    severity=Severity.WARNING,
    fixable=True,
    flags=[_STORY + "Actress Vera Lindqvist wins third festival prize in Locarno\n\n" + _MORE],
    keeps=[
        _STORY + "What the closed bridge means for commuters and shops\n\n" + _MORE,
        _STORY + "What happens next\n\n" + _MORE,
    ],
)
def related_line(doc: Document, ctx: Context) -> Iterator[Hit]:
    """A lone headline between two paragraphs that has nothing to do with the article.

    Sites put links to other stories between the paragraphs. Such a line is long for a
    sub-heading, ends without a mark, and its words occur neither beside it nor elsewhere in the
    article. Sub-headings share words with what they stand above. Headlines of stories on the
    same subject are not seen. Precision on edited news and news pages, read by eye: .88.
    """
    lines = page_lines(doc, ctx)
    stems: dict[str, int] | None = None
    for order in range(1, len(lines) - 1):
        line = lines[order]
        if not line.lone or line.known or not MIN_WORDS <= line.words <= MAX_WORDS:
            continue
        text = doc.text[line.span.start : line.span.end]
        if text.endswith(_END) or not text[0].isupper() or ROW.match(text):
            continue
        around = lines[order - 1].span, lines[order + 1].span
        if not all(_is_paragraph(doc, span) for span in around):
            continue
        content = _content(text)
        if len(content) < MIN_CONTENT:
            continue
        if stems is None:
            if doc.word_count < MIN_ARTICLE_WORDS:
                return
            stems = _stems(doc.text)
        own = _stems(text)
        related = sum(stems[stem] > own[stem] for stem in content) / len(content)
        beside = {**_stems(doc.text[slice(*around[0])]), **_stems(doc.text[slice(*around[1])])}
        near = sum(stem in beside for stem in content) / len(content)
        if related <= MAX_RELATED and near <= MAX_NEAR:
            message = "a headline or caption that does not belong to this article"
            evidence = f"{related:.0%} of its words occur elsewhere in the article"
            yield line_hit(doc, line.span, message, evidence)


def _is_paragraph(doc: Document, span: Span) -> bool:
    text = doc.text[span.start : span.end]
    return text.count(" ") + 1 >= min(NEIGHBOUR_WORDS, PROSE_WORDS) and text.endswith(_SENTENCE_END)


def _content(text: str) -> list[str]:
    return [
        word.lower()[:STEM_LETTERS]
        for word in _WORD.findall(text)
        if len(word) >= CONTENT_LETTERS and word.lower() not in _FILLER
    ]


def _stems(text: str) -> dict[str, int]:
    counts: dict[str, int] = {}
    for word in _WORD.findall(text.lower()):
        stem = word[:STEM_LETTERS]
        counts[stem] = counts.get(stem, 0) + 1
    return counts

"""Lines behind the last paragraph of a story: headlines of others, and what stands above known furniture."""

from __future__ import annotations

from collections.abc import Iterator

from ..document import Document
from ..findings import Hit, Severity
from ..lazy import lazy_pattern
from ..packs.hits import line_hit
from ..text.segment import Span
from .lone_lines import RESULT, is_told, runs, story_lines
from .page_blocks import STORY
from .registry import Context, check
from .related_line import ROW
from .strip_pieces import has_verb

# Paragraphs that make a story of the lines above.
MIN_PROSE = 3
# Words of a headline; a shorter line is a name, a longer one a sentence that lost its stop.
LEAST_WORDS, MOST_WORDS = 4, 16
# So many headlines in a row, and the share of them that says something: a list of things does not.
IN_A_ROW, SPOKEN_SHARE = 2, 0.5
# Words of a sentence in which the page speaks to its reader.
CALL_WORDS = 25
_END = tuple('.!…”"’):;,»')
_OPENS = lazy_pattern(r"[“\"‘«]?[^\W\d_a-zß-ÿ]|\d{1,3}\s[a-z]")
_LABELLED = lazy_pattern(
    r"(?P<label>[^\W\d_a-zß-ÿ][\w’'-]+(?:\s[\w’'-]+)?)(?::| \||\s[–—])\s[“\"‘]?[^\W\d_a-zß-ÿ]"
)
# Labels of what a story tells the reader itself.
_SERVICE = lazy_pattern(
    r"(?i)(?:tickets?|info(?:rmation)?|contacts?|where|when|who|what|how|note|source|address|time|dates?|admission|price|[qa]"
    r"|correction|clarification|update|phone|web|place|open|result|score|final|total|answer|question|today|tomorrow"
    r"|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b"
)
_YOU = lazy_pattern(r"(?i)\byou(?:rs?|rself)?\b")
_SAID = lazy_pattern(r"[“”\"«»]|\b(?:said|says)\b")


@check(
    "chrome/tail-headlines",
    severity=Severity.WARNING,
    confidence=0.9,
    fixable=True,
    late=True,
    flags=[
        "Bridge over the river is closed\n\n"
        + STORY * 3
        + "Ferry captain is cleared of all charges in court\n\nMayor opens a new swimming hall for "
        "the schools of the valley\n\nPolice look for a driver who left the scene",
    ],
    keeps=[
        "Bridge over the river is closed\n\n"
        + STORY * 3
        + "The ferry to Narva and back\n\nThe bus to Tartu and the lake\n\nThe train to the coast",
        "Bridge over the river is closed\n\n"
        + STORY * 3
        + "The council sees three ways out:\n\nThe town builds a new bridge\n\nThe region pays for it",
    ],
)
def tail_headlines(doc: Document, ctx: Context) -> Iterator[Hit]:
    """Headlines of other stories, in a row behind the last paragraph, without any heading.

    Two lines or more of four to sixteen words, none with an end mark, of which most say something:
    "Mayor opens a swimming hall". One such line is taken for one where it is long and opens with a label ("Opinion: Why …").
    Lists behind a line with a colon, results, things without a verb and poems, whose lines
    stand directly below one another, are left alone.
    """
    lines, prose = story_lines(doc)
    if len(prose) < MIN_PROSE or prose[-1] + 1 >= len(lines):
        return
    told = [is_told(span, ctx.furniture) for span in lines]
    for start, end in runs(told, prose[-1] + 1, len(lines)):
        texts = [doc.text[span.start : span.end].rstrip() for span in lines[start:end]]
        apart = all(
            doc.text[lines[i - 1].end : lines[i].start].count("\n") > 1 for i in range(start, end)
        )
        if not apart or not all(map(_is_headline, texts)):
            continue
        spoken = sum(has_verb(text.split()) for text in texts)
        labelled = all(map(_is_labelled, texts))
        if labelled or (end - start >= IN_A_ROW and spoken >= SPOKEN_SHARE * (end - start)):
            for span in lines[start:end]:
                yield line_hit(
                    doc,
                    span,
                    "the headline of another story",
                    "stands behind the last paragraph of this one",
                )


@check(
    "chrome/tail-call",
    severity=Severity.WARNING,
    confidence=0.9,
    fixable=True,
    late=True,
    flags=[
        "Bridge over the river is closed\n\n"
        + STORY * 3
        + "You get the whole harbour on your phone with us.\n\nShare on Facebook",
    ],
    keeps=[
        "Bridge over the river is closed\n\n"
        + STORY * 3
        + "“You never know what comes next,” the mayor said.\n\nShare on Facebook",
        "Bridge over the river is closed\n\n"
        + STORY * 3
        + "Leave your car at the station and take the bus.\n\n"
        + STORY
        + "You reach the other bank by ferry.\n\nShare on Facebook",
    ],
)
def tail_call(doc: Document, ctx: Context) -> Iterator[Hit]:
    """A sentence to the reader directly above the page's own lines, behind a story that has none.

    "You get the whole harbour on your phone with us." Marked where only furniture follows and no
    other paragraph speaks to a reader outside quotations.
    """
    lines, prose = story_lines(doc)
    if len(prose) < MIN_PROSE:
        return
    end = len(lines)
    while end > 1 and is_told(lines[end - 1], ctx.furniture):
        end -= 1
    if end == len(lines):
        return
    start = end
    while start > 1 and _is_call(doc, lines[start - 1]):
        start -= 1
    if start == end or sum(order < start for order in prose) < MIN_PROSE:
        return
    above = (doc.text[span.start : span.end] for span in lines[:start])
    if any(_YOU.search(text) and not _SAID.search(text) for text in above):
        return
    for span in lines[start:end]:
        message = "a sentence of the page to its reader, behind the end of the story"
        yield line_hit(doc, span, message, "stands directly above lines of the page")


def _is_headline(text: str) -> bool:
    words = text.count(" ") + 1
    plain = LEAST_WORDS <= words <= MOST_WORDS and not text.endswith(_END)
    return plain and bool(_OPENS.match(text)) and not (RESULT.search(text) or ROW.match(text))


def _is_labelled(text: str) -> bool:
    match = _LABELLED.match(text)
    return (
        match is not None and not _SERVICE.match(text) and has_verb(text[match.end() - 1 :].split())
    )


def _is_call(doc: Document, span: Span) -> bool:
    text = doc.text[span.start : span.end]
    return text.count(" ") < CALL_WORDS and bool(_YOU.search(text)) and not _SAID.search(text)

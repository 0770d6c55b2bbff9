"""Rows of lines that belong to the page, not to the article: known by what stands among them.

Phrase rules know some lines of every page. These checks find the lines around them: a headline
among share buttons, a menu after the last paragraph. No line is marked for its length alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from ..document import Document
from ..findings import Hit, Severity
from ..lazy import lazy_pattern
from ..packs.hits import line_hit
from ..text.segment import Span
from .registry import Context, check

# A line of so many words is prose, however it ends; a punctuated one from the second number on.
PROSE_WORDS = 20
SENTENCE_WORDS = 10
# Points by which stretches of page lines are found (a stretch is a run of lines whose sum cannot
# be made larger): a line that a phrase rule knows, any line without a full stop, a short
# sentence, a sentence, a paragraph.
KNOWN_POINTS, LONE_POINTS, SHORT_POINTS, SENTENCE_POINTS, PROSE_POINTS = 2.0, 0.3, -1.0, -6.0, -9.0
# Share of known lines in a stretch at the end of the article, and inside it.
TAIL_SHARE, INSIDE_SHARE = 0.05, 0.3
# Known lines that a stretch inside the article needs.
INSIDE_KNOWN = 3
# How many lines after and before a known line belong to the same block of the page; a line
# before the first known one may be the article's own heading.
REACH_AFTER, REACH_BEFORE, REACH_TAIL = 1, 0, 15
# Headlines under a heading such as "Most read": at most so many, of at least so many words.
HEADLINES, HEADLINE_WORDS = 12, 4
_END = tuple('.!?…"”’»)')
_TORN = ("…", "...")
_QUOTE = ("“", '"', "‘", "«", "„")
# A headline may open with a word or two in marks; what a speaker says goes on in them.
_QUOTED_WORD = lazy_pattern(r"[“\"‘][\w’-]+(?:\s[\w’-]+)?[”\"’]\s\w.*\w$")
_HEADING = lazy_pattern(
    r"\W{0,3}(?:(?:more|other|latest|top|recent|related|similar|popular|recommended|trending)\s"
    r"(?:\w+\s){0,3}?(?:news|stories|articles?|posts?|topics?|reading|reads|headlines|content|videos?)"
    r"|related|recommended(?:\sfor\syou)?|most\s(?:read|popular|viewed|shared|commented|recent)"
    r"(?:\s\w+){0,4}|trending(?:\snow)?|you\s(?:may|might)\s(?:also\s)?(?:like|be\sinterested.{0,12})"
    r"|(?:also|read)\s(?:read|also|interesting|next|on\sthis)|read\s(?:more|also|next)|see\salso"
    r"|what\sto\sread\snext|don.t\smiss|editors?.{0,2}\s(?:picks?|choice)|more\s(?:from|in|on)(?:\s\w+){1,4}"
    r"|around\sthe\sweb|from\s(?:around|across)\sthe\sweb|in\sother\snews|on\sthe\stopic|more\son\sthe\stopic"
    r"|promoted|sponsored(?:\s(?:links|content))?)\W{0,3}$",
    re.IGNORECASE,
)


class Line(msgspec.Struct):
    """A line of the View with what is known of it; `points` are those of its kind."""

    span: Span
    words: int
    known: bool
    lone: bool
    points: float


def page_lines(doc: Document, ctx: Context) -> list[Line]:
    """Return the body's lines with the marks of the phrase rules, computed once an article."""
    return doc.once("page lines", lambda: list(_read_lines(doc, ctx)))


def _read_lines(doc: Document, ctx: Context) -> Iterator[Line]:
    marks = iter(ctx.furniture)
    mark = next(marks, None)
    for span in doc.lines:
        while mark is not None and mark[1] <= span.start:
            mark = next(marks, None)
        text = doc.text[span.start : span.end]
        words = text.count(" ") + 1
        known = mark is not None and mark[0] < span.end
        if known and mark is not None and words >= PROSE_WORDS:
            # "Read more" at its end makes no furniture of a paragraph.
            known = (mark[1] - mark[0]) * 8 >= len(text)
        lone = words < PROSE_WORDS and (not text.endswith(_END) or text.endswith(_TORN))
        if known:
            points = KNOWN_POINTS
        elif lone:
            points = LONE_POINTS
        elif words >= PROSE_WORDS:
            points = PROSE_POINTS
        else:
            points = SENTENCE_POINTS if words >= SENTENCE_WORDS else SHORT_POINTS
        yield Line(span, words, known, lone, points)


def stretches(points: list[float]) -> list[tuple[int, int]]:
    """Return the maximal scoring stretches [first, last] of a row of numbers, in linear time.

    Source: Ruzzo and Tompa, "A linear time algorithm for finding all maximal scoring
    subsequences", 1999.
    """
    # First, last, the sums before and after them, and the nearest earlier stretch that begins at a
    # smaller sum: the search goes by these links, else it would look at every earlier stretch.
    found: list[tuple[int, int, float, float, int]] = []
    total = 0.0
    for order, number in enumerate(points):
        before, total = total, total + number
        if number <= 0:
            continue
        first, left = order, before
        while True:
            at = len(found) - 1
            while at >= 0 and found[at][2] >= left:
                at = found[at][4]
            if at < 0 or found[at][3] >= total:
                found.append((first, order, left, total, at))
                break
            first, left = found[at][0], found[at][2]
            del found[at:]
    return [(first, last) for first, last, *_ in found]


def _blocks(doc: Document, ctx: Context) -> tuple[list[int], list[int]]:
    """Return the lines after the article's end and those inside it, neither known by a phrase."""
    tail: list[int] = []
    inside: list[int] = []
    lines = page_lines(doc, ctx)
    if not any(line.known for line in lines):
        return tail, inside
    headline = _headline(lines)
    prose = max((i for i, x in enumerate(lines) if x.points <= SENTENCE_POINTS), default=-1)
    for first, last in stretches([line.points for line in lines]):
        known = [i for i in range(first, last + 1) if lines[i].known]
        at_end = last == len(lines) - 1
        share = len(known) / (last - first + 1)
        if not known or share < (TAIL_SHARE if at_end else INSIDE_SHARE):
            continue
        order = 0
        for i in range(first, last + 1):
            if lines[i].known or i == headline:
                continue
            while order + 1 < len(known) and known[order + 1] < i:
                order += 1
            before = i - known[order] if known[order] < i else -1
            later = known[order] if known[order] > i else known[min(order + 1, len(known) - 1)]
            after = later - i if later > i else -1
            near = 0 < before <= REACH_AFTER or 0 < after <= REACH_BEFORE
            if at_end and i > known[0] and i > prose:
                if 0 < before <= REACH_TAIL:
                    tail.append(i)
            elif near and lines[i].lone and len(known) >= (1 if at_end else INSIDE_KNOWN):
                (tail if at_end and i > prose else inside).append(i)
    return tail, inside


def _headline(lines: list[Line]) -> int:
    """Return the line that is the article's own headline behind a banner of the page, or -1."""
    for order, line in enumerate(lines):
        if not line.known:
            return order if line.words >= HEADLINE_WORDS and line.lone else -1
    return -1


def _shared(doc: Document, ctx: Context) -> tuple[list[int], list[int]]:
    return doc.once("page blocks", lambda: _blocks(doc, ctx))


def _hits(
    doc: Document, ctx: Context, orders: list[int], message: str, evidence: str
) -> Iterator[Hit]:
    lines = page_lines(doc, ctx)
    for order in orders:
        yield line_hit(doc, lines[order].span, message, evidence)


# A paragraph of a story, for the proofs of checks that look at the page around it.
STORY = (
    "The council voted on Monday to close the bridge over the river for at least two years, "
    "after engineers had found cracks in both of its towers.\n\n"
)


@check(
    "chrome/tail-block",
    severity=Severity.WARNING,
    fixable=True,
    flags=[STORY + "Share on Facebook\n\nHarbour district\n\nEnvironment\n\nLeave a comment"],
    keeps=[
        STORY + "Tallinn 41.3%\n\nNarva 42.0%\n\nTartu 12.7%",
        STORY + "Share prices\n\n" + STORY + "Nobody was hurt.",
    ],
)
def tail_block(doc: Document, ctx: Context) -> Iterator[Hit]:
    """Lines of the page after the end of the article: tags, menus, headlines of other stories.

    A line is marked where it follows the last paragraph and a line that phrase rules know as
    page furniture. Tables and lists that end an article stay silent, because nothing among them
    is furniture. Precision on news pages with labelled lines: .97.
    """
    message = "a line of the page after the end of the article"
    yield from _hits(doc, ctx, _shared(doc, ctx)[0], message, "stands among page furniture")


@check(
    "chrome/page-block",
    severity=Severity.WARNING,
    fixable=True,
    flags=[
        STORY + "1 of 12\n\nFull Screen\n\nView Photos\n\nThe north tower\n\nShare on Facebook\n\n"
        "Leave a comment\n\n" + STORY
    ],
    keeps=[
        STORY + "The north tower\n\n" + STORY,
        STORY + "Share this\n\nThe tower\n\n" + STORY,
    ],
)
def page_block(doc: Document, ctx: Context) -> Iterator[Hit]:
    """A line inside the article among rows of page furniture: galleries, menus, share buttons.

    At least three lines of the block must be known to phrase rules, and the line must stand
    beside one of them. Real sub-headings stand between paragraphs and are never marked.
    Precision on news pages with labelled lines: .89.
    """
    message = "a line of the page inside the article"
    yield from _hits(doc, ctx, _shared(doc, ctx)[1], message, "stands among page furniture")


@check(
    "chrome/headline-list",
    severity=Severity.WARNING,
    fixable=True,
    flags=[
        STORY + "Most read\n\nFerry captain cleared of all charges\n\nSix held after raid on port "
        "offices\n\n" + STORY
    ],
    keeps=[STORY + "Most read of all were the letters that he wrote from prison.\n\n" + STORY],
)
def headline_list(doc: Document, ctx: Context) -> Iterator[Hit]:
    """Headlines of other stories under a heading such as "Most read" or "Related".

    The heading stands alone on its line; the headlines follow it line by line, until a
    paragraph, a quotation or a line of fewer than four words. Precision on news pages with
    labelled lines: .92.
    """
    lines = page_lines(doc, ctx)
    done = {*_shared(doc, ctx)[0], *_shared(doc, ctx)[1]}
    for order, line in enumerate(lines):
        if line.words > 7 or not _HEADING.match(doc.text[line.span.start : line.span.end]):
            continue
        found: list[int] = []
        for following in range(order + 1, min(order + 1 + HEADLINES, len(lines))):
            other = lines[following]
            text = doc.text[other.span.start : other.span.end]
            if other.known:
                continue
            if other.words < HEADLINE_WORDS or other.words >= PROSE_WORDS:
                break
            said = text.startswith(_QUOTE) and not _QUOTED_WORD.match(text)
            if said or text.endswith((".”", '."', ":", ",")):
                break
            if not other.lone and not text.endswith("?") and _prose_follows(lines, following):
                break
            found.append(following)
        heading = doc.text[line.span.start : line.span.end]
        orders = [order for order in found if order not in done]
        message = "the headline of another story"
        yield from _hits(doc, ctx, orders, message, f"stands under “{heading}”")


def _prose_follows(lines: list[Line], order: int) -> bool:
    return order + 1 >= len(lines) or lines[order + 1].points <= SENTENCE_POINTS

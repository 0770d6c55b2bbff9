"""Rows of the page: short pieces between bars, dots and arrows, or buttons and counters in a row."""

from __future__ import annotations

from collections.abc import Iterator

from ..document import Document
from ..findings import Hit, Severity
from ..packs.hits import line_hit
from ..text.spun import put_back_line
from .page_blocks import HEADLINE_WORDS, PROSE_WORDS, SENTENCE_POINTS, STORY, Line, page_lines
from .registry import Context, check
from .strip_pieces import split_line
from .strip_rows import DATE_ALONE, Place, strip_reason

# A row of the page has no more words and characters than this; a lone date no more characters.
MAX_WORDS, MAX_LENGTH, MAX_DATE = 24, 170, 50
# Weak signs count among so many first and last lines only: rows stand at the edge of the story.
FIRST_LINES, LAST_LINES = 4, 5
# So many dates alone on their lines make a chronicle.
CHRONICLE_LINES = 2
# Lines beside a line with the same separator that make a table of them.
TABLE_LINES = 2
# Words of a row in which swapped words are put back, and the ways to do so that are tried.
SPUN_WORDS, SPUN_VARIANTS = 14, 12


def _is_above(lines: list[Line], order: int) -> bool:
    """Say whether a line is the first, a headline follows it and a paragraph the headline.

    Between headline and paragraph may stand a counter, a byline or the headline again.
    """
    if order or len(lines) <= TABLE_LINES:
        return False
    headline = lines[1]
    if not headline.lone or headline.words < HEADLINE_WORDS:
        return False
    for line in lines[TABLE_LINES : TABLE_LINES + FIRST_LINES]:
        if line.points <= SENTENCE_POINTS:
            return True
        if not (line.lone or line.known):
            return False
    return False


def _is_chronicle(doc: Document) -> bool:
    """Say whether several lines are dates and little else: the headings of a chronicle."""
    place, dates = Place(True, False, True), 0
    for start, end in doc.lines:
        if end - start <= MAX_DATE:
            dates += strip_reason(doc.text[start:end], place) == DATE_ALONE
    return dates >= CHRONICLE_LINES


def _spun_reason(text: str, place: Place) -> str:
    """Return why a line is a row of the page with its swapped words put back, or ""."""
    variants = put_back_line(text)[:SPUN_VARIANTS] if text.count(" ") < SPUN_WORDS else []
    return next((reason for spun in variants if (reason := strip_reason(spun, place))), "")


def _in_table(separators: list[str], order: int) -> bool:
    """Say whether lines above and below have the same separators: a table or a list."""
    own = separators[order]
    beside = separators[max(order - TABLE_LINES, 0) : order + TABLE_LINES + 1]
    return bool(own) and beside.count(own) > TABLE_LINES


@check(
    "chrome/strip",
    severity=Severity.WARNING,
    fixable=True,
    flags=[
        "Harbour Online | 12+ | Coast\n\n" + STORY + STORY,
        "Bridge closed\n\nSociety • 3 min read\n\n" + STORY,
        STORY + "Viber 14 · Facebook 2.1K · Copy link",
        STORY + "Useful 12 Makes me sad 40 Next story please 7",
        "Economy Culture Sport Weather Opinion\n\nBridge closed\n\n" + STORY,
        "EUR 4.97 USD 4.55 Harbour +11°\n\nBridge closed\n\n" + STORY,
        "Harbour Today: always close to you!\n\nThe old bridge is closed\n\n" + STORY,
        "Bridge closed\n\nHarbour/ Vera Lind\n\n" + STORY,
    ],
    keeps=[
        "Opinion | The bridge was never safe\n\n" + STORY,
        STORY + "Tallinn | 41.3 | 5\n\nNarva | 42.0 | 4\n\nTartu | 12.7 | 1",
        STORY + "Lindqvist – Berg – Holm\n\n" + STORY,
        "Harbour today: a town without its bridge\n\nThe mayor asks for time\n\n" + STORY,
        STORY + "Live music, sport and politics\n\n" + STORY,
    ],
)
def strip(doc: Document, ctx: Context) -> Iterator[Hit]:
    """A row of the page: site name, section and age mark, buttons, counters, languages, weather.

    A short line is read piece by piece, between bars, dots, slashes and arrows or as words in a
    row. It is marked where the pieces are what pages hold (reading times, counters of shares,
    buttons, networks, languages, sections, stamps) and nothing says anything; rows of mere names
    are looked for among the first and the last lines only. Above the headline the site's name with
    its slogan and a section in capitals are known too, below it the place and the writer. Tables, results and lists, where
    lines beside it have the same separators, stay silent, and so do headlines with a bar.
    Names of sites and sections that no list holds are seen only beside known pieces, and two
    place names behind an arrow below the headline look like a path. In 468,000 words of edited
    news it marks one line, rightly; on the raw translated pages it was written with, 30 of 30 were right.
    """
    lines = page_lines(doc, ctx)
    if len(lines) < TABLE_LINES:
        return
    separators: list[str] | None = None
    for order, line in enumerate(lines):
        start, end = line.span
        if line.known or line.words > MAX_WORDS or end - start > MAX_LENGTH:
            continue
        edge = order < FIRST_LINES or order >= len(lines) - LAST_LINES
        below = (
            0 < order < FIRST_LINES and lines[min(order + 1, len(lines) - 1)].words >= PROSE_WORDS
        )
        place = Place(edge, order == 0, below, _is_above(lines, order), order < FIRST_LINES)
        reason = strip_reason(doc.text[start:end], place) or (
            _spun_reason(doc.text[start:end], place) if edge else ""
        )
        if not reason or (reason == DATE_ALONE and _is_chronicle(doc)):
            continue
        if separators is None:
            separators = [
                split_line(doc.text[x.span.start : x.span.end][:MAX_LENGTH])[1] for x in lines
            ]
        if _in_table(separators, order):
            continue
        message = "a row of the page: buttons, counters, sections or times"
        yield line_hit(doc, line.span, message, reason)

"""Rows of the page: short pieces between bars, dots and arrows, or buttons and counters in a row."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ..document import Document
from ..findings import Hit, Severity
from ..lazy import lazy_pattern
from ..packs.hits import delete_line
from .page_blocks import PROSE_WORDS, page_lines
from .registry import Context, check
from .strip_pieces import (
    FIRM,
    JOINING,
    LEFT_WORDS,
    NAME_WORDS,
    NUMERIC,
    Piece,
    read_piece,
    says_something,
    split_line,
)

# A row of the page has no more words and characters than this; a lone date no more characters.
MAX_WORDS, MAX_LENGTH, MAX_DATE = 24, 170, 50
# Weak signs count among so many first and last lines only: rows stand at the edge of the story.
FIRST_LINES, LAST_LINES = 4, 5
# Pieces between separators that make a row of their own at the edge, and arrows that make a path.
PIECES, PATH_PIECES = 3, 2
# Section names without separators that make a menu.
MENU_SECTIONS = 4
# Known pieces that run on without separators: so many where other words stand between them.
RUN_ALONE, RUN_MIXED = 2, 3
# Why a date alone below the headline is marked, and so many such lines make a chronicle.
DATE_ALONE, CHRONICLE_LINES = "the date of the page", 2
# Lines beside a line with the same separator that make a table of them.
TABLE_LINES = 2

_STRONG = frozenset("|¦│·•∙‧●◦›»▸▹►→❯⟩/>\\")
_PATH = frozenset("›»▸▹►→❯⟩>")
_END = lazy_pattern(r"(?:[.!?…;,]|[.!?][\"”’»)])$")
# What may end with a full stop: hours, initials, abbreviations of months, "h.".
_SHORT_END = lazy_pattern(r"(?:\b[ap]\.m|\b[A-Z]|\bh|\d|\b[A-Za-z]{3})\.$")
_BRACKETED = lazy_pattern(r"[\[【(]([^\[\]()【】]{2,30})[\]】)](?:\s[A-Z][\w’'-]*){0,3}$")
# "Harbour News LIVE TV": a name and the button beside it.
_ON_AIR = lazy_pattern(
    r"(?:[A-Z][\w.'’-]*\s){1,5}[-–—|:]?\s?(?:LIVE(?:\s(?:TV|BROADCAST|STREAM|NOW|RADIO))?|(?:Live|Direct|Online)\s(?:TV|Broadcast|broadcast|Stream|stream|Radio)"
    r"|ON\sAIR|On\sair|WATCH\s(?:LIVE|TV)|Watch\s(?:live|TV)|LISTEN\sLIVE|Listen\slive)$"
)
# Feelings and their counters, in whatever words: "Useful 12 Makes me sad 3".
_TALLY = lazy_pattern(r"(?:[^\W\d](?:[^\d\n|.!?]{1,28})[\s(:]\d[\d.,]*[kK]?\)?\s?[·|,]?\s?){2,}$")
_FEELING = lazy_pattern(
    r"(?i)\b(?:like|love|sad|angry|funny|happy|haha|wow|dislike|boring|bored|surprised|disagree|outraged|scared|cry|delighted)\b"
)
_SIGNED = lazy_pattern(r"\([A-Z][\w.-]*(?:\s[A-Z]\w*)?\)\s?[-–—:]*$")
_MEASURED = lazy_pattern(r"°|\b(?:AQI|USD|EUR|RUB|GBP)\b")
_HASHTAGS = lazy_pattern(r"#\s?\w+(?:\s?[,;|·/]?\s?#\s?\w+)+$")
_READS = lazy_pattern(r"(?i)\b(?:read|learn|listen|study)")
_HOW_MANY = lazy_pattern(r"(?:[([]\d[\d.,]*[)\]]|\s\d{1,4})$")
# What a story counts, too.
_COUNTED_OFF = lazy_pattern(
    r"(?i)\b(?:votes?|opinions?|photos?|pictures?|images?|visitors?|visits?|contributions|shares)\b"
)
_QUOTE = ("“", '"', "‘", "«", "„", "”", "–", "—")


class Place(NamedTuple):
    """Where a line stands: near an end of the article, as its first line, between headline and story."""

    edge: bool
    first: bool
    below: bool


_STORY = (
    "The council voted on Monday to close the bridge over the river for at least two years, "
    "after engineers had found cracks in both of its towers.\n\n"
)


def _row(pieces: list[Piece], marks: str, place: Place) -> str:
    """Return why pieces between separators are a row of the page, or ""."""
    edge, first, below = place.edge, place.first, place.below
    path = sum(mark in _PATH for mark in marks)
    if edge and path > 1 and path == len(marks) and pieces[0].weak:
        # The last piece is often the headline of the page itself.
        pieces = pieces[:-1]
    counted = len(pieces) > PATH_PIECES and sum(p.weak for p in pieces) >= PATH_PIECES
    if counted:
        pieces = [piece for piece in pieces if piece.kinds or not NUMERIC.match(piece.text)]
    strong = any(mark in _STRONG or mark == " " for mark in marks) or "//" in marks
    sure = sum(piece.sure for piece in pieces)
    if not all(p.weak or p.half or p.may_be_name(sure > 0 and strong) for p in pieces):
        return ""
    half = sum(piece.half for piece in pieces)
    weak = sum(piece.weak and not piece.sure for piece in pieces)
    known = sure + half + weak
    networks = not strong and all(piece.kinds == ["network"] for piece in pieces)
    if sure and not networks and (strong or sure > 1 or known == len(pieces)):
        return next(piece.text for piece in pieces if piece.sure)
    if half and strong and (half > 1 or (edge and known > 1)):
        return next(piece.text for piece in pieces if piece.half)
    dated = edge and len(pieces) >= PIECES and known >= PATH_PIECES
    if dated and any("date" in piece.kinds for piece in pieces):
        return "short pieces with a date"
    named = not any(word.islower() for piece in pieces for word in piece.left)
    if (
        below
        and strong
        and named
        and not pieces[0].openers
        and len(pieces) == len(marks) + 1 == RUN_ALONE
    ):
        return "the place and the agency below the headline"
    if not edge or not strong:
        return pieces[0].text if strong and weak == len(pieces) >= PIECES else ""
    if path and (len(pieces) >= PATH_PIECES or path > 1) and (path > 1 or weak):
        return "a path of sections"
    rubric = first and weak and named and "/" not in marks
    if weak == len(pieces) or rubric or (len(pieces) >= PIECES and not path):
        return "short pieces between bars or dots"
    return ""


def _run(piece: Piece, edge: bool, below: bool) -> str:
    """Return why words without separators are a row of the page, or ""."""
    kinds, left = piece.kinds, piece.left
    sections = kinds.count("section") + kinds.count("language")
    firm = sum(kind in FIRM and kind != "date" for kind in kinds)
    others = (
        len(kinds)
        - sections
        - (0 if "date" in kinds else kinds.count("stamp") + kinds.count("desk"))
    )
    capital = not any(word.islower() and word not in JOINING for word in left)
    if below and "date" in kinds and "clock" in kinds and len(left) <= NAME_WORDS:
        return "a date with the time"
    if not kinds or not capital or not (edge or firm > 1 or others > RUN_MIXED):
        return ""
    if sections >= MENU_SECTIONS and len(left) * 3 <= sections:
        return "section names in a row"
    if "calendar" in kinds and len(left) <= NAME_WORDS:
        return "a date of another calendar"
    if kinds.count("label") > 1 and len(left) <= NAME_WORDS * kinds.count("label"):
        return "labels of the newsroom in a row"
    if kinds == ["date"] and _SIGNED.search(piece.text) and len(left) <= LEFT_WORDS:
        return "a date with the agency"
    times = sum(kind in ("date", "weekday", "clock") for kind in kinds)
    if times == len(kinds) and "date" not in kinds:
        return ""
    if set(kinds) <= {"date", "weekday"} and len(kinds) <= RUN_ALONE:
        return DATE_ALONE if below and len(left) <= LEFT_WORDS else ""
    if "date" in kinds and ("clock" in kinds or "desk" in kinds) and len(left) <= LEFT_WORDS:
        return "a date with the time or the desk"
    if "stamp" in kinds and not {"date", "clock"} & {*kinds}:
        return ""
    values = kinds.count("weather") + kinds.count("rate")
    measured = values == 1 and set(kinds) <= {"weather", "rate", "label", "date"}
    if (
        measured
        and len(left) <= RUN_ALONE
        and (left or len(kinds) > 1)
        and _MEASURED.search(piece.text)
    ):
        return "weather or exchange rates"
    if len(left) <= LEFT_WORDS and values >= RUN_ALONE and ", " not in piece.text:
        return "weather or exchange rates"
    if left:
        mixed = others >= RUN_MIXED and len(left) <= others and firm
        return "buttons and counters in a row" if mixed else ""
    if kinds.count("language") + kinds.count("label") == len(kinds) >= RUN_MIXED and sections:
        return "languages in a row"
    if kinds == ["counter"] and edge and not _COUNTED_OFF.search(piece.text):
        return "a counter of the page"
    if kinds == ["section", "clock"] or (kinds == ["reading"] and _READS.search(piece.text)):
        return "the section or the length of the page"
    if kinds in (["label", "clock"], ["stamp", "clock"]):
        return "a time with its label"
    if kinds == ["button"] and not piece.openers and _HOW_MANY.search(piece.text):
        return "a button with its counter"
    networks = kinds.count("network") == len(kinds)
    known = others >= RUN_MIXED or (others >= RUN_ALONE and not piece.openers and not networks)
    if known or (len(kinds) > 1 and ("reading" in kinds or ("clock" in kinds and piece.openers))):
        return "buttons and counters in a row"
    return ""


def _rubric(text: str, edge: bool) -> str:
    """Return why a line is the rubric above the headline or the button of a station, or ""."""
    if not edge:
        return ""
    if _TALLY.match(text) and _FEELING.search(text):
        return "readers' reactions with their counters"
    if _HASHTAGS.match(text):
        return "hashtags in a row"
    bracketed = _BRACKETED.match(text)
    if bracketed and len(text.split()) <= NAME_WORDS:
        inside = read_piece(bracketed.group(1))
        return "a rubric in brackets" if inside.weak else ""
    return "the button of a live broadcast" if _ON_AIR.match(text) else ""


def strip_reason(text: str, place: Place) -> str:
    """Return why a line is a row of the page, or "" where it may belong to the story."""
    if text.startswith(_QUOTE) or (_END.search(text) and not _SHORT_END.search(text)):
        return ""
    texts, marks = split_line(text)
    pieces = [read_piece(piece) for piece in texts]
    if not pieces:
        return ""
    whole = read_piece(text)
    reason = _rubric(text, place.edge)
    if not reason:
        reason = "" if says_something(whole.left) else _run(whole, place.edge, place.below)
    if not reason and len(pieces) > 1:
        reason = _row(pieces, marks, place)
    return reason


def _is_chronicle(doc: Document) -> bool:
    """Say whether several lines are dates and little else: the headings of a chronicle."""
    place, dates = Place(True, False, True), 0
    for start, end in doc.lines:
        if end - start <= MAX_DATE:
            dates += strip_reason(doc.text[start:end], place) == DATE_ALONE
    return dates >= CHRONICLE_LINES


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
        "Harbour Online | 12+ | Coast\n\n" + _STORY + _STORY,
        "Bridge closed\n\nSociety • 3 min read\n\n" + _STORY,
        _STORY + "Viber 14 · Facebook 2.1K · Copy link",
        _STORY + "Love 12 Sad 40 Angry 7",
        "Economy Culture Sport Weather Opinion\n\nBridge closed\n\n" + _STORY,
        "EUR 4.97 USD 4.55 Harbour +11°\n\nBridge closed\n\n" + _STORY,
    ],
    keeps=[
        "Opinion | The bridge was never safe\n\n" + _STORY,
        _STORY + "Tallinn | 41.3 | 5\n\nNarva | 42.0 | 4\n\nTartu | 12.7 | 1",
        _STORY + "Lindqvist – Berg – Holm\n\n" + _STORY,
        _STORY + "Live music, sport and politics\n\n" + _STORY,
    ],
)
def strip(doc: Document, ctx: Context) -> Iterator[Hit]:
    """A row of the page: site name, section and age mark, buttons, counters, languages, weather.

    A short line is read piece by piece, between bars, dots, slashes and arrows or as words in a
    row. It is marked where the pieces are what pages hold (reading times, counters of shares,
    buttons, networks, languages, sections, stamps) and nothing says anything; rows of mere names
    are looked for among the first and the last lines only. Tables, results and lists, where
    lines beside it have the same separators, stay silent, and so do headlines with a bar.
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
        reason = strip_reason(doc.text[start:end], Place(edge, order == 0, below))
        if not reason or (reason == DATE_ALONE and _is_chronicle(doc)):
            continue
        if separators is None:
            separators = [
                split_line(doc.text[x.span.start : x.span.end][:MAX_LENGTH])[1] for x in lines
            ]
        if _in_table(separators, order):
            continue
        message = "a row of the page: buttons, counters, sections or times"
        edits = (delete_line(doc, line.span),)
        yield Hit(start, end, message, evidence=(reason,), edits=edits)

"""Is a line a row of the page? Decided on its pieces and on where it stands."""

from __future__ import annotations

from typing import NamedTuple

from ..lazy import lazy_pattern
from .strip_heads import head_reason
from .strip_pieces import (
    FIRM,
    JOINING,
    LEFT_WORDS,
    NAME_WORDS,
    NUMERIC,
    Piece,
    has_verb,
    read_piece,
    says_something,
    split_line,
)

# Pieces between separators that make a row of their own at the edge, and arrows that make a path.
PIECES, PATH_PIECES = 3, 2
# Section names without separators that make a menu.
MENU_SECTIONS = 4
# Known pieces that run on without separators: so many where other words stand between them.
RUN_ALONE, RUN_MIXED = 2, 3
# Why a date alone below the headline is marked.
DATE_ALONE = "the date of the page"
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
# Where pieces were glued together: "HomeSocietyCoast", "Society7 May 2025".
_GLUED = lazy_pattern(r"(?<=[a-zß-ÿ])(?=[A-Z])|(?<=[^\W\d_])(?=\d)|(?<=20\d\d)(?=[A-Z\d])")
# What a row has where its words are mostly small ones: separators, figures, brackets.
_SIGN = lazy_pattern(r"[|¦│·•∙‧●◦›»▸▹►→❯⟩/>\\\t\[#(]|\d|  | [–—-] ")
_MEASURED = lazy_pattern(r"°|\b(?:AQI|USD|EUR|RUB|GBP)\b")
_HASHTAGS = lazy_pattern(r"#\s?\w+(?:\s?[,;|·/]?\s?#\s?\w+)+$")
_READS = lazy_pattern(r"(?i)\b(?:read|learn|listen|study)")
_YEAR = lazy_pattern(r"\b(?:19|20)\d\d\b")
# Two sections of which the second, in capitals, was glued to the first: "AccidentLOCAL".
_GLUED_CAPITALS = lazy_pattern(r"[A-Z][a-zß-ÿ]{2,}[A-Z]{4,}$")
_HOW_MANY = lazy_pattern(r"(?:[([]\d[\d.,]*[)\]]|\s\d{1,4})$")
# What a story counts, too.
_COUNTED_OFF = lazy_pattern(
    r"(?i)\b(?:votes?|opinions?|photos?|pictures?|images?|visitors?|visits?|contributions|shares)\b"
)
_QUOTE = ("“", '"', "‘", "«", "„", "”", "–", "—")


class Place(NamedTuple):
    """Where a line stands: near an end of the article, as its first line, between headline and
    story, above the headline, among the first lines."""

    edge: bool
    first: bool
    below: bool
    above: bool = False
    top: bool = False


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
    measured = [p.text for p in pieces if not {"weather", "rate"}.isdisjoint(p.kinds)]
    if place.edge and strong and measured and all(map(_MEASURED.search, measured)):
        return "weather or exchange rates"
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


def _run(piece: Piece, place: Place) -> str:
    """Return why words without separators are a row of the page, or ""."""
    kinds, left = piece.kinds, piece.left
    edge, below = place.edge, place.below
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
        dated = place.top and not left and _YEAR.search(piece.text)
        return DATE_ALONE if dated or (below and len(left) <= LEFT_WORDS) else ""
    if (
        sections == 1
        and set(kinds) <= {"date", "section"}
        and not left
        and _YEAR.search(piece.text)
    ):
        return "a date with the section"
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


def _has_time(piece: Piece) -> bool:
    return not {"date", "clock"}.isdisjoint(piece.kinds)


def _is_mostly_capital(text: str) -> bool:
    """Say whether no more words are in lower case than in a row of buttons: "Send to a friend"."""
    words = text.split()
    small = sum(word[0].islower() for word in words)
    return len(words) <= NAME_WORDS or small * 2 <= len(words)


def strip_reason(text: str, place: Place) -> str:
    """Return why a line is a row of the page, or "" where it may belong to the story."""
    if place.above or place.below:
        reason = head_reason(text, place.above, place.below)
        if reason:
            return reason
    if text.startswith(_QUOTE) or (_END.search(text) and not _SHORT_END.search(text)):
        return ""
    if not _SIGN.search(text) and not (place.edge and _is_mostly_capital(text)):
        return ""
    texts, marks = split_line(text)
    if not texts:
        return ""
    whole = read_piece(text)
    pieces = [read_piece(piece) for piece in texts] if marks else [whole]
    if place.above and len(pieces) == 1 and whole.weak and set(whole.kinds) == {"section"}:
        return "the section above the headline"
    if place.edge and _GLUED.search(text):
        apart = read_piece(_GLUED.sub(" ", text))
        if (
            not apart.left
            and len(apart.kinds) > len(whole.kinds)
            and len(apart.kinds)
            > RUN_ALONE - (_has_time(apart) or _GLUED_CAPITALS.match(text) is not None)
        ):
            return "sections and buttons glued together"
    reason = _rubric(text, place.edge)
    if not reason:
        timed = {"date", "clock"} <= {*whole.kinds}
        spoken = has_verb(whole.left) if timed else says_something(whole.left)
        reason = "" if spoken else _run(whole, place)
    if not reason and len(pieces) > 1:
        reason = _row(pieces, marks, place)
    return reason

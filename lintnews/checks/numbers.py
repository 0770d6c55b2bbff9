"""Numbers, scores and times as other languages write them, or as tokenisers left them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..document import Document
from ..findings import Edit, Hit, Severity
from ..lazy import lazy_pattern
from .registry import Context, check

# A digit, then what may follow it wrongly. The digit in front keeps the search cheap.
_NUMBER = lazy_pattern(
    r"\d(?:"
    r"(?P<colon>(?<!\d\d\d)(?:: | : | :)\d{1,2}(?!\d|:|[.,]\d|%|\w))"
    r"|(?P<ordinal>\s?[-–]\s?(?:st|nd|rd|th)\b|\s(?:st|nd|rd|th)\b(?=\s))"
    r"|(?P<hyphen>\s[-–]\s(?:year|day|month|week|hour|minute|meter|metre|mile|km|kg|percent|page|point)s?\s?[-–]?\s?(?:old|long|high|deep)?\b)"
    r"|(?P<comma>,\d{1,2}(?:\s?%|\s(?:million|billion|trillion|percent|per\s?cent|degrees|points|meters|metres|kilometers|kilometres|km|kg|tons|tonnes|times|euros|dollars|pounds|rubles|lira|zloty|crowns|forints|seconds|minutes|hours|days|weeks|months|years|miles|inches|feet|grams|barrels|hectares|liters|litres)\b))"
    r"|(?P<gap>\s,\d{1,2}\s(?=[a-z]))"
    r"|(?P<dots>(?:\.\d{3})+(?![\d,]|\.\d))"
    r"|(?P<hour>h[0-5]\d(?![\w.]))"
    r"|(?P<decade>0[-–](?:ies|ties|es|s)\b(?!-))"
    r"|(?P<foreign>\s?(?:Mio|Mrd|Mill|mln|mlrd|mlns|млн|млрд|тыс|руб|Uhr|Std|tys)\b\.?)"
    r"|(?P<minute>\s?[\"”“″’'′]['’′]?\s(?:minutes?|mins?)\b|\s?[’'′]minutes?\b|(?:st|nd|rd|th)?[\"”″](?=[\s,.)]))"
    r"|(?P<cross>\sx\s\d{1,2}(?=[\s.,)](?!\d|cm|mm|m\b|ft|in\b|km|inch|feet|met)))"
    r")"
)
_DOLLARS = lazy_pattern(
    r"[$€£]\s?\d[\d.,]*(?:\s(?:thousand|million|billion|trillion))?\s(?:dollars|euros|pounds)\b"
)
# What has no fractions: 12.500 of them are 12,500.
_COUNTED = frozenset(
    """people persons men women children soldiers troops residents inhabitants citizens voters votes homes
    houses households apartments jobs deaths cases victims refugees migrants students pupils workers
    employees officers fans spectators tourists passengers vehicles cars hectares doses tests patients beds
    companies families civilians fighters protesters prisoners members animals trees firefighters customers
    subscribers followers doctors nurses teachers places seats hryvnia hryvnias rubles roubles lira liras
    forints dinars pesos rupiah""".split()
)
# Sums of these have fractions of three digits too, but hardly one that ends in two noughts.
_SUMS = frozenset("euros dollars pounds".split())
_RATES = frozenset("a an per the for".split())
# A word behind a number, and one that goes on without a mark.
_UNIT = lazy_pattern(r"(?: ([a-z]+)(?: ([a-z]+))?)?")
# Currencies of countries that set a dot between thousands.
_DOTTED = ("Rp", "Rp.", "IDR", "COP", "CLP", "ARS", "TL")
# What stands before a colon that is no score: verses, bitrates, lists, ratios.
_VERSE = lazy_pattern(
    r"(?:Genesis|Exodus|Psalms?|Isaiah|Matthew|Mark|Luke|John|Acts|Romans|Corinthians|Surah|Chapter|verse|Quran"
    r"|Koran|at odds of|ratio|Lam\.|Rule|Section|Lot|No\.|Q|Question|Step|Day|Round|Part)\s*$",
    re.IGNORECASE,
)


# More goals than this are no score, more hours no clock.
MAX_GOALS = 20
_IN_THE = "in the "
_AFTER_SCORE = frozenset(
    "on in at against with after and to for from before when by thanks victory win".split()
)
_BEFORE_SCORE = (
    " a",
    "(",
    " won",
    " with",
    " score",
    " lost",
    " by",
    " beat",
    " at",
    " around",
    " from",
    " until",
)


@check(
    "garble/number",
    severity=Severity.WARNING,
    confidence=0.88,
    flags=[
        "The guests won 1: 2 in Haifa.",
        "He was the 5 - th in the row of a 30 - year-old man, and the 24-th to leave.",
        "They paid $4 billion dollars.",
        "It cost 3,5 million euros, swam 49,90 seconds and rose by 13,25%.",
        "The crews worked for more than 2 ,5 hours.",
        "The fire took 1.300 hectares, 12.500 people fled, and it cost 9.500 euros or Rp 9.800 a head.",
        "The town spent 1.200.000 on it in the 90-s; the talks began at 17h42.",
        "The company lost 12,4 Mio. in May.",
        "He scored in the 67” minute and in the 81”. The goal that hurts came in the 93 'minute.",
    ],
    keeps=[
        "Chapter 3: 12 men went up. It was 5:30 and 1:2.",
        "It rose to 4.464 million people; diesel cost 1.459 euros, petrol 1.500 euros a litre.",
        "Version 10.200.300.1 of the S-class; the meeting lasted 2h 10m in the 90s.",
        "It sold 3,500 million shares, 4 x 100 metres, 3.5 million a year.",
        "The 30-year-old was 5th. They paid $4 billion and 5 million dollars.",
        'It was a 5” nail; he is 5\'10" and left "in the 90s" or "in the 67".',
        "The goal came in the 93rd minute, and the players' minutes were counted.",
        "Goals: Saka 14, Rice 67: 2 more were disallowed by the referee.",
    ],
)
def number(doc: Document, ctx: Context) -> Iterator[Hit]:
    """A score, a time or a number in another language's form: "1: 2", "3,5 million", "5 - th".

    Translators keep the digits and lose the form: a space behind the colon, a decimal comma,
    "Mio." for million, the currency said twice, a mark for minutes. Verses, ratios and lists are
    left alone. On machine-translated news 50 of 50 drawn at random were right; one on edited news,
    right.
    """
    text = doc.text
    for match in _NUMBER.finditer(text):
        hit = _hit(doc, match)
        if hit is not None:
            yield hit
    for sign in "$€£":
        if sign in text:
            for match in _DOLLARS.finditer(text):
                if match.group()[0] == sign:
                    yield Hit(match.start(), match.end(), "the currency is said twice")


def _hit(doc: Document, match: re.Match[str]) -> Hit | None:
    text = doc.text
    kind = match.lastgroup or ""
    start, end = match.span()
    while start and (text[start - 1].isdigit() or (kind == "foreign" and text[start - 1] in ".,")):
        start -= 1
    shown = text[start:end].rstrip()
    end = start + len(shown)
    if kind == "colon":
        return _colon(text, start, end, shown)
    if kind in ("ordinal", "hyphen"):
        right = (
            re.sub(r"\s*([-–])\s*", "-", shown)
            if kind == "hyphen"
            else re.sub(r"[\s–-]", "", shown)
        )
        if kind == "ordinal" and re.fullmatch(r"\d+ st", shown):
            return None
        return Hit(
            start, end, f"{shown!r} is torn", suggestions=(right,), edits=(Edit(start, end, right),)
        )
    if kind == "comma":
        right = shown.replace(",", ".", 1)
        if text[start - 1 : start] in (",", "."):
            return None
        return Hit(start, end, f"{shown!r} has a decimal comma", suggestions=(right,))
    if kind == "gap":
        right = shown.replace(" ,", ".")
        return Hit(start, end, f"{shown!r} is torn", suggestions=(right,))
    if kind == "dots":
        return _dots(text, start, end, shown)
    if kind == "decade":
        right = re.sub("[-–].*", "s", shown)
        return Hit(start, end, f"{shown!r}: write {right}", suggestions=(right,))
    if kind == "hour":
        hour, minute = shown.split("h")
        plain = (
            len(hour) <= 2 and int(hour) < 24 and text[max(start - 1, 0) : start] not in (".", ",")
        )
        right = f"{hour}:{minute}"
        said = f"{shown!r} is a clock time as other languages write it"
        return Hit(start, end, said, suggestions=(right,)) if plain else None
    if kind == "foreign":
        return Hit(start, end, f"{shown!r} is another language's abbreviation")
    if kind == "minute":
        return _minute(doc, start, end, shown)
    if kind == "cross":
        goals = [part.strip() for part in shown.split("x")]
        sure = "0" in goals and text[max(start - 2, 0) : start - 1].isalpha()
        level = None if sure else Severity.INFO
        return Hit(start, end, f"{shown!r} is a score in another form", severity=level)
    return None


def _dots(text: str, start: int, end: int, shown: str) -> Hit | None:
    """Return the hit of dots between thousands: "12.500 people", "Rp 9.800", "1.200.000"."""
    if (
        shown[0] == "0"
        or shown.index(".") > 3
        or text[max(start - 1, 0) : start] in (*".,:/-–€$£",)
    ):
        return None
    behind = _UNIT.match(text, end)
    unit, then = behind.groups() if behind else ("", "")
    before = text[max(start - 8, 0) : start].split()[-1:]
    counted = unit in _COUNTED or (unit in _SUMS and shown.endswith("00") and then not in _RATES)
    dotted = bool(before) and before[0] in _DOTTED
    if shown.count(".") == 1 and not (counted or dotted):
        return None
    right = shown.replace(".", ",")
    return Hit(start, end, f"{shown!r} has dots between its thousands", suggestions=(right,))


def _minute(doc: Document, start: int, end: int, shown: str) -> Hit | None:
    """Return the hit of a minute of play with a mark: "in the 67” minute", "in the 67”"."""
    if shown[-1].isalpha():
        return Hit(start, end, f"the mark in {shown!r} stands for minutes too")
    told = doc.text[max(start - len(_IN_THE), 0) : start] == _IN_THE
    if not told or doc.in_quote(start):
        return None
    return Hit(start, end, f"{shown!r}: a mark stands for minutes")


def _colon(text: str, start: int, end: int, shown: str) -> Hit | None:
    """Return the hit of "1: 2" where both numbers can be a score or a clock time."""
    left, right = (part.strip() for part in shown.split(":"))
    before = text[max(start - 14, 0) : start]
    if text[start - 1 : start] in (".", ",", "/", "-", "–") or start == 0 or before.endswith("\n"):
        return None
    if _VERSE.search(before):
        return None
    score = len(left) <= 2 and len(right) <= 2 and int(left) < MAX_GOALS and int(right) < MAX_GOALS
    clock = int(left) < 24 and len(right) == 2 and int(right) < 60
    following = text[end : end + 12]
    goes_on = following[:1] in (")", ".", ",", "") or following[1:].split(" ", 1)[0] in _AFTER_SCORE
    told = before.rstrip().endswith(_BEFORE_SCORE)
    if following[:1].isalpha() or not (goes_on or told) or not (score or clock):
        return None
    form = f"{left}:{right}" if clock and len(right) == 2 else f"{left}-{right}"
    return Hit(start, end, f"{shown!r} has a space in it", suggestions=(form,))

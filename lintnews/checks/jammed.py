"""Commas, articles and decimals that the next word is jammed to: "the barn,amid", "theHague"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ..document import Document
from ..findings import Edit, Hit
from ..lazy import lazy_pattern
from ..text.lexicon import lexicon
from ..text.tags import PARTICIPLE, PAST, tags
from ..text.tokens import spaces_of_line

# Two words and a comma, and no more of them in a row: rows of tags, paths and names of files.
_COMMA = lazy_pattern(
    r",(?<=[^\W\d_],)(?=[^\W\d_][^\W\d_’'-]*[^\W\d_](?:[\s.;:?!)”\"]|, |’s |$)(?!\.\w))"
)
_BEFORE_COMMA = lazy_pattern(r"(?:^|[\s“\"]|(?<!\w)\()([^\W\d_][^\W\d_’'-]*[^\W\d_])$")
_AFTER_COMMA = lazy_pattern(r"[^\W\d_][^\W\d_’'-]*[^\W\d_]")
# A line with fewer spaces is a list or a row of a table.
MIN_PROSE_SPACES = 5
# Longer words are cut before they are looked at, in code points.
WORD_WINDOW = 40
# A word that is jammed to a name behind it: "from theVesthamn".
_ARTICLE = lazy_pattern(
    r"(?<=[a-z,;] )(the|from|with|and|near|for)([A-Z][^\W\d_A-Z]{3,})(?=[\s,.;:)’'])(?!\.\w)"
)
# What writes its own article small, and joined.
THE_BRANDS = frozenset(
    """score grio skimm hub trade journal desk cut root maven boardr lead gist chive bump mighty
    lotter ladders athletic verge audience record""".split()
)
_PLACED = frozenset("of in at to from with for by near on through against".split())
# A decimal and a word: "7.25florin". Measures are written so by some.
_DECIMAL = lazy_pattern(r"\.\d+([a-z]{4,})(?![\w-])")
_MEASURES = frozenset(
    """secs mins hours mbps gbps kbps inch inches litre litres liter liters metre metres meter meters
    tonne tonnes mile miles acre acres turbo gram grams pint pints stone carat carats feet foot yard
    yards watt watts volt volts bits bytes beta alpha patch final stable""".split()
)


def jammed(doc: Document, told: Iterable[Hit]) -> Iterator[Hit]:
    """Yield the hits of what is jammed to the word before, but for those that overlap `told`."""
    spans = [(hit.start, hit.end) for hit in told]
    for start, cut, end in (*_commas(doc.text), *_articles(doc.text), *_decimals(doc.text)):
        if not any(start < b and a < end for a, b in spans):
            shown = doc.text[start:end]
            yield Hit(
                start,
                end,
                f"{shown!r} lacks a space",
                suggestions=(f"{doc.text[start:cut]} {doc.text[cut:end]}",),
                edits=(Edit(cut, cut, " "),),
            )


def _commas(text: str) -> Iterator[tuple[int, int, int]]:
    """Yield start, place of the space and end of two words with a bare comma between them."""
    for match in _COMMA.finditer(text) if "," in text else ():
        at = match.start()
        before = _BEFORE_COMMA.search(text[max(at - WORD_WINDOW, 0) : at])
        after = _AFTER_COMMA.match(text, at + 1)
        if before is None or after is None or spaces_of_line(text, at) < MIN_PROSE_SPACES:
            continue
        left, right = before.group(1), after.group()
        if left.istitle() and tags().of(right) & (PAST | PARTICIPLE) and right.islower():
            # "the analyst Holm,invited to speak": editors lose that space as often.
            continue
        yield at - len(left), at + 1, after.end()


def _articles(text: str) -> Iterator[tuple[int, int, int]]:
    """Yield start, cut and end of an article or preposition that a name is jammed to."""
    for match in _ARTICLE.finditer(text):
        left, right = match.groups()
        lower = right.lower()
        if lower in THE_BRANDS or text.count(match.group()) > 1:
            continue
        known = lexicon()
        repeated = re.search(rf"\b{right}\b", text) is not None
        named = known.is_name(lower) and not known.is_word(lower)
        if repeated or named or (left == "the" and _is_placed(text, match, lower)):
            yield match.start(), match.start(2), match.end()


def _is_placed(text: str, match: re.Match[str], lower: str) -> bool:
    """Say whether a name that no list knows stands behind a preposition and before plain prose."""
    before = text[max(match.start() - WORD_WINDOW, 0) : match.start()].split()[-1:]
    after = text[match.end() : match.end() + 2]
    plain = after[:1] == " " and after[1:].islower()
    return plain and bool(before) and before[0] in _PLACED and not lexicon().is_word(lower)


def _decimals(text: str) -> Iterator[tuple[int, int, int]]:
    """Yield start, cut and end of a decimal that a word is jammed to."""
    for match in _DECIMAL.finditer(text) if "." in text else ():
        unit, start = match.group(1), match.start()
        while start and (text[start - 1].isdigit() or text[start - 1] in ",$€£"):
            start -= 1
        whole = text[start : match.start()].lstrip("$€£")
        if not whole[:1].isdigit() or text[start - 1 : start] in tuple(".-/:_@#"):
            continue
        if text[start - 1 : start].isalnum() or unit in _MEASURES:
            continue
        if lexicon().is_word(unit):
            yield start, match.start(1), match.end()

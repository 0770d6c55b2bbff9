"""Acronyms that the next word is run into: "NATOsaid", "the VARscreen", "EUleaders"."""

from __future__ import annotations

from ..text.lexicon import lexicon
from ..text.tags import ADJECTIVE, NOUN, PAST, THIRD, tags

# What an acronym does, where the table has it as a noun too.
_ACTS = frozenset("said says will would has had have was were with from that and".split())
# Bodies and countries of which no brand is made but with a few words: "NATOforces", "USsoldiers".
_POWERS = frozenset("NATO EU UN US USA UK UAE IDF IAEA".split())
_IN_BRANDS = frozenset("rope port able ages sage dist".split())
# What is written behind an acronym with a hyphen, or without one.
_BASED = frozenset(
    "based led backed linked owned run related tagged coded cut wide style made born funded trained".split()
)
# A shorter word behind an acronym may be the end of a brand, in letters.
MIN_NOUN, MIN_BEHIND_POWER = 5, 4
# An acronym that no list has is longer.
MIN_ACRONYM = 3
# A noun behind an acronym is this common (Zipf).
NOUN_ZIPF = 4.0


def acronym_end(text: str, word: str) -> int:
    """Return how many letters of a word are an acronym that lacks the space behind it, or -1."""
    known = lexicon()
    at = next(i for i in range(1, len(word)) if word[i].islower())
    acronym, behind = word[:at], word[at:]
    if not known.is_word(behind) or behind in _BASED:
        return -1
    common = known.zipf(behind) >= NOUN_ZIPF
    if acronym in _POWERS and behind not in _IN_BRANDS:
        return at if common and len(behind) >= MIN_BEHIND_POWER else -1
    if at < MIN_ACRONYM:
        return -1
    flags = tags().of(behind)
    if behind in _ACTS or (flags & (PAST | THIRD) and not flags & (NOUN | ADJECTIVE)):
        return at
    # "the VARscreen": where the article has VAR alone, it is no name of a thing.
    noun = common and len(behind) >= MIN_NOUN and flags & NOUN
    return at if noun and f" {acronym} " in text else -1

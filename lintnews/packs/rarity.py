"""How rarely a string occurs in news: which of several requirements to look for first."""

from __future__ import annotations

import functools
import math
from collections.abc import Iterable

from ..text.lexicon import lexicon

# Strings of which one must occur.
Requirement = frozenset[str]
# Before or behind a string: no letter or digit may stand there.
EDGE = "\0"

# More alternatives cost more memory than they save matching.
MAX_STRINGS = 120
# Chance that a given letter follows another, for strings that are no words.
NEXT_LETTER = 0.045
# How much likelier a word is beside a given one than anywhere.
BESIDE = 20.0
# Occurrences of a string with letters beyond ASCII in a thousand words of English news.
FOREIGN_USES = 0.05
# Occurrences of marks in a thousand words; others have about three.
MARK_USES = {",": 60.0, ".": 60.0, "-": 15.0, "'": 15.0, "’": 15.0, '"': 15.0, "“": 8.0, "”": 8.0}
# Occurrences of a full stop with at least two given letters behind it, in a thousand words.
STOP_USES = 0.1
# Occurrences of a mark with two given digits behind it, in a thousand words.
DIGIT_USES = 0.02
# What each tenfold of strings costs, in the units of `rarity`.
STRINGS_COST = 0.25
# Strings and requirements whose rarity is remembered: rules share most of their words.
KEPT_RARITIES = 20_000


def best(
    requirements: Iterable[Requirement], most: int = MAX_STRINGS, least: float = 0.0
) -> Requirement | None:
    """Return the requirement of `most` strings that occurs least often, or None.

    What is not rarer than `least` is not worth looking for.
    """
    usable = [r for r in requirements if len(r) <= most and rarity(r) > least]
    return max(usable, key=_worth, default=None)


def _worth(requirement: Requirement) -> float:
    return rarity(requirement) - STRINGS_COST * math.log10(len(requirement))


@functools.lru_cache(maxsize=KEPT_RARITIES)
def rarity(requirement: Requirement) -> float:
    """Return how rarely any of the strings occurs: 2 is once in a thousand words, 3 in ten thousand.

    Zero or less says that looking for it is not worth its while.
    """
    return 2.0 - math.log10(sum(map(_uses, requirement)))


@functools.lru_cache(maxsize=KEPT_RARITIES)
def _uses(text: str) -> float:
    """Return a rough number of occurrences in a thousand words, inside other words too."""
    words = text.strip(EDGE).split()
    if not words:
        return 1_000.0
    closed = (text.startswith((EDGE, " ")), text.endswith((EDGE, " ")))
    if len(words) == 1:
        uses = [_uses_of_word(words[0], all(closed))]
    else:
        uses = [
            _uses_of_word(words[0], closed[0]),
            *(_uses_of_word(word, True) for word in words[1:-1]),
            _uses_of_word(words[-1], closed[1]),
        ]
        uses.sort()
    found = uses[0]
    for other in uses[1:]:
        found *= min(1.0, other * BESIDE / 1_000)
    return found + 1e-4


def _uses_of_word(word: str, whole: bool) -> float:
    if len(word) < 2 and not word.isalnum():
        return MARK_USES.get(word, 3.0)
    if not word.isascii():
        return FOREIGN_USES
    if len(word) > 2 and word[0] == "." and word[1:].isalpha():
        return STOP_USES
    if len(word) > 2 and not word[0].isalnum() and word[1:].isdecimal():
        return DIGIT_USES
    uses = 10 ** (lexicon().zipf(word) - 6)
    return uses if whole else uses + 1_000 * NEXT_LETTER ** (len(word) - 1)

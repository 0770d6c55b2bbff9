"""How well a form of a name is attested by itself: a word, a common name, a listed name."""

from __future__ import annotations

import math

from ..text.lexicon import lexicon
from .store import Names

# Natural-log odds that a form is right as it stands. Each was fitted on machine translations
# beside human ones (logistic regression over the nearest listed name) and rounded.
# A word of the dictionary.
WORD_ODDS = 1.0
# Each tenfold of its use in general English.
ZIPF_ODDS = 0.8
# Somebody of note bears it: two thirds of the right names near a listed one, a sixth of the wrong.
BORNE_ODDS = 1.4
# Each e-fold of listed names that hold it, and where more stop counting.
LISTED_ODDS = 2.0
MOST_ODDS = 7.0
# Surnames that millions share, with given names a vowel apart: Kim Young-ho and Kim Yung-ho are two
# people unless the article gives one the other's office.
CROWDED = frozenset(
    """kim lee park choi jung jeong kang cho jo yoon yun jang chang lim han seo shin kwon hwang ahn
    song ryu hong wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo
    zheng liang xie tang nguyen tran pham""".split()
)
# Parts remembered between articles; cleared when full, so that hostile text cannot fill memory.
KEPT = 50_000


def attested(part: str, names: Names) -> float:
    """Return how much speaks for a folded part as it stands, in natural-log odds, 0 to MOST_ODDS."""
    if part in names.attested:
        return names.attested[part]
    known = lexicon()
    odds = ZIPF_ODDS * known.zipf(part)
    if known.is_word(part):
        odds += WORD_ODDS
    if known.is_borne(part):
        odds += BORNE_ODDS
    listed = names.count_last(part) + names.count_first(part)
    if len(names.attested) > KEPT:
        names.attested.clear()
    odds = names.attested[part] = min(odds + LISTED_ODDS * math.log1p(listed), MOST_ODDS)
    return odds


def rarity(part: str, names: Names) -> float:
    """Return what an equal part says for one bearer, in natural-log odds, 0.8 to 3.5.

    A first name that thousands have says little; one that a single listed person has says much.
    """
    zipf = lexicon().zipf(part)
    listed = names.count_first(part) + names.count_last(part)
    return max(0.8, 3.5 - 0.4 * max(0.0, zipf - 1.5) - 0.3 * math.log1p(listed))

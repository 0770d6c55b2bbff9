"""Lower-case words of a document that no word list knows, and what they may have been meant to be."""

from __future__ import annotations

from typing import NamedTuple

from .lexicon import lexicon
from .tokens import Tokens

_PREFIXES = (
    "un", "non", "re", "anti", "pre", "over", "mis", "out", "super", "mega", "ultra", "multi", "micro", "bio",
    "eco", "tele", "cyber", "co", "sub", "inter", "post", "under", "hyper", "mini", "semi", "counter", "pro",
    "de", "dis", "auto", "neo", "nano", "geo", "electro", "hydro", "photo", "thermo", "psycho", "socio", "trans",
    "extra", "intra", "meta", "mono", "poly", "pseudo", "quasi", "retro", "up", "mid", "para", "agro", "aero",
    "crypto", "narco", "euro", "petro", "techno", "kilo", "giga", "tera", "milli", "immuno", "cardio", "neuro",
)  # fmt: skip
_SUFFIXES = (
    "s", "es", "ed", "d", "ing", "er", "ers", "ly", "ness", "less", "like", "ish", "ism", "isms", "ist", "ists",
    "able", "ability", "y", "ies", "ize", "ise", "ized", "ised", "izing", "ising", "ization", "isation", "wise",
    "hood", "ship", "dom", "ful", "ment", "ments", "al", "ally", "ic", "ation", "gate", "fest", "proof", "ville",
    "ette", "ian", "ians", "esque", "ology", "ologist", "ologists", "itis", "metre", "metres", "meter", "meters",
)  # fmt: skip
# Up to so many letters dictionaries list what nobody writes; there use decides (Zipf).
SHORT = 3
RARE_ZIPF = 2.75
# Halves of a compound are this common (Zipf).
HALF_ZIPF = 3.25
# Parts of a compound have at least so many letters.
MIN_PART = 3
# Longer ones are no words but what a lost space or a machine made of several; every way to cut or to
# change one would be tried, so the time would grow with the square of the length (letters).
MAX_WORD = 60


class Unknown(NamedTuple):
    """A word that no list knows, or that is short and hardly used; where it stands first, and how often."""

    word: str
    token: int
    times: int


def unknown_words(tokens: Tokens) -> list[Unknown]:
    """Return the lower-case words of a text that no list knows, in the order of the text."""
    known = lexicon()
    texts = tokens.texts
    words = {word for word in tokens.vocabulary if word.islower() and word.isalpha()}
    zipf = known.zipf
    odd = known.missing(word for word in words if len(word) > SHORT)
    odd += [word for word in words if len(word) <= SHORT and zipf(word) < RARE_ZIPF]
    places = {word: texts.index(word) for word in odd}
    return sorted(
        (Unknown(word, at, texts.count(word)) for word, at in places.items()),
        key=lambda unknown: unknown.token,
    )


def is_derived(word: str) -> bool:
    """Say whether a word is made of known words by English rules: prefix, suffix, compound."""
    known = lexicon().is_word
    for prefix in _PREFIXES:
        if word.startswith(prefix) and len(word) - len(prefix) >= MIN_PART:
            rest = word[len(prefix) :]
            if known(rest) or _is_inflected(rest):
                return True
    zipf = lexicon().zipf
    return _is_inflected(word) or any(
        zipf(left) >= HALF_ZIPF and zipf(right) >= HALF_ZIPF for left, right in halves(word)
    )


def _is_inflected(word: str) -> bool:
    is_word = lexicon().is_word
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= MIN_PART:
            stem = word[: -len(suffix)]
            if is_word(stem) or is_word(stem + "e") or is_word(stem + "y"):
                return True
            if len(stem) > 3 and stem[-1] == stem[-2] and is_word(stem[:-1]):
                return True
    return False


def halves(word: str) -> list[tuple[str, str]]:
    """Return the ways to cut a word into two known words of three letters or more."""
    is_word = lexicon().is_word
    if len(word) > MAX_WORD:
        return []
    return [
        (word[:i], word[i:])
        for i in range(MIN_PART, len(word) - MIN_PART + 1)
        if is_word(word[:i]) and is_word(word[i:])
    ]


def neighbours(word: str, floor: float) -> list[str]:
    """Return the words one edit away that are at least as common as `floor` (Zipf), best first."""
    if len(word) > MAX_WORD:
        return []
    known = lexicon()
    zipf, is_word = known.zipf, known.is_word
    letters = "etaoinsrhldcumfpgwybvkxjqz"
    found: dict[str, float] = {}
    cuts = [(word[:i], word[i:]) for i in range(len(word) + 1)]
    for a, b in cuts:
        if b:
            forms = [a + b[1:]]
            if len(b) > 1:
                forms.append(a + b[1] + b[0] + b[2:])
            forms += [a + c + b for c in letters]
            if a:
                forms += [a + c + b[1:] for c in letters]
        else:
            forms = [a + c for c in letters]
        for form in forms:
            common = zipf(form)
            if common >= floor and form not in found and is_word(form):
                found[form] = common
    return sorted(found, key=found.__getitem__, reverse=True)

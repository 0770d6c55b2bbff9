"""How a name sounds, whichever language's letters spell it: "Chudja" and "Sudzha" differ in one.

`sound` gives one letter a sound. Transliterations of one name mostly agree in it, or nearly so.
"""

from __future__ import annotations

import functools

from ..lazy import lazy_pattern
from .fold import LONGEST_KEPT

# Letters of one sound, the longer ones first; capitals stand for the sounds ch, sh, zh, kh.
_SOUNDS = (
    ("dsch", "Z"), ("tsch", "C"), ("zsch", "C"), ("dzh", "Z"), ("tch", "C"), ("sch", "S"),
    ("sht", "St"), ("dj", "Z"), ("dz", "Z"), ("zh", "Z"), ("cz", "C"), ("ch", "C"), ("tx", "C"),
    ("sh", "S"), ("sz", "S"), ("kh", "H"), ("gh", "g"), ("ph", "f"), ("th", "T"), ("ck", "k"),
    ("qu", "k"), ("tz", "c"), ("ts", "c"), ("x", "ks"),
)  # fmt: skip
_PATTERN = lazy_pattern("|".join(letters for letters, _ in _SOUNDS))
_SOUND_OF = dict(_SOUNDS)
# Slavic -ic is read -ich; any other c before a, o, u or a consonant is a k.
_SOFT_C = lazy_pattern(r"(?<=i)c$")
_HARD_C = lazy_pattern(r"c(?![eiy])")
# Final e behind a consonant is silent in English and French.
_SILENT_E = lazy_pattern(r"(?<=[^aeiou][aeiou][^aeiou])e$|(?<=[^aeiou]ea[^aeiou])e$")
_SINGLE = str.maketrans({"q": "k", "w": "v", "j": "i", "y": "i", "h": "H"})
# Vowels that are written together for one sound.
_VOWELS = lazy_pattern(r"oo|ou|ee|ea|ie|ei|ai|ae|oe|ue|aw|au|ow|ui|ii")
_VOWEL_OF = {
    "oo": "u", "ou": "u", "ee": "i", "ea": "i", "ie": "i", "ei": "e", "ai": "e", "ae": "e",
    "oe": "o", "ue": "u", "aw": "o", "au": "o", "ow": "o", "ui": "i", "ii": "i",
}  # fmt: skip
_DOUBLED = lazy_pattern(r"(.)\1+")


def sound(part: str) -> str:
    """Return a folded part with one letter a sound; doubled letters become one."""
    return _sound(part) if len(part) <= LONGEST_KEPT else _sound.__wrapped__(part)


@functools.lru_cache(maxsize=2_048)
def _sound(part: str) -> str:
    text = _PATTERN.sub(lambda match: _SOUND_OF[match.group()], part)
    text = _SOFT_C.sub("C", _SILENT_E.sub("", text))
    text = _HARD_C.sub("k", text).replace("yo", "e")
    text = _VOWELS.sub(lambda match: _VOWEL_OF[match.group()], text)
    return _DOUBLED.sub(r"\1", text.translate(_SINGLE))


# Sounds that transliterations take for each other.
_ALIKE = str.maketrans(
    {
        "a": "", "e": "", "i": "", "o": "", "u": "", "H": "", "z": "s", "S": "s", "C": "s",
        "Z": "s", "c": "s", "v": "f", "T": "t", "g": "k", "d": "t", "b": "p",
    }
)  # fmt: skip
# Letters of the longer sound form from which on two sounds may differ, else one.
MANY_SOUNDS = 6


def heard_letters(a: str, b: str) -> int | None:
    """Return the sounds that differ in two parts whose consonants agree, None where they do not."""
    from rapidfuzz.distance import OSA

    x, y = _comparable(sound(a), sound(b))
    return OSA.distance(x, y) if _frame(x) == _frame(y) else None


def sounds_alike(a: str, b: str) -> bool:
    """Say whether two folded parts may be one name by the ear: Cooler and Koller, Vitkaf and Witkoff.

    The consonants agree but for voice and hiss, and no more than one or two sounds differ.
    """
    from rapidfuzz.distance import OSA

    x, y = sound(a), sound(b)
    if x == y or (len(x) >= MANY_SOUNDS and x[:-1] == y) or (len(y) >= MANY_SOUNDS and y[:-1] == x):
        return True
    x, y = _comparable(x, y)
    if _frame(x) != _frame(y):
        return False
    reach = 2 if max(len(x), len(y)) >= MANY_SOUNDS else 1
    return OSA.distance(x, y, score_cutoff=reach) <= reach


def sound_keys(part: str) -> frozenset[str]:
    """Return keys of a folded part; parts that sound alike share one."""
    return _sound_keys(part) if len(part) <= LONGEST_KEPT else _sound_keys.__wrapped__(part)


@functools.lru_cache(maxsize=2_048)
def _sound_keys(part: str) -> frozenset[str]:
    heard = sound(part)
    return frozenset({_frame(heard), _frame(heard.replace("g", "H")), _frame(heard[:-1])})


def _comparable(x: str, y: str) -> tuple[str, str]:
    """Return two sound forms; with h for g where else they differ, as Ukrainian and Russian do."""
    if _frame(x) == _frame(y):
        return x, y
    return x.replace("g", "H"), y.replace("g", "H")


def _frame(sounds: str) -> str:
    return _DOUBLED.sub(r"\1", sounds.translate(_ALIKE))

"""Whether two spellings are one name romanised by the rules of two languages: Jang and Chang.

sound.py reads every part in one way. Here a letter is read as the language does that may have
written it: the c and j of Turkish, the x of Chinese, the th and silent r of Thai.
"""

from __future__ import annotations

import functools

from ..lazy import lazy_pattern
from .fold import LONGEST_KEPT, fold
from .parts import name_parts
from .sound import sound, sound_keys, sounds_alike

# Letters of a part below which its sound must be the same, and below which nothing is compared.
SHORT = 4
LEAST = 3
# What a folded letter hides that has a sound of its own.
_STRUCK = str.maketrans({"đ": "dj", "Đ": "dj"})
# c and j are one sound in Turkish and English, and Korean j and ch; Slavic and German j is a y.
_HISSED = lazy_pattern(r"dj|dzh|ch|j|c(?![hk])")
# Thai writes a breath behind p, t and k, and an r that lengthens the vowel.
_BREATHED = lazy_pattern(r"(?<=[ptk])h|(?<=[aeo])r(?![aeiouyr])")
# Chinese x was hs in the older spelling.
_CHINESE_X = lazy_pattern(r"hs|x")
# Surnames of Korea, each in the spellings that passports and newspapers have.
_KOREAN = (
    "lee yi rhee ri", "park pak bak", "choi choe", "jung jeong chung chong", "kang gang", "cho jo",
    "yoon yun", "jang chang", "lim im rim yim", "shin sin", "kwon gwon", "noh roh no", "ko koh go",
    "moon mun", "woo wu", "joo ju chu", "koo ku goo gu", "suh seo so", "jun jeon chun chon",
    "paik baek paek", "cha ja", "kim gim", "oh o", "yoo yu ryu",
)  # fmt: skip
_SURNAME_OF = {name: names for names in map(str.split, _KOREAN) for name in names}


def readings(word: str) -> tuple[str, ...]:
    """Return a word of a name folded, in each way in which its letters may be read."""
    return _readings(word) if len(word) <= LONGEST_KEPT else _readings.__wrapped__(word)


@functools.lru_cache(maxsize=4096)
def _readings(word: str) -> tuple[str, ...]:
    plain = (name_parts(word.translate(_STRUCK)) or ("",))[-1]
    return (
        plain,
        _HISSED.sub("dzh", plain),
        _BREATHED.sub("", plain),
        _CHINESE_X.sub("sh", plain),
    )


def reading_keys(word: str) -> frozenset[str]:
    """Return keys of a word; words that one of their readings makes alike share one."""
    return frozenset(key for reading in readings(word) for key in sound_keys(reading))


def is_one_name(word: str, other: str) -> bool:
    """Say whether two words may be one name, each read in the same language's way."""
    pairs = list(zip(readings(word), readings(other), strict=True))
    least = min(len(fold(word)), len(fold(other)))
    if least < LEAST:
        return False
    if least < SHORT:
        return any(_strict(x) == _strict(y) for x, y in pairs)
    return any(sounds_alike(x, y) for x, y in pairs)


def heard_apart(word: str, other: str) -> int:
    """Return how many sounds differ, in the reading that has them nearest: 0 for Gauhar, Gohar."""
    from rapidfuzz.distance import OSA

    pairs = zip(readings(word), readings(other), strict=True)
    return min(OSA.distance(_strict(x), _strict(y)) for x, y in pairs)


def is_korean_surname(word: str, other: str) -> bool:
    """Say whether two words are one Korean surname in two spellings: Park and Pak."""
    names = _SURNAME_OF.get(fold(word))
    return names is not None and fold(other) in names and fold(word) != fold(other)


def _strict(part: str) -> str:
    """Return the sound of a folded part, with one s for every voiceless hiss but sh and ch."""
    return sound(part).replace("c", "s").replace("T", "t")

"""Chinese names in pinyin: one letter apart they are other names."""

from __future__ import annotations

import functools

from ..lazy import lazy_pattern

# Every syllable of Mandarin in folded letters (ü as u or v).
_SYLLABLE = (
    "(?:[bpmf](?:a|o|ai|ei|ao|ou|an|en|ang|eng|i|ie|iao|iu|ian|in|ing|u)"
    "|[dtnl](?:a|e|ai|ei|ao|ou|an|en|ang|eng|ong|i|ia|ie|iao|iu|ian|in|iang|ing|u|uo|ui|uan|un|ue|v)"
    "|[gkh](?:a|e|ai|ei|ao|ou|an|en|ang|eng|ong|u|ua|uo|uai|ui|uan|un|uang)"
    "|[jqx](?:i|ia|ie|iao|iu|ian|in|iang|ing|iong|u|ue|uan|un)"
    "|(?:zh|ch|sh|[zcsr])(?:a|e|ai|ei|ao|ou|an|en|ang|eng|ong|i|u|ua|uo|uai|ui|uan|un|uang)"
    "|y(?:a|e|ao|ou|an|ang|i|in|ing|ong|u|ue|uan|un)|w(?:a|o|ai|ei|an|en|ang|eng|u)"
)
_VOWELS = "|a|o|e|ai|ei|ao|ou|an|en|ang|er)"
# No name is longer, in syllables.
_NAME = lazy_pattern(_SYLLABLE + _VOWELS + "{1,4}")
# As Chinese write it: inside a name an apostrophe stands before a vowel (Xi'an).
_WRITTEN = lazy_pattern(_SYLLABLE + _VOWELS + _SYLLABLE + "){0,3}")
_LANDS = frozenset(("China", "Taiwan", "Hong Kong", "Macau", "Singapore"))


@functools.lru_cache(maxsize=4096)
def is_pinyin(part: str) -> bool:
    """Say whether a folded part is a chain of Mandarin syllables: "xining", not "beijng"."""
    return _NAME.fullmatch(part) is not None


@functools.lru_cache(maxsize=4096)
def is_written_pinyin(part: str) -> bool:
    """Say whether a folded part is well-formed without an apostrophe: "yaoxiang", not "yaosiang"."""
    return _WRITTEN.fullmatch(part) is not None


def are_chinese(part: str, other: str, of: tuple[str, ...]) -> bool:
    """Say whether both are well-formed pinyin and `other` belongs to a Chinese entry of lands `of`.

    Syllables are few, so most one-letter neighbours are names too: Xining, Xinming; Guandong.
    """
    return bool(_LANDS.intersection(of)) and is_pinyin(part) and is_pinyin(other)

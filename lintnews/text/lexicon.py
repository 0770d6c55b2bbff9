"""Is it an English word, and how common is it? A read-only hash table, mapped, not loaded.

An entry of the table is 32 bits: 24 bits of the word's hash, 5 bits for four times its Zipf
frequency, three flags. A word that is not in the table is taken for one once in 10,000 times.
"""

from __future__ import annotations

import mmap
from collections.abc import Iterable
from functools import cache

from .table import HashTable, map_file

HEADER = b"lintnews lexicon 1\n".ljust(32, b"\0")
SLOTS = 1 << 19
WORD = 1
NAME = 2
BORNE = 4


def entry_of(code: int, zipf: float, flags: int) -> int:
    quarter = min(max(round(zipf * 4), 1), 31)
    return (code >> 8 << 8) | quarter << 3 | flags


class Lexicon(HashTable):
    """Lower-case words with flags and Zipf frequency (log10 of uses in a billion words)."""

    def __init__(self, data: bytes | mmap.mmap):
        super().__init__(data, HEADER, SLOTS, 8)

    def zipf(self, word: str) -> float:
        """Return the Zipf frequency of a lower-case word: "the" 7.4, "minister" 4.6, unknown 0."""
        return (self.entry(word) >> 3 & 31) / 4

    def is_word(self, word: str) -> bool:
        """Say whether a dictionary lists the lower-case word as a common word."""
        return bool(self.entry(word) & WORD)

    def missing(self, words: Iterable[str]) -> list[str]:
        """Return those of the lower-case words that no dictionary lists as common words."""
        return [word for word in words if not self.entry(word) & WORD]

    def is_name(self, word: str) -> bool:
        """Say whether a dictionary lists the word, given in lower case, as a proper name."""
        return bool(self.entry(word) & NAME)

    def is_borne(self, word: str) -> bool:
        """Say whether somebody of note bears the folded word as a given name or surname."""
        return bool(self.entry(word) & BORNE)


@cache
def lexicon() -> Lexicon:
    """Return the built-in lexicon, mapped when it is first needed."""
    return Lexicon(map_file("lexicon.bin"))

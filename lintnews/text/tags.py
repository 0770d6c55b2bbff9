"""Which parts of speech a word can be: a read-only hash table, mapped, not loaded.

An entry is 32 bits: 20 bits of the word's hash and 12 flags. A word that is not in the table is
taken for one once in 16,000 times.
"""

from __future__ import annotations

import mmap
from functools import cache

from .table import HashTable, map_file

HEADER = b"lintnews tags 1\n".ljust(32, b"\0")
SLOTS = 1 << 17

NOUN = 1
PLURAL = 1 << 1
BASE = 1 << 2
THIRD = 1 << 3
PAST = 1 << 4
PARTICIPLE = 1 << 5
ING = 1 << 6
ADJECTIVE = 1 << 7
ADVERB = 1 << 8
# What the word is most often.
MOSTLY_VERB = 1 << 9
MOSTLY_NOUN = 1 << 10
PROPER = 1 << 11
VERB = BASE | THIRD | PAST | PARTICIPLE | ING
FINITE = BASE | THIRD | PAST


class Tags(HashTable):
    """Maps a lower-case word to its flags; 0 where it is unknown."""

    def __init__(self, data: bytes | mmap.mmap):
        super().__init__(data, HEADER, SLOTS, 12)

    def of(self, word: str) -> int:
        """Return the flags of a lower-case word."""
        return self.entry(word) & 0xFFF


@cache
def tags() -> Tags:
    """Return the built-in table, mapped when it is first needed."""
    return Tags(map_file("tags.bin"))

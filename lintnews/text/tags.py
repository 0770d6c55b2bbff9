"""Which parts of speech a word can be: a read-only hash table, mapped, not loaded.

An entry is 32 bits: 20 bits of the word's hash and 12 flags. A word that is not in the table is
taken for one once in 16,000 times.
"""

from __future__ import annotations

import mmap
import sys
from functools import cache
from pathlib import Path

from .lexicon import hash_of

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


class Tags:
    """Maps a lower-case word to its flags; 0 where it is unknown."""

    def __init__(self, data: bytes | mmap.mmap):
        view = memoryview(data)[len(HEADER) :]
        if sys.byteorder == "big":
            from array import array

            swapped = array("I", bytes(view))
            swapped.byteswap()
            view = memoryview(swapped.tobytes())
        self._table = view.cast("I")

    def of(self, word: str) -> int:
        """Return the flags of a lower-case word."""
        code = hash_of(word)
        wanted = code >> 12
        table = self._table
        slot = code % SLOTS
        while entry := table[slot]:
            if entry >> 12 == wanted:
                return entry & 0xFFF
            slot = (slot + 1) % SLOTS
        return 0


@cache
def tags() -> Tags:
    """Return the built-in table, mapped when it is first needed."""
    path = Path(__file__).resolve().parent.parent / "data" / "tags.bin"
    with path.open("rb") as file:
        return Tags(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))

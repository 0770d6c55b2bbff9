"""Known misspellings and what was meant: a read-only table, mapped, not loaded.

Behind the header stand the slots of a hash table (32-bit offsets into the text behind them, 0 for
an empty slot), then lines of "wrong<tab>right,right". Every look-up checks the line itself.
"""

from __future__ import annotations

import mmap
import struct
from functools import cache
from pathlib import Path

from .table import hash_of

HEADER = b"lintnews misspellings 1\n".ljust(32, b"\0")
SLOTS = 1 << 17


class Misspellings:
    """Maps a wrong lower-case word to the words that were meant, the likeliest first."""

    def __init__(self, data: bytes | mmap.mmap):
        self._data = data
        self._text = len(HEADER) + 4 * SLOTS

    def meant(self, word: str) -> tuple[str, ...]:
        """Return the words that a lower-case word is a known misspelling of; () for none."""
        wanted = word.encode("utf-8", "surrogatepass") + b"\t"
        slot = hash_of(word) % SLOTS
        data = self._data
        while True:
            (offset,) = struct.unpack_from("<I", data, len(HEADER) + 4 * slot)
            if not offset:
                return ()
            at = self._text + offset
            if data[at : at + len(wanted)] == wanted:
                end = data.find(b"\n", at)
                return tuple(data[at + len(wanted) : end].decode().split(","))
            slot = (slot + 1) % SLOTS


@cache
def misspellings() -> Misspellings:
    """Return the built-in table, mapped when it is first needed."""
    path = Path(__file__).resolve().parent.parent / "data" / "misspellings.bin"
    with path.open("rb") as file:
        return Misspellings(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))

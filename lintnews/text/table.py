"""Words in a mapped hash table of 32-bit entries: the word's hash above, what is known of it below."""

from __future__ import annotations

import mmap
import sys
import zlib
from array import array
from pathlib import Path

_FOLDER = Path(__file__).resolve().parent.parent / "data"


def hash_of(word: str) -> int:
    return zlib.crc32(word.encode("utf-8", "surrogatepass"))


def map_file(name: str) -> mmap.mmap:
    """Return a generated table of the package, mapped for reading."""
    with (_FOLDER / name).open("rb") as file:
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)


def numbers(data: memoryview, kind: str) -> memoryview:
    """Return little-endian numbers, "I" of 32 or "Q" of 64 bits, as this machine reads them."""
    if sys.byteorder == "big":
        swapped = array(kind, bytes(data))
        swapped.byteswap()
        data = memoryview(swapped.tobytes())
    return data.cast("I") if kind == "I" else data.cast("Q")


class HashTable:
    """Looks words up: `slots` entries behind the header, open addressing, `low` bits of value."""

    def __init__(self, data: bytes | mmap.mmap, header: bytes, slots: int, low: int):
        self._table = numbers(memoryview(data)[len(header) :], "I")
        self._slots = slots
        self._low = low

    def entry(self, word: str) -> int:
        """Return the entry of a word, 0 where it has none."""
        code = hash_of(word)
        table, slots, low = self._table, self._slots, self._low
        wanted, slot = code >> low, code % slots
        while entry := table[slot]:
            if entry >> low == wanted:
                return entry
            slot = (slot + 1) % slots
        return 0

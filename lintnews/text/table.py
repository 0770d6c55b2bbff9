"""Words in a mapped hash table of 32-bit entries: the word's hash above, what is known of it below."""

from __future__ import annotations

import mmap
import struct
import sys
import zlib
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Mapping
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


# Words whose entries are remembered: texts share most of theirs. Longer ones are no words.
KEPT_WORDS = 10_000
LONGEST_KEPT = 40


class HashTable:
    """Looks words up: `slots` entries behind the header, open addressing, `low` bits of value."""

    def __init__(self, data: bytes | mmap.mmap, header: bytes, slots: int, low: int):
        self._table = numbers(memoryview(data)[len(header) :], "I")
        self._slots = slots
        self._low = low
        self._known: dict[str, int] = {}

    def entry(self, word: str) -> int:
        """Return the entry of a word, 0 where it has none."""
        known = self._known.get(word)
        return self._probe(word) if known is None else known

    def _probe(self, word: str) -> int:
        code = hash_of(word)
        table, slots, low = self._table, self._slots, self._low
        wanted, slot = code >> low, code % slots
        while (entry := table[slot]) and entry >> low != wanted:
            slot = (slot + 1) % slots
        if len(word) <= LONGEST_KEPT:
            if len(self._known) >= KEPT_WORDS:
                self._known.clear()
            self._known[word] = entry
        return entry


# Lines between two whose offsets stand in a WordMap's table: offsets hardly pack, lines do.
STEP = 16


class WordMap:
    """Maps words to words: offsets of every STEP-th line, then sorted lines of "key<tab>value,value".

    Raises ValueError for data with another header.
    """

    def __init__(self, data: bytes | mmap.mmap, header: bytes):
        if data[: len(header)] != header:
            raise ValueError("a word map with another header")
        (count,) = struct.unpack_from("<I", data, len(header))
        table = len(header) + 4
        self._offsets = numbers(memoryview(data)[table : table + 4 * count], "I")
        self._text = table + 4 * count
        self._data = data
        self._known: dict[str, tuple[str, ...]] = {}

    def values(self, word: str) -> tuple[str, ...]:
        """Return the values of a word in their order; () for none."""
        known = self._known.get(word)
        if known is None:
            known = self._find(word)
            if len(word) <= LONGEST_KEPT:
                if len(self._known) >= KEPT_WORDS:
                    self._known.clear()
                self._known[word] = known
        return known

    def _key_at(self, offset: int) -> bytes:
        start = self._text + offset
        return self._data[start : self._data.find(b"\t", start)]

    def _find(self, word: str) -> tuple[str, ...]:
        if "\n" in word or "\t" in word:
            return ()
        wanted = word.encode("utf-8", "surrogatepass")
        data, offsets, text = self._data, self._offsets, self._text
        low = bisect_right(offsets, wanted, key=self._key_at)
        if not low:
            return ()
        # The line break before the block's first line is part of what is looked for.
        start = text + offsets[low - 1] - 1
        stop = text + offsets[low] if low < len(offsets) else len(data)
        at = data.find(b"\n" + wanted + b"\t", start, stop)
        if at < 0:
            return ()
        at += len(wanted) + 2
        return tuple(data[at : data.find(b"\n", at)].decode().split(","))


def encode_map(values: Mapping[str, Iterable[str]], header: bytes) -> bytes:
    """Return the bytes of a WordMap. Keys hold no tabs, values no commas, neither a line break."""
    text = bytearray(b"\n")
    offsets = []
    for number, key in enumerate(sorted(values)):
        if number % STEP == 0:
            offsets.append(len(text))
        text += f"{key}\t{','.join(values[key])}\n".encode()
    return header + struct.pack(f"<I{len(offsets)}I", len(offsets), *offsets) + bytes(text)

"""Words in a mapped hash table of 32-bit entries: the word's hash above, what is known of it below."""

from __future__ import annotations

import mmap
import struct
import sys
import zlib
from array import array
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
KEPT_WORDS = 30_000
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


class WordMap:
    """Maps words to words: a hash table of offsets, then lines of "key<tab>value,value".

    Every look-up checks the line itself. Raises ValueError for data with another header.
    """

    def __init__(self, data: bytes | mmap.mmap, header: bytes):
        if data[: len(header)] != header:
            raise ValueError("a word map with another header")
        (self._slots,) = struct.unpack_from("<I", data, len(header))
        self._table = len(header) + 4
        self._text = self._table + 4 * self._slots
        self._data = data

    def values(self, word: str) -> tuple[str, ...]:
        """Return the values of a word in their order; () for none."""
        wanted = word.encode("utf-8", "surrogatepass") + b"\t"
        slot = hash_of(word) % self._slots
        data = self._data
        while True:
            (offset,) = struct.unpack_from("<I", data, self._table + 4 * slot)
            if not offset:
                return ()
            at = self._text + offset
            if data[at : at + len(wanted)] == wanted:
                end = data.find(b"\n", at)
                return tuple(data[at + len(wanted) : end].decode().split(","))
            slot = (slot + 1) % self._slots


def encode_map(values: Mapping[str, Iterable[str]], header: bytes, slots: int) -> bytes:
    """Return the bytes of a WordMap; `slots` is more than the keys. Values hold no commas.

    Lines stand in the order of the keys: what is alike side by side packs well.
    """
    text = bytearray(b"\n")
    table = [0] * slots
    for key in values:
        slot = hash_of(key) % slots
        while table[slot]:
            slot = (slot + 1) % slots
        table[slot] = len(text)
        text += f"{key}\t{','.join(values[key])}\n".encode()
    return header + struct.pack(f"<I{slots}I", slots, *table) + bytes(text)

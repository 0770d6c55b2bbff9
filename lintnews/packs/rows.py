"""Encoded values side by side in mapped memory: of thousands, an article needs a few."""

from __future__ import annotations

import mmap
import sys
from array import array
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import msgspec

from ..text.table import numbers


class Rows(msgspec.Struct, frozen=True, array_like=True):
    """Encoded values one behind the other, and where each ends (32 bits, little-endian)."""

    ends: memoryview = memoryview(b"")
    data: memoryview = memoryview(b"")

    def __len__(self) -> int:
        return len(self.ends) // 4

    def reader(self, kind: type[Any]) -> Reader:
        return Reader(self, kind)


class Reader:
    """Decodes rows of one type, each when it is first asked for; raises msgspec.DecodeError."""

    def __init__(self, rows: Rows, kind: type[Any]):
        self._data = rows.data
        self._ends = numbers(rows.ends, "I")
        self._decode = msgspec.msgpack.Decoder(kind).decode
        self._known: dict[int, Any] = {}

    def __getitem__(self, number: int) -> Any:
        row = self._known.get(number)
        if row is None:
            start = self._ends[number - 1] if number else 0
            row = self._known[number] = self._decode(self._data[start : self._ends[number]])
        return row


def rows_of(values: Iterable[Any]) -> Rows:
    """Return values as rows, in order."""
    ends, data = array("I"), bytearray()
    for value in values:
        data += msgspec.msgpack.encode(value)
        ends.append(len(data))
    if sys.byteorder == "big":
        ends.byteswap()
    return Rows(memoryview(ends.tobytes()), memoryview(bytes(data)))


def map_whole(path: str | Path) -> memoryview:
    """Return the content of a file, mapped for reading; raises OSError."""
    with open(path, "rb") as file:
        try:
            return memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
        except ValueError:  # nothing can be mapped of an empty file
            return memoryview(b"")

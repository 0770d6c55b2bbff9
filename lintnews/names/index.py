"""A million names in one mapped file: exact membership and near neighbours, without loading it.

Sections are columns of little-endian numbers; every table of keys is a sorted column of 64-bit
values, the key's hash above, the form's number below. Forms are numbered in order of prominence,
so a bucket read from its start gives the best-known names first. Hashes may collide: callers
compare the spelling before they believe.
"""

from __future__ import annotations

import math
import mmap
import struct
import sys
import zlib
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from ..errors import NamesError
from ..folders import write_atomically
from ..packs.schema import NameEntry
from .fold import one_deletes, skeleton
from .parts import joined, name_parts
from .people import ALSO, MAIN, WRONG, Form, Known

MAGIC = b"LNAMES6\n"
_HEAD = struct.Struct("<8sII")
# Forms read from one bucket of near names; the most prominent come first.
MAX_BUCKET = 64
# Natural-log odds that each tenfold of a list's length, from a thousand on, takes from a near
# spelling: among more names more are near by chance.
CROWD = 0.8


class Header(msgspec.Struct):
    """Where each section starts and how long it is, in bytes; `size` is that of the file."""

    sections: dict[str, tuple[int, int]]
    size: int
    entries: int
    forms: int


def near_keys(parts: tuple[str, ...]) -> set[str]:
    """Return the keys under which near spellings of a name meet: one letter less, either side."""
    if len(parts) == 1:
        return {"1" + key for key in one_deletes(skeleton(parts[0]))}
    return {"2" + key for key in one_deletes(f"{skeleton(parts[0])}|{skeleton(parts[-1])}")}


def surname_keys(part: str) -> set[str]:
    return {"s" + key for key in one_deletes(skeleton(part))}


def _hash(key: str) -> int:
    return zlib.crc32(key.encode("utf-8", "surrogatepass"))


def build_index(entries: Iterable[NameEntry], path: Path) -> Header:
    """Write the index of the entries to `path`, atomically; raise OSError where that fails."""
    ordered = sorted(entries, key=lambda entry: -entry.weight)
    records, record_at = bytearray(), array("I", [0])
    texts, text_at = bytearray(), array("I", [0])
    form_entry, form_flag = array("I"), bytearray()
    exact, firsts, lasts, near = array("Q"), array("Q"), array("Q"), array("Q")
    number = 0
    for order, entry in enumerate(ordered):
        known = Known(
            entry.name, entry.kind, entry.roles, entry.of, entry.start, entry.end, entry.weight
        )
        records += msgspec.msgpack.encode(known)
        record_at.append(len(records))
        for text, flag in _forms(entry):
            parts = name_parts(text)
            if not parts:
                continue
            texts += text.encode("utf-8", "replace")
            text_at.append(len(texts))
            form_entry.append(order)
            form_flag.append(flag)
            for key in {joined(text), "".join(parts) if entry.kind == "person" else joined(text)}:
                exact.append(_hash(key) << 32 | number)
            if flag != WRONG:
                for part in parts[:-1]:
                    firsts.append(_hash(part) << 32 | number)
                lasts.append(_hash(parts[-1]) << 32 | number)
                keys = near_keys(parts)
                if len(parts) > 1 and entry.kind in ("person", ""):
                    keys |= surname_keys(parts[-1])
                for key in keys:
                    near.append(_hash(key) << 32 | number)
            number += 1
    sections = {
        "records": bytes(records),
        "record_at": _bytes(record_at),
        "texts": bytes(texts),
        "text_at": _bytes(text_at),
        "form_entry": _bytes(form_entry),
        "form_flag": bytes(form_flag),
        "exact": _bytes(array("Q", sorted(exact))),
        "firsts": _bytes(array("Q", sorted(firsts))),
        "lasts": _bytes(array("Q", sorted(lasts))),
        "near": _bytes(array("Q", sorted(near))),
    }
    return _write(path, sections, len(ordered), number)


def _forms(entry: NameEntry) -> Iterator[tuple[str, int]]:
    seen = {entry.name}
    yield entry.name, MAIN
    for flag, names in ((ALSO, entry.also), (WRONG, entry.wrong)):
        for name in names:
            if name not in seen:
                seen.add(name)
                yield name, flag


def _bytes(column: array[int]) -> bytes:
    if sys.byteorder == "big":
        column.byteswap()
    return column.tobytes()


def _write(path: Path, sections: dict[str, bytes], entries: int, forms: int) -> Header:
    # The header's length depends on the numbers in it; room for it is set aside.
    room = 1024
    at = room
    places = {}
    for name, data in sections.items():
        at += -at % 8
        places[name] = (at, len(data))
        at += len(data)
    header = Header(places, at, entries, forms)
    encoded = msgspec.msgpack.encode(header)
    out = bytearray(_HEAD.pack(MAGIC, len(encoded), zlib.crc32(encoded)) + encoded)
    for name, data in sections.items():
        out += bytes(places[name][0] - len(out)) + data
    write_atomically(path, bytes(out))
    return header


class NameIndex:
    """A mapped index file; safe to share between threads, and unaffected by a rebuild.

    Raises NamesError where the file is no index, is of another version, damaged or cut short.
    """

    def __init__(self, path: str | Path):
        self.path = str(path)
        try:
            with open(path, "rb") as file:
                self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        except (OSError, ValueError) as problem:
            raise NamesError(f"cannot be read: {problem}", path) from None
        self._header = self._checked_header()
        self._entries: dict[int, Known] = {}
        self._crowd = CROWD * max(0.0, math.log10(max(len(self), 1)) - 3)
        whole = memoryview(self._map)
        self._columns: dict[str, memoryview] = {}
        for name, (start, length) in self._header.sections.items():
            data = whole[start : start + length]
            kind = {"records": "B", "texts": "B", "form_flag": "B"}.get(
                name, "I" if name.endswith("_at") or name == "form_entry" else "Q"
            )
            self._columns[name] = data if kind == "B" else _numbers(data, kind)

    def _checked_header(self) -> Header:
        again = "; build it again with `lintnews names build`"
        try:
            magic, length, checksum = _HEAD.unpack_from(self._map, 0)
        except struct.error:
            raise NamesError(f"too short for a name index{again}", self.path) from None
        if magic != MAGIC:
            other = "of another version" if magic[:6] == MAGIC[:6] else "no name index"
            raise NamesError(f"{other}{again}", self.path)
        encoded = self._map[_HEAD.size : _HEAD.size + length]
        if zlib.crc32(encoded) != checksum:
            raise NamesError(f"the header is damaged{again}", self.path)
        header = msgspec.msgpack.decode(encoded, type=Header)
        if header.size != len(self._map):
            raise NamesError(f"cut short or grown since it was built{again}", self.path)
        return header

    def __len__(self) -> int:
        return self._header.entries

    def _bucket(self, table: str, key: str) -> Iterator[int]:
        column = self._columns[table]
        low = _hash(key) << 32
        high = low + (1 << 32)
        at = bisect_left(column, low)
        size = len(column)
        while at < size and (value := column[at]) < high:
            yield value & 0xFFFFFFFF
            at += 1

    def form(self, number: int) -> Form:
        """Return a form by its number."""
        at = self._columns["text_at"]
        text = bytes(self._columns["texts"][at[number] : at[number + 1]]).decode()
        entry = self._columns["form_entry"][number]
        flag = self._columns["form_flag"][number]
        return Form(text, flag, self._entry(entry), number, self._crowd)

    def _entry(self, number: int) -> Known:
        known = self._entries.get(number)
        if known is None:
            at = self._columns["record_at"]
            data = self._columns["records"][at[number] : at[number + 1]]
            known = msgspec.msgpack.decode(data, type=Known)
            if len(self._entries) > 20_000:
                self._entries.clear()
            self._entries[number] = known
        return known

    def exact(self, name: str) -> list[Form]:
        """Return every form that is the name but for case, marks, spaces and particles."""
        wanted = joined(name)
        return [
            form
            for form in map(self.form, self._bucket("exact", wanted))
            if joined(form.text) == wanted or "".join(name_parts(form.text)) == wanted
        ]

    def count_last(self, part: str) -> int:
        """Return how many forms end in a folded part (surnames, single names); counts to 1,000."""
        return self._count("lasts", part)

    def count_first(self, part: str) -> int:
        """Return how many forms hold a folded part before the last one; counts to 1,000."""
        return self._count("firsts", part)

    def _count(self, table: str, part: str) -> int:
        column = self._columns[table]
        low = _hash(part) << 32
        at = bisect_left(column, low)
        end = at
        stop = min(len(column), at + 1_000)
        while end < stop and column[end] >> 32 == low >> 32:
            end += 1
        return end - at

    def bearers(self, part: str) -> list[Form]:
        """Return the most prominent forms that end in a folded part."""
        return self._read("lasts", (part,), 16)

    def near(self, parts: tuple[str, ...]) -> list[Form]:
        """Return forms of the same number of parts (or more) whose skeleton is near."""
        return self._read("near", near_keys(parts), MAX_BUCKET)

    def near_surnames(self, part: str) -> list[Form]:
        """Return persons whose last part has a near skeleton, most prominent first."""
        return self._read("near", surname_keys(part), MAX_BUCKET)

    def _read(self, table: str, keys: Iterable[str], most: int) -> list[Form]:
        numbers: set[int] = set()
        for key in keys:
            for count, number in enumerate(self._bucket(table, key)):
                if count >= most:
                    break
                numbers.add(number)
        return [self.form(number) for number in sorted(numbers)]


def _numbers(data: memoryview, kind: str) -> memoryview:
    if sys.byteorder == "big":
        swapped = array(kind, bytes(data))
        swapped.byteswap()
        data = memoryview(swapped.tobytes())
    return data.cast("I") if kind == "I" else data.cast("Q")

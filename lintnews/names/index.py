"""A million names in one mapped file: exact membership and near neighbours, without loading it.

Sections are columns of little-endian numbers; every table of keys is a sorted column of 64-bit
values, the key's hash above, the form's number below. Forms are numbered in order of prominence,
so a bucket read from its start gives the best-known names first. Hashes may collide: callers
compare the spelling before they believe.
"""

from __future__ import annotations

import functools
import math
import mmap
import struct
import zlib
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from ..errors import NamesError
from ..text.table import numbers
from .fold import one_deletes, skeleton
from .parts import joined, name_parts
from .people import WRONG, Form, Known

MAGIC = b"LNAMES8\n"
HEAD = struct.Struct("<8sII")
# Bytes set aside for the header, whose length depends on the numbers in it.
ROOM = 1024
# Section -> type of its numbers, as struct names it.
SECTIONS = {
    "records": "B", "record_at": "Q", "texts": "B", "text_at": "Q", "form_entry": "I",
    "form_flag": "B", "exact": "Q", "firsts": "Q", "lasts": "Q", "near": "Q",
}  # fmt: skip
_BYTES = {"B": 1, "I": 4, "Q": 8}
_AGAIN = "; build it again with `lintnews names build`"
# Forms read from one bucket of near names; the most prominent come first.
MAX_BUCKET = 64
# Natural-log odds that each tenfold of a list's length, from a thousand on, takes from a near
# spelling: among more names more are near by chance.
CROWD = 1.15
# Entries kept decoded; a hostile article can ask for any number of them.
KEPT_ENTRIES = 20_000
# Skeletons of surnames whose hashes are kept; long lists share most of theirs.
KEPT_CODES = 4_096


class Header(msgspec.Struct):
    """Where each section starts and how long it is, in bytes; `size` is that of the file."""

    sections: dict[str, tuple[int, int]]
    size: int
    entries: int
    forms: int


def near_codes(parts: tuple[str, ...]) -> set[int]:
    """Return the hashes under which near spellings of a name meet: one letter less, either side."""
    if len(parts) == 1:
        return _codes("1", skeleton(parts[0]))
    return _codes("2", f"{skeleton(parts[0])}|{skeleton(parts[-1])}")


def surname_codes(part: str) -> set[int]:
    """Return the hashes under which near spellings of a last part meet."""
    return _surname_codes(skeleton(part))


@functools.lru_cache(maxsize=KEPT_CODES)
def _surname_codes(key: str) -> set[int]:
    return _codes("s", key)


def _codes(kind: str, key: str) -> set[int]:
    crc, start = zlib.crc32, zlib.crc32(kind.encode())
    return {crc(near.encode(), start) for near in one_deletes(key)}


def written_form(text: str) -> str:
    """Return a form as wrong ones are compared: without regard to case and curly apostrophes."""
    return " ".join(text.replace("’", "'").casefold().split())


def hash_of(key: str) -> int:
    return zlib.crc32(key.encode("utf-8", "surrogatepass"))


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
        for name, kind in SECTIONS.items():
            start, length = self._header.sections[name]
            data = whole[start : start + length]
            self._columns[name] = data if kind == "B" else numbers(data, kind)

    def _checked_header(self) -> Header:
        try:
            magic, length, checksum = HEAD.unpack_from(self._map, 0)
        except struct.error:
            raise NamesError(f"too short for a name index{_AGAIN}", self.path) from None
        if magic != MAGIC:
            other = "of another version" if magic[:6] == MAGIC[:6] else "no name index"
            raise NamesError(f"{other}{_AGAIN}", self.path)
        encoded = self._map[HEAD.size : HEAD.size + length]
        if zlib.crc32(encoded) != checksum:
            raise self._damaged("the header is damaged")
        try:
            header = msgspec.msgpack.decode(encoded, type=Header)
        except msgspec.DecodeError:
            raise self._damaged("the header is damaged") from None
        if header.size != len(self._map):
            raise self._damaged("cut short or grown since it was built")
        if not _fits(header):
            raise self._damaged("the header is damaged")
        return header

    def _damaged(self, reason: str) -> NamesError:
        return NamesError(f"{reason}{_AGAIN}", self.path)

    def __len__(self) -> int:
        return self._header.entries

    def _bucket(self, table: str, code: int) -> Iterator[int]:
        column = self._columns[table]
        low = code << 32
        high = low + (1 << 32)
        at = bisect_left(column, low)
        size = len(column)
        while at < size and (value := column[at]) < high:
            yield value & 0xFFFFFFFF
            at += 1

    def form(self, number: int) -> Form:
        """Return a form by its number; raise NamesError where the file gives no such form."""
        try:
            text = self._slice("texts", "text_at", number).decode()
            entry = self._columns["form_entry"][number]
            known = self._entry(entry)
        except (IndexError, ValueError, msgspec.DecodeError):
            raise self._damaged(f"damaged at form {number}") from None
        return Form(text, self._columns["form_flag"][number], known, number, self._crowd)

    def _entry(self, number: int) -> Known:
        known = self._entries.get(number)
        if known is None:
            known = msgspec.msgpack.decode(self._slice("records", "record_at", number), type=Known)
            if len(self._entries) > KEPT_ENTRIES:
                self._entries.clear()
            self._entries[number] = known
        return known

    def _slice(self, section: str, places: str, number: int) -> bytes:
        """Return one variable-length value; raise IndexError where it lies outside its section."""
        data, at = self._columns[section], self._columns[places]
        start, end = at[number], at[number + 1]
        if not start <= end <= len(data):
            raise IndexError(number)
        return bytes(data[start:end])

    def exact(self, name: str) -> list[Form]:
        """Return every form that is the name but for case, marks, spaces and particles.

        Wrong forms are compared exactly but for case: a missing mark makes another form.
        """
        wanted, written = joined(name), written_form(name)
        return [
            form
            for form in map(self.form, self._bucket("exact", hash_of(wanted)))
            if (
                written_form(form.text) == written
                if form.flag == WRONG
                else joined(form.text) == wanted or "".join(name_parts(form.text)) == wanted
            )
        ]

    def count_last(self, part: str) -> int:
        """Return how many forms end in a folded part (surnames, single names); counts to 1,000."""
        return self._count("lasts", part)

    def count_first(self, part: str) -> int:
        """Return how many forms hold a folded part before the last one; counts to 1,000."""
        return self._count("firsts", part)

    def _count(self, table: str, part: str) -> int:
        column = self._columns[table]
        low = hash_of(part) << 32
        at = bisect_left(column, low)
        end = at
        stop = min(len(column), at + 1_000)
        while end < stop and column[end] >> 32 == low >> 32:
            end += 1
        return end - at

    def bearers(self, part: str) -> list[Form]:
        """Return the most prominent forms that end in a folded part."""
        return self._read("lasts", (hash_of(part),), 16)

    def near(self, parts: tuple[str, ...]) -> list[Form]:
        """Return forms of the same number of parts (or more) whose skeleton is near."""
        return self._read("near", near_codes(parts), MAX_BUCKET)

    def near_surnames(self, part: str) -> list[Form]:
        """Return persons whose last part has a near skeleton, most prominent first."""
        return self._read("near", surname_codes(part), MAX_BUCKET)

    def _read(self, table: str, codes: Iterable[int], most: int) -> list[Form]:
        numbers: set[int] = set()
        for code in codes:
            for count, number in enumerate(self._bucket(table, code)):
                if count >= most:
                    break
                numbers.add(number)
        return [self.form(number) for number in sorted(numbers)]


def _fits(header: Header) -> bool:
    """Say whether the sections lie inside the file and are as long as their numbers say."""
    counts = {
        "record_at": header.entries + 1, "text_at": header.forms + 1,
        "form_entry": header.forms, "form_flag": header.forms,
    }  # fmt: skip
    for name, kind in SECTIONS.items():
        start, length = header.sections.get(name, (-1, 0))
        if start < 0 or length < 0 or start + length > header.size or length % _BYTES[kind]:
            return False
        if length // _BYTES[kind] != counts.get(name, length // _BYTES[kind]):
            return False
    return True

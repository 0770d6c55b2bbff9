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
from collections.abc import Iterable
from pathlib import Path

import msgspec

from ..errors import NamesError
from ..text.table import numbers
from .fold import one_deletes, skeleton
from .parts import joined, name_parts
from .people import WRONG, Form, Known
from .reach import alike, reachable

MAGIC = b"LNAMESB\n"
HEAD = struct.Struct("<8sII")
# Bytes set aside for the header, whose length depends on the numbers in it.
ROOM = 1024
# Section -> type of its numbers, as struct names it.
SECTIONS = {
    "records": "B", "record_at": "Q", "texts": "B", "text_at": "Q", "form_entry": "I",
    "form_flag": "B", "form_first": "I", "form_last": "I", "parts": "B", "part_at": "Q",
    "exact": "Q", "firsts": "Q", "lasts": "Q", "near": "Q",
}  # fmt: skip
_BYTES = {"B": 1, "I": 4, "Q": 8}
_AGAIN = "; build it again with `lintnews names build`"
# Forms read from one bucket of near names; the most prominent come first.
MAX_BUCKET = 64
# Natural-log odds that each tenfold of a list's length, from a thousand on, takes from a near
# spelling: among more names more are near by chance.
CROWD = 1.15
# Entries kept decoded; a hostile article can ask for any number of them.
KEPT_ENTRIES = 1_024
# Most buckets hold fewer forms: so many are read at first.
FEW = 4
# Forms that are one name but for case, marks and spaces; there are never more than a handful.
MAX_ALIKE = 256
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

    def _bucket(self, table: str, code: int, most: int) -> list[int]:
        """Return the first `most` numbers under a hash, in order."""
        column = self._columns[table]
        low = code << 32
        at = bisect_left(column, low)
        found = column[at : at + FEW].tolist()
        if not found or found[0] >> 32 != code:
            return []
        if len(found) == FEW and found[-1] >> 32 == code:
            found = column[at : at + most].tolist()
        if found[-1] >> 32 != code:
            found = found[: bisect_left(found, low + (1 << 32))]
        return [value & 0xFFFFFFFF for value in found]

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
            for form in map(self.form, self._bucket("exact", hash_of(wanted), MAX_ALIKE))
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
        return [self.form(number) for number in self._bucket("lasts", hash_of(part), 16)]

    def near(self, parts: tuple[str, ...]) -> list[Form]:
        """Return forms whose first and last parts are near those of a name, in either order."""
        numbers = self._numbers(near_codes(parts))
        first, last = self._columns["form_first"], self._columns["form_last"]
        known = self._parts({first[n] for n in numbers} | {last[n] for n in numbers})
        near = [alike(part, known) for part in (parts[0], parts[-1])]
        turned = near[::-1] if len(parts) == 2 else None
        return [
            self.form(n)
            for n in numbers
            if (first[n] in near[0] and last[n] in near[1])
            or (turned is not None and first[n] in turned[0] and last[n] in turned[1])
        ]

    def near_singles(self, part: str) -> list[Form]:
        """Return single names near a folded part, most prominent first."""
        return self._near_last(part, near_codes((part,)))

    def near_surnames(self, part: str) -> list[Form]:
        """Return persons whose last part is near a folded one, most prominent first."""
        return self._near_last(part, surname_codes(part))

    def _near_last(self, part: str, codes: Iterable[int]) -> list[Form]:
        numbers = self._numbers(codes)
        last = self._columns["form_last"]
        near = reachable(part, self._parts({last[n] for n in numbers}))
        return [self.form(n) for n in numbers if last[n] in near]

    def _numbers(self, codes: Iterable[int]) -> list[int]:
        """Return the forms under the hashes of near spellings, most prominent first."""
        numbers: set[int] = set()
        for code in codes:
            numbers.update(self._bucket("near", code, MAX_BUCKET))
        return sorted(numbers)

    def _parts(self, numbers: Iterable[int]) -> dict[int, str]:
        """Return folded parts by their numbers; raise NamesError where the file has none such."""
        texts, at = self._columns["parts"], self._columns["part_at"]
        try:
            return {n: str(texts[at[n] : at[n + 1]], "ascii") for n in numbers}
        except (IndexError, ValueError):
            raise self._damaged("damaged in its parts") from None


def _fits(header: Header) -> bool:
    """Say whether the sections lie inside the file and are as long as their numbers say."""
    counts = {
        "record_at": header.entries + 1, "text_at": header.forms + 1,
        "form_entry": header.forms, "form_flag": header.forms, "form_first": header.forms,
        "form_last": header.forms,
    }  # fmt: skip
    for name, kind in SECTIONS.items():
        start, length = header.sections.get(name, (-1, 0))
        if start < 0 or length < 0 or start + length > header.size or length % _BYTES[kind]:
            return False
        if length // _BYTES[kind] != counts.get(name, length // _BYTES[kind]):
            return False
    return True

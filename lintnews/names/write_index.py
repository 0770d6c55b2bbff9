"""Entries to an index file: numbered by prominence, sorted in pieces, written as they come.

A million names are never in memory as objects: entries are kept encoded, one block a weight, and
each table of keys in 256 columns by the first byte of its hash, which are sorted one by one.
"""

from __future__ import annotations

import sys
import zlib
from array import array
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from ..folders import write_atomically
from ..packs.schema import NameEntry
from .index import HEAD, MAGIC, MAX_BUCKET, ROOM, Header, hash_of, near_codes, surname_codes
from .parts import joined, name_parts
from .people import ALSO, MAIN, WRONG, Known

# Weights of entries, most prominent first: the order in which forms are numbered.
WEIGHTS = (5, 4, 3, 2, 1)


class _Table:
    """Keys of forms, to be sorted: columns by the first byte of the key's hash."""

    def __init__(self) -> None:
        self.columns = [array("Q") for _ in range(256)]

    def add(self, codes: Iterable[int], number: int) -> None:
        """Add a form under the hashes of its keys."""
        columns = self.columns
        for code in codes:
            columns[code >> 24].append(code << 32 | number)

    def sort(self, most: int = 0) -> None:
        """Sort the table; of each hash keep the first `most` forms, which are all that is read."""
        for place, column in enumerate(self.columns):
            keys = sorted(column)
            if most:
                keys = [
                    key
                    for at, key in enumerate(keys)
                    if at < most or keys[at - most] >> 32 != key >> 32
                ]
            self.columns[place] = array("Q", keys)

    @property
    def size(self) -> int:
        return 8 * sum(map(len, self.columns))

    def pieces(self) -> Iterator[bytes]:
        """Yield the sorted table piece by piece; each column is given up as it goes."""
        for place, column in enumerate(self.columns):
            self.columns[place] = array("Q")
            yield _bytes(column)


class _Parts:
    """Folded parts of names, each written once and numbered."""

    def __init__(self) -> None:
        self.texts, self.at = bytearray(), array("Q", [0])
        self._numbers: dict[str, int] = {}

    def number(self, part: str) -> int:
        """Return the number of a part, a new one for a new part."""
        found = self._numbers.get(part)
        if found is None:
            found = self._numbers[part] = len(self._numbers)
            self.texts += part.encode("ascii")
            self.at.append(len(self.texts))
        return found


def build_index(entries: Iterable[NameEntry], path: Path, mode: int | None = None) -> Header:
    """Write the index of the entries to `path`, atomically; raise OSError where that fails.

    A reader that has the old file open keeps reading the old one. `mode` are the permissions of
    the new file, by default the user's alone.
    """
    blocks = _by_weight(entries)
    records, record_at = bytearray(), array("Q", [0])
    texts, text_at = bytearray(), array("Q", [0])
    form_entry, form_flag = array("I"), bytearray()
    ends = _Parts()
    form_first, form_last = array("I"), array("I")
    exact, firsts, lasts, near = _Table(), _Table(), _Table(), _Table()
    number = order = 0
    for entry in _decoded(blocks):
        known = Known(
            entry.name, entry.kind, entry.roles, entry.of, entry.start, entry.end, entry.weight
        )
        records += msgspec.msgpack.encode(known)
        record_at.append(len(records))
        spelled: set[tuple[bool, tuple[str, ...]]] = set()
        for text, flag in _forms(entry):
            parts = name_parts(text)
            if not parts:
                continue
            texts += text.encode("utf-8", "replace")
            text_at.append(len(texts))
            form_entry.append(order)
            form_flag.append(flag)
            form_first.append(ends.number(parts[0]))
            form_last.append(ends.number(parts[-1]))
            whole = joined(text)
            exact.add((hash_of(whole),), number)
            if entry.kind == "person" and (bare := "".join(parts)) != whole:
                exact.add((hash_of(bare),), number)
            if flag != WRONG:
                firsts.add(map(hash_of, parts[:-1]), number)
                lasts.add((hash_of(parts[-1]),), number)
            # Šarić beside Saric: whoever is near the one is as near to the other. Acronyms are
            # never near: Conmebol beside CONMEBOL is.
            spelling = text.isupper(), parts
            if flag != WRONG and spelling not in spelled:
                spelled.add(spelling)
                codes = near_codes(parts)
                if len(parts) > 1 and entry.kind in ("person", ""):
                    codes = codes | surname_codes(parts[-1])
                near.add(codes, number)
            number += 1
        order += 1
    plain: dict[str, array[int] | bytearray] = {
        "records": records, "record_at": record_at, "texts": texts, "text_at": text_at,
        "form_entry": form_entry, "form_flag": form_flag, "form_first": form_first,
        "form_last": form_last, "parts": ends.texts, "part_at": ends.at,
    }  # fmt: skip
    tables = {"exact": exact, "firsts": firsts, "lasts": lasts, "near": near}
    for name, table in tables.items():
        table.sort(MAX_BUCKET if name == "near" else 0)
    return _write(path, plain, tables, order, number, mode)


def _by_weight(entries: Iterable[NameEntry]) -> dict[int, bytearray]:
    """Return the encoded entries by weight, each with its length before it."""
    blocks = {weight: bytearray() for weight in WEIGHTS}
    encoder = msgspec.msgpack.Encoder()
    for entry in entries:
        encoded = encoder.encode(entry)
        block = blocks[min(max(entry.weight, WEIGHTS[-1]), WEIGHTS[0])]
        block += len(encoded).to_bytes(4, "little")
        block += encoded
    return blocks


def _decoded(blocks: dict[int, bytearray]) -> Iterator[NameEntry]:
    """Yield the entries again, most prominent first; each block is given up as it goes."""
    decoder = msgspec.msgpack.Decoder(NameEntry)
    for weight in WEIGHTS:
        block = blocks.pop(weight)
        at = 0
        with memoryview(block) as view:
            while at < len(view):
                length = int.from_bytes(view[at : at + 4], "little")
                yield decoder.decode(view[at + 4 : at + 4 + length])
                at += 4 + length


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


def _write(
    path: Path,
    plain: dict[str, array[int] | bytearray],
    tables: dict[str, _Table],
    entries: int,
    forms: int,
    mode: int | None,
) -> Header:
    at = ROOM
    places = {}
    sizes = {n: len(c) * (c.itemsize if isinstance(c, array) else 1) for n, c in plain.items()}
    sizes |= {name: table.size for name, table in tables.items()}
    for name, size in sizes.items():
        at += -at % 8
        places[name] = (at, size)
        at += size
    header = Header(places, at, entries, forms)
    encoded = msgspec.msgpack.encode(header)

    def pieces() -> Iterator[bytes | bytearray]:
        start = HEAD.pack(MAGIC, len(encoded), zlib.crc32(encoded)) + encoded
        yield start + bytes(ROOM - len(start))
        for name, size in sizes.items():
            if name in plain:
                column = plain.pop(name)
                yield _bytes(column) if isinstance(column, array) else column
            else:
                yield from tables[name].pieces()
            yield bytes(-size % 8 if name != "near" else 0)

    write_atomically(path, pieces(), mode)
    return header

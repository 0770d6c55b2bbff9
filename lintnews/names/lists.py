"""Name lists as people keep them: YAML entries, one name a line, CSV."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from ..errors import NamesError
from ..packs.quick import read_names
from ..packs.schema import NAME_KINDS, NameEntry, is_name_entry, read_name
from ..strict_yaml import Reader, read_utf8

# Longer lines are no names; the longest official name in the world's lists has 120 letters.
MAX_NAME = 200


def read_list(path: str | Path) -> Iterator[NameEntry]:
    """Yield the entries of a list file, read as its suffix says; raise NamesError with the line."""
    suffix = Path(path).suffix.lower()
    if suffix in (".yaml", ".yml"):
        yield from _yaml(path)
    elif suffix == ".csv":
        yield from _csv(path)
    else:
        yield from _lines(path)


def _yaml(path: str | Path) -> Iterator[NameEntry]:
    reader = Reader(path, NamesError)
    text = read_utf8(path, NamesError)
    plain = read_names(text, reader)
    if plain is not None:
        yield from plain
        return
    root = reader.load(text)
    if root is None:
        return
    for node in reader.items(root):
        if is_name_entry(node):
            yield read_name(reader, node)
        elif isinstance(node.value, str):
            yield NameEntry(name=node.value, kind="")
        elif "id" not in reader.mapping(node):
            raise reader.fail("a name entry needs the key 'name'", node)


def _lines(path: str | Path) -> Iterator[NameEntry]:
    for number, line in enumerate(read_utf8(path, NamesError).splitlines(), 1):
        name = line.strip()
        if not name or name.startswith("#"):
            continue
        if len(name) > MAX_NAME:
            raise NamesError(f"longer than {MAX_NAME} characters: not a name", path, number)
        yield NameEntry(name=name, kind="")


def _csv(path: str | Path) -> Iterator[NameEntry]:
    """Columns name, kind, also, wrong, roles, of, from, to, weight; several values with "|"."""
    rows = csv.DictReader(read_utf8(path, NamesError).splitlines())
    if not rows.fieldnames or "name" not in rows.fieldnames:
        raise NamesError("the first line must name the columns, one of them 'name'", path, 1)
    try:
        for row in rows:
            yield _row(path, rows.line_num, row)
    except csv.Error as problem:
        raise NamesError(f"broken CSV: {problem}", path, rows.line_num) from None


def _row(path: str | Path, line: int, row: dict[str, str]) -> NameEntry:
    def several(key: str) -> tuple[str, ...]:
        return tuple(v.strip() for v in (row.get(key) or "").split("|") if v.strip())

    def whole(key: str, default: int) -> int:
        value = (row.get(key) or "").strip()[:4]
        if value and not value.isdecimal():
            raise NamesError(f"{key!r} is no whole number: {value!r}", path, line)
        return int(value) if value else default

    name = (row.get("name") or "").strip()
    kind = (row.get("kind") or "").strip()
    if not name:
        raise NamesError("a row without a name", path, line)
    if kind and kind not in NAME_KINDS:
        raise NamesError(f"unknown kind {kind!r} (one of {', '.join(NAME_KINDS)})", path, line)
    return NameEntry(
        name=name, kind=kind, also=several("also"), wrong=several("wrong"),
        roles=several("roles"), of=several("of"), start=whole("from", 0), end=whole("to", 0),
        weight=min(max(whole("weight", 2), 1), 5),
    )  # fmt: skip

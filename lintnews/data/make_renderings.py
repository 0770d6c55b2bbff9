"""Makes renderings.bin: what machine translation makes of parts of names, and the parts.

usage: python -m lintnews.data.make_renderings

Read are lintnews/names/meanings.txt, names that are words of their language ("berg = Mountain"),
and readings.txt, other readings of the same characters and other alphabets' spellings ("suda =
Sugata"), and given.txt, given names that are one in several languages ("matthew: matteo mateo"), all written by us. A line names the part in its spellings, and what becomes of it. A
meaning is kept with "=" before it, a reading with "~"; under "<" and a part stand its renderings.
Under "^" and a given name stand the numbers of its groups, with "=" before them where it is the English form,
and under "^" and such a number the names of the group.
Raises ValueError for a line it cannot read.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ..names.renderings import HEADER
from ..text.table import encode_map
from .write_table import write_table

NAMES = Path(__file__).resolve().parent.parent / "names"


def read_lines(path: Path) -> Iterator[tuple[list[str], list[str]]]:
    """Yield (spellings of a name's part, its renderings) of each line."""
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            parts, equals, renderings = line.partition(" = ")
            if not equals:
                raise ValueError(f"{path.name}:{number}: no ' = '")
            yield (
                [part.strip() for part in parts.split(",")],
                [text.strip() for text in renderings.split(" | ")],
            )


def make_table(folder: Path) -> dict[str, list[str]]:
    """Return the marked parts of names by lower-case rendering."""
    table: dict[str, list[str]] = {}
    for name, mark in (("meanings.txt", "="), ("readings.txt", "~")):
        for parts, renderings in read_lines(folder / name):
            for rendering in renderings:
                known = table.setdefault(rendering.lower(), [])
                known += [
                    mark + p for p in parts if mark + p not in known and p != rendering.lower()
                ]
    found = {rendering: parts for rendering, parts in table.items() if parts}
    for rendering, parts in sorted(found.items()):
        for part in parts:
            table.setdefault("<" + part[1:], []).append(part[0] + rendering)
    return {key: values for key, values in table.items() if values} | given_groups(folder)


def given_groups(folder: Path) -> dict[str, list[str]]:
    """Return the groups of given names by number, and their numbers by name, each key with "^" before it."""
    table: dict[str, list[str]] = {}
    lines = (folder / "given.txt").read_text("utf-8").splitlines()
    rows = [line for line in lines if line.strip() and not line.startswith("#")]
    for number, row in enumerate(rows):
        english, colon, others = row.partition(": ")
        if not colon:
            raise ValueError(f"given.txt: no ': ' in {row!r}")
        heads = english.split()
        members = list(dict.fromkeys([*heads, *others.split()]))
        table[f"^{number}"] = members
        for name in members:
            mark = "=" if name in heads else "~"
            table.setdefault(f"^{name}", []).append(f"{mark}{number}")
    return table


def main() -> None:
    table = make_table(NAMES)
    write_table("renderings.bin", encode_map(table, HEADER))
    print(f"{len(table)} renderings -> renderings.bin")


if __name__ == "__main__":
    main()

"""Makes institutions.bin: names of institutions, papers, parks and clubs by their plain forms.

usage: python -m lintnews.data.make_institutions

Read is lintnews/names/institutions.txt, written by us: a name a line, {a|b} for each of its words, "… "
before a name of which only the end is known. Raises ValueError for a brace that is never closed.
"""

from __future__ import annotations

import re
from pathlib import Path

from ..names.institutions import COMMA, HEADER, SLOT, plain
from ..text.table import encode_map
from .write_table import write_table

SOURCE = Path(__file__).resolve().parent.parent / "names" / "institutions.txt"
_CHOICE = re.compile(r"\{([^{}]*)\}")


def make_table(source: Path) -> dict[str, list[str]]:
    """Return the names of a file by their plain forms."""
    table: dict[str, list[str]] = {}
    for line in source.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            for name in expanded(line):
                right = " ".join(name.split())
                table.setdefault(plain(right.removeprefix(SLOT)), [right.replace(",", COMMA)])
    return table


def expanded(line: str) -> list[str]:
    """Return a line with each word of its choices, the inner ones first."""
    choice = _CHOICE.search(line)
    if choice is None:
        if "{" in line or "}" in line:
            raise ValueError(f"{SOURCE.name}: a brace without another in {line!r}")
        return [line]
    return [
        name
        for word in choice[1].split("|")
        for name in expanded(line[: choice.start()] + word + line[choice.end() :])
    ]


def main() -> None:
    table = make_table(SOURCE)
    write_table("institutions.bin", encode_map(table, HEADER))
    print(f"{len(table)} names -> institutions.bin")


if __name__ == "__main__":
    main()

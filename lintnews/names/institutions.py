"""Names of institutions, papers, parks and clubs as they are written: what spun names are put back to."""

from __future__ import annotations

from functools import cache

from ..text.table import WordMap, map_file
from ..text.tokens import TOKEN

HEADER = b"lintnews institutions 1\n".ljust(32, b"\0")
# Before a name of which only the end is known: other capitalised words stand there.
SLOT = "… "
# What stands for a comma in the table, whose values hold none.
COMMA = "\x1f"


def plain(text: str) -> str:
    """Return a name in lower case with a space between its words and marks: "children 's hospital"."""
    return " ".join(TOKEN.findall(text.replace("’", "'").lower()))


def institution(form: str) -> str:
    """Return the name of a plain form, with SLOT before it where it is only the end of one; "" for none."""
    found = _table().values(form)
    return found[0].replace(COMMA, ",") if found else ""


@cache
def _table() -> WordMap:
    return WordMap(map_file("institutions.bin"), HEADER)

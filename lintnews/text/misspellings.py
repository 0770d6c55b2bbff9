"""Known misspellings and what was meant: a read-only table, mapped, not loaded."""

from __future__ import annotations

from functools import cache

from .table import WordMap, map_file

HEADER = b"lintnews misspellings 3\n".ljust(32, b"\0")


@cache
def misspellings() -> WordMap:
    """Return the map from wrong lower-case words to what was meant, the likeliest first."""
    return WordMap(map_file("misspellings.bin"), HEADER)

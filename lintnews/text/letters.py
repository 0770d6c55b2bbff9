"""How unlike English the letters of a word are: what each pair of letters is followed by.

The table holds, for two letters and the next (the border of a word counts as one), sixteen times
the bits of surprise at it, one byte each, as counted in a dictionary of English.
"""

from __future__ import annotations

from functools import cache

from .table import map_file

HEADER = b"lintnews letters 1\n".ljust(32, b"\0")
# The letters a to z, and the border.
LETTERS = 27
BORDER = 26
# Steps of one bit.
STEPS = 16


def order(word: str) -> list[int]:
    """Return the letters of a lower-case word of a to z as numbers, with its borders."""
    return [BORDER, BORDER, *(ord(c) - 97 for c in word), BORDER]


@cache
def _table() -> bytes:
    return bytes(map_file("letters.bin")[len(HEADER) :])


def strangeness(word: str) -> float:
    """Return the bits of surprise a letter of a lower-case word of a to z gives who knows English.

    One in a hundred dictionary words has more than 4.7, one in a thousand more than 5.8; words of
    other languages 3.6 to 10.
    """
    table, codes = _table(), order(word)
    total = 0
    for i in range(2, len(codes)):
        total += table[(codes[i - 2] * LETTERS + codes[i - 1]) * LETTERS + codes[i]]
    return total / STEPS / (len(codes) - 2)

"""Makes letters.bin: which letters follow which in English words.

usage: python -m lintnews.data.make_letters SCOWL_FOLDER

SCOWL_FOLDER is the folder of Debian's package scowl (free use with notice, see NOTICE). Each word
of its lists up to size 70 counts once, however common it is; names do not count. Where a pair of
letters is rare, what follows the second letter in general counts too (Witten and Bell's way with a
fixed weight). lintnews/text/letters.py says how the table is read.
"""

from __future__ import annotations

import math
import sys
from collections import Counter
from pathlib import Path

from ..text.letters import HEADER, LETTERS, STEPS, order
from .make_lexicon import WORD_SIZE, listed
from .write_table import write_table

# How many sightings the shorter context is worth.
WEIGHT = 5.0


def main(scowl: Path) -> None:
    words = [w for w in listed(scowl, ("words",), WORD_SIZE) if w.isascii() and w.isalpha()]
    counts = [Counter[tuple[int, ...]]() for _ in range(4)]
    for word in words:
        codes = order(word)
        for i in range(2, len(codes)):
            for length in (1, 2, 3):
                counts[length][tuple(codes[i - length + 1 : i + 1])] += 1
    before = [Counter[tuple[int, ...]]() for _ in range(4)]
    for length in (1, 2, 3):
        for gram, times in counts[length].items():
            before[length][gram[:-1]] += times

    def chance(gram: tuple[int, ...]) -> float:
        if not gram:
            return 1 / LETTERS
        shorter = WEIGHT * chance(gram[1:])
        return (counts[len(gram)][gram] + shorter) / (before[len(gram)][gram[:-1]] + WEIGHT)

    letters = range(LETTERS)
    table = bytes(
        min(round(-math.log2(chance((a, b, c))) * STEPS), 255)
        for a in letters
        for b in letters
        for c in letters
    )
    write_table("letters.bin", HEADER + table)
    print(f"{len(words)} words -> letters.bin")


if __name__ == "__main__":
    main(Path(sys.argv[1]))

"""Words that spinning software puts for words of news: "Inexperienced Bay", "Observe us on Google Information"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import product
from pathlib import Path

# Spun words in a row that stand for one word, and variants of one phrase: longer ones are no names.
MAX_RUN = 3
MAX_VARIANTS = 32


@cache
def _table() -> dict[str, tuple[str, ...]]:
    lines = (Path(__file__).parent / "spun.txt").read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines if "\t" in line)
    return {spun: tuple(originals.split("|")) for spun, originals in rows}


def put_back(text: str) -> Iterator[str]:
    """Yield, in lower case, what a short phrase may have been before it was spun; nothing if it holds no spun word.

    A spun word may also have been itself: every mixture is yielded, up to MAX_VARIANTS, the text as it stands not.
    """
    words = text.lower().split()
    pieces: list[tuple[str, ...]] = []
    at = 0
    while at < len(words):
        for size in range(min(MAX_RUN, len(words) - at), 0, -1):
            run = " ".join(words[at : at + size])
            if run in _table():
                pieces.append((*_table()[run], run))
                break
        else:
            size = 1
            pieces.append((words[at],))
        at += size
    if all(len(piece) == 1 for piece in pieces):
        return
    plain = " ".join(words)
    for number, mixture in enumerate(product(*pieces)):
        if number == MAX_VARIANTS:
            return
        if (found := " ".join(mixture)) != plain:
            yield found

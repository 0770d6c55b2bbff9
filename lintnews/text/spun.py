"""Words that spinning software puts for words of news: "Inexperienced Bay", "Observe us on Google Information"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import islice, product
from pathlib import Path

# Spun words in a row that stand for one word, and variants of one phrase: longer ones are no names.
MAX_RUN = 3
MAX_VARIANTS = 96
# Spun words in a row in a line of the page, and its variants; the likeliest come first.
MAX_LINE_RUN = 4
MAX_LINE_VARIANTS = 24
# What may stand around the words of a line.
_AROUND = " \t.,:;!?…|\"'“”‘’()[]<>«»*#&@-–—"


@cache
def _table(name: str) -> dict[str, tuple[str, ...]]:
    lines = (Path(__file__).parent / name).read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines if "\t" in line)
    return {spun: tuple(originals.split("|")) for spun, originals in rows}


def _joined(first: str, second: str) -> dict[str, tuple[str, ...]]:
    """Return the spun words of two files; the originals of the first come first."""
    table = dict(_table(first))
    for spun, originals in _table(second).items():
        table[spun] = tuple(dict.fromkeys((*table.get(spun, ()), *originals)))
    return table


@cache
def spun_words(in_name: bool = False) -> dict[str, tuple[str, ...]]:
    """Return the spun words, one to three each, with their originals; with those of names where `in_name`."""
    return _joined("spun.txt", "spun_names.txt") if in_name else _table("spun.txt")


@cache
def _line_words() -> dict[str, tuple[str, ...]]:
    return _joined("spun_furniture.txt", "spun.txt")


@cache
def _first_words() -> frozenset[str]:
    return frozenset(spun.split()[0] for spun in _line_words())


def _runs(
    words: list[str], table: dict[str, tuple[str, ...]], most: int
) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Yield (first, end, originals) of the words in order: the longest spun phrase, or a word without any."""
    at = 0
    while at < len(words):
        sizes = range(min(most, len(words) - at), 0, -1)
        size = next((n for n in sizes if " ".join(words[at : at + n]) in table), 1)
        yield at, at + size, table.get(" ".join(words[at : at + size]), ())
        at += size


def put_back(text: str, in_name: bool = False) -> Iterator[str]:
    """Yield, in lower case, what a short phrase may have been before it was spun; nothing if it holds no spun word.

    A spun word may also have been itself: every mixture is yielded, up to MAX_VARIANTS, the text as it stands not.
    """
    words = text.lower().split()
    plain = " ".join(words)
    pieces = [
        (*originals, " ".join(words[first:end]))
        for first, end, originals in _runs(words, spun_words(in_name), MAX_RUN)
    ]
    for mixture in islice(product(*pieces), MAX_VARIANTS):
        if (found := " ".join(mixture)) != plain:
            yield found


def put_back_line(line: str) -> list[str]:
    """Return what a line of a page may have been before it was spun, with its marks and capitals.

    Words of furniture are put back too. The line as it stands is not among them; a line without a spun word gives none.
    """
    words = line.split()
    bare = [word.strip(_AROUND).lower().replace("’", "'") for word in words]
    if _first_words().isdisjoint(bare):
        return []
    pieces = [
        (
            *(_in_place(words[first:end], original) for original in originals),
            " ".join(words[first:end]),
        )
        for first, end, originals in _runs(bare, _line_words(), MAX_LINE_RUN)
    ]
    plain = " ".join(words)
    mixtures = (" ".join(mixture) for mixture in islice(product(*pieces), MAX_LINE_VARIANTS))
    return [mixture for mixture in mixtures if mixture != plain]


def _in_place(words: list[str], original: str) -> str:
    """Return an original in the marks and the capitals of the words that stand for it."""
    first, last = words[0], words[-1]
    before = first[: len(first) - len(first.lstrip(_AROUND))]
    after = last[len(last.rstrip(_AROUND)) :]
    core = first[len(before) :]
    if core.isupper() and len(core) > 1:
        original = original.upper()
    elif core[:1].isupper():
        title = all(word.strip(_AROUND)[:1].isupper() for word in words)
        original = (
            " ".join(w[:1].upper() + w[1:] for w in original.split())
            if title
            else original[:1].upper() + original[1:]
        )
    return before + original + after

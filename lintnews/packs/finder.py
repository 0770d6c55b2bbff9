"""Which units of the packs may match a text, and where: strings are looked up by their rarest word.

A string of which a word stands whole is looked for only in texts that have all its whole words;
the few others ("scribe to", "[ad]") are found in one pass over the text. Everything stays encoded
until a text has its word: a run over one article decodes a twentieth of the packs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from typing import Any, NamedTuple

import msgspec

from ..lazy import lazy_pattern
from .rows import Rows

# Letters and digits as patterns count them: raised, circled and broken numbers are marks to these.
WORD = lazy_pattern("[^\\W²³¹¼-¾\u2070-\u209f\u2150-\u2189\u2460-\u249b]+")
# Characters of a text that are looked at in one go: a long text has nearly every word.
PIECE = 4_000
# Pairs of words whose entries stay decoded.
KEPT_ENTRIES = 2_500
# Strings without a whole word are looked for by their first characters, which many share.
STEM = 8
# The most characters of a string that are looked for; what is longer starts with them.
MAX_STRING = 200


class Entry(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A string to look for, and the units that it announces.

    `left` and `right` say that no word may go on before or behind it.
    """

    string: str
    left: bool
    right: bool
    units: tuple[int, ...]


# Entries by a second whole word of their strings, "" where there is none.
Entries = dict[str, list[Entry]]


class Anchors(msgspec.Struct, frozen=True, array_like=True):
    """Entries by the word that announces them, encoded; `others` have no whole word.

    A row of the others has the entries that start with one of the `stems`, which are separated by
    line ends. `bare` are the units that nothing announces: they are tried on every line.
    """

    by_word: dict[str, msgspec.Raw]
    others: Rows
    stems: str
    bare: tuple[int, ...]


class Piece(NamedTuple):
    """A stretch of a text, in which strings start, and the words of these; "" is one."""

    start: int
    end: int
    words: Set[str]


def pieces(text: str) -> list[Piece]:
    """Return the pieces of a text, in order."""
    return [
        Piece(at, at + PIECE, {"", *WORD.findall(text, at, at + PIECE + MAX_STRING)})
        for at in range(0, len(text), PIECE)
    ]


class Finder:
    """Finds the anchors of one pack in texts. Safe between threads."""

    def __init__(self, anchors: Anchors):
        self.bare = anchors.bare
        self._by_word = anchors.by_word
        self._seconds: dict[str, dict[str, msgspec.Raw]] = {}
        self._decode_seconds = msgspec.msgpack.Decoder(dict[str, msgspec.Raw]).decode
        self._entries: dict[tuple[str, str], list[Entry]] = {}
        self._decode_entries = msgspec.msgpack.Decoder(list[Entry]).decode
        self._others = anchors.others.reader(list[Entry])
        self._pass = _pass_over(anchors.stems.split("\n") if anchors.stems else ())

    def places(self, text: str, parts: Iterable[Piece]) -> Iterator[tuple[int, tuple[int, ...]]]:
        """Yield (offset, units) for each anchor that stands in a squeezed text."""
        for start, end, words in parts:
            for entry in self._announced(words):
                stop = end + MAX_STRING
                for at in offsets(text, entry.string, entry.left, entry.right, start, stop):
                    if at >= end:
                        break
                    yield at, entry.units
        for last, number in self._pass(text):
            for entry in self._others[number]:
                length = len(entry.string)
                at = last + 1 - min(length, STEM)
                stands = length <= STEM or text.startswith(entry.string, at)
                if stands and not is_cut(text, at, length, entry.left, entry.right):
                    yield at, entry.units

    def _announced(self, words: Set[str]) -> Iterator[Entry]:
        """Yield the entries of which the announcing words are among those of a text."""
        for word in self._by_word.keys() & words:
            seconds = self._seconds.get(word)
            if seconds is None:
                seconds = self._seconds[word] = self._decode_seconds(self._by_word[word])
            for second in seconds.keys() & words:
                entries = self._entries.get((word, second))
                if entries is None:
                    if len(self._entries) >= KEPT_ENTRIES:
                        self._entries.clear()
                        self._seconds.clear()
                    entries = self._decode_entries(seconds[second])
                    self._entries[word, second] = entries
                yield from entries


def offsets(
    text: str, string: str, left: bool, right: bool, start: int = 0, end: int | None = None
) -> Iterator[int]:
    """Yield where a string stands in [start, end), its edges free where they must be."""
    at = text.find(string, start, end)
    while at >= 0:
        if not is_cut(text, at, len(string), left, right):
            yield at
        at = text.find(string, at + 1, end)


def is_cut(text: str, at: int, length: int, left: bool, right: bool) -> bool:
    """Say whether a word goes on where a string with free edges starts or ends."""
    return (left and at > 0 and is_letter(text[at - 1])) or (
        right and at + length < len(text) and is_letter(text[at + length])
    )


def is_letter(char: str) -> bool:
    """Say whether a character is part of a word for certain."""
    return char.isalpha() or char.isdecimal()


def _pass_over(strings: Sequence[str]) -> Callable[[str], Iterable[tuple[int, int]]]:
    """Return a function that yields (offset of its last character, number) of each in a text."""
    if not strings:
        return lambda text: ()
    try:
        import ahocorasick
    except ImportError:
        return lambda text: (
            (at + len(string) - 1, number)
            for number, string in enumerate(strings)
            for at in offsets(text, string, False, False)
        )
    automaton: Any = ahocorasick.Automaton(ahocorasick.STORE_INTS)
    for number, string in enumerate(strings):
        automaton.add_word(string, number)
    automaton.make_automaton()
    search: Callable[[str], Iterable[tuple[int, int]]] = automaton.iter
    return search

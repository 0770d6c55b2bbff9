"""Words and marks with their places. Columns, not objects: an article has a thousand tokens."""

from __future__ import annotations

import bisect
import re

from ..lazy import lazy_pattern

# In order: dotted abbreviations, the possessive or contracted 's, numbers, words (with inner
# apostrophes and hyphens), ellipses, any other single mark.
TOKEN = lazy_pattern(
    r"(?:[^\W\d_]\.){2,}"
    r"|(?<=\w)['’]s\b"
    r"|\d+(?:[.,:]\d+)+"
    r"|[^\W_]+(?:['’\-‐‑](?!s\b)[^\W_]+)*"
    r"|\.\.\.+|[^\w\s]|_+"
)
WORD = lazy_pattern(r"[^\W\d_]+(?:['’\-‐‑][^\W\d_]+)*")


class Tokens:
    """Parallel columns over a text: `texts[i]` stands at [starts[i], ends[i]) in code points."""

    __slots__ = ("_lowers", "_vocabulary", "ends", "starts", "texts")

    def __init__(self, text: str):
        self.texts: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        add_text, add_start, add_end = self.texts.append, self.starts.append, self.ends.append
        for match in TOKEN.finditer(text):
            start, end = match.span()
            add_text(match.group())
            add_start(start)
            add_end(end)
        self._lowers: list[str] | None = None
        self._vocabulary: set[str] | None = None

    def __len__(self) -> int:
        return len(self.texts)

    @property
    def lowers(self) -> list[str]:
        if self._lowers is None:
            self._lowers = [text.lower() for text in self.texts]
        return self._lowers

    @property
    def vocabulary(self) -> set[str]:
        """The different tokens, as written."""
        if self._vocabulary is None:
            self._vocabulary = set(self.texts)
        return self._vocabulary

    def within(self, start: int, end: int) -> range:
        """Return the indexes of the tokens that start inside [start, end)."""
        return range(bisect.bisect_left(self.starts, start), bisect.bisect_left(self.starts, end))


def shape(token: str) -> str:
    """Return the case shape: lower, title, upper, mixed, digits or punct.

    A single capital letter is title; a hyphenated name such as Jean-Pierre is title too.
    """
    first = token[0]
    if first.isdigit():
        return "digits"
    if not first.isalpha():
        return "punct"
    if token.islower():
        return "lower"
    if len(token) == 1:
        return "title" if first.isupper() else "lower"
    if token.isupper():
        return "upper"
    if first.isupper() and all(
        part[1:].islower() or len(part) == 1 for part in re.split(r"[-‐‑'’.]", token) if part
    ):
        return "title"
    return "mixed"


def word_end(text: str, at: int, most: int) -> int:
    """Return the end of the letters and digits that start at `at`, at most `most` of them."""
    limit = at + most
    while at < limit and text[at : at + 1].isalnum():
        at += 1
    return at


def spaces_of_line(text: str, at: int) -> int:
    """Return how many spaces the line around `at` has: few are a list, a row of a table, code."""
    end = text.find("\n", at)
    return text.count(" ", text.rfind("\n", 0, at) + 1, end if end >= 0 else len(text))


def word_start(text: str, at: int, most: int) -> int:
    """Return the start of the letters and digits that end at `at`, at most `most` of them."""
    limit = max(at - most, 0)
    while at > limit and text[at - 1].isalnum():
        at -= 1
    return at

"""A text with every run of white space as one space, and the way to its offsets and back."""

from __future__ import annotations

from bisect import bisect_right

from ..lazy import lazy_pattern

_RUN = lazy_pattern(r"\s{2,}|\A\s")


class Squeezed:
    """What literal strings of several words are looked for in; offsets are code points."""

    def __init__(self, text: str):
        self.text = " ".join(text.split())
        # Each run in the original, and how many characters are gone behind it.
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._gone: list[int] = [0]
        self._after: list[int] = []
        for run in _RUN.finditer(text):
            start, end = run.span()
            gone = self._gone[-1] + end - start - (1 if start else 0)
            self._starts.append(start)
            self._ends.append(end)
            self._gone.append(gone)
            self._after.append(end - gone)

    def original(self, offset: int) -> int:
        """Return where a character of the squeezed text stands in the original."""
        return offset + self._gone[bisect_right(self._after, offset)]

    def place(self, offset: int) -> int:
        """Return where a character of the original stands here; any of a run at its space."""
        order = bisect_right(self._starts, offset)
        if order and offset < self._ends[order - 1]:
            offset = self._ends[order - 1] - 1
        return max(offset - self._gone[order], 0)

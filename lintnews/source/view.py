"""The clean text that checks see, and the way back from each character to the original file.

A View is built from pieces. A piece either copies characters one to one, or shows a rendering of
some source characters (an entity, a line end), or is synthetic (no source at all). Source
characters between pieces are hidden: markup, comments, zero-width litter.
"""

from __future__ import annotations

import bisect
from collections.abc import Iterable


class View:
    """Clean text with a piecewise map to source offsets (code points, both sides).

    `View(source)` is the identity; `View.of(pieces)` joins pieces in order. Offsets of one View
    may point into the clean text of another: see `through`.
    """

    __slots__ = ("_at", "_from", "_linear", "_to", "text")

    def __init__(
        self,
        text: str,
        at: list[int] | None = None,
        starts: list[int] | None = None,
        ends: list[int] | None = None,
        linear: list[bool] | None = None,
    ):
        self.text = text
        self._at = at
        self._from = starts or []
        self._to = ends or []
        self._linear = linear or []

    @classmethod
    def of(cls, pieces: Iterable[tuple[int, int, str]]) -> View:
        """Join (source start, source end, shown text) pieces; equal lengths map one to one."""
        texts: list[str] = []
        at: list[int] = []
        starts: list[int] = []
        ends: list[int] = []
        linear: list[bool] = []
        length = 0
        for start, end, shown in pieces:
            if not shown:
                continue
            at.append(length)
            starts.append(start)
            ends.append(end)
            linear.append(end - start == len(shown))
            texts.append(shown)
            length += len(shown)
        return cls("".join(texts), at, starts, ends, linear)

    @property
    def is_identity(self) -> bool:
        return self._at is None

    def to_source(self, start: int, end: int) -> tuple[int, int]:
        """Return the source span of the View span [start, end).

        An empty span becomes an insertion point. Characters without a source (separators between
        parts) map to the empty span beside them.
        """
        at = self._at
        if at is None:
            return start, end
        if not at:
            return 0, 0
        first = max(bisect.bisect_right(at, start) - 1, 0)
        inside = start - at[first]
        source_start = self._from[first]
        if self._linear[first] or inside < 0:
            source_start += inside
        elif inside and start == end:
            source_start = self._to[first]
        if end <= start:
            return source_start, source_start
        last = max(bisect.bisect_right(at, end - 1) - 1, 0)
        if self._linear[last]:
            source_end = self._from[last] + end - at[last]
        else:
            source_end = self._to[last]
        return source_start, max(source_start, source_end)

    def hides(self, start: int, end: int) -> bool:
        """Say whether source characters that nobody sees lie inside the View span."""
        at = self._at
        if at is None or end <= start:
            return False
        first = max(bisect.bisect_right(at, start) - 1, 0)
        last = max(bisect.bisect_right(at, end - 1) - 1, 0)
        return any(self._to[i] != self._from[i + 1] for i in range(first, last))

    def divides(self, offset: int) -> bool:
        """Say whether the offset lies inside a rendering that can only be replaced whole."""
        at = self._at
        if at is None or not at:
            return False
        order = max(bisect.bisect_right(at, offset) - 1, 0)
        return offset > at[order] and offset < len(self.text) and not self._linear[order]

    def to_view(self, offset: int) -> int:
        """Return the View offset of the first character that stands at or after a source offset."""
        at = self._at
        if at is None:
            return offset
        order = bisect.bisect_right(self._from, offset) - 1
        if order < 0:
            return 0
        if offset >= self._to[order]:
            return at[order + 1] if order + 1 < len(at) else len(self.text)
        return at[order] + (offset - self._from[order] if self._linear[order] else 0)

    def through(self, outer: View) -> View:
        """Return this View with its source offsets mapped through `outer`.

        `outer` shows what this View calls its source: HTML inside a JSON string, say.
        """
        if outer.is_identity:
            return self
        pieces: list[tuple[int, int, str]] = []
        for start, end, shown in self.pieces():
            if end - start != len(shown):
                pieces.append((*outer.to_source(start, end), shown))
                continue
            for a, b, text in outer.slice(start, end):
                pieces.append((a, b, text))
        return View.of(pieces)

    def pieces(self) -> list[tuple[int, int, str]]:
        """Return the (source start, source end, shown text) pieces this View is made of."""
        if self._at is None:
            return [(0, len(self.text), self.text)]
        bounds = [*self._at[1:], len(self.text)]
        return [
            (self._from[i], self._to[i], self.text[self._at[i] : bounds[i]])
            for i in range(len(self._at))
        ]

    def slice(self, start: int, end: int) -> list[tuple[int, int, str]]:
        """Return the pieces of the View span [start, end)."""
        if self._at is None:
            return [(start, end, self.text[start:end])]
        found: list[tuple[int, int, str]] = []
        order = max(bisect.bisect_right(self._at, start) - 1, 0)
        while order < len(self._at) and self._at[order] < end:
            begin = self._at[order]
            stop = self._at[order + 1] if order + 1 < len(self._at) else len(self.text)
            a, b = max(begin, start), min(stop, end)
            if self._linear[order]:
                base = self._from[order] - begin
                found.append((base + a, base + b, self.text[a:b]))
            elif b > a:
                found.append((self._from[order], self._to[order], self.text[a:b]))
            order += 1
        return found

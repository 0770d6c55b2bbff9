"""The lines of a document, with what tells at once that a rule of lines cannot match one."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property

from ..document import Document
from ..lazy import lazy_pattern
from ..text.segment import Span

# What may stand before the first word of a line: bullets, dashes, arrows, emoji, a spaced guillemet.
_LEAD = lazy_pattern(r"(?:[^\w\"“”‘’'«»(\[<@©#$€£¥&]|»(?=\s))*")


class Lines:
    """Where each line starts, how many spaces it has, and with which character it opens."""

    def __init__(self, doc: Document):
        self._doc = doc
        self.spans = doc.lines
        self.spaces = [doc.text.count(" ", *line) for line in doc.lines]

    @cached_property
    def _starts(self) -> list[int]:
        return [line.start for line in self.spans]

    @cached_property
    def _opens(self) -> list[tuple[str, str]]:
        return [opens_with(self._doc.lower, line) for line in self.spans]

    def shorter(self, limit: int) -> list[int]:
        """Return the starts of the lines with fewer spaces than `limit`."""
        return [start for start, n in zip(self._starts, self.spaces, strict=True) if n < limit]

    def at(self, places: Iterable[int], limit: int, openers: str) -> Iterator[Span]:
        """Yield the lines that hold one of the sorted offsets `places`, each once.

        Left out are those with `limit` spaces or more (0 for any number), and those that open with
        a character that is none of `openers` ("" for any).
        """
        starts, number = self._starts, -1
        for place in places:
            before, number = number, max(bisect_right(starts, place) - 1, 0)
            if number == before or (limit and self.spaces[number] >= limit):
                continue
            if openers:
                first, behind = self._opens[number]
                if first not in openers and behind not in openers:
                    continue
            yield self.spans[number]


def lead_of(text: str) -> int:
    """Return how many characters stand before the first word of a line, 0 for none."""
    if text[:1].isalnum():
        return 0
    lead = _LEAD.match(text)
    return lead.end() if lead else 0


def opens_with(lower: str, span: Span) -> tuple[str, str]:
    """Return the first character of a passage, and the one behind its bullets.

    "" stands for one that may be written in another way, and is part of every string.
    """
    first = lower[span.start : span.start + 1]
    if not first.isascii():
        return "", ""
    if first.isalnum():
        return first, first
    lead = _LEAD.match(lower, *span)
    behind = lower[lead.end() : lead.end() + 1] if lead else ""
    return first, behind if behind.isascii() else ""

"""The lines of a document, with what tells at once that a rule of lines cannot match one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property

from ..document import Document
from ..lazy import lazy_pattern
from ..text.segment import Span

# What may stand before the first word of a line: bullets, dashes, arrows, emoji, a spaced guillemet.
_LEAD = lazy_pattern(r"(?:[^\w\"“”‘’'«»(\[<@©#$€£¥&]|»(?=\s))*")


class Lines:
    """How many spaces each line of a document has, and with which characters it may open."""

    def __init__(self, doc: Document):
        self._doc = doc
        self.spaces = [doc.text.count(" ", *line) for line in doc.lines]

    @cached_property
    def _opens(self) -> list[tuple[str, str]]:
        return [opens_with(self._doc.lower[start:end]) for start, end in self._doc.lines]

    def shorter(self, limit: int) -> list[int]:
        """Return the starts of the lines with fewer spaces than `limit`."""
        lines = zip(self._doc.lines, self.spaces, strict=True)
        return [line.start for line, spaces in lines if spaces < limit]

    def at(self, places: Iterable[int], limit: int, openers: str) -> Iterator[Span]:
        """Yield the lines that hold one of the sorted offsets `places`, each once.

        Left out are those with `limit` spaces or more (0 for any number), and those that open with
        a character that is none of `openers` ("" for any).
        """
        number = -1
        for place in places:
            before, number = number, self._doc.line_number(place)
            if number == before or (limit and self.spaces[number] >= limit):
                continue
            if not openers or may_open(self._opens[number], openers):
                yield self._doc.lines[number]


def lead_of(text: str) -> int:
    """Return how many characters stand before the first word of a line, 0 for none."""
    if text[:1].isalnum():
        return 0
    lead = _LEAD.match(text)
    return lead.end() if lead else 0


def opens_with(lower: str) -> tuple[str, str]:
    """Return the first character of a passage in lower case, and the one behind its bullets.

    "" stands for one that may be written in another way.
    """
    lead = lead_of(lower)
    first, behind = lower[:1], lower[lead : lead + 1]
    return first if first.isascii() else "", behind if behind.isascii() else ""


def may_open(opens: tuple[str, str], openers: str) -> bool:
    """Say whether one of the characters that opens_with returned is one of `openers`."""
    return opens[0] in openers or opens[1] in openers

"""Quotation spans: straight and curly, nested, over several paragraphs."""

from __future__ import annotations

import re
from typing import NamedTuple

from .segment import Span


class Quote(NamedTuple):
    """A quotation from its opening mark to behind its closing mark (or the paragraph's end).

    `closed` is False where no mark closes it; `runs_on` where the next paragraph reopens it.
    """

    start: int
    end: int
    closed: bool
    runs_on: bool


_MARK = re.compile(r'[“”„«»]|(?<!\d)"|(?<=\d)"(?=[\s,.;:!?)]|$)')


def find_quotes(text: str, paragraphs: list[Span]) -> list[Quote]:
    """Return the double quotations of a text, outermost only, in order."""
    quotes: list[Quote] = []
    for number, (start, end) in enumerate(paragraphs):
        opened = -1
        for match in _MARK.finditer(text, start, end):
            at, mark = match.start(), match.group()
            opening = mark in "“„«" or (mark == '"' and opened < 0)
            if opening and opened < 0:
                opened = at
            elif not opening and opened >= 0:
                quotes.append(Quote(opened, at + 1, True, False))
                opened = -1
        if opened >= 0:
            following = paragraphs[number + 1] if number + 1 < len(paragraphs) else None
            runs_on = following is not None and text[following.start] in '“„«"'
            quotes.append(Quote(opened, end, False, runs_on))
    return quotes

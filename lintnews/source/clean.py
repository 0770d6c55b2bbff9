"""Pieces of plain text: what a reader of the page sees of a stretch of source characters."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from ..lazy import lazy_pattern

# Characters that take no room on the page. A joiner between letters of another script is part of
# the word there, but news in English never needs one.
ZERO_WIDTH = "\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f\u202a-\u202e\u2066-\u2069"
SPACES = "\t\u00a0\u2002-\u200a\u202f\u3000"
# Everything that is not shown as it stands: line ends, special spaces, invisible characters and
# letters followed by combining marks.
_SPECIAL = lazy_pattern(
    rf"(?P<end>\r\n?|\x85|\u2028|\u2029)|(?P<space>[{SPACES}])|(?P<none>[{ZERO_WIDTH}]+)"
    r"|(?P<mark>[^\W\d_][\u0300-\u036f]+)"
)


def is_plain(text: str) -> bool:
    """Say whether `text` is shown exactly as it stands."""
    return _SPECIAL.search(text) is None


def shown_pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Yield (source start, source end, shown) for the source span [start, end)."""
    at = start
    for match in _SPECIAL.finditer(text, start, end):
        if match.start() > at:
            yield at, match.start(), text[at : match.start()]
        at = match.end()
        kind = match.lastgroup
        if kind == "end":
            yield match.start(), at, "\n"
        elif kind == "space":
            yield match.start(), at, " "
        elif kind == "mark":
            yield match.start(), at, unicodedata.normalize("NFC", match.group())
    if at < end:
        yield at, end, text[at:end]

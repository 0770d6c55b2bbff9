"""Values of HTML attributes that people read, such as alternative texts, and character references."""

from __future__ import annotations

import html

import msgspec

from ..lazy import lazy_pattern
from .assemble import Piece, shown

_ATTRIBUTE = lazy_pattern(
    r"""\s(?P<name>[\w:-]+)\s*=\s*(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<bare>[^\s"'>]+))"""
)
_REFERENCE = lazy_pattern(r"&(?:#[xX]?[\da-fA-F]{1,8}|[A-Za-z][\w]{1,30});?")


class Value(msgspec.Struct, frozen=True):
    """What a value shows, and the layer (see escape.py) that new text in it goes through."""

    pieces: list[Piece]
    escape: str


def read_attribute(text: str, start: int, tag: str, name: str) -> Value | None:
    """Return the value of an attribute of the start tag at `start`, or None where it has none."""
    for match in _ATTRIBUTE.finditer(tag):
        if match.group("name").lower() == name:
            group = match.lastgroup or "bare"
            pieces = _pieces(text, start + match.start(group), match.group(group))
            return Value(pieces, "bare" if group == "bare" else "attribute")
    return None


def _pieces(text: str, at: int, value: str) -> list[Piece]:
    pieces: list[Piece] = []
    done = 0
    for match in _REFERENCE.finditer(value):
        pieces.extend(shown(text, at + done, at + match.start()))
        pieces.append((at + match.start(), at + match.end(), said(match.group())))
        done = match.end()
    pieces.extend(shown(text, at + done, at + len(value)))
    return pieces


def said(reference: str) -> str:
    """Return what a character reference shows; unknown ones show themselves."""
    shows = html.unescape(reference)
    return " " if shows == "\u00a0" else shows.replace("\r", "\n")

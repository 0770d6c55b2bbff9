"""A Source is one file; an Article is one story in it, ready to become a Document."""

from __future__ import annotations

import bisect

import msgspec

from ..lazy import lazy_pattern
from .view import View

_LINE_END = lazy_pattern(r"\r\n|\r|\n")


class Part(msgspec.Struct, frozen=True):
    """A stretch [start, end) of the View and what it is: headline, summary, body, caption.

    `escape` names what new text must go through on its way into the file: see escape.py.
    """

    kind: str
    start: int
    end: int
    escape: str = ""


class Article(msgspec.Struct, frozen=True, kw_only=True):
    """One story: its View, its parts in reading order, and what the file says about it.

    `links` are View spans that are the text of a link; `record` names the story inside a file
    that holds many. With `blocks` the line breaks of the View stand for the markup around each
    line (see assemble.py); without, they are the line breaks of the file.
    """

    view: View
    parts: tuple[Part, ...]
    record: str | None = None
    lang: str | None = None
    source_lang: str | None = None
    links: tuple[tuple[int, int], ...] = ()
    blocks: bool = False


class Source:
    """A decoded file: `text` in code points, byte order mark and line ends as they stand.

    Of a file that is read in pieces, `offset` code points and `line` lines stand before `text`.
    """

    __slots__ = ("_lines", "encoding", "line", "offset", "path", "text")

    def __init__(
        self, path: str, text: str, encoding: str = "utf-8", offset: int = 0, line: int = 0
    ):
        self.path = path
        self.text = text
        self.encoding = encoding
        self.offset = offset
        self.line = line
        self._lines: list[int] | None = None

    @property
    def line_starts(self) -> list[int]:
        if self._lines is None:
            self._lines = [0, *(match.end() for match in _LINE_END.finditer(self.text))]
        return self._lines

    def position(self, offset: int) -> tuple[int, int]:
        """Return (line, column), both from 1, of a code-point offset."""
        offset -= self.offset
        line = bisect.bisect_right(self.line_starts, offset)
        return line + self.line, offset - self.line_starts[line - 1] + 1

    def line_text(self, line: int) -> str:
        """Return the text of a line (from 1) without its line end."""
        line -= self.line
        starts = self.line_starts
        end = starts[line] if line < len(starts) else len(self.text)
        return self.text[starts[line - 1] : end].rstrip("\r\n")

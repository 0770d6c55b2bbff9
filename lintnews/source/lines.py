"""JSON lines in constant memory: a large file piece by piece, each piece with its place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

import msgspec

from ..errors import InputError
from .article import Source
from .decode import decode

# Pieces end at the first line end after so many bytes.
PIECE_BYTES = 1_000_000
# One line of more bytes is no article.
MAX_LINE_BYTES = 64_000_000


class Piece(msgspec.Struct, frozen=True):
    """Some lines of a file: `offset` code points and `line` lines stand before them."""

    source: Source
    offset: int
    line: int


def read_pieces(path: str) -> Iterator[Piece]:
    """Yield the pieces of a file of lines; raise InputError where it cannot be read."""
    try:
        with open(path, "rb") as file:
            yield from _pieces(path, file)
    except OSError as problem:
        raise InputError(f"cannot be read: {problem.strerror}", path) from None


def _pieces(path: str, file: BinaryIO) -> Iterator[Piece]:
    offset = line = 0
    while True:
        data = file.read(PIECE_BYTES)
        if not data:
            return
        if not data.endswith(b"\n"):
            data += file.readline(MAX_LINE_BYTES)
            if len(data) > MAX_LINE_BYTES:
                reason = f"a line of more than {MAX_LINE_BYTES // 1_000_000} MB"
                raise InputError(reason, path, line + 1)
        try:
            text, encoding = decode(data, path)
        except InputError as problem:
            raise InputError(problem.reason, path, line + (problem.line or 1)) from None
        yield Piece(Source(path, text, encoding), offset, line)
        offset += len(text)
        # The lines of a Source end at LF, CRLF and CR; a piece always ends with one of them.
        line += len(Source(path, text).line_starts) - 1


def nameless(line: int) -> str:
    """Return what an article of a JSONL file is called that has no identifier of its own."""
    return f"line {line}"

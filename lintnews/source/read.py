"""Files to articles, by suffix."""

from __future__ import annotations

import importlib
import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from ..errors import InputError
from .article import Article, Source
from .decode import decode
from .lines import read_pieces

# Suffix -> reader module of this package; plain text is the rest.
READERS: dict[str, str] = {
    ".md": "markdown", ".markdown": "markdown", ".html": "html", ".htm": "html", ".xhtml": "html",
    ".json": "json", ".jsonl": "json", ".ndjson": "json",
    ".xml": "xml", ".rss": "xml", ".atom": "xml",
}  # fmt: skip
# Files of one article a line, which are read in pieces.
LINES = (".jsonl", ".ndjson")
# Larger files are archives, not articles; JSON lines are read line by line and have no limit.
MAX_BYTES = 256_000_000
_DECLARED = (".html", ".htm", ".xml", ".rss", ".atom")


# Where a shell puts what it hands over already opened: `lintnews check <(make-article)`.
OPEN_FILES = ("/dev/fd/", "/dev/stdin", "/proc/self/fd/")


def read_bytes(path: str) -> bytes:
    """Return a file's bytes; raise InputError where it cannot be read, or is no file."""
    try:
        if not os.path.isfile(path) and os.path.exists(path) and not path.startswith(OPEN_FILES):
            # A named pipe or a device could keep us waiting for ever.
            raise InputError("is not a regular file", path)
        with open(path, "rb") as file:
            return file.read()
    except OSError as problem:
        raise InputError(f"cannot be read: {problem.strerror}", path) from None


def read_source(path: str, data: bytes | None = None) -> Source:
    """Return the decoded file; raise InputError that says why it cannot be read."""
    if data is None:
        try:
            data = Path(path).read_bytes()
        except OSError as problem:
            raise InputError(f"cannot be read: {problem.strerror}", path) from None
    if len(data) > MAX_BYTES:
        raise InputError(f"larger than {MAX_BYTES // 1_000_000} MB", path)
    text, encoding = decode(data, path, declared=path.lower().endswith(_DECLARED))
    return Source(path, text, encoding)


def articles(source: Source, fields: Mapping[str, str] | None = None) -> Iterator[Article]:
    """Yield the articles of a file, read as its suffix says.

    `fields` maps JSON and front matter keys to headline, summary, body, caption or off.
    """
    name = READERS.get(Path(source.path).suffix.lower(), "text")
    module = importlib.import_module(f".{name}", __package__)
    found: Iterator[Article] = module.articles(source, fields)
    return found


def articles_of(path: str, fields: Mapping[str, str] | None = None) -> Iterator[Article]:
    """Yield the articles of a file; JSON lines are read one by one, whatever the file's size."""
    if not path.lower().endswith(LINES):
        yield from articles(read_source(path), fields)
        return
    for piece in read_pieces(path):
        yield from articles(piece.source, fields)

"""Plain text: one article a file, every character in its place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from .article import Article, Part, Source
from .clean import is_plain, shown_pieces
from .comments import find_comments
from .view import View


def articles(source: Source, fields: Mapping[str, str] | None = None) -> Iterator[Article]:
    """Yield the one article of a plain-text file; suppression comments are not part of it."""
    text = source.text
    comments = find_comments(text)
    if not comments and is_plain(text):
        view = View(text)
    else:
        pieces: list[tuple[int, int, str]] = []
        at = 0
        for comment in comments:
            pieces.extend(shown_pieces(text, at, comment.start))
            at = comment.end
        pieces.extend(shown_pieces(text, at, len(text)))
        view = View.of(pieces)
    yield Article(view=view, parts=(Part("body", 0, len(view.text)),))

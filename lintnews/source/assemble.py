"""Blocks of a marked-up file to the View of one article.

Every block (paragraph, heading, list item, field) becomes one line of the View between two line
breaks that stand for markup: the one before it for everything from the start of its element to its
first shown character, the one after it for the rest of its element. Removing both with the line
removes the element; where a reader leaves characters out of both, nothing can be removed safely.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..lazy import lazy_pattern
from .article import Article, Part
from .clean import is_plain, shown_pieces
from .view import View

Piece = tuple[int, int, str]
Extent = tuple[int, int]
# A line with the line ends after it, blank lines included.
_LINE = lazy_pattern(r"(?P<line>[^\r\n]+)(?:[ \t]*(?:\r\n|\r|\n))*")
# Stands in the View for what is not linted but has a place in its sentence: code, an address.
OBJECT = "\ufffc"


def shown(text: str, start: int, end: int) -> list[Piece]:
    """Return the pieces of the source characters [start, end) as they are seen on a page."""
    part = text[start:end]
    if is_plain(part):
        return [(start, end, part)] if part else []
    return list(shown_pieces(text, start, end))


def add_lines(out: Assembler, kind: str, text: str) -> None:
    """Add plain text to `out`, every line a block that goes with its line end."""
    for match in _LINE.finditer(text):
        start, end = match.span("line")
        if text[start:end].strip():
            pieces = trimmed(shown(text, start, end))
            if pieces:
                first, last = pieces[0][0], pieces[-1][1]
                # A field that is one text keeps it: an empty headline helps nobody.
                whole = kind != "body"
                before, after = (None, None) if whole else ((start, first), (last, match.end()))
                out.add(kind, pieces, before, after)


class Assembler:
    """Collects blocks in reading order; `article()` joins them.

    While `outer` is set, pieces are offsets of its text: HTML inside a JSON string, say;
    `escape` is then how new text gets there (see Part).
    """

    def __init__(self) -> None:
        self.outer: View | None = None
        self.escape = ""
        self.pieces: list[Piece] = []
        self.parts: list[Part] = []
        self.links: list[Extent] = []
        self.length = 0

    def add(
        self,
        kind: str,
        pieces: Sequence[Piece],
        before: Extent | None = None,
        after: Extent | None = None,
        links: Iterable[Extent] = (),
    ) -> bool:
        """Add a block of source pieces; False where it shows nothing.

        `before` and `after` are the source extents that belong to the element and are removed
        with it; None leaves a gap, so that the block cannot be removed. `links` are source
        extents whose characters are the text of a link.
        """
        pieces = trimmed(pieces)
        if not pieces:
            return False
        first, stop = pieces[0][0], pieces[-1][1]
        self._put((*(before or (first - 1, first - 1)), "\n"))
        start = self.length
        places = []
        for piece in pieces:
            if piece[2] == "\n" and self.pieces[-1][2].endswith("\n"):
                # Two line breaks in a row are the mark of a block's end.
                continue
            places.append((piece[0], piece[1], self.length, self.length + len(piece[2])))
            self._put(piece)
        self._link(places, links)
        last = self.parts[-1] if self.parts else None
        if last and kind == last.kind == "body" and last.escape == self.escape:
            self.parts[-1] = Part(kind, last.start, self.length, self.escape)
        else:
            self.parts.append(Part(kind, start, self.length, self.escape))
        self._put((*(after or (stop + 1, stop + 1)), "\n"))
        return True

    def _put(self, piece: Piece) -> None:
        start, end, said = piece
        if self.outer is None:
            self.pieces.append(piece)
        elif end - start == len(said) and said == self.outer.text[start:end]:
            self.pieces.extend(self.outer.slice(start, end))
        else:
            self.pieces.append((*self.outer.to_source(start, end), said))
        self.length += len(said)

    def _link(self, places: list[tuple[int, int, int, int]], links: Iterable[Extent]) -> None:
        for begin, end in links:
            inside = [(at, to) for a, b, at, to in places if a >= begin and b <= end]
            if inside:
                self.links.append((inside[0][0], inside[-1][1]))

    def article(
        self,
        *,
        record: str | None = None,
        lang: str | None = None,
        source_lang: str | None = None,
    ) -> Article:
        """Return the article."""
        return Article(
            view=View.of(self.pieces),
            parts=tuple(self.parts),
            record=record,
            lang=lang,
            source_lang=source_lang,
            links=tuple(sorted(self.links)),
            blocks=True,
        )


def trimmed(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces without white space at the block's edges and without empty pieces."""
    kept = [piece for piece in pieces if piece[2]]
    while kept and not kept[0][2].strip():
        kept.pop(0)
    while kept and not kept[-1][2].strip():
        kept.pop()
    if kept:
        start, end, text = kept[0]
        bare = text.lstrip()
        if end - start == len(text):
            kept[0] = (end - len(bare), end, bare)
        start, end, text = kept[-1]
        bare = text.rstrip()
        if end - start == len(text):
            kept[-1] = (start, start + len(bare), bare)
    return kept

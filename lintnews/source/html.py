"""HTML: the article's text, block by block, through the standard parser with its positions.

Where a page marks its article (<article> or <main>) only that is read; navigation, forms, scripts
and styles never are. The title, the description, alternative texts and captions are parts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser

from ..lazy import lazy_pattern
from .article import Article, Source
from .assemble import OBJECT, Assembler, Extent, Piece, shown
from .attributes import read_attribute, said

_BLOCKS = frozenset(
    """address article aside blockquote body caption center dd details div dl dt fieldset
    figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol p
    pre section summary table tbody td tfoot th thead title tr ul""".split()
)
_VOID = frozenset(
    """area base br col embed hr img input link meta param source track wbr""".split()
)
# What a reader of the article does not read as its text.
_SILENT = frozenset(
    """script style noscript template svg math iframe object select textarea button nav form
    dialog video audio canvas head""".split()
)
_CODE = frozenset("code kbd samp var tt".split())
# Elements that go as a whole when their text is furniture; a cell or a page cannot go.
_REMOVABLE = frozenset("p li h1 h2 h3 h4 h5 h6 div blockquote section address dd aside".split())
# Inside these an element that goes leaves an empty one behind.
_KEEPERS = frozenset("li td th dd dt figure blockquote a caption".split())
# A start tag that ends an open element of the same kind, as HTML allows.
_IMPLIED = {"p": "p", "li": "li", "dd": "dd", "dt": "dt", "td": "td", "th": "th", "tr": "tr"}
# White space that is not shown as it stands; a single space is.
_SPACE = lazy_pattern(r"[ \t\r\n\f]{2,}|[\t\r\n\f]")
_LANG = lazy_pattern(r"[A-Za-z]{2,3}(?:[-_]\w{2,8})*$")
# An element is opened and closed on its own lines; those go with it (characters looked at).
_INDENT = 200


def articles(source: Source, fields: Mapping[str, str] | None = None) -> Iterator[Article]:
    """Yield the one article of an HTML page or fragment."""
    out = Assembler()
    out.escape = "html"
    reader = read_html(source.text, out)
    yield reader.out.article(lang=reader.lang)


def read_html(text: str, out: Assembler, kind: str = "body") -> Reader:
    """Read HTML into `out`; what is no heading or caption becomes a part of `kind`."""
    reader = Reader(text, out, kind)
    # After the last ">" no tag ends; the parser would look for one again at every "<".
    last = text.rfind(">") + 1
    reader.feed(text[:last])
    reader.close()
    rest = text.find("<", last)
    reader.add_text(last, len(text) if rest < 0 else rest)
    reader.flush()
    return reader


class Reader(HTMLParser):
    """Collects the shown characters of a page; `lang` is what its root element declares."""

    def __init__(self, text: str, out: Assembler, kind: str = "body"):
        super().__init__(convert_charrefs=False)
        self.text = text
        self.out = out
        self.kind = kind
        self.lang: str | None = None
        lower = text.lower() if "<" in text else ""
        self._within = next((t for t in ("article", "main") if f"<{t}" in lower), "")
        self._starts = [0]
        for match in re.finditer("\n", text):
            self._starts.append(match.end())
        # Open elements: tag, where it starts, how many blocks were read before it.
        self._open: list[tuple[str, int, int]] = []
        self._blocks = 0
        self._counts: dict[str, int] = {}
        self._silent = 0
        self._code = 0
        self._pieces: list[Piece] = []
        self._links: list[Extent] = []
        self._link_start = -1
        self._titled = False

    def _at(self) -> int:
        line, offset = self.getpos()
        return self._starts[line - 1] + offset

    def _count(self, tag: str) -> int:
        return self._counts.get(tag, 0)

    @property
    def _heard(self) -> bool:
        if self._silent or self._count("head"):
            return bool(self._count("title")) and not self._count("svg")
        return not self._within or bool(self._count(self._within)) or bool(self._count("title"))

    # Events of the parser

    def parse_marked_section(self, i: int, report: int = 1) -> int:
        """Return where a marked section ends; the standard parser fails on unknown kinds.

        As in browsers, what is no character data is a comment that the next ">" ends.
        """
        close = "]]>" if self.rawdata.startswith("<![CDATA[", i) else ">"
        end = self.rawdata.find(close, i + 3)
        return end + len(close) if end >= 0 else -1

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        start = self._at()
        raw = self.get_starttag_text() or ""
        if tag in _BLOCKS:
            self.flush()
            implied = _IMPLIED.get(tag)
            if implied and self._open and self._open[-1][0] == implied:
                self._pop(len(self._open) - 1)
        if tag == "br":
            self._add((start, start + len(raw), "\n"))
        elif tag == "img":
            self._attribute(start, raw, "alt", "caption")
        elif tag == "meta":
            self._meta(start, raw, attrs)
        elif tag == "html":
            declared = (dict(attrs).get("lang") or "").strip()
            self.lang = declared if _LANG.match(declared) else None
        elif tag == "a":
            self._link_start = start
        if tag in _VOID or raw.endswith("/>"):
            return
        self._open.append((tag, start, self._blocks))
        self._counts[tag] = self._count(tag) + 1
        if tag in _SILENT and tag != "head":
            self._silent += 1
        if tag in _CODE:
            self._code += 1
            self._add((start, start + len(raw), OBJECT))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        start = self._at()
        end = self.text.find(">", start) + 1 or len(self.text)
        if tag == "br":
            self._add((start, end, "\n"))
        if not self._count(tag):
            return
        order = len(self._open) - 1
        while self._open[order][0] != tag:
            order -= 1
        if tag in _BLOCKS or any(e[0] in _BLOCKS for e in self._open[order:]):
            self.flush(order, end)
        self._pop(order)
        if tag == "a" and self._link_start >= 0:
            self._links.append((self._link_start, start))
            self._link_start = -1

    def handle_data(self, data: str) -> None:
        at = self._at()
        self.add_text(at, at + len(data))

    def add_text(self, at: int, end: int) -> None:
        """Read the source characters [at, end) as text without tags and references."""
        if end <= at or not self._heard or self._code:
            return
        if self._count("pre"):
            for piece in shown(self.text, at, end):
                self._add(piece)
            return
        for match in _SPACE.finditer(self.text, at, end):
            for piece in shown(self.text, at, match.start()):
                self._add(piece)
            self._add((match.start(), match.end(), " "))
            at = match.end()
        for piece in shown(self.text, at, end):
            self._add(piece)

    def handle_entityref(self, name: str) -> None:
        self._reference(self._at(), "&" + name)

    def handle_charref(self, name: str) -> None:
        self._reference(self._at(), "&#" + name)

    def _reference(self, start: int, raw: str) -> None:
        end = start + len(raw)
        if self.text[end : end + 1] == ";":
            end += 1
        if self._heard and not self._code:
            self._add((start, end, said(self.text[start:end])))

    # Blocks

    def _add(self, piece: Piece) -> None:
        start, end, shows = piece
        if not shows or not self._heard:
            return
        last = self._pieces[-1][2] if self._pieces else "\n"
        if shows[:1] == " " and last[-1] in " \n" and not self._count("pre"):
            shows = shows[1:]
            if not shows:
                return
            start += 1
        if shows == "\n" and last == " ":
            self._pieces.pop()
        self._pieces.append((start, end, shows))

    def _pop(self, order: int) -> None:
        for tag, _, _ in self._open[order:]:
            self._counts[tag] -= 1
            if tag in _SILENT and tag != "head":
                self._silent -= 1
            if tag in _CODE:
                self._code -= 1
        del self._open[order:]

    def flush(self, closing: int = -1, end: int = 0) -> None:
        """End the block that is being read; `closing` is the open element that ends at `end`."""
        pieces = [piece for piece in self._pieces if piece[2]]
        visible = [piece for piece in pieces if piece[2].strip()]
        if visible:
            before, after = self._element(closing, end, visible[0][0], visible[-1][1])
            links = list(self._links)
            if self._link_start >= 0:
                links.append((self._link_start, visible[-1][1]))
            self.out.add(self._part(), pieces, before, after, links)
            self._blocks += 1
        self._pieces = []
        self._links = []
        if self._link_start >= 0:
            self._link_start = self._at()

    def _part(self) -> str:
        if self._count("title"):
            self._titled = True
            return "headline"
        if self._count("h1"):
            return "headline"
        if self._count("figcaption") or self._count("caption"):
            return "caption"
        return self.kind

    def _element(
        self, closing: int, end: int, first: int, last: int
    ) -> tuple[Extent, Extent] | tuple[None, None]:
        """Return the extents around a text that fills a whole element, or (None, None)."""
        if closing < 0 or closing != self._last_block():
            return None, None
        tag, start, blocks = self._open[closing]
        parent = self._open[closing - 1][0] if closing else ""
        if blocks != self._blocks or tag not in _REMOVABLE or parent in _KEEPERS:
            return None, None
        text = self.text
        begin = text.rfind("\n", max(0, start - _INDENT), start) + 1 or max(0, start - _INDENT)
        line = text.find("\n", end, end + _INDENT)
        if not text[begin:start].strip() and line >= 0 and not text[end:line].strip():
            start, end = begin, line + 1
        return (start, first), (last, end)

    def _last_block(self) -> int:
        order = len(self._open) - 1
        while order >= 0 and self._open[order][0] not in _BLOCKS:
            order -= 1
        return order

    # Attributes

    def _meta(self, start: int, raw: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        if (named.get("name") or named.get("property") or "").lower() == "description":
            self._attribute(start, raw, "content", "summary")

    def _attribute(self, start: int, raw: str, name: str, kind: str) -> None:
        if kind == "caption" and not self._heard:
            return
        found = read_attribute(self.text, start, raw, name)
        if found is None or not any(piece[2].strip() for piece in found.pieces):
            return
        self.flush()
        # New text in an attribute is escaped for that, not for an element.
        around = self.out.escape
        self.out.escape = " ".join([found.escape, *around.split()[1:]])
        self.out.add(kind, found.pieces)
        self.out.escape = around

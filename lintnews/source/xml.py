"""RSS and Atom: every item or entry is an article; its fields are text or HTML, escaped or not.

A tokenizer of tags, not a validating parser: a feed that is cut off or not well-formed is read as
far as it can be, and external entities are never looked at.
"""

from __future__ import annotations

import html
import html.entities
import re
from collections.abc import Iterator, Mapping

from ..lazy import lazy_pattern
from .article import Article, Source
from .assemble import Assembler, Piece, add_lines
from .html import read_html
from .view import View

ITEMS = frozenset({"item", "entry"})
FIELDS: dict[str, str] = {
    "title": "headline", "description": "summary", "summary": "summary",
    "content:encoded": "body", "content": "body", "media:description": "caption",
    "media:title": "caption", "itunes:summary": "summary",
}  # fmt: skip
RECORD = ("guid", "id", "link")
_TOKEN = lazy_pattern(
    r"<!\[CDATA\[(?P<cdata>.*?)(?:\]\]>|\Z)|<!--.*?(?:-->|\Z)|<\?.*?(?:\?>|\Z)|<![^<>]*>"
    r"|<(?P<close>/?)(?P<name>[\w:.-]+)(?P<attributes>(?:[^<>\"']|\"[^\"]*\"|'[^']*')*)>"
    r"|(?P<text>[^<]+|<)",
    re.DOTALL,
)
_REFERENCE = lazy_pattern(r"&(?:#[xX][\da-fA-F]{1,6}|#\d{1,7}|[A-Za-z]\w{1,30});")
_LANG = lazy_pattern(r"""\bxml:lang\s*=\s*["']([A-Za-z]{2,3}(?:[-_]\w{2,8})*)["']""")
_MARKUP = lazy_pattern(r"</?[A-Za-z][^>]*>|&(?:[A-Za-z]{2,8}|#\d{2,6});")


def articles(source: Source, fields: Mapping[str, str] | None = None) -> Iterator[Article]:
    """Yield an article for each item of a feed; `fields` maps element names to kinds."""
    return _Reader(source.text, {**FIELDS, **(fields or {})}).read()


def _is_known(reference: str) -> bool:
    """Say whether a reference is one: of an unknown name Python would take the known beginning."""
    return reference[1] == "#" or reference[1:] in html.entities.html5


class _Reader:
    def __init__(self, text: str, fields: Mapping[str, str]):
        self.text = text
        self.fields = fields
        self.lang: str | None = None

    def read(self) -> Iterator[Article]:
        item = ""
        out = Assembler()
        record: str | None = None
        # The field that is being read: its name, where its content starts, its pieces.
        field, content, nested, cdata = "", 0, 0, False
        pieces: list[Piece] = []
        for match in _TOKEN.finditer(self.text):
            name = match.group("name")
            if name is None:
                if field and not nested:
                    cdata |= match.group("cdata") is not None
                    pieces.extend(self._pieces(match))
                continue
            closing = bool(match.group("close"))
            empty = match.group("attributes").endswith("/")
            if not item:
                if name in ITEMS and not closing and not empty:
                    item, out, record = name, Assembler(), None
                elif not closing and self.lang is None:
                    declared = _LANG.search(match.group("attributes"))
                    self.lang = declared.group(1) if declared else None
                elif closing and name == "language":
                    self.lang = self._language(match.start())
            elif field:
                if name == field and closing:
                    if field in RECORD:
                        record = record or "".join(p[2] for p in pieces).strip() or None
                    elif nested:
                        self._markup(out, self.fields[field], content, match.start())
                    else:
                        self._field(out, self.fields[field], pieces, cdata)
                    field = ""
                elif not closing and not empty:
                    nested += 1
            elif name == item and closing:
                if out.pieces:
                    yield out.article(record=record, lang=self.lang)
                item = ""
            elif not closing and not empty and (
                name in RECORD or self.fields.get(name, "off") != "off"
            ):  # fmt: skip
                field, content, nested, cdata, pieces = name, match.end(), 0, False, []
        if item and out.pieces:
            yield out.article(record=record, lang=self.lang)

    def _pieces(self, match: re.Match[str]) -> Iterator[Piece]:
        text = self.text
        if match.group("cdata") is not None:
            start, end = match.span("cdata")
            yield start, end, text[start:end]
            return
        at = match.start()
        if match.group("text") is None:
            return
        for reference in _REFERENCE.finditer(text, at, match.end()):
            if not _is_known(reference.group()):
                continue
            if reference.start() > at:
                yield at, reference.start(), text[at : reference.start()]
            at = reference.end()
            yield reference.start(), at, html.unescape(reference.group())
        if match.end() > at:
            yield at, match.end(), text[at : match.end()]

    def _field(self, out: Assembler, kind: str, pieces: list[Piece], cdata: bool) -> None:
        view = View.of(pieces)
        if not view.text.strip():
            return
        out.outer = view
        if _MARKUP.search(view.text):
            out.escape = "html cdata" if cdata else "html xml"
            read_html(view.text, out, kind)
        else:
            out.escape = "unmarked cdata" if cdata else "unmarked xml"
            add_lines(out, kind, view.text)

    def _markup(self, out: Assembler, kind: str, start: int, end: int) -> None:
        """Read a field that holds elements of its own: Atom's type="xhtml"."""
        out.outer = View.of([(start, end, self.text[start:end])])
        out.escape = "xml"
        read_html(self.text[start:end], out, kind)

    def _language(self, end: int) -> str | None:
        start = self.text.rfind(">", max(0, end - 80), end) + 1
        said = self.text[start:end].strip()
        return said if re.fullmatch(r"[A-Za-z]{2,3}(?:[-_]\w{2,8})*", said) else None

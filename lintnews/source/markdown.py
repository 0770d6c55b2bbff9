"""Markdown: front matter fields, then the body's blocks, each a line of the View.

tree-sitter-markdown finds the blocks and the inline markup. It is given UTF-16, so that two bytes
are one code point; what would confuse it (shortcodes, dollar signs, characters beyond the basic
plane) is replaced by as many stand-ins.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from ..lazy import lazy_pattern
from .article import Article, Source
from .assemble import Assembler, Extent, Piece, trimmed
from .frontmatter import LANGUAGE, SOURCE_LANGUAGE, Field, kind_of, read_front_matter
from .inline import MARKUP, Inline, normal_label, read_inline

# Hugo and Jekyll: {{< figure >}}, {{% note %}}, {% include x %}, {{ page.title }}, {: .class}.
_SHORTCODE = lazy_pattern(
    r"\{\{[<%](?:(?!\}\}).){0,2000}?[>%]\}\}|\{%(?:(?!%\}).){0,2000}?%\}"
    r"|\{\{(?:(?!\}\}).){0,500}?\}\}|\{:[^{}\n]{0,200}\}",
    re.DOTALL,
)
_CONFUSING = lazy_pattern("[\U00010000-\U0010ffff\ud800-\udfff]")
_NOT_NEWLINE = lazy_pattern(r"[^\r\n]")
_LINE_END = lazy_pattern(r"\r\n|\r|\n|\Z")
_BLANKS = lazy_pattern(r"(?:[ \t]*(?:\r\n|\r|\n))+\Z")
_CONTAINERS = frozenset({"document", "section", "list", "list_item", "block_quote"})
_ROWS = frozenset({"pipe_table_header", "pipe_table_row"})
_ITEM = lazy_pattern(r"\s*(?:[-+*]|\d{1,9}[.)])\s")
# Marks that may open emphasis or an image. The parser tries each that nothing closes against all that
# follow; a paragraph with more of them is no prose, and its marks are shown as they stand.
_OPENERS = lazy_pattern(r"[*_~]|!(?=\[)")
MAX_OPENERS = 1_000
# How far back blank lines before a block are looked for (characters).
_BLANK_WINDOW = 200


@lru_cache(maxsize=1)
def _languages() -> tuple[Any, Any]:
    import tree_sitter_markdown as grammar
    from tree_sitter import Language

    return Language(grammar.language()), Language(grammar.inline_language())


def _parser(order: int) -> Any:
    from tree_sitter import Parser

    return Parser(_languages()[order])


def articles(source: Source, fields: Mapping[str, str] | None = None) -> Iterator[Article]:
    """Yield the one article of a Markdown file; `fields` maps front matter keys to kinds."""
    found, start = read_front_matter(source.text)
    reader = _Reader(source.text, start)
    for field in found:
        kind = kind_of(field.key, fields or {})
        if kind:
            reader.out.escape = field.escape
            reader.out.add(kind, field.pieces)
    reader.out.escape = "markdown"
    reader.read()
    yield reader.out.article(
        lang=_named(found, LANGUAGE), source_lang=_named(found, SOURCE_LANGUAGE)
    )


def _named(found: list[Field], keys: tuple[str, ...]) -> str | None:
    value = next((f.value for f in found if f.key in keys), "")
    return value if re.fullmatch(r"[A-Za-z]{2,3}(?:[-_]\w{2,8})*", value) else None


class _Reader:
    """Reads the body of one file, from code point `start` on."""

    def __init__(self, text: str, start: int):
        self.text = text
        self.start = start
        self.out = Assembler()
        self.titled = False
        self.shortcodes: list[Extent] = []
        self.masked = ""
        self.data = b""
        self.labels: frozenset[str] = frozenset()
        self._inline: Any = None

    def read(self) -> None:
        self._mask()
        self.data = self.masked.encode("utf-16-le", "replace")
        root = _parser(0).parse(self.data, encoding="utf16le").root_node
        blocks: list[tuple[str, Any]] = []
        labels: set[str] = set()
        stack = [root]
        while stack:
            node = stack.pop()
            kind = node.type
            if kind in _CONTAINERS:
                stack.extend(reversed(node.named_children))
            elif kind in ("paragraph", "atx_heading", "setext_heading", "pipe_table"):
                blocks.append((kind, node))
            elif kind == "link_reference_definition" and node.named_children:
                start, end = self._extent(node.named_children[0])
                labels.add(normal_label(self.text[start:end]))
        self.labels = frozenset(labels)
        for kind, node in blocks:
            if kind == "pipe_table":
                self._table(node)
            else:
                self._block(kind, node)

    def _mask(self) -> None:
        body = self.text[self.start :]
        if "{" in body:

            def hide(match: re.Match[str]) -> str:
                self.shortcodes.append((self.start + match.start(), self.start + match.end()))
                return _NOT_NEWLINE.sub("\x01", match.group())

            body = _SHORTCODE.sub(hide, body)
        body = body.replace("$", "\x02").replace("\0", "\x02").replace("\ufeff", "\x02")
        if not body.isascii():
            body = _CONFUSING.sub("\ue000", body)
        self.masked = body

    def _extent(self, node: Any) -> Extent:
        return self.start + node.start_byte // 2, self.start + node.end_byte // 2

    def _tree(self, start: int, end: int) -> Any:
        if self._inline is None:
            self._inline = _parser(1)
        text = self.masked[start - self.start : end - self.start]
        if len(_OPENERS.findall(text)) > MAX_OPENERS:
            data = _OPENERS.sub("\x02", text).encode("utf-16-le", "replace")
        else:
            data = self.data[2 * (start - self.start) : 2 * (end - self.start)]
        return self._inline.parse(data, encoding="utf16le").root_node

    def _hidden(self, start: int, end: int) -> Iterator[Extent]:
        first = bisect.bisect_left(self.shortcodes, (start, start))
        for begin, stop in self.shortcodes[max(first - 1, 0) :]:
            if begin >= end:
                return
            if stop > start:
                yield max(begin, start), min(stop, end)

    def _see(self, node: Any) -> Inline:
        start, end = self._extent(node)
        skips = []
        if node.child_count:
            skips = [self._extent(c) for c in node.named_children if c.type == "block_continuation"]
        part = self.masked[start - self.start : end - self.start]
        tree = self._tree if MARKUP.search(part) else None
        return read_inline(self.text, start, end, skips, tree, self._hidden, self.labels)

    def _block(self, kind: str, node: Any) -> None:
        inline = _inline_of(node)
        if inline is None:
            return
        seen = self._see(inline)
        part = "body"
        if not self.titled and kind != "paragraph" and _level(node) == 1:
            part, self.titled = "headline", True
        pieces = [piece for piece in seen.pieces if piece[2]]
        visible = [piece for piece in pieces if piece[2].strip()]
        if visible:
            before = after = None
            if not seen.images:
                before, after = self._element(visible[0][0], visible[-1][1], node)
            self.out.add(part, pieces, before, after, seen.links)
        for start, end in seen.images:
            if end > start and not visible:
                alt = read_inline(self.text, start, end, [], None, self._hidden, self.labels)
                self.out.add("caption", alt.pieces)

    def _element(
        self, first: int, last: int, node: Any
    ) -> tuple[Extent, Extent] | tuple[None, None]:
        """Return the source extents before and after a block that go when it goes.

        Where lines of text touch the block on both sides it must stay: without it they would
        become one paragraph.
        """
        text = self.text
        begin = max(text.rfind("\n", self.start, first), text.rfind("\r", self.start, first)) + 1
        begin = max(begin, self.start)
        stop = max(last, self._end(node))
        if stop <= self.start or text[stop - 1] not in "\r\n":
            end_of_line = _LINE_END.search(text, stop)
            stop = end_of_line.end() if end_of_line else len(text)
        following = _LINE_END.search(text, stop)
        if following is None or not text[stop : following.start()].strip():
            blanks = _BLANKS.search(text, max(self.start, begin - _BLANK_WINDOW), begin)
            if blanks and self.out.pieces:
                # The line break that ends the line before stays.
                kept = _LINE_END.search(text, blanks.start())
                begin = blanks.start()
                if kept and begin > self.start:
                    begin = max(kept.end(), self.out.pieces[-1][1])
        elif begin > self.start and not _ITEM.match(text, begin, first):
            previous = text[max(self.start, begin - _BLANK_WINDOW) : begin].splitlines()[-1:]
            if previous and previous[0].strip():
                return None, None
        return (begin, first), (last, stop)

    def _end(self, node: Any) -> int:
        """Return where a block ends, without the quotation signs of the line after it."""
        while node.child_count and node.children[-1].end_byte == node.end_byte:
            node = node.children[-1]
            if node.type == "block_continuation":
                return self._extent(node)[0]
        return self._extent(node)[1]

    def _table(self, table: Any) -> None:
        for row in table.named_children:
            if row.type not in _ROWS:
                continue
            pieces: list[Piece] = []
            links: list[Extent] = []
            for cell in row.named_children:
                if cell.type != "pipe_table_cell":
                    continue
                seen = self._see(cell)
                if pieces:
                    pieces.append((pieces[-1][1], self._extent(cell)[0], " | "))
                pieces.extend(trimmed(seen.pieces))
                links.extend(seen.links)
            self.out.add("body", pieces, links=links)


def _inline_of(node: Any) -> Any:
    """Return the inline node of a paragraph or heading, or None where it is empty."""
    for child in node.named_children:
        if child.type == "inline":
            return child
        if child.type == "paragraph":
            return _inline_of(child)
    return None


def _level(node: Any) -> int:
    for child in node.children:
        if child.type in ("atx_h1_marker", "setext_h1_underline"):
            return 1
    return 2

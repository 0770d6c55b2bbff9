"""Article JSON: ninjs 1 to 3, NewsArticle JSON-LD, WordPress REST, JSON Feed, and what is set.

A file holds one article or many, at any depth. Their fields are strings of plain text or HTML;
positions go through the escapes of both.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import msgspec

from ..errors import InputError
from ..lazy import lazy_pattern
from .article import Article, Source
from .assemble import Assembler, add_lines
from .html import read_html
from .json_tree import JsonProblem, Node, Row, Scalar, Table, Text, decoded, parse
from .lines import nameless

# Key or dotted path below an article (list places are left out, * is any key) -> kind.
FIELDS: dict[str, str] = {
    "headline": "headline", "title": "headline", "title.rendered": "headline",
    "headlines.value": "headline", "alternativeHeadline": "headline", "subtitle": "headline",
    "subheadline": "headline", "kicker": "headline", "subject": "headline",
    "description": "summary", "description_text": "summary", "description_html": "summary",
    "descriptions.value": "summary", "excerpt": "summary", "excerpt.rendered": "summary",
    "summary": "summary", "abstract": "summary", "standfirst": "summary", "teaser": "summary",
    "lead": "summary", "dek": "summary",
    "body_text": "body", "body_html": "body", "body_xhtml": "body", "bodies.value": "body",
    "articleBody": "body", "body": "body", "content": "body", "content.rendered": "body",
    "content_text": "body", "content_html": "body", "text": "body", "body.value": "body",
    "caption": "caption", "caption.rendered": "caption", "image.caption": "caption",
    "associations.*.description_text": "caption", "associations.*.headline": "caption",
    "associations.*.caption": "caption", "images.caption": "caption", "photo.caption": "caption",
    "media.caption": "caption",
}  # fmt: skip
# The same text in several forms: the first that an article has is read.
ALTERNATIVES = (
    ("body_text", "body_html", "body_xhtml"),
    ("description_text", "description_html"),
    ("content_text", "content_html"),
)
# Of these lists of renditions the first is read.
RENDITIONS = frozenset({"bodies", "headlines", "descriptions"})
RECORD = ("id", "uri", "guid", "slug", "@id", "url", "link", "altid")
LANGUAGE = ("language", "lang", "inLanguage", "locale")
SOURCE_LANGUAGE = ("source_lang", "source-lang", "original_language")
LINES = (".jsonl", ".ndjson")
_HTML = lazy_pattern(r"</[A-Za-z][\w-]*\s*>|<(?:br|p|img|hr)\b[^>]*>|&(?:[A-Za-z]{2,8}|#\d{2,6});")
_LINE = lazy_pattern(r"[^\r\n]+")
# Fields lie no deeper than this below their article.
FIELD_DEPTH = 4


class Found(msgspec.Struct, frozen=True):
    """A field of an article: its kind, path and place."""

    kind: str
    path: str
    text: Text


def articles(source: Source, fields: Mapping[str, str] | None = None) -> Iterator[Article]:
    """Yield the articles of a JSON file, or of each line of a JSONL file.

    Raises InputError with the line where the text is no JSON; of a JSONL file all other lines
    are read first.
    """
    reader = _Reader(source, fields or {})
    if Path(source.path).suffix.lower() not in LINES:
        yield from reader.read(0, len(source.text), None)
        return
    problem: InputError | None = None
    for match in _LINE.finditer(source.text):
        start = match.start() + (match.group()[0] == "\ufeff")
        if not source.text[start : match.end()].strip():
            continue
        try:
            yield from reader.read(start, match.end(), nameless(source.position(start)[0]))
        except InputError as broken:
            problem = problem or broken
    if problem is not None:
        raise problem


class _Reader:
    def __init__(self, source: Source, fields: Mapping[str, str]):
        self.source = source
        self.fields = {**FIELDS, **fields}
        self.configured = frozenset(fields)

    def read(self, start: int, end: int, name: str | None) -> Iterator[Article]:
        text = self.source.text
        if text[start : start + 1] == "\ufeff":
            start += 1
        try:
            root = parse(text, start, end)
        except JsonProblem as problem:
            line, _ = self.source.position(min(problem.offset, len(text)))
            raise InputError(problem.reason, self.source.path, line) from None
        found = self._tables(root)
        for order, (table, own) in enumerate(found):
            record = _value(text, table, RECORD) or name
            if record is None and len(found) > 1:
                record = str(order + 1)
            yield self._article(table, own, record)

    def _article(self, table: Table, own: list[Found], record: str | None) -> Article:
        out = Assembler()
        for field in own:
            view = decoded(self.source.text, field.text)
            out.outer = view
            if "html" in field.path or field.path.endswith("rendered") or _HTML.search(view.text):
                out.escape = "html json"
                read_html(view.text, out, field.kind)
            else:
                out.escape = "unmarked json"
                add_lines(out, field.kind, view.text)
        text = self.source.text
        return out.article(
            record=record,
            lang=_value(text, table, LANGUAGE),
            source_lang=_value(text, table, SOURCE_LANGUAGE),
        )

    def _tables(self, node: Node) -> list[tuple[Table, list[Found]]]:
        """Return the articles in a value: objects with a body, or else with a headline."""
        own: list[Found] = []
        if isinstance(node, Table):
            own = self._fields(node)
            if any(field.kind == "body" for field in own):
                return [(node, own)]
            values: list[Node] = [value for _, value in node.items]
        elif isinstance(node, Row):
            values = node.items
        else:
            return []
        below = [found for value in values for found in self._tables(value)]
        if any(field.kind == "body" for _, fields in below for field in fields):
            return below
        if isinstance(node, Table) and any(
            f.kind == "headline" or f.path in self.configured for f in own
        ):
            return [(node, own)]
        return below

    def _fields(self, table: Table) -> list[Found]:
        found: list[Found] = []
        self._collect(table, "", 0, found)
        paths = {field.path for field in found}
        for forms in ALTERNATIVES:
            kept = next((form for form in forms if form in paths), None)
            found = [f for f in found if f.path not in forms or f.path == kept]
        return found

    def _collect(self, node: Node, path: str, depth: int, found: list[Found]) -> None:
        if isinstance(node, Text):
            kind = self._kind(path)
            if kind and kind != "off":
                found.append(Found(kind, path, node))
        elif isinstance(node, Row) and path:
            last = path.rpartition(".")[2]
            for item in node.items[:1] if last in RENDITIONS else node.items:
                if isinstance(item, Table) or path in self.configured:
                    self._collect(item, path, depth, found)
        elif isinstance(node, Table) and depth < FIELD_DEPTH:
            for key, value in node.items:
                self._collect(value, f"{path}.{key}" if path else key, depth + 1, found)

    def _kind(self, path: str) -> str | None:
        if path in self.fields:
            return self.fields[path]
        parts = path.split(".")
        if len(parts) == 3:
            return self.fields.get(f"{parts[0]}.*.{parts[2]}")
        return None


def _value(text: str, table: Table, keys: tuple[str, ...]) -> str | None:
    """Return the first of these values that an object has."""
    for wanted in keys:
        for key, value in table.items:
            if key == wanted and isinstance(value, Text) and value.end > value.start:
                return decoded(text, value).text
            if key == wanted and isinstance(value, Scalar):
                return value.text
    return None

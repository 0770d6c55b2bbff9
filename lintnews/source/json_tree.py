"""JSON with the place of every string: what the standard parser does not tell."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from ..errors import LintnewsError
from ..lazy import lazy_pattern
from .view import View

# Deeper files are an attack on the parser or no article (levels).
MAX_DEPTH = 300
_TOKEN = lazy_pattern(
    r"""[ \t\r\n]*(?:(?P<string>"[^"\\\x00-\x1f]*(?:\\[^\x00-\x1f][^"\\\x00-\x1f]*)*")"""
    r"""|(?P<mark>[{}\[\],:])|(?P<other>-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?|true|false|null))"""
)
_SPACE = lazy_pattern(r"[ \t\r\n]*")
_ESCAPE = lazy_pattern(
    r"\\(?:u[dD][89abAB][\da-fA-F]{2}\\u[dD][c-fC-F][\da-fA-F]{2}|u[\da-fA-F]{4}|.)", re.DOTALL
)
_SIMPLE = {"n": "\n", "r": "\r", "t": "\t", "b": " ", "f": "\n"}


class JsonProblem(LintnewsError):
    """A text is no JSON; `offset` is the code point at which that shows."""

    def __init__(self, reason: str, offset: int):
        super().__init__(reason)
        self.offset = offset


class Text(msgspec.Struct, frozen=True):
    """A string value: source[start:end] stands between its quotation marks."""

    start: int
    end: int


class Table(msgspec.Struct, frozen=True):
    """An object: (key, value) in the order of the file."""

    items: list[tuple[str, Node]]


class Row(msgspec.Struct, frozen=True):
    """An array."""

    items: list[Node]


class Scalar(msgspec.Struct, frozen=True):
    """A number or a constant, as it is written."""

    text: str


Node = Text | Table | Row | Scalar


def decoded(text: str, node: Text) -> View:
    """Return what a string says, each character mapped to its escape in `text`."""
    return View.of(_pieces(text, node.start, node.end))


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    at = start
    for match in _ESCAPE.finditer(text, start, end):
        if match.start() > at:
            yield at, match.start(), text[at : match.start()]
        at = match.end()
        yield match.start(), at, _said(match.group())
    if at < end:
        yield at, end, text[at:end]


def _said(escape: str) -> str:
    mark = escape[1]
    if mark != "u":
        return _SIMPLE.get(mark, mark)
    if len(escape) > 6:
        high, low = int(escape[2:6], 16), int(escape[8:12], 16)
        return chr(0x10000 + (high - 0xD800) * 0x400 + low - 0xDC00)
    try:
        code = int(escape[2:6], 16)
    except ValueError:
        return "\ufffd"
    return "\ufffd" if 0xD800 <= code < 0xE000 else chr(code)


def parse(text: str, start: int = 0, end: int | None = None) -> Node:
    """Return the tree of the JSON value in text[start:end]; raise JsonProblem."""
    end = len(text) if end is None else end
    stack: list[Table | Row] = []
    keys: list[str | None] = []
    at = start
    wanted = "value"
    while True:
        match = _TOKEN.match(text, at, end)
        if match is None:
            raise _broken(text, at, end, wanted)
        at = match.end()
        kind, token = match.lastgroup, match.group(match.lastgroup or 0)
        node: Node | None = None
        if wanted == "key":
            if kind == "string":
                keys[-1] = decoded(text, Text(match.start("string") + 1, at - 1)).text
                wanted = "colon"
                continue
            if token != "}" or stack[-1].items:
                raise _broken(text, match.start(kind or 0), end, wanted)
        elif wanted == "colon":
            if token != ":":
                raise _broken(text, match.start(kind or 0), end, wanted)
            wanted = "value"
            continue
        if kind == "string" and wanted in ("value", "first"):
            node = Text(match.start("string") + 1, at - 1)
        elif kind == "other" and wanted in ("value", "first"):
            node = Scalar(token)
        elif token in ("{", "[") and wanted in ("value", "first"):
            if len(stack) >= MAX_DEPTH:
                raise JsonProblem(f"nested more than {MAX_DEPTH} levels deep", at)
            stack.append(Table([]) if token == "{" else Row([]))
            keys.append(None)
            wanted = "key" if token == "{" else "first"
            continue
        elif token in ("}", "]") and wanted in ("key", "first", "more"):
            closes = "}" if isinstance(stack[-1], Table) else "]"
            if token != closes:
                raise _broken(text, match.start("mark"), end, wanted)
            node = stack.pop()
            keys.pop()
        elif token == "," and wanted == "more":
            wanted = "key" if isinstance(stack[-1], Table) else "value"
            continue
        if node is None:
            raise _broken(text, match.start(kind or 0), end, wanted)
        if not stack:
            break
        parent = stack[-1]
        if isinstance(parent, Table):
            parent.items.append((keys[-1] or "", node))
        else:
            parent.items.append(node)
        wanted = "more"
    rest = _SPACE.match(text, at, end)
    if rest is not None and rest.end() < end:
        raise JsonProblem("more text after the end of the value", rest.end())
    return node


_EXPECTED = {
    "value": "a value", "first": "a value or ]", "key": "a key in quotation marks",
    "colon": "a colon", "more": "a comma or the end of the list",
}  # fmt: skip


def _broken(text: str, at: int, end: int, wanted: str) -> JsonProblem:
    space = _SPACE.match(text, at, end)
    at = space.end() if space else at
    found = "the end of the text" if at >= end else repr(text[at : at + 12])
    return JsonProblem(f"broken JSON: expected {_EXPECTED[wanted]}, found {found}", at)

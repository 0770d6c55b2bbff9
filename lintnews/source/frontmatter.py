"""Front matter of Markdown files: the fields that are text, with the place of every character.

A line scanner, not a YAML parser: it knows plain, quoted and block scalars at the top and one
level down, keeps their offsets, and skips everything else. What it cannot read is not linted.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

import msgspec

from ..lazy import lazy_pattern
from .assemble import Piece, shown

# Keys that hold text for readers, and what it is. Keys of nested tables are joined by a dot.
FIELDS: dict[str, str] = {
    "title": "headline", "headline": "headline", "heading": "headline", "subtitle": "headline",
    "subheadline": "headline", "subheading": "headline", "kicker": "headline",
    "seo_title": "headline", "social_title": "headline",
    "description": "summary", "summary": "summary", "excerpt": "summary", "dek": "summary",
    "standfirst": "summary", "lead": "summary", "lede": "summary", "teaser": "summary",
    "abstract": "summary", "intro": "summary",
    "caption": "caption", "image_caption": "caption", "photo_caption": "caption",
    "image.caption": "caption", "cover.caption": "caption", "photo.caption": "caption",
    "image.alt": "caption", "cover.alt": "caption", "image_alt": "caption", "alt": "caption",
}  # fmt: skip
LANGUAGE = ("lang", "language", "locale")
SOURCE_LANGUAGE = ("source-lang", "source_lang", "original_language", "translated_from")

_OPEN = lazy_pattern(r"\ufeff?(---|\+\+\+)[ \t]*(?:\r\n|\r|\n)")
_LINE_END = lazy_pattern(r"\r\n|\r|\n")
_LINE = lazy_pattern(r"([^\r\n]*)(\r\n|\r|\n|\Z)")
_KEY = lazy_pattern(
    r"""(?P<indent>[ \t]*)(?P<key>[\w.-]+|"[\w. -]+"|'[\w. -]+')[ \t]*(?P<sign>[:=])(?=[ \t]|$)[ \t]*"""
)
_TABLE = lazy_pattern(r"\[([\w.-]+)\][ \t]*$")
_BLOCK = lazy_pattern(r"[|>][+-]?\d?[+-]?[ \t]*(?:#.*)?$")
_TWO_QUOTES = lazy_pattern("''")
_ESCAPE = lazy_pattern(r"\\(?:x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|.)")
_SIMPLE = {"n": "\n", "t": " ", "r": "\n", "0": "", "e": "", "N": "\n", "_": " ", "L": "\n"}


class Field(msgspec.Struct, frozen=True):
    """A field of the front matter: its key, the pieces that a reader of its value sees, and the
    layer (see escape.py) that new text in it goes through.
    """

    key: str
    pieces: tuple[Piece, ...]
    escape: str = "plain"

    @property
    def value(self) -> str:
        return "".join(piece[2] for piece in self.pieces).strip()


def read_front_matter(text: str) -> tuple[list[Field], int]:
    """Return (fields, offset of the body); ([], 0) where there is no front matter."""
    opening = _OPEN.match(text)
    if not opening:
        return [], 0
    mark = opening.group(1)
    lines: list[tuple[int, int]] = []
    at = opening.end()
    while at < len(text):
        line = _LINE.match(text, at)
        if line is None:
            break
        stripped = line.group(1).rstrip()
        if stripped == mark or (mark == "---" and stripped == "..."):
            return _fields(text, lines), line.end()
        lines.append((line.start(1), line.end(1)))
        if line.end() == at:
            break
        at = line.end()
    return [], 0


def kind_of(key: str, fields: Mapping[str, str]) -> str | None:
    """Return what a field is: headline, summary, body or caption; None where it is not linted."""
    kind = fields.get(key) or FIELDS.get(key.lower())
    return None if kind == "off" else kind


def _fields(text: str, lines: list[tuple[int, int]]) -> list[Field]:
    found: list[Field] = []
    parent = ""
    order = 0
    while order < len(lines):
        start, end = lines[order]
        order += 1
        table = _TABLE.match(text, start, end)
        if table:
            parent = table.group(1) + "."
            continue
        key = _KEY.match(text, start, end)
        if not key:
            continue
        name = key.group("key").strip("\"'")
        toml = key.group("sign") == "="
        if not toml:
            if not key.group("indent"):
                parent = ""
            elif not parent:
                continue
        at = key.end()
        if not toml and not text[at:end].partition("#")[0].strip():
            if not key.group("indent"):
                parent = name + "."
            continue
        follow = order
        while follow < len(lines) and _continues(text, lines[follow], len(key.group("indent"))):
            follow += 1
        if text[at : at + 3] in ('"""', "'''"):
            pieces, used = _multi_line(text, at, lines, order)
        else:
            pieces, used = _value(text, at, end, lines[order:follow], toml)
        order += used
        if pieces:
            found.append(Field(parent + name, tuple(pieces), _layer(text, at, end, toml)))
    return found


def _layer(text: str, at: int, end: int, toml: bool) -> str:
    """Return how new text gets into the value that starts at `at`."""
    first = text[at]
    if first == '"':
        return "json"
    if first == "'":
        # Only YAML doubles it; in three of them, which only TOML has, one alone is no matter.
        return "literal" if toml or text.startswith("'''", at) else "single"
    return "block" if _BLOCK.match(text, at, end) else "plain"


def _continues(text: str, line: tuple[int, int], indent: int) -> bool:
    body = text[line[0] : line[1]]
    return not body.strip() or len(body) - len(body.lstrip(" \t")) > indent


def _multi_line(
    text: str, at: int, lines: list[tuple[int, int]], order: int
) -> tuple[list[Piece], int]:
    """Return the pieces of a multi-line string of TOML and how many further lines it takes.

    It must end inside the front matter.
    """
    close = text.find(text[at : at + 3], at + 3, lines[-1][1])
    if close < 0:
        return [], 0
    used = 0
    while order + used < len(lines) and lines[order + used][0] <= close:
        used += 1
    return _quoted(text, at + 3, close, text[at] == '"', toml=True), used


def _value(
    text: str, at: int, end: int, more: list[tuple[int, int]], toml: bool
) -> tuple[list[Piece], int]:
    """Return the pieces of a value and how many further lines it takes."""
    first = text[at : at + 1]
    if first in "\"'" and first:
        last = more[-1][1] if more and not toml else end
        close = _closing(text, at + 1, last, first, toml)
        if close < 0:
            return [], 0
        used = sum(a <= close for a, _ in more)
        return _quoted(text, at + 1, close, first == '"', toml), used
    if toml or first in "[{&*!@`%":
        return [], 0
    if _BLOCK.match(text, at, end):
        return _folded(text, more, keep=first == "|"), len(more)
    return _plain(text, [(at, end), *more]), len(more)


def _closing(text: str, at: int, end: int, quote: str, toml: bool) -> int:
    while at < end:
        char = text[at]
        if char == "\\" and quote == '"':
            at += 2
            continue
        if char == quote:
            if quote == "'" and not toml and text[at + 1 : at + 2] == "'":
                at += 2
                continue
            return at
        at += 1
    return -1


def _quoted(text: str, start: int, end: int, double: bool, toml: bool) -> list[Piece]:
    pieces: list[Piece] = []
    marks = _ESCAPE if double else _TWO_QUOTES if not toml else None
    at = start
    for match in marks.finditer(text, start, end) if marks else ():
        pieces.extend(_lines_joined(text, at, match.start()))
        said = match.group()
        at = match.end()
        pieces.append((match.start(), at, "'" if said == "''" else _unescaped(said)))
    pieces.extend(_lines_joined(text, at, end))
    return pieces


def _unescaped(said: str) -> str:
    if said[1] in "xuU":
        try:
            return chr(int(said[2:], 16)) if len(said) > 2 else said[1]
        except (ValueError, OverflowError):
            return "\ufffd"
    return _SIMPLE.get(said[1], said[1] if said[1] not in "\r\n" else "")


def _lines_joined(text: str, start: int, end: int) -> list[Piece]:
    """Return the pieces of [start, end); a line break with its indentation is one space."""
    pieces: list[Piece] = []
    at = start
    for match in re.finditer(r"[ \t]*(?:\r\n|\r|\n)\s*", text[start:end]):
        pieces.extend(shown(text, at, start + match.start()))
        at = start + match.end()
        pieces.append((start + match.start(), at, " "))
    pieces.extend(shown(text, at, end))
    return pieces


def _plain(text: str, lines: list[tuple[int, int]]) -> list[Piece]:
    start = lines[0][0]
    end = next((b for a, b in reversed(lines) if text[a:b].strip()), start)
    comment = re.search(r"(?:^|\s)#", text[start:end])
    return _lines_joined(text, start, start + comment.start() if comment else end)


def _folded(text: str, lines: list[tuple[int, int]], keep: bool) -> list[Piece]:
    pieces: list[Piece] = []
    filled = [(a, b) for a, b in lines if text[a:b].strip()]
    for order, (start, end) in enumerate(filled):
        begin = start + len(text[start:end]) - len(text[start:end].lstrip())
        stop = begin + len(text[begin:end].rstrip())
        pieces.extend(shown(text, begin, stop))
        if order + 1 < len(filled):
            following, last = filled[order + 1]
            after = following + len(text[following:last]) - len(text[following:last].lstrip())
            blank = len(_LINE_END.findall(text, stop, after)) > 1
            pieces.append((stop, after, "\n" if keep or blank else " "))
    return pieces

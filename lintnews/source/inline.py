"""Inline Markdown as a reader sees it: emphasis and links seen through, code and addresses out."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from typing import Any

from ..lazy import lazy_pattern
from .assemble import OBJECT, Extent, Piece, shown

# Characters without which a paragraph has no inline markup.
MARKUP = lazy_pattern(r"[*_`\[\]<>&\\~\x01]|://|www\.")
_SOFT = lazy_pattern(r"[ \t]*(?:\r\n|\r|\n)[ \t]*")
_ADDRESS = lazy_pattern(r"(?:https?://|www\.)[^\s<>\x01]*[^\s<>\x01.,;:!?'\"”’)\]*_~]")
_BREAK = lazy_pattern(r"<br\s*/?>", re.IGNORECASE)
_HIDDEN = frozenset({"emphasis_delimiter", "html_tag"})
_REFERENCES = frozenset({"full_reference_link", "collapsed_reference_link", "shortcut_link"})
# A wrapped line is nearly as long as the longest line of its paragraph, and no line is longer
# than editors wrap at (characters).
_WRAP_LONGEST = 130
_WRAP_SHORTEST = 45
_WRAP_SHARE = 0.6
_CONTINUED = (",", ";", "–", "—", "-", "(", "“")
_ENDS = tuple('.!?…:"”’»)')

Change = tuple[int, int, str]


class Inline:
    """What an inline run shows: pieces, link extents, images (their alt text), and whether
    something that is no markup of the words (an image) is hidden in it."""

    __slots__ = ("images", "links", "pieces")

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self.links: list[Extent] = []
        self.images: list[Extent] = []


def read_inline(
    text: str,
    start: int,
    end: int,
    skips: list[Extent],
    tree: Callable[[int, int], Any] | None,
    masked: Callable[[int, int], Iterator[Extent]],
    labels: frozenset[str],
) -> Inline:
    """Return what [start, end) of `text` shows.

    `skips` are the markers of containers inside it (quote signs, indentation), `tree` parses an
    extent (None: there is no markup), `masked` yields shortcodes, `labels` are the link
    references of the document.
    """
    found = Inline()
    changes: list[Change] = [(a, b, "") for a, b in skips if b > a]
    if tree is not None:
        changes.extend((a, b, "") for a, b in masked(start, end))
        _collect(text, start, tree(start, end), labels, found, changes)
        changes.extend(
            (m.start(), m.end(), OBJECT) for m in _ADDRESS.finditer(text, start, end)
        )  # fmt: skip
    breaks = _soft_breaks(text, start, end, skips)
    changes.extend(breaks)
    changes.sort(key=lambda change: (change[0], -change[1]))
    at = start
    for begin, stop, said in changes:
        if begin < at:
            continue
        found.pieces.extend(shown(text, at, begin))
        at = stop
        if said:
            found.pieces.append((begin, stop, said))
        elif text[stop : stop + 1] == " " and _last(found.pieces) in (" ", "\n", ""):
            # Two words keep one space where what stood between them is hidden.
            at += 1
    found.pieces.extend(shown(text, at, end))
    return found


def _last(pieces: list[Piece]) -> str:
    return next((piece[2][-1] for piece in reversed(pieces) if piece[2]), "")


def _soft_breaks(text: str, start: int, end: int, skips: list[Extent]) -> list[Change]:
    """Return the line breaks of the run with what they look like: a space, or a line's end."""
    matches = list(_SOFT.finditer(text, start, end))
    if not matches:
        return []
    after = dict(skips)
    extents: list[Extent] = []
    for match in matches:
        stop = match.end()
        # Container markers that follow belong to the break.
        while stop in after and after[stop] > stop:
            stop = after[stop]
        late = next((b for a, b in skips if match.start() < a <= stop < b), stop)
        extents.append((match.start(), late))
    bounds = [start, *(b for _, b in extents)], [*(a for a, _ in extents), end]
    lines = [text[a:b] for a, b in zip(*bounds, strict=True)]
    longest = max(map(len, lines))
    wrapped = _WRAP_SHORTEST <= longest <= _WRAP_LONGEST and not all(
        line.rstrip().endswith(_ENDS) for line in lines[:-1]
    )
    found: list[Change] = []
    for order, (begin, stop) in enumerate(extents):
        escaped = text[begin - 1] == "\\"
        hard = escaped or text[begin:stop].startswith("  ")
        joined = not hard and _is_joined(lines[order], lines[order + 1], longest, wrapped)
        found.append((begin - escaped, stop, " " if joined else "\n"))
    return found


def _is_joined(line: str, following: str, longest: int, wrapped: bool) -> bool:
    line = line.rstrip()
    if following[:1].islower() or line.endswith(_CONTINUED):
        return True
    return wrapped and len(line) >= _WRAP_SHARE * longest


def _collect(
    text: str,
    base: int,
    root: Any,
    labels: frozenset[str],
    found: Inline,
    changes: list[Change],
) -> None:
    """Walk an inline tree; node offsets are bytes of UTF-16, two a character, from `base`."""
    stack = [root]
    while stack:
        node = stack.pop()
        kind = node.type
        start, end = base + node.start_byte // 2, base + node.end_byte // 2
        if kind in _HIDDEN:
            changes.append((start, end, "\n" if _BREAK.match(text, start, end) else ""))
        elif kind in ("code_span", "uri_autolink", "email_autolink"):
            changes.append((start, end, OBJECT))
        elif kind in ("entity_reference", "numeric_character_reference"):
            said = html.unescape(text[start:end])
            if said != text[start:end]:
                changes.append((start, end, said.replace("\u00a0", " ")))
        elif kind == "backslash_escape":
            changes.append((start, start + 1, ""))
        elif kind == "image":
            changes.append((start, end, ""))
            inner = next((c for c in node.named_children if c.type == "image_description"), None)
            inside = (base + inner.start_byte // 2, base + inner.end_byte // 2) if inner else None
            found.images.append(inside or (start, start))
        elif kind == "inline_link" or (
            kind in _REFERENCES and _is_defined(text, start, end, node, base, labels)
        ):
            inner = next((c for c in node.named_children if c.type == "link_text"), None)
            if inner is None:
                changes.append((start, end, ""))
                continue
            begin, stop = base + inner.start_byte // 2, base + inner.end_byte // 2
            changes.append((start, begin, ""))
            changes.append((stop, end, ""))
            found.links.append((begin, stop))
            stack.append(inner)
        elif kind == "shortcut_link" and text[start : start + 2] == "[^":
            changes.append((start, end, ""))
        else:
            stack.extend(node.named_children)


def _is_defined(
    text: str, start: int, end: int, node: Any, base: int, labels: frozenset[str]
) -> bool:
    if not labels:
        return False
    label = next((c for c in node.named_children if c.type == "link_label"), None)
    if label is None:
        label = next((c for c in node.named_children if c.type == "link_text"), None)
    if label is None:
        return False
    said = text[base + label.start_byte // 2 : base + label.end_byte // 2]
    return normal_label(said) in labels


def normal_label(label: str) -> str:
    """Return a reference label as CommonMark compares them."""
    return " ".join(label.strip().strip("[]").split()).casefold()

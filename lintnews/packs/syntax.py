"""What the parts of a pattern are written with: groups, classes, quantifiers, alternatives."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..lazy import lazy_pattern

QUANTIFIER = lazy_pattern(r"([*+?]|\{(\d*)(?:(,)(\d*))?\})[?+]?")
FLAGS = lazy_pattern(r"\?[a-zA-Z0-9]*(?:-[a-zA-Z]+)?\)")
_GROUP_HEAD = lazy_pattern(r"\?(?:P?<[A-Za-z]\w*>|[a-zA-Z]*(?:-[a-zA-Z]+)?:|>|\|)")
_LOOK = lazy_pattern(r"\?(?:=|!|<=|<!)")
# What stands before the first group of a pattern: characters, and looks at the place before it.
_HEAD = lazy_pattern(r"(?:\\.|[^\\()\[|]|\[[^\[\]\\]+\]|\(\?<[!=][^()\[|]*\))*")
_POSIX_CLASS = lazy_pattern(r"\[:\^?\w+:\]")
# Constructs whose meaning depends on the rest of the pattern.
_WHOLE = lazy_pattern(r"\\[1-9]|\(\?(?:P|\(|&|R|[a-zA-Z]+\))")


def times(pattern: str, at: int) -> tuple[int, int, int]:
    """Return (least, most, offset behind it) of the quantifier at `at`; most is -1 for any."""
    quantifier = QUANTIFIER.match(pattern, at)
    if not quantifier:
        return 1, 1, at
    least = _least(quantifier)
    mark, _, comma, most = quantifier.groups()
    if mark == "?":
        high = 1
    elif mark in "*+" or (comma and not most):
        high = -1
    else:
        high = int(most) if comma else least
    return least, high, quantifier.end()


def _least(quantifier: re.Match[str]) -> int:
    mark = quantifier.group(1)
    if mark in "*?":
        return 0
    return 1 if mark == "+" else int(quantifier.group(2) or 0)


def quantifier_of(pattern: str, at: int) -> tuple[int, int]:
    """Return (how often what stands before must be matched, the offset behind the quantifier)."""
    least, _, end = times(pattern, at)
    return least, end


def is_look(pattern: str, at: int) -> tuple[int, bool]:
    """Return where the inside of a group starts, and whether it only looks around.

    Raises IndexError for a construct that this reader does not know.
    """
    look = _LOOK.match(pattern, at + 1)
    head = look or _GROUP_HEAD.match(pattern, at + 1)
    if not head and pattern[at + 1 : at + 2] in ("?", "*"):
        raise IndexError("a construct that this reader does not know")
    return (head.end() if head else at + 1), look is not None


def class_end(pattern: str, at: int) -> int:
    """Return the offset behind a character class that starts at `at`."""
    at += 1
    if pattern[at] == "^":
        at += 1
    if pattern[at] == "]":
        at += 1
    while pattern[at] != "]":
        posix = _POSIX_CLASS.match(pattern, at)
        at = posix.end() if posix else at + 2 if pattern[at] == "\\" else at + 1
    return at + 1


def branches(pattern: str) -> list[str]:
    """Return patterns that together match what `pattern` matches: its outermost alternatives.

    "a|b", "\\b(?:a|b)c" and "(?<!\\w)(?:a|b)" come apart; each piece then has anchors of its own, and
    only the piece whose words occur is run. Patterns that cannot be split safely come back whole.
    """
    if _WHOLE.search(pattern):
        return [pattern]
    try:
        pieces = _split(pattern)
        if len(pieces) > 1:
            return pieces
        match = _HEAD.match(pattern)
        head = match.end() if match else 0
        if not pattern.startswith("(?:", head):
            return [pattern]
        end = _closing(pattern, head)
    except IndexError:
        return [pattern]
    tail = pattern[end + 1 :]
    if QUANTIFIER.match(tail):
        return [pattern]
    inner = _split(pattern[head + 3 : end])
    return [f"{pattern[:head]}(?:{piece}){tail}" for piece in inner]


def _split(pattern: str) -> list[str]:
    """Return the alternatives of the outermost level."""
    pieces, start = [], 0
    for at, char, depth in _structure(pattern, 0):
        if char == "|" and not depth:
            pieces.append(pattern[start:at])
            start = at + 1
    return [*pieces, pattern[start:]]


def _closing(pattern: str, start: int) -> int:
    """Return the offset of the bracket that closes the one at `start`; raise IndexError."""
    for at, char, depth in _structure(pattern, start):
        if char == ")" and not depth:
            return at
    raise IndexError("unbalanced")


def _structure(pattern: str, at: int) -> Iterator[tuple[int, str, int]]:
    """Yield (offset, character, depth behind it) of brackets and bars outside escapes and classes."""
    depth = 0
    while at < len(pattern):
        char = pattern[at]
        if char == "\\":
            at += 1
        elif char == "[":
            at = class_end(pattern, at) - 1
        elif char in "()|":
            depth += {"(": 1, ")": -1}.get(char, 0)
            yield at, char, depth
        at += 1

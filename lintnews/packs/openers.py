"""The characters that a match of a pattern can start with, read off the pattern."""

from __future__ import annotations

from .syntax import class_end, is_look, quantifier_of

_WHITE = frozenset(" \t\n\r\x0b\x0c\u00a0")
_DIGITS = frozenset("0123456789")


# Stands among first characters where any may come first, or where this reader cannot tell.
_ANY = ""


def openers(pattern: str) -> str:
    """Return the lower-case characters a match can start with; "" where any may come first."""
    try:
        found, empty, end = _alternatives(pattern, 0)
    except (IndexError, ValueError, RecursionError):
        return ""
    sure = not empty and _ANY not in found and end == len(pattern)
    return "".join(sorted(found)) if sure else ""


def _alternatives(pattern: str, at: int) -> tuple[set[str], bool, int]:
    """Return (first characters, whether nothing may be matched, next offset) of branches."""
    found, empty, at = _sequence(pattern, at)
    while at < len(pattern) and pattern[at] == "|":
        more, nothing, at = _sequence(pattern, at + 1)
        found |= more
        empty |= nothing
    return found, empty, at


def _sequence(pattern: str, at: int) -> tuple[set[str], bool, int]:
    found: set[str] = set()
    open_ = True
    while at < len(pattern) and pattern[at] not in "|)":
        first, empty, at = _piece(pattern, at)
        minimum, at = quantifier_of(pattern, at)
        if open_:
            found |= first
            open_ = empty or minimum == 0
    return found, open_, at


def _piece(pattern: str, at: int) -> tuple[set[str], bool, int]:
    char = pattern[at]
    if char == "(":
        head, looks = is_look(pattern, at)
        if "x" in pattern[at:head]:
            raise IndexError("blanks may mean nothing here")
        found, empty, end = _alternatives(pattern, head)
        if pattern[end] != ")":
            raise IndexError("unbalanced")
        return (set(), True, end + 1) if looks else (found, empty, end + 1)
    if char == "[":
        end = class_end(pattern, at)
        return _members(pattern[at + 1 : end - 1]), False, end
    if char == "\\":
        return _escaped(pattern[at + 1], at + 2)
    if char in "^$":
        return set(), True, at + 1
    if char == ".":
        return {_ANY}, False, at + 1
    return _one(char), False, at + 1


def _escaped(char: str, at: int) -> tuple[set[str], bool, int]:
    if char in "bBAZzG":
        return set(), True, at
    if char == "d":
        return set(_DIGITS), False, at
    if char == "s":
        return set(_WHITE), False, at
    return {_ANY if char.isalnum() else char}, False, at


def _members(inside: str) -> set[str]:
    """Return the members of a character class, in lower case."""
    if inside.startswith("^") or "[" in inside or "&&" in inside or "--" in inside:
        return {_ANY}
    found: set[str] = set()
    at = 0
    while at < len(inside):
        if inside[at] == "\\":
            char = inside[at + 1]
            found |= _escaped(char, at)[0] if char in "ds" or not char.isalnum() else {_ANY}
            at += 2
        elif inside[at + 1 : at + 2] == "-" and at + 2 < len(inside):
            for code in range(ord(inside[at]), ord(inside[at + 2]) + 1):
                found |= _one(chr(code))
            at += 3
        else:
            found |= _one(inside[at])
            at += 1
    return found


def _one(char: str) -> set[str]:
    if not char.isascii() and char.lower() != char.upper():
        # Beyond ASCII several letters may match one another.
        return {_ANY}
    return {char.lower()}

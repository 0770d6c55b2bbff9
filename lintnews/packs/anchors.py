"""Words that every match of a pattern must contain, read off the pattern.

A requirement is a set of strings of which at least one must occur. Where the pattern uses
something this reader does not know, it requires less; it never requires too much.
"""

from __future__ import annotations

import functools
import math
import re
from collections.abc import Iterator

from ..lazy import lazy_pattern
from ..text.case import has_sure_case, lower_case
from ..text.lexicon import lexicon

Requirement = frozenset[str]

# Letters that stand for themselves, but for a last one that is repeated.
_LETTERS = lazy_pattern(r"[A-Za-z0-9 ]+(?![*+?{])")
_QUANTIFIER = lazy_pattern(r"([*+?]|\{(\d*)(?:,(\d*))?\})[?+]?")
_GROUP_HEAD = lazy_pattern(r"\?(?:P?<[A-Za-z]\w*>|[a-zA-Z]*(?:-[a-zA-Z]+)?:|>|\|)")
_LOOK = lazy_pattern(r"\?(?:=|!|<=|<!)")
_FLAGS = lazy_pattern(r"\?[a-zA-Z0-9]*(?:-[a-zA-Z]+)?\)")
_POSIX_CLASS = lazy_pattern(r"\[:\^?\w+:\]")
_SIGN_ESCAPE = lazy_pattern(r"\\([^\w\s\\])")
# A class of more marks announces nothing.
MAX_SIGNS = 4
# Chance that a given letter follows another, for strings that are no words.
NEXT_LETTER = 0.045
# Occurrences of a string with letters beyond ASCII in a thousand words of English news.
FOREIGN_USES = 0.05
# More alternatives than this cost more in the automaton than they save.
MAX_ALTERNATIVES = 40
# Strings and requirements whose rarity is remembered: rules share most of their words.
KEPT_RARITIES = 20_000


def required(pattern: str) -> list[Requirement]:
    """Return what every match of `pattern` must contain, in lower case."""
    try:
        requirements, end = _alternatives(pattern, 0)
    except (IndexError, RecursionError):
        return []
    return requirements if end == len(pattern) else []


def literal_words(phrase: str) -> list[Requirement]:
    """Return the requirements of a literal phrase: each of its words, marks inside it included."""
    return [
        frozenset({lower_case(word)})
        for word in re.findall(r"[^\s'’]+", phrase)
        if word.isascii() or all(map(has_sure_case, word))
    ]


def best(requirements: list[Requirement]) -> Requirement | None:
    """Return the requirement that is likely to occur least often, or None."""
    usable = [r for r in requirements if len(r) <= MAX_ALTERNATIVES and rarity(r) > 0]
    return max(usable, key=rarity, default=None)


@functools.lru_cache(maxsize=KEPT_RARITIES)
def rarity(requirement: Requirement) -> float:
    """Return how rarely any of the strings occurs: 2 is once in a thousand words, 3 in ten thousand.

    Zero or less says that looking for it is not worth its while.
    """
    return 2.0 - math.log10(sum(map(_uses, requirement)))


@functools.lru_cache(maxsize=KEPT_RARITIES)
def _uses(text: str) -> float:
    """Return a rough number of occurrences in a thousand words, inside other words too."""
    word = text.strip()
    if len(word) < 2:
        return 1_000.0 if word.isalnum() or not word else 30.0
    if not word.isascii():
        return FOREIGN_USES
    return 10 ** (lexicon().zipf(word) - 6) + 1_000 * NEXT_LETTER ** (len(word) - 1) + 1e-4


def _alternatives(pattern: str, at: int) -> tuple[list[Requirement], int]:
    """Read branches up to the closing bracket or the end."""
    branches: list[list[Requirement]] = []
    while True:
        found, at = _sequence(pattern, at)
        branches.append(found)
        if at < len(pattern) and pattern[at] == "|":
            at += 1
            continue
        break
    if len(branches) == 1:
        return branches[0], at
    chosen: set[str] = set()
    for branch in branches:
        pick = best(branch)
        if pick is None:
            return [], at
        chosen |= pick
    return [frozenset(chosen)], at


def _sequence(pattern: str, at: int) -> tuple[list[Requirement], int]:
    found: list[Requirement] = []
    run = ""

    def close() -> None:
        nonlocal run
        if run:
            found.append(frozenset({lower_case(run)}))
        run = ""

    while at < len(pattern) and pattern[at] not in "|)":
        if letters := _LETTERS.match(pattern, at):
            run += letters.group()
            at = letters.end()
            continue
        char = pattern[at]
        inner: list[Requirement] = []
        literal = ""
        if char == "(":
            inner, at = _group(pattern, at)
        elif char == "[":
            end = class_end(pattern, at)
            inner, at = _signs(pattern[at + 1 : end - 1]), end
        elif char == "\\":
            literal, at = _escape(pattern, at)
        else:
            if char not in ".^$" and has_sure_case(char):
                literal = char
            at += 1
        quantifier = _QUANTIFIER.match(pattern, at)
        if quantifier:
            at = quantifier.end()
            minimum = _minimum(quantifier)
            if literal and minimum:
                run += literal
            elif minimum:
                close()
                found.extend(inner)
            close()
        elif literal:
            run += literal
        else:
            close()
            found.extend(inner)
    close()
    return found, at


def _signs(inside: str) -> list[Requirement]:
    """Return what a character class of a few marks requires: one of them; others require nothing."""
    plain = _SIGN_ESCAPE.sub(r"\1", inside)
    few = 0 < len(plain) <= MAX_SIGNS and "-" not in plain and not inside.startswith("^")
    if few and not any(char.isalnum() or char.isspace() or char == "\\" for char in plain):
        return [frozenset(plain)]
    return []


def _minimum(quantifier: re.Match[str]) -> int:
    mark = quantifier.group(1)
    if mark in "*?":
        return 0
    return 1 if mark == "+" else int(quantifier.group(2) or 0)


def _group(pattern: str, at: int) -> tuple[list[Requirement], int]:
    """Read a group from its opening bracket; look-arounds require nothing."""
    flags = _FLAGS.match(pattern, at + 1)
    if flags:
        return [], flags.end()
    inside, looks = is_look(pattern, at)
    found, end = _alternatives(pattern, inside)
    if pattern[end] != ")":
        raise IndexError("unbalanced")
    return ([] if looks else found), end + 1


def is_look(pattern: str, at: int) -> tuple[int, bool]:
    """Return where the inside of a group starts, and whether it only looks around.

    Raises IndexError for a construct that this reader does not know.
    """
    look = _LOOK.match(pattern, at + 1)
    head = look or _GROUP_HEAD.match(pattern, at + 1)
    if not head and pattern[at + 1 : at + 2] in ("?", "*"):
        raise IndexError("a construct that this reader does not know")
    return (head.end() if head else at + 1), look is not None


def quantifier_of(pattern: str, at: int) -> tuple[int, int]:
    """Return (how often what stands before must be matched, the offset behind the quantifier)."""
    quantifier = _QUANTIFIER.match(pattern, at)
    return (_minimum(quantifier), quantifier.end()) if quantifier else (1, at)


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


def _escape(pattern: str, at: int) -> tuple[str, int]:
    """Return (literal, next offset); classes and boundaries have no literal."""
    char = pattern[at + 1]
    if char in "pP" and pattern[at + 2 : at + 3] == "{":
        return "", pattern.index("}", at) + 1
    if char in "xuUNgk":
        raise IndexError("a construct that this reader does not know")
    return ("" if char.isalnum() else char), at + 2


# Constructs whose meaning depends on the rest of the pattern.
_WHOLE = lazy_pattern(r"\\[1-9]|\(\?(?:P|\(|&|R|[a-zA-Z]+\))")


def branches(pattern: str) -> list[str]:
    """Return patterns that together match what `pattern` matches: its outermost alternatives.

    "a|b" and "\\b(?:a|b)c" come apart; each piece then has anchors of its own, and only the piece
    whose words occur is run. Patterns that cannot be split safely come back whole.
    """
    if _WHOLE.search(pattern):
        return [pattern]
    try:
        pieces = _split(pattern)
        if len(pieces) > 1:
            return pieces
        head = 2 if pattern.startswith("\\b") else 0
        if not pattern.startswith("(?:", head):
            return [pattern]
        end = _closing(pattern, head)
    except IndexError:
        return [pattern]
    tail = pattern[end + 1 :]
    if _QUANTIFIER.match(tail):
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

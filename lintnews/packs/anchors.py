"""Strings that every match of a pattern must contain, read off the pattern.

A requirement is a set of strings of which at least one must occur, in lower case and with every run
of white space as one space (see text/squeezed.py). Pieces that match a few strings only are joined
to longer ones: `(?:put|set)\\s+(?:the\\s+)?tone` requires "put tone", "put the tone", "set tone" or
"set the tone", which hardly any text has. EDGE before or behind a string says that no letter may
stand there. Where the pattern uses something this reader does not
know, it requires less; it never requires too much.
"""

from __future__ import annotations

from typing import NamedTuple

from ..lazy import lazy_pattern
from ..text.case import has_sure_case, lower_case
from .finder import is_letter
from .rarity import EDGE, MAX_STRINGS, Requirement, best
from .syntax import FLAGS, class_end, is_look, times

# Letters that stand for themselves, but for a last one that is repeated.
_LETTERS = lazy_pattern(r"[A-Za-z0-9]+(?![*+?{])")
# A phrase with more of them is read as the pattern that it is.
MAX_APOSTROPHES = 3
# What no string is looked for by.
_NOTHING = EDGE + " "
# Other ways to write that no letter may stand here.
_BORDERS = (r"(?!\w)", r"(?<!\w)")
_ESCAPED = lazy_pattern(r"\\.")
# A class of more characters announces nothing; the ten digits do.
MAX_MEMBERS = 10
_DIGITS = lazy_pattern(r"([0-9])-([0-9])")
# Strings that pieces are joined to, where their number matters little and where it should be small.
MAX_JOINED = 160
MAX_PARTS = 6


class _Piece(NamedTuple):
    """What a part of a pattern matches: one of a few strings, or anything (None).

    Around every match stand strings of each requirement of `needs`, and of `parts`: these follow
    from the others, and are fewer strings.
    """

    exact: Requirement | None
    needs: tuple[Requirement, ...] = ()
    parts: tuple[Requirement, ...] = ()


_EMPTY = _Piece(frozenset({""}))
_SPACE = _Piece(frozenset({" "}))
_BORDER = _Piece(frozenset({EDGE}))
_ANYTHING = _Piece(None)


def required(pattern: str) -> list[Requirement]:
    """Return what the text around every match of `pattern` must contain, in lower case."""
    try:
        piece, end = _alternatives(pattern, 0)
    except (IndexError, RecursionError):
        return []
    return [*_claims(piece), *piece.parts] if end == len(pattern) else []


def phrase_strings(phrase: str) -> tuple[str, ...]:
    """Return what `required` would of a literal phrase, without reading its pattern: much faster.

    The phrase may stand with either apostrophe. () where only the pattern says what it matches.
    """
    text = lower_case(" ".join(phrase.split()))
    apostrophes = text.count("'") + text.count("’")
    if apostrophes > MAX_APOSTROPHES or not all(map(has_sure_case, text)):
        return ()
    left = EDGE if is_letter(text[:1]) else ""
    right = EDGE if is_letter(text[-1:]) else ""
    pieces = text.replace("’", "'").split("'")
    strings = [pieces[0]]
    for piece in pieces[1:]:
        strings = [f"{string}{mark}{piece}" for string in strings for mark in "'’"]
    return tuple(sorted(f"{left}{string}{right}" for string in strings))


def _claims(piece: _Piece) -> list[Requirement]:
    """Return what a piece requires of a text."""
    found = list(piece.needs)
    if piece.exact is not None and all(text.strip(_NOTHING) for text in piece.exact):
        found.append(_shortest(piece.exact))
    return found


def _shortest(strings: Requirement) -> Requirement:
    """Return the strings without those that hold another one."""
    kept: list[str] = []
    for text in sorted(strings, key=len):
        if not any(other in text for other in kept):
            kept.append(text)
    return frozenset(kept)


def _alternatives(pattern: str, at: int) -> tuple[_Piece, int]:
    """Read branches up to the closing bracket or the end."""
    pieces: list[_Piece] = []
    while True:
        found, at = _sequence(pattern, at)
        pieces.append(found)
        if at < len(pattern) and pattern[at] == "|":
            at += 1
            continue
        break
    return (pieces[0] if len(pieces) == 1 else _either(pieces)), at


def _either(pieces: list[_Piece]) -> _Piece:
    """Return what any one of several pieces matches."""
    strings: set[str] = set()
    for piece in pieces:
        if piece.exact is None:
            break
        strings |= piece.exact
    else:
        if len(strings) <= MAX_JOINED:
            return _Piece(frozenset(strings))
    found = []
    # The rarest strings of each piece, and fewer and commoner ones for where these are too many.
    for most in (MAX_STRINGS, MAX_PARTS):
        chosen: set[str] = set()
        for piece in pieces:
            pick = best((*_claims(piece), *piece.parts), most)
            if pick is None:
                break
            chosen |= pick
        else:
            if len(chosen) <= MAX_STRINGS:
                found.append(frozenset(chosen))
    return _Piece(None, tuple(found[:1]), tuple(found[1:]))


class _Run:
    """Joins the pieces of a sequence to strings, as long as there are no more than `most`."""

    def __init__(self, most: int):
        self.most = most
        self.strings: Requirement = frozenset({""})
        self.whole = True
        self.needs: list[Requirement] = []

    def add(self, exact: Requirement | None) -> None:
        joined = self.joined(exact)
        if joined is None:
            self.close()
            left = self._left()
            joined = frozenset({""} if exact is None else (_chained(left, text) for text in exact))
        self.strings = joined

    def _left(self) -> str:
        """Return what stands before whatever follows the strings so far: EDGE, a space or "" ."""
        ends = {text[-1:] for text in self.strings}
        return ends.pop() if ends in ({EDGE}, {" "}) else ""

    def joined(self, exact: Requirement | None) -> Requirement | None:
        """Return every string so far followed by one of `exact`; None where these are too many."""
        if exact is None or len(self.strings) * len(exact) > self.most:
            return None
        return frozenset(_chained(a, b) for a in self.strings for b in exact)

    def close(self) -> None:
        self.whole = False
        self.needs += _claims(_Piece(self.strings))


def _chained(a: str, b: str) -> str:
    """Return two strings as one: edges between them are plain, spaces beside spaces one.

    An edge beside a mark or a space says that a word does follow, which is not looked for.
    """
    if not a or not b:
        return a or b
    first, second = a.rstrip(EDGE), b.lstrip(EDGE)
    if not first:
        return EDGE + second if is_letter(second[:1]) else second or EDGE
    if not second:
        return first + EDGE if is_letter(first[-1]) else first
    return first + (second[1:] if first[-1] == " " == second[0] else second)


def _sequence(pattern: str, at: int) -> tuple[_Piece, int]:
    run, small = _Run(MAX_JOINED), _Run(MAX_PARTS)
    parts: list[Requirement] = []
    while at < len(pattern) and pattern[at] not in "|)":
        ahead = pattern.startswith("(?=", at)
        piece, at = _piece(pattern, at)
        low, high, at = times(pattern, at)
        piece = _repeated(piece, low, high)
        run.needs += piece.needs
        parts += piece.parts
        if ahead:
            # What stands behind the run, and not in it.
            run.needs += _claims(_Piece(run.joined(piece.exact) or piece.exact))
            continue
        run.add(piece.exact)
        small.add(piece.exact)
    small.close()
    exact = run.strings if run.whole else None
    if exact is None:
        run.close()
    return _Piece(exact, tuple(run.needs), (*parts, *small.needs)), at


def _repeated(piece: _Piece, low: int, high: int) -> _Piece:
    if (low, high) == (1, 1):
        return piece
    if piece.exact is not None and piece.exact <= {"", " ", EDGE}:
        # Any number of spaces is one in the text that is searched.
        return _Piece(piece.exact | {""} if low == 0 else piece.exact, piece.needs if low else ())
    if low == 0:
        once = piece.exact is not None and high == 1
        return _Piece(piece.exact | {""}) if once and piece.exact is not None else _ANYTHING
    return _Piece(None, tuple(_claims(piece)), piece.parts)


def _piece(pattern: str, at: int) -> tuple[_Piece, int]:
    """Read one piece without its quantifier."""
    if letters := _LETTERS.match(pattern, at):
        return _literal(letters.group()), letters.end()
    char = pattern[at]
    if char == "(":
        return _group(pattern, at)
    if char == "[":
        end = class_end(pattern, at)
        return _members(pattern[at + 1 : end - 1]), end
    if char == "\\":
        return _escape(pattern, at)
    if char in "^$":
        return _EMPTY, at + 1
    return (_ANYTHING if char == "." else _literal(char)), at + 1


def _literal(text: str) -> _Piece:
    if text.isspace():
        return _SPACE
    return _Piece(frozenset({lower_case(text)})) if all(map(has_sure_case, text)) else _ANYTHING


def _members(inside: str) -> _Piece:
    """Return what a character class of a few members matches; others match anything."""
    inside = _DIGITS.sub(lambda r: "".join(map(str, range(int(r[1]), int(r[2]) + 1))), inside)
    plain = _ESCAPED.sub("", inside)
    if inside.startswith("^") or "[" in plain or "-" in plain[1:-1] or "&&" in plain:
        return _ANYTHING
    strings: set[str] = set()
    at = 0
    while at < len(inside):
        piece, at = _escape(inside, at) if inside[at] == "\\" else (_literal(inside[at]), at + 1)
        if not piece.exact or not piece.exact.isdisjoint(("", EDGE)):
            return _ANYTHING
        strings |= piece.exact
    return _Piece(frozenset(strings)) if 0 < len(strings) <= MAX_MEMBERS else _ANYTHING


def _group(pattern: str, at: int) -> tuple[_Piece, int]:
    """Read a group from its opening bracket; look-arounds match nothing."""
    for border in _BORDERS:
        if pattern.startswith(border, at):
            return _BORDER, at + len(border)
    flags = FLAGS.match(pattern, at + 1)
    if flags:
        _refuse_verbose(flags.group())
        if times(pattern, flags.end())[2] != flags.end():
            raise IndexError("a quantifier of what stands before the flags")
        return _EMPTY, flags.end()
    inside, looks = is_look(pattern, at)
    _refuse_verbose(pattern[at:inside])
    found, end = _alternatives(pattern, inside)
    if pattern[end] != ")":
        raise IndexError("unbalanced")
    if looks and not pattern.startswith("(?=", at):
        found = _EMPTY
    return found, end + 1


def _refuse_verbose(head: str) -> None:
    if "x" in head.partition("<")[0]:
        raise IndexError("blanks may mean nothing here")


def _escape(pattern: str, at: int) -> tuple[_Piece, int]:
    char = pattern[at + 1]
    if char in "pP" and pattern[at + 2 : at + 3] == "{":
        return _ANYTHING, pattern.index("}", at) + 1
    if char in "xuUNgkKQ":
        raise IndexError("a construct that this reader does not know")
    if char in "bmM":
        return _BORDER, at + 2
    if char in "BAZzG":
        return _EMPTY, at + 2
    if char in "sntrfv":
        return _SPACE, at + 2
    return (_ANYTHING if char.isalnum() else _literal(char)), at + 2

"""Quotation spans: straight and curly, nested, over several paragraphs; and where marks fail."""

from __future__ import annotations

from typing import NamedTuple

from ..lazy import lazy_pattern
from .segment import Span


class Quote(NamedTuple):
    """A quotation from its opening mark to behind its closing mark (or the paragraph's end).

    `closed` is False where no mark closes it; `runs_on` where the next paragraph reopens it.
    """

    start: int
    end: int
    closed: bool
    runs_on: bool


class Fault(NamedTuple):
    """A mark at `at` that does not pair: it opens twice, closes nothing, or is never closed."""

    at: int
    kind: str


# Marks that pair, and straight ones; a straight mark after a digit may be inches.
_MARK = lazy_pattern(r'[“”„«»"]')
_DOUBLE = ("“", "”", "„", "«", "»", '"')
_BEFORE_OPENING = frozenset(" \n\t([{—–-/‘'“…*_")
_AFTER_CLOSING = frozenset(" \n\t)]},.;:!?—–-/’'”…*_")


def read_quotes(text: str, paragraphs: list[Span]) -> tuple[list[Quote], list[Fault]]:
    """Return (quotations, marks that do not pair), each in the order of the text."""
    quotes: list[Quote] = []
    faults: list[Fault] = []
    if not any(mark in text for mark in _DOUBLE):
        return quotes, faults
    carried = False
    for number, (start, end) in enumerate(paragraphs):
        marks = [match.start() for match in _MARK.finditer(text, start, end)]
        following = paragraphs[number + 1] if number + 1 < len(paragraphs) else None
        runs_on = following is not None and text[following.start] in '“„«"'
        if not marks:
            carried = False
            continue
        found, wrong = _pair(text, marks, start, end, runs_on, carried, inches=True)
        if wrong and any(_is_inch(text, at) for at in marks):
            again, fewer = _pair(text, marks, start, end, runs_on, carried, inches=False)
            if len(fewer) < len(wrong):
                found, wrong = again, fewer
        quotes.extend(found)
        faults.extend(wrong)
        carried = bool(found) and not found[-1].closed
    return quotes, faults


def _is_inch(text: str, at: int) -> bool:
    return text[at] == '"' and text[at - 1 : at].isdigit()


def _pair(
    text: str, marks: list[int], start: int, end: int, runs_on: bool, carried: bool, inches: bool
) -> tuple[list[Quote], list[Fault]]:
    """Pair the marks of one paragraph; `carried` where the one before left a quotation open."""
    quotes: list[Quote] = []
    faults: list[Fault] = []
    opened = -1
    german = False
    for at in marks:
        mark = text[at]
        if mark == '"' and text[at - 1 : at].isdigit():
            # Inches, or the closing mark after a number.
            if inches or opened < 0:
                continue
            opening = False
        elif mark == '"':
            opening = _opens(text, at, opened)
        else:
            opening = mark in "“„«" and not (german and mark == "“")
            if opened >= 0 and mark == "“" and _looks_closing(text, at):
                opening = False
            if opened < 0 and mark == "”" and _looks_opening(text, at):
                opening = True
        if opening and opened >= 0:
            # After a full stop a mark reopens what a lost line break ran together.
            if not _ends_sentence(text, at):
                faults.append(Fault(at, "opened twice"))
        elif opening:
            opened = at
            german = mark == "„"
        elif opened >= 0:
            if (text[opened] == '"') != (mark == '"'):
                foreign = text[opened] in "«„"
                kind = "mixed scripts" if foreign or mark == "»" else "mixed"
                faults.append(Fault(opened if foreign else at, kind))
            quotes.append(Quote(opened, at + 1, True, False))
            opened = -1
            german = False
        elif carried and not quotes:
            quotes.append(Quote(start, at + 1, True, False))
        else:
            faults.append(Fault(at, "closes nothing"))
    if opened >= 0:
        quotes.append(Quote(opened, end, False, runs_on))
        if not runs_on:
            faults.append(Fault(opened, "never closed"))
    return quotes, faults


def _ends_sentence(text: str, at: int) -> bool:
    return text[max(at - 2, 0) : at].rstrip()[-1:] in ".!?…:"


def _opens(text: str, at: int, opened: int) -> bool:
    """Say whether a straight mark opens; where its place does not tell, its turn does."""
    opening, closing = _looks_opening(text, at), _looks_closing(text, at)
    return opening if opening != closing else opened < 0


def _looks_opening(text: str, at: int) -> bool:
    before, after = text[at - 1 : at] if at else "\n", text[at + 1 : at + 2]
    return before in _BEFORE_OPENING and bool(after) and not after.isspace()


def _looks_closing(text: str, at: int) -> bool:
    before, after = text[at - 1 : at] if at else "\n", text[at + 1 : at + 2] or "\n"
    # Nothing is left to open at the end of a paragraph.
    return (not before.isspace() or after == "\n") and after in _AFTER_CLOSING

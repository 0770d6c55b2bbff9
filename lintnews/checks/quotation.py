"""Quotation marks: the wrong way round, doubled, glued, spaced, opened and never closed."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from ..document import Document
from ..findings import Edit, Hit, Severity
from ..lazy import lazy_pattern
from ..text.tokens import spaces_of_line
from .density import weighed
from .registry import Context, check
from .unpaired import UNPAIRED, unpaired, with_word

_MARK = lazy_pattern(r'[“”„«»"]')
# A plain word or a number, and no abbreviation, before a full stop.
_PLAIN_END = lazy_pattern(r"(?<![\w.-])(?:[a-z]{4,}|\d+)$")
# A speaker behind a quotation, which has at least so many spaces: not one word in scare quotes.
_SAID = lazy_pattern(
    r"\s([Hh]e|[Ss]he|[Tt]hey)\s(?:said|says|added|told|noted|stressed|explained|continued|concluded|wrote)\b"
)
MIN_SAID_SPACES = 3
# A line of code or of a table has fewer spaces.
MIN_PROSE_SPACES = 4
# A plain word of prose before a mark: no key, no path, no initial.
_WORD_END = lazy_pattern(r"(?:^|[\s(“\"])[A-Za-z’'-]*[a-z]{2}[.,:!?]?$")
# A capital behind a mark opens a sentence with one of these behind it.
_GOES_ON = "abcdefghijklmnopqrstuvwxyz ’'"
# Longer words are cut before they are looked at, in code points.
WORD_WINDOW = 24


@check(
    "garble/quotation-mark",
    severity=Severity.WARNING,
    confidence=0.92,
    flags=[
        "It was the worst coach in 100 years“. And he left.",
        "A “extremist minority”which damages settlers.",
        "He proposed a ”small step and left.",
        "“„and this is it,” he said.",
        "” We advance, he said.",
        'The heat does not wait for permits ", he said.',
        'He said: "The heat does not wait. "',
        'The ministry "has them in the box. " He asked twice.',
        'The poster said:"No dogs on the sand." They all read it aloud.',
        "He painted :“no way out” on the gate.",
        'It was "a bargain".Buyers queued. He left the hall."And then what?" she asked.',
    ],
    keeps=[
        "“We want to be exporters, ‘Made in Bangladesh,’” Khan said.",
        "A „German“ word and a 5\" nail; rock 'n' roll.",
        "The so-called “smart” city, in the ’90s.",
        'A line of {"name":"Oslo"} or select "a".Name from users where site:"blog" is set.',
    ],
    also=[UNPAIRED],
)
def quotation_mark(doc: Document, ctx: Context) -> Iterator[Hit]:
    """A quotation mark the wrong way round, doubled, glued to a word or away from its own.

    Seen in the mark's own surroundings: “opening marks where a quotation ends, closing ones where
    it begins, two in a row, no space outside (“minority”which) or one inside ( ”). Where
    other languages' marks are the article's own, they are left alone; it cannot see a pair that is
    wrong on both sides. On machine-translated news 45 of 45 drawn at random were right, on edited
    news 5 of 5.
    """
    yield from weighed(doc, _hits(doc))


def _hits(doc: Document) -> Iterator[Hit]:
    text = doc.text
    marks = [match.start() for match in _MARK.finditer(text)]
    if not marks:
        return
    marked: set[int] = set()
    german = "„" in text or "«" in text
    doubled = -1
    for at in marks:
        if at <= doubled:
            continue
        hit = _local_fault(text, at, german)
        if hit is not None:
            doubled = hit.end - 1
            marked.add(doc.paragraph_at(at).start)
            yield hit
    yield from unpaired(doc, marked)
    for quote in doc.quotes:
        said = _SAID.match(text, quote.end)
        if said:
            inner = text[quote.start + 1 : quote.end - 1]
            if inner[-1:].isalpha() and inner.count(" ") >= MIN_SAID_SPACES:
                yield _unparted(text, quote.end - 1, *said.span(1))


def _unparted(text: str, at: int, pronoun: int, end: int) -> Hit:
    """Return the hit of a quotation that no comma parts from its speaker: "the bills" He said."""
    return Hit(
        with_word(text, at, at + 1)[0],
        end,
        "a comma belongs before the closing mark",
        edits=(Edit(at, at, ","), Edit(pronoun, pronoun + 1, text[pronoun].lower())),
    )


def _local_fault(text: str, at: int, german: bool) -> Hit | None:
    """Return the hit of a mark whose neighbours do not fit it, or None."""
    mark, end = text[at], at + 1
    before, after = text[at - 1 : at], text[end : end + 1]
    if after and _is_doubled(text, at, mark, before):
        stop = end + (2 if after == " " else 1)
        return Hit(*with_word(text, at, stop), "two quotation marks where one should stand")
    if (
        before == "."
        and after
        and after in ".,"
        and _PLAIN_END.search(text, max(at - 20, 0), at - 1)
    ):
        said = f"{text[at - 1 : end + 1]}: one of these marks is too many"
        return Hit(at - 1, end + 1, said)
    if mark == "”":
        return _closing_fault(text, at, before, after)
    if mark == "“" and not german:
        return _opening_fault(text, at, before, after)
    if mark == '"':
        return _straight_fault(text, at, before, after)
    ended = text[max(at - 2, 0) : at].strip()[-1:] in ("", ".", "!", "?", "”", '"')
    if mark == "»" and not german and ended and after in ("", "\n"):
        return Hit(at, end, "no quotation is open for this mark to close")
    if mark == "»" and not german and before == " " and after == " " and text[end + 1].islower():
        return Hit(at, end, "no quotation is open for this mark to close")
    return None


def _is_doubled(text: str, at: int, mark: str, before: str) -> bool:
    following = text[at + 1 : at + 3].lstrip(" ")[:1]
    if mark == '"':
        return text[at + 1 : at + 2] == '"' and not before.isdigit()
    if mark == "“":
        return following != "" and following in "“„"
    return mark in "„”" and following == mark


def _closing_fault(text: str, at: int, before: str, after: str) -> Hit | None:
    begins = before in ("", "\n")
    if begins and after not in ("", "\n"):
        return Hit(*with_word(text, at, at + 1), "” closes a quotation, but begins this line")
    if before in (" ", "(") and after.isalnum():
        return _reversed(text, at, "“")
    if after.isalpha() and text[at + 2 : at + 3].isalpha():
        return _glued(text, at)
    if after in (".", ",") and text[at + 2 : at + 4].isalpha():
        return Hit(*with_word(text, at, at + 2), "no space after this quotation")
    if before == " " and (after in " ,.;:!?" or after == "\n"):
        # Extraction leaves this behind too, where markup stood.
        return _spaced(text, at - 1, at + 1, Severity.INFO)
    return None


def _opening_fault(text: str, at: int, before: str, after: str) -> Hit | None:
    if before and (before.isalnum() or before in ",.!?…") and after in ("", " ", ",", ".", "\n"):
        return _reversed(text, at, "”")
    if before.isalpha() and text[at - 2 : at - 1].isalpha() and after.isalnum():
        return _glued(text, at)
    if before in (":", ",") and after.isalnum() and text[at - 2 : at - 1].isalpha():
        return _glued(text, at)
    if before and before in ".!?" and after.isupper() and _is_prose(text, at):
        return _glued(text, at)
    if before == ":" and after.isalnum() and text[at - 2 : at - 1] == " ":
        return _colon_apart(text, at) if text[at - 3 : at - 2].isalpha() else None
    if after == " " and (before in ("", " ", "\n", "(")):
        return _spaced(text, at, at + 2, Severity.WARNING)
    if before == " " and after in ("", "\n") and at > 1 and text[at - 2] in ".!?…,":
        edits = (Edit(at - 1, at + 1, "”"),)
        said = "“ is the wrong way round; ” belongs here"
        return Hit(*with_word(text, at - 2, at + 1), said, edits=edits)
    return None


def _straight_fault(text: str, at: int, before: str, after: str) -> Hit | None:
    if before == " " and after and after in ",.;:!?" and text[at + 2 : at + 3] in ("", " ", "\n"):
        return _spaced(text, at - 1, at + 1, Severity.WARNING)
    if before == " " and after == " " and not text[at - 2 : at - 1].isspace():
        return _spaced(text, at - 1, at + 1, None)
    if before == " " and after in ("", "\n") and text[at - 2 : at - 1] in ".,!?…":
        return _spaced(text, at - 1, at + 1, Severity.WARNING)
    if before and before in ",.!?" and text[at + 1 : at + 3].isalpha() and after.islower():
        return _glued(text, at)
    if before == ":" and after.isalpha() and text[at - 2 : at - 1] == " ":
        told = text[at - 3 : at - 2].isalpha() and _is_prose(text, at - 2)
        return _colon_apart(text, at) if told else None
    if before and before in ".!?:" and after.isupper() and text[at + 2 : at + 3] in tuple(_GOES_ON):
        told = _is_prose(text, at) and not _is_word_alone(text, at + 1)
        return _behind_word(text, at) if told else None
    if before == ":" and after.islower() and _is_prose(text, at) and text.find('"', at + 1) > 0:
        return None if _is_word_alone(text, at + 1) else _behind_word(text, at)
    if after and after in ".,!?" and text[at + 2 : at + 4].isalpha() and _is_prose(text, at):
        return Hit(*with_word(text, at, at + 2), "no space after this quotation")
    if before.islower() and after.islower() and _is_prose(text, at):
        return _glued(text, at)
    if before.isalpha() and text.startswith("The ", at + 1):
        return _glued(text, at)
    return None


def _is_prose(text: str, at: int) -> bool:
    """Say whether a plain word ends at `at`, with a mark or without, in a line that has sentences."""
    ends = _WORD_END.search(text[max(at - WORD_WINDOW, 0) : at]) is not None
    return ends and spaces_of_line(text, at) >= MIN_PROSE_SPACES


def _is_word_alone(text: str, start: int) -> bool:
    """Say whether a mark closes behind one word: a search term, the name of a column."""
    end = text.find('"', start)
    return end > start and not any(c.isspace() for c in text[start:end])


def _behind_word(text: str, at: int) -> Hit:
    """Return the hit of a mark jammed to a colon or a stop.

    Where the article sets the space behind another colon, one without it is a slip of the hand.
    """
    once = text[at - 1] == ":" and ': "' in text
    return msgspec.structs.replace(_glued(text, at), severity=Severity.INFO if once else None)


def _colon_apart(text: str, at: int) -> Hit:
    """Return the hit of a colon that stands at its quotation: "wrote :“no fuel"."""
    return Hit(
        *with_word(text, at - 2, at + 1),
        "the space belongs behind the colon",
        edits=(Edit(at - 2, at, ": "),),
    )


def _reversed(text: str, at: int, right: str) -> Hit:
    return Hit(
        *with_word(text, at, at + 1),
        f"{text[at]} is the wrong way round; {right} belongs here",
        edits=(Edit(at, at + 1, right),),
    )


def _glued(text: str, at: int) -> Hit:
    return Hit(*with_word(text, at, at + 1), "no space outside this quotation mark")


def _spaced(text: str, start: int, end: int, severity: Severity | None) -> Hit:
    return Hit(
        *with_word(text, start, end), "a space inside this quotation mark", severity=severity
    )

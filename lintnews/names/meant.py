"""Words and other names that translation put for somebody of the article: "Mandrake" beside Mandragora."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from ..document import Document
from ..lazy import lazy_pattern
from ..text.lexicon import lexicon
from .cast import cast_of
from .fold import fold
from .renderings import renderings_of
from .strays import acts
from .verdict import Verdict

# The verdict of each mention, by where it stands.
Spans = dict[tuple[int, int], Verdict]
# Phrases looked for in one article; a register of names would ask for any number.
MOST_SCANS = 60
# Letters of a word below which it may be an abbreviation.
MIN_WORD = 3
# General use (Zipf) up to which a word in lower case can stand for a name; commoner ones are words.
RARE_WORD = 4.0
# Times a word must stand bare in lower case to be a name.
LEAST_BARE = 2
# What stands before a common noun; a name in lower case has none of it.
_BEFORE_NOUN = lazy_pattern(
    r"(?:\b(?:the|an?|this|that|these|those|his|her|its|their|our|my|your|no|any|some|more|all|\w+al|"
    r"\w+ed|\w+ing|full|rural|new|mass)|\d|-) $",
    re.IGNORECASE,
)
_AFTER_NAME = lazy_pattern(
    r"(?:[.,;:!?]| (?:to|in|from|that|who|of|and|for|after|out|on|will|has|had|was|is)\b)"
)


class Meant(msgspec.Struct, frozen=True):
    """A word at [start, end) that stands for `right`, a part of the name `name` in the article."""

    start: int
    end: int
    right: str
    name: str
    is_word: bool


def meant(doc: Document, verdicts: list[Verdict]) -> Iterator[Meant]:
    """Yield words that are a translation or another reading of a name of the article."""
    borne = {part for v in verdicts if v.group.full for part in v.group.parts}
    done: set[int] = set()
    spans = {(m.start, m.end): v for v in verdicts for m in v.group.mentions}
    inside = {at for start, end in spans for at in range(start, end)}
    words, scans = set(doc.tokens.lowers), 0
    for right, name in _names(doc, verdicts):
        part = fold(right)
        for rendering in renderings_of(part):
            is_word, phrase = rendering[0] == "=", rendering[1:]
            if (
                len(phrase) < MIN_WORD
                or _is_borne(phrase, borne)
                or not words.issuperset(phrase.split())
            ):
                continue
            scans += 1
            if scans > MOST_SCANS:
                return
            for start, end in _places(doc, phrase, is_word, spans, inside):
                if start not in done and fold(doc.text[start:end]) != part:
                    done.add(start)
                    yield Meant(start, end, right, name, is_word)


def _is_borne(phrase: str, borne: set[str]) -> bool:
    """Say whether somebody here has the words as a name, or their family: Bush and the Bushes."""
    return not borne.isdisjoint((phrase, phrase.removesuffix("s"), phrase.removesuffix("es")))


def _names(doc: Document, verdicts: list[Verdict]) -> Iterator[tuple[str, str]]:
    """Yield (word of a name, the whole) of people introduced, surnames first, and of single names."""
    people = cast_of(doc, verdicts).people
    for person in people:
        yield person.word, person.name
    for person in people:
        yield person.name.split()[0], person.name
    for verdict in verdicts:
        form = verdict.target
        bare = form is not None and verdict.status == "listed" and not verdict.group.full
        if bare and form is not None and form.entry.kind == "person":
            yield form.text.split()[-1], form.text


def _places(
    doc: Document, phrase: str, is_word: bool, names: Spans, inside: set[int]
) -> Iterator[tuple[int, int]]:
    """Yield where a phrase stands as a name would: alone with capitals, or bare in lower case."""
    title = phrase.title()
    for match in re.finditer(rf"\b{re.escape(title)}\b", doc.text):
        start, end = match.span()
        verdict = names.get((start, end))
        stands = acts(doc.text, start, end)
        if verdict is not None:
            group = verdict.group
            capital = not group.initial or " " in phrase or not lexicon().is_word(phrase)
            stands |= is_word and capital
            stands &= verdict.status == "unknown" and not group.titles
        elif start in inside:
            continue
        if stands and doc.text[max(start - 4, 0) : start].lower() != "the ":
            # "The Bushes" are a family, or plants.
            yield start, end
    if is_word and " " not in phrase and lexicon().zipf(phrase) < RARE_WORD:
        yield from _bare(doc, phrase)


def _bare(doc: Document, word: str) -> list[tuple[int, int]]:
    """Return where a lower-case word stands without an article, if it always does."""
    found = []
    for match in re.finditer(rf"\b{re.escape(word)}\b", doc.text):
        start, end = match.span()
        before = doc.text[max(start - 12, 0) : start]
        if _BEFORE_NOUN.search(before) or not _AFTER_NAME.match(doc.text, end):
            return []
        found.append((start, end))
    return found if len(found) >= LEAST_BARE else []

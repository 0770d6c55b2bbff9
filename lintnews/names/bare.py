"""Bare names that are somebody's of the article in another language's spelling, sex or case.

strays.py finds the surnames that sound alike in one reading. Here the other ways are tried by
which a bare form may be that of somebody introduced in full: another romanisation (Chang for
Jang), a given name by which a country calls its people, a patronymic behind it, the form of the
other sex (Zakharov for Zakharova), the case ending of the source language (Orponin for Orpo), a
commoner surname in the place of a rare one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ..document import Document
from ..lazy import lazy_pattern, lazy_regex
from ..text.lexicon import lexicon
from ..text.titles import PARTICLES, WEEKDAYS
from .cast import MOST_ALIKE, Cast, Person, cast_of
from .fold import fold
from .groups import Group
from .inflect import case_stems, is_gendered_pair, is_inflected, of_other_sex
from .people import WRONG
from .pinyin import is_pinyin
from .romanised import heard_apart, is_korean_surname, is_one_name, reading_keys
from .sides import is_japanese
from .store import Names
from .strays import (
    FAMOUS_WEIGHT,
    RARE_ZIPF,
    Stray,
    acts,
    has_title_of,
    is_listed_off,
    is_open,
    is_thing,
)
from .verdict import Verdict

# Occurrences above which a bare form is somebody, not a slip.
MOST_BARE = 2
# Letters of a given name below which another sound is another name (Jon, Jan).
MIN_GIVEN = 5
# Letters of a surname below which a case ending may be a part of another name.
MIN_STEM = 4
# Letters of a surname from which on a commoner one near it can have taken its place; of these as
# many at the start and the end are the same, and no greater share differs.
MIN_LONG = 8
SAME_START = 2
SAME_END = 4
MOST_DIFFERS = 0.26
# Prominence (1 to 5) from which on somebody listed may be named in an article of their country.
KNOWN_WEIGHT = 3
# Code points around either form in which kin counts as spoken of.
KIN_NEAR = 160
# Letters of a Japanese given name below which it may be a word of another kind.
SHORTEST_READING = 4
OTHER_READING = "the given name may be read in two ways"
ALIKE = "both are one name to the ear"

# Words that bring a second bearer of the surname into a story.
_KIN = lazy_pattern(
    r"\b(?:husbands?|wife|wives|fathers?|mothers?|brothers?|sisters?|sons?|daughters?|famil(?:y|ies)|"
    r"widow(?:er)?|married|marriage|couple|relatives?|parents?|uncle|aunt|nephew|niece|siblings?|"
    r"spouse|cousins?|namesake|divorced?|grand\w+er)\b",
    re.IGNORECASE,
)
# A name that goes on: "Hanami River".
_NEXT = lazy_regex(r"[ \n-]\p{Lu}")
_PATRONYMIC = lazy_pattern(
    r"[a-z]{3,}(?:ovich|evich|ovych|evych|ovna|evna|ivna|yivna|ouly|uly|oglu|ogly|qizi|kyzy)"
)


def bare_forms(doc: Document, verdicts: list[Verdict], names: Names) -> Iterator[Stray]:
    """Yield the bare forms, one to two of a kind, that stand for somebody introduced in full."""
    cast = cast_of(doc, verdicts)
    if not cast.people:
        return
    borne = {part for v in verdicts if v.group.full for part in v.group.parts}
    borne.update(person.surname for person in cast.people)
    search = _Search(doc, cast, names)
    for verdict in verdicts:
        group = verdict.group
        if len(group.mentions) > MOST_BARE or not is_open(verdict):
            continue
        if group.full:
            yield from search.by_patronymic(group)
            yield from search.by_other_reading(group)
        elif group.parts[-1] not in borne and not group.acronym and "-" not in group.text:
            found = search.meant(group)
            if found is not None and has_title_of(group, found.person):
                for mention in group.mentions:
                    start = mention.end - len(mention.words[-1])
                    yield Stray(start, mention.end, found.right, found.person, found.why)


class _Bare(NamedTuple):
    """A bare word, folded too, where it stands, and whether it is neither word nor common name."""

    word: str
    part: str
    spans: list[tuple[int, int]]
    plain: bool


class _Search:
    def __init__(self, doc: Document, cast: Cast, names: Names):
        self.doc, self.cast, self.names = doc, cast, names
        self._read: dict[str, list[tuple[str, Person]]] = {}
        for person in cast.people:
            for word in dict.fromkeys((person.word, *person.name.split()[:-1])):
                if "-" in word and word != person.word and word[0].islower():
                    continue
                for key in reading_keys(word):
                    self._read.setdefault(key, []).append((word, person))

    def _near(self, word: str) -> list[tuple[str, Person]]:
        """Return (part of the name, person) whose surname or given name may be the word."""
        found = {}
        for key in reading_keys(word):
            for part, person in self._read.get(key, ())[:MOST_ALIKE]:
                found[part, person.name] = (part, person)
        return list(found.values())

    def meant(self, group: Group) -> Stray | None:
        """Return who is meant by a bare group, with the right form; None for nobody or several."""
        word = group.text.split()[-1]
        part = group.parts[-1]
        spans = [(m.end - len(m.words[-1]), m.end) for m in group.mentions]
        text, known = self.doc.text, lexicon()
        plain = known.zipf(part) < RARE_ZIPF and not (known.is_word(part) or known.is_name(part))
        does = any(acts(text, start, end) for start, end in spans)
        if any(_NEXT.match(text, end) for _, end in spans):
            return None
        if not does and (not plain or any(is_listed_off(text, *span) for span in spans)):
            return None
        bare = _Bare(word, part, spans, plain)
        ways = (self._by_reading, self._by_sex, self._by_case, self._by_letters)
        for way in ways:
            found = way(bare)
            right = {stray.right for stray in found}
            if len(right) > 1:
                return None
            if found and not self._is_famous(part, found[0].person):
                return found[0]
        return None

    def _by_reading(self, bare: _Bare) -> list[Stray]:
        word, part = bare.word, bare.part
        found = []
        for right, person in self._near(word):
            target = fold(right)
            if target == part or is_inflected(part, target) or is_gendered_pair(part, target):
                continue
            if is_pinyin(part) and is_pinyin(target) and not _is_korean(person, word, right):
                continue
            heard = heard_apart(word, right)
            if heard and is_japanese(part) and is_japanese(target):
                continue
            if right == person.word:
                ok = is_one_name(word, right) and not is_thing(person, self.names)
                ok &= heard == 0 or not self._is_known(part)
            elif _is_korean(person, word, right):
                ok = True
            else:
                ok = self._is_given(part, target, person) and heard <= 1
            if ok:
                found.append(Stray(0, 0, right, person, ALIKE))
        return found

    def _is_given(self, part: str, target: str, person: Person) -> bool:
        """Say whether both may be the given name of a person, the right one surely so."""
        known = lexicon()
        if min(len(part), len(target)) < MIN_GIVEN or known.is_name(part) or target in PARTICLES:
            return False
        sure = person.listed or known.is_borne(target) or bool(person.group.titles)
        return sure and not self._is_known(part)

    def _by_sex(self, bare: _Bare) -> list[Stray]:
        if not bare.plain or self._is_known(bare.part):
            return []
        why = "it is the form of the other sex, and nobody of that sex is introduced"
        return [
            Stray(0, 0, person.word, person, why)
            for surname in of_other_sex(bare.part)
            for person in self.cast.bearers(surname)
            if not self._has_kin(bare, person)
        ]

    def _by_case(self, bare: _Bare) -> list[Stray]:
        part = bare.part
        if not bare.plain or lexicon().is_borne(part) or self.names.count_last(part):
            return []
        why = "the other has the case ending of another language"
        return [
            Stray(0, 0, person.word, person, why)
            for stem in case_stems(part)
            if len(stem) >= MIN_STEM
            for person in self.cast.bearers(stem)
        ]

    def _by_letters(self, bare: _Bare) -> list[Stray]:
        part = bare.part
        if len(part) < MIN_LONG or not bare.plain or self._is_known(part):
            return []
        return [
            Stray(0, 0, person.word, person, "the two are near, and only one is introduced")
            for person in self.cast.people
            if _is_near(part, person.surname)
        ]

    def by_patronymic(self, group: Group) -> Iterator[Stray]:
        """Yield given names before a patronymic that sound like that of somebody introduced."""
        if len(group.parts) != 2 or not _PATRONYMIC.fullmatch(group.parts[-1]):
            return
        word, part = group.text.split()[0], group.parts[0]
        if any(part in person.parts for person in self.cast.people if person.group is not group):
            return
        found = [
            (right, person)
            for right, person in self._near(word)
            if fold(right) == person.given != part
            and is_one_name(word, right)
            and part[:-1] != person.given[:-1]
        ]
        if len({right for right, _ in found}) == 1 and not lexicon().is_name(part):
            right, person = found[0]
            for mention in group.mentions:
                end = mention.start + len(mention.words[0])
                yield Stray(mention.start, end, right, person, ALIKE)

    def by_other_reading(self, group: Group) -> Iterator[Stray]:
        """Yield Japanese names, surname first, whose given name is read in another way.

        "Hanada Bunsho" beside Fumiaki Hanada: the second reading of the same signs.
        """
        if (
            len(group.parts) != 2
            or group.titles - WEEKDAYS
            or not all(map(is_japanese, group.parts))
        ):
            return
        surname, given = group.parts
        bearers = self.cast.bearers(surname)
        known, names = lexicon(), self.names
        borne = known.is_borne(given) or names.count_first(given) or names.count_last(given)
        if len(bearers) != 1 or borne or known.is_word(given) or len(given) < SHORTEST_READING:
            return
        person = bearers[0]
        if is_japanese(person.given) and len(person.parts) == 2 and person.given != given:
            for mention in group.mentions:
                if acts(self.doc.text, mention.start, mention.end):
                    yield Stray(mention.start, mention.end, person.name, person, OTHER_READING)

    def _has_kin(self, bare: _Bare, person: Person) -> bool:
        """Say whether a husband, a mother or a namesake is spoken of near either form."""
        spans = [*bare.spans, *((m.start, m.end) for m in person.group.mentions)]
        text = self.doc.text
        return any(_KIN.search(text[max(a - KIN_NEAR, 0) : b + KIN_NEAR]) for a, b in spans)

    def _is_famous(self, part: str, person: Person) -> bool:
        """Say whether news names a bearer without an introduction."""
        return any(
            form.entry.weight >= FAMOUS_WEIGHT
            and form.flag != WRONG
            and form.entry.name != person.name
            for form in self.names.bearers(part)
        )

    def _is_known(self, part: str) -> bool:
        """Say whether somebody listed has the name, and the article is about their country."""
        return any(
            form.entry.weight >= KNOWN_WEIGHT
            and form.flag != WRONG
            and any(place.lower() in self.doc.lower for place in form.entry.of)
            for form in self.names.bearers(part)
        )


def _is_korean(person: Person, word: str, right: str) -> bool:
    """Say whether a person is named the Korean way, surname first, and both are spellings of it."""
    first = fold(right) == person.given and "-" in person.word
    return first and len(person.parts) == 2 and is_korean_surname(word, right)


def _is_near(part: str, surname: str) -> bool:
    from rapidfuzz.distance import OSA

    longer = max(len(part), len(surname))
    if min(len(part), len(surname)) < MIN_LONG or part[:SAME_START] != surname[:SAME_START]:
        return False
    if part[-SAME_END:] != surname[-SAME_END:] or is_pinyin(part):
        return False
    return 0 < OSA.distance(part, surname) <= MOST_DIFFERS * longer

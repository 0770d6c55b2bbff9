"""Bare names that nobody in the article bears, near that of somebody who is introduced in it."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator

import msgspec

from ..document import Document
from ..lazy import lazy_pattern
from ..text.lexicon import lexicon
from ..text.titles import WEEKDAYS
from .cast import Cast, Person, cast_of
from .fold import fold
from .groups import Group
from .inflect import is_gendered_pair, is_inflected
from .people import WRONG
from .pinyin import is_pinyin
from .reach import MIN_LETTERS
from .sides import foreign_letters
from .store import Names
from .verdict import Verdict

# Occurrences above which a bare name is somebody, not a slip.
MOST_STRAYS = 3
# Prominence (1 to 5) of people whom news names without an introduction.
FAMOUS_WEIGHT = 4
# General use (Zipf) from which on a word is a word, whatever stands behind it.
WORD_ZIPF = 5.2
# General use (Zipf) below which a form that no dictionary has needs no deed to be a name.
RARE_ZIPF = 2.0

# What people do in news, and things do not.
_DEEDS = (
    "said|says|told|tells|added|adds|wrote|writes|noted|notes|replied|answered|asked|wants|wanted|"
    "praised|thanked|explained|confirmed|admitted|insisted|warned|stressed|recalled|denied|laughed|"
    "smiled|claimed|argued|believes|believed|thinks|hopes|hoped|announced|declared|posted|tweeted|"
    "promised|joked|resigned|met|scored|saved|apologized|apologised|urged|refused|agreed|disagreed|"
    "emphasized|emphasised|concluded|testified|pleaded|invited|welcomed|condemned|criticized|"
    "criticised|rejected|accused|relies|expects|complained|commented|underlined|pointed out|"
    "called (?:it|him|her|them|the|for|on)|calls (?:it|him|her|them|the|for|on)|spoke|speaks|voted|vowed|"
    "pledged|congratulated|signed|demanded|demands|proposed|repeated|remarked|countered|quipped|replies|"
    "intends|regrets|regretted|hesitated|nodded|wept|decided|appealed|vetoed|accuses|thanks|praises|"
    "rejects|denies|warns|wonders|remembers|remembered|recalls|does not regret"
)
_DOES = lazy_pattern(
    rf" (?:him|her)self\b| (?:also |then |later |himself |herself |has |had |who |and \w+ )?(?:{_DEEDS})\b"
)
_SAID = lazy_pattern(
    r"(?:\bsaid|\bsays|\badded|\baccording to|\basked|\bwrote|\btold|\breplied) $", re.I
)


class Stray(msgspec.Struct, frozen=True):
    """A bare name at [start, end), what is right for it, who is introduced beside it, and why."""

    start: int
    end: int
    right: str
    person: Person
    why: str = "both sound alike"


def strays(doc: Document, verdicts: list[Verdict], names: Names) -> Iterator[Stray]:
    """Yield the bare names that sound like the surname of somebody introduced, and are nobody's."""
    cast = cast_of(doc, verdicts)
    if not cast.people:
        return
    borne = {part for v in verdicts if may_bear(v) for part in v.group.parts}
    borne.update(person.surname for person in cast.people)
    for verdict in verdicts:
        group = verdict.group
        part = group.parts[-1]
        if group.full or group.acronym or len(group.mentions) > MOST_STRAYS or part in borne:
            continue
        if not is_open(verdict) or "-" in group.text:
            continue
        word = group.text.split()[-1]
        spans = [(m.end - len(m.words[-1]), m.end) for m in group.mentions]
        person = _meant(doc, part, spans, cast, names)
        if person is not None and has_title_of(group, person):
            yield from _sided(word, spans, person)
    for start, end in openers(doc):
        part = fold(doc.text[start:end])
        if part not in borne:
            person = _meant(doc, part, [(start, end)], cast, names)
            if person is not None:
                yield Stray(start, end, person.word, person)


def may_bear(verdict: Verdict) -> bool:
    """Say whether a full name may be somebody's: the Ivitch Club is nobody."""
    group = verdict.group
    return group.full and (verdict.target is not None or not lexicon().is_word(group.parts[-1]))


def is_open(verdict: Verdict) -> bool:
    """Say whether a verdict leaves it open who is meant: nobody listed, or a lesser town."""
    if verdict.status == "unknown":
        return True
    form = verdict.target
    lesser = form is not None and form.entry.kind == "place" and form.entry.weight < FAMOUS_WEIGHT
    return verdict.status == "listed" and lesser


def has_title_of(group: Group, person: Person) -> bool:
    """Say whether a group has no title, or one of a person: "Judge Crawley" is introduced."""
    titles = group.titles - WEEKDAYS
    return not titles or bool(titles & person.group.titles)


def openers(doc: Document) -> list[tuple[int, int]]:
    """Return where words stand that open a sentence and may be surnames: "Cooler wants to win"."""
    return doc.once("openers", lambda: list(_openers(doc)))


def _openers(doc: Document) -> Iterator[tuple[int, int]]:
    starts = [mention.start for mention in doc.mentions]
    tokens, known = doc.tokens, lexicon()
    for number, text in enumerate(tokens.texts):
        if text[0].isupper() and len(text) >= MIN_LETTERS and text[1:].islower():
            if not text.isalpha() or known.zipf(text.lower()) >= WORD_ZIPF:
                continue
            start = tokens.starts[number]
            order = bisect.bisect_right(starts, start) - 1
            if order < 0 or start >= doc.mentions[order].end:
                yield start, tokens.ends[number]


def _sided(word: str, spans: list[tuple[int, int]], person: Person) -> Iterator[Stray]:
    """Yield the bare forms, or the introduction where that alone has another language's letters."""
    if not person.listed and foreign_letters(person.surname) > foreign_letters(fold(word)):
        spans = [(m.end - len(m.words[-1]), m.end) for m in person.group.mentions]
        for start, end in spans:
            yield Stray(start, end, word, person)
        return
    for start, end in spans:
        yield Stray(start, end, person.word, person)


def _meant(
    doc: Document, part: str, spans: list[tuple[int, int]], cast: Cast, names: Names
) -> Person | None:
    """Return who is meant by a bare folded name, or None where nobody or several may be."""
    near = [p for p in cast.sounding(part) if _may_be(part, p) and not is_thing(p, names)]
    if len({person.surname for person in near}) != 1:
        return None
    known = lexicon()
    plain = known.zipf(part) < RARE_ZIPF and not known.is_word(part) and not known.is_name(part)
    does = any(acts(doc.text, start, end) for start, end in spans)
    if any(doc.text[end : end + 2] in ("'t", "’t") for _, end in spans):
        # "Aren't"
        return None
    if not does and (not plain or any(is_listed_off(doc.text, start, end) for start, end in spans)):
        return None
    if any(
        form.entry.weight >= FAMOUS_WEIGHT
        and form.flag != WRONG
        and form.entry.name != near[0].name
        for form in names.bearers(part)
    ):
        return None
    return near[0]


def is_thing(person: Person, names: Names) -> bool:
    """Say whether who looks like a person is a listed town or company with a word before it."""
    if person.listed:
        return False
    return any(
        f.flag != WRONG and f.entry.kind in ("place", "org") for f in names.exact(person.word)
    )


def _may_be(part: str, person: Person) -> bool:
    target = person.surname
    if len(target) < MIN_LETTERS or len(part) < MIN_LETTERS:
        return False
    if is_inflected(part, target) or is_gendered_pair(part, target):
        return False
    return not (is_pinyin(part) and is_pinyin(target))


def acts(text: str, start: int, end: int) -> bool:
    """Say whether what stands at [start, end) says or does what people do."""
    return bool(_DOES.match(text, end) or _SAID.search(text[max(start - 16, 0) : start]))


def is_listed_off(text: str, start: int, end: int) -> bool:
    """Say whether [start, end) stands in a row of names, where nobody is introduced: a line-up."""
    return text[max(start - 2, 0) : start] in (", ", "; ") and text[end : end + 1] in ",;("

"""Words and other names that translation put for somebody of the article: "Mandrake" beside Mandragora."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

import msgspec

from ..document import Document
from ..lazy import lazy_pattern
from ..text.lexicon import lexicon
from ..text.tags import ADJECTIVE, ADVERB, tags
from ..text.titles import NATIONALITIES
from .cast import cast_of
from .fold import fold
from .renderings import renderings_of
from .strays import acts
from .verdict import Verdict

# The verdict of each mention, by where it stands.
Span = tuple[int, int]
Spans = dict[Span, Verdict]
Places = list[Span]
# Phrases looked for in one article; a register of names would ask for any number.
MOST_SCANS = 60
# Letters of a word below which it may be an abbreviation.
MIN_WORD = 3
# General use (Zipf) up to which a word in lower case can stand for a name; commoner ones are words.
RARE_WORD = 4.0
# General use (Zipf) from which on a word opens any sentence ("This said, ..."), whatever it translates.
FUNCTION_ZIPF = 5.7
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


# A person is named with it, and never a thing.
COURTESY = frozenset({"mr", "ms", "mrs", "miss"})
_COURTESY = lazy_pattern(r"\b(?:Mr|Ms|Mrs|Miss)\.? $")
# Small words of a phrase that stands behind a first name.
_SMALL = lazy_pattern(r"\b(?:Of|The|From|And)\b")
# A verb right behind its subject, with what helps it, and the word behind it.
_FOLLOWING = lazy_pattern(
    r" (?:(?:then|also|later|now|again|himself|herself) )?((?:(?:will|would|can|could|must|may|might|"
    r"should|did|does|has|had|was|is|not|be|been|already|also|never) )+)?([a-z]+)\b(?: ([a-z]+)\b)?"
)
# What people do to something and no thing does, ...
_DONE = frozenset(
    """heads headed passes passed shoots shot crosses crossed dribbled converted equalised equalized
    volleyed netted assisted fouled misses missed replaces replaced leads led plays played beats beat
    defeated trains trained coached captains captained competed finished qualified raced jumped swam
    skated pedalled celebrated chairs chaired governs governed presides presided presented presents
    present introduced reminded reminds informed instructed ordered appointed dismissed nominated
    negotiated negotiates lobbied campaigned studied studies graduated taught teaches married wed
    divorced wrote sang sings danced acted starred painted filmed directed composed published
    interviewed visited visits travelled traveled toured flew drove hurried walked sat stood knelt
    ate drank slept woke dreamed bought buys owns earns earned founded runs manages managed advised
    advises worked works served serves practised practices pleaded confessed fled hid
    surrendered stabbed robbed stole kidnapped head pass shoot cross miss replace lead play beat train
    compete visit travel negotiate inform order appoint teach write sing direct buy meet speak decide
    resign explain say tell ask answer attend attended attends receives received embraced hugged
    kissed shouted cried whispered smiled waved sighed blamed apologises apologizes considers knows
    knew thought feels felt wished loves loved liked hates hated fears feared tried tries""".split()
)
# ... and what is done to people.
_SUFFERED = frozenset(
    """appointed elected replaced substituted booked arrested detained sentenced injured born sacked
    dismissed suspended fired interviewed hospitalised hospitalized jailed acquitted indicted nominated
    reelected married divorced sworn""".split()
)
_PASSIVE = frozenset("was is be been".split())
_PERSONS = frozenset("him her them us me himself herself his".split())
# What stands behind somebody whom an article calls by his people.
_AFTER_PERSON = lazy_pattern(
    r"(?:, who\b|,? (?:said|told|added|announced|wants|promised|called)\b)"
)
# The country of a people whose names do not start alike.
OTHER_STEMS = {
    "french": "franc", "dutch": "netherl", "spanish": "spain", "swiss": "switz", "danish": "denm",
    "finnish": "finl", "polish": "pola", "welsh": "wales", "scottish": "scotl", "irish": "irel",
}  # fmt: skip


class Meant(msgspec.Struct, frozen=True):
    """A word at [start, end) that stands for `right`, a part of the name `name` in the article."""

    start: int
    end: int
    right: str
    name: str
    is_word: bool


class Bearer(NamedTuple):
    """A part of a name of the article as it should stand, the whole, and the offices given with it."""

    right: str
    name: str
    titles: frozenset[str] = frozenset()


def meant(doc: Document, verdicts: list[Verdict]) -> Iterator[Meant]:
    """Yield words that are a translation or another reading of a name of the article."""
    borne = {part for v in verdicts if v.group.full for part in v.group.parts}
    found: dict[int, Meant] = {}
    spans = {(m.start, m.end): v for v in verdicts for m in v.group.mentions}
    inside = {at: (start, end) for start, end in spans for at in range(start, end)}
    for bearer, phrase, is_word in _renderings(doc, verdicts):
        places = _in_full(doc, phrase, is_word, bearer, spans)
        if not _is_borne(phrase, borne):
            places += _places(doc, phrase, is_word, bearer, spans, inside)
        for start, end in places:
            if fold(doc.text[start:end]) == fold(bearer.right):
                continue
            # Of two whose names mean the same, the one who was spoken of last.
            said = doc.text.rfind(bearer.right, 0, start)
            if start not in found or said > doc.text.rfind(found[start].right, 0, start):
                found[start] = Meant(start, end, bearer.right, bearer.name, is_word)
    yield from found.values()


def _renderings(doc: Document, verdicts: list[Verdict]) -> Iterator[tuple[Bearer, str, bool]]:
    """Yield names of the article with what they may have become and stands in it; whether words."""
    words, scans = set(doc.tokens.lowers), 0
    for bearer in _bearers(doc, verdicts):
        for rendering in renderings_of(" ".join(map(fold, bearer.right.split()))):
            phrase = rendering[1:]
            if len(phrase) >= MIN_WORD and words.issuperset(phrase.split()):
                scans += 1
                if scans > MOST_SCANS:
                    return
                yield bearer, phrase, rendering[0] == "="


def _is_borne(phrase: str, borne: set[str]) -> bool:
    """Say whether somebody here has the words as a name, or their family: Bush and the Bushes."""
    return not borne.isdisjoint((phrase, phrase.removesuffix("s"), phrase.removesuffix("es")))


def _bearers(doc: Document, verdicts: list[Verdict]) -> Iterator[Bearer]:
    """Yield the parts of names of people introduced, surnames first, and single names."""
    people = cast_of(doc, verdicts).people
    for person in people:
        yield Bearer(person.word, person.name, person.group.titles)
    for person in people:
        given, *surname = person.name.split()
        if len(surname) > 1 and surname[0].islower():
            # A particle is translated with what it belongs to: Isaac of the Bull.
            yield Bearer(" ".join(surname), person.name, person.group.titles)
        yield Bearer(given, person.name, person.group.titles)
    for person in people:
        # Spanish and Portuguese surnames stand before the mother's: Rodrigo Paz Pereira.
        for word in person.name.split()[1:-1]:
            if word[0].isupper() and len(word) >= MIN_WORD:
                yield Bearer(word, person.name, person.group.titles)
    for verdict in verdicts:
        form = verdict.target
        bare = form is not None and verdict.status == "listed" and not verdict.group.full
        if bare and form is not None and form.entry.kind == "person":
            yield Bearer(form.text.split()[-1], form.text)


def _in_full(doc: Document, phrase: str, is_word: bool, bearer: Bearer, names: Spans) -> Places:
    """Return where a phrase stands in the place of its part in the whole name: Bear Grünwald for Bär."""
    given, _, surname = bearer.name.partition(" ")
    other = {given: surname, surname: given}.get(bearer.right, "")
    known = lexicon()
    if not other or " " in other or (not is_word and known.is_borne(phrase)):
        return []
    if " " not in phrase and known.zipf(phrase) >= FUNCTION_ZIPF:
        return []
    title = _SMALL.sub(lambda small: small.group().lower(), phrase.title())
    found = []
    for text in (f"{title} {other}", f"{other} {title}"):
        at = doc.text.find(text)
        while at >= 0:
            verdict = names.get((at, at + len(text)))
            if verdict is None or verdict.status == "unknown":
                start = at + text.index(title)
                found.append((start, start + len(title)))
            at = doc.text.find(text, at + len(text))
    return found


def _places(
    doc: Document, phrase: str, is_word: bool, bearer: Bearer, names: Spans, inside: dict[int, Span]
) -> Places:
    """Return where a phrase stands as a name would: alone with capitals, or bare in lower case."""
    title, found = phrase.title(), []
    for match in re.finditer(rf"\b{re.escape(title)}\b", doc.text):
        start, end = match.span()
        if phrase.startswith("the ") and doc.opens_sentence(start):
            # "The Young" stands for De Jong, and opens a sentence about the young.
            continue
        before = doc.text[max(start - 9, 0) : start]
        courtesy = is_word and bool(_COURTESY.search(before))
        verdict = names.get((start, end))
        # "This said, …": a word of every sentence needs more than a deed.
        common = " " not in phrase and lexicon().zipf(phrase) >= FUNCTION_ZIPF
        stands = courtesy or (
            not common
            and (acts(doc.text, start, end) or (is_word and _is_subject(doc, phrase, end)))
        )
        if verdict is not None:
            group = verdict.group
            capital = not group.initial or " " in phrase or not lexicon().is_word(phrase)
            stands |= is_word and capital
            stands &= verdict.status == "unknown" and group.titles <= COURTESY | bearer.titles
        elif start in inside and not (inside[start][0] == start and inside[start][1] < end):
            # A part of a longer name; but "Their Lord" holds the mention Their.
            continue
        if before.lower().endswith("the "):
            # "The Bushes" are a family, or plants; "the Dane" of a story without Denmark is Mr. Dahn.
            if is_word and phrase in NATIONALITIES and _is_one_of(doc, phrase, end):
                found.append((start - 4, end))
        elif stands:
            found.append((start, end))
    if is_word and " " not in phrase and lexicon().zipf(phrase) < RARE_WORD:
        found += _bare(doc, phrase)
    return found


def _is_subject(doc: Document, phrase: str, end: int) -> bool:
    """Say whether what people alone do stands right behind a phrase: "Fog headed in a cross"."""
    following = _FOLLOWING.match(doc.text, end)
    if following is None or phrase in NATIONALITIES:
        return False
    helped, verb, behind = following.groups()
    if helped and helped.split()[-1] in _PASSIVE:
        return verb in _SUFFERED
    if verb not in _DONE:
        return False
    # "Long led by a clerk, ...": an adverb stands before a participle too.
    alone = not helped and behind not in _PERSONS
    return not (alone and tags().of(phrase) & (ADJECTIVE | ADVERB))


def _is_one_of(doc: Document, people: str, end: int) -> bool:
    """Say whether "the" and a people stand for one person in an article that has nothing of it."""
    stem = OTHER_STEMS.get(people, people[:4])
    others = doc.lower.count(stem) + (doc.lower.count(people) if stem != people[:4] else 0)
    return bool(_AFTER_PERSON.match(doc.text, end)) and others == doc.text.count(
        f"he {people.title()}"
    )


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

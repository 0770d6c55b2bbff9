"""Two spellings of one bearer in one article: full names that share a part, accepted forms mixed."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from ..document import Document
from ..text.lexicon import lexicon
from ..text.mentions import Mention
from ..text.titles import WEEKDAYS
from .attest import CROWDED
from .cast import Cast, Person
from .fold import fold
from .inflect import is_gendered_pair
from .parts import name_parts
from .people import WRONG, Form
from .pinyin import is_pinyin
from .replacement import word_of
from .romanised import heard_apart
from .sides import short_vowels, times
from .sound import heard_letters, sounds_alike
from .store import Names
from .strays import openers
from .verdict import Verdict

# Letters of a given name below which another sound makes another name (Jon, Jan).
MIN_GIVEN = 4
# Code points between two names that are named together, "and her brother" among them.
BESIDE = 20
# Particles that belong to a surname wherever it stands.
PARTICLES_KEPT = frozenset(("van", "von", "de", "di", "da", "del", "della", "ten", "ter"))


class Double(msgspec.Struct, frozen=True):
    """A word or name at [start, end) that the article spells `right` elsewhere, and why."""

    start: int
    end: int
    right: str
    why: str


def doubles(doc: Document, verdicts: list[Verdict], names: Names) -> Iterator[Double]:
    """Yield the spellings of people and places that the article has in another form too."""
    cast = Cast([v for v in verdicts if v.status not in ("misspelled", "wrong")])
    for earlier, later in cast.namesakes():
        yield from _other_part(earlier, later)
    for earlier, later in cast.lookalikes():
        yield from _both_parts(earlier, later)
    yield from _title_for_given(doc, verdicts, cast)
    yield from _lost_particle(verdicts, cast)
    yield from _mixed(doc, verdicts, cast, names)


def _other_part(earlier: Person, later: Person) -> list[Double]:
    """Return the marks of two full names that share a part and sound alike in the other."""
    if earlier.listed and later.listed and earlier.entry != later.entry:
        return []
    if ("-" in earlier.word) != ("-" in later.word):
        # Pantsir and Pantsir-S.
        return []
    same_surname = earlier.surname == later.surname
    given = set(earlier.parts[:-1]) & set(later.parts[:-1])
    if same_surname == bool(given) or not CROWDED.isdisjoint({earlier.surname, *given}):
        return []
    if _stand_together(earlier, later) or _in_two_offices(earlier, later):
        return []
    right, wrong = (later, earlier) if _is_better(later, earlier) else (earlier, later)
    for a in right.parts[:-1] if same_surname else (right.surname,):
        b = wrong.given if same_surname else wrong.surname
        if _is_one_name(a, b, same_surname):
            word = word_of(right.name, a)
            why = f"{right.name} stands {times(right.count)} in this article"
            if right.listed and not wrong.listed:
                why = "it is a listed name"
            at = 0 if same_surname else -1
            return [Double(*_word_span(m, at), word, why) for m in wrong.group.mentions]
    return []


def _both_parts(earlier: Person, later: Person) -> list[Double]:
    """Return the marks of a full name of which both parts have another vowel: "Yusef Navebi"."""
    if (earlier.listed and later.listed) or len(earlier.parts) != 2 or len(later.parts) != 2:
        return []
    if _stand_together(earlier, later) or _in_two_offices(earlier, later):
        return []
    for a, b in zip(earlier.parts, later.parts, strict=True):
        if min(len(a), len(b)) < MIN_GIVEN or len(a) != len(b) or heard_letters(a, b) not in (0, 1):
            return []
    right, wrong = (later, earlier) if _is_better(later, earlier) else (earlier, later)
    why = f"{right.name} stands {times(right.count)} in this article"
    return [Double(m.start, m.end, right.name, why) for m in wrong.group.mentions]


def _stand_together(earlier: Person, later: Person) -> bool:
    """Say whether one name follows the other at once: "Ida Vondale and Ada Vondale" are two."""
    ends = {mention.end for mention in earlier.group.mentions}
    return any(
        0 < mention.start - end <= BESIDE for mention in later.group.mentions for end in ends
    )


def _in_two_offices(earlier: Person, later: Person) -> bool:
    """Say whether each has an office that the other has not: a justice and a foreign minister."""
    first, second = earlier.group.titles - WEEKDAYS, later.group.titles - WEEKDAYS
    return bool(first - second) and bool(second - first)


def _is_better(later: Person, earlier: Person) -> bool:
    if later.listed != earlier.listed:
        return later.listed
    if later.count == earlier.count and later.entry is not None:
        return later.name == later.entry.name
    return later.count > earlier.count


def _is_one_name(a: str, b: str, given: bool) -> bool:
    """Say whether two folded parts beside an equal one are one name in two spellings."""
    if min(len(a), len(b)) < MIN_GIVEN or (is_pinyin(a) and is_pinyin(b)):
        return False
    if given and a[:-1] == b[:-1] and {a[-1], b[-1]} == {"i", "y"}:
        # Sergei and Sergey: houses differ, and translations of one article do.
        return False
    if short_vowels(a) == short_vowels(b):
        return False
    known = lexicon()
    if not given and known.is_name(a) and known.is_name(b):
        # Clark and Clarke.
        return False
    short, long = sorted((a, b), key=len)
    if long in (short + "s", short + "es") or is_gendered_pair(a, b):
        return False
    # Mario and Maria, Daniel and Daniela are two people.
    of_two_sexes = given and a[-1] != b[-1] and "a" in (a[-1], b[-1])
    return not of_two_sexes and (sounds_alike(a, b) or heard_apart(a, b) == 0)


def _word_span(mention: Mention, at: int) -> tuple[int, int]:
    """Return where the first (0) or the last (-1) word of a mention stands."""
    if at == 0:
        return mention.start, mention.start + len(mention.words[0])
    return mention.end - len(mention.words[-1]), mention.end


def _title_for_given(doc: Document, verdicts: list[Verdict], cast: Cast) -> Iterator[Double]:
    """Yield given names that turned into a title: "Imam Ashour" beside Emam Ashour."""
    for verdict in verdicts:
        for mention in verdict.group.mentions:
            if not mention.title or verdict.group.full:
                continue
            title = mention.title[-1]
            for person in cast.bearers(verdict.group.parts[-1]):
                if len(title) < MIN_GIVEN:
                    continue
                start = mention.start - len(title) - 1
                written = doc.text[max(start, 0) : mention.start - 1]
                if written.lower() == title and sounds_alike(fold(title), person.given):
                    right = person.name.split()[0]
                    yield Double(
                        start, start + len(title), right, f"{person.name} stands in this article"
                    )


def _lost_particle(verdicts: list[Verdict], cast: Cast) -> Iterator[Double]:
    """Yield full names without the particle that the bare surname has: Jan Leven, Van Leven."""
    for verdict in verdicts:
        words = verdict.group.mentions[0].words
        if verdict.group.full or len(words) != 2 or words[0].lower() not in PARTICLES_KEPT:
            continue
        bearers = cast.bearers(verdict.group.parts[-1])
        if len(bearers) != 1 or len(bearers[0].name.split()) != 2:
            continue
        right = f"{words[0].lower()} {words[1]}"
        why = f"{' '.join(words)} stands in this article"
        for mention in bearers[0].group.mentions:
            if len(mention.words) == 2:
                yield Double(*_word_span(mention, -1), right, why)


def _mixed(doc: Document, verdicts: list[Verdict], cast: Cast, names: Names) -> Iterator[Double]:
    """Yield the rarer of two accepted spellings of one listed person or place."""
    held: dict[tuple[str, str], dict[str, list[tuple[int, int]]]] = {}
    for verdict in verdicts:
        form = _form(verdict, cast, names)
        if form is not None:
            words = held.setdefault((form.entry.name, form.entry.kind), {})
            for mention in verdict.group.mentions:
                span = _word_span(mention, -1)
                words.setdefault(fold(mention.words[-1]), []).append(span)
    for start, end in openers(doc):
        part = fold(doc.text[start:end])
        for person in cast.sounding(part):
            if person.entry is not None and _is_accepted(part, person, names):
                words = held.get((person.entry.name, person.entry.kind), {})
                words.setdefault(part, [(start, end)])
    for (name, kind), words in held.items():
        main = name_parts(name)[-1]
        for a, b in _pairs(sorted(words)):
            if (kind == "place" and main not in (a, b)) or not _is_one_name(a, b, False):
                continue
            one, other = words[a], words[b]
            if len(one) == len(other):
                right, wrong = (other, one) if b == main else (one, other)
                why = f"the list prefers {name}" if main in (a, b) else "one of the two is wrong"
            else:
                right, wrong = (one, other) if len(one) > len(other) else (other, one)
                why = f"it stands {times(len(right))} in this article"
            word = doc.text[right[0][0] : right[0][1]]
            yield from (Double(start, end, word, why) for start, end in wrong)


def _is_accepted(part: str, person: Person, names: Names) -> bool:
    """Say whether a list gives a folded surname as another spelling of a listed person's."""
    if part == person.surname:
        return False
    return any(f.flag != WRONG and f.entry == person.entry for f in names.bearers(part))


def _pairs(words: list[str]) -> Iterator[tuple[str, str]]:
    for order, word in enumerate(words):
        for other in words[:order]:
            yield other, word


def _form(verdict: Verdict, cast: Cast, names: Names) -> Form | None:
    """Return the listed form that a group is: itself, or the surname of somebody in the article."""
    form, group = verdict.target, verdict.group
    if form is not None and verdict.status in ("listed", "follows"):
        person = form.entry.kind == "person" and (group.full or verdict.status == "follows")
        place = form.entry.kind == "place" and len(form.text.split()) == 1
        return form if person or place else None
    if verdict.status == "unknown" and not group.full:
        for other in names.bearers(group.parts[-1]):
            if other.flag != WRONG and other.entry in cast.entries:
                return other
    return None

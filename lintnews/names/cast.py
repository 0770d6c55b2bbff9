"""The people of an article: who is introduced in full, and how often each is named."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from ..document import Document
from ..text.lexicon import lexicon
from .groups import Group
from .parts import name_parts
from .people import Known
from .sound import sound_keys, sounds_alike
from .verdict import Verdict

# People of one name, or alike in sound, who are compared; a register holds any number.
MOST_ALIKE = 40
# Words of the longest name that introduces one person; longer runs hold several names.
MOST_WORDS = 4


class Person(msgspec.Struct, frozen=True):
    """Somebody introduced in full: `name` the right full form, `given` and `surname` folded.

    `word` is the surname as the right form has it, `count` the mentions of the full form, `entry`
    the list's; `parts` are folded.
    """

    name: str
    given: str
    surname: str
    word: str
    group: Group
    count: int
    parts: tuple[str, ...]
    entry: Known | None = None

    @property
    def listed(self) -> bool:
        return self.entry is not None


def cast_of(doc: Document, verdicts: list[Verdict]) -> Cast:
    """Return the people of an article, of its verdicts; computed once."""
    return doc.once("cast", lambda: Cast(verdicts))


class Cast:
    """The people whom an article introduces by a given name, in order of first mention."""

    def __init__(self, verdicts: list[Verdict]):
        self.people = [p for p in map(_introduced, verdicts) if p is not None]
        self.entries = {person.entry for person in self.people if person.entry is not None}
        self._surnames: dict[str, list[Person]] = {}
        self._sounds: dict[str, list[Person]] = {}
        for person in self.people:
            self._surnames.setdefault(person.surname, []).append(person)
        for surname, bearers in self._surnames.items():
            for key in sound_keys(surname):
                self._sounds.setdefault(key, []).extend(bearers)

    def bearers(self, surname: str) -> list[Person]:
        """Return who has a folded surname."""
        return self._surnames.get(surname, [])

    def sounding(self, part: str) -> list[Person]:
        """Return whose surname sounds like a folded part, in order of first mention."""
        near: dict[int, Person] = {}
        for key in sound_keys(part):
            for person in self._sounds.get(key, [])[:MOST_ALIKE]:
                if sounds_alike(part, person.surname):
                    near[person.group.mentions[0].start] = person
        return [near[start] for start in sorted(near)]

    def namesakes(self) -> Iterator[tuple[Person, Person]]:
        """Yield pairs, the earlier first, of people who share a given name or a surname."""
        sharing: dict[str, list[Person]] = {}
        for later in self.people:
            before: dict[int, Person] = {}
            for part in later.parts:
                group = sharing.setdefault(part, [])
                before.update((id(person), person) for person in group[-MOST_ALIKE:])
                group.append(later)
            for earlier in before.values():
                yield earlier, later

    def lookalikes(self) -> Iterator[tuple[Person, Person]]:
        """Yield pairs, the earlier first, of people who sound alike in given name and surname."""
        for later in self.people[:MOST_ALIKE]:
            start = later.group.mentions[0].start
            for earlier in self.sounding(later.surname):
                if (
                    earlier.group.mentions[0].start < start
                    and earlier.surname != later.surname
                    and earlier.given != later.given
                    and sounds_alike(earlier.given, later.given)
                ):
                    yield earlier, later


def _introduced(verdict: Verdict) -> Person | None:
    group, form = verdict.group, verdict.target
    if not group.full or verdict.leader is not None:
        return None
    if form is not None and form.entry.kind != "person":
        return None
    name = verdict.right or group.text
    parts = name_parts(name)
    if not 2 <= len(parts) <= MOST_WORDS:
        return None
    if form is None and not _is_personal(group, parts):
        return None
    word, entry = name.split()[-1], form.entry if form is not None else None
    count = len(group.mentions)
    return Person(name, parts[0], parts[-1], word, group, count, parts, entry)


def _is_personal(group: Group, parts: tuple[str, ...]) -> bool:
    """Say whether an unlisted name is a person's: a given name or a title, or no word of English."""
    known = lexicon()
    if known.is_word(parts[-1]):
        return False
    if known.is_borne(parts[0]) or group.titles:
        return True
    return len(parts) == 2 and not any(known.is_word(part) for part in parts)

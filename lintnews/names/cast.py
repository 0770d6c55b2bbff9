"""The people of an article: who is introduced in full, and how often each is named."""

from __future__ import annotations

import msgspec

from ..text.lexicon import lexicon
from .groups import Group
from .parts import name_parts
from .people import Known
from .verdict import Verdict

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


def cast(verdicts: list[Verdict]) -> list[Person]:
    """Return the people whom an article introduces by a given name, in order of first mention."""
    people = []
    for verdict in verdicts:
        person = _introduced(verdict)
        if person is not None:
            people.append(person)
    return people


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

"""Particles of names that were translated: "David of Gea", "Bruno the Mayor"."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
import regex

from ..document import Document
from ..text.titles import PARTICLES
from .cast import Cast, cast_of
from .fold import fold
from .people import WRONG
from .renderings import parts_behind
from .store import Names
from .verdict import Verdict

_LINKED = regex.compile(
    r"(?<![\p{L}’'-])(\p{Lu}\p{L}+)[ \n](of|the|from|of the|from the|to the)[ \n](\p{Lu}[\p{L}-]+)"
)


class Linked(msgspec.Struct, frozen=True):
    """A name at [start, end) whose particle was translated, the right name, and why."""

    start: int
    end: int
    right: str
    why: str


def linked(doc: Document, verdicts: list[Verdict], names: Names) -> Iterator[Linked]:
    """Yield names in which "of" or "the" stands for a particle of a listed or introduced person."""
    cast = cast_of(doc, verdicts)
    for match in _LINKED.finditer(doc.text):
        given, link, surname = match.groups()
        right = _person(given, surname, cast, names)
        why = f'"{link}" is a translated particle'
        if not right and link == "the":
            right = _translated(given, surname, names)
            why = f"the {surname} is a translated name"
        if right:
            yield Linked(*match.span(), right, why)


def _person(given: str, surname: str, cast: Cast, names: Names) -> str:
    """Return the full name of who is called so but for a particle, or an empty string."""
    for person in cast.bearers(fold(surname)):
        if person.given == fold(given) and _has_particle(person.name):
            return person.name
    for form in names.exact(f"{given} {surname}"):
        if form.flag != WRONG and form.entry.kind == "person" and _has_particle(form.text):
            return form.text
    return ""


def _has_particle(name: str) -> bool:
    return any(fold(word) in PARTICLES for word in name.split()[1:-1])


def _translated(given: str, surname: str, names: Names) -> str:
    for phrase in (f"the {surname}".lower(), surname.lower()):
        for part in parts_behind(phrase):
            for form in names.exact(f"{given} {part}"):
                if form.flag != WRONG and form.entry.kind == "person":
                    return form.text
    return ""

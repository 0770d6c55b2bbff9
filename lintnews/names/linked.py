"""Particles of names that were translated: "David of Gea", "Bruno the Mayor"."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from ..document import Document
from ..lazy import lazy_regex
from ..text.titles import PARTICLES
from .cast import Cast, cast_of
from .fold import fold
from .people import WRONG
from .renderings import parts_behind
from .store import Names
from .verdict import Verdict

_LINKED = lazy_regex(
    r"(?<![\p{L}’'-])(\p{Lu}\p{L}+)[ \n](of|the|from|of the|from the|to the)[ \n](\p{Lu}[\p{L}-]+)"
)


# Given names, one to three, before the translation of a surname that tells where somebody is from.
_NISBA = lazy_regex(
    r"(?<![\p{L}’'-])((?:\p{Lu}[\p{L}’'-]+[ \n]){1,3})the[ \n](\p{Lu}\p{L}+)(?![\p{L}’'-])"
)
# Arabic and Persian surnames of origin by what becomes of them, folded.
_ORIGINS = {
    "sudanese": "sudani", "egyptian": "masri", "baghdadi": "baghdadi", "iraqi": "iraqi",
    "yemeni": "yamani", "yemenite": "yamani", "jordanian": "urduni", "syrian": "suri shami",
    "levantine": "shami", "damascene": "shami dimashqi", "aleppine": "halabi", "lebanese": "lubnani",
    "moroccan": "maghribi maghrebi", "maghrebi": "maghribi", "tunisian": "tunisi tounsi",
    "algerian": "jazairi jaziri", "libyan": "libi liby", "kuwaiti": "kuwaiti", "qatari": "qatari",
    "bahraini": "bahraini bahrani", "omani": "omani", "saudi": "saudi", "hijazi": "hijazi hejazi",
    "turk": "turki", "turkish": "turki", "kurd": "kurdi", "kurdish": "kurdi", "indian": "hindi",
    "afghan": "afghani", "persian": "farsi ajami irani", "iranian": "irani", "somali": "somali sumali",
    "ethiopian": "habashi", "abyssinian": "habashi", "roman": "rumi", "byzantine": "rumi",
    "palestinian": "filistini", "gazan": "ghazzi ghazi", "jerusalemite": "qudsi maqdisi", "meccan": "makki",
    "medinan": "madani", "basran": "basri", "mosulite": "mosuli mawsili", "tikriti": "tikriti",
    "najafi": "najafi", "nubian": "nubi", "berber": "barbari", "bedouin": "badawi", "arab": "arabi",
    "african": "ifriqi afriki", "andalusian": "andalusi", "sicilian": "siqilli", "chinese": "sini",
    "american": "amriki", "russian": "rusi", "eastern": "sharqi", "western": "gharbi",
    "northern": "shamali", "southern": "janubi", "hadhrami": "hadhrami", "adenite": "adani",
}  # fmt: skip


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
    yield from _by_origin(doc, names)


def _by_origin(doc: Document, names: Names) -> Iterator[Linked]:
    """Yield listed people whose surname became "the" and a nationality: al-Sudani, the Sudanese."""
    for match in _NISBA.finditer(doc.text):
        word = match[2].lower()
        given = match[1].split()
        for origin in (f"al-{word}", *_ORIGINS.get(word, "").split()):
            for skipped in range(len(given)):
                first = " ".join(given[skipped:])
                right = _listed_person(
                    names, *(f"{first} {article}{origin}" for article in ("al-", "", "el-"))
                )
                if right:
                    at = match.start() + sum(len(name) + 1 for name in given[:skipped])
                    why = f"the {match[2]} is a translated name"
                    if origin.startswith("al-"):
                        why = '"the" is a translated particle'
                    yield Linked(at, match.end(), right, why)
                    break


def _listed_person(names: Names, *spellings: str) -> str:
    """Return the first person whom a list has under one of the names, or an empty string."""
    for spelling in spellings:
        for form in names.exact(spelling):
            if form.flag != WRONG and form.entry.kind == "person":
                return form.text
    return ""


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
    """Return the listed person whose surname may be translated as this one, or an empty string."""
    phrases = (f"the {surname}".lower(), surname.lower())
    parts = [part for phrase in phrases for part in parts_behind(phrase)]
    return _listed_person(names, *(f"{given} {part}" for part in parts))

"""What an article says of a name besides its spelling: offices, countries, company."""

from __future__ import annotations

import functools

import msgspec

from ..document import Document
from .groups import Group
from .people import Known

# Natural-log odds that each kind of evidence adds. A title before the name that the list gives it
# is the strongest; a country named somewhere in the article the weakest.
TITLE = 2.0
ROLE_NEAR = 1.2
COUNTRY_NEAR = 0.9
COUNTRY_ANYWHERE = 0.5
# What one step of a listed name's prominence (1 to 5) adds.
PROMINENCE = 0.45
# Code points on each side of a mention in which words count as near.
NEAR = 90
# Code points before a mention in which an office belongs to it.
OFFICE_BEFORE = 45
# Countries and roles of lists whose words are remembered.
KEPT_COUNTRIES = 2_000
KEPT_ROLES = 4_000


class Evidence(msgspec.Struct, frozen=True):
    """`odds` in natural-log odds, and what to tell the reader.

    `office` says that the article gives the name the very office and country of its list entry.
    """

    odds: float
    said: tuple[str, ...]
    office: bool = False


def stem(name: str) -> str:
    """Return the part of a country's name that its adjective shares: "israel", "ukrain", "germ"."""
    lower = name.lower().partition(" and ")[0]
    return {
        "united states": "u.s", "united kingdom": "brit", "germany": "german", "france": "fr",
        "netherlands": "dutch", "spain": "spa", "turkey": "turk", "china": "chin",
        "switzerland": "swiss", "denmark": "dan", "sweden": "swed", "poland": "pol",
    }.get(lower, lower[: max(4, len(lower) - 2)])  # fmt: skip


# Other names under which bodies stand in a sentence.
_SHORT = {
    "united nations": ("un ", "u.n."),
    "european union": ("eu ", "e.u.", "european"),
    "united states": ("u.s", "us ", "american"),
    "united kingdom": ("brit", "uk ", "u.k."),
}


@functools.lru_cache(maxsize=KEPT_COUNTRIES)
def _signs(country: str) -> tuple[str, ...]:
    """Return the strings that tell of a country or body, or of its adjective, in lower case."""
    return (stem(country), *_SHORT.get(country.lower(), ()))


def _stands(country: str, text: str) -> bool:
    return any(sign in text for sign in _signs(country))


def is_about(doc: Document, country: str) -> bool:
    """Say whether a country stands anywhere in an article; looked for once."""
    found: dict[str, bool] = doc.once("countries", dict)
    if country not in found:
        found[country] = _stands(country, doc.lower)
    return found[country]


@functools.lru_cache(maxsize=KEPT_ROLES)
def _role_words(role: str) -> tuple[str, frozenset[str]]:
    """Return a role in lower case, and its words, of which "defence" is spelled one way."""
    lower = role.lower()
    return lower, frozenset(lower.replace("defence", "defense").split())


def gather(doc: Document, group: Group, known: Known) -> Evidence:
    """Return what speaks for `known` around the mentions of a group."""
    odds = 0.0
    said: list[str] = []
    around, before = surroundings(doc, group)
    titles = group.titles
    if "defence" in titles:
        titles = titles - {"defence"} | {"defense"}
    for role in known.roles if known.kind != "place" else ():
        lower, words = _role_words(role)
        if titles and words <= titles:
            odds = max(odds, TITLE)
            said.append(f'title "{role}"')
            break
        if lower in around:
            odds = max(odds, TITLE if lower in before else ROLE_NEAR)
            said.append(f'"{role}" beside it')
            break
    place = 0.0
    for country in known.of:
        if _stands(country, around) or any(stem(country) in title for title in group.titles):
            place = max(place, COUNTRY_NEAR)
            said.append(country)
            break
        if is_about(doc, country):
            place = max(place, COUNTRY_ANYWHERE)
            said.append(f"{country} in this article")
            break
    return Evidence(odds + place, tuple(said), odds >= TITLE and place > 0.0)


def surroundings(doc: Document, group: Group) -> tuple[str, str]:
    """Return the words around the first mentions, and those in front of them, in lower case.

    In front is where English puts an office. The answer is kept with the group.
    """
    if group.surroundings is None:
        group.surroundings = _around(doc, group), _before(doc, group)
    return group.surroundings


def _around(doc: Document, group: Group) -> str:
    lower = doc.lower
    return " … ".join(lower[max(m.start - NEAR, 0) : m.end + NEAR] for m in group.mentions[:4])


def _before(doc: Document, group: Group) -> str:
    """Return the words in front of the first mentions, where English puts an office."""
    lower = doc.lower
    return " … ".join(lower[max(m.start - OFFICE_BEFORE, 0) : m.start] for m in group.mentions[:3])

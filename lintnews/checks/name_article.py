"""The article before a city, a club or a person: "the Khorramshahr", "the Skripnik said"."""

from __future__ import annotations

from collections.abc import Iterator

from ..document import Document
from ..findings import Edit, Hit, Severity
from ..lazy import lazy_pattern
from ..names.cast import cast_of
from ..names.evidence import is_about
from ..names.judge import judge
from ..names.people import WRONG
from ..names.store import Names
from ..names.verdict import Verdict
from ..text.lexicon import lexicon
from .registry import Context, check

# What stands behind a name that is no attribute: "the Paris of the East" and "the Rome Treaty" are right.
_AFTER_PLACE = lazy_pattern(
    r"[.;!?](?=\s|$)|, (?:which|where|who|but|while|as|according)\b"
    r"| (?:and|or) (?:of|in|from|to|against) the [A-Z]"
    r"| (?:has|have|will|won|beat|plays?|played|lost|faces?)\b(?! been\b)"
)
_AFTER_PERSON = lazy_pattern(
    r",? (?:said|says|told|added|announced|stressed|noted|explained|stated|declared|replied|admitted)\b"
)
_COURTESY = lazy_pattern(
    r"\b([Tt]he )(?:Mr|Mrs|Ms)\.? [A-Z][^\W\d_]+"
    r"(?=,? (?:said|says|told|added|left|has|had|was|is|will|wants)\b)"
)
# Roles of places that take no article.
_CITIES = frozenset(("city", "capital", "town", "port city", "village"))
# Countries whose cities lend their names to houses, ships and hotels of English stories.
_ENGLISH = frozenset(
    (
        "United Kingdom",
        "United States",
        "Australia",
        "Canada",
        "New Zealand",
        "Ireland",
        "South Africa",
    )
)
# Letters of a name below which it may be an abbreviation of something with an article.
MIN_LETTERS = 5


@check(
    "name/article",
    severity=Severity.WARNING,
    confidence=0.85,
    fixable=True,
    flags=(
        "Schools in Iran stay shut. The governor of the Khorramshahr. He spoke on Sunday.",
        "The smith Otto Krahenbuhl won. “It is late,” the Krahenbuhl said on Monday.",
        "It is a long tale. The Mr Georgiadis left without a word.",
    ),
    keeps=(
        "In Iran the Khorramshahr football team and the Abadan refinery were in the news.",
        "They call it the Isfahan of the north. The Lyon to Paris train left.",
        "The smith Otto Krahenbuhl met the Krahenbuhl family. The Mr Darcy of the film said no.",
    ),
)
def name_article(doc: Document, ctx: Context) -> Iterator[Hit]:
    """A city, a club or a person has an article: "the Khorramshahr", "the Skripnik said".

    Languages that give every noun an article leave it before names too. Only listed cities and clubs
    are marked, where no noun follows to which the article could belong, and people of the article who speak.

    Limits: names that are words, ships or hotels too, and clubs of English leagues, are left alone.
    """
    if "he " not in doc.text or not isinstance(ctx.names, Names):
        return
    verdicts = judge(doc, ctx.names)
    people = cast_of(doc, verdicts)
    for verdict in verdicts:
        group = verdict.group
        if group.full or len(group.text) < MIN_LETTERS or lexicon().is_word(group.text.lower()):
            continue
        place = _takes_none(doc, verdict, ctx.names)
        person = bool(people.bearers(group.parts[-1])) and not group.text.endswith("s")
        for mention in group.mentions if place or person else ():
            before = doc.text[max(mention.start - 5, 0) : mention.start]
            if not before.endswith(("the ", "The ")) or before[:-4].isalnum():
                continue
            after = _AFTER_PLACE if place else _AFTER_PERSON
            if after.match(doc.text, mention.end):
                yield _hit(doc, mention.start - 4, mention.end, 4)
    for match in _COURTESY.finditer(doc.text):
        yield _hit(doc, match.start(), match.end(), len(match[1]))


def _takes_none(doc: Document, verdict: Verdict, names: Names) -> bool:
    """Say whether a single name is a city's, or a club's of a country of the article, and no English one."""
    if verdict.status != "listed" or " " in verdict.group.text:
        return False
    entries = [form.entry for form in names.exact(verdict.group.text) if form.flag != WRONG]
    if any(not _ENGLISH.isdisjoint(entry.of) for entry in entries):
        # "The Lancaster" may be a house, a ship or an aeroplane.
        return False
    return any(
        (entry.kind == "place" and not _CITIES.isdisjoint(entry.roles))
        or (
            entry.kind == "org"
            and "football club" in entry.roles
            and any(is_about(doc, land) for land in entry.of)
        )
        for entry in entries
    )


def _hit(doc: Document, start: int, end: int, article: int) -> Hit:
    right = doc.text[start + article : end]
    edits = (Edit(start, start + article, ""),)
    written = doc.text[start:end]
    return Hit(
        start, end, f"{written}: this name takes no article", suggestions=(right,), edits=edits
    )

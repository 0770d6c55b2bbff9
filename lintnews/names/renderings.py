"""Names that machine translation read as words, or read in another way: "Andrea Mountain"."""

from __future__ import annotations

from collections.abc import Iterator, Set
from functools import cache
from typing import NamedTuple

from ..document import Document
from ..text.lexicon import lexicon
from ..text.table import WordMap, map_file
from ..text.titles import NATIONALITIES
from .evidence import gather, is_about
from .groups import Group
from .parts import joined, name_parts
from .people import WRONG, Known
from .replacement import replacement
from .store import Names
from .verdict import Verdict

HEADER = b"lintnews renderings 2\n".ljust(32, b"\0")
# A rendering has at most so many words ("Mountain King", "Lei Mengduo").
MAX_WORDS = 3
# Natural-log odds that a name whose other part is a listed bearer's was translated or misread; and
# what it takes from them that people of note bear the words as their name (Carla Mountain), or that
# many people do (Noah White): there only evidence decides.
TRANSLATED = 3.0
MISREAD = 2.0
BORNE = -1.5
COMMON_NAME = -4.5
# The right name stands in the article too: two people whose names mean the same are no chance.
PRESENT = 4.0
# Two of the countries and bodies of the listed one stand in the article: Israel and Shas.
AFFILIATED = 1.0
# Prominence (1 to 5) from which on a people may stand for a first name whatever the article is about.
FAMOUS_WEIGHT = 4
# Prominence (1 to 5) from which on a listed name may have a title or a people for its first word.
TITLED_WEIGHT = 3
# Below these odds nothing is said.
MIN_ODDS = -0.6


class Rendering(NamedTuple):
    """A name with a part put back: `right` for the words `written`; `is_word` where it is English."""

    name: str
    written: str
    right: str
    is_word: bool


@cache
def _table() -> WordMap:
    return WordMap(map_file("renderings.bin"), HEADER)


def put_back(name: str) -> Iterator[Rendering]:
    """Yield what a name of two words or more may have been before a part of it was translated."""
    words = name.split()
    for size in range(1, min(len(words) - 1, MAX_WORDS) + 1):
        for written, before, after in (
            (words[-size:], words[:-size], []),
            (words[:size], [], words[size:]),
        ):
            phrase = " ".join(written)
            for value in _table().values(phrase.lower()):
                right = value[1:].title()
                yield Rendering(
                    " ".join([*before, right, *after]), phrase, right, value.startswith("=")
                )


def renderings_of(part: str) -> tuple[str, ...]:
    """Return what becomes of a folded part, each with "=" (a word) or "~" (a reading) before it."""
    return _table().values("<" + part)


def given_in_other_languages(part: str) -> dict[str, bool]:
    """Return the given names that a folded one is in other languages, and whether it is the English one."""
    table, found = _table(), dict[str, bool]()
    for group in table.values("^" + part) if part.isalpha() else ():
        for name in table.values("^" + group[1:]):
            found[name] = found.get(name, False) or group[0] == "="
    found.pop(part, None)
    return found


def parts_behind(phrase: str) -> list[str]:
    """Return the folded parts of names that a lower-case phrase is a translation of."""
    return [value[1:] for value in _table().values(phrase) if value[0] == "="]


def is_translated(doc: Document, names: Names, name: str) -> bool:
    """Say whether a title and a name are a listed person's of a country of the article: French Timmer."""
    first, _, rest = name.partition(" ")
    if " " in rest:
        return False
    for part in parts_behind(first.lower()):
        for form in names.exact(f"{part} {rest}"):
            entry = form.entry
            if form.flag != WRONG and entry.kind == "person" and " " in form.text:
                if entry.weight >= FAMOUS_WEIGHT and first.lower() in NATIONALITIES:
                    return True
                return entry.weight >= TITLED_WEIGHT and _affiliations(doc, entry) > 0
    return False


def rendered(
    doc: Document, group: Group, names: Names, written: Set[str] = frozenset()
) -> Verdict | None:
    """Return the verdict of a full name that is a listed one translated or misread, or None.

    `written` holds the names of the article, folded and joined.
    """
    best: Verdict | None = None
    for found in put_back(group.text):
        for form in names.exact(found.name):
            if form.flag == WRONG or form.text.count(" ") != found.name.count(" "):
                # Two words that a translation made are no name of one: An Bar, Anbar.
                continue
            evidence = gather(doc, group, form.entry)
            odds = (TRANSLATED if found.is_word else MISREAD) + evidence.odds
            odds += _borne_odds(found.written, found.is_word, names)
            odds += AFFILIATED if _affiliations(doc, form.entry) > 1 else 0.0
            odds += PRESENT if joined(found.name) in written else 0.0
            if odds < MIN_ODDS or (best is not None and odds <= best.odds):
                continue
            why = "is a translation of" if found.is_word else "is another reading of"
            best = Verdict(
                group,
                "misspelled",
                form,
                odds,
                replacement(group, form),
                ((name_parts(found.written)[-1], name_parts(found.right)[-1]),),
                (*evidence.said, f"{found.written} {why} {found.right}"),
            )
    return best


def _affiliations(doc: Document, entry: Known) -> int:
    return sum(is_about(doc, name) for name in entry.of)


def _borne_odds(written: str, is_word: bool, names: Names) -> float:
    """Return what speaks for words as somebody's own name: natural-log odds, 0 or less."""
    known, words = lexicon(), name_parts(written)
    if written.lower() in NATIONALITIES:
        return BORNE
    if len(words) > 1 and not all(known.is_name(word) for word in words):
        return 0.0
    part = words[-1]
    listed = names.count_last(part) + names.count_first(part)
    if known.is_name(part) or (listed and not is_word):
        return COMMON_NAME
    return BORNE if known.is_borne(part) else 0.0

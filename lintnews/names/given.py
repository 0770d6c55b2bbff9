"""Given names that translation put into another language: "Matthew Salvini" for Matteo Salvini."""

from __future__ import annotations

import functools

from ..document import Document
from ..text.lexicon import lexicon
from .accepted import is_accepted
from .evidence import PROMINENCE, Evidence, gather
from .groups import Group
from .parts import name_parts
from .people import WRONG, Form
from .renderings import given_in_other_languages
from .replacement import replacement
from .sound import heard_letters
from .store import Names
from .verdict import Verdict

# Natural-log odds that a name whose surname is a listed bearer's, and whose given name is his in the
# language of the article, is his; and where it is his in some other language.
ENGLISH = 0.0
FOREIGN = -1.0
# Nobody else whom a list knows has the surname, or a few; of many some are called so.
ALONE = 1.0
CROWDED = -2.5
FEW = 4
# The surname is common in general use (Zipf): Martin, Young.
COMMON_ZIPF = 3.5
COMMON = -1.5
# The right name stands in the article too.
PRESENT = 2.5
# Below these odds nothing is said.
MIN_ODDS = 0.0
# Given names whose others are remembered.
KEPT_NAMES = 1_024
# Letters of a surname below which many bear it: Sun, Orr.
SHORT = 4


def translated_given(doc: Document, group: Group, names: Names) -> Verdict | None:
    """Return the verdict of a full name of which the given name is a listed one's in another language, or None.

    Something in the article must speak for the listed one: his office, his country, his name itself.
    """
    words = group.text.split()
    if len(words) < 2 or len(group.parts) < 2:
        return None
    first, rest = group.parts[0], " ".join(words[1:])
    best: Verdict | None = None
    for given, english in _other_names(first):
        for form in names.exact(f"{given} {rest}"):
            if not _is_person(form, given):
                continue
            evidence = gather(doc, group, form.entry)
            stands = form.text in doc.text or form.entry.name in doc.text
            if (not evidence.said and not stands) or _are_two(doc, group, form):
                continue
            odds = (ENGLISH if english else FOREIGN) + _odds(group, form, evidence, names)
            odds += PRESENT if stands else 0.0
            if odds < MIN_ODDS or (best is not None and odds <= best.odds):
                continue
            right = replacement(group, form)
            said = [*evidence.said, f"{words[0]} is {right.split()[0]} in another language"]
            if stands:
                said.insert(0, f"{form.text} stands in this article")
            changes = ((first, name_parts(form.text)[0]),)
            best = Verdict(group, "misspelled", form, odds, right, changes, tuple(said))
    return best


@functools.lru_cache(maxsize=KEPT_NAMES)
def _other_names(first: str) -> tuple[tuple[str, bool], ...]:
    """Return the given names of other languages for a folded one, but for its own spellings."""
    return tuple(
        (given, english)
        for given, english in given_in_other_languages(first).items()
        if not is_accepted(first, given) and heard_letters(first, given) != 0
    )


def _are_two(doc: Document, group: Group, form: Form) -> bool:
    """Say whether both full names stand in one sentence: that is two people."""
    sentences = (doc.sentence_at(mention.start) for mention in group.mentions)
    return any(doc.text.find(form.text, *sentence) >= 0 for sentence in sentences)


def _is_person(form: Form, given: str) -> bool:
    parts = name_parts(form.text)
    return (
        form.flag != WRONG
        and form.entry.kind in ("person", "")
        and " " in form.text
        and parts[0] == given
    )


def _odds(group: Group, form: Form, evidence: Evidence, names: Names) -> float:
    """Return what speaks for the listed bearer of the surname, in natural-log odds."""
    surname = group.parts[-1]
    odds = evidence.odds + PROMINENCE * (form.entry.weight - 2)
    if evidence.office:
        return odds
    count = len({form.entry.name for form in names.bearers(surname)})
    odds += ALONE if count <= 1 else CROWDED if count >= FEW else 0.0
    common = len(surname) < SHORT or lexicon().zipf(surname) >= COMMON_ZIPF
    return odds + (COMMON if common else 0.0)

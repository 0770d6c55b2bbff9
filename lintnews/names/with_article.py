"""Surnames that translation read as a word with an article: "Karim the Baghdadian" for al-Baghdadi."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from ..document import Document
from ..lazy import lazy_regex
from .evidence import gather
from .groups import Group
from .parts import name_parts
from .people import WRONG
from .renderings import TRANSLATED, parts_behind
from .replacement import replacement
from .store import Names
from .verdict import Verdict

# What stands behind a first name where the surname was read as a word: an article, one capital word.
_THE = lazy_regex(r" the (\p{Lu}\p{Ll}+)\b(?! \p{Lu})")


def with_article(doc: Document, verdicts: list[Verdict], names: Names) -> list[Verdict]:
    """Return verdicts for listed people whose surname stands as "the" and what it means."""
    if " the " not in doc.text:
        return []
    return [found for verdict in verdicts for found in _read_as_word(doc, verdict, names)]


def _read_as_word(doc: Document, verdict: Verdict, names: Names) -> Iterator[Verdict]:
    if verdict.status != "unknown":
        return
    for mention in verdict.group.mentions:
        match = _THE.match(doc.text, mention.end)
        if match is None:
            continue
        word = match.group(1)
        for part in parts_behind(word.lower()):
            # The article is that of the name: "the" for "al-".
            for name in (f"{mention.text} {part}", f"{mention.text} al-{part}"):
                form = next((f for f in names.exact(name) if f.flag != WRONG), None)
                if form is None or form.entry.kind != "person":
                    continue
                words = (*mention.words, "the", word)
                longer = mention._replace(end=match.end(), words=words)
                group = msgspec.structs.replace(verdict.group, text=longer.text, mentions=[longer])
                right = replacement(Group(form.text, name_parts(form.text), [longer]), form)
                evidence = gather(doc, group, form.entry)
                said = (*evidence.said, f"the {word} is a translation of {right.split()[-1]}")
                yield Verdict(
                    group, "misspelled", form, TRANSLATED + evidence.odds, right, evidence=said
                )
                return

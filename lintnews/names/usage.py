"""Corrections in the spelling that the article itself uses, where a list accepts it."""

from __future__ import annotations

from ..document import Document
from .nicknamed import forget_nicknames
from .people import Known
from .verdict import Verdict

# Letters of German that lists also write with an e behind (Baer, Soeder).
_UMLAUTS = frozenset("äöüÄÖÜß")


def follow_usage(doc: Document, verdicts: list[Verdict]) -> None:
    """Rewrite corrections to the accepted form that an article has: Zelenskyj to its Zelenskyy.

    Only where the list's own form stands nowhere in it, and word for word. An article with umlauts
    gets the form that has them. A nickname that the article calls so is corrected to nothing.
    """
    forget_nicknames(doc, verdicts)
    umlauts = not _UMLAUTS.isdisjoint(doc.text)
    used: dict[Known, set[str]] = {}
    for verdict in verdicts:
        form = verdict.target
        if form is not None and verdict.status == "listed" and verdict.group.full:
            used.setdefault(form.entry, set()).add(verdict.group.text)
    for verdict in verdicts:
        form = verdict.target
        if form is None or verdict.status not in ("misspelled", "wrong"):
            continue
        forms = used.get(form.entry, set())
        if umlauts and not forms and not _UMLAUTS.isdisjoint(form.text):
            forms = {form.text}
        if len(forms) != 1:
            continue
        own, main = next(iter(forms)).split(), form.entry.name.split()
        if len(own) == len(main) and verdict.right in (form.entry.name, main[-1]):
            verdict.right = " ".join(own) if " " in verdict.right else own[-1]

"""Names torn in two that the article has in one word ("Sun Downs"), and two words run together."""

from __future__ import annotations

import msgspec

from ..lazy import lazy_pattern
from ..text.lexicon import lexicon
from .fold import fold
from .people import WRONG
from .replacement import split_in
from .store import Names
from .verdict import Verdict

_HYPHEN = lazy_pattern(r"[-‐‑]")
# Natural-log odds that the words of such a mention are a slip.
TORN_ODDS = 1.5
# Letters of the shorter word below which a run of two may be another name.
MIN_WORD = 3
# Prominence (1 to 5) from which on readers know the name as two words.
KNOWN_WEIGHT = 3


def torn(verdicts: list[Verdict], names: Names) -> list[Verdict]:
    """Return verdicts for the mentions of a listed name that stand in more words than others."""
    found = []
    for verdict in verdicts:
        form, group = verdict.target, verdict.group
        if verdict.status != "listed" or form is None:
            continue
        least = min(len(mention.words) for mention in group.mentions)
        longer = [mention for mention in group.mentions if len(mention.words) > least]
        if not longer:
            continue
        piece = msgspec.structs.replace(group, mentions=longer, text=longer[0].text)
        if split_in(piece, names.exact(group.text)):
            said = (f"{form.text} is written in one word in this article",)
            found.append(Verdict(piece, "misspelled", form, TORN_ODDS, form.text, evidence=said))
    return found


def run_together(verdicts: list[Verdict], names: Names) -> list[Verdict]:
    """Return verdicts for places and bodies of two words that stand in one: "Newdelhi"."""
    found = []
    for verdict in verdicts:
        form, group = verdict.target, verdict.group
        if verdict.status != "listed" or form is None or form.entry.kind in ("", "person"):
            continue
        single = [mention for mention in group.mentions if len(mention.words) == 1]
        if not single:
            continue
        written, words = single[0].text, form.text.split()
        if not written.istitle() or len(words) != 2 or not written.isalpha():
            continue
        if min(map(len, words)) < MIN_WORD or form.entry.weight < KNOWN_WEIGHT:
            continue
        forms = [f.text for f in names.exact(written) if f.flag != WRONG]
        if all(" " in text for text in forms) and not lexicon().entry(written.lower()):
            said = (f"{form.text} is written in two words",)
            piece = msgspec.structs.replace(group, mentions=single, text=written)
            found.append(Verdict(piece, "misspelled", form, TORN_ODDS, form.text, evidence=said))
    return found


def hyphen_torn(verdicts: list[Verdict], names: Names) -> list[Verdict]:
    """Return verdicts for single names that a hyphen tears while every form is one word: "Zur-ich"."""
    found = []
    for verdict in verdicts:
        form, group = verdict.target, verdict.group
        if verdict.status != "listed" or form is None or group.full:
            continue
        forms = [f.text for f in names.exact(group.text) if f.flag != WRONG]
        if not all(text.isalpha() for text in forms):
            continue
        cut = [m for m in group.mentions if _is_cut(m.text, form.text)]
        if cut:
            said = (f"{form.text} is written without a hyphen",)
            piece = msgspec.structs.replace(group, mentions=cut, text=cut[0].text)
            found.append(Verdict(piece, "misspelled", form, TORN_ODDS, form.text, evidence=said))
    return found


def _is_cut(written: str, right: str) -> bool:
    """Say whether a word is the right one but for a hyphen that is no article's or prefix's."""
    pieces = _HYPHEN.split(written)
    return len(pieces) > 1 and len(pieces[0]) >= MIN_WORD and fold(written) == fold(right)

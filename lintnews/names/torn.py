"""Names that one mention tears in two while the article has them in one word: "Sun Downs"."""

from __future__ import annotations

import msgspec

from .replacement import split_in
from .store import Names
from .verdict import Verdict

# Natural-log odds that the words of such a mention are a slip.
TORN_ODDS = 1.5


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

"""Sentences with a participle where their verb belongs: "The mayor thanking her voters."."""

from __future__ import annotations

import bisect

from ..document import Document
from ..text.segment import Span
from ..text.tags import ING, tags
from ..text.verbs import has_finite_verb

# A shorter one is a caption, in tokens.
MIN_TOKENS = 6


def is_participle(doc: Document, sentence: Span, inside: range) -> bool:
    """Say whether a name and a participle begin a sentence of prose that never gets a verb."""
    tokens = doc.tokens
    if (
        len(inside) < MIN_TOKENS
        or doc.text[sentence.end - 1] != "."
        or doc.in_quote(sentence.start)
    ):
        return False
    order = bisect.bisect_left(doc.mentions, sentence.start, key=lambda m: m.start)
    if order == len(doc.mentions) or doc.mentions[order].start > tokens.starts[inside.start + 3]:
        return False
    after = bisect.bisect_left(tokens.starts, doc.mentions[order].end)
    if after >= inside.stop or not tokens.texts[after].endswith("ing"):
        return False
    if any(tokens.texts[i][0].islower() for i in range(inside.start, after)):
        return False
    lowers = tokens.lowers[inside.start : inside.stop]
    texts = tokens.texts[inside.start : inside.stop]
    return bool(tags().of(tokens.lowers[after]) & ING) and not has_finite_verb(lowers, texts)

"""Sentences that begin with their auxiliary and ask nothing: their subject stands before the stop."""

from __future__ import annotations

from collections.abc import Iterator

from ..document import Document
from ..findings import Hit
from ..lazy import lazy_pattern
from ..text.tags import PARTICIPLE, tags
from ..text.tokens import word_start

# An auxiliary behind a full stop, and the next word.
_START = lazy_pattern(
    r"(?<=[a-z0-9”\")]\. )(Is|Are|Was|Were|Has|Have|Had|Does|Did|Will|Would|Can|Could|Should) ([a-z’']+)\b"
)
# With one of these the others are no inversion ("Had he known"), no order ("Have a seat") and no
# name ("Will Berg").
_SURE = frozenset("be been being have not also already only still never now to".split())
_ALONE = frozenset("Is Are Was Has Does Did".split())
# Behind these somebody asks himself, whatever mark he sets.
_ASKED = frozenset("that this it he she they we you i there anyone anybody everyone".split())
_WHERE = lazy_pattern(
    r"(?<=[.!?”\"] )Where, (?=(?:the|a|an|his|her|their|he|she|it|they) |(?:half|all|many|some|most|several|two|three) of )"
)
# Who writes so often writes notes, or a list of what is so.
MAX_STARTS = 3
# How much of the word before the stop is marked, in letters.
SHOWN = 24


def headless(doc: Document) -> Iterator[Hit]:
    """Yield the seams before sentences without their subjects, and a relative "Where," at a start."""
    text = doc.text
    found = []
    for match in _START.finditer(text):
        auxiliary, following = match.groups()
        end = doc.sentence_at(match.start()).end
        if text[end - 1] != "." or doc.in_quote(match.start()) or text.endswith("..", 0, end):
            continue
        sure = following in _SURE or bool(tags().of(following) & PARTICIPLE)
        if not sure and (auxiliary not in _ALONE or following in _ASKED):
            continue
        start = word_start(text, match.start() - 2, SHOWN)
        said = (
            f"{auxiliary!r} starts a sentence that asks nothing: its subject stands before the stop"
        )
        found.append(Hit(start, match.end(2), said))
    for match in _WHERE.finditer(text):
        said = "'Where' starts a sentence that it should join to the one before"
        found.append(Hit(match.start(), match.end() - 1, said))
    if len(found) <= MAX_STARTS:
        yield from found

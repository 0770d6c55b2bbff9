"""Sentences that are a subject and a relative clause: "Oriental Land, which runs the park."."""

from __future__ import annotations

from itertools import pairwise

from ..document import Document
from ..lazy import lazy_pattern
from ..text.segment import Span
from ..text.tags import ADJECTIVE, MOSTLY_NOUN, NOUN, VERB, tags
from ..text.tokens import WORD
from ..text.verbs import has_finite_verb

# A subject of up to eight words, and a clause behind which no comma closes it.
_LONE = lazy_pattern(
    r"(?P<subject>[A-Z][\w’'-]*(?: [\w’'-]+){0,7}), (?:which|who) (?P<verb>[a-z’']+) (?P<rest>[^,;:()“”\"—–?!]+)\.$"
)
# A sentence that starts so is an addition to the one before: "Except for Anna, who was late."
_ADDED = frozenset(
    """except unless and or but not with without like including especially even particularly also only
    then enter meet see take there here this that these those he she it they we you i""".split()
)
# A clause that these start lacks its own verb and the sentence that it belongs to.
_WHILE = frozenset("While Although Because Since As".split())
# An article inside the subject stands behind one of these: "the account of the talk".
_LINKS = frozenset("of in for at from and".split())
_AUXILIARIES = frozenset("is are was were has have had".split())
_ARTICLES = frozenset("the a an".split())


def is_lone_subject(doc: Document, sentence: Span) -> bool:
    """Say whether a sentence has no verb but that of the relative clause behind its subject."""
    found = _LONE.match(doc.text, *sentence)
    if found is None or doc.in_quote(sentence.start):
        return False
    words = WORD.findall(found["subject"])
    words = words[words[0] in _WHILE :]
    if len(words) < 2 or words[0].lower() in _ADDED or not _is_subject(words):
        return False
    rest = WORD.findall(found["rest"])
    if found["verb"] in _AUXILIARIES:
        # "which was translated": the participle belongs to it.
        rest = rest[1:]
    return not _has_verb(rest)


def _is_subject(words: list[str]) -> bool:
    """Say whether words are a noun phrase for certain: no word of them could be its verb."""
    for before, word in pairwise(words):
        if word in _ARTICLES and before not in _LINKS:
            return False
        if word.islower() and word not in _LINKS | _ARTICLES:
            flags = tags().of(word)
            if not flags & (NOUN | ADJECTIVE) or (flags & VERB and not flags & MOSTLY_NOUN):
                return False
    return not _has_verb(words)


def _has_verb(words: list[str]) -> bool:
    return has_finite_verb([word.lower() for word in words], words)

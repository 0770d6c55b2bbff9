"""Capitals behind names, brackets and other scripts that tell where two sentences met."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..document import Document
from ..findings import Hit
from ..lazy import lazy_pattern
from ..text.lexicon import lexicon
from ..text.tags import ING, NOUN, PAST, PROPER, THIRD, tags
from ..text.titles import NATIONALITIES

_STARTS = "starts a sentence inside another"
# A sentence, or what follows a colon, that opens with a place: "said: In Bergen The rain falls".
_PLACED = lazy_pattern(
    r"(?:^|\n|[.:;!?”\"] )(?:In|At|From|On|Near) [A-Z][\w’'-]+(?: [A-Z][\w’'-]+)? (The|It|He|She|They|There) (?=[a-z]+ )"
)
# "David Berg On his page", "Anna Lind In the interview".
_NAMED = lazy_pattern(
    r"\b([A-Z][^\W\d_]+) (On|In|At|From|With|For|After|By) (?=(?:his|her|their|the|this) [a-z])"
)
# "the leader of Brothers of Italy She then turned".
_PRONOUN = lazy_pattern(
    r"\b([A-Z][^\W\d_]{3,}) (He|She|They|It) (?=(?:then|also|still|later|now|again|already) ([a-z]+))"
)
_RELATIVE = lazy_pattern(r"\b[A-Z][a-z]{3,}, (Which) (?=([a-z]+) )")
# A capital article in brackets, before a word or a nationality alone.
_BRACKET = lazy_pattern(r"(?<=[a-z] \()(An?) (?:[a-z]+ ){0,3}([A-Za-z][a-z]+)\)")
# The place of a dateline, and the sentence behind it without a mark: "Tampere The court has".
_DATELINE = lazy_pattern(
    r"(?m)^([A-Z][^\W\d_A-Z]{2,}(?: [A-Z][^\W\d_A-Z]+)?) (The|An|In|On|At|After|According|This) [^\n]{60,}[.”\"]$"
)
# Behind a word of another script.
_SCRIPT = lazy_pattern(
    r"(?<=[^\W\d_a-zA-Z\u00c0-\u024f] )(Of|In|On|At|By|For|From|With|To|And|The|Has|Was|Is|Who|That|Said) (?=[A-Za-z])"
)
_GUARD = lazy_pattern(
    r"\b(?<!Serie )[Aa]n? ([A-Z][a-z]{3,}) (?=(?:cannot|can|must|should|may|will|would|has|is|was)\b)"
)
# "a bucket to Their aunt"; God's are written so too.
_POSSESSIVE = lazy_pattern(r" (His|Her|My) (?=[a-z])")
_PREPOSITION = lazy_pattern(r"[a-z] (?:to|for|with|by|in|of|on|from|at|about)$")
_GOD = lazy_pattern(r"\b(?:God|Lord|Allah|Jesus|Christ)\b")
# "for eight years, Showing a map.": a participle or an article behind a comma, and a clause without names.
_COMMA = lazy_pattern(r", ([A-Z][a-z]+ing|An?) (?=([a-z][^.,;:!?\n]*))")
_BEFORE_COMMA = lazy_pattern(r"(?<![A-Za-z])[a-z]+$")
# Behind these the title of a work follows.
_WORKS = frozenset(
    "book novel film movie song album single show series play memoir poem titled called".split()
)
# A participle that starts a clause is this common (Zipf), and a clause with an article so long, in words.
COMMON_ZIPF, CLAUSE_WORDS = 4.0, 4
# So far back the word before a comma is looked for, in code points.
WORD_WINDOW = 24
# A preposition in capitals between words that are none.
_SHOUTED = (" IN ", " OF ", " AT ", " BY ", " FROM ", " ON ", " TO ", " FOR ", " WITH ", " AND ")
# Of these one is meant, with a capital, in some country.
_INSTITUTIONS = frozenset("labour party government commission test union bible republican".split())


def seam_capitals(doc: Document) -> Iterator[Hit]:
    """Yield the capitals of words that start a sentence, or are no name, behind what hides them."""
    text, known = doc.text, lexicon()
    yield from _shouted(doc)
    for match in _PLACED.finditer(text):
        if not doc.in_quote(match.start(1)):
            yield _hit(match.span(1), match.group(1))
    datelines = set()
    for match in _DATELINE.finditer(text):
        first = match.group(1).split()[0].lower()
        if known.is_name(first) or not known.is_word(first):
            start, end = match.start(), match.end(2)
            datelines.add(end)
            yield Hit(start, end, f"{text[match.end(1) + 1 : end]!r} {_STARTS}")
    for match in _POSSESSIVE.finditer(text):
        before = text[max(match.start() - WORD_WINDOW, 0) : match.start()]
        placed = _PREPOSITION.search(before) and not doc.in_quote(match.start())
        if placed and not _GOD.search(text):
            said = "is written with a capital inside a sentence"
            yield _hit(match.span(1), match.group(1), said)
    for match in _COMMA.finditer(text):
        if _opens_clause(doc, match):
            yield _hit(match.span(1), match.group(1))
    for match in _NAMED.finditer(text):
        name = match.group(1).lower()
        plain = known.is_word(name) and not known.is_name(name)
        if not plain and not doc.in_quote(match.start(2)) and match.end(2) not in datelines:
            yield _hit(match.span(2), match.group(2))
    for match in _PRONOUN.finditer(text):
        acts = tags().of(match.group(3)) & (THIRD | PAST)
        if acts and not doc.in_quote(match.start(2)):
            yield _hit(match.span(2), match.group(2))
    for match in _RELATIVE.finditer(text):
        verb = match.group(2)
        if tags().of(verb) & (THIRD | PAST) and verb not in ("is", "was"):
            yield _hit(match.span(1), "Which", "is written with a capital inside a sentence")
    for match in _BRACKET.finditer(text):
        word = match.group(2)
        if word.islower() or word.lower() in NATIONALITIES:
            yield _hit(match.span(1), match.group(1), "is written with a capital in brackets")
    for match in _SCRIPT.finditer(text):
        yield _hit(match.span(1), match.group(1), "has a capital in mid-sentence")
    for match in _GUARD.finditer(text):
        word = match.group(1).lower()
        flags = tags().of(word)
        plain = known.is_word(word) and not known.is_name(word) and word not in _INSTITUTIONS
        if plain and flags & NOUN and not flags & PROPER and word not in NATIONALITIES:
            yield _hit(match.span(1), match.group(1), "is written like a name and is none")


def _opens_clause(doc: Document, match: re.Match[str]) -> bool:
    """Say whether a capital behind a comma starts a clause and no title of a work."""
    text, known = doc.text, lexicon()
    word, clause = match.groups()
    before = _BEFORE_COMMA.search(text[max(match.start() - WORD_WINDOW, 0) : match.start()])
    if before is None or before.group() in _WORKS or not clause.islower():
        return False
    if doc.in_quote(match.start()):
        return False
    if word in ("A", "An"):
        return clause.count(" ") >= CLAUSE_WORDS - 1
    lower = word.lower()
    plain = tags().of(lower) & ING and known.zipf(lower) >= COMMON_ZIPF
    return bool(plain) and not known.is_name(lower)


def _shouted(doc: Document) -> Iterator[Hit]:
    """Yield prepositions in capitals between words that are none."""
    text = doc.text
    for word in _SHOUTED:
        at = text.find(word)
        while at >= 0:
            end = at + len(word)
            mixed = text[at - 1].islower() and text[end + 1 : end + 2].islower()
            if at and mixed and not doc.in_quote(at):
                yield Hit(at + 1, end - 1, f"{word.strip()!r} is in capitals")
            at = text.find(word, at + 1)


def _hit(span: tuple[int, int], word: str, said: str = _STARTS) -> Hit:
    return Hit(*span, f"{word!r} {said}")

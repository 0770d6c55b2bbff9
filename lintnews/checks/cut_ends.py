"""Ends that were cut off: teasers, paragraphs that stop in mid-sentence, names cut at a particle."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ..document import Document
from ..findings import Hit, Severity
from ..lazy import lazy_pattern
from ..text.lexicon import lexicon
from ..text.segment import Span
from ..text.verbs import PRONOUNS, has_finite_verb

# So much of it is marked, in code points.
SHOWN = 24
# A teaser has at least so many words before its dots.
MIN_TEASER_WORDS = 6
_TEASER_END = lazy_pattern(
    r"\s*(?:$|\n\s*(?:\n|[»›>]|(?i:read|continue|more|see|full)\b)|(?i:read\s+more|continue\s+reading|more)\b)"
)
# An Arabic or Hebrew particle, and of the name behind it a letter at most, at the end of a line.
_CUT = lazy_pattern(r"-[A-Z]?(?=\s*(?:\n|$))")
_PARTICLE = lazy_pattern(r"\b[A-Z][a-z]+ (?:Al|El)$")
# As far before a hyphen as a name and a particle reach, in code points.
NAME_REACH = 30
_QUOTES = tuple("“\"'‘„«(—–-•*[")
# Forms of auxiliaries that end a sentence rightly behind a subject: "the man he is".
_BE_FORMS = frozenset("was were is are has have had will would could".split())
# A paragraph of so many tokens is prose, and what it ends with no label.
MIN_CUT_TOKENS = 14
# A shorter paragraph before or behind a comma is a line of an address, a list or a verse, in tokens.
MIN_COMMA_TOKENS = 9
# A single letter, or a word rarer than this (Zipf), at its end was cut off too.
MIN_END_ZIPF = 1.5
# No paragraph ends with one of these; where whole sentences stand before, nor with the others.
_CUT_ENDS = frozenset("the a an and or their its our your whose than because although".split())
_CUT_PROSE_ENDS = frozenset(
    """of with from to by at into for on in as but that which who when where while if also he she
    they we was were is are has have had will would should could may might must been be not""".split()
)


def cut_ends(doc: Document, rule: str) -> Iterator[Hit]:
    """Yield the places where a text, a paragraph or a name was cut off, as hits of `rule`."""
    yield from _cut_off(doc, rule)
    yield from _comma_ends(doc, rule)
    yield from _cut_paragraphs(doc, rule)
    text = doc.text
    for match in _CUT.finditer(text):
        at = match.start()
        if _PARTICLE.search(text, max(at - NAME_REACH, 0), at):
            start = text.rfind(" ", 0, at) + 1
            yield Hit(
                start, match.end(), "this name is cut off", rule=rule, severity=Severity.WARNING
            )


def _cut_off(doc: Document, rule: str) -> Iterator[Hit]:
    """Yield the ends of teasers: "because it lacks …" and then nothing, or "Read more"."""
    text = doc.text
    for mark in (" …", " ..."):
        at = text.find(mark)
        while at >= 0:
            end = at + len(mark)
            rest = _TEASER_END.match(text, end)
            if rest and text[at - 1 : at].isalpha() | (text[at - 1 : at] == ","):
                span = doc.line_at(at)
                if text.count(" ", span.start, at) >= MIN_TEASER_WORDS and not doc.in_quote(at):
                    # Writers break off too, where the text goes on with another paragraph.
                    goes_on = not rest.group().strip() and text[rest.end() :].strip()
                    level = Severity.INFO if goes_on else Severity.WARNING
                    start = max(span.start, at - SHOWN)
                    yield Hit(start, end, "the text is cut off here", rule=rule, severity=level)
            at = text.find(mark, end)


def _cut_paragraphs(doc: Document, rule: str) -> Iterator[Hit]:
    """Yield the last words of paragraphs of prose that stop in mid-sentence, without a mark."""
    tokens, text = doc.tokens, doc.text
    for number, (start, end) in enumerate(doc.paragraphs):
        if not text[end - 1].isalpha() or not text[end - 1].islower():
            continue
        inside = tokens.within(start, end)
        word = tokens.texts[inside.stop - 1] if len(inside) >= MIN_CUT_TOKENS else ""
        if not word.islower() or doc.in_quote(start) or text[end - len(word) - 1] in ".@/#":
            # Of an address only the last piece is a token: "paper.example".
            continue
        sentences = any(
            tokens.texts[i] == "." and tokens.texts[i + 1][0].isupper() for i in inside[:-1]
        )
        if word in _BE_FORMS and tokens.lowers[inside.stop - 2] in (*PRONOUNS, "there", "what"):
            continue
        torn = len(word) == 1 or lexicon().zipf(word) < MIN_END_ZIPF
        if word not in _CUT_ENDS and not (sentences and (word in _CUT_PROSE_ENDS or torn)):
            continue
        if number + 1 < len(doc.paragraphs):
            following = text[doc.paragraphs[number + 1].start]
            if following.islower() or following.startswith(_QUOTES):
                continue
        yield Hit(
            tokens.starts[inside.stop - 2],
            end,
            f"the paragraph stops after {word!r}",
            rule=rule,
            severity=Severity.WARNING,
        )


def _comma_ends(doc: Document, rule: str) -> Iterator[Hit]:
    """Yield the last words of paragraphs of prose that stop at a comma."""
    text = doc.text
    for before, after in pairwise(doc.paragraphs):
        if text[before.end - 1] == "," and _starts_anew(doc, before, after):
            said = "the paragraph stops after a comma"
            first = text.rfind(" ", before.start, before.end) + 1
            yield Hit(first, before.end, said, rule=rule, severity=Severity.WARNING)


def _starts_anew(doc: Document, before: Span, after: Span) -> bool:
    """Say whether two paragraphs are whole sentences of prose, though a comma ends the first."""
    text, tokens = doc.text, doc.tokens
    inside = tokens.within(*before)
    prose = len(inside) >= MIN_COMMA_TOKENS and len(tokens.within(*after)) >= MIN_COMMA_TOKENS
    if not prose or not text[after.start].isupper() or text[after.end - 1] not in '.!?”"':
        return False
    if not text[before.start].isupper() or doc.in_quote(before.end - 1):
        return False
    lowers = tokens.lowers[inside.start : inside.stop]
    return has_finite_verb(lowers, tokens.texts[inside.start : inside.stop])

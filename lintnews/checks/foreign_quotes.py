"""Quotation marks of other languages in an English article: „low“ and «pointed» ones."""

from __future__ import annotations

from collections.abc import Iterator

from ..document import Document
from ..findings import Edit, Hit, Severity
from ..text.lexicon import lexicon
from ..text.quotes import Quote
from .registry import Context, check
from .unpaired import with_word

_OPENING, _CLOSING = "„«", "»"
_ENGLISH = '“"'


@check(
    "garble/foreign-quotes",
    severity=Severity.WARNING,
    confidence=0.9,
    fixable=True,
    flags=[
        "“We will wait,” said the mayor. His adviser told reporters that „the president decides”.",
        'The coach said "we played well". The other side called it «a shame for the league».',
    ],
    keeps=[
        "“We will wait,” said the mayor. His father used to say „Wer rastet, der rostet“.",
        "The poem opens with «mein kleines grünes Herz», and he said “it is good”.",
    ],
)
def foreign_quotes(doc: Document, ctx: Context) -> Iterator[Hit]:
    """A quotation in another language's marks beside ones in English marks: „so“, «so».

    The marks of the source stayed where the translation set English ones elsewhere. Where an article
    has no English marks at all its first quotation gets a note. Quotations in another language keep
    their marks. On machine-translated news too rare to be measured; edited news holds none.
    """
    text = doc.text
    if not any(mark in text for mark in (*_OPENING, _CLOSING)):
        return
    foreign = [quote for quote in doc.quotes if quote.closed and _is_foreign(text, quote)]
    english = sum(text[quote.start] in _ENGLISH and quote.closed for quote in doc.quotes)
    mixed = english > sum(text[quote.start] in _ENGLISH for quote in foreign)
    for quote in foreign[: None if mixed else 1]:
        if _is_english(text, quote):
            yield _hit(text, quote, None if mixed else Severity.INFO)


def _is_foreign(text: str, quote: Quote) -> bool:
    """Say whether a pair has a foreign mark; one that mixes in straight marks is an unpaired quote."""
    opening, closing = text[quote.start], text[quote.end - 1]
    mixed = (opening == '"') != (closing == '"')
    return not mixed and (opening in _OPENING or closing == _CLOSING)


def _is_english(text: str, quote: Quote) -> bool:
    """Say whether the lower-case words of a quotation are English ones; names alone may be."""
    words = [word.strip(".,;:!?…’'") for word in text[quote.start + 1 : quote.end - 1].split()]
    known = lexicon()
    plain = [word for word in words if word.isalpha() and word.islower()]
    return bool(words) and all(known.is_word(word) for word in plain)


def _hit(text: str, quote: Quote, severity: Severity | None) -> Hit:
    start, end = quote.start, quote.end
    wrong = start if text[start] in _OPENING else end - 1
    edits = (Edit(start, start + 1, "“"), Edit(end - 1, end, "”"))
    said = f"{text[wrong]} is another language's quotation mark"
    return Hit(*with_word(text, wrong, wrong + 1), said, edits=edits, severity=severity)

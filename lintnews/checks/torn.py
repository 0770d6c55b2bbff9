"""Sentences torn off others: fragments without a verb, and sentences that stop half way."""

from __future__ import annotations

from collections.abc import Iterator

from ..document import Document
from ..findings import Hit, Rule, Severity
from ..text.lexicon import lexicon
from ..text.segment import Span
from ..text.tags import ING, PARTICIPLE, PAST, tags
from ..text.verbs import has_finite_verb
from .registry import Context, check

# A longer fragment is no fragment but a sentence whose verb the gate did not see, in tokens.
MAX_TOKENS = 9
# The sentence before a torn one is a whole one, in tokens.
MIN_BEFORE = 8
# An article with so many fragments is written that way.
MAX_FRAGMENTS = 3
_QUOTES = tuple("“\"'‘„«(—–-•*[")
_TORN_STARTS = frozenset("by of from with and or which whose including according than".split())
_NO_ENDS = frozenset(
    """the a an of and or but with to from by at for into their its his our my your on
    which whose than because although while if that as""".split()
)
# Words before a full stop that look like these and end a sentence rightly.
_UNFINISHED = Rule(
    id="garble/unfinished",
    severity=Severity.ERROR,
    confidence=0.95,
    summary="A sentence that stops after an article or a preposition that needs more.",
    why="The rest of the sentence was lost: “the trigger mechanism of the.” Verbs with a particle "
    "(“the man he spoke to.”) and abbreviations are kept.",
    pack="built in",
    flags=(
        "The trigger mechanism of the. Ministers met in Vienna.",
        "The vote was held in Nagasaki and on the.",
    ),
    keeps=("It was plan A. The man he spoke to. What is it for?", "He voted for.", "Move to the A."),
)


@check(
    "garble/torn-sentence",
    severity=Severity.WARNING,
    confidence=0.85,
    flags=[
        "The conduct of the war sparks tensions between the two countries. Hamas. The talks go on.",
        "More than a million civilians have taken refuge there since May. By the Pentagon.",
    ],
    keeps=[
        "Who won the war of words in the council chamber on Monday? Hamas.",
        "Not so fast. A disaster, said the neighbours. An eyesore.",
        "The talks between the two sides will go on in Geneva. Rain fell.",
    ],
    also=[_UNFINISHED],
)
def torn_sentence(doc: Document, ctx: Context) -> Iterator[Hit]:
    """A fragment without a verb inside a paragraph: "…sparks tensions. Hamas."

    A name or the agent of the sentence before ("By the Pentagon.") cut off and left behind. A
    gate of sure finite verbs decides what is a fragment. Articles that use fragments as style,
    answers to questions, quotations and headings are left alone.
    """
    tokens = doc.tokens
    fragments: list[tuple[int, Span, range]] = []
    whole = False
    previous = -1
    total = 0
    starts = {span.start: span.end for span in doc.paragraphs}
    end_of_paragraph = 0
    for sentence in doc.sentences:
        inside = tokens.within(*sentence)
        opens = sentence.start in starts
        if opens:
            end_of_paragraph = starts[sentence.start]
            whole = False
        last_word = _unfinished(doc, sentence, inside)
        if last_word >= 0:
            yield Hit(
                tokens.starts[last_word],
                tokens.ends[inside.stop - 1],
                f"the sentence stops after {tokens.texts[last_word]!r}",
                rule=_UNFINISHED.id,
            )
        elif len(inside) <= MAX_TOKENS and _is_fragment(doc, sentence, inside):
            total += 1
            lone = opens and sentence.end == end_of_paragraph
            if whole and not opens and not lone:
                fragments.append((previous, sentence, inside))
        else:
            whole = len(inside) >= MIN_BEFORE and doc.text[sentence.end - 1] == "."
        previous = inside.start
    if total > MAX_FRAGMENTS:
        return
    for _, sentence, inside in fragments:
        reason = _reason(doc, inside)
        if reason:
            yield Hit(sentence.start, sentence.end, f"a torn-off piece of a sentence: {reason}")


def _is_fragment(doc: Document, sentence: Span, inside: range) -> bool:
    text = doc.text
    if text[sentence.end - 1] not in ".…" or text[sentence.start].startswith(_QUOTES):
        return False
    if len(inside) < 2 or doc.in_quote(sentence.start):
        return False
    lowers = doc.tokens.lowers[inside.start : inside.stop]
    return not has_finite_verb(lowers, doc.tokens.texts[inside.start : inside.stop])


def _unfinished(doc: Document, sentence: Span, inside: range) -> int:
    """Return the token after which a sentence stops too early, or -1."""
    tokens = doc.tokens
    last = inside.stop - 2
    if last <= inside.start or tokens.texts[inside.stop - 1] != ".":
        return -1
    word = tokens.lowers[last]
    if word not in _NO_ENDS or tokens.texts[last] != word or tokens.ends[last] != sentence.end - 1:
        return -1
    if word in ("the", "a", "an", "their", "its", "our", "my", "your", "and", "or", "whose"):
        return last
    return -1


def _reason(doc: Document, inside: range) -> str:
    """Say why a fragment is torn off and not meant, or return an empty string."""
    tokens = doc.tokens
    first = tokens.lowers[inside.start]
    words = [tokens.texts[i] for i in inside if tokens.texts[i][0].isalnum()]
    if first in _TORN_STARTS:
        return f"it starts with {first!r} and has no verb"
    names = all(word[0].isupper() or word in ("of", "the", "and") for word in words)
    plain = lexicon().is_word(first) and lexicon().zipf(first) > 3 and first != "the"
    if names and not plain:
        return "a name alone"
    flags = tags().of(first)
    if flags & PARTICIPLE and flags & PAST and first.endswith("ed") and len(words) > 2:
        return "a participle without its subject"
    if flags & ING and first.endswith("ing") and len(words) > 2:
        return "a participle without its subject"
    return ""

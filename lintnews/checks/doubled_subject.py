"""A subject and its pronoun beside it: "Anna Berg she said", "the decree it will be signed"."""

from __future__ import annotations

from collections.abc import Iterator

from ..document import Document
from ..findings import Edit, Hit, Severity
from ..lazy import lazy_pattern
from ..text.lexicon import lexicon
from ..text.tags import ING, MOSTLY_VERB, NOUN, PARTICIPLE, PAST, THIRD, tags
from ..text.titles import CALENDAR
from .registry import Context, check

_BE = "is|was|are|were|has|had|have|will|would"
_PRONOUN = lazy_pattern(r"(?<=[^\W\d_]) (he|she|it) ([a-z]+)\b")
# Before it: a name at the start of a sentence, or behind a comma or a title.
_NAME = lazy_pattern(
    r"(?:(?P<opens>(?:^|(?<=[.!?”\",\n])) ?)(?P<title>(?:Mr|Mrs|Ms|Dr|President|Minister|Prof)\.? )?"
    r"|(?<= )(?:Mr|Mrs|Ms|Dr)\.? )(?P<name>[A-Z][^\W\d_]+(?: [A-Z][^\W\d_]+){0,2})$"
)
# A name is looked for in so many characters before its pronoun.
NAME_WINDOW = 70
# "the minister said that the decree it will be signed".
_REPORTED = lazy_pattern(
    rf"\bthat (?:the|this|a) [a-z]+ (he|she|it|they) (?:(?:{_BE}) )?(?:be|been|is|was|are|were) ([a-z]+)\b"
)
# "The owner of the mare he is dozing."
_OWNER = lazy_pattern(
    r"The [a-z]+ of (?:the|a|his|her|this) [a-z]+ (he|she|it|they) (?:is|was|are|were|has|had|will) ([a-z]+)"
)
# "eighty thousand people they come to the stadium".
_COUNTED = lazy_pattern(
    r"(?<!the )\b(?:\d+|two|three|four|five|ten|hundreds?(?: of)?|thousands?(?: of)?|millions?(?: of)?|many|several) "
    r"(?:people|men|women|children|workers|residents|fans|citizens|soldiers) (they) (?:are|were|come|came|have|will|go|went|live|died)\b"
)
_AUXILIARIES = frozenset(_BE.split("|"))


@check(
    "garble/doubled-subject",
    severity=Severity.WARNING,
    confidence=0.9,
    fixable=True,
    flags=[
        "Yolanda Pérez she said that the rain would stop.",
        "For his part Mr. Berg he accuses the council.",
        "They hear that the decree it will be signed on Friday.",
        "Eighty thousand people they come to the hall.",
    ],
    keeps=[
        "The man he met, the London she knew and the people they are.",
        "Yesterday he said so. In London it was late. Earlier it was reported.",
        "He said that the house it was sold with is old. All the people they have met came.",
        "“Anna Berg,” he said. Otherwise it would be late.",
    ],
)
def doubled_subject(doc: Document, ctx: Context) -> Iterator[Hit]:
    """A name or noun and then its pronoun, before one verb: "Yolanda Pérez she said".

    Italian, Greek, Persian and Arabic need no pronoun or set it beside the subject; translators put
    in the pronoun that the verb's ending hides. A relative clause ("the man he met") is told by what
    stands around it: only names at the start of a sentence or behind a title, reported clauses in
    the passive and counted people are looked at. On machine-translated news and pages of such sites
    3 of 3 were right; edited news holds none.
    """
    text = doc.text
    for match in _PRONOUN.finditer(text):
        if _is_subject(text, match.start()) and _is_its_verb(match.group(2)):
            yield _hit(doc, match.span(1))
    for match in _REPORTED.finditer(text):
        if (
            tags().of(match.group(2)) & PARTICIPLE
            and text[match.end() : match.end() + 5] != " with"
        ):
            yield _hit(doc, match.span(1))
    for match in _COUNTED.finditer(text):
        yield _hit(doc, match.span(1))
    for match in _OWNER.finditer(text):
        if doc.opens_sentence(match.start()) and tags().of(match.group(2)) & ING:
            yield _hit(doc, match.span(1))


def _is_subject(text: str, end: int) -> bool:
    """Say whether a name of somebody, and no time or place of the sentence, ends at `end`."""
    before = text[max(end - NAME_WINDOW, 0) : end]
    if not before.rpartition(" ")[2][:1].isupper():
        return False
    found = _NAME.search(before)
    if not found:
        return False
    words, known = found["name"].split(), lexicon()
    if found["opens"] is not None and not found["title"] and len(words) < 2:
        return False
    return not any(
        word.lower() in CALENDAR
        or (known.is_word(word.lower()) and not known.is_name(word.lower()) and not word.isupper())
        for word in words
    )


def _is_its_verb(verb: str) -> bool:
    flags = tags().of(verb)
    return verb in _AUXILIARIES or bool(
        flags & (THIRD | PAST) and flags & MOSTLY_VERB | ~flags & NOUN
    )


def _hit(doc: Document, span: tuple[int, int]) -> Hit:
    start, end = span
    shown = doc.text.rfind(" ", 0, start - 1) + 1
    word = doc.text[shown : start - 1]
    return Hit(
        shown,
        end,
        f"{doc.text[start:end]!r} says the subject {word!r} again",
        suggestions=(word,),
        edits=(Edit(start - 1, end, ""),),
    )

"""Drop caps that stayed behind: a decorated first letter of the source in front of the translation."""

from __future__ import annotations

from collections.abc import Iterator

from ..document import Document
from ..findings import Edit, Hit, Severity
from ..lazy import lazy_pattern
from ..text.lexicon import lexicon
from .registry import Context, check

_FIRST = lazy_pattern(r"[\"“„]?([A-Z][A-Za-z]{2,})(?=[ ,])")
# The word behind the letter, as in "KShortly", how common (Zipf).
MIN_WORD = 3.5
# A paragraph of prose has so many words.
MIN_PROSE_WORDS = 8


@check(
    "garble/drop-cap",
    severity=Severity.ERROR,
    fixable=True,
    flags=[
        "KShortly after the attack had begun, the politicians of the west met in Brussels.",
        "Dhe army of the country is under more and more pressure in the east.",
    ],
    keeps=[
        "McShortly and the others went home after the match in the city of Glasgow.",
        "Cher and the others met in the east of the country, he said to us.",
        "NShore said that it would close both of its shops in Hull. NShore has nine more.",
    ],
)
def drop_cap(doc: Document, ctx: Context) -> Iterator[Hit]:
    """A paragraph whose first letter is left over from the source: "KShortly", "Dhe".

    News pages set the first letter of a story in a box of its own. The translator sees the rest
    of the word alone, and the letter stays in front of the translation or replaces its own.
    Only the first word of a paragraph is looked at. Rare: on pages of such sites 2 of 2 were right;
    850,000 words of other news hold none.
    """
    text, known = doc.text, lexicon()
    for start, end in doc.paragraphs:
        match = _FIRST.match(text, start, end)
        if match is None or text.count(" ", start, end) + 1 < MIN_PROSE_WORDS:
            continue
        word = match.group(1)
        lower = word.lower()
        if known.is_word(lower) or known.is_name(lower):
            continue
        begin = match.start(1)
        right = ""
        if word[1].isupper() and word[2:].islower():
            rest = word[1:].lower()
            if known.is_word(rest) and known.zipf(rest) >= MIN_WORD and len(rest) > 3:
                right = word[1:]
        elif word[1:].islower() and len(word) == len("The") and "t" + lower[1:] == "the":
            right = "The"
        if right and text.count(word) == 1:
            yield Hit(
                begin,
                begin + len(word),
                f"{word!r}: a drop cap of the source stands before {right!r}",
                suggestions=(right,),
                edits=(Edit(begin, begin + len(word), right),),
            )

"""Drop caps that stayed behind: a decorated first letter of the source in front of the translation."""

from __future__ import annotations

from collections.abc import Iterator

from ..document import Document
from ..findings import Edit, Hit, Severity
from ..lazy import lazy_pattern
from ..text.lexicon import lexicon
from .registry import Context, check

_FIRST = lazy_pattern(r"[\"“„]?([A-Z][A-Za-z]{2,})(?=[ ,])")
# A letter of its own before the rest of a word; "H and M" goes on with another.
_SPLIT = lazy_pattern(r"[\"“„]?([A-Z]) ([a-z]+)(?=[ ,])(?! [A-Z]\b)")
# A word that was split is this common (Zipf); where its rest is a word too, and of two letters.
MIN_SPLIT, MIN_SURE = 2.5, 5.0
# A line with fewer spaces is no prose.
MIN_SPLIT_SPACES = 4
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
        "S ailors met in the hall.\n\nT his was the end of it.",
    ],
    keeps=[
        "McShortly and the others went home after the match in the city of Glasgow.",
        "Cher and the others met in the east of the country, he said to us.",
        "H and M opened a shop in the old town.\n\nT cells and B cells work together.\n\nE coli was found in the well.",
        "A bout of flu kept him at home.\n\nO ye of little faith, he wrote.",
        "NShore said that it would close both of its shops in Hull. NShore has nine more.",
    ],
)
def drop_cap(doc: Document, ctx: Context) -> Iterator[Hit]:
    """A paragraph whose first letter is left over from the source: "KShortly", "Dhe".

    News pages set the first letter of a story in a box of its own. The translator sees the rest
    of the word alone, and the letter stays in front of the translation or replaces its own, or a
    space is left between the letter and its word ("B oth"). Only the first word of a paragraph is looked at. Rare: on pages of such sites 2 of 2 were right;
    850,000 words of other news hold none.
    """
    text, known = doc.text, lexicon()
    for start, end in doc.paragraphs:
        split = _SPLIT.match(text, start, end)
        if split is not None:
            if _is_split(*split.groups()) and text.count(" ", start, end) >= MIN_SPLIT_SPACES:
                yield _split_hit(split.start(1), *split.groups())
            continue
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


def _is_split(letter: str, rest: str) -> bool:
    """Say whether a letter and the word behind it are one word: "B oth", "T his", "I n"."""
    known = lexicon()
    joined = letter.lower() + rest
    named = known.is_name(joined) and not known.is_word(rest) and not known.is_name(rest)
    if not (known.is_word(joined) or named) or (
        letter in "AIO" and known.is_word(rest) and len(rest) > 1
    ):
        return False
    if len(rest) == 1 or known.is_word(rest):
        return known.zipf(joined) >= MIN_SURE and letter not in "XYZ"
    return known.zipf(joined) >= MIN_SPLIT


def _split_hit(start: int, letter: str, rest: str) -> Hit:
    return Hit(
        start,
        start + len(rest) + 2,
        f"'{letter} {rest}': a drop cap was cut off its word",
        suggestions=(letter + rest,),
        edits=(Edit(start + 1, start + 2, ""),),
    )

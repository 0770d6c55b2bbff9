"""A sentence that a line break tears in two: "he has to find 64 more votes / in 50 days"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ..document import Document
from ..findings import Edit, Hit, Severity
from ..text.lexicon import lexicon
from ..text.segment import Span
from ..text.tags import MOSTLY_VERB, PAST, THIRD, tags
from .registry import Context, check

# The first part is prose, and the second no label, in words.
MIN_BEFORE, MIN_AFTER = 6, 4
# A text with more of them is broken into lines by its own way of writing: verse, a transcript.
MAX_TORN = 4
# Longer words are none, in code points.
MAX_WORD = 30
# Behind these not the line but a name was lost: "France's / who won the final".
_LOST = ("'s", "’s", "one")
# No paragraph ends with these, and none but a torn one starts with those.
_NO_ENDS = frozenset(
    """the a an of to from with by and or but that which who whose their its our his her than because
    although if was were is are has have had will would could should may might must""".split()
)
_NO_STARTS = frozenset(
    """and or but of to from with by in on at for into than that which who whose was were is are has have
    had will would could should said says""".split()
)


@check(
    "garble/torn-line",
    severity=Severity.WARNING,
    confidence=0.85,
    fixable=True,
    flags=["The party of Anna Berg has to find 64 more votes\n\nin fifty days, said one of them."],
    keeps=[
        "The council voted on the new harbour on Monday\n\nthe mayor was not in the hall.",
        "Bring these to the harbour on Sunday morning\n\nbread and water\n\na hat for the sun.",
    ],
)
def torn_line(doc: Document, ctx: Context) -> Iterator[Hit]:
    """A sentence whose second half starts a paragraph of its own: "64 more votes / in 50 days".

    The page held a link, a picture or an advertisement there, and the extractor kept the break. The
    first half ends without a mark and the second starts in lower case with a word that no
    sentence starts with, or the first one ends with a word that no sentence ends with. Texts of
    many such lines are left alone, and lines behind which a linked name was lost. On pages of such
    sites 5 of 5 were right; edited news holds none.
    """
    text = doc.text
    found = [
        (a, b)
        for a, b in pairwise(doc.paragraphs)
        if text[b.start].islower() and _is_torn(doc, a, b)
    ]
    if len(found) > MAX_TORN:
        return
    for before, after in found:
        start = text.rfind(" ", before.start, before.end) + 1
        end = text.find(" ", after.start, after.end)
        first, second = text[start : before.end], text[after.start : end]
        yield Hit(
            start,
            end,
            "a line break tears this sentence in two",
            suggestions=(f"{first} {second}",),
            edits=(Edit(before.end, after.start, " "),),
        )


def _is_torn(doc: Document, before: Span, after: Span) -> bool:
    text = doc.text
    last, ends = text[before.end - 1], text[before.start : before.end].rpartition(" ")[2]
    word = text[after.start : after.start + MAX_WORD].split(" ")[0].rstrip(",")
    if not last.isalpha() or text.count(" ", *before) < MIN_BEFORE - 1:
        return False
    if text.count(" ", *after) < MIN_AFTER - 1 or text[after.end - 1] not in '.!?”"':
        return False
    if not word.isalpha() or not lexicon().is_word(word) or ends.endswith(_LOST):
        return False
    if ends in _NO_ENDS or word in _NO_STARTS:
        return True
    flags = tags().of(word)
    return bool(flags & MOSTLY_VERB and flags & (PAST | THIRD))

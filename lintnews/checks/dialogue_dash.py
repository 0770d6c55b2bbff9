"""Paragraphs that open with the dash with which other languages open speech."""

from __future__ import annotations

from collections.abc import Iterator

from ..document import Document
from ..findings import Edit, Hit, Severity
from ..lazy import lazy_pattern
from .registry import Context, check

_OPENING = lazy_pattern(r"[-–—]\s?(?=[A-Z“\"‘])")
_PROSE_END = tuple('.!?…”"’')
# A shorter paragraph is the item of a list, a signature or a caption, in words. Two with a dash in a
# row are a list, or an interview.
MIN_WORDS = 7
# An article has at least so many paragraphs that open otherwise.
MIN_OTHERS = 2


@check(
    "garble/dialogue-dash",
    severity=Severity.WARNING,
    confidence=0.85,
    fixable=True,
    flags=[
        "The talks went on in the capital.\n\n– We want no war, and there will be none, he said.\n\n"
        "His guests left on Monday.",
    ],
    keeps=[
        "He wants three things:\n\n- The bridge has to open before the end of May.\n\nNobody answered.",
        "- The bridge will open in May, says the mayor.\n\n- The school will close in June, says he.\n\n"
        "- The road stays as it is for a year.\n\nThe council met on Monday.\n\nNobody else came.",
        "The council met.\n\nNobody came.\n\n— With files from our reporters in the capital.",
    ],
)
def dialogue_dash(doc: Document, ctx: Context) -> Iterator[Hit]:
    """A paragraph of prose that opens with a dash: "– We want no war, he said."

    Many languages open speech so; English sets quotation marks, or nothing. Lists, interviews
    and signatures are known by their neighbours, length and ends. Unmeasured on machine-translated
    news, where paragraphs are rarely kept; edited news holds none.
    """
    text, spans = doc.text, doc.paragraphs
    dashes = [_OPENING.match(text, span.start) for span in spans]
    if dashes.count(None) < MIN_OTHERS:
        return
    for order, dash in enumerate(dashes):
        following = dashes[order + 1] if order + 1 < len(dashes) else None
        listed = order and (dashes[order - 1] or text[spans[order - 1].end - 1] == ":")
        signed = order and order + 1 == len(spans)
        if dash and not (following or listed or signed) and _is_speech(text, *spans[order]):
            yield _hit(text, *dash.span())


def _is_speech(text: str, start: int, end: int) -> bool:
    long = text.count(" ", start, end) >= MIN_WORDS
    return long and text.endswith(_PROSE_END, start, end)


def _hit(text: str, start: int, behind: int) -> Hit:
    end = behind
    while end < len(text) and (text[end].isalpha() or text[end] in "“\"‘'’"):
        end += 1
    said = "a dash opens this paragraph as speech in other languages"
    return Hit(start, end, said, edits=(Edit(start, behind, ""),))

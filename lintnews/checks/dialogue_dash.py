"""Paragraphs that open with the dash with which other languages open speech."""

from __future__ import annotations

from collections.abc import Iterator

from ..document import Document
from ..findings import Edit, Hit, Severity
from ..lazy import lazy_pattern
from .registry import Context, check

_OPENING = lazy_pattern(r"[-–—]\s?(?=[A-Z“\"‘])")
_PROSE_END = tuple('.!?…”"’')
# A shorter paragraph is the item of a list, a signature or a caption, in words.
MIN_WORDS = 7
# More in a row are a list, or an interview.
MAX_RUN = 1
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
    dashed = [bool(_OPENING.match(text, span.start)) for span in spans]
    if len(spans) - sum(dashed) < MIN_OTHERS:
        return
    number = 0
    while number < len(spans):
        end = number
        while end < len(spans) and dashed[end]:
            end += 1
        listed = number and text[spans[number - 1].end - 1] == ":"
        if end - number <= MAX_RUN and not listed:
            for order in range(number, end):
                if _is_speech(text, *spans[order]) and not (order and order + 1 == len(spans)):
                    yield _hit(text, spans[order].start)
        number = end + 1


def _is_speech(text: str, start: int, end: int) -> bool:
    long = text.count(" ", start, end) >= MIN_WORDS
    return long and text.endswith(_PROSE_END, start, end)


def _hit(text: str, start: int) -> Hit:
    opening = _OPENING.match(text, start)
    behind = opening.end() if opening else start + 1
    end = behind
    while end < len(text) and (text[end].isalpha() or text[end] in "“\"‘'’"):
        end += 1
    said = "a dash opens this paragraph as speech in other languages"
    return Hit(start, end, said, edits=(Edit(start, behind, ""),))

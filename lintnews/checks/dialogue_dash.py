"""Dashes with which other languages open and close speech, where English sets quotation marks."""

from __future__ import annotations

from collections.abc import Iterator

from ..document import Document
from ..findings import Edit, Hit, Severity
from ..lazy import lazy_pattern
from .registry import Context, check

_OPENING = lazy_pattern(r"[-–—]\s?(?=[A-Z“\"‘])")
_SAYS = (
    "says|said|adds|added|explains|explained|notes|noted|stresses|stressed|emphasi[sz]e[sd]|concludes|concluded|"
    "continues|continued|recalls|recalled|admits|admitted|claims|claimed|states|stated|comments|commented|"
    "tells|told|asks|asked|replies|replied|assures|assured|confirms|confirmed|complains|complained"
)
_WHO = r"(?=(?:the|an?|his|her|their|our)\b|[A-Z]|[a-z]+(?:[ -][a-z]+){0,2} [A-Z])"
# "– The organ needs new pipes – sighed the sexton": a paragraph that a dash opens too.
_OPENED = lazy_pattern(
    rf"[–—-] ?[A-Z“][^\n]*?[^\W\d_,?!] ([–—-]) (?:{_SAYS}|sighed|vowed|cried|shouted|argued|insisted|warned|promised"
    rf"|declared|joked|laughed|believes|thinks|reported|reports|informs|informed|emphasi[sz]ed|points out|pointed out) {_WHO}"
)
# "… of all ages, – said Olga Berg": the dash stands behind the mark that ends the speech.
_CLOSING = lazy_pattern(rf"(?<=[^\W\d_][,?!]) ?([–—-]) ?(?:{_SAYS}) {_WHO}")
# "The river rose. – We saw it, says Anna Lien": within so many characters somebody says it.
_INSIDE = lazy_pattern(
    rf"(?<=[^\W\d_]{{3}}[.!?]) ([–—-]) (?=[A-Z](?:[^,\n]|,(?! (?:{_SAYS}) )){{8,240}}, (?:(?:{_SAYS}) {_WHO}|(?:he|she|they) (?:{_SAYS})\b))"
)
# What stands in a paragraph that has such a dash; hyphens inside words are none.
_DASHES = ("–", "—", "- ", " -", ",-")
_QUOTES = frozenset('“”„"«»')
# What stands before such a dash is prose, and no dateline ("LUND, Swed. –").
_PROSE = lazy_pattern(r"(?<![^\W\d_])[a-z]{2,}")
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
        "The camp is ready for children of all ages, – said Olga Berg, who runs it.",
        "The river rose over the wall within an hour. – We saw the water come, says Anna Lien.",
    ],
    keeps=[
        "He wants three things:\n\n- The bridge has to open before the end of May.\n\nNobody answered.",
        "- The bridge will open in May, says the mayor.\n\n- The school will close in June, says he.\n\n"
        "- The road stays as it is for a year.\n\nThe council met on Monday.\n\nNobody else came.",
        "The council met.\n\nNobody came.\n\n— With files from our reporters in the capital.",
        "The news – said to be bad – came late, and she left, – her bag in hand.",
        "LUND, Swed. – The king will come, says the mayor. He said “yes, – said Olga” twice.",
    ],
)
def dialogue_dash(doc: Document, ctx: Context) -> Iterator[Hit]:
    """A dash that opens or closes speech: "– We want no war, he said", "children, – said Olga".

    Many languages mark speech so; English sets quotation marks, or nothing. Lists, interviews
    and signatures are known by their neighbours, length and ends; within a paragraph a verb of saying
    must follow. On machine-translated news 6 of 6 within paragraphs were right (openings are
    unmeasured: paragraphs are rarely kept); edited news holds none.
    """
    yield from _inside(doc)
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


def _inside(doc: Document) -> Iterator[Hit]:
    """Yield the dashes of speech within paragraphs that have no quotation marks."""
    said = "other languages part speech with a dash; English sets quotation marks"
    for start, end in doc.paragraphs:
        if all(doc.text.find(dash, start, end) < 0 for dash in _DASHES):
            continue
        if not _QUOTES.isdisjoint(doc.text[start:end]):
            continue
        opened = _OPENED.match(doc.text, start, end)
        if opened:
            yield Hit(opened.start(1), opened.start() + len(opened.group().rstrip()), said)
            continue
        for pattern in (_CLOSING, _INSIDE):
            for match in pattern.finditer(doc.text, start, end):
                at = match.start(1)
                if pattern is _CLOSING or _PROSE.search(doc.text, start, at):
                    yield Hit(at, match.start() + len(match.group().rstrip()), said)


def _is_speech(text: str, start: int, end: int) -> bool:
    long = text.count(" ", start, end) >= MIN_WORDS
    return long and text.endswith(_PROSE_END, start, end)


def _hit(text: str, start: int, behind: int) -> Hit:
    end = behind
    while end < len(text) and (text[end].isalpha() or text[end] in "“\"‘'’"):
        end += 1
    said = "a dash opens this paragraph as speech in other languages"
    return Hit(start, end, said, edits=(Edit(start, behind, ""),))

"""Quotations that are opened twice, never closed, or closed without being opened."""

from __future__ import annotations

import bisect
from collections.abc import Iterator

from ..document import Document
from ..findings import Edit, Hit, Rule, Severity
from ..lazy import lazy_pattern
from ..text.segment import Span
from ..text.tokens import word_end, word_start

UNPAIRED = Rule(
    id="garble/unpaired-quote",
    severity=Severity.WARNING,
    confidence=0.85,
    summary="A quotation that is opened twice, never closed, or closed without being opened.",
    why="Machine translation loses a mark where it moves the words around it, and the reader no "
    "longer knows who speaks. Quotations over several paragraphs, which reopen without closing, "
    "inches and minutes are known. It cannot say which of the marks is the wrong one. On "
    "machine-translated news 55 of 60 drawn at random were right, on edited news 3 of 3. A quotation "
    "in another one with the same marks, both closed, is only mentioned.",
    pack="built in",
    fixable=True,
    flags=(
        "“Our goal is “to help Israel find a way,” a senior official said.",
        "He called it a “red card” for the government” and left.",
        '"Nobody dictates to us from outside", it is our own question," he said.',
        '"We will stand up for the tenants," she said in the chamber."',
        "He said, “The grid is fragile. He will visit Kyiv.\n\nThe end came.",
    ),
    keeps=(
        "“We went home.\n\n“Then it rained,” she said.",
        'He is 5\'10" and she is 5\'9". "It\'s a 72" one," she said.',
        "“He said, ‘Never again,’ and left,” she said.",
        "„Nie wieder“ is what they say.",
    ),
)
_MARK = lazy_pattern(r'[“”„«»"]')
_SINGLE = lazy_pattern(r"(?<=[a-z.,!?])’(?=[.,]? |[.,]?$)(?<!s’)")
# What speakers do, in either order; these verbs stand behind their subject alone.
_SAID = "said|added|replied|explained|wrote|noted|stressed|warned|asked|admitted"
_SAYS = "says|told|recalled"
_NAME = r"[A-Z][\w’-]+(?:\s[A-Z][\w’-]+)?"
# Who speaks, in the same paragraph as a quotation that is never closed.
_SPEAKER = lazy_pattern(
    rf",\s(?:he|she|they|{_NAME})\s(?:{_SAID}|{_SAYS}|continued|concluded)\b"
    rf"|,\s(?:{_SAID}|concluded)\s(?:the|[A-Z])"
)
# Who speaks, right behind a quotation.
_SPOKEN = lazy_pattern(
    rf"\s(?:he|she|they|{_NAME})\s(?:{_SAID}|{_SAYS})\b|\s(?:{_SAID})\s(?:the|he|she|[A-Z])"
)
# What closes a quotation that was opened so.
_CLOSES = {'"': '"', "“": "”“"}
_NO_REOPENING = "the next paragraph goes on with this quotation and lacks an opening mark"
_TOO_EARLY = "this mark closes the quotation before its end"
# One paragraph's faults follow from each other; so many are shown.
MAX_FAULTS = 2
# How many letters of the word beside a mark are shown with it.
WORD_SHOWN = 24


def unpaired(doc: Document, marked: set[int]) -> Iterator[Hit]:
    """Yield the marks without a partner, but for those in paragraphs (starts) that are `marked`."""
    text = doc.text
    seen = dict.fromkeys(marked, MAX_FAULTS)
    faults = [(at, kind, doc.paragraph_at(at)) for at, kind in doc.quote_faults]
    kinds = {(paragraph.start, kind) for _, kind, paragraph in faults}
    places = [start for start, _ in kinds]
    inner, explained = _explained(doc, faults)
    for at, kind, paragraph in faults:
        if at in inner:
            # A matter of style: both are closed.
            yield _unpaired_hit(text, at, kind, Severity.INFO)
            continue
        if at in explained:
            continue
        if text[at - 1 : at].isdigit() and text.startswith((" minute", " min "), at + 1):
            # "the 67” minute" is another rule's.
            continue
        if seen.get(paragraph.start, 0) < MAX_FAULTS:
            seen[paragraph.start] = seen.get(paragraph.start, 0) + 1
            # Two kinds of faults in one paragraph confirm each other.
            sure = places.count(paragraph.start) > 1 or (kind == "opened twice" and text[at] == "“")
            early = _closed_early(doc, at) if kind == "closes nothing" else -1
            if early >= 0:
                yield Hit(*with_word(text, early, early + 1), _TOO_EARLY, rule=UNPAIRED.id)
                continue
            if kind == "never closed" and _is_closed_later(doc, at):
                yield Hit(*with_word(text, at, at + 1), _NO_REOPENING, rule=UNPAIRED.id,
                          severity=Severity.INFO)  # fmt: skip
                continue
            level = Severity.WARNING if sure else _level(doc, at, kind, paragraph)
            yield _unpaired_hit(text, at, kind, level)


def _closed_early(doc: Document, at: int) -> int:
    """Return the mark that closed a quotation whose true end, before its speaker, is at `at`; or -1.

    "Nobody dictates to us", it is our own question," he said.
    """
    order = bisect.bisect_left(doc.quotes, (at,)) - 1
    if order < 0 or not _SPOKEN.match(doc.text, at + 1):
        return -1
    quote = doc.quotes[order]
    if not quote.closed or quote.end <= doc.sentence_at(at).start:
        return -1
    return -1 if _SPOKEN.match(doc.text, quote.end) else quote.end - 1


def _follows_speaker(doc: Document, at: int) -> bool:
    """Say whether a mark ends the words on who spoke: "We stay," she said in the chamber." """
    order = bisect.bisect_left(doc.quotes, (at,)) - 1
    quote = doc.quotes[order] if order >= 0 else None
    if quote is None or not quote.closed or quote.start < doc.sentence_at(at - 1).start:
        return False
    return bool(_SPOKEN.match(doc.text, quote.end))


def _explained(doc: Document, faults: list[tuple[int, str, Span]]) -> tuple[set[int], set[int]]:
    """Return the marks that open an inner quotation, and those that an earlier fault explains.

    The inner quotation takes the outer one's end for its own, and the outer end closes nothing
    then. Of two marks in one sentence that close nothing the first stands for an opening one.
    """
    inner: set[int] = set()
    explained: set[int] = set()
    opened: dict[int, int] = {}
    closed: dict[int, int] = {}
    for at, kind, paragraph in faults:
        if kind == "opened twice":
            opened[paragraph.start] = at
        elif kind == "closes nothing":
            first = opened.pop(paragraph.start, -1)
            stray = closed.pop(paragraph.start, -1)
            if first >= 0 and (doc.text[at] == '"' or at < doc.sentence_at(first).end):
                inner.add(first)
                explained.add(at)
            elif stray >= 0 and at < doc.sentence_at(stray).end:
                explained.add(at)
            else:
                closed[paragraph.start] = at
    return inner, explained


def with_word(text: str, start: int, end: int) -> tuple[int, int]:
    """Widen a span of marks to the word it touches, so that it can be seen and searched for."""
    if text[end : end + 1].isalnum():
        return start, word_end(text, end, WORD_SHOWN)
    return word_start(text, start, WORD_SHOWN), end


def _level(doc: Document, at: int, kind: str, paragraph: Span) -> Severity | None:
    """Return info where editors slip as often as translators: at the ends of long quotations."""
    text = doc.text
    if kind == "mixed":
        following = text[at + 1 : at + 3]
        goes_on = following[:1] == " " and following[1:].islower()
        return None if goes_on or following == ", " else Severity.INFO
    if kind == "mixed scripts":
        return Severity.WARNING
    if kind == "closes nothing" and text[at - 1 : at] in ".,!?…":
        return None if _follows_speaker(doc, at) else Severity.INFO
    if kind == "never closed" and at == paragraph.start:
        order = bisect.bisect_left(doc.quotes, (at,)) - 1
        if order >= 0 and doc.quotes[order].runs_on:
            return Severity.INFO
    return None


def _is_closed_later(doc: Document, at: int) -> bool:
    """Say whether the next paragraph closes, without reopening it, the quotation that opens here."""
    text, order = doc.text, bisect.bisect_left(doc.quotes, (at,)) + 1
    if order >= len(doc.quotes) or _MARK.match(text, doc.quotes[order].start):
        return False
    return text[doc.quotes[order].end - 1] in _CLOSES.get(text[at], "”“«»")


def _unpaired_hit(text: str, at: int, kind: str, level: Severity | None) -> Hit:
    said = {
        "opened twice": "a quotation is open here already",
        "closes nothing": "no open quotation for this mark to close",
        "never closed": "this quotation is never closed",
        "mixed": "this mark does not belong to the one that opened the quotation",
        "mixed scripts": "one language's mark opens this quotation, another's closes it",
    }[kind]
    stop = text.find("\n", at)
    stop = len(text) if stop < 0 else stop
    line = text[at:stop]
    single = line.endswith((".'", "!'", "?'", ",'")) and line.count("'") == 1 + line.count("'s")
    if kind == "never closed" and text[at] == '"' and single:
        at += len(line) - 1
        said = "' closes a quotation that a double mark opened"
    if kind == "never closed" and text[at] == "“":
        # “closer to Fukuoka than to Seoul’. Closed, but by the wrong mark.
        wrong = _SINGLE.search(line) if "‘" not in line else None
        if wrong:
            at += wrong.start()
            said = "’ closes a quotation that “ opened"
    if kind == "never closed" and text[at] in '“"':
        told = _SPEAKER.search(text, at + 1, stop)
        if told and not _MARK.search(text, at + 1, told.start()):
            said = "the quotation before this is never closed"
            mark = "”" if text[at] == "“" else '"'
            behind = told.start() + 1
            edits = (Edit(behind, behind, mark),)
            return Hit(*told.span(), said, rule=UNPAIRED.id, severity=level, edits=edits)
    return Hit(*with_word(text, at, at + 1), said, rule=UNPAIRED.id, severity=level)

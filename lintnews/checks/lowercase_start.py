"""Sentences and paragraphs that start in lower case."""

from __future__ import annotations

from collections.abc import Iterator

from ..document import Document
from ..findings import Hit, Rule, Severity
from ..lazy import lazy_pattern
from ..text.lexicon import lexicon
from .registry import Context, check

# A full stop after a plain word, a space, a plain word in lower case.
_AFTER_STOP = lazy_pattern(r"\.[ \n]([a-z]{2,}|a(?= ))(?=[ ,.’'])")
# No sentence ends with one of these, and no list with an "a.".
_NO_ENDS = frozenset("to of at by an the from with and or into".split())
_WORD = lazy_pattern(r"[A-Za-z][A-Za-z'’.-]*$")
_ABBREVIATIONS = frozenset(
    """vs etc al approx inc corp co ltd jr sr dept est eg ie cf pp vol nos figs ca viz min max
    avg tel ext ed eds trans rev no nr art sec oz lb lbs ft yd mi km cm mm kg hr hrs min mins sq
    jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thurs fri sat sun
    mr mrs ms dr st gen sen rep gov lt col capt sgt prof rev hon ave blvd rd yahoo jeopardy abbr
    plc bros assn univ mph adj adv incl excl resp misc tbsp tsp""".split()
)
# A paragraph of prose has so many words and ends with a mark.
MIN_PROSE_WORDS = 7
# A word of so many letters before ". a" is no heading of a list.
MIN_BEFORE_A = 4
# An unknown word of so many letters is a name, not an abbreviation.
MIN_UNKNOWN = 7
# Letters of a name in lower case that the article has with its capital too.
MIN_NAME = 5
# Function words are this common (Zipf).
FUNCTION_ZIPF = 5.5
_PROSE_END = tuple('.!?…”"’)')
_TITLES = frozenset("dr mr mrs ms prof gen sen gov rep".split())
# A line of a news ticker opens with marks and a clock time.
_TICKER = lazy_pattern(r"[+*•–-]{1,3}\s*\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\.?)?\s*[:–-]?\s+(?=[a-z]{2})")
# Names that are written so, and particles that open a family name.
_BRANDS = frozenset(
    "adidas thyssenkrupp bell facebook reddit amazon de van von al el der bin d’ d'".split()
)

# A sentence starts with these; with "who" or "and" one goes on.
_OPENERS = frozenset(
    """the a an this these it he she they there we i in on at for after before during due according
    with from when while since until under however today yesterday about more most only all""".split()
)

_PARAGRAPH = Rule(
    id="garble/lowercase-paragraph",
    severity=Severity.WARNING,
    confidence=0.85,
    summary="A paragraph or article that starts in lower case.",
    why="Its beginning was cut off with the drop cap, the ticker's clock time or the dateline, or "
    "the translator lost it. Lists, poems, brands such as iPhone and paragraphs that go on after "
    "a comma or a colon are kept; an artist who writes his name so is not known. On machine-translated "
    "news and pages of such sites 7 of 8 were right, on edited news 4 of 4.",
    pack="built in",
    flags=("in early February several people verified the discovery with other software.",),
    keeps=(
        "iPhone owners who sold their phones have sold their photos with them.",
        "the goat on the roof",
    ),
)


@check(
    "garble/lowercase-sentence",
    severity=Severity.WARNING,
    confidence=0.93,
    flags=[
        "Civilians died in the camp. human rights groups and some legislators said so.",
        "He does not expect early elections this year. despite the weakness of the coalition.",
    ],
    keeps=[
        "Smith vs. the state, Jones et al. were right, approx. five of them.",
        "Apple showed the phone. iPhone owners cheered. eBay did not.",
        "“Will you come?” he asked. Yahoo! was sold.",
    ],
    also=[_PARAGRAPH],
)
def lowercase_sentence(doc: Document, ctx: Context) -> Iterator[Hit]:
    """A sentence that starts in lower case after a full stop: "in the camp. human rights groups".

    Two sentences were glued, or a full stop fell into the middle of one. Abbreviations and brands
    are known, and names that the article writes with a capital elsewhere. On machine-translated
    news and pages of such sites 9 of 9 were right, on edited news 4 of 4.
    """
    text = doc.text
    for match in _AFTER_STOP.finditer(text):
        hit = _after_stop(text, match.start(), match.group(1), match.start(1))
        if hit is not None:
            yield hit
    yield from _paragraphs(doc)


def _after_stop(text: str, stop: int, word: str, start: int) -> Hit | None:
    """Return the hit of `word` at `start`, in lower case after the full stop at `stop`."""
    known = lexicon()
    while stop and text[stop - 1] == " ":
        stop -= 1
    if text[stop + 1 : stop + 2] == "\n" and known.zipf(word) < FUNCTION_ZIPF:
        # Lines of verse, and items of a list.
        return None
    before = _WORD.search(text, max(stop - 30, 0), stop)
    earlier = before.group() if before else ""
    lower = earlier.lower()
    if not known.is_word(word) and (len(word) < MIN_NAME or f" {word.capitalize()} " not in text):
        return None
    if earlier:
        if "." in earlier or lower in _ABBREVIATIONS:
            return None
        if len(earlier) < (3 if word != "a" else MIN_BEFORE_A) and earlier not in _NO_ENDS:
            return None
        if earlier.isupper():
            return None
        # "sit-in at Montecitorio. which begins": no abbreviation has so many letters.
        far = len(earlier) >= MIN_UNKNOWN and known.zipf(word) >= FUNCTION_ZIPF
        far = far or ("-" in earlier and known.is_word(earlier.rpartition("-")[2].lower()))
        if not (known.is_word(lower) or known.is_name(lower) or far):
            return None
    elif text[max(stop - 2, 0) : stop].isdigit():
        # "until 2027. until then", not "No. 12. the".
        if known.zipf(word) < FUNCTION_ZIPF or not text[max(stop - 4, 0) : stop].isdigit():
            return None
    elif text[stop - 1 : stop] not in ("”", '"', ")") or text[stop - 2 : stop - 1] == ".":
        return None
    message = f"{word!r} starts a sentence in lower case"
    return Hit(stop - len(earlier), start + len(word), message)


def _paragraphs(doc: Document) -> Iterator[Hit]:
    text = doc.text
    previous = ""
    sure: list[Hit] = []
    others: list[Hit] = []
    for number, (start, end) in enumerate(doc.paragraphs):
        ticker = _TICKER.match(text, start, end)
        if ticker and ticker.end() < end and text[ticker.end()].islower():
            yield _ticker_hit(text, ticker.end(), end)
        hit = _paragraph(text, start, end)
        if hit is not None:
            (sure if number == 0 or previous.endswith(_PROSE_END) else others).append(hit)
        previous = text[max(start, end - 2) : end]
    yield from sure
    if sure:
        # Where one paragraph lost its capital, those behind headings and cut lines lost theirs too.
        yield from (hit for hit in others if text[hit.start : hit.end] in _OPENERS)


def _paragraph(text: str, start: int, end: int) -> Hit | None:
    """Return the hit of a paragraph of prose that starts in lower case, or None."""
    at = start + (text[start] in "“\"‘'")
    if not text[at : at + 1].islower() or not text.endswith(_PROSE_END, start, end):
        return None
    if text.count(" ", start, end) + 1 < MIN_PROSE_WORDS:
        return None
    stop = at
    while stop < end and (text[stop].isalpha() or text[stop] in "'’"):
        stop += 1
    word = text[at:stop]
    if _is_brand(word) or (
        text[stop : stop + 1] in tuple("./@:)0123456789") and word not in _TITLES
    ):
        return None
    return Hit(at, stop, f"{word!r} starts a paragraph in lower case", rule=_PARAGRAPH.id)


def _ticker_hit(text: str, start: int, end: int) -> Hit:
    stop = start
    while stop < end and text[stop].isalpha():
        stop += 1
    message = f"{text[start:stop]!r} starts an entry in lower case"
    return Hit(start, stop, message, rule=_PARAGRAPH.id)


def _is_brand(word: str) -> bool:
    return not word.islower() or word in _BRANDS

"""Words, sentences and headings run together without the space between them."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from ..document import Document
from ..findings import Edit, Hit, Severity
from ..lazy import lazy_pattern
from ..text.lexicon import lexicon
from ..text.tags import ADJECTIVE, ING, NOUN, PARTICIPLE, PAST, tags
from .density import weighed
from .fused_acronyms import acronym_end
from .jammed import THE_BRANDS, jammed
from .registry import Context, check

# Where a space may be missing: an inner capital, a mark or a number with a letter behind it. The
# single set in front keeps the search cheap.
_SEAM = lazy_pattern(
    r"[A-Z.!?;,)(\d](?:(?<=[a-z][A-Z])|(?<=[A-Z]{3})(?=[A-Z]?[a-z])|(?<=\b(?:EU|UN|US|UK))(?=[a-z]{4})|(?<=[.!?;,)(])(?=[A-Za-z]{2})|(?<=\d)(?=[A-Za-z]{2}))"
)
_RUN = lazy_pattern(r"[\w.,:;!?()$€£@/#’'&-]+")
_CAPITAL = lazy_pattern(r"[A-Za-z]?[a-z]{2,}[A-Z][a-z]*")
# A pronoun and a verb of its own: "Shewished".
_PRONOUN = lazy_pattern(
    r"\b(She|He|They)(?=(?:is|are|was|were|has|had|will|would|could|should|said|told|spoke|wrote|went|came|made|took|gave|[a-z]{3,}ed)\b)[a-z]+"
)
# The label of a lead and its first word: "Summary:The".
_LABEL = lazy_pattern(r"(?m)^[A-Z][a-z]{3,}:([A-Z][a-z]+)(?= )")
_SHOUTED = lazy_pattern(r"[A-Z]{4,}[a-z]+")
# An acronym and its verb: "NATOsaid". The table of verbs decides.
_ACRONYM = lazy_pattern(r"[A-Z]{2,6}[a-z]{3,}")
# What nothing is written together with: "o'clockin".
_CLOCK = lazy_pattern(r"\b(o[’']clock)(?:in|on|at|and|the|this|to|for|with|when|after|local)\b")
_NAME_STOP = lazy_pattern(
    r"\b[A-Z][^\W\d_]{2,},(?=(?:where|which|when|while|with|and|but|who|because|although|after|before|from|said)\b)[a-z]+|\b[a-z]{3,},I(?= [a-z])"
)
# A title and its name: "Mr.Berg", in an article of any length.
_TITLE = lazy_pattern(
    r"\b((?:Mr|Mrs|Ms|Dr|Prof|Sen|Gov|Gen|Col|Capt|Sgt)\.)[A-Z][a-z]{2,}\b(?![@/_]|\.\w)"
)
_CLOSED = lazy_pattern(r"[A-Za-z]{3,}\)[A-Z][a-z]+")
_STOP = lazy_pattern(r"[A-Za-z]?[a-z]{2,}[.!?;,][A-Za-z][a-z]+|[A-Z][a-z]+,[A-Z][a-z]{2,}")
_BRACKET = lazy_pattern(r"\([\w.&-]{3,}\)[A-Za-z][a-z]+")
_OPEN = lazy_pattern(r"[a-z]{4,}\([A-Za-z][a-z]{2,}\)?")
_NUMBER = lazy_pattern(r"\d{1,2}:\d\d[A-Z][a-z]+|[$€]?\d[\d.,]*[a-z]{4,}|\d[\d.,]*\d[A-Z][a-z]{2,}")
# Words that never end a compound; "-who" and "-all" do.
_HYPHENED = (
    "-this ", "-these ", "-those ", "-he ", "-she ", "-they ", "-which ", "-his ", "-their ",
)  # fmt: skip
_KINDS = (
    ("capital", _CAPITAL), ("stop", _STOP), ("bracket", _BRACKET), ("open", _OPEN), ("number", _NUMBER),
    ("acronym", _ACRONYM), ("shouted", _SHOUTED), ("closed", _CLOSED),
)  # fmt: skip
# A run of letters and marks longer than this is an address, in code points.
MAX_RUN = 60
# Right halves that a name never has: YouTheNorth is no brand.
_HEADS = frozenset(
    "the this that he she they we his their our there these those when what according".split()
)
# Words that start a sentence; a brand ends in none of those but "in", "on" and "up".
_OPENERS = _HEADS | frozenset(
    """two three four five six seven eight nine ten on in at as if by for from with under after
    before during since although while meanwhile but and it its an one only some many most all
    both each another every because how who where why no not now then also even until despite
    among against about over into""".split()
)
# Behind a capitalised word these make an office or a body: "ForeignMinistry".
_BODIES = frozenset(
    """ministry minister president parliament council court committee government department
    spokesman spokeswoman secretary governor ambassador prosecutor commissioner""".split()
)
# Two letters before a common word with a capital: "atSea"; brands start so with "in" and "on".
_SHORT_WORDS = frozenset("of at to by".split())
# A word this common (Zipf) behind a mark is none of an address.
LINK_ZIPF = 5.5
# A word behind a comma that is no tag of a list of tags: a clause goes on with it (Zipf).
GOES_ON_ZIPF = 4.0
# Words of so many letters are no halves of brands in small letters (easyJet, airBaltic).
MIN_LEFT = 6
# General use (Zipf) of a word that long, and of one of three letters.
LEFT_ZIPF = 2.5
SHORT_LEFT, SHORT_ZIPF = 3, 4.5
# Labels of the page in capitals, before any word.
_LABELS = frozenset(
    "video photo photos live audio update watch read also more see opinion gallery".split()
)
# A shorter plural behind a number is a nickname or a unit: 49ers, 5kgs.
MIN_COUNTED = 5
_UNITS = frozenset(
    """euros euro dollars dollar pounds people percent rubles roubles yuan yen million billion
    trillion thousand hundred years year months days hours minutes meters metres kilometers
    kilometres tons tonnes goals points votes soldiers and for from with that after were said""".split()
)
_LINKS = frozenset(
    """com org net edu gov info html htm php pdf jpg png tv io co uk ai app js py today news press
    live online media world""".split()
)


@check(
    "garble/fused",
    severity=Severity.WARNING,
    confidence=0.93,
    fixable=True,
    flags=[
        "The coach praised the growthThe army said nothing.",
        "He saw the end.He left the room.",
        "The alliance (NATO)said so.",
        "At 17:05Moscow said no.",
        "It costs 143,000euros a year.",
        "They met,the talks failed, and each left alone.",
        "Read alsoOn the eve of the vote the ForeignMinistry spoke.",
        "They laid down their resignationsJustice Minister Ilić said so.",
        "Theywished him luck, and the heads of 11states came.",
        "Summary:The minister left.\n\nThe guests went to the boxThomas Chabot. VIDEOWindows broke.",
        "The NATOsaid at two o'clockin the morning that Mr.Berg was atSea.",
        "They sat in the barn,amid hay, and a fare cost 4.75guilder from theHague.",
        "SHOTS IN THE VILLAGETwo days earlier (Staff Report)The army came.",
    ],
    keeps=[
        "USAToday, NBCNews, easyJet, LinkedIn and CheckIn; MPs, PMs and DVDs.",
        "YouTube, iPhone, McCain, DeSantis, LinkedIn, eBay and BuzzFeed met at Booking.com.",
        "He (s)he (re)wrote f(x), 5km, 1980s, 4x4, 3rd, 9to5 and e.g. U.S.Army.",
        "Open index.html or Node.js at 10:30pm.",
    ],
)
def fused(doc: Document, ctx: Context) -> Iterator[Hit]:
    """Two words without the space between them: "the end.He", "(NATO)said", "growthThe".

    A line end, a tag or a token border was lost. Brands and names with inner capitals, addresses
    and units are known by their shape and by the word list: both halves must be words. On
    machine-translated news and pages of such sites 17 of 17 were right, on edited news 4 of 4, half
    of them the agency of a dateline.
    """
    found = list(_hits(doc.text))
    yield from weighed(doc, [*found, *jammed(doc, found)])


def _hits(text: str) -> Iterator[Hit]:
    for link in _HYPHENED:
        at = text.find(link)
        if at > 0 and text[at - 3 : at].isalpha() and lexicon().zipf(link[1:-1]) > 0:
            start = text.rfind(" ", 0, at) + 1
            if text.find("-", start) == at:
                yield _hit(text, start, at + len(link) - 1, at, "capital")
    for label in _LABEL.finditer(text):
        if label.group(1).lower() in _OPENERS:
            yield _hit(text, *label.span(), label.start(1), "stop")
    for glued in _CLOCK.finditer(text):
        yield _hit(text, *glued.span(), glued.end(1), "capital")
    for glued in _TITLE.finditer(text):
        hit = _hit(text, *glued.span(), glued.end(1), "capital")
        yield msgspec.structs.replace(hit, severity=Severity.WARNING)
    for glued in _NAME_STOP.finditer(text) if "," in text else ():
        # What has plain letters alone is looked at below.
        if not glued.group().isascii() or glued.group().endswith("I"):
            yield _hit(text, *glued.span(), text.index(",", glued.start()) + 1, "stop")
    for glued in _PRONOUN.finditer(text):
        known, cut = lexicon(), glued.end(1)
        if known.is_word(text[cut : glued.end()]) and not known.entry(glued.group().lower()):
            yield _hit(text, *glued.span(), cut, "capital")
    done = -1
    for seam in _SEAM.finditer(text):
        if seam.start() < done:
            continue
        start = seam.start()
        while start and not text[start - 1].isspace() and seam.start() - start < MAX_RUN:
            start -= 1
        run = _RUN.search(text, start)
        if run is None:
            continue
        done = run.end()
        word = run.group().rstrip(".,;:!?’'-")
        inner = word.lstrip("(")
        at = run.start() + len(word) - len(inner)
        for kind, pattern in _KINDS:
            part = (
                inner if kind != "bracket" else word[-len(inner) - 1 :] if word != inner else inner
            )
            begin = at - (len(part) - len(inner))
            if pattern.fullmatch(part):
                cut = _cut(text, part, begin, kind)
                if cut > 0:
                    yield _hit(text, begin, begin + len(part), cut, kind)
                elif kind == "acronym":
                    continue
                break


def _hit(text: str, start: int, end: int, cut: int, kind: str) -> Hit:
    behind = cut + (text[cut] == "-")
    return Hit(
        start,
        end,
        f"{text[start:end]!r} lacks a space",
        suggestions=(f"{text[start:cut]} {text[behind:end]}",),
        edits=(Edit(cut, behind, " "),),
        severity=None if kind in ("capital", "open", "stop") else Severity.ERROR,
    )


def _goes_on(left: str, right: str) -> bool:
    """Say whether a verb's form follows a word and a comma: "the second quarter,compared with"."""
    known = lexicon()
    flags = tags().of(right)
    verb = flags & (PAST | PARTICIPLE | ING) and not flags & (NOUN | ADJECTIVE)
    return bool(verb) and min(known.zipf(left), known.zipf(right)) >= GOES_ON_ZIPF


def _cut(text: str, word: str, start: int, kind: str) -> int:
    """Return where the space belongs in `word` at `start`, or -1 where nothing is wrong."""
    known = lexicon()
    if kind == "capital":
        at = next(i for i in range(1, len(word)) if word[i].isupper())
        left, right = word[:at], word[at:].lower()
        if left == "the" and right in THE_BRANDS:
            return -1
        if right in _HEADS or (
            right in ("in", "it", "a", "at", "and", "but") and left[0].islower()
        ):
            plain = known.is_word(left.lower()) and len(left) > 2
            return start + at if plain and (left[0].islower() or len(left) > 5) else -1
        if right in _OPENERS and left[0].islower() and len(left) > 3:
            return start + at if known.is_word(left) and known.zipf(left) >= 3 else -1
        if right in _BODIES and left[0].isupper() and len(left) > 4:
            return start + at if known.is_word(left.lower()) else -1
        least = LEFT_ZIPF if len(left) >= MIN_LEFT and known.is_word(left) else 4
        if len(left) == SHORT_LEFT:
            least = SHORT_ZIPF
        if left in _SHORT_WORDS and known.zipf(right) >= SHORT_ZIPF and len(right) > 2:
            return start + at if known.is_word(right) else -1
        small = left[0].islower() and len(left) >= SHORT_LEFT and known.zipf(left) >= least
        return (
            start + at
            if small and len(right) > 3 and (known.is_word(right) or known.is_name(right))
            else -1
        )
    if kind == "stop":
        at = next(i for i, c in enumerate(word) if not c.isalpha())
        left, right = word[:at].lower(), word[at + 1 :]
        if right.lower() in _LINKS or left == "yahoo":
            return -1
        names = word[at] == "," and word[0].isupper() and right[0].isupper()
        if not (names or known.is_word(left) or known.is_name(left)):
            return -1
        linked = known.zipf(right) >= LINK_ZIPF and known.is_word(right)
        if right[0].islower() and not linked and (word[at] != "," or not _goes_on(left, right)):
            return -1
        if word[at] == "." and right[0].isupper() and len(left) < 3:
            return -1
        plain = names or known.is_word(right.lower()) or known.is_name(right.lower())
        return start + at + 1 if plain else -1
    if kind == "acronym":
        at = acronym_end(text, word)
        return start + at if at > 0 else -1
    if kind == "shouted":
        at = next(i for i in range(1, len(word)) if word[i].islower()) - 1
        left, right = word[:at].lower(), word[at:].lower()
        if left in _LABELS and len(right) > 3:
            return start + at if known.is_word(right) or known.is_name(right) else -1
        plain = right in _OPENERS and len(right) > 1 and known.is_word(left) and len(left) > 2
        return start + at if plain and known.zipf(left) >= 3 else -1
    if kind == "closed":
        at = word.index(")") + 1
        return start + at if word[at:].lower() in _OPENERS else -1
    if kind == "bracket":
        at = word.index(")") + 1
        return start + at if known.is_word(word[at:].lower()) else -1
    if kind == "open":
        at = word.index("(")
        inside = word[at + 1 :].rstrip(")").lower()
        plain = known.is_word(word[:at]) and known.is_word(inside) and known.zipf(inside) > 3
        return start + at if plain and word[at + 1 :].lower() not in ("ies", "ing", "men") else -1
    at = max(i for i, c in enumerate(word) if c.isdigit() or c in ".,") + 1
    unit = word[at:]
    if unit[0].isupper():
        if ":" not in word and text[start - 1 : start] in ("", "\n"):
            return -1
        return start + at if known.is_word(unit.lower()) or known.is_name(unit.lower()) else -1
    counted = word[:at].isdigit() and len(unit) >= MIN_COUNTED and unit[-1] == "s"
    if counted and tags().of(unit) & NOUN and known.zipf(unit) >= 4:
        return start + at
    return start + at if unit in _UNITS and not word.startswith("£") else -1

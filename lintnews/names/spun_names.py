"""Names of institutions that article spinners rewrote: "State Division", "Inexperienced Bay"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from ..document import Document
from ..lazy import lazy_pattern
from ..text.spun import MAX_RUN, put_back, spun_words
from ..text.titles import NATIONALITIES
from .institutions import SLOT, institution, plain
from .linked import Linked
from .people import WRONG
from .store import Names

# Words and marks inside a name that have no capital.
_LINKS = frozenset("of and for the on in to at & 's ’s".split())
# Tokens of a run of capitalised words that is looked at, and of a name: longer ones are titles of laws.
MAX_TOKENS = 14
MAX_NAME = 9
# Capitalised words before the known end of a name that belong to it: "Miami Valley" Hospital.
MAX_BEFORE = 3
# Spun words that stand in names of their own: alone they tell nothing of a name of two words, or of one of
# which only the end is known, unless the article shows a spinner's hand elsewhere.
_PLAIN = frozenset(
    """administration affiliation agency analysis ally area association authentic avenue bank basic branch
    celebration center centre chamber change city clinic college commerce commercial common companies company
    complete condition control council counsel countries courtroom crimson customers dark daybreak diary division
    drive drives education electrical enterprise environment evening examine exchange express extra facilities
    facility faculty farming fast feedback financial finest folks footage fuel general genuine girls global group
    guardians guests heart hearth home hospital house immigration independent individuals information inside
    instruction international joined justness kids ladies larger lawyer learn legislation liberty management
    meals medication medicine meeting metropolis middle military mixed modification mom motion name nations net
    news night nightly occasions overseas panel particular photograph photographs photos picture pictures pink
    power powers pressure pressures printed protection providers publish purchase purple quick recreation red
    regulation regulations related remark remarks residence residences responsibility retailer retailers road safety
    scholar schooling section security selection sensible services soccer society sources speedy sport staff state
    story street submit sun superior supply tale tales team technology town trade training transportation
    tremendous unbiased unified unique union united university useless video games warfare workers worldwide
    youngsters""".split()
)
# Spun words that real bodies have in longer names too: they tell only beside another, or beside a spinner's hand.
_WEAK = frozenset(
    """accolade alien alternate amazing amusement atmosphere automobiles award barrier battle bench boss
    boulevard boundaries brilliant bureau calm carriers cash castle celebrity champs channel clergyman
    clock concerns conflict correspondence correspondents courthouse covert crucial cyclone dark debut
    delegates delivery depository depot dish domestic earnings electricity emperor engines entire
    evacuees examination excellent explicit extraordinary fabulous fellowship firm fitness flight flying
    foremost foundation fraternity freedoms frontiers funding gathering gold gorge greenish growth
    guardian gun hammer harmony hidden hold huge imperial improvement income incredible industrial
    industry inner innovative inquiry inside institution inventory investigation issues journalists
    kingdoms lane large leader leading legacy legal legislature leisure lender letter limits magnificent
    main majestic marine massive masters matters mean mechanical mediation messenger modern money
    movement moving multinational mystery narrative naval nice observe ocean orb pale parade partition
    pastor physicians platform premiere priest primary principal prison privileges prize probe
    progressive protector purple quality radical regal regular relocation remarkable remote research
    reward ruby ruler sacred safeguard scarlet sculpture serenity settlement shore significant snowy
    specific sphere standard station stockpile storage storm strength studies sunlight superb superstar
    teaching thriller toil track trader trading transnational transport tribunal trophy typhoon
    universal vale valuable victors vital warehouse watch waterway weather winners work""".split()
)
# How a spinner has people speak: no editor writes "he mentioned" behind a quotation.
_SPUN_SPEECH = lazy_pattern(
    r"[”\"],? (?:[\w.’'-]+ ){0,4}(?:mentioned|knowledgeable|stated to)\b"
    r"|\b(?:he|she|they|officers|officials|police|authorities) mentioned\b"
    r"|\b(?:instructed|knowledgeable|advised) (?:reporters|CNN|Reuters|AFP|BBC|The|the BBC)\b"
    r"|\d p\.c\b|\bPresident \w+ mentioned\b"
)
# Letters of a listed name below which anything may become it.
MIN_LETTERS = 8


def spun_names(doc: Document, names: Names) -> Iterator[Linked]:
    """Yield names that no list has, and that are a known institution's with one to three words put back."""
    tokens, table = doc.tokens, spun_words(in_name=True)
    heads = _heads()
    if not any(word[0].isupper() and word.lower() in heads for word in tokens.vocabulary):
        return
    done, doubtful, sure = 0, list[Linked](), False
    for number, text in enumerate(tokens.texts):
        if number < done or not text[0].isupper() or tokens.lowers[number] not in heads:
            continue
        if _spun_length(tokens.lowers, number, table):
            first, last = _run(doc, number)
            for name, is_sure in _put_back(doc, first, last, names):
                if is_sure:
                    sure = True
                    yield name
                else:
                    doubtful.append(name)
            done = last + 1
    if doubtful and (sure or _SPUN_SPEECH.search(doc.text)):
        yield from doubtful


@cache
def _heads() -> frozenset[str]:
    return frozenset(spun.split()[0] for spun in spun_words(in_name=True))


def _spun_length(lowers: list[str], at: int, table: dict[str, tuple[str, ...]]) -> int:
    """Return how many tokens the longest spun phrase at a token has, or 0."""
    for size in range(min(MAX_RUN, len(lowers) - at), 0, -1):
        if " ".join(lowers[at : at + size]) in table:
            return size
    return 0


def _run(doc: Document, at: int) -> tuple[int, int]:
    """Return the first and last token of the run of capitalised words around a token."""
    first = last = at
    while first > 0 and at - first < MAX_TOKENS and _belongs(doc, first - 1):
        first -= 1
    last = _reach(doc, last)
    while last + 1 < len(doc.tokens) and last - at < MAX_TOKENS and _belongs(doc, last + 1):
        last = _reach(doc, last + 1)
    while first < at and doc.tokens.texts[first] in _LINKS:
        first += 1
    while last > at and doc.tokens.texts[last] in _LINKS:
        last -= 1
    return first, last


def _reach(doc: Document, at: int) -> int:
    """Return the last token of the spun phrase at a capitalised token, or the token itself."""
    if not doc.tokens.texts[at][0].isupper():
        return at
    size = _spun_length(doc.tokens.lowers, at, spun_words(in_name=True))
    return at + max(size, 1) - 1


def _belongs(doc: Document, at: int) -> bool:
    """Say whether a token and the one behind it may be of one name: only a space between them."""
    tokens = doc.tokens
    text = tokens.texts[at]
    if not (text[0].isupper() or text in _LINKS or text == "," or text[0].isdigit()):
        return False
    return "\n" not in doc.text[max(tokens.starts[at] - 1, 0) : tokens.ends[at] + 1]


def _put_back(doc: Document, first: int, last: int, names: Names) -> Iterator[tuple[Linked, bool]]:
    """Yield the longest names of a run that are put back, and whether they tell by themselves."""
    tokens, at = doc.tokens, first
    while at <= last:
        for end in range(min(last, at + MAX_NAME - 1), at, -1):
            if tokens.texts[at] in _LINKS or tokens.texts[end] in _LINKS:
                continue
            right, begin = _name(doc, at, end, first, names)
            if right:
                start, stop = tokens.starts[begin], tokens.ends[end]
                why = "an article spinner put other words for those of the name"
                yield (
                    Linked(start, stop, right, why),
                    _is_sure(tokens.lowers[at : end + 1], begin < at),
                )
                at = end
                break
        at += 1


def _is_sure(written: list[str], is_end: bool) -> bool:
    """Say whether the spun words of a name are such as no other name has, or stand among enough others."""
    table = spun_words(in_name=True)
    spun = [
        " ".join(written[at : at + size])
        for at in range(len(written))
        if (size := _spun_length(written, at, table))
    ]
    if len(written) > 2 and not is_end and not _WEAK.issuperset(spun):
        return True
    return any(word not in _PLAIN and word not in _WEAK for word in spun)


def _name(doc: Document, at: int, end: int, first: int, names: Names) -> tuple[str, int]:
    """Return the name that tokens at..end were, and the token it starts at; "" for none."""
    tokens = doc.tokens
    written = doc.text[tokens.starts[at] : tokens.ends[end]]
    form = plain(written)
    if institution(form) or names.is_listed(written):
        return "", at
    whole = _is_whole(doc, at, end, first)
    if end - at == 1 and not whole and not _is_sure(tokens.lowers[at : end + 1], is_end=False):
        return "", at
    for other in put_back(form, in_name=True):
        right = institution(other)
        if right.startswith(SLOT):
            begin = _before(doc, at, first)
            if begin < at:
                before = doc.text[tokens.starts[begin] : tokens.starts[at]]
                return before + right.removeprefix(SLOT), begin
        elif right:
            return right, at
        elif whole and (listed := _listed(other, names)):
            return listed, at
    return "", at


def _is_whole(doc: Document, at: int, end: int, first: int) -> bool:
    """Say whether no other capitalised word belongs to a name: a people or "The" may stand before it."""
    tokens = doc.tokens
    before = tokens.lowers[at - 1] if at > first else ""
    if before and before not in {"the", "u.s.", "us", "uk", *NATIONALITIES}:
        return False
    behind = tokens.texts[end + 1 : end + 3]
    return not behind or not (behind[0][0].isupper() or (behind[0] in "'’" and behind[1:] != []))


def _before(doc: Document, at: int, first: int) -> int:
    """Return the first of the capitalised words before a token that name a place."""
    tokens, begin = doc.tokens, at
    while begin > first and at - begin < MAX_BEFORE and tokens.texts[begin - 1][0].isupper():
        begin -= 1
    while begin < at and tokens.lowers[begin] in {"the", "a", "an", *NATIONALITIES}:
        begin += 1
    return begin


def _listed(name: str, names: Names) -> str:
    """Return the listed name of two words or more that is no person's, or an empty string."""
    words = name.split()
    if len(name) < MIN_LETTERS or words[0] == "the" or not all(map(str.isalpha, words)):
        return ""
    for form in names.exact(name):
        if form.flag != WRONG and form.entry.kind not in ("", "person") and " " in form.text:
            return form.text
    return ""

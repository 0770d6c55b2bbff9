"""A capital in mid-sentence that no name explains: the seam of two sentences."""

from __future__ import annotations

from collections.abc import Iterator

from ..document import Document
from ..findings import Hit, Severity
from ..lazy import lazy_pattern
from ..text.lexicon import lexicon
from ..text.tags import ADJECTIVE, NOUN, PARTICIPLE, PAST, PROPER, THIRD, tags
from ..text.titles import CALENDAR, NATIONALITIES
from .registry import Context, check
from .seam_capitals import seam_capitals

# Words that stand with a capital only where a sentence starts, or inside a title of a work.
_FUNCTION = frozenset(
    """the this that these those it its he she they we their our there here what when where
    how why although though because while if since unless until however therefore
    meanwhile moreover furthermore nevertheless but and or so yet nor in on at by for from with
    without to of as into over under after before between among during about despite amid
    according a an one is are was were has have had not no some many most both each every such also
    then thus only even more less you outside inside later yesterday tomorrow soon nobody
    everybody everyone somebody nothing everything perhaps maybe again often never always""".split()
)
# A lower-case word, one space, a capitalised word, one space, a lower-case word or a name.
_CAPITAL = lazy_pattern(r"([A-Z](?<=[a-z0-9,]\ [A-Z])[a-z]*)(?=\ [^\W\d_])")
_WORD_BEFORE = lazy_pattern(r"[\w’'.&-]+,?$")
# Words after which a title of a work follows with its capital.
_TITLES_FOLLOW = frozenset(
    """called titled entitled named song album film movie book novel show series single hit band
    programme program play musical game magazine newspaper documentary episode sitcom drama track
    titled, app podcast group ballad anthem hymn sequel memoir poem opera column group’s brand
    blog site website question word words sign slogan headline caption label phrase letter in’
    sang sings sing wrote read reads played starred starring directed singing rule motto campaign
    chapter exhibition painting project initiative version cover theme soundtrack comedy thriller
    classic hits albums films songs books shows""".split()
)
# Behind these a name follows, of whatever words: "a man by the name of Only".
_NAMED = lazy_pattern(
    r"\b(?:by\sthe\snames?\sof|under\sthe\s(?:name|title|heading)(?:\sof)?|known\sas|called|named|nicknamed|dubbed"
    r"|christened|titled|entitled|headed|headlined)\s[“\"‘']?$"
)
# Code points before a word in which that is looked for.
NAMED = 30
# These start a sentence before a name too; before other words a title is likelier.
_BEFORE_NAMES = frozenset("although it he she they because since while meanwhile however".split())
_ASKING = frozenset("who what why how where when which if is are".split())
_OPENERS = frozenset("among in on at by for from with without to of into over under after".split())
_CLAUSE_VERBS = frozenset("is was has had will would are were have can could should".split())
_PLAIN = frozenset(
    "back again already together later next last same another other several former latest recent".split()
)
# Behind an acronym and a comma these start a sentence: "he asked the VAR, No foul".
_AFTER_ACRONYM = frozenset("No The It He She They This But And There We".split())
# Lines of verse in a row: "whether the wind sings Over the empty field, Like a song".
_VERSE = lazy_pattern(r", (?:Like|Or|And|So|But|As|That|Where|When|With|In|To|For),? [a-z]")
VERSE = 80
# Behind a nationality these tell that somebody is meant, and no body.
_OFFICES = frozenset(
    """president prime minister foreign defense defence finance prosecutor attorney general ambassador
    chancellor king queen prince army police government parliament embassy""".split()
)
# A date with one of these behind it ended a sentence.
_CLAUSES = frozenset("The It He She They We There This These Those".split())
# Behind a weekday these are no names, unless a programme's name goes on.
_TIMES = frozenset("Morning Afternoon Evening Night".split())
# Behind a name these start a clause.
_AFTER_NAMES = frozenset("The This These Those There But".split())
# Behind a nationality these name a paper: The Irish Times, The Jewish Chronicle.
_MEDIA = frozenset(
    """Times Express Herald Post Chronicle Conservative Telegraph Sun News Tribune Journal Star
    Daily Independent Mail Mirror Observer Reporter Review Spectator Insider Life Prospect Interest
    Monthly Weekly Examiner Standard World Eye Voice Press Book Patient Pie Office Girl Apprentice
    Dream Job Game""".split()
)
# Behind these an adjective is no name: "very Clear".
_DEGREES = frozenset("very too quite rather extremely".split())
_ARTICLES = frozenset("a an the his her its their any no some every each".split())
# Behind these a noun names an office, a body or an age: "the former Chancellor of".
_NAMED_BY = frozenset(
    """first second third fourth fifth last next new old former late current then great same other
    own only top senior shadow deputy acting outgoing incoming so-called united royal free""".split()
)
_AFTER_NOUN = frozenset("and with of in for to that which by on at from as but is was".split())
# A shorter noun is an abbreviation as often, in letters.
MIN_NOUN = 5
_LETTERS = lazy_pattern(r"[A-Za-z]*")
_YEAR = lazy_pattern(r"(?:19|20)\d\d")
# A shorter text before a date is a line of a table or a byline, in code points.
MIN_CLAUSE = 40
# A clause that a capitalised word starts goes on with so many.
CLAUSE_WORDS = 4
# A shorter name before "He" or "She" is a family name before a given one, in letters.
MIN_NAME = 5
# Capitals of this many words of one article are its way of writing.
MAX_CAPITALS = 4


@check(
    "garble/stray-capital",
    severity=Severity.WARNING,
    confidence=0.88,
    flags=[
        "He ended the talks with the rebels Although the army was against it.",
        "Under pressure from lawmakers, last month Released by the White House was a memo.",
        "He said that the enemy It had lost up to 400 men in a day.",
    ],
    keeps=[
        "She read it in The Economist on the way to The Hague and The Bronx.",
        "The band called The Who played a song named Because in the hall.",
        "The question was, Who pays for it? They saw Among the Living and It Takes Two.",
    ],
)
def stray_capital(doc: Document, ctx: Context) -> Iterator[Hit]:
    """A capitalised word in mid-sentence that no name explains: "the talks Although the army".

    Two sentences ran into one, or a piece of another was moved in. Only words that make no names
    are looked at; titles of works, names of bands and papers, and quoted questions are guarded.
    A noun is looked at only behind an article and an adjective, or before an auxiliary ("a Guard
    cannot"). On machine-translated news 36 of 39 were right, on pages of such sites 25 of 26, on edited
    news 2 of 2. Bodies that may write their own article large ("The American Red Cross") are only
    mentioned.
    """
    found: list[Hit] = []
    text = doc.text
    for match in _CAPITAL.finditer(text):
        word = match.group(1)
        hit = _seam(doc, text, match.start(), match.end(), word)
        if hit is not None:
            found.append(hit)
    marked = {hit.start for hit in found}
    found.extend(hit for hit in seam_capitals(doc) if hit.start not in marked)
    found = [h for h in found if not _NAMED.search(text, max(h.start - NAMED, 0), h.start)]
    if len(found) <= MAX_CAPITALS:
        yield from found


def _seam(doc: Document, text: str, start: int, end: int, word: str) -> Hit | None:
    lower = word.lower()
    if not (lower in _FUNCTION or lower in _PLAIN or lower.endswith("ed") or word in _TIMES):
        return _common(text, start, end, word, lower)
    comma = text[start - 2] == ","
    match = _WORD_BEFORE.search(text, max(start - 30, 0), start - 1)
    earlier = match.group().rstrip(",") if match else ""
    following = text[end + 1 : end + 30].split(None, 1)[0] if end + 1 < len(text) else ""
    if not earlier or earlier.lower() in _TITLES_FOLLOW:
        return None
    if earlier.lower() in CALENDAR or _YEAR.fullmatch(earlier):
        return _after_date(doc, start, end, word, following)
    if earlier[-1].isdigit():
        return None
    if not earlier.islower():
        named = comma and len(earlier) > 1
        if named and word in _AFTER_ACRONYM and following.islower() and not doc.in_quote(start):
            return Hit(start, end, f"{word!r} starts a sentence inside another")
        return _after_name(doc, start, end, word, lower, following, earlier)
    if following[:1].isupper() and lower not in _BEFORE_NAMES and word != "The":
        return None
    if earlier in ("and", "or", "of", "the", "in") and _is_in_title(text, start - len(earlier) - 1):
        return None
    if comma and lower in _ASKING:
        return None
    sentence = doc.sentence_at(start)
    if start - sentence.start < 8 or (doc.in_quote(start) and not comma):
        return None
    if comma and lower == "we" and not doc.in_quote(start):
        # "The lesson has been, We underestimated them."
        return None
    if lower in _FUNCTION:
        if _is_title(doc, lower, start, following, comma, sentence.end):
            return None
        if _VERSE.search(text, end, min(end + VERSE, sentence.end)):
            return None
        if word == "The" and following[:1].isupper():
            # Bodies may have it in their own names: The American Red Cross.
            body = text[end + 1 : sentence.end].split(None, 2)[1:2]
            named = bool(body) and body[0][:1].isupper() and body[0].lower() not in _OFFICES
            said = "'The' has a capital before a name in mid-sentence"
            return Hit(start, end, said, severity=Severity.INFO if named else None)
        return Hit(start, end, f"{word!r} starts a sentence inside another")
    if comma or not following[:1].islower():
        return None
    return _plain(text, start, end, word, lower)


def _common(text: str, start: int, end: int, word: str, lower: str) -> Hit | None:
    """Return the hit of a common noun or adjective behind words that no name follows, or None."""
    before = text.rfind(" ", 0, start - 1)
    earlier = text[before + 1 : start - 1]
    if earlier not in _DEGREES:
        article = text[text.rfind(" ", 0, max(before, 0)) + 1 : before].lstrip('“"(\n')
        if article not in _ARTICLES or not (earlier.islower() and earlier.isalpha()):
            return None
    if text[end + 1 : end + 2].isupper():
        return None
    flags = tags().of(lower)
    if earlier in _DEGREES:
        plain = flags & ADJECTIVE and not flags & (NOUN | PROPER)
    else:
        of_thing = tags().of(earlier) & (ADJECTIVE | PARTICIPLE)
        plain = flags & NOUN and not flags & PROPER and of_thing and earlier not in _NAMED_BY
        plain = plain and not tags().of(earlier) & (NOUN | PROPER) and len(lower) >= MIN_NOUN
    known = lexicon()
    if not plain or known.is_name(lower) or not known.is_word(lower) or lower in NATIONALITIES:
        return None
    if text[end + 1 : end + 30].split(None, 1)[0] not in _AFTER_NOUN or text.count(word) > 1:
        return None
    return Hit(start, end, f"{word!r} is written like a name and is none")


def _after_date(doc: Document, start: int, end: int, word: str, following: str) -> Hit | None:
    """Return the hit of a word that starts a clause behind a weekday, month or year, or None."""
    if word not in _CLAUSES | _TIMES or doc.text[start - 2] == "," or not following[:1].islower():
        return None
    if word in _TIMES:
        if doc.in_quote(start) or following in _AFTER_NOUN:
            return None
        return Hit(start, end, f"{word!r} is written like a name and is none")
    if doc.in_quote(start) or start - doc.sentence_at(start).start < MIN_CLAUSE:
        return None
    return Hit(start, end, f"{word!r} starts a sentence inside another")


def _after_name(
    doc: Document, start: int, end: int, word: str, lower: str, following: str, earlier: str
) -> Hit | None:
    """Return the hit of a pronoun behind a name that starts a clause of its own, or None."""
    if lower.capitalize() in _AFTER_NAMES and doc.text[start - 2] != ",":
        return _clause_after_name(doc, start, end, following, earlier)
    if lower not in ("it", "he", "she", "they"):
        return None
    acts = doc.text[start - 2] == "," and tags().of(following) & (THIRD | PAST)
    if following not in _CLAUSE_VERBS and not acts:
        return None
    if doc.in_quote(start) or not earlier[1:].islower() or len(earlier) < MIN_NAME:
        return None
    if doc.text[start - 2] != "," and not lexicon().is_name(earlier.lower()):
        # "Liu He has met": a given name.
        return None
    if lexicon().is_word(earlier.lower()) and not lexicon().is_name(earlier.lower()):
        # "The first batch of We Can Do It was sold out."
        return None
    return Hit(start, end, f"{word!r} starts a sentence inside another")


def _clause_after_name(
    doc: Document, start: int, end: int, following: str, earlier: str
) -> Hit | None:
    """Return the hit of a capitalised article behind a name, or None."""
    sentence = doc.sentence_at(start)
    if doc.in_quote(start) or start - sentence.start < MIN_CLAUSE or not following.isalpha():
        return None
    if not following.islower() or not earlier[1:].islower() or len(earlier) < MIN_NAME:
        return None
    words = doc.text[end : sentence.end].split()
    if len(words) < CLAUSE_WORDS or any(word[0].isupper() for word in words[:2]):
        return None
    return Hit(start, end, f"{doc.text[start:end]!r} starts a sentence inside another")


def _plain(text: str, start: int, end: int, word: str, lower: str) -> Hit | None:
    """Return the hit of a word that is no noun and no name, or None."""
    if lower in _PLAIN:
        return Hit(start, end, f"{word!r} is written like a name and is none")
    known = lexicon()
    flags = tags().of(lower)
    if not lower.endswith("ed") or not flags & PARTICIPLE or flags & (NOUN | PROPER):
        return None
    if known.is_name(lower) or text[end + 1 : end + 4] not in ("by ", "in ", "on ", "at ", "to "):
        return None
    return Hit(start, end, f"{word!r} is written like a name and is none")


def _is_in_title(text: str, start: int) -> bool:
    """Say whether the word that ends before `start` is capitalised: a title goes on."""
    begin = text.rfind(" ", 0, max(start - 1, 0)) + 1
    return text[begin : begin + 1].isupper()


def _is_title(
    doc: Document, lower: str, start: int, following: str, comma: bool, stop: int
) -> bool:
    """Say whether a capitalised function word belongs to a name or the title of a work."""
    if lower == "the":
        if following.lower().removesuffix("s") in NATIONALITIES:
            after = doc.text[start : min(stop, start + 60)].split(None, 3)[2:3]
            named = _LETTERS.match(after[0]) if after else None
            return named is not None and named.group() in _MEDIA
        return following[:1].isupper() or not following[:1].isalpha()
    if lower in ("a", "an") or len(lower) == 1:
        return True
    if following[:1].isupper():
        return lower not in _BEFORE_NAMES
    second = doc.text[start : min(stop, start + 60)].split(None, 3)[2:3]
    return lower in _OPENERS and bool(second) and second[0][:1].isupper()

"""A counted noun without its plural: "two time", "carried out many system"."""

from __future__ import annotations

from collections.abc import Iterator

from ..document import Document
from ..findings import Edit, Hit, Severity
from ..lazy import lazy_pattern
from ..text.lexicon import lexicon
from ..text.tags import (
    ADJECTIVE,
    ADVERB,
    BASE,
    MOSTLY_NOUN,
    MOSTLY_VERB,
    NOUN,
    PAST,
    PLURAL,
    VERB,
    tags,
)
from .registry import Context, check

_NUMBERS = frozenset(
    """two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty
    seventy eighty ninety several many 2 3 4 5 6 7 8 9""".split()
)
# A longer number in digits is a year as often.
MAX_DIGITS = 3
# What stands behind a noun to which no other is added: "the 18 month ban" is right.
_BEHIND = frozenset(
    """were are have who in on at of from to with for by after during that which since before but against
    near around into ago later earlier along through without between within while when because until
    across outside inside per""".split()
)
# A noun behind a number, and what follows it.
_NOUN = lazy_pattern(r" (?P<noun>[a-z]{3,})(?P<behind>[.,;](?!\w)|\s[a-z]+\b)")
# Amounts of something: "a number of", "dozens of"; behind "one of" stands a determiner.
_AMOUNTS = frozenset("number dozens hundreds thousands".split())
_DETERMINERS = frozenset("the his her their its our my".split())
_SUPERLATIVE = lazy_pattern(r"(?: (?:most [a-z]+|[a-z]+est))?")
# Behind these a number names one thing, or ends a range.
_NAMED = frozenset(
    "top to than class volume page chapter version season episode type phase stage part number level room "
    "article section aged age an any another per every each one day line route group grade gate flight act "
    "entire whole new old own my your".split()
)
# Behind these the number may stand alone, and a verb behind it: "the other two work for a bank".
_ALONE = frozenset(
    "the other these those all who we you they last first both and or but as".split()
)
# "2 police officer were": a noun and a verb of many behind the counted noun.
_COMPOUND = lazy_pattern(r"[a-z]{3,} (?P<noun>[a-z]{4,})(?= (?:were|are|have|and \d+)\b)")
# Behind "a number of paper" stands any verb.
_BE = frozenset(["was", "is", "has"])
# Groups that are many: "one of the team".
_GROUPS = frozenset(
    "team class staff group crew family squad audience majority minority board cast band party police public".split()
)
_OTHER = PLURAL | ADJECTIVE | ADVERB | VERB & ~BASE
_HISS = ("s", "x", "z", "ch", "sh")
# The plural is in use, and not much rarer than the word.
MIN_ZIPF, MAX_RARER = 3.0, 0.8


@check(
    "garble/counted",
    severity=Severity.WARNING,
    confidence=0.85,
    fixable=True,
    flags=["The ministry heard many system, and it came two time in a week."],
    keeps=[
        "They carried out many system and method reforms. The Nov. 8 election, the Channel 4 show, a top 50 word and an 18 month ban are known.",
        "Her entire 360 library is old. They caught two fish, three sheep and ten people from five to 17 work in industry.",
        "The other two work for a bank. He ran two to one, paid five percent and saw four good in it.",
    ],
)
def counted(doc: Document, ctx: Context) -> Iterator[Hit]:
    """A noun in the singular behind a number: "it came two time", "many system".

    Turkish, Hungarian, Persian, Chinese, Japanese and Korean leave a counted noun as it is. Only words
    that are mostly nouns and have a plural in common use are looked at, where no other noun follows; amounts
    ("dozens of soldier", "one of the best player") count as numbers. On machine-translated news and
    pages of such sites 6 of 6 were right; edited news holds none.
    """
    tokens, lowers = doc.tokens, doc.tokens.lowers
    for at, word in enumerate(lowers):
        if word in _NUMBERS or (word[0].isdigit() and _is_amount(word)):
            yield from _behind_number(doc, at)
        elif word == "of" or word == "few":
            first, end = _amount(doc, at)
            found = _NOUN.match(doc.text, end) if end else None
            if found is None or found["behind"] == "," or doc.in_quote(tokens.starts[at]):
                # A comma may go on with a list: "dozens of company, state and city offices".
                continue
            if ends_phrase(found["behind"]) or found["behind"].strip() in _BE:
                yield from _hit(doc.text, first, *found.span("noun"))


def _behind_number(doc: Document, at: int) -> Iterator[Hit]:
    """Yield the hit of the noun behind the number that is token `at`."""
    tokens, text = doc.tokens, doc.text
    start = tokens.starts[at]
    found = _NOUN.match(text, tokens.ends[at])
    if found is None:
        return
    before = tokens.texts[at - 1] if at else ""
    if not (before.islower() and before.isalpha() and text[tokens.ends[at - 1] : start] == " "):
        # "the Nov. 8 election", "Channel 4 show"
        before = ""
        if not doc.opens_sentence(start):
            return
    noun = found["noun"]
    ranged = before == "to" and at > 1 and tokens.lowers[at - 2] in _NUMBERS
    if (before in _NAMED and not ranged) or (
        (ranged or before in _ALONE) and tags().of(noun) & BASE
    ):
        return
    if ends_phrase(found["behind"]):
        yield from _hit(text, start, *found.span("noun"))
    elif not before and (compound := _COMPOUND.match(text, found.start("noun"))):
        yield from _hit(text, start, *compound.span("noun"))


def _is_amount(word: str) -> bool:
    """Say whether a token in digits counts things: "12", "6,000", no year and no decimal."""
    thousands = (
        "," in word
        and word.replace(",", "").isdigit()
        and len(word.rpartition(",")[2]) == MAX_DIGITS
    )
    return thousands or (word[0] != "0" and word.isdigit() and 1 < len(word) <= MAX_DIGITS)


def _amount(doc: Document, at: int) -> tuple[int, int]:
    """Return where the amount that holds "of" or "few" as token `at` starts and ends, or (0, 0)."""
    tokens, lowers = doc.tokens, doc.tokens.lowers
    before = lowers[at - 1] if at else ""
    if lowers[at] == "few":
        return (tokens.starts[at - 1], tokens.ends[at]) if before == "a" else (0, 0)
    if before in _AMOUNTS and (before != "number" or (at > 1 and lowers[at - 2] == "a")):
        return tokens.starts[at - 1 - (before == "number")], tokens.ends[at]
    if before == "one" and lowers[at + 1 : at + 2] and lowers[at + 1] in _DETERMINERS:
        superlative = _SUPERLATIVE.match(doc.text, tokens.ends[at + 1])
        return tokens.starts[at - 1], superlative.end() if superlative else tokens.ends[at + 1]
    return 0, 0


def _hit(text: str, first: int, start: int, end: int) -> Iterator[Hit]:
    """Yield the hit of a countable noun that stands at [start, end), behind an amount at `first`."""
    noun = text[start:end]
    plural = plural_of(noun)
    if is_countable(noun, plural):
        yield Hit(
            first,
            end,
            f"{noun!r} needs its plural behind a number",
            suggestions=(f"{text[first:start]}{plural}",),
            edits=(Edit(start, end, plural),),
        )


def stops_noun(behind: str) -> bool:
    """Say whether a mark or a word that is never part of a compound follows a noun."""
    word = behind.strip()
    return not word.isalpha() or word in _BEHIND


def ends_phrase(behind: str) -> bool:
    """Say whether no other noun follows: a mark, a preposition or a verb does."""
    flags = tags().of(behind.strip())
    return stops_noun(behind) or bool(flags & PAST and flags & MOSTLY_VERB)


def plural_of(word: str) -> str:
    """Return the regular plural of a noun in lower case."""
    if word.endswith("y") and word[-2] not in "aeiou":
        return f"{word[:-1]}ies"
    return f"{word}es" if word.endswith(_HISS) else f"{word}s"


def is_countable(word: str, plural: str) -> bool:
    """Say whether a word in lower case is mostly a noun with a plural in common use."""
    flags, known = tags().of(word), lexicon()
    plain = flags & NOUN and flags & MOSTLY_NOUN and not flags & _OTHER and word not in _GROUPS
    return (
        bool(plain and tags().of(plural) & PLURAL)
        and known.zipf(plural) >= MIN_ZIPF
        and known.zipf(plural) >= known.zipf(word) - MAX_RARER
    )

"""A counted noun without its plural: "two time", "carried out many system"."""

from __future__ import annotations

import re
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

_NUMBERS = (
    r"two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|"
    r"sixty|seventy|eighty|ninety|several|many|[2-9]|[1-9]\d{1,2}"
)
# What stands behind a noun to which no other is added: "the 18 month ban" is right.
_BEHIND = frozenset(
    """were are have who in on at of from to with for by after during that which since before but against
    near around into ago later earlier along through without between within while when because until
    across outside inside per""".split()
)
# A number behind a word in lower case ("the Nov. 8 election", "Channel 4 show") or at the start of a
# sentence, and two words, or a word and a mark.
_COUNTED = lazy_pattern(
    rf"(?:(?<![\w’'.-])(?P<before>[a-z]{{2,}}) |(?:^|(?<=[.!?”\"]\s)))(?P<number>(?i:{_NUMBERS})) "
    r"(?P<noun>[a-z]{3,})(?P<behind>[.,;](?!\w)|\s[a-z]+\b)",
    re.MULTILINE,
)
# "a number of paper", "one of the player": behind these a noun has its plural.
_SEVERAL = lazy_pattern(
    r"\b(?P<number>(?i:a\snumber\sof|one\sof\s(?:the|his|her|their|its|our|my)(?:\s(?:most\s[a-z]+|[a-z]+est))?|dozens\sof|hundreds\sof|"
    r"thousands\sof|a\sfew)) (?P<noun>[a-z]{4,})(?P<behind>[.;](?!\w)|\s[a-z]+\b)"
)
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
_BE = frozenset([" was", " is", " has"])
# Groups that are many: "one of the team".
_GROUPS = frozenset(
    "team staff group crew family squad audience majority minority board cast band party police public".split()
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
    that are mostly nouns and have a plural in common use are looked at, where no other noun follows. On
    machine-translated news and pages of such sites 3 of 3 were right; edited news holds none.
    """
    for match in _COUNTED.finditer(doc.text):
        before, noun = match["before"], match["noun"]
        if before in _NAMED or (before in _ALONE and tags().of(noun) & BASE):
            continue
        if not before and doc.sentence_at(match.start()).start != match.start():
            # "the Nov. 8 election"
            continue
        if ends_phrase(match["behind"]):
            yield from _hit(match, *match.span("noun"))
        elif (compound := _COMPOUND.match(doc.text, match.start("noun"))) and not before:
            yield from _hit(match, *compound.span("noun"))
    for match in _SEVERAL.finditer(doc.text):
        behind = match["behind"]
        if (ends_phrase(behind) or behind in _BE) and not doc.in_quote(match.start()):
            yield from _hit(match, *match.span("noun"))


def _hit(match: re.Match[str], start: int, end: int) -> Iterator[Hit]:
    """Yield the hit of a countable noun that stands at [start, end)."""
    noun = match.string[start:end]
    plural = plural_of(noun)
    if is_countable(noun, plural):
        first = match.start("number")
        yield Hit(
            first,
            end,
            f"{noun!r} needs its plural behind a number",
            suggestions=(f"{match.string[first:start]}{plural}",),
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

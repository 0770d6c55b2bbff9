"""A counted noun without its plural: "two time", "carried out many system"."""

from __future__ import annotations

from collections.abc import Iterator

from ..document import Document
from ..findings import Edit, Hit, Severity
from ..lazy import lazy_pattern
from ..text.lexicon import lexicon
from ..text.tags import ADJECTIVE, ADVERB, BASE, MOSTLY_NOUN, NOUN, PLURAL, VERB, tags
from .registry import Context, check

_NUMBERS = (
    r"two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|"
    r"sixty|seventy|eighty|ninety|several|many|[2-9]|[1-9]\d{1,2}"
)
# What stands behind a noun to which no other is added: "the 18 month ban" is right.
_BEHIND = (
    "were|are|have|who|in|on|at|of|from|to|with|for|by|after|during|that|which|since|before|"
    "but|against|near|around|into|ago|later|earlier|along|through|without|between|within|while|when|"
    "because|until|across|outside|inside"
)
# Before the number a word in lower case: "the Nov. 8 election", "Channel 4 show".
_COUNTED = lazy_pattern(
    rf"(?<![\w’'.-])([a-z]{{2,}}) ({_NUMBERS}) ([a-z]{{4,}})(?=[.,;](?!\w)|\s(?:{_BEHIND})\b)"
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
        before, number, word = match.groups()
        plural = _plural(word)
        verb = before in _ALONE and tags().of(word) & BASE
        if before not in _NAMED and not verb and _is_countable(word, plural):
            yield Hit(
                match.start(2),
                match.end(),
                f"{word!r} needs its plural behind a number",
                suggestions=(f"{number} {plural}",),
                edits=(Edit(*match.span(3), plural),),
            )


def _plural(word: str) -> str:
    if word.endswith("y") and word[-2] not in "aeiou":
        return f"{word[:-1]}ies"
    return f"{word}es" if word.endswith(_HISS) else f"{word}s"


def _is_countable(word: str, plural: str) -> bool:
    flags, known = tags().of(word), lexicon()
    plain = flags & NOUN and flags & MOSTLY_NOUN and not flags & _OTHER
    return (
        bool(plain and tags().of(plural) & PLURAL)
        and known.zipf(plural) >= MIN_ZIPF
        and known.zipf(plural) >= known.zipf(word) - MAX_RARER
    )

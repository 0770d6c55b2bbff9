"""A space on one side of a hyphen: "half- timbered", "Es -Samak"."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from ..document import Document
from ..findings import Edit, Hit, Severity
from ..lazy import lazy_pattern
from ..text.lexicon import lexicon
from ..text.tags import ING, PARTICIPLE, tags
from .density import weighed
from .registry import Context, check

_BEHIND = lazy_pattern(r"- (?<=[^\W\d_]- )(?=[^\W\d_]{3})")
_BEFORE = lazy_pattern(r" -(?<=[^\W\d_] -)(?=[A-Z][^\W\d_])")
_LAST = lazy_pattern(r"(?<![\w’'.@/-])[^\W\d_]{2,}$")
_NEXT = lazy_pattern(r"[^\W\d_]+(?![\w’'@/]|\.\w)")
# Longer words are cut before they are looked at, in code points.
WORD_WINDOW = 30
# A hyphen before these hangs: "two- or three-day", "low- to mid-range".
_LINKS = frozenset("and or to nor but as through versus than und oder plus rather not".split())
# So many whole compounds to one torn are an editor's text, whose line ends left a gap.
MAX_WHOLE = 3
_WHOLE = lazy_pattern(r"(?<=[a-z])-(?=[a-z])")
# So far behind a hanging hyphen its other half stands, in code points.
HANGS = 40
# What stands at no word's end, so that a hyphen and its word follow.
_PREFIXES = frozenset(
    "anti pre non half self ex co semi multi ultra mid vice pro sub quasi neo pan".split()
)
# The articles of Arabic names, that a hyphen binds.
_ARABIC = frozenset(
    "Al El As Es Ash Esh An At Ad Ar Az al el as es ash an at ad ar az ul ur".split()
)


@check(
    "garble/hyphen-gap",
    severity=Severity.WARNING,
    confidence=0.88,
    fixable=True,
    flags=[
        "The oak- panelled hall was full, and the anti- noise law was read.",
        "They sailed from Ras El -Bahr to the north.",
        "The ship called at Port- Louis twice. The Port-Louis pilots were asleep.",
    ],
    keeps=[
        "Pre- and post-war houses, two- or three-day trips, low- to mid-range boats.",
        "OSLO - The mayor said - as ever - no. He left- she stayed, and it was -5.",
        "Small-, medium- and large-scale farms; short- medium- and long-term plans.",
    ],
)
def hyphen_gap(doc: Document, ctx: Context) -> Iterator[Hit]:
    """A space on one side of the hyphen of one word: "half- timbered", "Es -Samak".

    Machine translation works on tokens and glues them badly. The whole word must stand elsewhere
    in the article, or begin with a prefix or an Arabic article, or end in a participle. Hyphens
    that hang ("pre- and post-war") and those set for a dash are left alone. In a long article, and
    among many whole compounds, one of small words is only mentioned: editors slip there as well.
    """
    text = doc.text
    if "- " in text or " -" in text:
        found = list(_hits(text))
        if found:
            edited = len(_WHOLE.findall(text)) > MAX_WHOLE * len(found)
            yield from weighed(doc, (_levelled(hit, edited) for hit in found))


def _levelled(hit: Hit, edited: bool) -> Hit:
    """Return the hit as a note where it is one torn compound of small words among many whole."""
    small = hit.suggestions[0][0].islower()
    level = Severity.INFO if small and edited else None if small else Severity.WARNING
    return msgspec.structs.replace(hit, severity=level)


def _hits(text: str) -> Iterator[Hit]:
    for pattern in (_BEHIND, _BEFORE):
        for match in pattern.finditer(text):
            at, end = match.span()
            left = _LAST.search(text[max(at - WORD_WINDOW, 0) : at])
            right = _NEXT.match(text, end)
            if left is None or right is None or right.group() in _LINKS:
                continue
            if not _is_one(text, left.group(), right):
                continue
            begin = at - len(left.group())
            gap = at + 1 if text[at] == "-" else at
            shown = text[begin : right.end()]
            yield Hit(
                begin,
                right.end(),
                f"{shown!r} has a space at its hyphen",
                suggestions=(shown.replace(" ", ""),),
                edits=(Edit(gap, gap + 1, ""),),
            )


def _is_one(text: str, left: str, right: re.Match[str]) -> bool:
    """Say whether the words on both sides of a hyphen are one word."""
    word = right.group()
    if re.search(rf"(?i)(?<![\w-]){left}-{word}\b", text):
        return True
    if left in _ARABIC:
        return word[0].isupper() and not left.islower()
    if not left.islower() or text[right.start() - 2 : right.start()] != "- ":
        return False
    if "-" in text[right.end() : right.end() + HANGS] and text[right.end()] in "-,":
        return False
    known = lexicon()
    if left in _PREFIXES:
        return known.is_word(word.lower()) or word[0].isupper()
    ends = tags().of(word) & (PARTICIPLE | ING) and word.endswith(("ed", "ing"))
    follows = text[right.end() : right.end() + 2]
    return bool(ends) and known.is_word(left) and follows[:1] == " " and follows[1:].islower()

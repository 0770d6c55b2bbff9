"""Where two words run together inside one: "withthe", "inmorning", "villagershid", "PSOEvoted"."""

from __future__ import annotations

from ..text.lexicon import lexicon
from ..text.tags import ADJECTIVE, ING, NOUN, PARTICIPLE, PAST, PLURAL, tags
from ..text.unknown import halves

# A word must be this common (Zipf) to be found as half of two that run together.
MIN_HALF = 4.0
MIN_HALF_LETTERS = 4
# Function words that stand at the head or the end of what is no compound.
_LINKS = frozenset(
    """the that which and with was were has had have said they this from who when where their for
    are been will would about after before into because against between went came took gave got made
    told asked added""".split()
)
# Behind these the other half may be rarer (Zipf): hardly a word ends like them.
_SURE_LINKS = frozenset("the which that with were they from this".split())
MIN_SURE_HALF = 3.2
_SHORT_LINKS = frozenset("so in to of by on is it as at he we be an or".split())
# Words that begin no longer word, before one that is this common (Zipf).
_HEADS = frozenset("such these those could should would whose each our your them".split())
# Pronouns behind a verb.
_OBJECTS = ("him", "them", "their", "his")
# Two letters that begin a word now and then: what follows is as common as this (Zipf), and no
# adjective: "ofweapons", "inmorning", "isgoing".
_SHORT_HEADS = frozenset("of is in to".split())
MIN_AFTER_SHORT = 4.25
_IN_COMPOUNDS = frozenset("house person service country session district work stream game".split())
# Behind a plural no compound has these: "villagershid".
_PASTS = frozenset(
    """hid said told went came took gave got made won lost held saw met died fell rose began were
    have had will would could""".split()
)
_PLURAL_HEADS = frozenset(
    "sports sales goods rights works arms ladies savings communications".split()
)
# At the head of a sentence, with what goes on: "Inaddition", "Onthe".
_OPENERS = {
    "in": "the addition this his their particular fact total general response january february march april june july august september october november december",
    "on": "the monday tuesday wednesday thursday friday saturday sunday this",
    "at": "the least present this",
    "for": "the example instance this",
    "as": "the well for soon part a",
    "of": "the course this",
    "with": "the this his their",
    "from": "the this that",
    "after": "the this that",
    "but": "the this that he she they it",
    "and": "the this that he she they it",
    "according": "to",
    "when": "the he she they",
}  # fmt: skip


def glued_at(word: str) -> int:
    """Return where two words run together in an unknown lower-case word, or 0."""
    known = lexicon()
    for left, right in halves(word):
        linked = right in _LINKS or left in _LINKS
        other = left if right in _LINKS else right
        least = MIN_HALF if right not in _SURE_LINKS else MIN_SURE_HALF
        if linked and known.zipf(other) >= least and len(other) >= MIN_HALF_LETTERS:
            return len(left)
        if _is_seam(left, right):
            return len(left)
    for link in _SHORT_LINKS:
        rest = word[: -len(link)]
        if word.endswith(link) and rest in _LINKS:
            return len(rest)
        if word.startswith(link) and word[len(link) :] in ("the", "this", "that", "their"):
            return len(link)
    return _after_short(word)


def _is_seam(left: str, right: str) -> bool:
    """Say whether two known words make no compound."""
    zipf, of = lexicon().zipf, tags().of
    if left in _HEADS:
        return zipf(right) >= MIN_HALF and len(right) >= MIN_HALF_LETTERS
    if right in _OBJECTS:
        return bool(of(left) & PAST) and zipf(left) >= MIN_SURE_HALF and not of(left) & NOUN
    return (
        right in _PASTS
        and bool(of(left) & PLURAL)
        and left.endswith("s")
        and len(left) > MIN_HALF_LETTERS
        and zipf(left) >= MIN_SURE_HALF
        and left not in _PLURAL_HEADS
    )


def _after_short(word: str) -> int:
    """Return 2 where a word of two letters stands before a common noun or a participle, or 0."""
    head, rest = word[:2], word[2:]
    known = lexicon()
    if head not in _SHORT_HEADS or len(rest) <= MIN_HALF_LETTERS or not known.is_word(rest):
        return 0
    if known.zipf(rest) < MIN_AFTER_SHORT or rest in _IN_COMPOUNDS:
        return 0
    flags = tags().of(rest)
    if head == "is":
        return 2 if flags & (ING | PARTICIPLE) else 0
    return 2 if flags & NOUN and not flags & (ADJECTIVE | ING | PAST) else 0


def opener_at(lower: str) -> int:
    """Return where an opener ends in an unknown word with a capital, given in lower case, or 0."""
    for head, goes_on in _OPENERS.items():
        if lower.startswith(head) and lower[len(head) :] in goes_on.split():
            return len(head)
    return 0

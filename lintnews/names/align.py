"""Two names part by part: which parts are equal, which near, which missing."""

from __future__ import annotations

import msgspec

from .attest import attested, rarity
from .costs import EditCosts
from .inflect import is_inflected
from .reach import within_reach
from .sound import heard_letters
from .store import Names

# Natural-log odds below which two parts are different names and the pair is given up.
WORST_PART = -4.0
# What a part that one side lacks costs: middle names and patronymics come and go.
MISSING_PART = -0.7
# What the other order of two parts costs.
SWAPPED = -1.0
# What an initial that fits says.
INITIAL = 0.8


# Natural-log odds of one near part, fitted like those of attest.py: a start, the learned costs
# (more where they are sure), each letter that differs, their share of the longer part, each letter
# of length, and a last vowel that alone differs (the case ending of the source language).
PART_START = 1.5
LEARNED = 0.2
LEARNED_SURE = 0.7
LETTER_DIFFERS = -1.3
SHARE_DIFFERS = -2.4
LETTER_LONG = 0.22
LONGEST_COUNTED = 12
LAST_VOWEL = 1.1
# Letters that a respelling costs whose sounds are the same.
RESPELLED = 1.0
# A part attested better than this is right, whatever stands near it; nothing is looked up for it.
HOPELESS = 5.5


def part_odds(a: str, b: str, names: Names, costs: EditCosts, trust: float = 1.0) -> float:
    """Return the natural-log odds that the folded part `a`, as written, should be `b`.

    `trust` is the share of its attestation that counts for the form as it stands.
    """
    from rapidfuzz.distance import OSA

    differs = float(OSA.distance(a, b))
    heard = heard_letters(a, b)
    if heard is not None:
        differs = min(differs, heard + RESPELLED)
    longer = max(len(a), len(b))
    learned = costs.log_odds(a, b)
    odds = PART_START + LEARNED * learned + LEARNED_SURE * max(learned, 0.0)
    odds += LETTER_DIFFERS * differs
    odds += SHARE_DIFFERS * differs / longer + LETTER_LONG * min(len(a), LONGEST_COUNTED)
    if a[:-1] == b[:-1] and a[-1] in "aeiouy" and b[-1] in "aeiouy":
        odds += LAST_VOWEL
    return odds - trust * attested(a, names)


class Alignment(msgspec.Struct, frozen=True):
    """`odds` in natural-log odds that both are one name; `changes` (written, right) by part."""

    odds: float
    changes: tuple[tuple[str, str], ...]
    swapped: bool = False


def align(
    written: tuple[str, ...],
    right: tuple[str, ...],
    names: Names,
    costs: EditCosts,
    trust: float = 1.0,
    inflected: bool = False,
) -> Alignment | None:
    """Return the best alignment of two folded names, or None where some part is far off.

    Both need their first and last parts to fit; inner parts may be missing on one side. `trust`
    is handed to `part_odds`; with `inflected` an English ending counts as a slip too.
    """
    best = _in_order(written, right, names, costs, trust, inflected)
    if len(written) == 2 == len(right):
        other = _in_order(written[::-1], right, names, costs, trust, inflected)
        if other is not None and (best is None or other.odds + SWAPPED > best.odds):
            best = Alignment(other.odds + SWAPPED, other.changes, True)
    return best


def _in_order(
    written: tuple[str, ...],
    right: tuple[str, ...],
    names: Names,
    costs: EditCosts,
    trust: float,
    inflected: bool,
) -> Alignment | None:
    if len(written) == len(right):
        pairs = list(zip(written, right, strict=True))
        odds = 0.0
    elif min(len(written), len(right)) >= 2:
        pairs = [(written[0], right[0]), (written[-1], right[-1])]
        inner, others = written[1:-1], right[1:-1]
        pairs += [(part, part) for part in inner if part in others]
        odds = MISSING_PART * abs(len(written) - len(right))
    else:
        return None
    changes = []
    for a, b in pairs:
        if a == b:
            odds += rarity(a, names)
            continue
        if len(a) == 1 or len(b) == 1:
            if a[0] != b[0]:
                return None
            odds += INITIAL
            continue
        if trust * attested(a, names) > HOPELESS or not within_reach(a, b):
            return None
        if is_inflected(a, b) and not inflected:
            return None
        near = part_odds(a, b, names, costs, trust)
        if near < WORST_PART:
            return None
        changes.append((a, b))
        odds += near
    return Alignment(odds, tuple(changes)) if changes else None


def is_unlike(alignment: Alignment) -> bool:
    """Say whether a part differs by two letters or more, consonants among them."""
    from rapidfuzz.distance import OSA

    return any(OSA.distance(a, b) > 1 and heard_letters(a, b) is None for a, b in alignment.changes)

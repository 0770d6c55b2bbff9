"""Which pairs of folded parts are near enough to be compared at all."""

from __future__ import annotations

from rapidfuzz import process
from rapidfuzz.distance import OSA

from .inflect import is_inflected
from .parts import name_parts
from .people import WRONG, Form

# Letters of a single name below which one edit makes another name.
MIN_LETTERS = 4
# Letters up to which another first letter makes another single name.
SHORT = 5
# Letters that may differ, by the length of the longer part: (up to this length, strict, lenient).
# Learned costs are sure only of near pairs; farther ones share no more than a skeleton. What is
# longer than the last length is no name.
_REACH = ((4, 1, 2), (5, 1, 2), (8, 2, 3), (99, 3, 4))
MOST = _REACH[-1][-1]


def within_reach(a: str, b: str, strict: bool = False) -> bool:
    """Say whether two folded parts are near enough for their costs to mean anything.

    `strict` is for parts that stand alone, without another part to support them.
    """
    reach = _reach(max(len(a), len(b)), strict)
    return abs(len(a) - len(b)) <= reach and OSA.distance(a, b, score_cutoff=reach) <= reach


def _reach(longer: int, strict: bool = False) -> int:
    """Return how many letters may differ where the longer part has so many; -1 for no name."""
    for size, tight, loose in _REACH:
        if longer <= size:
            return tight if strict else loose
    return -1


# The lenient reach by the length of the longer part.
_LOOSE = tuple(_reach(longer) for longer in range(_REACH[-1][0] + 1))


def reachable(part: str, others: dict[int, str]) -> set[int]:
    """Return the keys of the folded parts that are within reach of a part."""
    near = process.extract(part, others, scorer=OSA.distance, score_cutoff=MOST, limit=None)
    reach, length = _LOOSE, len(part)
    if length >= len(reach):
        return set()
    return {
        key
        for other, away, key in near
        if len(other) < len(reach) and away <= reach[max(length, len(other))]
    }


def alike(part: str, others: dict[int, str]) -> set[int]:
    """Return the keys of the parts that may stand for a part of a longer name: initials too."""
    if len(part) == 1:
        return set(others)
    return reachable(part, others) | {key for key, other in others.items() if len(other) == 1}


def near_forms(part: str, forms: tuple[Form, ...]) -> tuple[Form, ...]:
    """Return the right forms whose last part a written part may be a slip for."""
    return tuple(form for form in forms if form.flag != WRONG and is_near(part, form))


def is_near(part: str, form: Form) -> bool:
    """Say whether a written part may be a slip for a form's last part."""
    target = name_parts(form.text)[-1]
    if target == part or len(target) < MIN_LETTERS or form.text.isupper():
        # Acronyms are compared exactly or not at all: "Anto" is no slip for NATO.
        return False
    return within_reach(part, target) and not is_inflected(part, target)


def is_far(part: str, target: str) -> bool:
    """Say whether a short single name is too unlike another to be a slip for it: Kanto and Kazo.

    Beyond the strict reach, or with another first letter.
    """
    if max(len(part), len(target)) > SHORT:
        return False
    return part[0] != target[0] or not within_reach(part, target, strict=True)

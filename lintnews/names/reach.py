"""Which pairs of folded parts are near enough to be compared at all."""

from __future__ import annotations

import functools

from .inflect import is_inflected
from .parts import name_parts
from .people import WRONG, Form

# Letters of a single name below which one edit makes another name.
MIN_LETTERS = 4
# Letters that may differ, by the length of the longer part: (up to this length, strict, lenient).
# Learned costs are sure only of near pairs; farther ones share no more than a skeleton. What is
# longer than the last length is no name.
_REACH = ((4, 1, 2), (5, 1, 2), (8, 2, 3), (99, 3, 4))


@functools.lru_cache(maxsize=50_000)
def within_reach(a: str, b: str, strict: bool = False) -> bool:
    """Say whether two folded parts are near enough for their costs to mean anything.

    `strict` is for parts that stand alone, without another part to support them.
    """
    from rapidfuzz.distance import OSA

    longer = max(len(a), len(b))
    if longer > _REACH[-1][0]:
        return False
    reach = next(tight if strict else loose for size, tight, loose in _REACH if longer <= size)
    return abs(len(a) - len(b)) <= reach and OSA.distance(a, b, score_cutoff=reach) <= reach


def may_align(written: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Say cheaply whether the first and last parts are near enough to align, in either order."""

    def near(a: str, b: str) -> bool:
        return a == b or len(a) == 1 or len(b) == 1 or within_reach(a, b)

    if near(written[0], right[0]) and near(written[-1], right[-1]):
        return True
    return len(written) == 2 and near(written[0], right[-1]) and near(written[1], right[0])


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

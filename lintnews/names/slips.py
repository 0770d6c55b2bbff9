"""Typing slips: which single slip of the hand, if any, makes one word of another."""

from __future__ import annotations

# Rows of the English keyboard and how far each is shifted to the right, in quarter keys.
_ROWS = (("qwertyuiop", 0), ("asdfghjkl", 1), ("zxcvbnm", 3))
# Keys whose middles are at most one key apart sideways and one row apart are neighbours.
_ONE_KEY = 4


def _near_keys() -> frozenset[str]:
    places = {
        letter: (row, shift + _ONE_KEY * column)
        for row, (letters, shift) in enumerate(_ROWS)
        for column, letter in enumerate(letters)
    }
    return frozenset(
        x + y
        for x, (row_x, at_x) in places.items()
        for y, (row_y, at_y) in places.items()
        if x != y and abs(row_x - row_y) <= 1 and abs(at_x - at_y) <= _ONE_KEY
    )


# Pairs of letters on neighbouring keys, both ways round.
NEAR_KEYS = _near_keys()


def slip_kind(a: str, b: str) -> str:
    """Return the kind of slip that makes one of `a` and `b` of the other; "" for none or several.

    drop, double, key (the key beside the right one), swap, replace; with "first-" or "last-"
    before it where it falls on the first or the last letter. Symmetric.
    """
    if len(a) > len(b):
        a, b = b, a
    if len(b) - len(a) > 1 or a == b:
        return ""
    start = 0
    for x, y in zip(a, b, strict=False):
        if x != y:
            break
        start += 1
    last = len(b) - 1
    if len(a) != len(b):
        if a[start:] != b[start + 1 :]:
            return ""
        # "allen" for "alen": the run of equal letters begins before `start`.
        name = "double" if start and b[start] == b[start - 1] else "drop"
    elif a[start + 1 :] == b[start + 1 :]:
        name = "key" if a[start] + b[start] in NEAR_KEYS else "replace"
    elif a[start + 2 :] == b[start + 2 :] and a[start] + a[start + 1] == b[start + 1] + b[start]:
        name, last = "swap", last - 1
    else:
        return ""
    if start == 0:
        return "first-" + name
    return "last-" + name if start >= last else name

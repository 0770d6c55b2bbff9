"""The values of the name lists as the index keeps them."""

from __future__ import annotations

import msgspec

# Flags of a form.
MAIN, ALSO, WRONG = 0, 1, 2


class Known(msgspec.Struct, frozen=True, array_like=True):
    """A listed name with what its list says of it; `weight` is 1 (obscure) to 5 (every day)."""

    name: str
    kind: str = "person"
    roles: tuple[str, ...] = ()
    of: tuple[str, ...] = ()
    start: int = 0
    end: int = 0
    weight: int = 2


class Form(msgspec.Struct, frozen=True):
    """One spelling of a listed name: its text, MAIN, ALSO or WRONG, and the entry it belongs to.

    `crowd` is what a near spelling costs in a list of this length, in natural-log odds.
    """

    text: str
    flag: int
    entry: Known
    number: int
    crowd: float = 0.0

"""Offsets in UTF-16 units, as Java counts, to code points."""

from __future__ import annotations

from collections.abc import Callable


def from_utf16(text: str) -> Callable[[int], int]:
    """Return a function from an offset in UTF-16 units to the code point that it lies in or before.

    Characters beyond U+FFFF (most emoji) take two units. Offsets outside the text give its ends.
    """
    length = len(text)
    if not length or max(text) <= "\uffff":
        return lambda offset: min(max(offset, 0), length)
    places: list[int] = []
    for place, character in enumerate(text):
        places.append(place)
        if character > "\uffff":
            places.append(place)
    places.append(length)
    return lambda offset: places[min(max(offset, 0), len(places) - 1)]

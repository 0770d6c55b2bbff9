"""Squeezed text: one space for each run of white space, and the way to the offsets and back."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from lintnews.text.squeezed import Squeezed

TEXTS = st.text("ab \n\t\u00a0\u2003", max_size=40)


@given(TEXTS)
@example("  a")
@example("a\n\n b ")
def test_every_character_is_found_where_it_stood(text: str):
    squeezed = Squeezed(text)
    assert squeezed.text == " ".join(text.split())
    for place, char in enumerate(squeezed.text):
        there = text[squeezed.original(place)]
        assert there == char or (char == " " and there.isspace())


@given(TEXTS)
def test_the_way_back_is_the_same(text: str):
    squeezed = Squeezed(text)
    for offset, char in enumerate(text):
        place = squeezed.place(offset)
        if char.isspace():
            assert squeezed.text[place : place + 1] in (" ", "") or place == 0
        else:
            assert squeezed.text[place] == char
            assert squeezed.original(place) == offset

"""Offsets that Java counts, in code points."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from lintnews.engines.offsets import from_utf16


def test_offsets_of_plain_text_stay():
    assert [from_utf16("the and")(n) for n in (0, 4, 7)] == [0, 4, 7]


def test_a_character_beyond_the_first_plane_counts_for_two():
    place = from_utf16("a😀b🇺🇦c")
    assert [place(n) for n in (0, 1, 3, 4, 8, 9)] == [0, 1, 2, 3, 5, 6]


def test_an_offset_inside_a_pair_is_that_of_its_character():
    assert from_utf16("😀x")(1) == 0


def test_offsets_outside_the_text_are_its_ends():
    assert [from_utf16("😀")(n) for n in (-5, 2, 99)] == [0, 1, 1]
    assert [from_utf16("ab")(n) for n in (-5, 99)] == [0, 2]


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_every_code_point_is_found_from_its_offset_in_utf16(text: str):
    place = from_utf16(text)
    for index in range(len(text) + 1):
        assert place(len(text[:index].encode("utf-16-le")) // 2) == index

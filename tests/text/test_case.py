"""Lower case that keeps every offset."""

from __future__ import annotations

import sys

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from lintnews.text.case import has_sure_case, lower_case


@given(st.text())
def test_every_character_keeps_its_offset(text: str):
    assert len(lower_case(text)) == len(text)


@given(st.text("abcdefXYZéÉñÑåÅßøØçÇ’“” -—\n0123"))
def test_for_ordinary_text_it_is_plain_lower_case(text: str):
    assert lower_case(text) == text.lower()


@pytest.mark.parametrize("pair", ["Iı", "iİ", "sſ", "Kk", "Σς", "σς", "Åå", "Вв", "бБ", "µΜ"])
def test_what_a_pattern_takes_for_the_same_letter_becomes_the_same(pair: str):
    assert regex.fullmatch(pair[0], pair[1], regex.IGNORECASE)
    assert lower_case(pair[0]) == lower_case(pair[1])


def test_sure_characters_are_united_with_all_their_variants():
    cases = regex._regex.get_all_cases
    flags = regex.IGNORECASE | regex.UNICODE
    for code in range(0x20, sys.maxunicode + 1):
        if 0xD800 <= code < 0xE000 or not has_sure_case(chr(code)):
            continue
        variants = cases(flags, code)
        if len(variants) > 1:
            assert len({lower_case(chr(variant)) for variant in variants}) == 1, chr(code)

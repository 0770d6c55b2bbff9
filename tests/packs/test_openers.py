"""The characters that a pattern can start with."""

from __future__ import annotations

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from lintnews.packs.openers import openers


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("follow us", "f"),
        (r"\b(?:read|see)\s+also", "rs"),
        (r"(?!never)also", "a"),
        (r"(?:the\s+)?editor", "et"),
        (r"[#@]\w+", "#@"),
        (r"\d{1,2}:\d\d", "0123456789"),
        (r"\(?photo", "(p"),
        (r"[A-C]x", "abc"),
        (r".*ends", ""),
        (r"[^a]x", ""),
        (r"\w+ said", ""),
        (r"(?:a|)", ""),
        (r"été", ""),
    ],
)
def test_the_first_characters_of_a_pattern_are_read(pattern: str, expected: str) -> None:
    assert openers(pattern) == expected


@given(st.text("ab(|)?[c-e]\\d.*+^", max_size=12), st.text("abcde0 (", min_size=1, max_size=6))
def test_what_matches_starts_with_an_opener(pattern: str, text: str) -> None:
    try:
        found = regex.compile(pattern, regex.IGNORECASE).match(text)
    except regex.error:
        return
    first = openers(pattern)
    if found and found.end() and first:
        assert text[0].lower() in first

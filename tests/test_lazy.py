"""Patterns that are compiled on first use."""

from __future__ import annotations

import re

import pytest

from lintnews.lazy import lazy_pattern


def test_a_lazy_pattern_does_what_a_pattern_does() -> None:
    pattern = lazy_pattern(r"(?P<word>b+)", re.IGNORECASE)
    for _ in range(2):
        match = pattern.search("aBBc", 1)
        assert match is not None
        assert match["word"] == "BB"
        assert pattern.sub("-", "abbc") == "a-c"
        assert [m.span() for m in pattern.finditer("b b")] == [(0, 1), (2, 3)]
        assert pattern.groupindex == {"word": 1}


def test_a_lazy_pattern_is_compiled_when_it_is_used() -> None:
    pattern = lazy_pattern("(")
    with pytest.raises(re.error):
        pattern.match("x")

"""Stored patterns match what fresh ones match, and damaged stores are not believed."""

from __future__ import annotations

import pytest

from lintnews.packs import patterns
from lintnews.packs.patterns import Patterns


def test_a_stored_pattern_matches_like_a_fresh_one(tmp_path, monkeypatch):
    path = str(tmp_path / "patterns.bin")
    first = Patterns(path)
    cases = [
        (r"(?<!\w)foo\s+(?P<x>bar|b[aä]z)\b", False),
        (r"^\p{Lu}+\K.", True),
        (r"(?i:ß)|ſ+", False),
    ]
    for pattern, case in cases:
        first.get(pattern, case)
    first.save()
    monkeypatch.setattr(patterns, "compile_pattern", lambda *a: pytest.fail("compiled again"))
    second = Patterns(path)
    for pattern, case in cases:
        again, fresh = second.get(pattern, case), first.get(pattern, case)
        for text in ("Foo  BÄZ!", "ABCd", "STRASSE ſſ ß", "foo bar"):
            assert str(again.search(text)) == str(fresh.search(text))
        assert again.groupindex == fresh.groupindex


def test_case_is_part_of_what_is_stored(tmp_path):
    store = Patterns(str(tmp_path / "p"))
    assert store.get("a", False).match("A")
    assert not store.get("a", True).match("A")


@pytest.mark.parametrize("damage", [b"", b"short", b"x" * 400])
def test_a_damaged_store_is_compiled_again(tmp_path, damage):
    path = tmp_path / "p"
    store = Patterns(str(path))
    store.get("abc", False)
    store.save()
    path.write_bytes(damage)
    assert Patterns(str(path)).get("abc", False).match("ABC")


def test_two_runs_add_to_one_store(tmp_path):
    path = str(tmp_path / "p")
    one, two = Patterns(path), Patterns(path)
    one.get("one", False)
    two.get("two", False)
    one.save()
    two.save()
    assert Patterns(path).known == 2


def test_patterns_that_nobody_asked_for_the_longest_are_rebuilt(tmp_path, monkeypatch):
    monkeypatch.setattr(patterns, "MAX_LIVE", 3)
    store = Patterns(str(tmp_path / "p"))
    for pattern in "abcad":
        assert store.get(pattern, False).match(pattern.upper())
    monkeypatch.setattr(patterns, "compile_pattern", lambda *a: pytest.fail("compiled again"))
    kept = store.get("a", False)
    assert store.get("b", False).match("B")
    assert store.get("a", False) is kept


def test_without_a_store_no_pattern_is_dropped(monkeypatch):
    monkeypatch.setattr(patterns, "MAX_LIVE", 1)
    store = Patterns()
    first = store.get("a", False)
    store.get("b", False)
    assert store.get("a", False) is first

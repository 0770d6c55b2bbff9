"""Words that no list knows, and the tables behind them."""

from __future__ import annotations

import pytest

from lintnews.text.lexicon import lexicon
from lintnews.text.misspellings import misspellings
from lintnews.text.tags import FINITE, NOUN, PAST, tags
from lintnews.text.tokens import Tokens
from lintnews.text.unknown import halves, is_derived, neighbours, unknown_words


def test_unknown_words_come_in_the_order_of_the_text() -> None:
    found = unknown_words(Tokens("The zzxq of the house qqzrv the zzxq."))
    assert [(u.word, u.times) for u in found] == [("zzxq", 2), ("qqzrv", 1)]


@pytest.mark.parametrize("word", ["unfriendliest", "crowdfunders", "neoliberalish", "antiwar"])
def test_words_made_by_rule_are_derived(word: str) -> None:
    assert is_derived(word)


def test_a_slip_is_not_derived() -> None:
    assert not is_derived("asymptoatic")


def test_the_nearest_common_word_comes_first() -> None:
    assert neighbours("ministr", 3.0)[0] == "minister"


def test_a_word_is_cut_into_known_halves() -> None:
    assert ("plan", "which") in halves("planwhich")


def test_known_misspellings_name_what_was_meant() -> None:
    assert misspellings().values("goverment") == ("government",)


@pytest.mark.parametrize("word", ["colour", "color", "theatre", "biden", "the", ""])
def test_right_words_and_names_are_no_misspellings(word: str) -> None:
    assert misspellings().values(word) == ()


def test_tags_say_what_a_word_can_be() -> None:
    assert tags().of("strike") & NOUN
    assert tags().of("strike") & FINITE
    assert tags().of("fell") & PAST
    assert tags().of("zzxq") == 0


def test_missing_agrees_with_is_word() -> None:
    words = ["minister", "zzxq", "talks", "goverment"]
    assert lexicon().missing(words) == [w for w in words if not lexicon().is_word(w)]

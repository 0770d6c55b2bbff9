"""The gate of finite verbs, on sentences written for the purpose."""

from __future__ import annotations

from pathlib import Path

import pytest

from lintnews.text.tokens import Tokens
from lintnews.text.verbs import has_finite_verb

GOLD = Path(__file__).resolve().parent.parent / "gold" / "finite_verbs.tsv"
# The share that the gate must reach, both for the sentences with a verb and for those without.
LEAST = 0.95


def says(sentence: str) -> bool:
    tokens = Tokens(sentence)
    return has_finite_verb(tokens.lowers, tokens.texts)


@pytest.mark.parametrize("label", ["0", "1"])
def test_precision_and_recall_on_the_gold_sentences(label: str) -> None:
    rows = [line.split("\t") for line in GOLD.read_text("utf-8").splitlines()]
    wanted = {text for gold, text in rows if gold == label}
    found = {text for _, text in rows if says(text) == (label == "1")}
    right = len(wanted & found)
    assert right / len(found) >= LEAST
    assert right / len(wanted) >= LEAST


@pytest.mark.parametrize(
    "sentence", ["Rain fell.", "It’s over.", "Talks stall.", "Listen.", "Court blocks merger."]
)
def test_a_short_sentence_with_a_verb(sentence: str) -> None:
    assert says(sentence)


@pytest.mark.parametrize(
    "sentence", ["Hamas.", "By the Pentagon.", "After months of talks.", "Born in Lagos."]
)
def test_a_fragment_without_a_verb(sentence: str) -> None:
    assert not says(sentence)

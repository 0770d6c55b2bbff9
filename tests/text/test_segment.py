"""Paragraphs and sentences."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from lintnews.text.segment import split_lines, split_paragraphs, split_sentences

GOLD = Path(__file__).parent.parent / "gold" / "sentences.txt"


def sentences(text: str) -> list[str]:
    spans = split_sentences(text, split_paragraphs(text, split_lines(text)))
    return [text[start:end] for start, end in spans]


def gold_paragraphs() -> list[list[str]]:
    return [block.split("\n") for block in GOLD.read_text("utf-8").strip().split("\n\n")]


def test_sentence_boundaries_reach_f_98_on_the_gold_set():
    right = found = true = 0
    wrong = []
    for block in gold_paragraphs():
        text = " ".join(block)
        ends, at = set(), 0
        for sentence in block[:-1]:
            at += len(sentence)
            ends.add(at)
            at += 1
        spans = split_sentences(text, split_paragraphs(text, split_lines(text)))
        got = {span.end for span in spans[:-1]}
        wrong += [text[max(e - 30, 0) : e + 25] for e in ends ^ got]
        right += len(ends & got)
        found += len(got)
        true += len(ends)
    assert true >= 300
    score = 2 * right / (found + true)
    assert score >= 0.98, (score, wrong)


def test_sentences_are_split_at_eight_megabytes_a_second():
    text = "\n\n".join(" ".join(block) for block in gold_paragraphs()) * 60
    lines = split_lines(text)
    paragraphs = split_paragraphs(text, lines)
    best = float("inf")
    for _ in range(5):
        start = time.process_time()
        split_sentences(text, paragraphs)
        best = min(best, time.process_time() - start)
    # Half of the 8 MB/s a quiet machine reaches, so that a busy one does not fail.
    assert len(text) / 1e6 / best > 4


@pytest.mark.parametrize(
    "text",
    [
        "Officials welcomed U.S. support for the plan.",
        "On Tuesday Sen. John Doe spoke.",
        "It rose 3.5 percent at 9 a.m. on Monday.",
        "“Will you come?” Blinken asked.",
        "The firm Acme Inc. said so.",
    ],
)
def test_one_sentence_stays_one(text: str):
    assert sentences(text) == [text]


def test_hard_wrapped_lines_are_one_paragraph():
    text = (
        "The ministers of the four countries met on Monday in the capital to\n"
        "discuss the price of gas, which has doubled since the end of last\n"
        "winter, officials said.\n\nThey left early."
    )
    paragraphs = split_paragraphs(text, split_lines(text))
    assert [text[s:e][:9] for s, e in paragraphs] == ["The minis", "They left"]


def test_lines_of_an_unwrapped_text_stay_paragraphs():
    text = "First line of a list\nSecond line\nThird line\n"
    assert len(split_paragraphs(text, split_lines(text))) == 3

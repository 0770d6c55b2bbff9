"""Quotations: where they begin and end, and which marks do not pair."""

from __future__ import annotations

from lintnews.document import Document


def quoted(text: str) -> list[str]:
    return [text[q.start : q.end] for q in Document.of(text).quotes]


def faults(text: str) -> list[tuple[int, str]]:
    return [tuple(fault) for fault in Document.of(text).quote_faults]


def test_curly_and_straight_quotations() -> None:
    assert quoted('He said “yes” and "no".') == ["“yes”", '"no"']


def test_german_marks_close_with_what_opens_in_english() -> None:
    assert quoted("Sie sagte „nie“ dazu.") == ["„nie“"]


def test_inches_are_no_quotation() -> None:
    assert quoted('A 10" nail and a 72" sofa.') == []


def test_a_quotation_over_paragraphs_runs_on_without_a_fault() -> None:
    text = "“We went home.\n\n“Then it rained,” she said."
    quotes = Document.of(text).quotes
    assert [(q.closed, q.runs_on) for q in quotes] == [(False, True), (True, False)]
    assert faults(text) == []


def test_a_mark_that_opens_twice() -> None:
    assert faults("“Our goal is “to help,” he said.") == [(13, "opened twice")]


def test_a_mark_that_closes_nothing() -> None:
    assert faults("They took the red card” home.") == [(22, "closes nothing")]


def test_a_mark_that_is_never_closed() -> None:
    assert faults("He said “yes and left.") == [(8, "never closed")]

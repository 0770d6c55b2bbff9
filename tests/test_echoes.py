"""Findings that say the same twice."""

from __future__ import annotations

from lintnews.echoes import without_echoes, without_rivals
from lintnews.findings import Hit, Severity
from lintnews.packs.units import CompiledRule


def chrome(start: int, end: int, severity: Severity) -> tuple[str, Severity, float, Hit]:
    return f"chrome/from-{start}-to-{end}", severity, 0.9, Hit(start, end, "left in the text")


def test_furniture_inside_longer_furniture_is_said_once() -> None:
    outer, inner = chrome(0, 40, Severity.ERROR), chrome(0, 30, Severity.ERROR)
    assert without_echoes([inner, outer]) == [outer]


def test_a_surer_finding_inside_a_doubtful_one_stays() -> None:
    outer, inner = chrome(0, 40, Severity.WARNING), chrome(0, 30, Severity.ERROR)
    assert without_echoes([outer, inner]) == [outer, inner]


def test_a_short_finding_in_a_long_block_stays() -> None:
    outer, inner = chrome(0, 400, Severity.ERROR), chrome(10, 30, Severity.ERROR)
    assert without_echoes([outer, inner]) == [outer, inner]


def phrase(name: str, start: int, end: int, *topics: str) -> tuple[CompiledRule, Hit]:
    rule = CompiledRule(
        f"garble/{name}", "text", Severity.WARNING, 0.85, "", False, "", 0, "", None, False,
        ("en",), (), topics,
    )  # fmt: skip
    return rule, Hit(start, end, "wrong here")


def test_a_phrase_wrong_on_one_topic_yields_to_one_that_is_wrong_everywhere() -> None:
    everywhere, here = phrase("idiom", 4, 20), phrase("sense", 10, 25, "football")
    elsewhere = phrase("sense", 40, 50, "football")
    assert without_rivals([here, everywhere, elsewhere]) == [everywhere, elsewhere]


def test_two_phrases_of_one_topic_that_overlap_are_said_once() -> None:
    first, second = phrase("one", 4, 20, "courts"), phrase("two", 10, 25, "courts", "crime")
    assert without_rivals([first, second]) == [first]

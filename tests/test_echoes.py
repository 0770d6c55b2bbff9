"""Findings that say the same twice."""

from __future__ import annotations

from lintnews.echoes import without_echoes
from lintnews.findings import Hit, Severity


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

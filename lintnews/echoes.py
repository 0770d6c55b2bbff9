"""What several hits say twice: the surest stays."""

from __future__ import annotations

import bisect
from collections.abc import Iterable

from .findings import Hit, Severity
from .packs.units import CompiledRule

# Furniture so many times as long as furniture inside it says the same.
NESTED = 3


def furniture_of(
    hits: list[tuple[str, Severity, float, Hit]],
) -> tuple[tuple[int, int], ...]:
    """Return the spans that chrome phrase rules mark as more than a hint, in order."""
    return tuple(
        sorted(
            (hit.start, hit.end)
            for rule, severity, _, hit in hits
            if severity >= Severity.WARNING and rule.startswith("chrome/")
        )
    )


def without_rivals(found: Iterable[tuple[CompiledRule, Hit]]) -> list[tuple[CompiledRule, Hit]]:
    """Drop hits of rules with a topic where another rule of their category marks the same words.

    A phrase that is wrong everywhere is told by its own rule, with its own suggestion; of two
    rules with a topic that overlap the first speaks.
    """
    items = list(found)
    taken: dict[str, list[tuple[int, int]]] = {}
    for rule, hit in items:
        if not rule.topics:
            taken.setdefault(rule.id.partition("/")[0], []).append((hit.start, hit.end))
    kept = []
    for rule, hit in items:
        if rule.topics:
            spans = taken.setdefault(rule.id.partition("/")[0], [])
            if any(hit.start < end and start < hit.end for start, end in spans):
                continue
            spans.append((hit.start, hit.end))
        kept.append((rule, hit))
    return kept


def without_echoes(
    hits: list[tuple[str, Severity, float, Hit]],
) -> list[tuple[str, Severity, float, Hit]]:
    """Drop what says the same twice.

    Of two hits of one category on the same characters the surer one stays; inside a line that is
    certainly furniture, how it is written does not matter.
    """
    best: dict[tuple[str, int, int], tuple[str, Severity, float, Hit]] = {}
    furniture: list[tuple[int, int]] = []
    for item in hits:
        rule, severity, confidence, hit = item
        category = rule.partition("/")[0]
        key = (category, hit.start, hit.end)
        if key not in best or (severity, confidence) > best[key][1:3]:
            best[key] = item
        if category == "chrome" and severity == Severity.ERROR:
            furniture.append((hit.start, hit.end))
    lines = _merged(furniture)
    starts = [start for start, _ in lines]

    def inside(start: int, end: int) -> bool:
        order = bisect.bisect_right(starts, start) - 1
        return order >= 0 and end <= lines[order][1]

    nested = _nested([item for (category, *_), item in best.items() if category == "chrome"])
    return [
        item
        for (category, start, end), item in best.items()
        if not (category in ("garble", "style", "grammar") and inside(start, end))
        and not (category == "chrome" and (start, end) in nested)
    ]


def _nested(hits: list[tuple[str, Severity, float, Hit]]) -> set[tuple[int, int]]:
    """Return the spans of furniture that lie in somewhat longer furniture as sure as they are."""
    nested: set[tuple[int, int]] = set()
    outer: list[tuple[int, int, Severity]] = []
    for _, severity, _, hit in sorted(hits, key=lambda item: (item[3].start, -item[3].end)):
        start, end = hit.start, hit.end
        outer = [span for span in outer if span[1] > start]
        if any(
            stop >= end and level >= severity and stop - begin <= NESTED * (end - start)
            for begin, stop, level in outer
        ):
            nested.add((start, end))
        else:
            outer.append((start, end, severity))
    return nested


def _merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the spans in order, those that overlap as one."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((start, end))
    return merged

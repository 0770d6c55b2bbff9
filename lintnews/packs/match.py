"""The pattern engine: anchors first, then windows, then the pattern itself, under time limits."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import regex

from ..document import Document
from ..findings import Hit
from ..text.segment import Span
from ..text.tokens import shape
from .compile import CompiledPack, CompiledRule, Unit
from .hits import hit_of, mixed_forms
from .patterns import Patterns
from .schema import TokenTest

# Seconds one pattern may take on one window.
MATCH_SECONDS = 0.25
# Seconds all pack rules together may take on a file, for each started million characters.
FILE_SECONDS = 1.0
# What may stand before the first word of a line: bullets, dashes, arrows, emoji, a spaced guillemet.
_LEAD = re.compile(r"(?:[^\w\"“”‘’'«»(\[<@©#$€£¥&]|»(?=\s))*")


class Matcher:
    """Runs compiled rules over documents. Thread-safe; `off` says which rules hit a limit."""

    def __init__(
        self,
        pack: CompiledPack,
        enabled: Callable[[str], bool] = lambda rule: True,
        patterns: Patterns | None = None,
    ):
        self.rules = pack.rules
        self.units = pack.units
        self.off: dict[int, str] = {}
        self._enabled = [enabled(rule.id) for rule in pack.rules]
        self.patterns = patterns or Patterns()
        by_anchor: dict[str, list[int]] = {}
        self._unanchored: list[int] = []
        for number, unit in enumerate(pack.units):
            if not self._enabled[unit.rule]:
                continue
            if not unit.anchors:
                self._unanchored.append(number)
            for anchor in unit.anchors:
                by_anchor.setdefault(anchor, []).append(number)
        self._find = _anchor_finder(by_anchor)

    def hits(self, doc: Document, lang: str) -> Iterator[tuple[CompiledRule, Hit]]:
        """Yield (rule, hit) for every rule of the document's language, unit by unit."""
        clock = _Clock(len(doc.text), self)
        counted: dict[int, list[tuple[Unit, Span]]] = {}
        taken: dict[int, list[Span]] = {}
        for number, windows in self._windows(doc).items():
            unit = self.units[number]
            rule = self.rules[unit.rule]
            if unit.rule in self.off or not ("*" in rule.lang or lang in rule.lang):
                continue
            if clock.spent():
                return
            if rule.kind == "sequence":
                yield from ((rule, hit) for hit in self._sequences(doc, rule, unit, windows))
            elif rule.kind == "consistency":
                found = counted.setdefault(unit.rule, [])
                found.extend((unit, s) for s in self._spans(doc, rule, unit, windows, clock))
            else:
                # The alternatives of one pattern are units of their own and may overlap.
                held = taken.setdefault(unit.rule, [])
                for span in self._spans(doc, rule, unit, windows, clock):
                    if not any(span.start < end and start < span.end for start, end in held):
                        held.append(span)
                        yield rule, hit_of(doc, rule, unit, span)
        for order, found in counted.items():
            yield from (
                (self.rules[order], hit) for hit in mixed_forms(doc, self.rules[order], found)
            )

    def _windows(self, doc: Document) -> dict[int, list[int]]:
        """Return unit -> offsets at which one of its anchors starts (or every line's start)."""
        found: dict[int, list[int]] = {}
        for offset, numbers in self._find(doc.lower):
            for number in numbers:
                found.setdefault(number, []).append(offset)
        if self._unanchored:
            lines = [(line.start, doc.text.count(" ", *line)) for line in doc.lines]
            for number in self._unanchored:
                rule = self.rules[self.units[number].rule]
                # Most lines are prose, and most of these rules are for short lines only.
                limit = rule.max_words if rule.kind == "line" else 0
                found[number] = [at for at, spaces in lines if not limit or spaces < limit]
        return dict(sorted(found.items()))

    def _spans(
        self, doc: Document, rule: CompiledRule, unit: Unit, offsets: list[int], clock: _Clock
    ) -> list[Span]:
        """Return the spans to flag: the matched characters, or the whole unit of text."""
        whole = rule.kind in ("line", "paragraph", "sentence")
        limit = rule.max_words if whole else 0
        full, lower, needs, word = doc.text, doc.lower, unit.needs, unit.word
        pattern: regex.Pattern[str] | None = None
        found: list[Span] = []
        last = -1
        with clock.running(unit.rule):
            for offset in offsets:
                if offset < last or (word and not _is_word(lower, offset, offset + word)):
                    continue
                window = _window(doc, rule.kind, offset)
                start, last = window
                if limit and full.count(" ", start, last) >= limit:
                    continue
                if needs and not _has_all(lower, start, last, needs):
                    continue
                if clock.is_over():
                    break
                if pattern is None:
                    pattern = self.patterns.get(unit.pattern, rule.case)
                text = full[start:last]
                if whole:
                    spans = [window] if self._starts(pattern, text, clock) else []
                else:
                    matches = pattern.finditer(text, timeout=clock.seconds())
                    spans = [
                        Span(start + m.start(), start + m.end())
                        for m in matches
                        if m.end() > m.start()
                    ]
                if spans and rule.unless:
                    spans = [s for s in spans if not self._excused(doc, rule, s, whole, clock)]
                found += spans
        return [] if unit.rule in self.off else found

    def _starts(self, pattern: regex.Pattern[str], text: str, clock: _Clock) -> bool:
        if pattern.match(text, timeout=clock.seconds()):
            return True
        if text[:1].isalnum():
            return False
        lead = _LEAD.match(text)
        at = lead.end() if lead else 0
        return at > 0 and bool(pattern.match(text[at:], timeout=clock.seconds()))

    def _excused(
        self, doc: Document, rule: CompiledRule, span: Span, whole: bool, clock: _Clock
    ) -> bool:
        around = span if whole else doc.sentence_at(span.start)
        text = doc.text[around.start : max(around.end, span.end)]
        return bool(self.patterns.get(rule.unless, rule.case).search(text, timeout=clock.seconds()))

    def _sequences(
        self, doc: Document, rule: CompiledRule, unit: Unit, offsets: list[int]
    ) -> Iterator[Hit]:
        tokens = doc.tokens
        for offset in offsets:
            near = tokens.within(offset, offset + 1)
            first = near.start - unit.group
            if not near or first < 0 or first + len(rule.sequence) > len(tokens):
                continue
            texts = tokens.texts[first : first + len(rule.sequence)]
            if all(_holds(test, text) for test, text in zip(rule.sequence, texts, strict=True)):
                span = Span(tokens.starts[first], tokens.ends[first + len(texts) - 1])
                if doc.sentence_at(span.start).end >= span.end:
                    yield hit_of(doc, rule, unit, span)


class _Clock:
    """Keeps the time that pack rules take on one document, and switches off what is too slow."""

    def __init__(self, size: int, matcher: Matcher):
        self._budget = self._left = FILE_SECONDS * (1 + size // 1_000_000)
        self._started = time.thread_time()
        self._matcher = matcher
        self._used: dict[int, float] = {}
        self._rule = -1
        self._since = 0.0

    def seconds(self) -> float:
        """Return how long the next match may take."""
        return min(MATCH_SECONDS, max(self._left - (time.perf_counter() - self._since), 0.01))

    def is_over(self) -> bool:
        """Say whether the rule that is running has used up what was left for the file."""
        return time.perf_counter() - self._since > self._left

    def running(self, rule: int) -> _Clock:
        self._rule = rule
        return self

    def __enter__(self) -> None:
        self._since = time.perf_counter()

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> bool:
        took = time.perf_counter() - self._since
        self._left -= took
        self._used[self._rule] = self._used.get(self._rule, 0.0) + took
        if kind is TimeoutError:
            self._matcher.off[self._rule] = f"took more than {MATCH_SECONDS:g} s on one passage"
            return True
        return False

    def spent(self) -> bool:
        """Say whether the file's time is used up; the slowest rule is then switched off."""
        if self._left > 0:
            return False
        # A machine that stalls is no fault of a rule: what counts is the processor's time.
        self._left = self._budget - (time.thread_time() - self._started)
        if self._left > 0:
            return False
        slowest = max(self._used, key=lambda rule: self._used[rule])
        reason = "pack rules took more than their second on one file, and this one took most of it"
        self._matcher.off.setdefault(slowest, reason)
        return True


def _anchor_finder(
    by_anchor: dict[str, list[int]],
) -> Callable[[str], Iterable[tuple[int, list[int]]]]:
    """Return a function that yields (offset, unit numbers) for each anchor in a lower-case text."""
    if not by_anchor:
        return lambda text: ()
    try:
        import ahocorasick
    except ImportError:
        return _scan(by_anchor)
    automaton: Any = ahocorasick.Automaton()
    for anchor, numbers in by_anchor.items():
        automaton.add_word(anchor, (len(anchor), numbers))
    automaton.make_automaton()

    def find(text: str) -> Iterator[tuple[int, list[int]]]:
        for last, (length, numbers) in automaton.iter(text):
            yield last - length + 1, numbers

    return find


def _scan(by_anchor: dict[str, list[int]]) -> Callable[[str], Iterable[tuple[int, list[int]]]]:
    def find(text: str) -> list[tuple[int, list[int]]]:
        found = []
        for anchor, numbers in by_anchor.items():
            at = text.find(anchor)
            while at >= 0:
                found.append((at, numbers))
                at = text.find(anchor, at + 1)
        return sorted(found, key=lambda item: item[0])

    return find


def _has_all(text: str, start: int, end: int, needs: tuple[tuple[str, ...], ...]) -> bool:
    """Say whether one string of each group stands in [start, end)."""
    find = text.find
    for group in needs:
        for string in group:
            if find(string, start, end) >= 0:
                break
        else:
            return False
    return True


def _is_word(text: str, start: int, end: int) -> bool:
    """Say whether [start, end) is delimited as a word is."""
    return not (text[start - 1 : start].isalnum() or text[end : end + 1].isalnum())


def _window(doc: Document, kind: str, offset: int) -> Span:
    if kind == "line":
        return doc.line_at(offset)
    if kind == "sentence":
        return doc.sentence_at(offset)
    return doc.paragraph_at(offset)


def _holds(test: TokenTest, token: str) -> bool:
    if test.lower and token.lower() not in test.lower:
        return False
    if test.text and token not in test.text:
        return False
    if test.shape and shape(token) not in test.shape:
        return False
    return not (test.forbid and _holds(test.forbid, token))

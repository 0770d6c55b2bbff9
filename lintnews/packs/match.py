"""The pattern engine: anchors first, then windows, then the pattern itself, under time limits."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Container, Iterable, Iterator
from typing import Any

import regex

from ..document import Document
from ..findings import Hit
from ..text.segment import Span
from ..text.tokens import shape
from .clock import Clock
from .compile import CompiledPack, CompiledRule, Unit, phrase_units
from .hits import hit_of, mixed_forms
from .patterns import Patterns
from .schema import TokenTest

_WORD = re.compile(r"\w+")
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
        self._phrases = pack.phrases
        self._decoded: dict[str, list[Unit]] = {}
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
        clock = Clock(len(doc.text), self.off)
        counted: dict[int, list[tuple[Unit, Span]]] = {}
        taken: dict[int, list[Span]] = {}
        for unit, windows in self._windows(doc):
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

    def _windows(self, doc: Document) -> list[tuple[Unit, list[int]]]:
        """Return units with the offsets at which an anchor starts (or every line's start)."""
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
        windows = [(self.units[number], found[number]) for number in sorted(found)]
        return windows + self._phrase_windows(doc.lower)

    def _phrase_windows(self, lower: str) -> list[tuple[Unit, list[int]]]:
        """Return the units of phrases whose rarest word stands in a text, with its offsets."""
        found: list[tuple[Unit, list[int]]] = []
        places: dict[str, list[int]] = {}
        for match in _WORD.finditer(lower):
            places.setdefault(match.group(), []).append(match.start())
        for word in self._phrases.keys() & places.keys():
            units = self._decoded.get(word)
            if units is None:
                units = [u for u in phrase_units(self._phrases[word]) if self._enabled[u.rule]]
                self._decoded[word] = units
            offsets = places[word]
            found += ((unit, offsets) for unit in units if _has_words(places, unit.needs))
        return sorted(found, key=lambda item: (item[0].rule, item[0].order))

    def _spans(
        self, doc: Document, rule: CompiledRule, unit: Unit, offsets: list[int], clock: Clock
    ) -> list[Span]:
        """Return the spans to flag: the matched characters, or the whole unit of text."""
        whole = rule.kind in ("line", "paragraph", "sentence")
        limit = rule.max_words if whole else 0
        full, lower, needs, word = doc.text, doc.lower, unit.needs, unit.word
        opening = unit.openers
        pattern: regex.Pattern[str] | None = None
        found: list[Span] = []
        last = -1
        with clock.running(unit.rule):
            for offset in offsets:
                if offset < last or (word and not _is_word(lower, offset, offset + word)):
                    continue
                window = _window(doc, rule.kind, offset)
                start, last = window
                if opening and not _may_open(lower, start, last, opening):
                    continue
                if limit and full.count(" ", start, last) >= limit:
                    continue
                if needs and not _has_all(lower, start, last, needs):
                    continue
                if clock.is_over():
                    break
                if pattern is None:
                    pattern = self._pattern(unit.pattern, rule, clock)
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

    def _starts(self, pattern: regex.Pattern[str], text: str, clock: Clock) -> bool:
        if pattern.match(text, timeout=clock.seconds()):
            return True
        if text[:1].isalnum():
            return False
        lead = _LEAD.match(text)
        at = lead.end() if lead else 0
        return at > 0 and bool(pattern.match(text[at:], timeout=clock.seconds()))

    def _excused(
        self, doc: Document, rule: CompiledRule, span: Span, whole: bool, clock: Clock
    ) -> bool:
        around = span if whole else doc.sentence_at(span.start)
        text = doc.text[around.start : max(around.end, span.end)]
        pattern = self._pattern(rule.unless, rule, clock)
        return bool(pattern.search(text, timeout=clock.seconds()))

    def _pattern(self, pattern: str, rule: CompiledRule, clock: Clock) -> regex.Pattern[str]:
        """Return a compiled pattern; compiling it, which only a first run does, takes no time."""
        since = time.perf_counter()
        found = self.patterns.get(pattern, rule.case)
        clock.leave_out(time.perf_counter() - since)
        return found

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


def _has_words(words: Container[str], needs: tuple[tuple[str, ...], ...]) -> bool:
    """Say whether the words of a text hold one string of each group; marks may hide in words."""
    for group in needs:
        for string in group:
            if string in words or not string.isalnum():
                break
        else:
            return False
    return True


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


def _may_open(lower: str, start: int, last: int, openers: str) -> bool:
    """Say whether a unit of text starts, with its bullets or without, with one of `openers`."""
    first = lower[start : start + 1]
    if first in openers or not first.isascii():
        return True
    if first.isalnum():
        return False
    lead = _LEAD.match(lower, start, last)
    first = lower[lead.end() : lead.end() + 1] if lead else ""
    return first in openers or not first.isascii()


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

"""The pattern engine: anchors first, then windows, then the pattern itself, under time limits."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator, Set
from itertools import chain, groupby

import regex

from ..document import Document
from ..findings import Hit
from ..lazy import lazy_pattern
from ..text.segment import Span
from ..text.squeezed import Squeezed
from ..text.tokens import shape
from .clock import Clock
from .finder import Finder, offsets, pieces
from .hits import hit_of, mixed_forms
from .patterns import Patterns
from .schema import TokenTest
from .topics import Topics
from .units import CompiledPack, CompiledRule, Need, Unit, decode_anchors

# What may stand before the first word of a line: bullets, dashes, arrows, emoji, a spaced guillemet.
_LEAD = lazy_pattern(r"(?:[^\w\"“”‘’'«»(\[<@©#$€£¥&]|»(?=\s))*")


class Matcher:
    """Runs compiled rules over documents. Thread-safe; `off` says which rules hit a limit."""

    def __init__(
        self,
        pack: CompiledPack,
        enabled: Callable[[str], bool] = lambda rule: True,
        patterns: Patterns | None = None,
    ):
        self.rules = pack.rules
        self._units = pack.units.reader(Unit)
        self._finder = Finder(pack.anchors)
        self._short = pack.short
        self._topics = Topics(pack.topics.values())
        self._by_topic = pack.by_topic
        self._topic_finders: dict[str, Finder] = {}
        self.off: dict[int, str] = {}
        self._enabled = [enabled(rule.id) for rule in pack.rules]
        self.patterns = patterns or Patterns()

    def hits(
        self,
        doc: Document,
        lang: str,
        wanted: Callable[[CompiledRule], bool] = lambda rule: True,
    ) -> Iterator[tuple[CompiledRule, Hit]]:
        """Yield (rule, hit) for every wanted rule of the document's language, rule by rule."""
        clock = Clock(len(doc.text), self.off)
        for order, windows in groupby(self._windows(doc), key=lambda window: window[0].rule):
            rule = self.rules[order]
            if not ("*" in rule.lang or lang in rule.lang) or not wanted(rule):
                continue
            if clock.spent():
                return
            if rule.kind == "sequence":
                for unit, places in windows:
                    yield from ((rule, hit) for hit in self._sequences(doc, rule, unit, places))
                continue
            spans = [
                (span, unit)
                for unit, places in windows
                for span in self._spans(doc, rule, unit, places, clock)
            ]
            if rule.kind == "consistency":
                yield from ((rule, hit) for hit in mixed_forms(doc, rule, spans))
                continue
            # The alternatives of one pattern are units of their own and may overlap.
            spans.sort(key=lambda found: _first_mark(doc.text, found[0]))
            last = 0
            for span, unit in spans:
                if span.start >= last:
                    last = span.end
                    yield rule, hit_of(doc, rule, unit, span)

    def _finders(self, words: Set[str]) -> Iterator[Finder]:
        """Yield what finds the anchors of the rules that look at a text: its topics decide."""
        yield self._finder
        proved = self._topics.proved(words)
        for names, encoded in self._by_topic.items():
            if not proved.isdisjoint(names.split()):
                finder = self._topic_finders.get(names)
                if finder is None:
                    finder = self._topic_finders[names] = Finder(decode_anchors(encoded))
                yield finder

    def _windows(self, doc: Document) -> list[tuple[Unit, list[int]]]:
        """Return units with the offsets at which an anchor starts (or every line's start)."""
        if not any(self._enabled):
            return []
        text, original = doc.squeezed.text, doc.squeezed.original
        starts = [line.start for line in doc.lines]
        spaces = [doc.text.count(" ", *line) for line in doc.lines]
        found: dict[int, list[int]] = {}
        parts = pieces(text)
        finders = list(self._finders(set[str]().union(*(part.words for part in parts))))
        for at, numbers in sorted(chain.from_iterable(f.places(text, parts) for f in finders)):
            place = original(at)
            words = spaces[doc.line_number(place)]
            for number in numbers:
                # Most lines are prose, and most of the rules of lines are for short ones.
                if words < self._short.get(number, sys.maxsize):
                    found.setdefault(number, []).append(place)
        for number in chain.from_iterable(finder.bare for finder in finders):
            limit = self._short.get(number, sys.maxsize)
            found[number] = [at for at, words in zip(starts, spaces, strict=True) if words < limit]
        units = ((self._units[number], found[number]) for number in sorted(found) if found[number])
        return [(unit, places) for unit, places in units if self._enabled[unit.rule]]

    def _spans(
        self, doc: Document, rule: CompiledRule, unit: Unit, places: list[int], clock: Clock
    ) -> list[Span]:
        """Return the spans to flag: the matched characters, or the whole unit of text."""
        whole = rule.kind in ("line", "paragraph", "sentence")
        limit = rule.max_words if whole else 0
        full, lower, needs = doc.text, doc.lower, unit.needs
        opening = unit.openers
        pattern: regex.Pattern[str] | None = None
        found: list[Span] = []
        last = -1
        if unit.rule in self.off:
            return found
        with clock.running(unit.rule):
            for offset in places:
                if offset < last:
                    continue
                window = _window(doc, rule.kind, offset)
                start, last = window
                if opening and not _may_open(lower, start, last, opening):
                    continue
                if limit and full.count(" ", start, last) >= limit:
                    continue
                if needs and not _has_all(doc.squeezed, start, last, needs):
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
        self, doc: Document, rule: CompiledRule, unit: Unit, places: list[int]
    ) -> Iterator[Hit]:
        tokens = doc.tokens
        for offset in places:
            near = tokens.within(offset, offset + 1)
            first = near.start - unit.group
            if not near or first < 0 or first + len(rule.sequence) > len(tokens):
                continue
            texts = tokens.texts[first : first + len(rule.sequence)]
            if all(_holds(test, text) for test, text in zip(rule.sequence, texts, strict=True)):
                span = Span(tokens.starts[first], tokens.ends[first + len(texts) - 1])
                if doc.sentence_at(span.start).end >= span.end:
                    yield hit_of(doc, rule, unit, span)


def _first_mark(text: str, span: Span) -> int:
    """Return where the first character of a span stands that is no white space."""
    marked = text[span.start : span.end]
    return span.end - len(marked.lstrip())


def _has_all(text: Squeezed, start: int, end: int, needs: tuple[Need, ...]) -> bool:
    """Say whether one string of each group stands in [start, end) of the original."""
    start, end = text.place(start), text.place(end)
    return all(
        any(True for string in group for _ in offsets(text.text, *string, start, end))
        for group in needs
    )


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

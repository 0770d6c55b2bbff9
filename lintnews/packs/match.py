"""The pattern engine: anchors first, then windows, then the pattern itself, under time limits."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator, Set
from itertools import chain, groupby

import regex

from ..document import Document
from ..findings import Hit
from ..text.segment import Span
from ..text.squeezed import Squeezed
from ..text.tokens import shape
from .clock import Clock
from .finder import Finder, offsets, pieces
from .hits import hit_of, mixed_forms
from .lines import Lines, lead_of, may_open, opens_with
from .patterns import Patterns
from .schema import TokenTest
from .topics import Topics
from .units import CompiledPack, CompiledRule, Need, Unit, decode_anchors

# Rules that mark the whole passage in which their pattern matches from its start.
_WHOLE = frozenset(("line", "paragraph", "sentence"))


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
        text, original, short = doc.squeezed.text, doc.squeezed.original, self._short
        lines = _lines(doc)
        found: dict[int, list[int]] = {}
        parts = pieces(text)
        finders = list(self._finders(set[str]().union(*(part.words for part in parts))))
        rows = iter(zip(doc.lines, lines.spaces, strict=True))
        end = words = -1
        for at, numbers in sorted(chain.from_iterable(f.places(text, parts) for f in finders)):
            place = original(at)
            while place > end:
                (_, end), words = next(rows)
            for number in numbers:
                # Most lines are prose, and most of the rules of lines are for short ones.
                if number not in short or words < short[number]:
                    found.setdefault(number, []).append(place)
        for number in chain.from_iterable(finder.bare for finder in finders):
            found[number] = lines.shorter(short.get(number, sys.maxsize))
        units = ((self._units[number], found[number]) for number in sorted(found) if found[number])
        return [(unit, places) for unit, places in units if self._enabled[unit.rule]]

    def _spans(
        self, doc: Document, rule: CompiledRule, unit: Unit, places: list[int], clock: Clock
    ) -> list[Span]:
        """Return the spans to flag: the matched characters, or the whole unit of text."""
        whole = rule.kind in _WHOLE
        pattern: regex.Pattern[str] | None = None
        found: list[Span] = []
        if unit.rule in self.off:
            return found
        with clock.running(unit.rule):
            for window in _passages(doc, rule, unit, places):
                if clock.is_over():
                    break
                if pattern is None:
                    pattern = self._pattern(unit.pattern, rule, clock)
                start, last = window
                text = doc.text[start:last]
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
        lead = lead_of(text)
        return lead > 0 and bool(pattern.match(text[lead:], timeout=clock.seconds()))

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


def _lines(doc: Document) -> Lines:
    return doc.once("lines of rules", lambda: Lines(doc))


def _passages(doc: Document, rule: CompiledRule, unit: Unit, places: list[int]) -> Iterator[Span]:
    """Yield the passages at the sorted offsets `places` that a pattern may match, each once."""
    limit = rule.max_words if rule.kind in _WHOLE else 0
    if rule.kind == "line":
        passages = _lines(doc).at(places, limit, unit.openers)
    else:
        passages = _prose(doc, rule.kind, places, limit, unit.openers)
    for passage in passages:
        if not unit.needs or _has_all(doc.squeezed, *passage, unit.needs):
            yield passage


def _prose(doc: Document, kind: str, places: list[int], limit: int, openers: str) -> Iterator[Span]:
    """Yield sentences or paragraphs as Lines.at does lines."""
    passage_at = doc.sentence_at if kind == "sentence" else doc.paragraph_at
    end = -1
    for place in places:
        if place < end:
            continue
        passage = passage_at(place)
        end = passage.end
        if limit and doc.text.count(" ", *passage) >= limit:
            continue
        if not openers or may_open(opens_with(doc.lower[passage.start : passage.end]), openers):
            yield passage


def _has_all(text: Squeezed, start: int, end: int, needs: tuple[Need, ...]) -> bool:
    """Say whether one string of each group stands in [start, end) of the original."""
    start, end = text.place(start), text.place(end)
    return all(
        any(True for string in group for _ in offsets(text.text, *string, start, end))
        for group in needs
    )


def _holds(test: TokenTest, token: str) -> bool:
    if test.lower and token.lower() not in test.lower:
        return False
    if test.text and token not in test.text:
        return False
    if test.shape and shape(token) not in test.shape:
        return False
    return not (test.forbid and _holds(test.forbid, token))

"""Furniture whose words spinning software swapped: the words are put back, and the rules of the page read it again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..document import Document
from ..findings import Hit, Severity
from ..text.segment import Span
from ..text.spun import put_back_line
from .hits import line_hit
from .match import Matcher
from .units import CompiledRule

# A line of the page has no more words; a rule must mark so much of what is put back.
MAX_WORDS, COVERED = 16, 0.8
# Lines looked at in one article: more of them are a text that was spun from end to end.
MAX_LINES = 60


def unspun_hits(
    doc: Document, matcher: Matcher, lang: str, found: Iterable[tuple[CompiledRule, Hit]]
) -> Iterator[tuple[CompiledRule, Hit]]:
    """Yield hits on short lines that no rule of the page marks as they stand, but does with the words put back.

    `found` is what was matched as the text stands. A hit covers its whole line.
    """
    if lang != "en":
        return
    lines = _candidates(doc, found)
    variants = [(line, text) for line, texts in lines for text in texts]
    if not variants:
        return
    other = Document.of("\n\n".join(text for _, text in variants))
    if len(other.lines) != len(variants):
        return
    marked: dict[int, list[tuple[CompiledRule, Hit]]] = {}
    for rule, hit in matcher.hits(other, lang, _is_of_page):
        marked.setdefault(other.line_number(hit.start), []).append((rule, hit))
    done: set[Span] = set()
    for number in sorted(marked):
        line, text = variants[number]
        hits = sorted(marked[number], key=lambda item: (item[1].start, -item[1].end))
        if line in done or _covered(hits) < COVERED * len(text):
            continue
        done.add(line)
        rule, hit = hits[0]
        evidence = f"reads “{text}” with swapped words put back"
        yield rule, line_hit(doc, line, hit.message, evidence)


def _is_of_page(rule: CompiledRule) -> bool:
    return rule.id.startswith("chrome/") and rule.severity >= Severity.WARNING


def _candidates(
    doc: Document, found: Iterable[tuple[CompiledRule, Hit]]
) -> list[tuple[Span, list[str]]]:
    """Return the short lines with spun words that no rule of the page marks, with their variants."""
    known = {doc.line_number(hit.start) for rule, hit in found if _is_of_page(rule)}
    lines = []
    for number, line in enumerate(doc.lines):
        if number in known or doc.text.count(" ", *line) >= MAX_WORDS:
            continue
        texts = put_back_line(doc.text[line.start : line.end])
        if texts:
            lines.append((line, texts))
    return lines[:MAX_LINES]


def _covered(hits: list[tuple[CompiledRule, Hit]]) -> int:
    covered = end = 0
    for _, hit in hits:
        covered += max(hit.end - max(hit.start, end), 0)
        end = max(end, hit.end)
    return covered

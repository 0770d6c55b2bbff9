"""What the pattern engine yields: hits with their edits, in the case of the text around them."""

from __future__ import annotations

import functools
from collections.abc import Iterator

from ..document import Document
from ..findings import Edit, Hit
from ..text.segment import Span
from .patterns import compile_pattern
from .units import CompiledRule, Unit

# Rules with a replacement that takes groups; there are few, and each hit needs its pattern.
_pattern = functools.lru_cache(maxsize=256)(compile_pattern)


def hit_of(doc: Document, rule: CompiledRule, unit: Unit, span: Span) -> Hit:
    """Return the hit of a rule on a span, with what it suggests and the edits of its fix."""
    text = doc.text[span.start : span.end]
    suggestions = tuple(keep_case(text, right) for right in unit.right)
    edits: tuple[Edit, ...] = ()
    if suggestions:
        edits = (Edit(span.start, span.end, suggestions[0]),)
    elif rule.fix == "delete-line":
        edits = (delete_line(doc, span),)
    elif rule.fix == "delete":
        edits = (delete_words(doc.text, span),)
    elif rule.replace is not None:
        new = rule.replace
        if "\\" in new:
            # In its place: what looks around the match must find the words around it.
            pattern = _pattern(unit.pattern, rule.case)
            match = pattern.match(doc.text, span.start) or pattern.match(text)
            new = match.expand(new) if match else text
        suggestions = (keep_case(text, new),) if new else ()
        edits = (Edit(span.start, span.end, suggestions[0] if suggestions else ""),)
    return Hit(
        span.start,
        span.end,
        fill(rule.message, text, suggestions),
        suggestions=suggestions,
        edits=edits,
        safe=rule.safe,
    )


def fill(message: str, text: str, suggestions: tuple[str, ...]) -> str:
    """Return a rule's message with what was matched and the first suggestion put in."""
    return message.replace("{text}", text).replace("{suggestion}", (*suggestions, "")[0])


def keep_case(text: str, right: str) -> str:
    """Return `right` in the case of `text`: capitals throughout, or a capital at the start."""
    letters = [c for c in text if c.isalpha()]
    if len(letters) > 3 and all(c.isupper() for c in letters):
        return right.upper()
    if letters and letters[0].isupper() and right[:1].islower():
        return right[0].upper() + right[1:]
    return right


def line_hit(doc: Document, span: Span, message: str, *evidence: str) -> Hit:
    """Return the hit of a whole line of the page, which its fix deletes."""
    return Hit(*span, message, evidence=evidence, edits=(delete_line(doc, span),))


def delete_line(doc: Document, span: Span) -> Edit:
    """Return the edit that removes a line and the blank lines that set it apart.

    Blank lines before it go with it where something blank follows, so that its neighbours keep
    the distance they had. At the top of the text the blank lines after it go.
    """
    if doc.article.blocks:
        return _delete_block(doc.text, span)
    text = doc.text
    order = doc.line_number(span.start)
    lines = doc.lines
    start = span.start
    while start and text[start - 1] in " \t":
        start -= 1
    following = lines[order + 1].start if order + 1 < len(lines) else len(text)
    own_end = text.find("\n", span.end, following) + 1
    own_end = own_end or len(text)
    if order == 0:
        return Edit(start, following, "")
    blank_follows = following == len(text) or "\n" in text[own_end:following]
    if blank_follows:
        start = text.find("\n", lines[order - 1].end, start) + 1
    return Edit(start, own_end, "")


def _delete_block(text: str, span: Span) -> Edit:
    """Return the edit for a View whose line breaks stand for markup: see source/assemble.py."""
    start, end = span
    opens = start == 0 or start == 1 or text[start - 2 : start] == "\n\n"
    closes = text[end : end + 2] in ("", "\n", "\n\n")
    if opens and closes:
        return Edit(max(start - 1, 0), min(end + 1, len(text)), "")
    if closes:
        return Edit(start - 1, end, "")
    return Edit(start, end + 1, "")


def delete_words(text: str, span: Span) -> Edit:
    """Return the edit that removes a phrase with one of the spaces around it."""
    start, end = span
    if text[end : end + 1] == " " and (start == 0 or text[start - 1].isspace()):
        end += 1
    elif start and text[start - 1] == " ":
        start -= 1
    return Edit(start, end, "")


def mixed_forms(doc: Document, rule: CompiledRule, found: list[tuple[Span, Unit]]) -> Iterator[Hit]:
    """Yield the rarer forms of a text that mixes the forms of a consistency rule."""
    counts: dict[int, int] = {}
    for _, unit in found:
        counts[unit.group] = counts.get(unit.group, 0) + 1
    if len(counts) < 2:
        return
    main = max(counts, key=lambda group: (counts[group], -group))
    example = next(doc.text[s.start : s.end] for s, unit in found if unit.group == main)
    for span, unit in found:
        if unit.group != main:
            text = doc.text[span.start : span.end]
            hit = Hit(span.start, span.end, fill(rule.message, text, (example,)))
            evidence = f"“{example}” stands {counts[main]} times in this article"
            yield Hit(hit.start, hit.end, hit.message, (keep_case(text, example),), (evidence,))

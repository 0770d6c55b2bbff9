"""Suppression comments in the original file: `<!-- lintnews: ignore name/misspelled -->`."""

from __future__ import annotations

import re

import msgspec

from ..lazy import lazy_pattern

MARK = "lintnews:"
_COMMENT = lazy_pattern(
    r"<!--\s*lintnews:\s*(?P<word>[\w-]+)(?P<rest>[^\n]{0,300}?)\s*-->", re.IGNORECASE
)


class Comment(msgspec.Struct, frozen=True):
    """A suppression comment at source span [start, end): ignore, ignore-next or ignore-file.

    `rules` are rule ids or categories; empty means every rule.
    """

    start: int
    end: int
    action: str
    rules: tuple[str, ...]
    because: str


def find_comments(text: str) -> list[Comment]:
    """Return the suppression comments of a source text, in order."""
    if MARK not in text.lower():
        return []
    found = []
    for match in _COMMENT.finditer(text):
        rest, _, because = match.group("rest").partition(" because ")
        rules = tuple(word for word in re.split(r"[,\s]+", rest) if word)
        action = match.group("word").lower()
        found.append(Comment(match.start(), match.end(), action, rules, because.strip()))
    return found

"""Comments in the article, and [sic], that silence findings; and the ones that silence nothing."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable

from .errors import closest
from .findings import CATEGORIES, Finding, Severity
from .lazy import lazy_pattern
from .linter import UNUSED
from .locate import fingerprint
from .source.article import Source
from .source.comments import Comment, find_comments

ACTIONS = ("ignore", "ignore-next", "ignore-file")
_SIC = lazy_pattern(r"[\"'”’]?\s{0,2}[\[(]sic[\])]", re.IGNORECASE)
_PARAGRAPH_END = lazy_pattern(r"\n[^\S\n]*\n|\r\n[^\S\n]*\r\n|\r[^\S\r]*\r")


def suppress(
    findings: list[Finding], source: Source, known: Iterable[str]
) -> tuple[list[Finding], int]:
    """Return (what remains, how many were silenced); unused comments are findings of their own."""
    comments = find_comments(source.text)
    if not comments:
        kept = [f for f in findings if not _is_sic(f, source.text)]
        return kept, len(findings) - len(kept)
    used: set[Comment] = set()
    kept = []
    reach = _Reach(comments, source.text)
    for finding in sorted(findings, key=lambda f: f.start):
        silencer = reach.silencer(finding, used)
        if silencer is not None:
            used.add(silencer)
        elif not _is_sic(finding, source.text):
            kept.append(finding)
    silenced = len(findings) - len(kept)
    rules = list(known)
    for comment in comments:
        if comment not in used:
            kept.append(_unused(comment, source, rules))
    kept.sort(key=lambda f: (f.start, f.end, f.rule))
    return kept, silenced


def _is_sic(finding: Finding, text: str) -> bool:
    return bool(_SIC.match(text, finding.end))


def _names(comment: Comment, finding: Finding) -> bool:
    """Say whether a comment is about a finding's rule: one of those it names, or any."""
    rules = comment.rules
    return not rules or finding.rule in rules or finding.category in rules


class _Reach:
    """Which comment silences a finding; asked in the order of the text, it forgets what is behind."""

    def __init__(self, comments: list[Comment], text: str):
        self._text = text
        self._whole = [c for c in comments if c.action == "ignore-file"]
        self._coming = deque(
            c for c in comments if c.action in ACTIONS and c.action != "ignore-file"
        )
        # Comments before the finding, with the offset at which they stop to apply.
        self._open: deque[tuple[Comment, int]] = deque()
        # Where the paragraph ends that was looked at last.
        self._paragraph = -1

    def silencer(self, finding: Finding, used: set[Comment]) -> Comment | None:
        """Return the first comment of the file that silences a finding."""
        offset = finding.start
        while self._coming and self._coming[0].end <= offset:
            comment = self._coming.popleft()
            self._open.append((comment, self._end(comment)))
        while self._open and self._is_over(*self._open[0], offset, used):
            self._open.popleft()
        found = [c for c in self._whole if _names(c, finding)][:1]
        for comment, end in self._open:
            if not self._is_over(comment, end, offset, used) and _names(comment, finding):
                found.append(comment)
                break
        return min(found, key=lambda c: c.start, default=None)

    @staticmethod
    def _is_over(comment: Comment, end: int, offset: int, used: set[Comment]) -> bool:
        return offset >= end or (comment.action == "ignore-next" and comment in used)

    def _end(self, comment: Comment) -> int:
        """Return where a comment stops to apply: the end of the next paragraph, or of the text."""
        text = self._text
        if comment.action == "ignore-next":
            return len(text)
        start = comment.end
        while start < len(text) and text[start].isspace():
            start += 1
        if start > self._paragraph:
            end = _PARAGRAPH_END.search(text, start)
            self._paragraph = end.start() if end else len(text)
        return self._paragraph


def _unused(comment: Comment, source: Source, known: list[str]) -> Finding:
    message = "this comment suppresses nothing; remove it"
    if comment.action not in ACTIONS:
        message = f"unknown word {comment.action!r}{closest(comment.action, list(ACTIONS))}"
    else:
        for rule in comment.rules:
            if rule not in known and rule not in CATEGORIES:
                message = f"unknown rule {rule!r}{closest(rule, [*CATEGORIES, *known])}"
    line, column = source.position(comment.start)
    end_line, end_column = source.position(comment.end)
    text = source.text[comment.start : comment.end]
    return Finding(
        path=source.path, rule=UNUSED.id, severity=Severity.WARNING, confidence=1.0,
        message=message, start=comment.start, end=comment.end, line=line, column=column,
        end_line=end_line, end_column=end_column, text=text, shown=text,
        fingerprint=fingerprint(UNUSED.id, text),
    )  # fmt: skip

"""Comments in the article, and [sic], that silence findings; and the ones that silence nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable

from .errors import closest
from .findings import CATEGORIES, Finding, Severity
from .linter import UNUSED
from .locate import fingerprint
from .source.article import Source
from .source.comments import Comment, find_comments

ACTIONS = ("ignore", "ignore-next", "ignore-file")
_SIC = re.compile(r"[\"'”’]?\s{0,2}[\[(]sic[\])]", re.IGNORECASE)
_PARAGRAPH_END = re.compile(r"\n[^\S\n]*\n|\r\n[^\S\n]*\r\n|\r[^\S\r]*\r")


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
    for finding in findings:
        silencer = next((c for c in comments if _covers(c, finding, source.text, used)), None)
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


def _covers(comment: Comment, finding: Finding, text: str, used: set[Comment]) -> bool:
    if comment.rules and not any(
        finding.rule == rule or finding.category == rule for rule in comment.rules
    ):
        return False
    if comment.action == "ignore-file":
        return True
    if finding.start < comment.end or comment.action not in ACTIONS:
        return False
    if comment.action == "ignore-next":
        return comment not in used
    start = comment.end
    while start < len(text) and text[start].isspace():
        start += 1
    end = _PARAGRAPH_END.search(text, start)
    return finding.start < (end.start() if end else len(text))


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

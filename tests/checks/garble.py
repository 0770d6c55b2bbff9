"""What the tests of the garble checks share."""

from __future__ import annotations

from lintnews.document import Document
from lintnews.linter import Linter


def marked(linter: Linter, rule: str, text: str) -> list[str]:
    """Return the characters that one rule marks in an article."""
    return [f.text for f in linter.check(Document.of(text)) if f.rule == f"garble/{rule}"]


def levels(linter: Linter, rule: str, text: str) -> list[str]:
    """Return the severities of one rule's findings in an article."""
    found = linter.check(Document.of(text))
    return [str(f.severity) for f in found if f.rule == f"garble/{rule}"]


def fixed(linter: Linter, rule: str, text: str) -> str:
    """Return the article after the fixes of one rule."""
    for finding in reversed(linter.check(Document.of(text))):
        if finding.rule == f"garble/{rule}" and finding.fix is not None:
            for edit in reversed(finding.fix.edits):
                text = text[: edit.start] + edit.text + text[edit.end :]
    return text

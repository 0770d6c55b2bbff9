"""What the tests of names share: what is marked in an article, and a list written for a test."""

from __future__ import annotations

from pathlib import Path

from lintnews.config import Config
from lintnews.document import Document
from lintnews.findings import Finding, Severity
from lintnews.linter import Linter


def alarms(linter: Linter, text: str) -> list[tuple[str, tuple[str, ...]]]:
    """Return (characters, suggestions) of each error and warning about a name."""
    return [(f.text, f.suggestions) for f in found(linter, text)]


def found(linter: Linter, text: str) -> list[Finding]:
    """Return the errors and warnings about names."""
    findings = linter.check(Document.of(text))
    for finding in findings:
        assert text[finding.start : finding.end] == finding.text
    return [f for f in findings if f.category == "name" and f.severity >= Severity.WARNING]


def linter_with(folder: Path, entries: str, name: str = "list.yaml") -> Linter:
    """Return a linter that also knows the entries of a list."""
    path = folder / name
    path.write_text(entries, "utf-8")
    return Linter(Config(names=(str(path),)))

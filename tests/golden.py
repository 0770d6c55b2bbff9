"""The expected findings beside each article of fixtures/: how they are written and read."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from lintnews.findings import Finding
from lintnews.linter import Linter
from lintnews.source.read import read_source
from lintnews.work import lint_source

FIXTURES = Path(__file__).resolve().parent.parent / "fixtures"
SUFFIXES = (".txt", ".md", ".html", ".json", ".jsonl", ".xml")
EXPECTED = ".expected.jsonl"
KEYS = ("rule", "severity", "start", "end", "text", "suggestions", "message")


def articles(folder: str) -> list[Path]:
    """Return the articles of a folder of fixtures/, sorted."""
    return sorted(
        path
        for path in (FIXTURES / folder).rglob("*")
        if path.suffix in SUFFIXES and not path.name.endswith(EXPECTED)
    )


def expected_path(article: Path) -> Path:
    return article.with_name(article.stem + EXPECTED)


def found(linter: Linter, article: Path) -> list[Finding]:
    """Return the findings of an article under the name it has inside the project."""
    path = article.relative_to(FIXTURES.parent).as_posix()
    return lint_source(linter, read_source(path, article.read_bytes())).findings


def lines(findings: list[Finding]) -> list[dict[str, Any]]:
    """Return what is expected of each finding: everything but digests and evidence."""
    kept = []
    for finding in findings:
        item = {key: getattr(finding, key) for key in KEYS}
        item["severity"] = str(finding.severity)
        item["suggestions"] = list(finding.suggestions)
        kept.append(item)
    return kept


def written(items: list[dict[str, Any]]) -> str:
    return "".join(json.dumps(item, ensure_ascii=False) + "\n" for item in items)

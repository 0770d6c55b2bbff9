"""The project's own articles: damaged ones give what is expected, clean ones give no alarm."""

from __future__ import annotations

import json
from pathlib import Path

import golden
import pytest

from lintnews.findings import Severity

# Articles that draw an alarm today, each with the reason; an entry goes when the rule is mended.
KNOWN_ALARMS: dict[str, str] = {}


def quiet_articles() -> list[object]:
    found = []
    for folder in ("clean", "false_alarms"):
        for path in golden.articles(folder):
            name = f"{folder}/{path.name}"
            marks = []
            if name in KNOWN_ALARMS:
                marks = [pytest.mark.xfail(reason=KNOWN_ALARMS[name], strict=False)]
            found.append(pytest.param(path, id=name, marks=marks))
    return found


@pytest.mark.parametrize("article", quiet_articles())
def test_an_article_that_is_right_gives_no_alarm(linter, article: Path):
    alarms = [f for f in golden.found(linter, article) if f.severity >= Severity.WARNING]
    assert [f"{f.line}:{f.column} {f.rule}: {f.message}" for f in alarms] == []


@pytest.mark.parametrize(
    "article", [*golden.articles("articles"), *golden.articles("formats")], ids=lambda p: p.name
)
def test_a_damaged_article_gives_exactly_what_is_expected(linter, article: Path):
    path = golden.expected_path(article)
    assert path.exists(), "run: python tests/update_golden.py"
    expected = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    assert golden.lines(golden.found(linter, article)) == expected


def test_every_expectation_belongs_to_an_article():
    known = {
        golden.expected_path(article)
        for folder in ("articles", "formats")
        for article in golden.articles(folder)
    }
    assert {*golden.FIXTURES.rglob(f"*{golden.EXPECTED}")} <= known


def test_there_are_enough_articles_to_mean_something():
    assert len(golden.articles("articles")) >= 12
    assert len(golden.articles("clean")) >= 30


@pytest.mark.parametrize("article", golden.articles("articles"), ids=lambda p: p.name)
def test_labels_stand_in_their_article(article: Path):
    """The labels say what a reader of the article must find; they are written by hand."""
    import yaml

    labels = article.with_name(article.stem + ".labels.yaml")
    text = article.read_text("utf-8")
    for label in yaml.safe_load(labels.read_text("utf-8")):
        assert text.count(label["text"]) >= label["nth"], label

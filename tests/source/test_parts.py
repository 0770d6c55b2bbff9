"""Fields beside the body: what they repeat is no mistake."""

from __future__ import annotations

import pytest

from lintnews.document import Document
from lintnews.linter import Linter
from lintnews.source.article import Source
from lintnews.source.read import articles

LEAD = "The council voted on Monday to close the old bridge over the river for two years."


def repeated(linter: Linter, name: str, text: str) -> list[str]:
    source = Source(name, text)
    document = Document(next(articles(source)), name)
    return [f.shown for f in linter.check(document, source) if f.rule == "garble/repeated-text"]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (
            "a.md",
            f"---\ntitle: The old bridge\nsummary: {LEAD}\n---\n\n# The old bridge\n\n{LEAD}\n",
        ),
        ("a.html", f"<title>The old bridge</title><h1>The old bridge</h1><p>{LEAD}</p>"),
        ("a.json", f'{{"title": "The old bridge", "summary": "{LEAD}", "body": "{LEAD}"}}'),
        ("a.html", "<p>One.</p><img alt='The old bridge'><figcaption>The old bridge</figcaption>"),
    ],
)
def test_a_field_may_say_what_the_body_says(linter: Linter, name: str, text: str) -> None:
    assert repeated(linter, name, text) == []


def test_the_headline_again_as_the_first_paragraph_is_a_repetition(linter: Linter) -> None:
    text = f"---\ntitle: The old bridge is closed\n---\n\nThe old bridge is closed\n\n{LEAD}\n"
    assert repeated(linter, "a.md", text) == ["The old bridge is closed"]

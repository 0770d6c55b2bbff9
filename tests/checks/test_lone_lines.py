"""Short lines at the edges of a story that nothing else explains."""

from __future__ import annotations

import pytest

from lintnews.checks.page_blocks import STORY
from lintnews.document import Document
from lintnews.linter import Linter

HEADLINE = "Bridge over the river is closed\n\n"


def lone(linter: Linter, text: str) -> list[str]:
    return [f.text for f in linter.check(Document.of(text)) if f.rule == "chrome/lone-line"]


def test_a_signature_and_a_place_below_the_story_are_marked(linter: Linter) -> None:
    assert lone(linter, HEADLINE + STORY * 2 + "Vera Lind\n\nHarbour district") == [
        "Vera Lind",
        "Harbour district",
    ]


def test_a_line_between_others_that_are_known_is_marked(linter: Linter) -> None:
    text = HEADLINE + STORY * 2 + "Share on Facebook\n\nHarbour\n\nLeave a comment"
    assert "Harbour" in [f.text for f in linter.check(Document.of(text))]


@pytest.mark.parametrize(
    "text",
    [
        HEADLINE + STORY + "The north tower\n\n" + STORY,
        HEADLINE + STORY * 2 + "Anna\n\nBerta\n\nClara\n\nDora",
        HEADLINE + STORY * 2 + "Harbour 2-1 Valley",
        HEADLINE + STORY * 2 + "- bread and milk",
        HEADLINE + STORY + "Vera Lind",
        "Share on Facebook\n\nThe bridge\n\n" + STORY * 2,
        HEADLINE + STORY * 2 + "Nobody was hurt in it.",
    ],
    ids=["sub-heading", "list", "result", "item", "short story", "headline", "sentence"],
)
def test_what_belongs_to_a_story_is_left_alone(linter: Linter, text: str) -> None:
    assert lone(linter, text) == []


def test_a_page_of_which_every_line_is_furniture_is_no_failure(linter: Linter) -> None:
    page = "Share on Facebook\n\nFollow us on Twitter\n\nRead more\n\nSubscribe to our newsletter\n"
    assert all(f.rule.startswith("chrome/") for f in linter.check(Document.of(page)))

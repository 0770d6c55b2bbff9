"""The article before a city, a club or a person."""

from __future__ import annotations

import pytest

from lintnews.config import Config
from lintnews.document import Document
from lintnews.linter import Linter

LINTER = Linter(Config(select=("name/article",)))


def marked(text: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(f.text, f.suggestions) for f in LINTER.check(Document.of(text))]


def test_a_city_with_an_article_is_marked_where_no_noun_follows() -> None:
    text = "The bridge is in the Isfahan. Snow fell in the Tabriz, which lies to the west."
    assert marked(text) == [("the Isfahan", ("Isfahan",)), ("the Tabriz", ("Tabriz",))]


def test_somebody_introduced_who_speaks_has_no_article() -> None:
    text = "The smith Otto Krahenbuhl won. “It is late,” the Krahenbuhl said."
    assert marked(text) == [("the Krahenbuhl", ("Krahenbuhl",))]


@pytest.mark.parametrize(
    "text",
    [
        "They came by the Isfahan to Tabriz road, past the Tabriz of old.",
        "The Lancaster. A bomber of the war stood in the Plymouth, which is a car.",
        "The smith Otto Krahenbuhl won. It was late for the Krahenbuhl family.",
    ],
)
def test_an_article_that_belongs_to_a_noun_is_left_alone(text: str) -> None:
    assert marked(text) == []

"""The form of the article before a vowel and before a consonant."""

from __future__ import annotations

import pytest

from lintnews.linter import Linter

from .garble import fixed, levels, marked


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("It burned on a area of two hectares.", "It burned on an area of two hectares."),
        ("A autopsy is due.", "An autopsy is due."),
        ("He is a uncertain man.", "He is an uncertain man."),
        ("They met an minister.", "They met a minister."),
    ],
)
def test_the_form_follows_the_sound(linter: Linter, text: str, right: str) -> None:
    assert fixed(linter, "article-form", text) == right


@pytest.mark.parametrize(
    "text",
    [
        "A unit, a unanimous vote, a European, a one-off, a ewe, a useful urn and a uranium mine.",
        "An hour, an honest man, an MP, an historic hotel and an x-ray.",
        "Serie A and the others of a like mind; Yan'an folk; An wrote to An song and Kim.",
        "An onerous task for an unidentified, uninvited and unimportant man.",
    ],
)
def test_sounds_that_their_letters_do_not_tell_are_known(linter: Linter, text: str) -> None:
    assert marked(linter, "article-form", text) == []


def test_one_slip_in_a_long_article_is_only_mentioned(linter: Linter) -> None:
    text = "It burned on a area of two hectares. " + "The rain fell on all of the town. " * 80
    assert levels(linter, "article-form", text) == ["info"]

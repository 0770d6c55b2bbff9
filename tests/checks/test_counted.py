"""Counted nouns without their plural, and dashes that part speech."""

from __future__ import annotations

import pytest

from lintnews.document import Document
from lintnews.linter import Linter

from .garble import fixed, marked


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("The bell rang three time on Sunday.", "The bell rang three times on Sunday."),
        ("They planted forty tree along the road.", "They planted forty trees along the road."),
        ("She waited for several week before the trial.", "She waited for several weeks before the trial."),
        ("He visited 12 city in a month.", "He visited 12 cities in a month."),
    ],
)  # fmt: skip
def test_a_noun_behind_a_number_gets_its_plural(linter: Linter, text: str, right: str) -> None:
    assert fixed(linter, "counted", text) == right


def test_a_person_behind_a_number_is_told_once(linter: Linter) -> None:
    found = linter.check(
        Document.of("The storm injured 2 officer, and it hurt 3 worker on the quay.")
    )
    assert [finding.text for finding in found] == ["2 officer", "3 worker"]


@pytest.mark.parametrize(
    "text",
    [
        "A three week trip, the two time zones and a nine month ban are over.",
        "They ran from eight to ten mile marks and lost by four to one.",
        "The Oct. 6 vote, the Route 66 sign and the Terminal 5 site in use are known.",
        "These two work for a bank, and the other three report to her.",
        "They caught six fish, two deer and several sheep in the rain.",
        "He read chapter 12 page by page, and the under 21 team for fun.",
    ],
)
def test_numbers_that_name_one_thing_and_words_of_one_form_stay(linter: Linter, text: str) -> None:
    assert marked(linter, "counted", text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The pool is open to guests of all ages, – said Maria Holt, who owns it.", "– said"),
        ("It is as if we had never met, - complained the old fisherman.", "- complained"),
        ("The ice broke at noon. – We ran for the shore at once, recalls Pia Holt.", "–"),
    ],
)
def test_a_dash_that_parts_speech_inside_a_paragraph_is_told(
    linter: Linter, text: str, found: str
) -> None:
    assert marked(linter, "dialogue-dash", text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "The plan – said to cost a million – was dropped, and nobody asked why.",
        "BERGEN, Norw. – The ferry sank in the night, says the harbor master.",
        "The ice broke at noon. – The rest of the story will follow tomorrow.",
        "“It is open to all ages, – said Maria Holt,” he read from his notes.",
    ],
)
def test_asides_datelines_and_quotations_keep_their_dashes(linter: Linter, text: str) -> None:
    assert marked(linter, "dialogue-dash", text) == []

"""Sentences without their subjects, and subjects said twice."""

from __future__ import annotations

import pytest

from lintnews.linter import Linter

from .garble import fixed, marked


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The schools of the town and of the port. Are held absent.", "port. Are held"),
        ("The board read the plan twice. Was accepted without delay.", "twice. Was accepted"),
        ("She went through all of the work. Had to agree in the end.", "work. Had to"),
        ("Police held the driver for a night. Where, the man was tested.", "Where,"),
    ],
)
def test_an_auxiliary_that_asks_nothing_starts_no_sentence(
    linter: Linter, text: str, found: str
) -> None:
    assert marked(linter, "torn-sentence", text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "The rain fell on the town. Is it over?",
        "The rain fell on the town. Had he known, he would have left.",
        "The rain fell on the town. Have a seat and wait. Will Berg came.",
        "The rain fell on the town. Should it stop, they may play. May they win.",
        "The rain fell. Is married. The sun rose. Has retired. Was born late. Was called up. Rain.",
    ],
)
def test_questions_conditions_orders_and_notes_are_whole(linter: Linter, text: str) -> None:
    assert marked(linter, "torn-sentence", text) == []


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Yolanda Pérez she said no.", "Yolanda Pérez said no."),
        ("For his part Mr. Berg he accuses them.", "For his part Mr. Berg accuses them."),
        (
            "They hear that the decree he will be signed.",
            "They hear that the decree will be signed.",
        ),
        ("Eighty thousand people they come here.", "Eighty thousand people come here."),
    ],
)
def test_a_subject_said_twice_is_said_once(linter: Linter, text: str, right: str) -> None:
    assert fixed(linter, "doubled-subject", text) == right


@pytest.mark.parametrize(
    "text",
    [
        "On Monday he said so. Earlier it was reported. All they need is rain.",
        "The man he met is old, and the Boston she knew is gone.",
        "Perhaps Berg he knew, but not Lind.",
        "He said that the house it was sold with is old.",
        "Eventually he was caught. Last Friday he was free.",
        "All the people they have met were kind.",
    ],
)
def test_relative_clauses_and_adverbs_double_nothing(linter: Linter, text: str) -> None:
    assert marked(linter, "doubled-subject", text) == []

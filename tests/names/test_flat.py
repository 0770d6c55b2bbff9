"""Names of several words of which one lost its capital."""

from __future__ import annotations

import pytest

from lintnews.config import Config
from lintnews.linter import Linter

from .judged import alarms

LINTER = Linter(Config())


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("security Council", "Security Council"),
        ("South korea", "South Korea"),
        ("Caspian sea", "Caspian Sea"),
        ("International Monetary fund", "International Monetary Fund"),
        ("White house", "White House"),
        ("Red cross", "Red Cross"),
        ("Ivano-frankivsk", "Ivano-Frankivsk"),
        ("Donald trump", "Donald Trump"),
    ],
)
def test_a_name_that_no_house_writes_so_is_told_once(written: str, right: str) -> None:
    assert alarms(LINTER, f"On Monday the {written} was in the news again.") == [
        (written, (right,))
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The UN security council, the European commission and the supreme court met on Monday.",
        "The bill passed the state Senate, and the Nobel peace prize went to the poet.",
        "They sailed from the Caspian Sea to the sea of the north and the former Council house.",
        "White house paint sold well. He bought a White horse, an old east wing and a Swiss bank.",
        "Jack said that Rose never sang, and Hope springs eternal.",
    ],
)
def test_house_styles_are_left_alone(text: str) -> None:
    assert alarms(LINTER, text) == []


def test_a_small_town_in_lower_case_needs_its_country() -> None:
    text = "The train from sialkot came late."
    assert alarms(LINTER, text) == []
    assert alarms(LINTER, text + " Pakistan waited.") == [("sialkot", ("Sialkot",))]


def test_a_street_behind_a_preposition_has_its_capital() -> None:
    text = "They met in Sandvig street, near the quay, and at 14 Holm avenue on Sunday."
    assert alarms(LINTER, text) == [
        ("Sandvig street", ("Sandvig Street",)),
        ("Holm avenue", ("Holm Avenue",)),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Shops in Sandvig and Holm streets closed. He lives on a quiet Oslo street.",
        "In Cairo street battles went on, and in Paris street lamps were lit.",
        "Shops in Sandvig street, in Holm street and in Moe street were closed.",
    ],
)
def test_streets_of_towns_and_of_houses_that_write_them_small_are_left_alone(text: str) -> None:
    assert alarms(LINTER, text) == []

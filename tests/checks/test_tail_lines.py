"""Lines behind the last paragraph, around the headline, and credits in mid-paragraph."""

from __future__ import annotations

import pytest

from lintnews.checks.page_blocks import STORY
from lintnews.document import Document
from lintnews.linter import Linter

HEADLINE = "Bridge over the river is closed for two years\n\n"
PAGE = HEADLINE + STORY * 3


def told(linter: Linter, text: str, *rules: str) -> list[str]:
    return [f.text for f in linter.check(Document.of(text)) if f.rule in rules]


def test_headlines_in_a_row_behind_the_last_paragraph_are_marked(linter: Linter) -> None:
    rows = [
        "Bakers of the valley raise the price of bread",
        "Court frees a captain who lost two ships in one winter",
        "New teacher moves into the school by the lake",
    ]
    assert told(linter, PAGE + "\n\n".join(rows), "chrome/tail-headlines") == rows


def test_a_long_headline_with_its_label_is_marked_alone(linter: Linter) -> None:
    row = "Opinion: Why the valley needs a second bridge before the winter comes"
    assert told(linter, PAGE + row, "chrome/tail-headlines") == [row]


@pytest.mark.parametrize(
    "rows",
    [
        "Anna Berg, a teacher who came from the coast\n\nOlav Lind, a smith who lives in Narva",
        "The house by the lake\n\nThe road to the coast\n\nThe ship of the pastor",
        "Bakers raise the price of bread\nCaptain loses two ships in winter",
        "Harbour beat Valley 3-1 on Sunday\n\nLake and Coast drew 2-2 on Monday",
        "Tickets: The office sells them until the last day of the coming month of May",
        "Bakers of the valley raised the price of bread.\n\nNobody bought any of it.",
    ],
)
def test_lists_results_verse_and_sentences_behind_a_story_are_kept(
    linter: Linter, rows: str
) -> None:
    assert told(linter, PAGE + rows, "chrome/tail-headlines") == []


def test_a_call_to_the_reader_above_furniture_is_marked(linter: Linter) -> None:
    call = "The paper comes to your door each morning."
    assert told(linter, PAGE + call + "\n\nLeave a comment", "chrome/tail-call") == [call]


def test_a_call_is_kept_where_the_story_speaks_to_its_reader(linter: Linter) -> None:
    call = "Bring your own boat if you can.\n\n"
    text = HEADLINE + "You reach the town by ferry.\n\n" + STORY * 3 + call + "Leave a comment"
    assert told(linter, text, "chrome/tail-call") == []


def test_a_link_with_its_number_is_a_line_of_the_page_and_an_age_is_none(linter: Linter) -> None:
    assert told(linter, PAGE + "All on bridges [31]", "chrome/lone-line") == ["All on bridges [31]"]
    assert told(linter, PAGE + "Vera Lind (31)", "chrome/lone-line") == []


@pytest.mark.parametrize(
    "line",
    [
        "Chronicle – Narva",
        "-4 °C",
        "Sunday, 12 October",
        "Home Coast Weather Ships Anglers",
        "FISHERIES",
    ],
)
def test_a_line_above_the_headline_is_known_by_its_form(linter: Linter, line: str) -> None:
    assert told(linter, line + "\n\n" + PAGE, "chrome/strip") == [line]


@pytest.mark.parametrize(
    "line", ["Mayor Lind Leaves Office Early", "The bridge – a history of it", "Sunday in October"]
)
def test_headlines_above_a_deck_are_kept(linter: Linter, line: str) -> None:
    assert told(linter, line + "\n\n" + PAGE, "chrome/strip") == []


@pytest.mark.parametrize(
    ("paragraph", "credit"),
    [
        ("Nets on the quay. Photo: KYSTEN The mayor asked for help.", " Photo: KYSTEN"),
        ("Nets on the quay Foto: Vera Lind / Kysten It rained.", " Foto: Vera Lind / Kysten"),
    ],
)
def test_a_credit_in_mid_paragraph_is_marked(linter: Linter, paragraph: str, credit: str) -> None:
    text = HEADLINE + STORY + paragraph + "\n\n" + STORY
    assert told(linter, text, "chrome/credit-in-mid-paragraph") == [credit]


def test_what_is_written_on_a_picture_is_kept(linter: Linter) -> None:
    text = HEADLINE + STORY + "On the back of the picture: Narva, May 1911. The mayor bought it."
    assert told(linter, text, "chrome/credit-in-mid-paragraph") == []

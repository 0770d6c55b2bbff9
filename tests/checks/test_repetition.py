"""Words, phrases and passages that are said twice."""

from __future__ import annotations

import pytest

from lintnews.document import Document
from lintnews.linter import Linter

from .garble import fixed, levels, marked


def test_a_word_said_twice_is_marked_with_its_twin(linter: Linter) -> None:
    assert marked(linter, "repetition", "He was praised in in a short entry.") == ["in in"]


def test_the_fix_leaves_one_of_them(linter: Linter) -> None:
    text = "The minister met the the mayor."
    assert fixed(linter, "repetition", text) == "The minister met the mayor."


def test_a_phrase_of_six_words_is_found(linter: Linter) -> None:
    phrase = "of the members of the council"
    text = f"Most {phrase} {phrase} stayed away."
    assert marked(linter, "repetition", text) == [f"{phrase} {phrase}"]


def test_four_times_the_same_word_is_one_finding(linter: Linter) -> None:
    assert marked(linter, "repetition", "They ate food food food food.") == ["food food food food"]


def test_a_name_said_twice_is_a_warning(linter: Linter) -> None:
    assert levels(linter, "repetition", "He signed for Al-Ahly Al-Ahly on Monday.") == ["warning"]


@pytest.mark.parametrize(
    "text",
    [
        "He had had enough.",
        "She said that that man had left.",
        "I tell you you are wrong.",
        "They came in in droves.",
        "Duran Duran played in Walla Walla.",
        "It was very very cold, and no no no was the answer.",
        "The reporter, Li Li, met Lang Lang.",
        "More and more and more of them left.",
        "He won 6-3 6-3 in the final.",
        "A fan of Of Mice and Men wrote to him.",
    ],
)
def test_doubled_words_of_right_english_stay(linter: Linter, text: str) -> None:
    assert marked(linter, "repetition", text) == []


def test_that_that_before_a_subject_is_a_slip(linter: Linter) -> None:
    assert marked(linter, "repetition", "We joke that that we know it.") == ["that that"]


def test_a_line_break_between_them_is_no_repetition(linter: Linter) -> None:
    assert marked(linter, "repetition", "He stood in the\nthe middle of it.") == []


def test_a_sentence_twice_in_neighbouring_paragraphs_is_marked(linter: Linter) -> None:
    said = "The bridge over the river was closed on Monday."
    text = f"{said} Buses run by way of Udine.\n\n{said}\n"
    assert marked(linter, "repeated-text", text) == [said]


def test_a_headline_under_itself_is_marked_without_its_full_stop(linter: Linter) -> None:
    text = "Council closes bridge\n\nCouncil closes bridge.\n\nBuses run by way of Udine.\n"
    assert marked(linter, "repeated-text", text) == ["Council closes bridge."]


def test_a_short_answer_given_twice_stays(linter: Linter) -> None:
    assert marked(linter, "repeated-text", "He did not come. He did not come.") == []


def test_the_same_four_words_three_times_are_a_refrain(linter: Linter) -> None:
    text = "The end of the row at the end of the row was the end of the row."
    assert marked(linter, "refrain", text) == ["the end of the"]


def test_a_short_statement_directly_after_itself_is_marked(linter: Linter) -> None:
    text = "The painter lived in Oslo. Berg died in 2018. Berg died in 2018. His house stands."
    assert marked(linter, "repeated-text", text) == ["Berg died in 2018."]


def test_a_phrase_joined_to_itself_is_marked(linter: Linter) -> None:
    text = "The mascot fell over on stage and fell over on stage."
    assert marked(linter, "repetition", text) == ["fell over on stage and fell over on stage"]


def test_a_phrase_joined_to_itself_may_end_the_text_without_a_mark(linter: Linter) -> None:
    text = "The mascot fell over on stage and fell over on stage"
    assert marked(linter, "repetition", text) == ["fell over on stage and fell over on stage"]


def test_that_twice_after_a_verb_of_saying_is_marked(linter: Linter) -> None:
    text = "Analysts believe that that the visit changes little. They say that that was right."
    assert marked(linter, "repetition", text) == ["that that"]


@pytest.mark.parametrize(
    "text",
    [
        "It was a house within a house, work within work within work.",
        "She starred in the series Baker Baker and in no other.",
        "The referee, Alan López López, blew the whistle.",
        "“I click on one of their shops and one of their shops and one of their shops and stop.”",
    ],
)
def test_chains_titles_and_family_names_are_no_repetition(linter: Linter, text: str) -> None:
    assert marked(linter, "repetition", text) == []


def test_function_words_in_a_chain_are_a_repetition(linter: Linter) -> None:
    assert marked(linter, "repetition", "They met the in the in the town.") != []


def test_a_doubled_capital_is_a_warning(linter: Linter) -> None:
    assert levels(linter, "repetition", "It was the New Media Media group.") == ["warning"]


def test_the_writer_of_two_posts_of_one_day_is_no_repetition(linter: Linter) -> None:
    post = "— Vera Lindqvist of the port (@veralindqvist) May 3, 2024"
    text = f"The port is open.\n\n{post}\n\nThe port is closed again.\n\n{post}\n"
    assert marked(linter, "repeated-text", text) == []


@pytest.mark.parametrize("credit", ["", " [Harbour News]", " - Harbour! news"])
def test_a_headline_again_with_the_name_of_the_site_is_a_twin(linter: Linter, credit: str) -> None:
    head = "Council closes the old bridge for two years"
    text = f"{head}{credit}\n\n{head}\n\nFerries run every ten minutes, said the mayor.\n"
    assert marked(linter, "repeated-text", text) == [head]


def test_a_sentence_that_says_the_headline_again_is_a_twin(linter: Linter) -> None:
    head = "Council closes the old bridge for two years"
    prose = "Ferries run every ten minutes, said the mayor of the town on Monday.\n\n" * 4
    other = prose.replace("Ferries", "Buses").replace("ten", "twenty")
    text = f"{head}\n\n{prose.splitlines()[0]}\n\n{other.splitlines()[0]}\n\n{head}. Rain fell.\n"
    assert marked(linter, "repeated-text", text) == [f"{head}."]


def test_a_headline_is_no_twin_of_itself(linter: Linter) -> None:
    text = (
        "Council closes the old bridge for two years - Harbour! News\n\nRain fell in the north.\n"
    )
    assert marked(linter, "repeated-text", text) == []


def test_the_headline_again_far_below_is_a_warning_in_a_long_article(linter: Linter) -> None:
    title = "The old bridge over the river is closed for years"
    story = "\n\n".join(
        f"Engineer {name} found a crack in the {place} and told the council of it."
        for name in ("Berg", "Lind", "Holm", "Dahl", "Krogh", "Moe", "Vik", "Lund", "Aas", "Ness")
        for place in ("north tower", "south tower", "deck", "railing", "pier", "lamp post")
    )
    text = f"{title}\n\n{story}\n\n{title}"
    found = [f for f in linter.check(Document.of(text)) if f.text == title]
    assert [str(f.severity) for f in found if f.rule == "garble/repeated-text"] == ["warning"]

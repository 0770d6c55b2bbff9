"""Spaces lost behind marks, articles and numbers, and spaces that split what is one word."""

from __future__ import annotations

import pytest

from lintnews.linter import Linter

from .garble import fixed, levels, marked


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The guests slept in the loft,beneath a roof of tin.", "loft,beneath"),
        ("Then the miller,Ragnvald, locked the gate for good.", "miller,Ragnvald"),
        ("They rowed all night to Skarvøy,which was asleep.", "Skarvøy,which"),
        ("They sold the lamps,ropes and sails of the old ship.", "lamps,ropes"),
    ],
)
def test_a_comma_jammed_to_the_next_word_lacks_a_space(
    linter: Linter, text: str, found: str
) -> None:
    assert marked(linter, "fused", text) == [found]
    assert found.replace(",", ", ") in fixed(linter, "fused", text)


@pytest.mark.parametrize(
    "text",
    [
        "Topics of the day in this list: harbour,weather,rowing",
        "Call join(left,right) and write to www.fjord.example,port for more of it.",
        "The budget of 12,500 was signed by Holm,J. and by K,L and M.",
        "Ragnvald,Skarvøy",
    ],
)
def test_rows_of_tags_code_and_initials_lack_no_space(linter: Linter, text: str) -> None:
    assert marked(linter, "fused", text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Sailors from theSkarvøy won the race.", "theSkarvøy"),
        ("They saw theRiverton twice. The Riverton is old.", "theRiverton"),
        ("The boats came fromOslo in the night.", "fromOslo"),
        ("The fare is 3.75guilder for a child.", "3.75guilder"),
    ],
)
def test_an_article_or_a_decimal_jammed_to_a_word_lacks_a_space(
    linter: Linter, text: str, found: str
) -> None:
    assert marked(linter, "fused", text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "He told theScore and theGrio that the team was tired.",
        "In an interview with theSkimm and for theHub he said no.",
        "The car has a 2.5litre engine, ran 7.64secs and is 1.5metre wide.",
        "It ran version 2.10beta of the 3.5km plan at 5.30pm.",
    ],
)
def test_brands_with_a_small_article_and_measures_lack_no_space(linter: Linter, text: str) -> None:
    assert [m for m in marked(linter, "fused", text) if "metre" not in m] == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('The board at the pier read:"No swimming here today."', '"No'),
        ('The board at the pier read:"no swimming here today."', '"no'),
        ("She painted :“no way through” on the gate.", " :“no"),
        ('She painted :"no way through" on the old gate.', ' :"no'),
        ('It was called "a relic".Visitors came from all over.', '".Visitors'),
        ('"We rowed all night",said Holm on the quay.', '",said'),
        ('They stood at the pier."And who rowed it?" she asked.', '"And'),
        ("They stood at the pier.“And who rowed it?” she asked.", "“And"),
    ],
)
def test_a_quotation_mark_jammed_to_a_mark_lacks_a_space(
    linter: Linter, text: str, found: str
) -> None:
    assert marked(linter, "quotation-mark", text) == [found]


def test_one_colon_jammed_among_others_that_are_right_is_a_note(linter: Linter) -> None:
    text = 'The note said: "Come home." The board at the pier read:"No swimming here today."'
    assert levels(linter, "quotation-mark", text) == ["info"]


@pytest.mark.parametrize(
    "text",
    [
        'Type site:"harbour" or key:"value" into the box and press enter.',
        'The query is select "b".Name from public."Users" where it runs.',
        'He is 6\'2" and has a 19".Screen for his games at home.',
    ],
)
def test_code_and_search_terms_have_no_jammed_marks(linter: Linter, text: str) -> None:
    assert marked(linter, "quotation-mark", text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("F ishermen came home in the evening.", "F ishermen"),
        ("T hey rowed all night to the island.", "T hey"),
        ("“A lthough it rained, the race was held,” she said.", "A lthough"),
        ("O n the quay they waited for the boats.", "O n"),
    ],
)
def test_a_first_letter_cut_off_its_word_is_joined(linter: Linter, text: str, found: str) -> None:
    assert marked(linter, "drop-cap", text) == [found]
    assert found.replace(" ", "") in fixed(linter, "drop-cap", text)


@pytest.mark.parametrize(
    "text",
    [
        "A lot of boats came home in the evening.",
        "I do not row at night, he said to us.",
        "H and M closed its shop at the harbour.",
        "T shirts were sold at the quay, and X rays were taken.",
        "C major is the key of the song that they sang.",
    ],
)
def test_letters_that_stand_alone_by_right_are_no_drop_caps(linter: Linter, text: str) -> None:
    assert marked(linter, "drop-cap", text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It snowed in Skarvøysince the morning.", "Skarvøysince"),
        ("They left Plzeňbecause of the rain.", "Plzeňbecause"),
    ],
)
def test_a_name_with_foreign_letters_ends_before_the_next_word(
    linter: Linter, text: str, found: str
) -> None:
    assert marked(linter, "fused-words", text) == [found]


def test_a_name_with_foreign_letters_stays_whole(linter: Linter) -> None:
    text = "Søren Hålandsund met Łukasz Wąsik and Jürgen Schäfter in Düsseldorf."
    assert marked(linter, "fused-words", text) == []

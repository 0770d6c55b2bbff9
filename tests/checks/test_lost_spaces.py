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


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The slate- roofed barn was sold.", "slate- roofed"),
        ("They read the anti- noise law to all.", "anti- noise"),
        ("The bus ended at Tel El -Hamra in the night.", "El -Hamra"),
        ("The Mid- Fjord pilots struck. The Mid-Fjord line is closed.", "Mid- Fjord"),
    ],
)
def test_a_hyphen_with_a_space_on_one_side_is_closed(linter: Linter, text: str, found: str) -> None:
    assert marked(linter, "hyphen-gap", text) == [found]
    assert found.replace(" ", "") in fixed(linter, "hyphen-gap", text)


@pytest.mark.parametrize(
    "text",
    [
        "Pre- and post-harvest fairs, and four- to six-day trips, are planned.",
        "BERGEN -The mayor left- nobody knew why - at -4 degrees.",
        "Inland-, coast- and deep-sea boats; multi- rather than single-hulled ones.",
        "He left the table- the others stayed- and never came back.",
    ],
)
def test_hyphens_that_hang_or_stand_for_dashes_are_kept(linter: Linter, text: str) -> None:
    assert marked(linter, "hyphen-gap", text) == []


def test_one_torn_compound_among_many_whole_ones_is_a_note(linter: Linter) -> None:
    text = "A well-known, sea-worn, self-made, fair-haired man had a slate- roofed barn."
    assert levels(linter, "hyphen-gap", text) == ["info"]


@pytest.mark.parametrize(
    ("rule", "text", "found"),
    [
        ("lost-not", "The nets hadnot dried by noon.", "hadnot"),
        ("lost-space-links", "Rowers slept, evenif it rained.", "evenif"),
        ("lost-apostrophe", "The pilots wouldnt say why.", "wouldnt"),
        ("lost-apostrophe", "Theres no boat on Sundays.", "Theres"),
        ("lost-underscore", "The line “Malmo_Lund” is closed.", "Malmo_Lund"),
        ("lost-backslash", "They sold the lamps \\ and left.", "\\"),
        ("number-ordinal-glued", "It fell in the2nd round.", "the2nd"),
        ("number-decimal-comma-long", "The lamp weighs 1,0625 grams at most.", "1,0625"),
        ("number-clock-spaced", "The bridge shuts at 22. 15 on Sundays.", "at 22. 15"),
        ("number-code-and-unit", "The lamp cost CHF 90 francs.", "CHF 90 francs"),
        ("number-unit-capital", "The lamp cost six Ducats at most.", "six Ducats"),
        ("month-small", "The bridge was shut until october.", "until october"),
        ("pronoun-i-small", "She knew what i had sold.", "i"),
    ],
)
def test_what_was_lost_between_small_words_and_numbers_is_told(
    linter: Linter, rule: str, text: str, found: str
) -> None:
    assert marked(linter, rule, text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "They cannot row. He wont, she cant, lets; the hell of its shed was ill.",
        "Asif Iqbal rowed. The file Malmo_Lund.txt is at https://fjord.example/Malmo_Lund now.",
        "In the 2nd round, at 22.15, it cost CHF 90 or 1,062,500 francs on May 3,2021.",
        "Man Fined for 300 Euros",
        "They may march in august company, and 50 Cent sang.",
        "Item i. i was skipped, i.e. the iPod; Pere Gimferrer i Torrens wrote it.",
    ],
)
def test_words_that_only_look_torn_are_kept(linter: Linter, text: str) -> None:
    rules = ("lost-not", "lost-space-links", "lost-apostrophe", "lost-underscore", "month-small")
    rules += ("number-ordinal-glued", "number-code-and-unit", "number-decimal-comma-long")
    rules += ("number-unit-capital", "number-clock-spaced", "pronoun-i-small", "lost-space-as-if")
    assert [mark for rule in rules for mark in marked(linter, rule, text)] == []

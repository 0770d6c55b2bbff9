"""Torn sentences, words that cannot meet, misspellings, non-words, words of other languages."""

from __future__ import annotations

import pytest

from lintnews.linter import Linter

from .garble import fixed, levels, marked

WHOLE = "The conduct of the war sparks tensions between the two countries."


@pytest.mark.parametrize(
    "piece", ["Hamas.", "By the Pentagon.", "Of the Security Council.", "Waiting for a signature."]
)
def test_a_piece_without_a_verb_behind_a_whole_sentence_is_torn(linter: Linter, piece: str) -> None:
    assert marked(linter, "torn-sentence", f"{WHOLE} {piece}") == [piece]


@pytest.mark.parametrize(
    "piece",
    [
        "Nordahl Land, which runs the old park in Hull.",
        "The owner of the boat, who was sent there by the king.",
    ],
)
def test_a_subject_with_no_verb_but_that_of_its_clause_is_torn(linter: Linter, piece: str) -> None:
    assert marked(linter, "torn-sentence", f"{WHOLE} {piece} Rain fell.") == [piece]


@pytest.mark.parametrize(
    "text",
    [
        "Who won the war of words in the council chamber? Hamas.",
        f"{WHOLE} Except for Anna Berg, who was late.",
        f"{WHOLE} Ms Holt, who runs the show tells them that it is over.",
        f"{WHOLE} Farmers sell wool and cheese, which bring in the money.",
        f"{WHOLE} Rain fell.",
        f"{WHOLE}\n\nHamas.",
        "Not so fast. A disaster. An eyesore. By the sea. No comment.",
        f"{WHOLE} And so on.",
    ],
)
def test_answers_headings_and_style_are_not_torn(linter: Linter, text: str) -> None:
    assert marked(linter, "torn-sentence", text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They spoke of the mechanism of the. Ministers met.", "the."),
        ("It was the third meeting. And the last one of.", "of."),
        ("He took part in many sports. I had.", "had."),
    ],
)
def test_a_sentence_that_stops_half_way(linter: Linter, text: str, found: str) -> None:
    assert marked(linter, "unfinished", text) == [found]


def test_a_teaser_cut_off_before_read_more(linter: Linter) -> None:
    text = "Teaching from afar becomes a nightmare, because it lacks …\nRead more »"
    assert marked(linter, "unfinished", text) == ["are, because it lacks …"[-24:]] or marked(
        linter, "unfinished", text
    )[0].endswith("lacks …")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He saw the a house on the hill.", "the a"),
        ("It was will be the end of it.", "was will"),
        ("The head of is in the hall.", "of is"),
    ],
)
def test_function_words_that_cannot_meet(linter: Linter, text: str, found: str) -> None:
    assert marked(linter, "word-collision", text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "What he is is a thief, and the best there is is here.",
        "That was the A team’s to-do list, the who’s who of it.",
        "They would have had to go to a not for profit firm.",
        "The man he spoke of was there for a while.",
    ],
)
def test_function_words_that_may_meet(linter: Linter, text: str) -> None:
    assert marked(linter, "word-collision", text) == []


def test_a_known_misspelling_is_mended(linter: Linter) -> None:
    assert fixed(linter, "misspelled", "The goverment said so.") == "The government said so."


@pytest.mark.parametrize(
    "text",
    [
        "The colour of the theatre’s programme; the color of the theater’s program.",
        "Teh Cheang Wan met Beng and Thier.",
        "Write to goverment@example.org or see goverment.example.",
    ],
)
def test_both_englishes_names_and_addresses_are_right(linter: Linter, text: str) -> None:
    assert marked(linter, "misspelled", text) == []


def test_a_non_word_near_a_common_one_is_a_warning(linter: Linter) -> None:
    text = "The new asymptoatic cases in the city were counted."
    assert levels(linter, "non-word", text) == ["warning"]


def test_compounds_and_derived_words_are_words(linter: Linter) -> None:
    text = "The crowdfunders unfriended the smartwatch makers of the cyberunit."
    assert marked(linter, "non-word", text) == []


def test_a_word_left_in_the_source_language(linter: Linter) -> None:
    assert marked(linter, "foreign-word", "The minister und his guests left.") == ["und"]


def test_a_quoted_foreign_word_stays(linter: Linter) -> None:
    text = "They call it “plötzlich” in Köln; the café was shut."
    assert marked(linter, "foreign-word", text) == []


def test_letters_of_another_script_are_an_error(linter: Linter) -> None:
    assert levels(linter, "foreign-script", "Several people 验证 the discovery.") == ["error"]


def test_a_name_in_its_own_letters_in_brackets_is_only_a_note(linter: Linter) -> None:
    assert levels(linter, "foreign-script", "They met in Beijing (北京) again.") == ["info"]


def test_text_decoded_with_the_wrong_table_is_decoded_again(linter: Linter) -> None:
    from lintnews.document import Document

    found = linter.check(Document.of("The cafÃ© was shut."))
    assert [(f.text, f.suggestions) for f in found if f.rule == "garble/encoding"] == [
        ("cafÃ©", ("café",))
    ]


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("The troops went home. The former minister, Oliver Lund, had. Six men left.", "had."),
        ("Rain fell. The chairman of the board was at the end of. Snow fell.", "of."),
        ("“All roads lead to the port.” Omar Al-H\n\nRain fell in the north of the town.", "Al-H"),
    ],
)
def test_a_lost_end_of_a_sentence_or_a_name_is_a_warning(
    linter: Linter, text: str, end: str
) -> None:
    assert marked(linter, "unfinished", text) == [end]
    assert levels(linter, "unfinished", text) == ["warning"]


@pytest.mark.parametrize(
    "text",
    [
        "He said they had signed the man. They had. It was no secret.",
        "Nobody had seen it before. The former minister, Oliver Lund, had. Six men left.",
        "He knew more of it than Oliver Lund had. Six men left.",
        "It was posted on the page of Shizuoka Shimbun At-S\n\nRain fell.",
    ],
)
def test_an_echo_ends_with_its_auxiliary(linter: Linter, text: str) -> None:
    assert marked(linter, "unfinished", text) == []


@pytest.mark.parametrize(
    "piece",
    ["By your own votes.", "And always.", "And try to win it.", "Including meals, 40 euros."],
)
def test_rhetoric_orders_and_prices_are_no_torn_sentences(linter: Linter, piece: str) -> None:
    assert marked(linter, "torn-sentence", f"{WHOLE} {piece} Rain fell in the north.") == []


def test_nobody_behind_said_that_is_a_lost_subject(linter: Linter) -> None:
    text = "The head of the party said that is watching closely. He said that is going to end."
    assert marked(linter, "word-collision", text) == ["that is watching"]


def test_variants_and_posts_are_only_mentioned(linter: Linter) -> None:
    text = (
        "They recieved it.\n\nI recieved a lot today.\n\n— Vera (@vera) May 3\n\nIt is targetted."
    )
    assert levels(linter, "misspelled", text) == ["warning", "info", "info"]


def test_a_foreign_phrase_is_no_misspelling(linter: Linter) -> None:
    assert marked(linter, "misspelled", "It was the raison d’être of the club.") == []


def test_after_one_now_the_other_is_a_torn_sentence(linter: Linter) -> None:
    piece = "After the mayor, now the captain of the north bank."
    assert marked(linter, "torn-sentence", f"{WHOLE} {piece} Rain fell in the north.") == [piece]


def test_no_to_follows_a_modal_and_not(linter: Linter) -> None:
    text = "The mayor will not to comment. He chose not to, and could not, to be fair."
    assert marked(linter, "word-collision", text) == ["will not to"]

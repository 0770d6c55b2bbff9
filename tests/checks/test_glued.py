"""Words that run together, and words of other languages that were left in."""

from __future__ import annotations

import pytest

from lintnews.checks.glued import glued_at
from lintnews.linter import Linter
from lintnews.text.letters import strangeness

from .garble import fixed, levels, marked


@pytest.mark.parametrize(
    ("word", "cut"),
    [
        ("withthe", 4),
        ("suchlarge", 4),
        ("offorces", 2),
        ("inspring", 2),
        ("isgoing", 2),
        ("promisedhim", 8),
        ("fishermensaid", 0),
        ("visitorssaw", 8),
        ("inhouse", 0),
        ("matchday", 0),
        ("webpages", 0),
        ("suggestor", 0),
        ("preventor", 0),
    ],
)
def test_only_what_is_no_compound_is_cut(word: str, cut: int) -> None:
    assert glued_at(word) == cut


@pytest.mark.parametrize(
    ("text", "found", "right"),
    [
        ("The NATOsaid that it would stay.", "NATOsaid", "The NATO said that it would stay."),
        ("He left at five o'clockin the morning.", "o'clockin", None),
        ("The trip atSea was led by a guide.", "atSea", "The trip at Sea was led by a guide."),
        ("The guide Mr.Nolan Berg waved.", "Mr.Nolan", "The guide Mr. Nolan Berg waved."),
        ("It lost much in the first quarter,compared with a gain.", "quarter,compared", None),
    ],
)
def test_an_acronym_a_title_or_a_clock_with_a_word_behind_it_lacks_a_space(
    linter: Linter, text: str, found: str, right: str | None
) -> None:
    assert marked(linter, "fused", text) == [found]
    if right is not None:
        assert fixed(linter, "fused", text) == right


@pytest.mark.parametrize(
    "text",
    [
        "PhDs, MPs, NGOs and VIPs saw the RNAseq and the DNAbased test.",
        "Tags: politics,economy",
        "The firms inDesk and JPMorgan met Prof.Dr. Berg.",
    ],
)
def test_plurals_of_acronyms_tags_and_rows_of_titles_lack_no_space(
    linter: Linter, text: str
) -> None:
    assert marked(linter, "fused", text) == []


def test_an_opener_glued_to_what_goes_on_is_cut(linter: Linter) -> None:
    text = "Inaddition, ten gifts were given. Atwood and Theodore were there."
    assert marked(linter, "fused-words", text) == ["Inaddition"]


NORDIC = "Kåre Lindstøl of Sørumsand spoke. "


def test_letters_that_english_cannot_have_are_foreign_among_foreign_names(linter: Linter) -> None:
    text = f"{NORDIC}The guests waited for the next togavganger and went home."
    assert marked(linter, "foreign-word", text) == ["togavganger"]


def test_two_strange_words_are_foreign_where_one_is_a_term(linter: Linter) -> None:
    one = "The guests waited for the next togavganger and went home."
    assert marked(linter, "foreign-word", one) == []
    two = f"{one} The head of the bremsesvikt said so."
    assert marked(linter, "foreign-word", two) == ["togavganger", "bremsesvikt"]


@pytest.mark.parametrize(
    "word",
    ["kaiseki", "yakitori", "teicoplanin", "macroeconomist", "goverment", "zirconium"],
)
def test_food_terms_and_slips_are_not_foreign(linter: Linter, word: str) -> None:
    text = f"{NORDIC}The guests waited for the next {word} and went home."
    assert marked(linter, "foreign-word", text) == []


def test_an_explained_word_is_not_left_over(linter: Linter) -> None:
    text = f"{NORDIC}They fear the bremsesvikt (a fault of the brakes) and the togavganger."
    assert marked(linter, "foreign-word", text) == ["togavganger"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He wore a yellow coat dan a black hat.", "dan"),
        ("They closed the road tapi the shops stayed open.", "tapi"),
        ("The singers told of their wedding Y fans were pleased.", "Y"),
        ("She bought tea for her son và her mother và then left.", "và"),
    ],
)
def test_a_short_function_word_between_plain_words_is_foreign(
    linter: Linter, text: str, found: str
) -> None:
    assert set(marked(linter, "foreign-word", text)) == {found}


@pytest.mark.parametrize(
    "text",
    [
        "The workers of generation Y like the plan.",
        "He has the third Dan in judo and met Dan and Ya.",
        "The gain per se is small. X and y are unknown.",
        "The mice have no chromosome Y in them.",
    ],
)
def test_letters_and_ranks_are_english(linter: Linter, text: str) -> None:
    assert marked(linter, "foreign-word", text) == []


def test_the_letters_of_other_languages_are_stranger_than_those_of_english() -> None:
    english = max(map(strangeness, "minister weather resident country".split()))
    assert english < 3.6 < min(map(strangeness, "togavganger zdravstvo kvikmynd".split()))


def test_foreign_words_are_warnings(linter: Linter) -> None:
    assert levels(linter, "foreign-word", "The coat dan the hat are here.") == ["warning"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The point was won in Třinec,where they had lost.", "Třinec,where"),
        ("There was a bang and,I saw it all.", "and,I"),
        ("They looked at the VAR twice. The VARscreen was dark.", "VARscreen"),
    ],
)
def test_a_name_or_an_acronym_with_its_next_word_lacks_a_space(
    linter: Linter, text: str, found: str
) -> None:
    assert marked(linter, "fused", text) == [found]


def test_an_acronym_that_stands_nowhere_alone_is_part_of_a_name(linter: Linter) -> None:
    assert marked(linter, "fused", "They bought an AOLscreen there.") == []

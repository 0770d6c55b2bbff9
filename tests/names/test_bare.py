"""Bare names that are somebody's of the article in another romanisation, sex or case."""

from __future__ import annotations

import pytest

from lintnews.linter import Linter
from lintnews.names.inflect import case_stems, is_case_of, of_other_sex
from lintnews.names.romanised import heard_apart, is_korean_surname, is_one_name

from .judged import alarms


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        (
            "The painter Jang Hae-won sold a picture. Chang then said that it was his last.",
            "Chang",
            "Jang",
        ),
        ("The lawmaker Park Min-ho won in Busan. Later Pak said that he was glad.", "Pak", "Park"),
        ("The lieutenant Rui Cid wept. Sid himself had built the boat.", "Sid", "Cid"),
        ("Gohar Ali Tareen led the march. Gauhar said that it was long.", "Gauhar", "Gohar"),
        ("The mayor Milo Đambas spoke. On Friday Jambas will sing.", "Jambas", "Đambas"),
    ],
)
def test_another_romanisation_of_somebody_introduced_is_marked(
    linter: Linter, text: str, wrong: str, right: str
) -> None:
    assert (wrong, (right,)) in alarms(linter, text)


def test_a_given_name_before_a_patronymic_is_compared_with_those_introduced(
    linter: Linter,
) -> None:
    text = "Adilkhan Bekmurov paints horses. A guest bought two from Edilkhan Sarsenovich in May."
    assert alarms(linter, text) == [("Edilkhan", ("Adilkhan",))]


def test_two_spellings_that_houses_choose_between_are_no_slip_before_a_patronymic(
    linter: Linter,
) -> None:
    text = "Sergei Bekmuratov wrote a poem. He thanked Sergey Alexandrovich for the paper."
    assert alarms(linter, text) == []


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("The spokeswoman Elena Turchina spoke. Turchin added a word.", "Turchin", "Turchina"),
        ("The judge Pyotr Belyakov read it out. Belyakova said no.", "Belyakova", "Belyakov"),
        ("The coach Dimitris Papadakis came. Papadaki also spoke.", "Papadaki", "Papadakis"),
        ("The minister Jana Horáčková came. Horáček said yes.", "Horáček", "Horáčková"),
    ],
)
def test_the_form_of_the_other_sex_is_marked_where_nobody_bears_it(
    linter: Linter, text: str, wrong: str, right: str
) -> None:
    assert alarms(linter, text) == [(wrong, (right,))]


@pytest.mark.parametrize(
    "text",
    [
        "The judge Pyotr Belyakov read it out. His wife waited outside. Belyakova said no.",
        "The trader Ilya Somov came, and Olga Somova came too. Somova said that it was late.",
        "The singer Nina Turchina and her father came late. Turchin added that it had rained.",
        "The widow Yulia Navalnaya spoke on Sunday. Navalny added nothing to it.",
    ],
)
def test_the_form_of_the_other_sex_is_kept_where_somebody_may_bear_it(
    linter: Linter, text: str
) -> None:
    assert alarms(linter, text) == []


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("The coach Petteri Orvola came. Orvolan said that it was cold.", "Orvolan", "Orvola"),
        ("The coach Petteri Orvola came. Orvolalla it was cold.", "Orvolalla", "Orvola"),
        ("The minister Béla Hargitay spoke. Hargitaynak it was clear.", "Hargitaynak", "Hargitay"),
        ("The minister Nikos Vrendias spoke. Vrendia said no.", "Vrendia", "Vrendias"),
    ],
)
def test_a_case_ending_of_another_language_is_marked(
    linter: Linter, text: str, wrong: str, right: str
) -> None:
    assert alarms(linter, text) == [(wrong, (right,))]


def test_a_listed_full_name_in_another_case_is_marked(linter: Linter) -> None:
    text = "The envoy met Sauli Niinistön in Helsinki. Finland waits."
    assert alarms(linter, text) == [("Sauli Niinistön", ("Sauli Niinistö",))]


def test_a_plural_of_a_full_name_is_no_case(linter: Linter) -> None:
    text = "The Wayne Rooneys of Manchester United earn more than all of England's nurses."
    assert alarms(linter, text) == []


def test_a_commoner_surname_in_the_place_of_a_rare_one_is_marked(linter: Linter) -> None:
    text = "The baker Kostadin Kostadinov sold bread. Konstantinov then went home by bus."
    assert alarms(linter, text) == [("Konstantinov", ("Kostadinov",))]


def test_a_commoner_surname_is_kept_where_somebody_bears_it(linter: Linter) -> None:
    text = "Igor Konstantinov met Kostadin Kostadinov. Konstantinov said yes."
    assert alarms(linter, text) == []


def test_the_other_reading_of_a_japanese_given_name_is_marked(linter: Linter) -> None:
    text = "Fumiaki Hanada, the governor, spoke. Hanada Bunsho said that the dam was old."
    assert alarms(linter, text) == [("Hanada Bunsho", ("Fumiaki Hanada",))]


@pytest.mark.parametrize(
    "text",
    [
        "The deputy Michael Brown won. Mikael said that the vote was fair.",
        "The singer Zara Larsson came. Sara said that she had waited for hours.",
        "The actress Emma Stone came. Emmy said that it was fun.",
        "The winger Geordan Merphy ran. Gordon D'Arcy passed to Geordan Merphy.",
        "Alexander Ivanov won in Minsk. Alexandra said that she was glad.",
    ],
)
def test_another_given_name_is_another_person(linter: Linter, text: str) -> None:
    assert alarms(linter, text) == []


def test_spellings_of_two_languages_are_read_alike() -> None:
    assert is_one_name("Ceyhun", "Jeyhun")
    assert heard_apart("Phaethongthan", "Paetongtarn") == 0
    assert is_korean_surname("Chung", "Jeong")
    assert not is_korean_surname("Park", "Park")
    assert not is_one_name("Rutte", "Schoof")


def test_cases_and_sexes_know_their_endings() -> None:
    assert "orpo" in case_stems("orpolla")
    assert "zakharova" in of_other_sex("zakharov")
    assert is_case_of(("evika", "silinas"), ("evika", "silina"), ("Latvia",))
    assert not is_case_of(("wayne", "rooneys"), ("wayne", "rooney"), ("England",))

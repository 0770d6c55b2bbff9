"""Names in another language's grammar: half translated, by origin, with Turkish endings, acronyms."""

from __future__ import annotations

import pytest

from lintnews.linter import Linter
from lintnews.names.accepted import is_accepted

from .judged import alarms


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("A ferry left New Sad at dawn; Serbia slept.", "New Sad", "Novi Sad"),
        ("A train to Old Zagora stopped in Bulgaria.", "Old Zagora", "Stara Zagora"),
        ("In Slovakia buses to Mining Bystrica ran.", "Mining Bystrica", "Banska Bystrica"),
        ("In Bosnia the road to Great Kladusa closed.", "Great Kladusa", "Velika Kladusa"),
    ],
)
def test_a_half_translated_place_is_put_back(
    linter: Linter, text: str, wrong: str, right: str
) -> None:
    assert (wrong, (right,)) in alarms(linter, text)


def test_places_that_begin_with_an_adjective_in_english_stay(linter: Linter) -> None:
    text = (
        "New Delhi, Great Yarmouth, Little Rock, Saint Louis and the Black Forest have mayors; so "
        "have the fans at Old Trafford, and a Green Party sits in Green Bay, United States."
    )
    assert alarms(linter, text) == []


def test_a_half_translated_place_needs_its_country(linter: Linter) -> None:
    assert alarms(linter, "They named the farm New Sad after a sad song.") == []


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        (
            "Mohammed Shia the Sudanese spoke in Baghdad.",
            "Mohammed Shia the Sudanese",
            "Mohammed Shia al-Sudani",
        ),
        ("Followers of Muqtada the Sadr marched.", "Muqtada the Sadr", "Muqtada al-Sadr"),
    ],
)
def test_a_surname_of_origin_is_put_back(linter: Linter, text: str, wrong: str, right: str) -> None:
    assert alarms(linter, text) == [(wrong, (right,))]


def test_a_man_of_a_nationality_is_no_surname(linter: Linter) -> None:
    assert alarms(linter, "Ahmed the Iraqi and Pierre the Egyptian sold carpets in Rome.") == []


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("Turkey waits, and Resat Kardan'ı is tired.", "Resat Kardan'ı", "Resat Kardan"),
        ("In Ankara'nın streets it snowed.", "Ankara'nın", "Ankara"),
        ("Reporters left Diyarbakır'da at noon.", "Diyarbakır'da", "Diyarbakır"),
    ],
)
def test_a_turkish_ending_behind_an_apostrophe_is_marked(
    linter: Linter, text: str, wrong: str, right: str
) -> None:
    assert alarms(linter, text) == [(wrong, (right,))]


def test_apostrophes_of_other_languages_are_no_turkish_ending(linter: Linter) -> None:
    text = (
        "Turkey sent aid to Sana'a, N'Djamena and Hawai'i. Chang'e landed. The Qur'an lay open, "
        "and Baha'i pilgrims from Dar'a and Ra'anana prayed. Ankara's men'll wait, and she'd go."
    )
    assert alarms(linter, text) == []


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("ECOWAS met in Abuja. The envoys of CEDEAO left early.", "CEDEAO", "ECOWAS"),
        ("The European Central Bank cut rates. BCE officials smiled.", "BCE", "ECB"),
        ("The International Criminal Court sat late. CPI judges left.", "CPI", "ICC"),
        ("The EU waited for Rome. Lawyers of UE countries met.", "UE", "EU"),
    ],
)
def test_an_acronym_of_another_language_is_marked_beside_the_english_one(
    linter: Linter, text: str, wrong: str, right: str
) -> None:
    assert (wrong, (right,)) in alarms(linter, text)


@pytest.mark.parametrize(
    "text",
    [
        "The CPI rose by two points, and the ICC chose a host for the cricket cup.",
        "The temple was built in 300 BCE. The ECB wants more cricket in schools.",
        "The UA flight left late. The university calls itself UE.",
    ],
)
def test_the_same_letters_are_kept_where_they_are_another_body(linter: Linter, text: str) -> None:
    assert alarms(linter, text) == []


def test_spellings_of_one_given_name_are_accepted(linter: Linter) -> None:
    for name in ("Arif Mohamed Khan", "Arif Muhammad Khan"):
        assert alarms(linter, f"Governor {name} of Bihar spoke in India.") == []
    assert alarms(linter, "Thammanat Prompow left Bangkok. Thailand waited.") == []
    assert is_accepted("youssef", "yusuf")
    assert not is_accepted("youssef", "joseph")


def test_two_spellings_of_one_man_in_an_article_are_still_marked(linter: Linter) -> None:
    text = (
        "The miller Mohammad Tareenzai spoke on Sunday about the dam. Mohammed Tareenzai then left."
    )
    assert len(alarms(linter, text)) == 1


def test_two_ministers_of_near_names_are_two_people(linter: Linter) -> None:
    text = "Health Minister Boris Tarevsky praised the plan. Transport Minister Borys Tarevsky did not."
    assert alarms(linter, text) == []

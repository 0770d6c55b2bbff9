"""Given names that translation put into another language."""

from __future__ import annotations

from pathlib import Path

from lintnews.names.renderings import given_in_other_languages

from .judged import alarms, linter_with

LIST = "- {name: Matteo Ravasio, roles: [mayor], of: [Italy], weight: 3}\n"


def test_a_given_name_is_known_in_other_languages_and_english_is_told_apart() -> None:
    assert given_in_other_languages("matthew")["mateusz"]
    assert not given_in_other_languages("mateusz")["matteo"]
    assert "matthew" not in given_in_other_languages("matthew")
    assert given_in_other_languages("12") == {}


def test_a_listed_person_is_known_under_a_translated_given_name(tmp_path: Path) -> None:
    linter = linter_with(tmp_path, LIST)
    text = "In Italy the bridge opened on Sunday. Matthew Ravasio cut the ribbon."
    assert alarms(linter, text) == [("Matthew Ravasio", ("Matteo Ravasio",))]


def test_a_namesake_is_left_alone_where_nothing_speaks_for_the_listed_one(tmp_path: Path) -> None:
    linter = linter_with(tmp_path, LIST)
    assert alarms(linter, "The baker Matthew Ravasio of Ohio opened his shop on Monday.") == []


def test_a_surname_that_many_listed_people_bear_needs_the_office(tmp_path: Path) -> None:
    bearers = "".join(
        f"- {{name: {given} Ravasio, roles: [{role}], of: [Italy]}}\n"
        for given, role in (
            ("Enzo", "singer"),
            ("Ugo", "coach"),
            ("Ivo", "judge"),
            ("Lea", "actor"),
        )
    )
    linter = linter_with(tmp_path, LIST + bearers)
    assert alarms(linter, "In Italy Matthew Ravasio opened his shop on Monday.") == []
    text = "In Italy Mayor Matthew Ravasio cut the ribbon on Monday."
    assert alarms(linter, text) == [("Matthew Ravasio", ("Matteo Ravasio",))]


def test_a_listed_namesake_and_another_spelling_of_one_name_are_right(tmp_path: Path) -> None:
    entries = LIST + "- {name: Matthew Ravasio, roles: [pilot], of: [Italy]}\n"
    assert alarms(linter_with(tmp_path, entries), "In Italy Matthew Ravasio landed.") == []
    entries = "- {name: Viktor Ravasio, roles: [pilot], of: [Italy]}\n"
    assert alarms(linter_with(tmp_path, entries), "In Italy Victor Ravasio landed.") == []


def test_two_people_who_stand_in_one_sentence_stay_two(tmp_path: Path) -> None:
    text = "In Italy the judge Matthew Ravasio and Mayor Matteo Ravasio cut the ribbon on Monday."
    assert alarms(linter_with(tmp_path, LIST), text) == []

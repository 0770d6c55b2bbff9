"""Names of institutions that article spinners rewrote."""

from __future__ import annotations

from lintnews.config import Config
from lintnews.data.make_institutions import SOURCE, expanded, make_table
from lintnews.linter import Linter
from lintnews.names.institutions import COMMA, institution

from .judged import alarms

LINTER = Linter(Config())


def spun(text: str) -> dict[str, tuple[str, ...]]:
    return dict(alarms(LINTER, text))


def test_the_table_holds_what_its_source_says() -> None:
    for form, names in make_table(SOURCE).items():
        assert institution(form) == names[0].replace(COMMA, ",")


def test_choices_are_written_out_the_inner_ones_first() -> None:
    assert expanded("{A|B {c|d}} E") == ["A E", "B c E", "A E", "B d E"]


def test_a_spun_institution_is_put_back() -> None:
    text = "He wrote to the Nationwide Climate Service and to the World Well being Group on Monday."
    found = spun(text)
    assert found["Nationwide Climate Service"] == ("National Weather Service",)
    assert found["World Well being Group"] == ("World Health Organization",)


def test_the_place_before_the_end_of_a_name_belongs_to_it() -> None:
    found = spun("Two officers of the Fairhaven Law enforcement Department came by boat.")
    assert found["Fairhaven Law enforcement Department"] == ("Fairhaven Police Department",)


def test_a_listed_name_in_its_own_words_is_never_put_back() -> None:
    text = (
        "The Home Office, the Commerce Secretary and the International Security Assistance Force met "
        "the Ministry of Public Security."
    )
    assert spun(text) == {}


def test_a_part_of_a_longer_name_is_left_alone() -> None:
    assert spun("The Transport and General Workers' Union met in Leeds on Monday.") == {}


def test_common_words_tell_nothing_unless_the_article_is_spun_elsewhere() -> None:
    text = "The Fairhaven Town Council and its Education Division met on Monday."
    assert spun(text) == {}
    assert "Education Division" in spun(text + " “It is late,” the mayor mentioned.")


def test_a_title_that_is_a_plain_word_needs_its_country_and_who_tells_it() -> None:
    text = "He told the Press that it was over."
    assert spun(text) == {}
    assert "told the Press" in spun(text + " The Italian minister left Rome for Milan and Turin.")


def test_one_swapped_word_in_a_name_of_the_world_is_put_back() -> None:
    found = spun("The Global Locations met the Secret Provider. The Paramount Tribunal ruled.")
    assert found["Paramount Tribunal"] == ("Supreme Court",)
    found = spun("The European Crucial Bank and the International Pecuniary Fund met on Sunday.")
    assert found["European Crucial Bank"] == ("European Central Bank",)
    assert found["International Pecuniary Fund"] == ("International Monetary Fund",)


def test_real_bodies_with_words_that_spinners_use_are_left_alone() -> None:
    for text in (
        "The International Criminal Tribunal for Rwanda closed its doors.",
        "The Constitutional Tribunal and the Supreme Tribunal ruled on Monday.",
        "Chief Priest Kuyama spoke. The Statue of Freedom was cleaned.",
        "The National Leisure Centre and the Paris Accord were discussed.",
    ):
        assert spun(text) == {}

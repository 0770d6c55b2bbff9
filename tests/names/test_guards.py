"""What near names must not do: turn a right name into its neighbour."""

from __future__ import annotations

from pathlib import Path

import pytest

from lintnews.linter import Linter

from .judged import alarms, linter_with


@pytest.mark.parametrize(
    "text",
    [
        "Iran and Iraq reopened the border. Iran sends fruit; Iraq pays in oil.",
        "The minister flew from Iraq to Iran. In Iraq he had been a guest.",
        "Austria and Australia signed a treaty. Australia is far away, and Austria has no coast.",
        "Trucks left Kabul for Zabul. In Zabul the governor, who comes from Kabul, waited.",
        "Niger closed its border with Nigeria. Nigeria is larger; Niger is drier.",
        "Slovakia met Slovenia in the final. Slovenia lost, and Slovakia won the cup.",
        "Gambia thanked Zambia. The lawyers of Gambia flew home by way of Zambia.",
        "Mali asked Malawi and Malta for help, and Mauritius asked Mauritania.",
        "From Georgia he went to Guinea, Guyana and Ghana, then to Dominica and Jamaica.",
    ],
    ids=lambda text: text.split(".")[0][:40],
)
def test_countries_and_places_of_near_names_stay_as_they_are(linter: Linter, text: str) -> None:
    assert alarms(linter, text) == []


def test_a_country_alone_is_never_corrected_to_its_neighbour(linter: Linter) -> None:
    for place in ("Iran", "Iraq", "Austria", "Australia", "Kabul", "Zabul", "Niger", "Nigeria"):
        assert alarms(linter, f"The ministers met in {place} on Sunday. {place} was calm.") == []


def test_bush_and_busch_are_two_people(linter: Linter) -> None:
    text = (
        "George W. Bush opened the museum. The brewer August Busch paid for it. Bush thanked "
        "Busch, and Busch said that Bush had been early."
    )
    assert alarms(linter, text) == []


def test_somebody_introduced_in_full_is_no_company_of_a_near_name(linter: Linter) -> None:
    text = (
        "The coach Emma Eriksson said that her phone, an Ericsson, was old. Linda J. Blumberg sold "
        "it to her. Eriksson said that Blumberg had asked too much."
    )
    assert alarms(linter, text) == []


def test_baden_is_a_place_where_nothing_speaks_for_biden(linter: Linter) -> None:
    text = "The train to Baden left at noon. In Baden the hotels were full, and Baden was glad."
    assert alarms(linter, text) == []


def test_baden_is_biden_where_the_office_says_so(linter: Linter) -> None:
    text = (
        "U.S. President Joe Baden met Israel's prime minister in Washington. The White House said "
        "that the United States would help."
    )
    assert alarms(linter, text) == [("Joe Baden", ("Joe Biden",))]


@pytest.mark.parametrize(
    "text",
    [
        "Anna Kowalska-Nowak and her husband Piotr Nowak run the shop. Kowalska-Nowak bought it.",
        "Jane Miller-Smith, born Jane Miller, spoke. Miller-Smith thanked her brother Tom Miller.",
        "Hillary Rodham Clinton wrote to Bill Clinton. Clinton had not answered by Friday.",
    ],
)
def test_married_names_are_right(linter: Linter, text: str) -> None:
    assert alarms(linter, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Hun Sen made way for his son, Hun Manet. Hun Manet studied abroad; Hun Sen did not.",
        "Bashar al-Assad followed his father, Hafez al-Assad. Assad was an eye doctor.",
        "Idriss Deby ruled for 30 years, and his son Mahamat Deby followed him. Deby is a general.",
        "Ilham Aliyev is the son of Heydar Aliyev. Aliyev has ruled since 2003.",
    ],
)
def test_father_and_son_stay_two_people(linter: Linter, text: str) -> None:
    assert alarms(linter, text) == []


def test_sports_teams_are_right_beside_the_towns_that_they_resemble(linter: Linter) -> None:
    text = (
        "Wolves beat Wolfsburg, Inter lost to Internacional, and Nacional drew with Racing. "
        "Celtic meet Celta, Angers meet Angels, the Rangers rest."
    )
    assert alarms(linter, text) == []


def test_may_who_said_is_a_person_and_may_is_a_month(linter: Linter) -> None:
    text = (
        "Theresa May spoke in March. May said in May that Mays and Mayes had left. It may rain in "
        "May, May said."
    )
    assert alarms(linter, text) == []


def test_months_and_weekdays_are_no_names(linter: Linter) -> None:
    text = (
        "The talks began on Monday, June 3, and end in August. In April and March nobody met; "
        "on Sunday, Friday and Saturday the shops were shut. January was cold."
    )
    assert alarms(linter, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Grant them time. Hands were raised. Polls opened. Marches began. Rights groups waited.",
        "Bidding closed at noon. Trumpets sounded. Harrison waited. Putting it off was wrong.",
        "Merely talking helps. Manage it well. Stammering, he left. Shoulders were shrugged.",
    ],
)
def test_common_words_that_open_sentences_are_no_names(linter: Linter, text: str) -> None:
    assert alarms(linter, text) == []


def test_headlines_in_capitals_are_right(linter: Linter) -> None:
    text = (
        "BIDEN AND NETANYAHU TALK FOR AN HOUR\n\nJoe Biden and Benjamin Netanyahu talked on "
        "Sunday.\n\nTRUMP WINS IN AUSTRIA AND IRAN\n\nNobody believed it."
    )
    assert alarms(linter, text) == []


def test_a_wrong_name_in_a_headline_in_capitals_is_mended_in_capitals(linter: Linter) -> None:
    text = "YOAV GALANTE, MINISTER, RESIGNS\n\nDefense Minister Yoav Galante left Israel."
    assert ("YOAV GALANTE", ("YOAV GALLANT",)) in alarms(linter, text)


def test_galante_introduced_in_full_is_somebody_else(linter: Linter) -> None:
    text = (
        "Yvette Galante, the mayor of a village in Piedmont, opened the school. Galante thanked "
        "Israel for the trees that Yoav Gallant had planted. Gallant was not there; Galante was."
    )
    assert alarms(linter, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Leo Tolstoy wrote in the morning. Tatyana Tolstaya read it. Tolstaya laughed.",
        "Petr Novák and Jana Nováková run the shop. Nováková sells, Novák counts.",
        "Marek Kowalski and Irena Kowalska came early. Kowalska spoke, Kowalski slept.",
        "Jonas Kazlauskas thanked Rasa Kazlauskienė and Ieva Kazlauskaitė. Kazlauskas sang.",
        "Oleg Ivanov and Galina Ivanova sued. Ivanova won, Ivanov lost.",
        "Dmitry Medvedev met Svetlana Medvedeva. Medvedeva smiled.",
        "Kyriakos Mitsotakis and Alexis Papadopoulos met Maria Papadopoulou. Papadopoulou spoke.",
    ],
)
def test_the_surnames_of_men_and_women_are_both_right(linter: Linter, text: str) -> None:
    assert alarms(linter, text) == []


def test_a_place_and_a_person_named_after_it_are_both_right(linter: Linter) -> None:
    text = (
        "The driver, Sergei Khomutov, lives in Khomutovo. The road to Khomutovo was shut, and "
        "Khomutov walked."
    )
    assert alarms(linter, text) == []


def test_two_people_with_near_names_stay_two(linter: Linter) -> None:
    text = (
        "The judge Marta Helvig heard the farmer Jonas Helwig on Monday. Helvig asked about the "
        "fence, and Helwig said that he had sold it. Helwig left before Helvig had finished."
    )
    assert alarms(linter, text) == []


def test_a_listed_full_name_is_never_corrected_to_its_neighbour(tmp_path: Path) -> None:
    own = linter_with(
        tmp_path,
        "- {name: Yoav Galand, roles: [mayor], of: [France]}\n"
        "- {name: Emanuel Makron, roles: [painter], of: [Poland], weight: 1}\n",
    )
    text = (
        "Defense Minister Yoav Galand toured Israel. Galand spoke. President Emanuel Makron of "
        "France waited, and Makron left Paris."
    )
    assert alarms(own, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Biden’s aides met Netanyahu's staff. Hamas’ offer and the Houthis’ threat stood.",
        "The Netanyahus flew home. The Obamas' book sold well, and the Clintons’ did not.",
    ],
)
def test_possessives_and_families_are_right(linter: Linter, text: str) -> None:
    assert alarms(linter, text) == []


def test_the_possessive_of_a_wrong_name_keeps_its_ending(linter: Linter) -> None:
    text = "Israeli Defense Minister Yov Galante’s aide left. The army of Israel waited."
    assert alarms(linter, text) == [("Yov Galante", ("Yoav Gallant",))]


def test_inhabitants_languages_and_adjectives_are_right(linter: Linter) -> None:
    text = (
        "Kenyans, Nigeriens and Nigerians met Slovaks, Slovenes and Slovenians. A Malian and a "
        "Malawian spoke Swahili; Pekingese and Viennese cooks, Berliners and Londoners ate. "
        "Trumpism, Putinism and Thatcherites were discussed, and Chavistas too."
    )
    assert alarms(linter, text) == []


def test_acronyms_are_compared_exactly_or_not_at_all(linter: Linter) -> None:
    text = (
        "The IDF, the IDB, the ICC and the ICJ wrote to NATO, NAFTA and the NATA. The IMF, the "
        "INF and the AMF answered; UNHCR, UNCHR and UNRRA did not. The AFL and the AfD differ."
    )
    assert alarms(linter, text) == []


def test_a_listed_name_torn_in_two_is_joined(tmp_path: Path) -> None:
    linter = linter_with(tmp_path, "- {name: Vuurzand, kind: place, of: [Suriname]}\n")
    text = "The plant in Vuur Zand was closed on Monday."
    assert alarms(linter, text) == [("Vuur Zand", ("Vuurzand",))]


def test_words_that_only_read_like_a_listed_name_stay(tmp_path: Path) -> None:
    linter = linter_with(tmp_path, "- {name: Newhill, kind: place, of: [Suriname]}\n")
    assert alarms(linter, "The plant in New Hill was closed on Monday.") == []


def test_no_town_holds_an_office(linter: Linter) -> None:
    text = "The United States helps, as the US President Baden said in Washington."
    assert alarms(linter, text) == [("Baden", ("Biden",))]


def test_a_name_behind_other_names_is_found(linter: Linter) -> None:
    text = "He was second behind Raid Bull Max Ferstapen. Ferstapen won again."
    assert alarms(linter, text) == [
        ("Max Ferstapen", ("Max Verstappen",)),
        ("Ferstapen", ("Verstappen",)),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The bus from Luoyang in China stopped at Luyang, a town on the river.",
        "Weifang makes kites. The works of Weigang bought them.",
    ],
)
def test_a_name_in_pinyin_is_not_corrected_to_its_neighbour(linter: Linter, text: str) -> None:
    assert alarms(linter, text) == []


def test_what_is_no_pinyin_is_still_corrected(linter: Linter) -> None:
    assert alarms(linter, "The mayor of Qingdau in China came.") == [("Qingdau", ("Qingdao",))]


def test_a_russian_district_is_no_slip_for_its_town(linter: Linter) -> None:
    text = "Krasnoyarsk in Russia is calm. The governor of Krasnoyarsky Krai in Russia spoke."
    assert alarms(linter, text) == []


def test_two_words_of_which_one_is_translated_are_no_name_of_one_word(linter: Linter) -> None:
    assert alarms(linter, "The new show Kazakhs Talk opens this week, it said.") == []


@pytest.mark.parametrize("letter", ["&#233;", "&eacute;", "\ufffd", "?"])
def test_a_name_torn_by_broken_encoding_is_no_other_spelling(linter: Linter, letter: str) -> None:
    text = (
        f"The poet Otto Bernab{letter}u sang. Later the mayor thanked Bernabeu, and Bernabeu left."
    )
    assert alarms(linter, text) == []


def test_the_main_spelling_is_never_corrected_to_itself(linter: Linter) -> None:
    text = "The count went on in Tbilisi, Georgia. President Zourabichvili went to the court."
    assert alarms(linter, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The dancer nicknamed “Shakyra” won the prize of the harbour.",
        "Rolf Brandt, known to all as Shakyra, won the prize of the harbour.",
        "The dancer was called Shakyra by the whole town.",
    ],
)
def test_a_nickname_that_the_text_calls_so_is_no_slip(linter: Linter, text: str) -> None:
    assert alarms(linter, text) == []


def test_a_known_name_is_no_measure_for_somebody_who_is_introduced(linter: Linter) -> None:
    text = (
        "The novelist Clara Merkell spoke in Torvik. Merkell read from her book. Merkel then left "
        "the hall. Merkell came back."
    )
    assert alarms(linter, text) == [("Merkel", ("Merkell",))]

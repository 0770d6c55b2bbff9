"""Bare names that sound like somebody introduced, and words put for a name of the article."""

from __future__ import annotations

from pathlib import Path

import pytest

from lintnews.document import Document
from lintnews.linter import Linter

from .judged import alarms, found, linter_with


@pytest.mark.parametrize(
    ("text", "written", "right"),
    [
        ("The coach Otmar Kessner spoke late. Then Cessner left.", "Cessner", "Kessner"),
        (
            "The harbor master Ines Tavarez met the crews. Tavares said that the pier was safe.",
            "Tavares",
            "Tavarez",
        ),
        (
            "The swimmer Lena Crowdell won twice. Asked about Rome, Crawdell laughed.",
            "Crawdell",
            "Crowdell",
        ),
        (
            "The deputy mayor Fritz Wogler came by tram. Vogler told reporters that he was late.",
            "Vogler",
            "Wogler",
        ),
    ],
)
def test_a_bare_name_that_sounds_like_somebody_introduced_is_marked(
    linter: Linter, text: str, written: str, right: str
) -> None:
    assert alarms(linter, text) == [(written, (right,))]


def test_a_word_that_opens_a_sentence_and_speaks_is_a_name(linter: Linter) -> None:
    text = "The referee Anton Koler counted again. Cooler said that the goal was good."
    finding = found(linter, text)[0]
    assert (finding.rule, finding.text) == ("name/unintroduced", "Cooler")
    assert finding.suggestions == ("Koler",)


@pytest.mark.parametrize(
    "text",
    [
        "The referee Anton Koler counted again. Cooler weather came on Sunday.",
        "The miller Otto Bauer slept. The boat Bower sank. The miller Ida Bower woke.",
        "Anna Petrova met Ivan Petrov. Petrova said no; Petrov told her so.",
        "The keeper Jan Masso saved twice. Rossi, Massi, Conti; Bruno, Carlo.",
        "The coach Otmar Kessner spoke. The judge Ida Cessner slept. Kessner smiled; Cessner too.",
        "The poet Lin Xiaoming read. Xiaomin said that Lin was late.",
        "The singer Carla Davis came. A hundred Davises said no.",
    ],
)
def test_words_line_ups_and_people_of_their_own_are_nobodys_slip(linter: Linter, text: str) -> None:
    assert alarms(linter, text) == []


def test_of_two_full_names_that_sound_alike_the_rarer_is_marked(linter: Linter) -> None:
    text = (
        "The chemist Tareq Vondale spoke first. Tareq Vondale left early. In the evening Tarique "
        "Vondale signed the paper."
    )
    assert alarms(linter, text) == [("Tarique", ("Tareq",))]


@pytest.mark.parametrize(
    "text",
    [
        "Mario Vondale and his sister Maria Vondale run the shop.",
        "Daniel Vondale and Daniela Vondale bought the mill.",
        "Sergei Vondale called Sergey Vondale a friend.",
        "Kim Young-ho thanked Kim Yung-ho for the tea.",
        "Ana Vondale met the Vondales. Ana Vondale praised Ana Vondales.",
    ],
)
def test_brothers_sisters_and_house_styles_are_no_two_spellings(linter: Linter, text: str) -> None:
    assert alarms(linter, text) == []


def test_two_accepted_spellings_of_one_person_are_mixed(tmp_path: Path) -> None:
    own = linter_with(tmp_path, "- {name: Ilya Torvenko, also: [Ilya Torwenko]}\n")
    text = "Ilya Torvenko spoke. Torvenko left for home. The mayor thanked Ilya Torwenko."
    assert alarms(own, text) == [("Torwenko", ("Torvenko",))]


def test_a_title_in_place_of_the_given_name_is_put_back(linter: Linter) -> None:
    text = "The striker Emam Vondale scored. Imam Vondale had a sore back, the doctor said."
    assert alarms(linter, text) == [("Imam", ("Emam",))]


def test_a_particle_that_only_the_bare_name_has_was_lost(linter: Linter) -> None:
    text = "The coach was Ruben Lorven, whom nobody knew. For two years Van Lorven won it all."
    assert alarms(linter, text) == [("Lorven", ("van Lorven",))]


def test_a_translated_particle_is_put_back(tmp_path: Path) -> None:
    own = linter_with(tmp_path, "- {name: Amaro de Quilha, roles: [judge], of: [Brazil]}\n")
    assert alarms(own, "The judge Amaro of Quilha read the ruling.") == [
        ("Amaro of Quilha", ("Amaro de Quilha",))
    ]
    assert alarms(own, "Catherine of Aragon and Amaro de Quilha are in the book.") == []


def test_a_translated_surname_stands_for_somebody_introduced(linter: Linter) -> None:
    text = "The smith Otto Steinbach won. In the second half Stonebrook was replaced by a boy."
    assert alarms(linter, text) == [("Stonebrook", ("Steinbach",))]


@pytest.mark.parametrize(
    "text",
    [
        "The smith Otto Vlk won. A wolf was seen near the mill.",
        "The smith Otto Vlk won. Wolf packs were seen near the mill. The Wolf River rose.",
        "The smith Otto Vlk won. The lawyer Greta Wolf said so. Wolf left.",
    ],
)
def test_words_that_are_words_stand_for_nobody(linter: Linter, text: str) -> None:
    assert alarms(linter, text) == []


def test_a_mass_noun_that_always_stands_bare_is_a_name(tmp_path: Path) -> None:
    own = linter_with(tmp_path, "- {name: Mahmoud Kahraba, roles: [forward], of: [Egypt]}\n")
    text = (
        "The forward Mahmoud Kahraba of Egypt left. The club spoke of the flight of "
        "electrification to Lisbon. It wants money for electrification, who left."
    )
    assert [found for found, _ in alarms(own, text)] == ["electrification", "electrification"]
    plain = "The forward Mahmoud Kahraba of Egypt left. The electrification of the line took years."
    assert alarms(own, plain) == []


def test_many_people_of_one_name_are_compared_in_time(linter: Linter) -> None:
    text = " ".join(f"The smith Otto Stein{chr(97 + n % 26)}{n % 7}k waved." for n in range(4_000))
    linter_text = text + " The coach Otmar Kessner spoke. Cessner left."
    assert ("Cessner", ("Kessner",)) in alarms(linter, linter_text)


def test_a_name_with_another_vowel_in_both_parts_is_one_person(linter: Linter) -> None:
    text = "Karem Haziri won the race. The crowd cheered for Kerem Hazeri in the rain."
    assert alarms(linter, text) == [("Kerem Hazeri", ("Karem Haziri",))]
    apart = "Karem Haziri met Kerem Hazeri at the race. Hassan Ahmadi met Hussein Ahmadi."
    assert alarms(linter, apart) == []


def test_a_name_divided_in_two_ways_is_marked(linter: Linter) -> None:
    text = "Shen Muyan won. Later Shen Muyan wept. The jury praised Shen Mu Yan on Monday."
    assert alarms(linter, text) == [("Shen Mu Yan", ("Shen Muyan",))]
    assert alarms(linter, "The PowerPage site is old. Power Page is how he says it.") == []


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("The mason Aldo Scala left. “It is gone,” Chimneys said.", ["Chimneys"]),
        ("The racer Ryan Cool won. “It was close,” Cool said.", []),
        ("“It is gone,” Apple said. “Nobody came,” Brown said.", []),
    ],
)
def test_a_word_that_speaks_behind_a_quotation_is_no_name(
    linter: Linter, text: str, written: list[str]
) -> None:
    marks = [f.text for f in linter.check(Document.of(text)) if f.rule == "name/word-speaker"]
    assert marks == written

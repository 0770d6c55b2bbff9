"""Names that machine translation read as words, or read in another way."""

from __future__ import annotations

from pathlib import Path

import pytest

from lintnews.config import Config
from lintnews.data.make_renderings import NAMES, make_table
from lintnews.linter import Linter
from lintnews.names.renderings import HEADER, put_back
from lintnews.text.table import WordMap, encode_map

from .judged import alarms, linter_with


def test_the_table_holds_what_its_sources_say() -> None:
    built = WordMap((NAMES.parent / "data" / "renderings.bin").read_bytes(), HEADER)
    for rendering, parts in make_table(NAMES).items():
        assert built.values(rendering) == tuple(parts)


def test_a_part_is_put_back_at_either_end_of_a_name() -> None:
    names = {found.name for found in put_back("Andrea Mountain")}
    assert "Andrea Berg" in names
    assert list(put_back("Mountain")) == []


def test_a_surname_read_as_a_word_is_found_by_its_first_name(tmp_path: Path) -> None:
    linter = linter_with(tmp_path, "- {name: Petra Berg, roles: [singer], of: [Germany]}\n")
    text = "The singer Petra Mountain came to Berlin in Germany. Mountain sang twice."
    assert alarms(linter, text) == [("Petra Mountain", ("Petra Berg",)), ("Mountain", ("Berg",))]


def test_a_surname_that_many_people_bear_needs_evidence(tmp_path: Path) -> None:
    linter = linter_with(tmp_path, "- {name: Noah Weiss, roles: [striker], of: [Germany]}\n")
    assert alarms(linter, "The baker Noah White of Ohio opened his shop on Monday.") == []


def test_a_word_map_knows_only_its_keys() -> None:
    data = WordMap(encode_map({"a": ["x", "y"], "b": ["z"]}, b"head"), b"head")
    assert data.values("a") == ("x", "y")
    assert data.values("b") == ("z",)
    assert data.values("c") == ()


def test_a_title_that_translates_a_first_name_belongs_to_the_name(tmp_path: Path) -> None:
    entry = "- {name: Samrat Bhandari, roles: [minister], of: [Nepal], weight: 3}\n"
    linter = linter_with(tmp_path, entry)
    text = "In Kathmandu, the capital of Nepal, the baker met Emperor Bhandari on Monday."
    assert alarms(linter, text) == [("Emperor Bhandari", ("Samrat Bhandari",))]
    assert alarms(linter, "In the capital of Chile the baker met Emperor Bhandari.") == []


def test_a_courtesy_before_a_word_tells_that_it_is_a_name() -> None:
    text = "The tailor Otto Steinbach spoke for an hour. Mr. Stonebrook sees no way out."
    assert alarms(Linter(Config()), text) == [("Stonebrook", ("Steinbach",))]


def test_a_people_with_an_article_stands_for_a_name_only_without_its_country() -> None:
    text = "The mayor Jan Rakusan came late. The Austrian, who leads the list, left early."
    assert alarms(Linter(Config()), text) == [("The Austrian", ("Rakusan",))]
    assert alarms(Linter(Config()), text + " Austria won the match.") == []


def test_a_first_name_read_as_a_word_is_seen_beside_the_whole_name() -> None:
    text = "Crin Marinovici lost by one point. Lily Marinovici congratulated nobody."
    assert alarms(Linter(Config()), text) == [("Lily", ("Crin",))]


def test_a_word_that_opens_any_sentence_stands_for_nobody() -> None:
    text = "President Lee Jae-myung came to Seoul in South Korea. This said nothing new."
    assert alarms(Linter(Config()), text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The rider Paul Nebel fell. Fog headed home.", [("Fog", ("Nebel",))]),
        ("The mayor Ines Rocha came. Rock was elected in 2020.", [("Rock", ("Rocha",))]),
        ("The singer Gustavo Pimenta came. Pepper will present it.", [("Pepper", ("Pimenta",))]),
        ("The clerk Luong Cuong came. Strong reminded them of it.", [("Strong", ("Cuong",))]),
        ("The rider Paul Nebel fell. Fog covered the hills.", []),
        ("The singer Carlos Paz spoke. Peace will come, said the bishop.", []),
        ("The mayor Ines Rocha came. Rock was found in the mine.", []),
        ("The rower Anja Lang came. Long led by two, Lang lost.", []),
    ],
)
def test_a_word_opens_a_sentence_as_a_name_where_it_does_what_people_do(
    text: str, found: list[tuple[str, tuple[str, ...]]]
) -> None:
    assert alarms(Linter(Config()), text) == found


def test_a_translated_particle_goes_with_the_surname() -> None:
    linter = Linter(Config())
    text = "The rider Pedro del Toro won. He said that Pedro of the Bull is 21."
    assert alarms(linter, text) == [("of the Bull", ("del Toro",))]
    text = "The rider Bart de Jong won. “A good day,” said The Young."
    assert alarms(linter, text) == [("The Young", ("de Jong",))]
    assert alarms(linter, "The rider Bart de Jong won. The Young Riders sang.") == []


def test_of_two_whose_names_mean_the_same_the_one_named_last_is_meant() -> None:
    text = "The clerk Nong Duc Manh left. The clerk Luong Cuong came. Strong reminded them of it."
    assert alarms(Linter(Config()), text) == [("Strong", ("Cuong",))]


def test_what_a_single_name_means_is_a_word_elsewhere() -> None:
    text = "President Lula came to Brasilia in Brazil. Squid dishes were served to the guests."
    assert alarms(Linter(Config()), text) == []

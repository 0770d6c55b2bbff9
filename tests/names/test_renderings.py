"""Names that machine translation read as words, or read in another way."""

from __future__ import annotations

from pathlib import Path

from lintnews.data.make_renderings import NAMES, make_table
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
    data = WordMap(encode_map({"a": ["x", "y"], "b": ["z"]}, b"head", 8), b"head")
    assert data.values("a") == ("x", "y")
    assert data.values("b") == ("z",)
    assert data.values("c") == ()

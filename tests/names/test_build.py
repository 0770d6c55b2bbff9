"""`names build`: lists, Wikidata and FollowTheMoney to one index, with a report of what was left."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from lintnews.names.build import read_sources
from lintnews.names.index import NameIndex
from lintnews.names.intake import Tally
from lintnews.names.offices import offices
from lintnews.packs.schema import NameEntry


def item(number: int, label: str, **more: object) -> dict[str, object]:
    """Return an entity of the dump: a person of Estonia unless told otherwise."""

    def claim(value: object) -> list[dict[str, object]]:
        return [{"mainsnak": {"datavalue": {"value": value}}, "rank": "normal"}]

    claims = {"P31": claim({"id": more.get("kind", "Q5")}), "P27": claim({"id": "Q191"})}
    if "died" in more:
        claims["P570"] = claim({"time": f"+{more['died']}-01-01T00:00:00Z"})
    return {
        "id": f"Q{number}",
        "type": "item",
        "labels": {more.get("lang", "en"): {"language": "en", "value": label}},
        "aliases": {"en": [{"value": text} for text in more.get("aliases", [])]},  # type: ignore[attr-defined]
        "descriptions": {"en": {"value": more.get("said", "")}},
        "claims": claims,
        "sitelinks": {f"w{n}": {"title": label} for n in range(int(str(more.get("links", 0))))},
    }


def taken(path: Path) -> tuple[list[NameEntry], Tally]:
    tally = Tally()
    return list(read_sources([path], tally)), tally


def dump(path: Path, items: list[dict[str, object]]) -> Path:
    path.write_text("[\n" + ",\n".join(json.dumps(i) for i in items) + "\n]\n", "utf-8")
    return path


def test_a_line_of_the_dump_gives_name_aliases_role_country_and_weight(tmp_path: Path) -> None:
    person = item(
        7, "Arvo Tammik", aliases=["Arvo J. Tammik", "Tammik", "Tammik, Arvo"], links=45,
        said="Estonian politician, Minister of Defence of Estonia",
    )  # fmt: skip
    entries, tally = taken(dump(tmp_path / "d.json", [person]))
    assert entries == [
        NameEntry(
            name="Arvo Tammik", also=("Arvo J. Tammik",), of=("Estonia",), weight=4, source="Q7",
            roles=("politician", "defense minister"),
        )
    ]  # fmt: skip
    assert tally.skipped == {}


def test_a_packed_dump_reads_like_a_plain_one(tmp_path: Path) -> None:
    path = dump(tmp_path / "d.json", [item(7, "Arvo Tammik"), item(8, "Liisa Kask")])
    packed = tmp_path / "d.json.gz"
    packed.write_bytes(gzip.compress(path.read_bytes()))
    assert taken(packed)[0] == taken(path)[0]


def test_what_is_skipped_is_counted_with_reason_and_place(tmp_path: Path) -> None:
    path = dump(
        tmp_path / "d.json",
        [
            item(1, "Arvo Tammik"),
            item(2, "Арво Таммик"),
            item(3, "Old Tammik", died=1733),
            item(4, "A galaxy", kind="Q318"),
            item(5, "Liisa Kask", lang="et"),
            item(6, "Arvo Tammik"),
        ],
    )
    with path.open("a") as file:
        file.write('{"id": "Q7", "labels": 3}\n{"broken\n')
    entries, tally = taken(path)
    assert [entry.name for entry in entries] == ["Arvo Tammik"]
    assert tally.skipped == {
        "records names not in Latin letters": 1,
        "records who died before 1980": 1,
        "records of no class that bears names": 1,
        "records without an English label": 1,
        "names that stand twice": 1,
        "broken lines": 2,
    }
    assert any(f"{path}:5" in line for line in tally.lines)


def test_results_of_the_query_service_give_one_entry_an_item(tmp_path: Path) -> None:
    def row(**values: str) -> dict[str, dict[str, str]]:
        return {key: {"type": "literal", "value": value} for key, value in values.items()}

    rows = [
        row(item="http://x/Q7", name="Arvo Tammik", also="A. J. Tammik|Arvo Jaan Tammik",
            role="Minister of Foreign Affairs", country="Estonia", sitelinks="120"),
        row(item="http://x/Q7", name="Arvo Tammik", role="prime minister", country="Estonia"),
        row(item="http://x/Q8", name="Q8"),
    ]  # fmt: skip
    path = tmp_path / "r.json"
    path.write_text(json.dumps({"head": {}, "results": {"bindings": rows}}, indent=1))
    entries, tally = taken(path)
    assert entries == [
        NameEntry(
            name="Arvo Tammik", also=("A. J. Tammik", "Arvo Jaan Tammik"), weight=5, source="Q7",
            roles=("foreign minister", "prime minister"), of=("Estonia",),
        )
    ]  # fmt: skip
    assert tally.skipped == {"records without an English label": 1}


def test_followthemoney_entities_give_names_aliases_positions_and_countries(tmp_path: Path) -> None:
    entities = [
        {"id": "a", "schema": "Person", "caption": "Arvo Tammik", "properties": {
            "name": ["Arvo Tammik", "Арво Таммик"], "alias": ["Arvo Jaan Tammik"],
            "weakAlias": ["Arvi", "Big Arvo"], "position": ["Minister of Finance (2021-)"],
            "country": ["ee"], "nationality": ["ee"]}},
        {"id": "b", "schema": "PublicBody", "properties": {"name": ["Bank of Zoravia"]}},
        {"id": "c", "schema": "Vessel", "properties": {"name": ["Arvo"]}},
        {"id": "d", "schema": "Company", "properties": {"name": ["Рога"]}},
    ]  # fmt: skip
    path = tmp_path / "e.jsonl"
    path.write_text("".join(json.dumps(e) + "\n" for e in entities))
    entries, tally = taken(path)
    assert entries == [
        NameEntry(
            name="Arvo Tammik", also=("Arvo Jaan Tammik", "Big Arvo"), roles=("finance minister",),
            of=("Estonia",), source="a",
        ),
        NameEntry(name="Bank of Zoravia", kind="org", source="b"),
    ]  # fmt: skip
    assert tally.skipped == {
        "records of schema Vessel": 1,
        "records without a name in Latin letters": 1,
    }


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("43rd President of the United States", ("president",)),
        ("Vice President of Kenya", ("vice president",)),
        ("Minister for Foreign Affairs and Deputy Prime Minister",
         ("foreign minister", "deputy prime minister")),
        ("Secretary of State for Defence", ("secretary of state",)),
        ("Defence Minister", ("defense minister",)),
        ("village in Estonia", ()),
    ],
)  # fmt: skip
def test_offices_become_the_roles_that_news_writes(text: str, roles: tuple[str, ...]) -> None:
    assert offices(text) == roles


def test_build_writes_an_index_and_says_what_it_left_out(cli: Callable, tmp_path: Path) -> None:
    (tmp_path / "own.txt").write_text("Arvo Tammik\nLiisa Kask\n1984\nLiisa Kask\n")
    ran = cli("names", "build", "own.txt", "-o", "own.idx")
    assert (ran.status, ran.out) == (0, "own.idx: 2 names in 2 spellings\n")
    assert "skipped 1 names that stand twice (first: Liisa Kask)" in ran.err
    assert "skipped 1 names without letters" in ran.err
    assert len(NameIndex(tmp_path / "own.idx")) == 2


def test_a_built_index_serves_as_a_list(cli: Callable, tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_text("- {name: Arvo Tammik, wrong: [Arwo Tamik]}\n")
    cli("names", "build", "own.yaml", "-o", "own.idx")
    (tmp_path / "a.txt").write_text("Arwo Tamik sang on Sunday.\n")
    ran = cli("check", "a.txt", "--names", "own.idx", "--format", "jsonl")
    assert [f["suggestions"] for f in ran.findings()] == [["Arvo Tammik"]]


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("a.doc", "x", "no known format"),
        ("a.json", "{}", "neither Wikidata entities"),
        ("a.json", '{"a": [', "neither Wikidata entities"),
        ("a.json.gz", "not packed", "cannot be read"),
        ("a.csv", "who\nx\n", "a.csv:1: the first line must name the columns"),
        ("a.txt", "\n", "no names in"),
    ],
)
def test_a_broken_source_is_one_clear_line(
    cli: Callable, tmp_path: Path, name: str, text: str, said: str
) -> None:
    (tmp_path / name).write_text(text)
    ran = cli("names", "build", name, "-o", "own.idx")
    assert ran.status == 2
    assert said in ran.err.splitlines()[-1]
    assert not (tmp_path / "own.idx").exists()


def test_an_index_must_be_called_one(cli: Callable, tmp_path: Path) -> None:
    (tmp_path / "own.txt").write_text("Arvo Tammik\n")
    ran = cli("names", "build", "own.txt", "-o", "own.bin")
    assert (ran.status, "an index is called *.idx" in ran.err) == (2, True)


def test_a_folder_that_is_missing_is_told(cli: Callable, tmp_path: Path) -> None:
    (tmp_path / "own.txt").write_text("Arvo Tammik\n")
    ran = cli("names", "build", "own.txt", "-o", "none/own.idx")
    assert ran.status == 2
    assert "cannot be written" in ran.err

"""Lists that people keep: YAML, one name a line, CSV; and the cache of what they compile to."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from lintnews.errors import NamesError
from lintnews.names import store
from lintnews.names.lists import read_list
from lintnews.names.store import open_names
from lintnews.names.write_index import build_index
from lintnews.packs.schema import NameEntry
from lintnews.stamps import digest_of


def read(tmp_path: Path, name: str, text: str) -> list[NameEntry]:
    path = tmp_path / name
    path.write_text(text, "utf-8")
    return list(read_list(path))


def refused(tmp_path: Path, name: str, text: str) -> str:
    with pytest.raises(NamesError) as caught:
        read(tmp_path, name, text)
    return str(caught.value).rpartition(os.sep)[2]


def test_a_text_file_has_one_name_a_line(tmp_path: Path) -> None:
    entries = read(tmp_path, "a.txt", "# ours\nArvo Tammik\n\n  Zoravia  \n")
    assert [(e.name, e.kind) for e in entries] == [("Arvo Tammik", ""), ("Zoravia", "")]


def test_a_line_too_long_for_a_name_is_told_with_its_number(tmp_path: Path) -> None:
    said = refused(tmp_path, "a.txt", "Arvo Tammik\n" + "x" * 300)
    assert said == "a.txt:2: longer than 200 characters: not a name"


def test_a_csv_has_columns_and_several_values_with_a_bar(tmp_path: Path) -> None:
    text = "name,kind,also,roles,of,from,to,weight\nArvo Tammik,person,A. Tammik|Arvo T,mayor,Estonia,2019,2023,3\n"
    assert read(tmp_path, "a.csv", text) == [
        NameEntry(
            name="Arvo Tammik", also=("A. Tammik", "Arvo T"), roles=("mayor",), of=("Estonia",),
            start=2019, end=2023, weight=3,
        )
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("who,kind\nx,y\n", "a.csv:1: the first line must name the columns, one of them 'name'"),
        ("name,kind\nArvo Tammik,\n,org\n", "a.csv:3: a row without a name"),
        ("name,kind\nArvo Tammik,robot\n", "a.csv:2: unknown kind 'robot'"),
        ("name,from\nArvo Tammik,soon\n", "a.csv:2: 'from' is no whole number: 'soon'"),
    ],
)
def test_a_mistake_in_a_csv_is_told_with_its_line(tmp_path: Path, text: str, said: str) -> None:
    assert refused(tmp_path, "a.csv", text).startswith(said)


def test_a_yaml_list_has_entries_and_plain_names(tmp_path: Path) -> None:
    entries = read(tmp_path, "a.yaml", "- Zoravia\n- {name: Arvo Tammik, wrong: [Tammick]}\n")
    assert [(e.name, e.kind, e.wrong) for e in entries] == [
        ("Zoravia", "", ()),
        ("Arvo Tammik", "person", ("Tammick",)),
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("- {name: Arvo Tammik, role: [mayor]}\n", "a.yaml:1: unknown key 'role'; did you mean"),
        ("- {name: A B}\n- {kind: org}\n", "a.yaml:2: a name entry needs the key 'name'"),
        ("- {name: A B, kind: robot}\n", "a.yaml:1: unknown value 'robot'"),
        ("- {name: A B, weight: 9}\n", "a.yaml:1: expected a whole number, found '9'"),
        ("- [\n", "a.yaml:2: broken YAML"),
    ],
)
def test_a_mistake_in_a_yaml_list_is_told_with_its_line(
    tmp_path: Path, text: str, said: str
) -> None:
    assert refused(tmp_path, "a.yaml", text).startswith(said)


def test_a_list_that_is_not_utf8_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"Arvo T\xe4mmik\n")
    with pytest.raises(NamesError, match="not UTF-8: byte 6"):
        list(read_list(tmp_path / "a.txt"))


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a cache folder of this test alone."""
    folder = tmp_path / "cache"
    monkeypatch.setenv("LINTNEWS_CACHE_DIR", str(folder))
    return folder


@pytest.fixture
def names(tmp_path: Path) -> Path:
    path = tmp_path / "own.txt"
    path.write_text("Arvo Tammik\n", "utf-8")
    return path


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    """Return a pack folder without anything in it."""
    (tmp_path / "pack").mkdir()
    return tmp_path / "pack"


def listed(empty: Path, names: Path, name: str) -> bool:
    return bool(open_names([empty], [names]).exact(name))


def stored(kept: Path) -> list[tuple[str, int]]:
    return sorted((path.name, path.stat().st_mtime_ns) for path in kept.glob("names-*.idx"))


def test_a_list_is_compiled_once(kept: Path, empty: Path, names: Path) -> None:
    assert listed(empty, names, "Arvo Tammik")
    before = stored(kept)
    assert listed(empty, names, "Arvo Tammik")
    assert stored(kept) == before


def test_a_changed_list_is_compiled_again(kept: Path, empty: Path, names: Path) -> None:
    assert not listed(empty, names, "Liisa Kask")
    names.write_text("Liisa Kask\n", "utf-8")
    assert listed(empty, names, "Liisa Kask")
    assert not listed(empty, names, "Arvo Tammik")


def test_a_damaged_stored_index_is_built_again(kept: Path, empty: Path, names: Path) -> None:
    assert listed(empty, names, "Arvo Tammik")
    for path in kept.glob("names-*.idx"):
        path.write_bytes(path.read_bytes()[:-9])
    assert listed(empty, names, "Arvo Tammik")


def test_without_a_cache_folder_lists_are_compiled_each_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, empty: Path, names: Path
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("LINTNEWS_CACHE_DIR", str(tmp_path / "file" / "cache"))
    assert listed(empty, names, "Arvo Tammik")


@pytest.fixture
def shipped(kept: Path, names: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Return the folder of a wheel that brings an index for the list `names`."""
    folder = tmp_path / "prebuilt"
    folder.mkdir()
    build_index([NameEntry(name="Of The Wheel")], folder / store.index_name(digest_of([names])))
    monkeypatch.setattr(store, "PREBUILT", str(folder))
    return folder


def test_the_index_that_the_wheel_brings_is_used(
    shipped: Path, kept: Path, empty: Path, names: Path
) -> None:
    assert listed(empty, names, "Of The Wheel")
    assert len(stored(kept)) == 1  # that of the empty pack


def test_a_damaged_index_of_the_wheel_is_built_again(
    shipped: Path, empty: Path, names: Path
) -> None:
    for path in shipped.iterdir():
        path.write_bytes(path.read_bytes()[:-9])
    assert listed(empty, names, "Arvo Tammik")


def test_an_index_of_the_wheel_is_not_used_for_another_list(
    shipped: Path, empty: Path, names: Path
) -> None:
    names.write_text("Liisa Kask\n", "utf-8")
    assert listed(empty, names, "Liisa Kask")


def test_names_of_a_pack_join_those_of_the_first_folder(
    kept: Path, tmp_path: Path, empty: Path
) -> None:
    (empty / "a.yaml").write_text("- {name: Arvo Tammik}\n", "utf-8")
    before = stored(kept)
    open_names([empty], [])
    one = stored(kept)
    other = tmp_path / "other"
    other.mkdir()
    (other / "b.yaml").write_text("- {name: Liisa Kask}\n", "utf-8")
    found = open_names([empty, other], [])
    assert found.exact("Arvo Tammik")
    assert found.exact("Liisa Kask")
    assert before == []
    assert set(one) < set(stored(kept))

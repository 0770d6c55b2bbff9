"""`names learn` and `names lookup`: a list from trusted articles, and what a name looks like."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from lintnews.names.lists import read_list


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Return a folder of articles about people whom no built-in list knows."""
    folder = tmp_path / "archive"
    folder.mkdir()
    said = "said on Sunday that the harbour would stay open."
    texts = [f"Finance Minister Arvo Tammikser {said} Tammikser left." for _ in range(6)]
    texts += [f"Finance Minister Arvo Tammikzer {said}"]
    texts += [f"The engineer Liisa Kaskmann {said}" for _ in range(3)]
    texts += [f"A visitor, Pirjo Vaherlaid, {said}"]
    texts += [f"President Joe Biden {said} The Supreme Court agreed." for _ in range(4)]
    texts += [f"Defense Minister Yov Galante of Israel {said}"]
    for number, text in enumerate(texts):
        (folder / f"{number}.txt").write_text(text + "\n", "utf-8")
    return folder


def test_people_of_several_articles_are_learned_with_their_office(
    cli: Callable, tmp_path: Path, archive: Path
) -> None:
    ran = cli("names", "learn", archive, "-o", "names.yaml")
    assert (ran.status, ran.out) == (0, "names.yaml: 2 names of 16 articles\n")
    entries = list(read_list(tmp_path / "names.yaml"))
    assert [(e.name, e.kind, e.roles, e.weight) for e in entries] == [
        ("Arvo Tammikser", "person", ("finance minister",), 2),
        ("Liisa Kaskmann", "", (), 2),
    ]


def test_near_variants_of_a_commoner_form_are_told_and_not_learned(
    cli: Callable, archive: Path
) -> None:
    ran = cli("names", "learn", archive, "-o", "names.yaml")
    assert "not learned: Arvo Tammikzer (articles: 1) stands near Arvo Tammikser (in 6)" in ran.err
    assert "not learned: Yov Galante (articles: 1) stands near Yoav Gallant (listed)" in ran.err


def test_the_majority_decides_on_marks_and_capitals(cli: Callable, tmp_path: Path) -> None:
    for number, name in enumerate(["Jüri Põldmets"] * 3 + ["Juri Poldmets"]):
        (tmp_path / f"{number}.txt").write_text(f"Mayor {name} opened the bridge.\n", "utf-8")
    cli("names", "learn", ".", "-o", "names.yaml")
    (entry,) = read_list(tmp_path / "names.yaml")
    assert (entry.name, entry.also) == ("Jüri Põldmets", ("Juri Poldmets",))


def test_an_unreadable_article_is_told_and_the_others_are_learned(
    cli: Callable, tmp_path: Path, archive: Path
) -> None:
    (archive / "x.txt").write_bytes(b"\xff\xfe\x00")
    ran = cli("names", "learn", archive, "-o", "names.yaml")
    assert ran.status == 2
    assert "x.txt" in ran.err
    assert "2 names" in ran.out


def test_lookup_shows_candidates_with_odds_edits_and_roles(cli: Callable) -> None:
    ran = cli("names", "lookup", "Yov Galante")
    assert ran.status == 0
    title, first = ran.out.splitlines()[:2]
    assert title == "Yov Galante"
    for said in ("Yoav Gallant", "odds", "a dropped", "defense minister", "Israel", "2022–2024"):
        assert said in first


def test_lookup_says_what_is_listed_and_what_is_a_wrong_form(cli: Callable) -> None:
    out = cli("names", "lookup", "Joe Biden", "Whats App").out
    assert "  Joe Biden; listed; person; president" in out
    assert "  WhatsApp (as Whats App); a wrong form; org" in out


def test_lookup_of_nothing_known_is_status_one(cli: Callable) -> None:
    ran = cli("names", "lookup", "Qzzxv Wqqpl")
    assert (ran.status, ran.out) == (1, "Qzzxv Wqqpl: nothing like it is listed\n")


def test_lookup_asks_the_lists_that_are_named(cli: Callable, tmp_path: Path) -> None:
    (tmp_path / "own.txt").write_text("Arvo Tammikser\n")
    ran = cli("names", "lookup", "Arvo Tamikser", "--names", "own.txt")
    assert "Arvo Tammikser; odds" in ran.out
    assert "double m made single" in ran.out

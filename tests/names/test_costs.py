"""Learned edit costs: what they tell apart, what they say, and what they cost."""

from __future__ import annotations

import itertools
import random
import time

import msgspec
import pytest

from lintnews.names.costs import APART, LONGEST, SAME, SHORT_MOST, TABLE, Table, load
from lintnews.names.fold import fold
from lintnews.names.slips import slip_kind

COSTS = load()

ONE_NAME = """
Netanjahu Netanyahu; Lawrow Lavrov; Tschernyschenko Chernyshenko; Jamenei Khamenei; Kadirow Kadyrov;
Schmygal Shmyhal; Jerdogan Yerdogan; Muhammad Mohamed; Hassan Hasan; Stepaschin Stepashin;
Sadyr Sadır; Ilija Iliya; Iwanow Ivanov; Wolodymyr Volodymyr; Achmat Akhmat; Nasrallah Nasralla
"""
TWO_NAMES = """
Kabul Zabul; Iran Iraq; Biden Baden; Putin Rutin; Tolstoy Tolstaya; Petrov Petrovich; Ivanov Ivanova;
Niger Nigeria; Austria Australia; Miller Keller; Romney Rodney; Lukashenko Lukashin; Barak Baran
"""


def pairs(text: str) -> list[tuple[str, str]]:
    return [(a, b) for a, b in (pair.split() for pair in text.replace("\n", " ").split(";"))]


@pytest.mark.parametrize(("a", "b"), pairs(ONE_NAME))
def test_two_spellings_of_one_name_have_positive_odds(a: str, b: str) -> None:
    assert COSTS.log_odds(fold(a), fold(b)) > 0


@pytest.mark.parametrize(("a", "b"), pairs(TWO_NAMES))
def test_two_names_that_are_near_have_negative_odds(a: str, b: str) -> None:
    assert COSTS.log_odds(fold(a), fold(b)) < 0


def test_a_transliteration_counts_for_more_than_a_chance_letter_at_the_same_distance() -> None:
    assert COSTS.log_odds("lawrow", "lavrow") > COSTS.log_odds("lapron", "lavron") + 3


def test_the_same_letters_weigh_otherwise_at_another_place() -> None:
    assert COSTS.log_odds("nawalnyj", "nawalny") > COSTS.log_odds("jnawalny", "nawalny")


def test_two_swapped_letters_are_a_slip() -> None:
    assert COSTS.log_odds("zelenksy", "zelensky") > 2
    assert COSTS.slip("zelenksy", "zelensky") > COSTS.spelling("zelenksy", "zelensky")


def test_a_dropped_letter_of_a_long_name_is_likelier_a_slip_than_of_a_short_one() -> None:
    assert COSTS.slip("stoltnberg", "stoltenberg") > COSTS.slip("mrkel", "merkel")


def test_odds_are_symmetric() -> None:
    chance = random.Random(3)
    for _ in range(500):
        a = "".join(chance.choices("aeioukhsyzwvt", k=chance.randint(1, 9)))
        b = "".join(chance.choices("aeioukhsyzwvt", k=chance.randint(1, 9)))
        assert COSTS.log_odds(a, b) == COSTS.log_odds(b, a)
        assert COSTS.spelling(a, b) == COSTS.spelling(b, a)
        assert APART <= COSTS.log_odds(a, b) <= SAME


def test_equal_parts_are_the_same_and_an_empty_part_is_nothing() -> None:
    assert COSTS.log_odds("merkel", "merkel") == SAME
    assert COSTS.log_odds("merkel", "") == COSTS.log_odds("", "") == APART


def test_parts_of_very_different_length_are_not_aligned() -> None:
    assert COSTS.log_odds("xi", "tschernyschewski") == APART


def test_two_letters_never_prove_much() -> None:
    assert COSTS.log_odds("li", "lee") <= SHORT_MOST[2]
    assert COSTS.log_odds("x", "s") <= SHORT_MOST[1]


@pytest.mark.parametrize(
    ("written", "right", "words"),
    [
        ("yov", "yoav", "a dropped"),
        ("galante", "gallant", "double l made single; final e added"),
        ("starovoit", "starvoid", "o added; final t for d"),
        ("hassan", "hasan", "s doubled"),
        ("zelenksy", "zelensky", "sk swapped"),
        ("jamenei", "khamenei", "j for kh"),
        ("selenskyj", "zelensky", "s for z; final j added"),
        ("merkel", "merkel", ""),
    ],
)
def test_the_edits_are_told_in_plain_words(written: str, right: str, words: str) -> None:
    assert COSTS.explain(written, right) == words


def test_operations_rebuild_the_right_part_from_the_written_one() -> None:
    chance = random.Random(5)
    for _ in range(300):
        a = "".join(chance.choices("aeioukhsyzwvt", k=chance.randint(1, 12)))
        b = "".join(chance.choices("aeioukhsyzwvt", k=chance.randint(1, 12)))
        built, at = "", 0
        for step in COSTS.operations(a, b):
            assert a[step.start : step.start + len(step.letters)] == step.letters
            built += a[at : step.start]
            assert len(built) == step.other_start
            built += step.other
            at = step.start + len(step.letters)
        assert built + a[at:] == b


@pytest.mark.parametrize(
    ("a", "b", "kind"),
    [
        ("merkel", "mrkel", "drop"),
        ("merkel", "merkell", "last-double"),
        ("merkel", "merrkel", "double"),
        ("merkel", "mekrel", "swap"),
        ("merkel", "merkle", "last-swap"),
        ("merkel", "emrkel", "first-swap"),
        ("merkel", "nerkel", "first-key"),
        ("merkel", "merjel", "key"),
        ("merkel", "merpel", "replace"),
        ("merkel", "merke", "last-drop"),
        ("merkel", "erkel", "first-drop"),
        ("merkel", "mrkl", ""),
        ("merkel", "merkel", ""),
    ],
)
def test_slips_are_named_both_ways_round(a: str, b: str, kind: str) -> None:
    assert slip_kind(a, b) == slip_kind(b, a) == kind


def test_very_long_parts_cost_little() -> None:
    chance = random.Random(7)
    words = ["".join(chance.choices("abcdefghij", k=5000)) for _ in range(20)]
    begin = time.perf_counter()
    for a, b in itertools.pairwise(words):
        assert APART <= COSTS.log_odds(a, b) <= SAME
        COSTS.explain(a, b)
    # 19 pairs cut to LONGEST letters take about 15 ms; a full table would take minutes.
    assert time.perf_counter() - begin < 2
    assert all(step.start < LONGEST for step in COSTS.operations(*words[:2]))


def test_the_table_is_small_and_valid() -> None:
    raw = TABLE.read_bytes()
    assert len(raw) < 150_000
    table = msgspec.json.decode(raw, type=Table)
    assert {f"{x}:{x}" for x in "abcdefghijklmnopqrstuvwxyz"} <= set(table.steps)
    for kind in ("drop", "double", "key", "replace", "swap"):
        assert kind in table.slips

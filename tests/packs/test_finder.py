"""Strings of a long text are found where they stand, however its pieces fall."""

from __future__ import annotations

import pytest

from lintnews.packs.compile import index_anchors
from lintnews.packs.finder import MAX_STRING, PIECE, Finder, pieces
from lintnews.packs.rarity import EDGE

PHRASE = "zebra quagga okapi"


def places(anchors: list[str], text: str) -> dict[int, list[int]]:
    finder = Finder(index_anchors([(number, (anchor,)) for number, anchor in enumerate(anchors)]))
    found: dict[int, list[int]] = {}
    for at, units in sorted(finder.places(text, pieces(text))):
        for unit in units:
            found.setdefault(unit, []).append(at)
    return found


@pytest.mark.parametrize("shift", range(len(PHRASE) + 2))
def test_a_phrase_across_the_edge_of_two_pieces_is_found_once(shift: int) -> None:
    at = PIECE - shift
    text = "a" * (at - 1) + " " + PHRASE + " b" * PIECE
    assert places([f"{EDGE}{PHRASE}{EDGE}", "quag"], text) == {0: [at], 1: [at + 6]}


def test_a_phrase_is_found_in_every_piece() -> None:
    text = f"{PHRASE} and more. " * PIECE
    step = len(f"{PHRASE} and more. ")
    assert places([f"{EDGE}{PHRASE}{EDGE}"], text) == {0: list(range(0, len(text), step))}


def test_a_string_longer_than_a_piece_looks_ahead_is_found_by_its_start() -> None:
    phrase = "zebra " + "quagga " * MAX_STRING + "okapi"
    text = "b" * (PIECE - 7) + " " + phrase
    assert places([f"{EDGE}{phrase}{EDGE}"], text) == {0: [PIECE - 6]}
    assert places([f"{EDGE}{phrase}{EDGE}"], f"x{phrase}") == {}

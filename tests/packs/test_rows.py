"""Encoded rows come back as they went in, whichever is asked for first."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from lintnews.packs.rows import Rows, map_whole, rows_of

VALUES = [["a"], [], ["b", "c" * 300], ["ü"]]


def test_rows_survive_storing_and_are_read_in_any_order(tmp_path: Path) -> None:
    path = tmp_path / "rows.bin"
    path.write_bytes(msgspec.msgpack.encode(rows_of(VALUES)))
    rows = msgspec.msgpack.decode(map_whole(path), type=Rows)
    assert len(rows) == len(VALUES)
    reader = rows.reader(list[str])
    assert [reader[number] for number in (3, 0, 2, 1)] == [VALUES[n] for n in (3, 0, 2, 1)]


def test_no_rows_are_none() -> None:
    assert len(rows_of([])) == 0


def test_an_empty_file_maps_to_nothing(tmp_path: Path) -> None:
    (tmp_path / "empty").touch()
    assert bytes(map_whole(tmp_path / "empty")) == b""
    with pytest.raises(msgspec.DecodeError):
        msgspec.msgpack.decode(map_whole(tmp_path / "empty"), type=Rows)

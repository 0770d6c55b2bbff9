"""How files are written: whole or not at all, and never in the place of what is no file."""

from __future__ import annotations

import os
import stat
import threading
from pathlib import Path

import pytest

from lintnews.folders import write_atomically


def test_pieces_are_written_in_their_order(tmp_path: Path) -> None:
    write_atomically(tmp_path / "a", [b"one ", bytearray(b"two")])
    assert (tmp_path / "a").read_bytes() == b"one two"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_named_pipe_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    read: list[bytes] = []
    reader = threading.Thread(target=lambda: read.append(path.read_bytes()))
    reader.start()
    write_atomically(path, b"report")
    reader.join(10)
    assert read == [b"report"]
    assert stat.S_ISFIFO(path.stat().st_mode)

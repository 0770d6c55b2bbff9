"""Large files of JSON lines are linted in pieces, with the positions of the whole file."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from lintnews import stream
from lintnews.jobs import Workspace, lint_files
from lintnews.source import lines

FURNITURE = "Share on Facebook"


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file of forty articles that is read in many pieces."""
    monkeypatch.setattr(lines, "PIECE_BYTES", 500)
    monkeypatch.setattr(stream, "WORTH_PIECES", 2_000)
    rows = [
        msgspec.json.encode({"title": f"Bridge – {n}", "body": f"Closed again.\n\n{FURNITURE}"})
        for n in range(40)
    ]
    path = tmp_path / "archive.jsonl"
    path.write_bytes(b"\r\n".join(rows) + b"\r\n")
    return path


def test_positions_count_from_the_start_of_the_file(archive: Path) -> None:
    text = archive.read_bytes().decode()
    results = list(lint_files(Workspace(), iter([str(archive)])))
    assert len(results) >= 5
    found = [f for result in results for f in result.findings if f.text == FURNITURE]
    assert [f.line for f in found] == list(range(1, 41))
    assert [f.record for f in found] == [f"line {n}" for n in range(1, 41)]
    assert all(text[f.start : f.end] == FURNITURE for f in found)
    assert all(f.fix and text[f.fix.edits[0].start :].startswith(FURNITURE) for f in found)


def test_a_broken_line_costs_only_itself(archive: Path) -> None:
    rows = archive.read_text("utf-8").splitlines()
    rows[20] = rows[20][:30]
    archive.write_text("\n".join(rows) + "\n", "utf-8")
    results = list(lint_files(Workspace(), iter([str(archive)])))
    assert [r.error_line for r in results if r.error] == [21]
    assert sum(f.text == FURNITURE for r in results for f in r.findings) == 39


def test_small_files_are_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"title": "t", "body": "One."}\n', "utf-8")
    assert not stream.is_streamed(str(path))

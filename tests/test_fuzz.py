"""Inputs that once broke a reader, a pack or a check; see fuzz.py, which found them."""

from __future__ import annotations

import time
from pathlib import Path

import fuzz
import fuzz_seeds
import fuzz_targets
import pytest

KEPT = sorted(path for path in fuzz.KEPT.iterdir() if path.is_file())


@pytest.mark.parametrize("path", KEPT, ids=lambda path: path.name)
def test_what_once_failed_is_read(path: Path):
    target = path.name.partition("-")[0]
    fuzz_targets.run(target, path.read_bytes(), lint=True)


@pytest.mark.parametrize("target", fuzz_seeds.FRAGMENTS)
def test_the_fuzzer_starts_from_inputs_that_work(target: str, tmp_path: Path):
    keeper = fuzz.Keeper(target, tmp_path)
    for data in fuzz_seeds.texts(target):
        keeper.try_one(data)
    assert list(tmp_path.iterdir()) == []


def test_a_failure_is_kept_once_with_its_place(tmp_path: Path, monkeypatch):
    def fails(target: str, data: bytes, lint: bool = False) -> None:
        raise ZeroDivisionError("by zero")

    monkeypatch.setattr(fuzz, "check", fails)
    keeper = fuzz.Keeper("text", tmp_path)
    keeper.try_one(b"one")
    keeper.try_one(b"two")
    kept = sorted(tmp_path.iterdir())
    assert kept[0].read_bytes() == b"one"
    assert kept[1].read_text().startswith("ZeroDivisionError test_fuzz.py:")
    assert len(kept) == 2


def test_time_that_grows_faster_than_the_text_is_told(monkeypatch):
    clock = iter([0.0, 0.1, 0.0, 0.9])
    monkeypatch.setattr(fuzz, "check", lambda *_: None)
    monkeypatch.setattr(fuzz.time, "process_time", lambda: next(clock))
    assert fuzz.scaled("text", b"x" * 100) == "12000 bytes 0.10 s, 48000 bytes 0.90 s"


# Each took minutes at this size while its time grew with the square of the text.
LONG = 120_000
MAX_SECONDS = 4.0


@pytest.mark.parametrize(
    ("target", "start", "piece"),
    [
        ("markdown", "", "*"),
        ("markdown", "> ", "_"),
        ("markdown", "", "*a **b "),
        ("markdown", "", "!["),
        ("xml", "<item><title>", "<!"),
        ("text", "", "\u200ba"),
        ("text", "", "KShortly"),
        ("text", "", '<!-- lintnews: ignore -->"a '),
    ],
)
def test_time_is_linear_in_what_is_repeated(target: str, start: str, piece: str):
    data = (start + piece * (LONG // len(piece))).encode()
    fuzz_targets.run(target, b"a", lint=True)
    since = time.process_time()
    fuzz_targets.run(target, data, lint=True)
    assert time.process_time() - since < MAX_SECONDS

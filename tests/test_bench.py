"""The gate on quality, and the corpus for speed."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

BENCH = Path(__file__).resolve().parent.parent / "bench"
sys.path.insert(0, str(BENCH))

import corpus  # noqa: E402
import quality  # noqa: E402


def test_recall_and_alarms_stay_at_or_above_their_floors(monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["quality.py"])
    status = quality.main()
    assert status == 0, capsys.readouterr().out


def test_a_floor_is_not_lowered_without_a_word_in_the_changelog(monkeypatch, tmp_path):
    floors = tmp_path / "floors.json"
    floors.write_text('{"recall": 1.0}')
    monkeypatch.setattr(quality, "FLOORS", floors)
    monkeypatch.setattr(quality, "measure", lambda show: {"recall": 0.5})
    monkeypatch.setattr(quality, "alarms_told", lambda: False)
    monkeypatch.setattr(sys, "argv", ["quality.py", "--lower"])
    assert quality.main() == 1
    assert floors.read_text() == '{"recall": 1.0}'
    monkeypatch.setattr(quality, "alarms_told", lambda: True)
    assert quality.main() == 0
    assert '"recall": 0.5' in floors.read_text()


@pytest.mark.parametrize(
    ("name", "worse"), [("recall", True), ("error alarms on clean texts", False)]
)
def test_fewer_alarms_are_better_and_less_recall_is_worse(name, worse):
    assert quality.is_worse(name, 1, 2) is worse


def test_the_corpus_is_the_same_every_time():
    assert corpus.articles(3) == corpus.articles(3)
    assert all(4_000 < len(text) < 9_000 for text in corpus.articles(3))

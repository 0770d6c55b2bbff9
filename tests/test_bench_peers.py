"""The speed bench counts only runs that read every file, and sums memory over processes."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

BENCH = Path(__file__).resolve().parent.parent / "bench"
sys.path.insert(0, str(BENCH))

import corpus  # noqa: E402
import peers  # noqa: E402
import process  # noqa: E402
import reliability  # noqa: E402
import speed  # noqa: E402

_READS = """
import pathlib, sys
for path in sorted(pathlib.Path(sys.argv[1]).glob({glob!r})):
    if "recieve" in path.read_text("utf-8"):
        print(f"{{path}}:1: recieve")
sys.exit({status})
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    corpus.write(tmp_path / "articles", 3, 500)
    return tmp_path / "articles"


def outcome(monkeypatch, folder: Path, code: str, statuses=(1,)) -> peers.Outcome:
    peer = peers.Peer([sys.executable, "-c", code, "{}"], statuses)
    monkeypatch.setitem(peers.PEERS, "fake", peer)
    return peers.measure("fake", folder, dict(os.environ))


def test_a_peer_that_names_every_file_gets_its_time(monkeypatch, folder):
    found = outcome(monkeypatch, folder, _READS.format(glob="*.txt", status=1))
    assert found.reason == ""
    assert found.seconds > 0


def test_a_peer_whose_glob_matches_nothing_has_failed(monkeypatch, folder):
    found = outcome(monkeypatch, folder, _READS.format(glob="*.nope", status=1))
    assert found.reason == "found nothing in 3 of 3 files (00000.txt)"


def test_a_peer_that_leaves_files_out_has_failed(monkeypatch, folder):
    found = outcome(monkeypatch, folder, _READS.format(glob="*[01].txt", status=1))
    assert found.reason == "found nothing in 1 of 3 files (00002.txt)"


def test_a_usage_error_is_no_result(monkeypatch, folder):
    code = "import sys; print('usage: fake [-h]', file=sys.stderr); sys.exit(2)"
    found = outcome(monkeypatch, folder, code)
    assert found.reason == "exit status 2: usage: fake [-h]"


def test_a_usage_error_with_the_status_of_findings_is_no_result(monkeypatch, folder):
    code = "import sys; print('error: unexpected argument', file=sys.stderr); sys.exit(2)"
    assert outcome(monkeypatch, folder, code, (2,)).reason.startswith("found nothing in 3 of 3")


def test_a_program_that_is_not_there_is_no_result(folder):
    assert process.run(["no-such-program-anywhere"]).status == -1


@pytest.mark.parametrize("name", [name for name in peers.PEERS if peers.is_installed(name)])
def test_every_peer_that_is_installed_reads_the_whole_corpus(name, folder):
    assert peers.measure(name, folder, dict(os.environ)).reason == ""


def test_lintnews_that_misses_a_file_ends_the_bench(tmp_path):
    bench = speed.Bench(tmp_path, 2)
    bench.environment = {**os.environ}
    with pytest.raises(SystemExit, match="lintnews failed"):
        bench.lint("--jobs", "1", str(bench.articles), files=3)
    assert bench.lint("--jobs", "1", str(bench.articles), files=2) > 0


@pytest.mark.skipif(not process.sums_memory(), reason="the system does not tell shared memory")
def test_memory_is_that_of_a_process_and_all_below_it():
    child = "import time; held = bytearray(30_000_000); time.sleep(1)"
    parent = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {child!r}])"
    assert process.peak_memory([sys.executable, "-c", parent]) > 35
    assert process.peak_memory([sys.executable, "-c", "import time; time.sleep(0.2)"]) < 25


@pytest.mark.skipif(not process.sums_memory(), reason="the system does not list processes")
def test_a_family_is_a_process_and_its_children():
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as child:
        time.sleep(0.05)
        assert child.pid in process.family(os.getpid())
        assert process.family(child.pid) == [child.pid]
        child.communicate(b"\n")


def test_the_table_of_reliability_says_mean_share_and_count():
    found = [
        reliability.Judged(0.81, True, ""),
        reliability.Judged(0.83, False, ""),
        reliability.Judged(0.99, True, ""),
    ]
    rows = reliability.table(found)
    assert [(row.low, round(row.predicted, 3), row.right, row.count) for row in rows] == [
        (0.8, 0.82, 0.5, 2),
        (0.98, 0.99, 1.0, 1),
    ]

"""Permission denied, for real: by a process that may not read everything, even where tests are root."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from conftest import Ran

pytestmark = pytest.mark.skipif(os.name != "posix", reason="needs permissions of Unix")

FOOTER = "Share on WhatsApp\n"
RULE = "chrome/share-on-network"
NOBODY = 65534
# prctl's order to give a right up for good, and the rights by which root reads and writes everything.
_DROP_RIGHT = 24
_RIGHTS = (1, 2)  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH


def become_nobody() -> None:
    """Give up what lets root pass every permission: on Linux the rights alone, else the user.

    Without these rights root is the owner of its files and no more, and still reaches a Python that
    stands in root's own folder.
    """
    if os.getuid():
        return
    if sys.platform == "linux":
        import ctypes

        prctl = ctypes.CDLL(None).prctl
        if all(prctl(_DROP_RIGHT, right, 0, 0, 0) == 0 for right in _RIGHTS):
            return
    os.setgroups([])
    os.setgid(NOBODY)
    os.setuid(NOBODY)


@pytest.fixture
def unprivileged(tmp_path: Path, private_cache: Path) -> Iterator[Callable[..., Ran]]:
    """Return a function that runs `lintnews ARGUMENTS` in a process with no special rights."""

    def run(*arguments: str | Path, cache: Path = private_cache) -> Ran:
        command = [sys.executable, "-m", "lintnews", *map(str, arguments)]
        environment = {**os.environ, "LINTNEWS_CACHE_DIR": str(cache), "NO_COLOR": "1"}
        try:
            done = subprocess.run(
                command, cwd=tmp_path, env=environment, capture_output=True, text=True,
                preexec_fn=become_nobody, check=False,
            )  # fmt: skip
        except PermissionError:
            pytest.skip("the user nobody cannot start this Python")
        return Ran(done.returncode, done.stdout, done.stderr)

    yield run
    for path in [tmp_path, *tmp_path.rglob("*")]:
        with contextlib.suppress(OSError):
            path.chmod(0o700)


@pytest.fixture
def many(tmp_path: Path) -> list[Path]:
    paths = [tmp_path / f"{number:02}.txt" for number in range(40)]
    for path in paths:
        path.write_text(FOOTER)
    return paths


def test_the_process_is_really_denied(unprivileged, tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("x")
    path.chmod(0)
    done = subprocess.run(
        [sys.executable, "-c", f"open({str(path)!r})"], capture_output=True, check=False,
        preexec_fn=become_nobody,
    )  # fmt: skip
    assert b"PermissionError" in done.stderr


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_file_is_one_error_and_the_rest_is_linted(unprivileged, many, jobs):
    many[3].chmod(0)
    ran = unprivileged("check", "--format", "jsonl", "--no-cache", "--jobs", jobs, ".")
    assert ran.status == 2
    assert ran.err == "lintnews: 03.txt: cannot be read: Permission denied\n"
    assert len(ran.findings()) == 39
    (error,) = [line for line in ran.lines() if line["type"] == "error"]
    assert (error["path"], error["message"]) == ("03.txt", "cannot be read: Permission denied")


def test_a_folder_is_one_error_and_the_rest_is_linted(unprivileged, many, tmp_path):
    (tmp_path / "secret").mkdir(0)
    ran = unprivileged("check", "--format", "jsonl", ".")
    assert ran.status == 2
    assert ran.err.splitlines() == ["lintnews: ./secret: cannot be read: Permission denied"]
    assert len(ran.findings()) == 40


def test_a_cache_that_cannot_be_written_costs_no_finding(unprivileged, many, tmp_path):
    cache = tmp_path.parent / f"{tmp_path.name}-cache"
    cache.mkdir(0o500)
    ran = unprivileged("check", "--format", "jsonl", many[0], cache=cache)
    assert ran.status == 1
    assert ran.err == ""
    assert [finding["rule"] for finding in ran.findings()] == [RULE]
    assert list(cache.iterdir()) == []


def test_a_fix_in_a_folder_that_takes_none_is_told_and_leaves_nothing(unprivileged, tmp_path, pack):
    pack("""
- id: zork
  kind: line
  pattern: zork
  severity: error
  message: A zork.
  why: Tests need a safe fix.
  fix: delete-line
  safe: true
  flags: [zork]
  keeps: [the zork]
""")
    folder = tmp_path / "locked"
    folder.mkdir()
    path = folder / "a.txt"
    path.write_text("Text stands here.\n\nzork\n")
    folder.chmod(0o500)
    ran = unprivileged("check", "--fix", "--pack", "pack", "--select", "chrome/zork", path)
    assert ran.status == 2
    assert ran.err.count("\n") == 1
    assert "Permission denied" in ran.err
    folder.chmod(0o700)
    assert path.read_text() == "Text stands here.\n\nzork\n"
    assert [p.name for p in folder.iterdir()] == ["a.txt"]


def test_a_report_that_cannot_be_written_is_one_error(unprivileged, many, tmp_path):
    (tmp_path / "locked").mkdir(0o500)
    ran = unprivileged("check", many[0], "--format", "json", "--output", "locked/report.json")
    assert ran.status == 2
    assert ran.err.count("\n") == 1
    assert "Permission denied" in ran.err


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        (".lintnews.yaml", ()),
        ("names.txt", ("--names", "names.txt")),
        ("rules.yaml", ("--pack", "rules.yaml")),
        ("base.json", ("--baseline", "base.json")),
    ],
)
def test_what_a_run_needs_is_named(unprivileged, many, tmp_path, name, arguments):
    (tmp_path / name).write_text(json.dumps([]))
    (tmp_path / name).chmod(0)
    ran = unprivileged("check", many[0], *arguments)
    assert ran.status == 2
    assert ran.err.count("\n") == 1
    assert name in ran.err
    assert "Permission denied" in ran.err

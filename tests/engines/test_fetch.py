"""Getting LanguageTool: what is missing is told in one line, and nothing half stays."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Ran

from lintnews.engines import fetch
from lintnews.errors import EngineError

Cli = Callable[..., Ran]


@pytest.fixture
def maven(own_cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Return a function that puts a stand-in for mvn and java on the path."""
    if sys.platform == "win32":
        pytest.skip("the stand-in for Maven is a shell script")

    def put(script: str) -> Path:
        folder = tmp_path / "bin"
        folder.mkdir()
        for name, text in (("mvn", script), ("java", "exit 0")):
            (folder / name).write_text(f"#!/bin/sh\n{text}\n")
            (folder / name).chmod(0o755)
        monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")
        return tmp_path / "copies"

    return put


GOOD = """for a in "$@"; do case "$a" in -DoutputDirectory=*) d=${a#*=};; esac; done
mkdir -p "$d"; echo jar > "$d/languagetool-server.jar" """


def test_the_servers_jar_stands_beside_its_libraries_too(maven):
    top = maven(GOOD)
    folder = fetch.with_maven(top)
    assert folder == top / "LanguageTool-6.8"
    assert (folder / "languagetool-server.jar").read_text() == "jar\n"
    assert (folder / "libs" / "languagetool-server.jar").is_file()
    assert [p.name for p in top.iterdir()] == ["LanguageTool-6.8"]


def test_a_copy_that_is_there_is_left_alone(maven):
    top = maven("exit 1")
    folder = top / "LanguageTool-6.8"
    folder.mkdir(parents=True)
    (folder / "languagetool-server.jar").write_text("mine")
    assert fetch.with_maven(top) == folder


def test_what_maven_says_is_told_and_nothing_half_stays(maven):
    top = maven("echo '[ERROR] Could not resolve org.languagetool'; exit 1")
    with pytest.raises(EngineError, match=r"Maven failed: .* Could not resolve"):
        fetch.with_maven(top)
    assert list(top.iterdir()) == []


def test_missing_maven_is_one_line_and_status_2(own_cache, cli: Cli, tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    ran = cli("engines", "install", "languagetool", "--maven", "--folder", tmp_path / "x")
    assert (ran.status, ran.err) == (
        2, "lintnews: engine languagetool: Maven (mvn) or Java is missing\n"
    )  # fmt: skip


def test_a_missing_package_says_how_to_get_it(own_cache, cli: Cli, monkeypatch):
    monkeypatch.setitem(sys.modules, "language_tool_python", None)
    monkeypatch.setitem(sys.modules, "language_tool_python.download_lt", None)
    ran = cli("engines", "install", "languagetool")
    assert ran.status == 2
    assert "pip install 'lintnews[languagetool]'" in ran.err


@pytest.mark.parametrize("name", ["harper", "vale"])
def test_other_engines_are_not_installed_here(own_cache, cli: Cli, name: str):
    assert cli("engines", "install", name).status == 2


def test_installing_says_where_it_is(maven, cli: Cli):
    top = maven(GOOD)
    ran = cli("engines", "install", "languagetool", "--maven", "--folder", top)
    assert ran.status == 0
    assert f"LanguageTool is in {top / 'LanguageTool-6.8'}" in ran.out
    assert f"LTP_PATH={top}" in ran.out

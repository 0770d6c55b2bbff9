"""Stand-ins for a LanguageTool server and an installed copy, and the real one where it is there."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from engines.fake_languagetool import Answer, FakeLanguageTool, words

from lintnews.engines import server

FAKE = Path(__file__).with_name("fake_languagetool.py")


@pytest.fixture
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give one test a cache folder of its own: nothing remembered, no server running."""
    folder = tmp_path / "cache"
    monkeypatch.setenv("LINTNEWS_CACHE_DIR", str(folder))
    for name in ("LTP_PATH", "LTP_JAR_DIR_PATH", "LINTNEWS_LANGUAGETOOL_URL", "JAVA_HOME"):
        monkeypatch.delenv(name, raising=False)
    return folder


@pytest.fixture
def fake(own_cache: Path) -> Iterator[Callable[..., FakeLanguageTool]]:
    """Return a function that starts a server which answers checks as told."""
    running: list[FakeLanguageTool] = []

    def start(answer: Callable[[str], Answer] = words) -> FakeLanguageTool:
        running.append(FakeLanguageTool(answer).__enter__())
        return running[-1]

    yield start
    for one in running:
        one.stop()


@pytest.fixture
def copy(
    own_cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[[str], Path]]:
    """Return a function that installs a copy whose Java is the stand-in, behaving as told."""
    if sys.platform == "win32":
        pytest.skip("the stand-in for Java is a shell script")

    def install(how: str = "ok") -> Path:
        folder = tmp_path / "LanguageTool-6.8"
        folder.mkdir(exist_ok=True)
        (folder / "languagetool-server.jar").write_bytes(b"jar")
        java = tmp_path / "java" / "bin" / "java"
        java.parent.mkdir(parents=True, exist_ok=True)
        java.write_text(f'#!/bin/sh\nexec "{sys.executable}" "{FAKE}" "$@"\n', "utf-8")
        java.chmod(0o755)
        monkeypatch.setenv("LTP_PATH", str(tmp_path))
        monkeypatch.setenv("JAVA_HOME", str(tmp_path / "java"))
        monkeypatch.setenv("FAKE_LANGUAGETOOL", how)
        return folder

    yield install
    for path, state in server.states():
        assert server.stop(path, state)

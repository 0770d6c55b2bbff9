"""What tests share: a private cache, one linter with every built-in rule, and the command line."""

from __future__ import annotations

import io
import os
import shutil
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import msgspec
import pytest
from hypothesis import HealthCheck, settings

from lintnews.cli.main import main
from lintnews.config import Config
from lintnews.linter import Linter

ROOT = Path(__file__).resolve().parent.parent

# A shared machine stalls now and then; a deadline would make that look like a mistake.
settings.register_profile(
    "lintnews",
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
settings.load_profile("lintnews")

# A run started in the background ignores Ctrl-C, and so would every program that the tests start from it.
signal.signal(signal.SIGINT, signal.default_int_handler)


class Ran(NamedTuple):
    """What a command left: its exit status and what it wrote."""

    status: int
    out: str
    err: str

    def lines(self) -> list[dict[str, object]]:
        """Return the objects of JSON lines on standard output."""
        return [msgspec.json.decode(line) for line in self.out.splitlines()]

    def findings(self) -> list[dict[str, object]]:
        return [item for item in self.lines() if item["type"] == "finding"]


@pytest.fixture(scope="session", autouse=True)
def private_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Keep compiled packs and name indexes of the tests away from those of the user."""
    folder = tmp_path_factory.getbasetemp() / "cache"
    if "PYTEST_XDIST_WORKER" in os.environ:  # the workers share what they compile
        folder = tmp_path_factory.getbasetemp().parent / "cache"
    before = os.environ.get("LINTNEWS_CACHE_DIR")
    os.environ["LINTNEWS_CACHE_DIR"] = str(folder)
    yield folder
    if before is None:
        del os.environ["LINTNEWS_CACHE_DIR"]
    else:
        os.environ["LINTNEWS_CACHE_DIR"] = before


@pytest.fixture(scope="session")
def linter(private_cache: Path) -> Linter:
    """Return one linter with every built-in rule; building it takes most of a test's time."""
    return Linter(Config())


@pytest.fixture
def cli(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], tmp_path: Path
) -> Callable[..., Ran]:
    """Return a function that runs `lintnews ARGUMENTS` in this process, in an empty folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NO_COLOR", "1")

    def run(*arguments: str | Path, stdin: bytes | None = None) -> Ran:
        if stdin is not None:
            monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), "utf-8"))
        capfd.readouterr()
        try:
            status = main([str(argument) for argument in arguments])
        except SystemExit as stop:  # argparse ends the process for mistakes and for --help
            status = stop.code if isinstance(stop.code, int) else 1
        out, err = capfd.readouterr()
        return Ran(status, out, err)

    return run


@pytest.fixture
def pack(tmp_path: Path) -> Callable[[str], Path]:
    """Return a function that writes a pack of one chrome file and returns its folder."""

    def write(text: str, name: str = "chrome/rules.yaml") -> Path:
        path = tmp_path / "pack" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        return tmp_path / "pack"

    return write


@pytest.fixture(scope="session")
def project_copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of what belongs to the project, without what tools left in the folder."""
    left = shutil.ignore_patterns("__pycache__", ".*_cache", "*.egg-info")
    names = [
        ".ci", ".gitignore", ".pre-commit-hooks.yaml", "CHANGELOG.md", "LICENSE", "NOTICE", "README.md",
        "action.yml", "docs", "hatch_build.py", "lintnews", "pyproject.toml", "rules", "fixtures",
    ]  # fmt: skip
    top = tmp_path_factory.mktemp("project")
    for name in names:
        path = ROOT / name
        if path.is_dir():
            shutil.copytree(path, top / name, ignore=left)
        elif path.is_file():
            shutil.copy2(path, top / name)
    return top

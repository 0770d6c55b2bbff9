"""The wheel, the source archive, an editable copy and pre-commit's way each lint an article."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import sysconfig
import tarfile
import tomllib
import venv
import zipfile
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

BIN = "Scripts" if sys.platform == "win32" else "bin"
ARTICLE = "Share on WhatsApp\n\nDefense Minister Yov Galante spoke in Israel on Monday.\n"
pytest.importorskip("hatchling", reason="hatchling builds the packages")
pytest.importorskip("build", reason="build builds the packages")


def run(
    *command: str | Path, cwd: Path | None = None, ok: tuple[int, ...] = (0,), **environment: str
) -> str:
    """Return what a command prints; fail the test with its output where it fails."""
    keep = {k: v for k, v in os.environ.items() if k not in ("PYTHONPATH", "VIRTUAL_ENV")}
    done = subprocess.run(
        [str(part) for part in command], cwd=cwd, text=True, check=False, timeout=300,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env={**keep, **environment},
    )  # fmt: skip
    if done.returncode not in ok:
        pytest.fail(f"{command} ended with {done.returncode}:\n{done.stdout}")
    return done.stdout


@pytest.fixture(scope="session")
def built(project_copy: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Return the wheel and the source archive, built once from a copy of the project."""
    out = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", out, project_copy)
    (wheel,) = out.glob("*.whl")
    (sdist,) = out.glob("*.tar.gz")
    return {"wheel": wheel, "sdist": sdist}


@pytest.fixture
def environment(tmp_path: Path) -> Path:
    """Return a fresh environment that borrows the dependencies, but not lintnews, of this one."""
    folder = tmp_path / "env"
    venv.create(folder, with_pip=False, symlinks=sys.platform != "win32")
    paths = {"base": str(folder), "platbase": str(folder)}
    own = Path(sysconfig.get_path("purelib", "venv", vars=paths))
    here = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
    (own / "borrowed.pth").write_text("\n".join(sorted(here)) + "\n")
    return folder


def install(environment: Path, *what: str | Path) -> None:
    python = environment / BIN / "python"
    run(
        sys.executable, "-m", "pip", "--python", python, "install", "--quiet", "--no-deps",
        "--no-index", "--no-build-isolation", "--no-cache-dir", "--force-reinstall", *what,
    )  # fmt: skip


def assert_lints(environment: Path, tmp_path: Path, inside: Path) -> None:
    """Lint an article with the command of the environment, away from the project's folder."""
    work = tmp_path / "work"
    work.mkdir()
    (work / "a.txt").write_text(ARTICLE)
    private = {"LINTNEWS_CACHE_DIR": str(tmp_path / "cache")}
    home = run(
        environment / BIN / "python", "-c", "import lintnews; print(lintnews.__file__)", cwd=work
    )
    assert Path(home.strip()).is_relative_to(inside)
    command = environment / BIN / "lintnews"
    out = run(command, "check", "a.txt", "--format", "jsonl", cwd=work, ok=(1,), **private)
    found = [json.loads(line) for line in out.splitlines()]
    assert [f["rule"] for f in found[:-1]] == ["chrome/share-on-network", "name/misspelled"]
    assert found[1]["suggestions"] == ["Yoav Gallant"]
    assert found[-1]["type"] == "summary"


def test_the_wheel_lints(built, environment, tmp_path):
    install(environment, built["wheel"])
    assert_lints(environment, tmp_path, environment)


def test_the_source_archive_lints(built, environment, tmp_path):
    install(environment, built["sdist"])
    assert_lints(environment, tmp_path, environment)


def test_an_editable_copy_lints_with_its_own_rules(project_copy, environment, tmp_path):
    install(environment, "-e", project_copy)
    assert_lints(environment, tmp_path, project_copy)


def test_a_checkout_installed_as_pre_commit_does_lints(project_copy, environment, tmp_path):
    install(environment, project_copy)
    assert_lints(environment, tmp_path, environment)


def test_the_wheel_holds_what_it_needs_and_no_more(built, project_copy):
    names = zipfile.ZipFile(built["wheel"]).namelist()
    packs = {
        p.relative_to(project_copy).as_posix() for p in (project_copy / "rules").rglob("*.yaml")
    }
    assert {name.removeprefix("lintnews/") for name in names if "/rules/" in name} == packs
    assert len(packs) > 20
    tops = {name.partition("/")[0] for name in names}
    assert len(tops) == 2
    assert "lintnews" in tops
    for needed in (
        "lintnews/py.typed",
        "lintnews/data/lexicon.bin",
        "lintnews/data/edit_costs.json",
    ):
        assert needed in names
    assert sum(name.endswith(("licenses/LICENSE", "licenses/NOTICE")) for name in names) == 2
    size = built["wheel"].stat().st_size
    # Of these the index of 57,000 names takes 7 MB.
    assert size < 12_900_000, f"{size / 1e6:.1f} MB"


def test_the_wheel_brings_what_a_first_run_would_have_to_make(built, environment, tmp_path):
    names = zipfile.ZipFile(built["wheel"]).namelist()
    assert sorted(name[:24] for name in names if name.startswith("lintnews/prebuilt/")) == [
        "lintnews/prebuilt/names-",
        "lintnews/prebuilt/packs-",
    ]
    install(environment, built["wheel"])
    assert_lints(environment, tmp_path, environment)
    kept = [path.name for path in (tmp_path / "cache").iterdir()]
    assert not [name for name in kept if name.startswith(("names-", "packs-"))]


def test_changed_rules_are_read_although_the_wheel_brings_others(built, environment, tmp_path):
    install(environment, built["wheel"])
    (site,) = environment.rglob("site-packages/lintnews")
    for path in (site / "rules" / "names").glob("*.yaml"):
        path.write_text(path.read_text("utf-8").replace("Yoav Gallant", "Yoav Galantee"), "utf-8")
    (tmp_path / "a.txt").write_text(ARTICLE)
    private = {"LINTNEWS_CACHE_DIR": str(tmp_path / "cache")}
    out = run(environment / BIN / "lintnews", "check", "a.txt", cwd=tmp_path, ok=(0, 1), **private)
    assert "Yoav Gallant," not in out
    kept = [path.name[:6] for path in (tmp_path / "cache").iterdir()]
    assert "names-" in kept
    assert "packs-" in kept


def test_the_build_asks_for_every_package_that_compiles_the_rules(project_copy, tmp_path):
    code = (
        "import os, sys; os.chdir(sys.argv[1]); sys.path.insert(0, sys.argv[1])\n"
        "before = set(sys.modules); import hatch_build, json; from pathlib import Path\n"
        "hatch_build._prebuilt(sys.argv[1], Path(sys.argv[2]))\n"
        "print(json.dumps(sorted({name.partition('.')[0] for name in set(sys.modules) - before})))"
    )
    out = run(sys.executable, "-c", code, project_copy, tmp_path)
    owners = packages_distributions()
    used = {
        owner.lower()
        for module in json.loads(out.splitlines()[-1])
        for owner in owners.get(module, [])
    }
    project = tomllib.loads((project_copy / "pyproject.toml").read_text("utf-8"))
    needed = used & names_of(project["project"]["dependencies"])
    assert {"pyyaml", "regex"} <= needed
    # hatchling itself brings pathspec.
    assert needed - {"pathspec"} <= names_of(project["build-system"]["requires"])


def names_of(requirements: list[str]) -> set[str]:
    return {re.split("[>=<]", requirement)[0].lower() for requirement in requirements}


def test_a_wheel_is_built_without_the_packages_that_compile_rules(project_copy, tmp_path):
    (tmp_path / "anyascii.py").write_text("raise ImportError('not here')\n")
    code = (
        "import os, sys; os.chdir(sys.argv[1]); sys.path.insert(0, sys.argv[2])\n"
        "from hatchling.build import build_wheel; build_wheel(sys.argv[3])"
    )
    out = run(sys.executable, "-c", code, project_copy, tmp_path, tmp_path)
    assert "the first run of this wheel will be slow: not here" in out
    (wheel,) = tmp_path.glob("*.whl")
    names = zipfile.ZipFile(wheel).namelist()
    assert "lintnews/linter.py" in names
    assert not [name for name in names if "prebuilt" in name]


def test_the_source_archive_builds_and_tests_itself(built):
    with tarfile.open(built["sdist"]) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert {"pyproject.toml", "README.md", "LICENSE", "NOTICE", "CHANGELOG.md"} <= names
    assert {".pre-commit-hooks.yaml", "hatch_build.py", "lintnews/__init__.py"} <= names
    assert any(name.startswith("rules/chrome/") for name in names)


def test_the_version_is_told_in_one_place(project_copy, built):
    import lintnews

    assert f"lintnews-{lintnews.__version__}-" in built["wheel"].name
    assert f"[{lintnews.__version__}]" in (project_copy / "CHANGELOG.md").read_text() or (
        "[Unreleased]" in (project_copy / "CHANGELOG.md").read_text()
    )


def test_missing_rules_are_one_clear_error(environment, built, tmp_path):
    install(environment, built["wheel"])
    (site,) = environment.rglob("site-packages/lintnews")
    (site / "rules").rename(site / "elsewhere")
    (tmp_path / "a.txt").write_text(ARTICLE)
    done = subprocess.run(
        [environment / BIN / "lintnews", "check", "a.txt", "--no-cache"],
        cwd=tmp_path, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 2
    assert "the built-in rules are missing; install lintnews again" in done.stderr
    assert done.stderr.count("\n") == 1

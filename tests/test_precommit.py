"""The hooks, run by the real pre-commit in a scratch repository."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parent.parent
DAMAGED = "Share on WhatsApp\n\nThe minister spoke in the capital on Monday.\n"
CLEAN = "The minister spoke in the capital on Monday, and nobody disagreed.\n"
needs_pre_commit = pytest.mark.skipif(
    importlib.util.find_spec("pre_commit") is None or shutil.which("git") is None,
    reason="needs pre-commit and git",
)
# Its environment is built without a network: what lintnews needs is borrowed from this one.
ENVIRONMENT = {
    **{k: v for k, v in os.environ.items() if not k.startswith(("GIT_", "PRE_COMMIT"))},
    "PYTHONPATH": sysconfig.get_path("purelib"),
    "PIP_NO_DEPS": "1",
    "PIP_NO_INDEX": "1",
    "PIP_NO_BUILD_ISOLATION": "0",
    "GIT_AUTHOR_NAME": "A Tester",
    "GIT_AUTHOR_EMAIL": "tester@example.org",
    "GIT_COMMITTER_NAME": "A Tester",
    "GIT_COMMITTER_EMAIL": "tester@example.org",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "NO_COLOR": "1",
}


def git(folder: Path, *arguments: str) -> str:
    done = subprocess.run(
        ["git", *arguments], cwd=folder, env=ENVIRONMENT, capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


@pytest.fixture(scope="module")
def hooks(project_copy: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str, Path]:
    """Return the project as a git repository, its commit, and where pre-commit keeps environments."""
    repository = tmp_path_factory.mktemp("hooks") / "lintnews"
    shutil.copytree(project_copy, repository)
    git(repository, "init", "-q")
    git(repository, "add", "-A", "-f")
    git(repository, "commit", "-q", "-m", "lintnews")
    return repository, git(repository, "rev-parse", "HEAD"), tmp_path_factory.mktemp("home")


@pytest.fixture
def site(hooks, tmp_path: Path):
    """Return (folder of a repository of articles, function that runs a hook in it)."""
    repository, revision, home = hooks
    folder = tmp_path / "site"
    folder.mkdir()
    git(folder, "init", "-q")
    config = {
        "repos": [
            {
                "repo": str(repository),
                "rev": revision,
                "hooks": [{"id": "lintnews"}, {"id": "lintnews-fix"}],
            }
        ]
    }
    (folder / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config))

    def run(hook: str, *arguments: str) -> subprocess.CompletedProcess[str]:
        git(folder, "add", "-A")
        return subprocess.run(
            [sys.executable, "-m", "pre_commit", "run", hook, *arguments],
            cwd=folder, capture_output=True, text=True, check=False, timeout=600,
            env={**ENVIRONMENT, "PRE_COMMIT_HOME": str(home), "LINTNEWS_CACHE_DIR": str(home / "cache")},
        )  # fmt: skip

    return folder, run


@needs_pre_commit
def test_a_damaged_article_stops_the_commit(site):
    folder, run = site
    (folder / "a.md").write_text(DAMAGED)
    (folder / "b.txt").write_text(CLEAN)
    done = run("lintnews")
    assert done.returncode == 1, done.stdout + done.stderr
    assert "a.md:1:1: error chrome/share-on-network" in done.stdout
    assert "b.txt" not in done.stdout


@needs_pre_commit
def test_clean_articles_pass(site):
    folder, run = site
    (folder / "a.txt").write_text(CLEAN)
    done = run("lintnews")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Passed" in done.stdout


@needs_pre_commit
def test_only_changed_articles_are_linted(site):
    folder, run = site
    (folder / "old.txt").write_text(DAMAGED)
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "old", "--no-verify")
    (folder / "new.txt").write_text(CLEAN)
    assert run("lintnews").returncode == 0
    assert run("lintnews", "--all-files").returncode == 1


@needs_pre_commit
def test_other_files_are_not_handed_over(site):
    folder, run = site
    (folder / "a.py").write_text('"""Share on WhatsApp"""\n')
    done = run("lintnews")
    assert done.returncode == 0
    assert "no files to check" in done.stdout


@needs_pre_commit
def test_what_the_configuration_excludes_passes(site):
    folder, run = site
    (folder / "drafts").mkdir()
    (folder / "drafts/a.txt").write_text(DAMAGED)
    (folder / ".lintnews.yaml").write_text("exclude: [drafts/]\n")
    done = run("lintnews")
    assert done.returncode == 0, done.stdout + done.stderr


@needs_pre_commit
def test_the_second_hook_makes_the_safe_fixes(site):
    folder, run = site
    (folder / "a.txt").write_text(DAMAGED)
    done = run("lintnews-fix")
    assert done.returncode == 1
    assert "files were modified by this hook" in done.stdout
    assert (folder / "a.txt").read_text() == DAMAGED.partition("\n\n")[2]
    assert run("lintnews-fix").returncode == 0


def test_the_hooks_say_what_they_take():
    hooks = {h["id"]: h for h in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())}
    assert set(hooks) == {"lintnews", "lintnews-fix"}
    for hook in hooks.values():
        assert hook["language"] == "python"
        assert hook["require_serial"] is True
        assert set(hook["types_or"]) >= {"markdown", "html", "plain-text"}

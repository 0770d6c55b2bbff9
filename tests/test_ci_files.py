"""The action for GitHub and the template for GitLab, with their scripts run."""

from __future__ import annotations

import json
import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parent.parent
ACTION = yaml.safe_load((ROOT / "action.yml").read_text())
GITLAB = yaml.safe_load((ROOT / "ci/gitlab.yml").read_text())["lintnews"]
DAMAGED = "Share on WhatsApp\n\nThe minister spoke in the capital on Monday.\n"
CLEAN = "The minister spoke in the capital on Monday, and nobody disagreed.\n"
needs_bash = pytest.mark.skipif(shutil.which("bash") is None, reason="needs bash")


@pytest.fixture
def commands(tmp_path) -> Path:
    """Return a folder whose `lintnews` and `python` are those of this environment."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for name, command in (("lintnews", "-m lintnews"), ("python", "")):
        path = folder / name
        path.write_text(f'#!/bin/sh\nexec "{sys.executable}" {command} "$@"\n')
        path.chmod(0o755)
    return folder


@pytest.fixture
def site(tmp_path) -> Path:
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "a b.txt").write_text(DAMAGED)
    (folder / "clean.txt").write_text(CLEAN)
    (folder / "-dash.txt").write_text(CLEAN)
    return folder


def run(script: list[str], site: Path, commands: Path, **environment: str):
    return subprocess.run(
        script, cwd=site, capture_output=True, text=True, check=False,
        env={**os.environ, "PATH": f"{commands}{os.pathsep}{os.environ['PATH']}", **environment},
    )  # fmt: skip


def github(site: Path, commands: Path, **environment: str):
    return run(["bash", str(ROOT / "ci/github.sh")], site, commands, **environment)


@needs_bash
def test_the_action_annotates_findings(site, commands, tmp_path):
    summary = tmp_path / "summary.md"
    done = github(
        site, commands, LINTNEWS_PATHS="a b.txt\nclean.txt\n", GITHUB_STEP_SUMMARY=str(summary)
    )
    assert done.returncode == 1, done.stderr
    assert done.stdout.startswith("::error ")
    assert "file=a b.txt,line=1" in done.stdout
    assert "chrome/share-on-network" in summary.read_text()


@needs_bash
def test_the_action_passes_clean_articles(site, commands):
    done = github(site, commands, LINTNEWS_PATHS="clean.txt")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@needs_bash
def test_the_action_takes_options_and_writes_sarif(site, commands):
    done = github(
        site, commands,
        LINTNEWS_ARGS="--ignore=chrome/share-on-network\n\n--fail-on=warning", LINTNEWS_SARIF="out.sarif",
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    assert json.loads((site / "out.sarif").read_text())["version"] == "2.1.0"


@needs_bash
@pytest.mark.parametrize(
    "hostile", ["$(touch owned)", "`touch owned`", "; touch owned", "--fix", "-dash.txt"]
)
def test_no_input_of_the_action_runs_as_a_command(site, commands, hostile):
    github(site, commands, LINTNEWS_PATHS=hostile)
    assert not (site / "owned").exists()
    assert (site / "a b.txt").read_text() == DAMAGED


def test_the_action_hands_over_its_inputs_as_environment():
    step = ACTION["runs"]["steps"][-1]
    assert ACTION["runs"]["using"] == "composite"
    assert "${{" not in step["run"]
    used = " ".join(step["env"].values())
    assert all(f"inputs.{name}" in used for name in ("paths", "args", "sarif"))
    assert (ROOT / "ci/github.sh").is_file()


@needs_bash
def test_the_script_of_the_gitlab_template_writes_a_report(site, commands):
    install, lint = GITLAB["script"]
    assert "pip install" in install
    variables = {k: v for k, v in GITLAB["variables"].items() if k != "LINTNEWS_CACHE_DIR"}
    done = run(["bash", "-c", lint], site, commands, **variables)
    assert done.returncode == 1, done.stderr
    report = json.loads((site / "gl-code-quality-report.json").read_text())
    assert report[0]["check_name"] == "chrome/share-on-network"
    assert shlex.split(lint)[0] == "lintnews"
    assert GITLAB["artifacts"]["reports"]["codequality"] == "gl-code-quality-report.json"


@needs_bash
@pytest.mark.parametrize("script", [".ci/run", "ci/github.sh"])
def test_scripts_are_bash(script):
    subprocess.run(["bash", "-n", str(ROOT / script)], check=True)

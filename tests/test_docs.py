"""The pages: commands that work, rules that exist, links that lead somewhere, nothing out of date."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from lintnews.catalog import all_rules
from lintnews.config import FORMATS
from lintnews.findings import CATEGORIES

ROOT = Path(__file__).resolve().parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
README = (ROOT / "README.md").read_text("utf-8")
SET_UP = re.findall(r"^python -m pip install .*$", README, re.M)
CHANGELOG = (ROOT / "CHANGELOG.md").read_text("utf-8")


def code(text: str, *languages: str) -> list[str]:
    return [
        m[2] for m in re.finditer(r"^```(\w+)\n(.*?)^```$", text, re.S | re.M) if m[1] in languages
    ]


def test_the_generated_pages_are_up_to_date():
    done = subprocess.run(
        [sys.executable, "docs/generate.py", "--check"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_readme_has_two_set_up_commands():
    assert len(SET_UP) == 2
    assert SET_UP[0].startswith("python -m pip install . && lintnews check fixtures/articles/")
    assert SET_UP[1] == "python -m pip install -e '.[dev]' && python tests/run.py"


def test_the_readme_lints_an_article_of_the_project_and_shows_its_output():
    command = SET_UP[0].partition(" && ")[2].split()
    assert (ROOT / command[-1]).is_file()
    assert f"fixtures/articles/{Path(command[-1]).name} -->\n```text\n{command[-1]}:" in README


def test_ci_runs_exactly_the_test_command_of_the_readme():
    script = ROOT / ".ci/run"
    assert SET_UP[1] in script.read_text().splitlines()
    assert script.read_text().splitlines()[-1] == SET_UP[1]
    assert script.stat().st_mode & 0o111


def test_the_readme_says_that_the_articles_are_invented():
    assert "invented" in README


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_links_lead_somewhere(page: Path):
    for target in re.findall(r"\]\(([^)\s]+)\)", page.read_text("utf-8")):
        if not target.startswith(("http", "#", "mailto:")):
            assert (page.parent / target.partition("#")[0]).exists(), target


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_rules_that_a_page_names_exist(page: Path):
    known = {rule.id for rule in all_rules()} | {"chrome/newsletter-row"}
    named = re.findall(rf"`((?:{'|'.join(CATEGORIES)})/[a-z0-9-]+)`", page.read_text("utf-8"))
    blocks = "".join(code(page.read_text("utf-8"), "yaml", "sh", "html"))
    named += re.findall(rf"\b((?:{'|'.join(CATEGORIES)})/[a-z0-9-]+)\b", blocks)
    assert sorted(set(named) - known) == []


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_yaml_of_a_page_is_yaml(page: Path):
    for block in code(page.read_text("utf-8"), "yaml"):
        yaml.safe_load(block)


def test_the_configuration_of_the_readme_is_read(tmp_path):
    from lintnews.config import read_config
    from lintnews.linter import Linter

    (block,) = [b for b in code(README, "yaml") if b.startswith("fail-on:")]
    (tmp_path / ".lintnews.yaml").write_text(block)
    (tmp_path / "names.txt").write_text("Zelmira Quastenborg\n")
    assert Linter(read_config(tmp_path / ".lintnews.yaml"))


def test_the_examples_of_the_configuration_page_are_read(tmp_path):
    from lintnews.config import read_config
    from lintnews.linter import Linter

    page = (ROOT / "docs/configuration.md").read_text("utf-8")
    examples = re.findall(r"^\| `([a-z-]+)` .*?`(\1: [^`]+)`", page, re.M)
    assert len(examples) >= 20
    for key, example in examples:
        path = tmp_path / ".lintnews.yaml"
        path.write_text(example.replace("\\|", "|"))
        config = read_config(path)
        if key in ("select", "ignore", "rules"):
            Linter(config)


def test_the_python_example_of_the_readme_runs(capsys):
    (example,) = code(README, "python")
    exec(compile(example, "README.md", "exec"), {})
    assert "name/misspelled" in capsys.readouterr().out


def test_the_rule_of_the_pack_guide_passes_its_own_test(cli, tmp_path):
    guide = (ROOT / "docs/packs.md").read_text("utf-8")
    (rule,) = [b for b in code(guide, "yaml") if "newsletter-row" in b]
    (tmp_path / "house/chrome").mkdir(parents=True)
    (tmp_path / "house/chrome/row.yaml").write_text(rule)
    names = [b for b in code(guide, "yaml") if "Hezbollah" in b]
    (tmp_path / "house/names").mkdir()
    (tmp_path / "house/names/ours.yaml").write_text(names[0])
    ran = cli("packs", "test", "house")
    assert (ran.status, ran.out) == (0, "1 rules, 2 examples, 0 failed\n"), ran.err


def test_every_format_is_described():
    page = (ROOT / "docs/formats.md").read_text("utf-8")
    assert {name for name in FORMATS if f"| `{name}` |" in page} == set(FORMATS)


def test_every_key_of_the_json_lines_is_described(cli, tmp_path):
    page = (ROOT / "docs/formats.md").read_text("utf-8")
    shutil.copy(ROOT / "fixtures/articles/he-war-north.txt", tmp_path / "a.txt")
    ran = cli("check", "a.txt", "nowhere", "--format", "jsonl", "--show-confirmed")
    for item in map(json.loads, ran.out.splitlines()):
        section = page.partition(f"### {item['type']}\n")[2].partition("###")[0]
        for key in item:
            assert f"`{key}`" in section or key in ("schema", "type"), (item["type"], key)


def test_the_changelog_keeps_its_form():
    assert CHANGELOG.startswith("# Changelog\n")
    assert "## [Unreleased]" in CHANGELOG
    assert "### Alarms" in CHANGELOG


def test_the_licence_is_whole():
    licence = (ROOT / "LICENSE").read_text()
    assert "Version 2.0, January 2004" in licence
    assert "END OF TERMS AND CONDITIONS" in licence
    notice = (ROOT / "NOTICE").read_text()
    for whose in ("SCOWL", "Wolf Garbe", "OpenSanctions", "Kevin Atkinson"):
        assert whose in notice


def test_the_project_speaks_of_itself_alone():
    """No page and no module names a folder of somebody's machine."""
    private = re.compile(r"(?<![\w.])/(?:work|root|opt/lint|home/\w+)/|/tmp/(?!\.)")
    for path in [*ROOT.glob("lintnews/**/*.py"), *ROOT.glob("rules/**/*.yaml"), *PAGES]:
        found = private.search(path.read_text("utf-8"))
        assert found is None, f"{path}: {found and found.group()}"

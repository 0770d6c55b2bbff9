"""The command line as a user meets it: exit statuses, streams, options, help."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from lintnews import __version__
from lintnews.config import Config
from lintnews.findings import SCHEMA

# One certain finding (error), one likely (warning).
ERROR = "Share on WhatsApp"
ARTICLE = f"{ERROR}\n\nThe minister spoke in the capital on Monday.\n"
CLEAN = "The minister spoke in the capital on Monday, and nobody disagreed.\n"


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(ARTICLE)
    return path


@pytest.fixture
def clean(tmp_path):
    path = tmp_path / "clean.txt"
    path.write_text(CLEAN)
    return path


def test_clean_text_is_status_zero(cli, clean):
    ran = cli("check", clean)
    assert (ran.status, ran.out, ran.err) == (0, "nothing found in 1 file\n", "")


def test_a_finding_is_status_one_and_told_with_place_and_rule(cli, article):
    ran = cli("check", "a.txt")
    assert ran.status == 1
    assert ran.out.splitlines()[0].startswith("a.txt:1:1: error chrome/share-on-network: ")
    assert ran.out.splitlines()[-1] == "1 error in 1 file"


def test_without_a_path_the_folder_is_linted(cli, article, clean):
    assert "1 error in 2 files" in cli("check").out


def test_standard_input_is_linted_under_the_name_it_is_given(cli):
    ran = cli(
        "check", "-", "--stdin-filename", "x/b.md", "--format", "jsonl", stdin=ARTICLE.encode()
    )
    assert ran.status == 1
    assert ran.findings()[0]["path"] == "x/b.md"


def test_standard_input_alone_is_a_text_file(cli):
    ran = cli("check", "-", "--format", "jsonl", stdin=CLEAN.encode())
    assert (ran.status, len(ran.lines())) == (0, 1)


@pytest.mark.parametrize(
    ("arguments", "status", "shown"),
    [
        (["--fail-on", "error"], 0, 1),
        (["--fail-on", "warning"], 1, 1),
        (["--severity", "error"], 0, 0),
        (["--severity", "error", "--fail-on", "warning"], 1, 0),
        (["--ignore", "chrome"], 0, 0),
        (["--ignore", "chrome/share-on-network,garble"], 0, 0),
        (["--select", "name"], 0, 0),
        (["--select", "name,chrome"], 0, 1),
        (["--select", "name", "--select", "chrome/share-on-network"], 0, 1),
    ],
)
def test_what_is_shown_and_what_fails_are_two_things(
    cli, article, tmp_path, arguments, status, shown
):
    (tmp_path / ".lintnews.yaml").write_text("rules: {chrome/share-on-network: warning}\n")
    ran = cli("check", article, "--format", "jsonl", *arguments)
    assert ran.status == status
    assert len(ran.findings()) == shown


def test_options_come_before_the_configuration(cli, article, tmp_path):
    (tmp_path / ".lintnews.yaml").write_text("format: json\nselect: name\n")
    assert cli("check", article).status == 0
    ran = cli("check", article, "--select", "chrome", "--format", "jsonl")
    assert len(ran.findings()) == 1


def test_isolated_looks_at_no_configuration(cli, article, tmp_path):
    (tmp_path / ".lintnews.yaml").write_text("nonsense: 1\n")
    assert cli("check", article).status == 2
    assert cli("check", article, "--isolated").status == 1


def test_a_named_configuration_replaces_the_search(cli, article, tmp_path):
    (tmp_path / ".lintnews.yaml").write_text("nonsense: 1\n")
    (tmp_path / "other.yaml").write_text("ignore: chrome\n")
    assert cli("check", article, "--config", "other.yaml").status == 0


def test_exclude_and_force_exclude(cli, article, clean):
    assert cli("check", ".", "--exclude", "a.txt").status == 0
    assert cli("check", "a.txt", "--exclude", "a.txt").status == 1
    assert cli("check", "a.txt", "clean.txt", "--exclude", "a.txt", "--force-exclude").status == 0


def test_pre_commit_may_hand_over_only_excluded_files(cli, article):
    """Nothing is left to lint, and that is no mistake of the user."""
    ran = cli("check", "a.txt", "--exclude", "a.txt", "--force-exclude")
    assert (ran.status, ran.err) == (0, "")


def test_no_suppressions_shows_what_comments_hide(cli, tmp_path):
    (tmp_path / "a.txt").write_text("<!-- lintnews: ignore -->\n" + ARTICLE)
    assert cli("check", "a.txt").status == 0
    assert cli("check", "a.txt", "--no-suppressions").status == 1


def test_statistics_end_with_counts_by_rule(cli, article, tmp_path):
    (tmp_path / "b.txt").write_text(ARTICLE)
    assert "     2  chrome/share-on-network\n" in cli("check", "--statistics").err


def test_quiet_is_one_line_a_finding(cli, article):
    assert cli("check", article, "--quiet").out.count("\n") == 1


def test_verbose_names_the_configuration(cli, article, tmp_path):
    (tmp_path / ".lintnews.yaml").touch()
    assert f"configuration: {tmp_path / '.lintnews.yaml'}" in cli("check", article, "-v").err


def test_output_goes_to_a_file_in_one_piece(cli, article, tmp_path):
    ran = cli("check", article, "--format", "jsonl", "--output", "out.jsonl")
    assert (ran.status, ran.out) == (1, "")
    lines = (tmp_path / "out.jsonl").read_text().splitlines()
    assert json.loads(lines[-1])["type"] == "summary"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.txt", "out.jsonl"]


def test_a_pack_of_ones_own_is_added(cli, clean, pack):
    pack(
        "- id: tried\n  kind: text\n  pattern: 'minister'\n  severity: error\n"
        "  message: m\n  flags: [minister]\n  keeps: [x]\n"
    )
    ran = cli("check", clean, "--pack", "pack", "--format", "jsonl")
    assert [f["rule"] for f in ran.findings()] == ["chrome/tried"]


def test_names_of_ones_own_are_added(cli, tmp_path):
    (tmp_path / "names.txt").write_text("# ours\nZelmira Quastenborg\n")
    text = "Prime Minister Zelmira Quastenburg spoke. Zelmira Quastenburg left."
    (tmp_path / "a.txt").write_text(text)
    ran = cli("check", "a.txt", "--names", "names.txt", "--format", "jsonl", "--select", "name")
    assert {s for f in ran.findings() for s in f["suggestions"]} == {"Zelmira Quastenborg"}


def test_rules_lists_every_rule(cli):
    ran = cli("rules")
    assert ran.status == 0
    assert any(line.startswith("name/misspelled ") for line in ran.out.splitlines())
    listed = json.loads(cli("rules", "--format", "json").out)
    assert len(listed) == ran.out.count("\n") > 300
    assert {"id", "category", "severity", "pack", "fixable", "safe", "summary"} <= set(listed[0])
    assert [r["id"] for r in listed] == sorted(r["id"] for r in listed)


def test_explain_tells_what_why_and_examples(cli):
    ran = cli("explain", "name/misspelled")
    assert ran.status == 0
    assert ran.out.startswith("name/misspelled\n===============\n")
    ran = cli("explain", "chrome/share-on-network")
    assert "Flags:" in ran.out
    assert "Keeps:" in ran.out


def test_explain_names_near_rules(cli):
    ran = cli("explain", "mispelled")
    assert ran.status == 2
    assert "name/misspelled" in ran.err


def test_a_new_pack_passes_its_own_test(cli):
    assert cli("packs", "new", "house").status == 0
    ran = cli("packs", "test", "house")
    assert (ran.status, ran.out) == (0, "1 rules, 2 examples, 0 failed\n")
    assert cli("packs", "show", "house").out.endswith("example.yaml: chrome, 1 rules\n")
    assert cli("packs", "new", "house").status == 2


def test_a_rule_that_breaks_its_promise_is_named(cli, pack):
    folder = pack(
        "- id: tried\n  kind: text\n  pattern: 'minister'\n  severity: error\n"
        "  message: m\n  flags: [president]\n  keeps: [the minister]\n"
    )
    ran = cli("packs", "test", folder)
    assert ran.status == 1
    assert "rules.yaml:1: chrome/tried: does not flag 'president'" in ran.err
    assert "rules.yaml:1: chrome/tried: flags 'minister' in 'the minister'" in ran.err
    assert ran.out == "1 rules, 2 examples, 2 failed\n"


def test_init_writes_a_configuration_that_works(cli, clean, tmp_path):
    ran = cli("init")
    assert ran.status == 0
    assert "- id: lintnews" in ran.out
    assert cli("check", clean).status == 0
    assert cli("init").status == 2


def test_version(cli):
    assert cli("--version").out == f"lintnews {__version__}\n"


@pytest.mark.parametrize("command", [[], ["check"], ["explain"], ["rules"], ["packs"], ["init"]])
def test_help_teaches(cli, command):
    ran = cli(*command, "--help")
    assert ran.status == 0
    assert len(ran.out.splitlines()) >= 6
    assert all(len(line) <= 110 for line in ran.out.splitlines())


def test_the_main_help_has_examples_and_exit_statuses(cli):
    said = cli("--help").out
    assert "lintnews check articles/" in said
    assert "exit status: 0 nothing at or above --fail-on" in said


def test_the_module_runs_like_the_command(article):
    done = subprocess.run(
        [sys.executable, "-m", "lintnews", "check", article.name, "--format", "jsonl"],
        cwd=article.parent, capture_output=True, check=False,
    )  # fmt: skip
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 1
    assert [line["type"] for line in lines] == ["finding", "summary"]
    assert lines[0]["schema"] == SCHEMA
    assert b"\r" not in done.stdout


def test_colours_only_when_asked_for(article):
    def out(**environment: str) -> str:
        import os

        keep = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "FORCE_COLOR")}
        return subprocess.run(
            [sys.executable, "-m", "lintnews", "check", article.name],
            cwd=article.parent, capture_output=True, text=True, check=False,
            env={**keep, **environment},
        ).stdout  # fmt: skip

    assert "\x1b" not in out()
    assert "\x1b[31m" in out(FORCE_COLOR="1")
    assert "\x1b" not in out(FORCE_COLOR="1", NO_COLOR="1")


def test_the_python_interface():
    import lintnews

    found = lintnews.lint_text(ARTICLE)
    assert [(f.rule, f.start, f.end, f.text) for f in found] == [
        ("chrome/share-on-network", 0, len(ERROR), ERROR)
    ]
    assert lintnews.lint_text(ARTICLE, config=Config(ignore=("chrome",))) == []
    linter = lintnews.Linter(Config(ignore=("chrome",)))
    assert linter.check(lintnews.Document.of(ARTICLE)) == []
    with pytest.raises(AttributeError):
        _ = lintnews.nonsense


def test_one_linter_with_the_default_options_serves_every_text(monkeypatch):
    import lintnews
    from lintnews import api

    lintnews.lint_text(ARTICLE)
    monkeypatch.setattr(api, "Linter", lambda *a: pytest.fail("the packs were opened again"))
    assert len(lintnews.lint_text(ARTICLE)) == 1


def test_one_linter_may_serve_many_threads(linter):
    from concurrent.futures import ThreadPoolExecutor

    from lintnews.document import Document

    texts = [ARTICLE, CLEAN] * 20
    with ThreadPoolExecutor(8) as pool:
        counts = list(pool.map(lambda text: len(linter.check(Document.of(text))), texts))
    assert counts == [1, 0] * 20


def test_no_other_rule_tells_what_the_configuration_lets_pass(cli, article, tmp_path):
    for level in ("info", "off"):
        (tmp_path / ".lintnews.yaml").write_text(f"rules: {{chrome/share-on-network: {level}}}\n")
        assert cli("check", article, "--format", "jsonl").findings() == []

"""Bad input: one clear line on standard error, the right exit status, and the rest is linted."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

GOOD = "Share on WhatsApp\n\nThe minister spoke in the capital on Monday.\n"
ALIAS = "a: &a [x]\nb: *a\n"


@pytest.fixture
def good(tmp_path) -> Path:
    """Return an article with one certain finding, which must be reported whatever else fails."""
    path = tmp_path / "good.txt"
    path.write_text(GOOD)
    return path


@pytest.fixture
def fails(cli):
    """Return a function that runs `check` and asserts status 2, one line, and no traceback."""

    def run(*arguments, good: bool = False, stdin: bytes | None = None) -> str:
        ran = cli("check", *arguments, "--format", "jsonl", stdin=stdin)
        assert ran.status == 2
        assert ran.err.count("\n") == 1, ran.err
        assert ran.err.startswith("lintnews: ")
        assert "Traceback" not in ran.err
        rules = [item["rule"] for item in ran.findings()]
        assert rules == (["chrome/share-on-network"] if good else [])
        return ran.err.removeprefix("lintnews: ").rstrip("\n")

    return run


def test_a_missing_path(fails, good):
    assert fails("nowhere.txt", good, good=True) == "nowhere.txt: no such file or folder"


def test_a_folder_without_articles(fails, tmp_path):
    (tmp_path / "empty").mkdir()
    (tmp_path / "empty/code.py").touch()
    said = fails("empty")
    assert said == "no articles found in empty (looked for .htm .html .markdown .md .txt)"


def test_a_binary_file(fails, good, tmp_path):
    (tmp_path / "a.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
    assert (
        fails("a.txt", good, good=True)
        == "a.txt: binary file, not text (a null byte near the start)"
    )


def test_invalid_utf8(fails, good, tmp_path):
    (tmp_path / "a.txt").write_bytes(b"fine\ncaf\xe9 not\n")
    said = fails("a.txt", good, good=True)
    assert said == "a.txt:2: not UTF-8: invalid byte at offset 8; save the file as UTF-8"


def test_an_unreadable_file(fails, good, tmp_path, monkeypatch):
    path = tmp_path / "a.txt"
    path.write_text(GOOD)
    path.chmod(0)
    if os.access(path, os.R_OK):  # root reads everything
        real = open

        def refuse(name, *rest, **named):
            if str(name).endswith("a.txt"):
                raise PermissionError(13, "Permission denied")
            return real(name, *rest, **named)

        monkeypatch.setattr("builtins.open", refuse)
    assert fails("a.txt", good, "--no-cache", "--jobs", "1", good=True) == (
        "a.txt: cannot be read: Permission denied"
    )


@pytest.mark.skipif(sys.platform == "win32", reason="needs symbolic links")
def test_a_link_to_itself(fails, good, tmp_path):
    (tmp_path / "a.txt").symlink_to("a.txt")
    said = fails("a.txt", good, good=True)
    assert said.startswith("a.txt: ")


def test_a_file_that_vanishes_between_listing_and_reading(fails, good, tmp_path, monkeypatch):
    path = tmp_path / "a.txt"
    path.write_text(GOOD)
    real = open

    def vanish(name, *rest, **named):
        if str(name).endswith("a.txt"):
            path.unlink(missing_ok=True)
        return real(name, *rest, **named)

    monkeypatch.setattr("builtins.open", vanish)
    said = fails(".", "--jobs", "1", "--no-cache", good=True)
    assert said == "a.txt: cannot be read: No such file or directory"


def test_a_folder_named_like_an_article_is_searched(cli, tmp_path):
    (tmp_path / "a.txt").mkdir()
    (tmp_path / "a.txt/b.txt").write_text(GOOD)
    ran = cli("check", "a.txt", "--format", "jsonl")
    assert (ran.status, [f["path"] for f in ran.findings()]) == (1, ["a.txt/b.txt"])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("- id: x\n  kind: [\n", "pack/chrome/rules.yaml:3: broken YAML: "),
        ("- id: x\n", "pack/chrome/rules.yaml:1: a rule needs the key 'kind'"),
        (ALIAS, "pack/chrome/rules.yaml:2: YAML aliases are not allowed here"),
    ],
)
def test_a_broken_pack(fails, good, pack, text, said):
    pack(text)
    assert fails(good, "--pack", "pack").startswith(said)


def test_a_missing_pack(fails, good):
    assert fails(good, "--pack", "nowhere") == "nowhere: no such pack folder"


def test_a_missing_list_of_names(fails, good):
    assert fails(good, "--names", "nowhere.txt") == (
        "nowhere.txt: cannot be read: No such file or directory"
    )


def test_a_broken_list_of_names(fails, good, tmp_path):
    (tmp_path / "names.yaml").write_text("- {name: A B}\n- {nmae: C D}\n")
    assert fails(good, "--names", "names.yaml").startswith("names.yaml:2: ")


def test_a_broken_configuration(fails, good, tmp_path):
    (tmp_path / ".lintnews.yaml").write_text("lang: en\nfail_on: error\n")
    said = fails(good)
    assert said.endswith(".lintnews.yaml:2: unknown key 'fail_on'; did you mean 'fail-on'?")


def test_a_broken_configuration_costs_only_the_files_below_it(fails, good, tmp_path):
    (tmp_path / "desk").mkdir()
    (tmp_path / "desk/a.txt").write_text(GOOD)
    (tmp_path / "desk/.lintnews.yaml").write_text("nonsense: 1\n")
    said = fails(good, "desk/a.txt", good=True)
    assert said.startswith("desk/a.txt: ")
    assert said.endswith("desk/.lintnews.yaml:1: unknown key 'nonsense'")


def test_a_named_configuration_that_is_missing(fails, good):
    assert fails(good, "--config", "nowhere.yaml") == (
        "nowhere.yaml: cannot be read: No such file or directory"
    )


@pytest.mark.parametrize("option", ["--select", "--ignore"])
def test_an_unknown_rule_names_the_nearest_one(fails, good, option):
    said = fails(good, option, "name/mispelled")
    assert said == "unknown rule 'name/mispelled'; did you mean 'name/misspelled'?"


def test_an_unknown_category_names_the_nearest_one(fails, good):
    assert fails(good, "--select", "crome") == "unknown rule 'crome'; did you mean 'chrome'?"


@pytest.mark.parametrize("content", [b"", b"\n", b" \r\n\t\r\n", b"\xef\xbb\xbf", b"\xff\xfe"])
def test_an_empty_file_is_an_article_without_findings(cli, tmp_path, content):
    (tmp_path / "a.txt").write_bytes(content)
    ran = cli("check", "a.txt", "--format", "jsonl")
    assert (ran.status, ran.err, ran.findings()) == (0, "", [])


def test_a_file_of_twenty_megabytes_on_one_line(fails, good, tmp_path):
    (tmp_path / "a.txt").write_bytes(b"The minister said so. " * 1_000_000)
    since = time.perf_counter()
    said = fails("a.txt", good, good=True)
    assert said == "a.txt:1: one paragraph of 22.0 million characters: not an article"
    assert time.perf_counter() - since < 20


def test_a_file_of_twenty_megabytes_without_a_space(fails, tmp_path):
    (tmp_path / "a.txt").write_bytes(b"a" * 20_000_000)
    assert "not an article" in fails("a.txt")


@pytest.mark.parametrize(
    "unit", ["“", "(", "<", "&", ". ", "A.", "'", "-", "\u0301", "Ab ", "1:", "…"]
)
def test_hostile_lines_end_soon(cli, tmp_path, unit):
    text = unit * (60_000 // len(unit)) + "\n"
    (tmp_path / "a.txt").write_text(text, "utf-8")
    since = time.perf_counter()
    ran = cli("check", "a.txt", "--format", "jsonl", "--jobs", "1")
    assert time.perf_counter() - since < 20
    assert ran.status in (0, 1)
    assert "Traceback" not in ran.err


def test_several_at_once(cli, good, tmp_path):
    (tmp_path / "binary.txt").write_bytes(b"\0\1\2")
    (tmp_path / "latin.txt").write_bytes(b"caf\xe9\n")
    (tmp_path / "more.txt").write_text(GOOD)
    ran = cli("check", "binary.txt", "nowhere", "latin.txt", good, "more.txt", "--format", "jsonl")
    assert ran.status == 2
    assert ran.err.count("\n") == 3
    assert [f["path"] for f in ran.findings()] == [str(good), "more.txt"]
    errors = [item for item in ran.lines() if item["type"] == "error"]
    assert [item["path"] for item in errors] == ["binary.txt", "nowhere", "latin.txt"]
    assert errors[2]["line"] == 1
    summary = ran.lines()[-1]
    assert (summary["files"], summary["failed"], summary["errors"]) == (5, 3, 2)


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", "--no-such-option"],
        ["check", "--format", "pdf", "good.txt"],
        ["check", "--severity", "loud", "good.txt"],
        ["check", "--jobs", "many", "good.txt"],
        ["check", "-", "good.txt"],
        ["check", "good.txt", "--exclude", "!", "."],
        ["explain"],
        ["explain", "nonsense"],
        ["packs"],
        ["packs", "test", "nowhere"],
        ["nonsense"],
        [],
    ],
)
def test_a_wrong_call_is_status_two_without_a_traceback(cli, good, arguments):
    ran = cli(*arguments)
    assert ran.status == 2
    assert "Traceback" not in ran.err
    assert "lintnews" in ran.err


def test_output_into_a_folder_that_is_missing(fails, good):
    said = fails(good, "--output", "nowhere/report.jsonl")
    assert said == "nowhere/report.jsonl: cannot be written: No such file or directory"


def test_a_path_with_control_characters_is_shown_harmless(cli):
    ran = cli("check", "a\x1b[31m\nb.txt")
    assert ran.status == 2
    assert ran.err == "lintnews: a\\x1b[31m\\x0ab.txt: no such file or folder\n"


def test_binary_standard_input(fails):
    assert fails("-", stdin=b"\0\1") == (
        "stdin.txt: binary file, not text (a null byte near the start)"
    )


@pytest.mark.skipif(sys.platform == "win32", reason="pipes are those of POSIX")
def test_a_reader_that_goes_away_is_no_error(tmp_path):
    (tmp_path / "a.txt").write_text(GOOD * 300)
    command = f'"{sys.executable}" -m lintnews check a.txt --format jsonl | head -1'
    done = subprocess.run(
        command, shell=True, cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.stdout.count("\n") == 1
    assert done.stderr == ""


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs /dev/full")
def test_a_full_disk_under_standard_output_is_told(tmp_path):
    (tmp_path / "a.txt").write_text(GOOD)
    with open("/dev/full", "w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "lintnews", "check", "a.txt"],
            cwd=tmp_path, stdout=full, stderr=subprocess.PIPE, text=True, check=False,
        )  # fmt: skip
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert "No space left on device" in done.stderr

"""A baseline accepts what is there today and reports what is new."""

from __future__ import annotations

import json

BODY = "The minister spoke in the capital on Monday, and nobody disagreed with him."
FOOTER = "Share on WhatsApp"


def write(tmp_path, *lines):
    (tmp_path / "a.txt").write_text("\n\n".join(lines) + "\n")


def test_accepted_findings_are_left_out_even_after_they_moved(cli, tmp_path):
    write(tmp_path, BODY, FOOTER)
    ran = cli("check", "a.txt", "--baseline", "b.json", "--write-baseline")
    assert ran.status == 0
    assert "1 findings accepted in b.json" in ran.err
    write(tmp_path, "A first paragraph that is new, and right as well.", BODY, BODY + " ", FOOTER)
    ran = cli("check", "a.txt", "--baseline", "b.json")
    assert ran.status == 0
    assert "1 in the baseline" in ran.out


def test_a_second_occurrence_is_new(cli, tmp_path):
    write(tmp_path, BODY, FOOTER)
    cli("check", "a.txt", "--baseline", "b.json", "--write-baseline")
    write(tmp_path, BODY, FOOTER, BODY[:-1] + " at all.", FOOTER)
    ran = cli("check", "a.txt", "--baseline", "b.json", "--format", "jsonl", "--select", "chrome")
    assert len(ran.findings()) == 1


def test_files_that_were_not_linted_keep_their_entries(cli, tmp_path):
    write(tmp_path, BODY, FOOTER)
    (tmp_path / "other.txt").write_text(f"{BODY}\n\n{FOOTER}\n")
    cli("check", ".", "--baseline", "b.json", "--write-baseline")
    write(tmp_path, BODY)
    cli("check", "a.txt", "--baseline", "b.json", "--write-baseline")
    assert list(json.loads((tmp_path / "b.json").read_text())["files"]) == ["other.txt"]


def test_a_missing_baseline_is_a_mistake(cli, tmp_path):
    write(tmp_path, BODY)
    ran = cli("check", "a.txt", "--baseline", "none.json")
    assert (ran.status, "--write-baseline" in ran.err) == (2, True)


def test_a_broken_baseline_is_one_line(cli, tmp_path):
    write(tmp_path, BODY)
    (tmp_path / "b.json").write_text('{"files": 3}')
    ran = cli("check", "a.txt", "--baseline", "b.json")
    assert ran.status == 2
    assert len(ran.err.splitlines()) == 1


def test_configuration_may_name_the_baseline(cli, tmp_path):
    write(tmp_path, BODY, FOOTER)
    cli("check", "a.txt", "--baseline", "b.json", "--write-baseline")
    (tmp_path / ".lintnews.yaml").write_text("baseline: b.json\n")
    assert cli("check", "a.txt").status == 0

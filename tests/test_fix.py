"""Fixes: which are made, in which order, and what a file keeps."""

from __future__ import annotations

import os
import stat
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lintnews.errors import InputError
from lintnews.findings import Edit, Finding, Fix, Severity
from lintnews.fix import apply, encoded, fix_source, told, write_back
from lintnews.source.article import Source

FOOTER = "Zork footer of the page"
PACK = """
- id: zork
  kind: line
  pattern: 'zork footer'
  severity: error
  message: A zork.
  why: Tests need a fix that stays safe.
  fix: delete-line
  safe: true
  flags: ["Zork footer"]
  keeps: ["The footer of a zork."]
"""
BODY = "The minister spoke in the capital on Monday, and nobody disagreed with him."


@pytest.fixture(autouse=True)
def safe_rule(pack, tmp_path):
    """Every run of this module knows a rule whose fix is safe."""
    pack(PACK)
    (tmp_path / ".lintnews.yaml").write_text("packs: [pack]\n")


def finding(start, end, new, *, rule="garble/x", sure=0.96, safe=True, level=Severity.ERROR):
    return Finding(
        path="a.txt", rule=rule, severity=level, confidence=sure, message="m", start=start, end=end,
        line=1, column=start + 1, end_line=1, end_column=end + 1, text="", shown="",
        fix=Fix((Edit(start, end, new),), safe),
    )  # fmt: skip


def test_edits_are_made_from_the_original_offsets():
    text, made, left = apply(
        Source("a", "one two three"), [finding(0, 3, "1"), finding(8, 13, "3")]
    )
    assert (text, made, left) == ("1 two 3", 2, [])


def test_of_two_fixes_that_overlap_the_surer_one_is_made_and_the_other_reported():
    doubtful = finding(0, 7, "X", rule="garble/weak", sure=0.8)
    sure = finding(4, 7, "2", rule="garble/strong", sure=0.99)
    text, made, left = apply(Source("a", "one two three"), [doubtful, sure])
    assert (text, made) == ("one 2 three", 1)
    assert told(left) == [
        "a fix of garble/weak was not made: it overlaps the fix of garble/strong, which is surer"
    ]


def test_the_same_edit_asked_for_twice_is_made_once():
    text, made, left = apply(
        Source("a", "aa bb"), [finding(0, 3, ""), finding(0, 3, "", rule="b/c")]
    )
    assert (text, made, left) == ("bb", 2, [])


def test_two_insertions_at_one_place_are_not_both_made():
    text, made, left = apply(Source("a", "ab"), [finding(1, 1, "x"), finding(1, 1, "y", sure=0.5)])
    assert (text, made, len(left)) == ("axb", 1, 1)


def test_a_fix_of_several_edits_is_made_whole_or_not_at_all():
    double = finding(0, 1, "A")
    double = Finding(**{**{f: getattr(double, f) for f in double.__struct_fields__},
                        "fix": Fix((Edit(0, 1, "A"), Edit(4, 5, "E")), True), "confidence": 0.5})  # fmt: skip
    text, made, left = apply(Source("a", "abcde"), [double, finding(3, 5, "Z")])
    assert (text, made, len(left)) == ("abcZ", 1, 1)


def test_line_ends_of_an_edit_follow_the_file():
    text, _, _ = apply(Source("a", "one two\r\nthree"), [finding(3, 4, "\n\n")])
    assert text == "one\r\n\r\ntwo\r\nthree"


def test_what_the_encoding_cannot_hold_is_not_written():
    text, made, left = apply(Source("a", 'say "no"', "iso-8859-1"), [finding(4, 5, "“")])
    assert (text, made) == ('say "no"', 0)
    assert "cannot be written in the file's encoding" in left[0].reason


def test_edits_outside_the_file_are_refused():
    text, made, left = apply(Source("a", "short"), [finding(3, 99, "x")])
    assert (text, made, left[0].reason) == ("short", 0, "its place is outside the file")


@given(
    st.text(min_size=1),
    st.lists(st.tuples(st.integers(0, 30), st.integers(0, 6), st.text(max_size=3)), max_size=8),
)
def test_characters_outside_the_edits_stay(text, places):
    found = [finding(a, min(a + n, len(text)), new) for a, n, new in places if a <= len(text)]
    result, _, _ = apply(Source("a", text), found)
    touched = {i for f in found for i in range(f.start, f.end)}
    untouched = [c for i, c in enumerate(text) if i not in touched]
    rest = iter(result)
    assert all(c in rest for c in untouched)


def test_fixes_that_undo_each_other_stop():
    def lint(source):
        return [finding(0, 1, "b" if source.text[0] == "a" else "a")]

    source = Source("a", "a!")
    fixed = fix_source(source, lint(source), lint, unsafe=False, least=Severity.INFO)
    assert fixed.text == "b!"
    assert fixed.left[0].reason == "these fixes undo each other"


def test_a_fix_that_would_break_the_file_is_taken_back():
    def lint(source):
        raise InputError("broken JSON", "a.json")

    source = Source("a.json", '{"body": "x"}')
    fixed = fix_source(source, [finding(10, 11, '"')], lint, unsafe=False, least=Severity.INFO)
    assert fixed.text == source.text
    assert "would break the file" in fixed.left[0].reason


def test_unsafe_fixes_wait_to_be_asked_for():
    source = Source("a", "x")
    found = [finding(0, 1, "y", safe=False, rule="name/misspelled")]
    assert fix_source(source, found, lambda s: [], False, Severity.INFO).text == "x"
    assert fix_source(source, found, lambda s: [], True, Severity.INFO).text == "y"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_a_fixed_file_keeps_mark_encoding_line_ends_and_mode(cli, tmp_path, encoding, newline):
    path = tmp_path / "a.txt"
    before = newline.join(["A headline", "", BODY, "", FOOTER, "", BODY + " ", ""]).encode(encoding)
    path.write_bytes(before)
    path.chmod(0o640)
    ran = cli("check", "--fix", "--select", "chrome/zork", path)
    after = path.read_bytes()
    assert ran.status == 0, ran
    assert after == newline.join(["A headline", "", BODY, "", BODY + " ", ""]).encode(encoding)
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert sorted(p.name for p in tmp_path.iterdir()) == [".lintnews.yaml", "a.txt", "pack"]


def test_the_exit_status_says_what_remains(cli, tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(f"{BODY}\n\n{FOOTER}\n")
    assert cli("check", path).status == 1
    assert cli("check", "--fix", path).status == 0
    assert FOOTER not in path.read_text()


def test_a_name_is_not_changed_without_unsafe_fixes(cli, tmp_path):
    path = tmp_path / "a.txt"
    text = "Israeli Defense Minister Yov Galante said on Monday that the army would stay.\n"
    path.write_text(text)
    assert "name/misspelled" in cli("check", "--fix", path).out
    assert path.read_text() == text
    assert "1 fixed" in cli("check", "--fix", "--unsafe-fixes", path).out
    assert "Yoav Gallant" in path.read_text()


def test_unsafe_fixes_alone_changes_nothing_and_says_so(cli, tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(f"{FOOTER}\n\n{BODY}\n")
    ran = cli("check", "--unsafe-fixes", path)
    assert "changes nothing without --fix" in ran.err
    assert FOOTER in path.read_text()


def test_diff_shows_what_patch_can_apply_and_writes_nothing(cli, tmp_path):
    path = tmp_path / "a.txt"
    text = f"{BODY}\n\n{FOOTER}\n\n{BODY}\n"
    path.write_text(text)
    ran = cli("check", "--diff", "a.txt")
    assert ran.status == 1
    assert ran.out.startswith("--- a/a.txt\n+++ b/a.txt\n@@ ")
    assert f"-{FOOTER}\n" in ran.out
    assert path.read_text() == text
    subprocess.run(["patch", "-p1", "-s"], input=ran.out.encode(), check=True, cwd=tmp_path)
    assert FOOTER not in path.read_text()


def test_standard_input_is_fixed_to_standard_output(cli):
    ran = cli("check", "-", "--fix", stdin=f"{BODY}\n\n{FOOTER}\n".encode())
    assert ran.out.strip() == BODY
    assert ran.status == 0


def test_standard_input_that_cannot_be_read_comes_out_as_it_was(cli):
    ran = cli("check", "-", "--fix", stdin=b"abc\xff def")
    assert ran.status == 2
    assert ran.out.startswith("abc")


def test_a_link_stays_a_link(cli, tmp_path):
    real = tmp_path / "real.txt"
    real.write_text(f"{BODY}\n\n{FOOTER}\n")
    link = tmp_path / "link.txt"
    link.symlink_to(real)
    assert cli("check", "--fix", link).status == 0
    assert link.is_symlink()
    assert FOOTER not in real.read_text()


def test_a_read_only_file_is_not_fixed_and_its_findings_are_told(cli, tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(f"{BODY}\n\n{FOOTER}\n")
    path.chmod(0o444)
    ran = cli("check", "--fix", path)
    assert ran.status == 2
    assert "is read-only" in ran.err
    assert "chrome/" in ran.out
    assert FOOTER in path.read_text()


def test_a_file_that_changed_meanwhile_is_not_overwritten(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"newer")
    with pytest.raises(InputError, match="changed while it was linted"):
        write_back(str(path), b"older", b"fixed")
    assert path.read_bytes() == b"newer"


def test_a_text_that_would_not_come_back_is_refused():
    with pytest.raises(InputError, match="without loss"):
        encoded(Source("a", "a", "utf-8"), b"\x00", "b")


def test_baselined_findings_are_not_fixed(cli, tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(f"{BODY}\n\n{FOOTER}\n")
    assert cli("check", path, "--write-baseline", "--baseline", "b.json").status == 0
    assert cli("check", path, "--fix", "--baseline", "b.json").status == 0
    assert FOOTER in path.read_text()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_named_pipe_is_refused_instead_of_waited_for(cli, tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    ran = cli("check", "pipe.txt")
    assert ran.status == 2
    assert "is not a regular file" in ran.err


@pytest.mark.skipif(sys.platform == "win32", reason="needs a terminal of Unix")
def test_a_difference_on_a_terminal_has_colours(cli, tmp_path, monkeypatch):
    (tmp_path / "a.txt").write_text(f"{BODY}\n\n{FOOTER}\n")
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert f"\x1b[31m-{FOOTER}\x1b[0m\n" in cli("check", "--diff", "a.txt").out

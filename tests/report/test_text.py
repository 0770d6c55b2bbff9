"""The report for people: carets under the exact characters, nothing that acts on a terminal."""

from __future__ import annotations

import re
import unicodedata

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lintnews.findings import FileResult, Finding, Severity
from lintnews.report import Options, Summary, open_report
from lintnews.report.escape import visible, width
from lintnews.source.article import Source


def finding(text: str, word: str, **changes: object) -> Finding:
    """Return a finding on the first `word` of `text`."""
    start = text.index(word)
    source = Source("a.txt", text)
    line, column = source.position(start)
    end_line, end_column = source.position(start + len(word))
    made = Finding(
        path="a.txt", rule="name/misspelled", severity=Severity.ERROR, confidence=0.97,
        message="m", start=start, end=start + len(word), line=line, column=column,
        end_line=end_line, end_column=end_column, text=word, shown=word,
    )  # fmt: skip
    return msgspec.structs.replace(made, **changes)


def report(text: str, *findings: Finding, **options: bool) -> str:
    out = open_report("text", Options(**options))
    result = FileResult(path="a.txt", source=text, findings=list(findings))
    return out.begin() + out.file(result)


def marked(block: str) -> str:
    """Return the characters above the carets, by terminal columns."""
    _, line, carets = block.splitlines()[:3]
    columns: list[str] = []
    for char in line:
        size = width(char)
        if size == 0 and columns:
            columns[-1] += char
        columns += [char, ""][:size] if size < 2 else [char, ""]
    first, last = carets.index("^"), carets.rindex("^")
    return "".join(columns[first : last + 1])


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Minister Yov Galante said so.", "Yov Galante"),
        ("習近平 met Yov Galante today.", "Yov Galante"),
        ("He met 習近平 today.", "習近平"),
        ("🚀🚀 Kyiv 🚀", "Kyiv"),
        ("Jose\u0301 met Muller.", "Muller"),
        ("The nin\u0303o\u0301 slept.", "nin\u0303o\u0301"),
        ("a\tb\tKyiv\tc", "Kyiv"),
        ("zero\u200bwidth\u200d Kyiv", "Kyiv"),
        ("\ufeffKyiv", "Kyiv"),
        ("one\r\ntwo Kyiv\r\n", "Kyiv"),
        ("x" * 300 + " Kyiv " + "y" * 300, "Kyiv"),
        ("漢" * 300 + " Kyiv " + "漢" * 300, "Kyiv"),
    ],
)
def test_carets_stand_under_the_exact_characters(text, word):
    assert marked(report(text, finding(text, word))) == word


def test_a_long_line_is_cut_around_the_finding():
    text = "x" * 300 + " Kyiv " + "y" * 300
    line = report(text, finding(text, "Kyiv")).splitlines()[1]
    assert line.startswith("    1 | …")
    assert line.endswith("…")
    assert len(line) < 110


def test_a_finding_over_several_lines_shows_the_first():
    text = "one two\nthree four"
    block = report(text, finding(text, "two\nthree")).splitlines()
    assert block[1] == "    1 | one two"
    assert block[2] == "      |     ^^^"


def test_suggestion_and_evidence_have_their_lines():
    text = "Yov Galante said"
    block = report(
        text, finding(text, "Yov Galante", suggestions=("Yoav Gallant", ""), evidence=("a", "b"))
    )
    assert "      = suggestion: Yoav Gallant | (remove)\n" in block
    assert "      = evidence: a; b\n" in block


def test_quiet_leaves_one_line():
    text = "Yov Galante said"
    quiet = report(text, finding(text, "Yov", evidence=("x",)), quiet=True)
    assert quiet == "a.txt:1:1: error name/misspelled: m\n"


@pytest.mark.parametrize(
    "hostile",
    [
        "\x1b[31mred",
        "\x1b]0;title\x07",
        "\x9b2J",
        "a\u202eb",
        "a\u2066b",
        "bell\x07",
        "a\rb",
        "a\nb",
        "\x00",
    ],
)
def test_nothing_that_acts_on_a_terminal_is_sent(hostile):
    text = f"Before {hostile} after"
    made = finding(
        text, "after", message=hostile, path=hostile, suggestions=(hostile,), evidence=(hostile,)
    )
    out = report(text, made)
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", out)
    assert out.count("\n") == 5


def test_colours_wrap_only_what_is_ours():
    text = "Yov said"
    out = report(text, finding(text, "Yov"), color=True)
    assert "\x1b[31merror\x1b[0m" in out
    assert "\x1b[31m^^^\x1b[0m" in out
    assert re.sub(r"\x1b\[\d+m", "", out) == report(text, finding(text, "Yov"))


@pytest.mark.parametrize(
    ("summary", "line"),
    [
        (Summary(files=1), "nothing found in 1 file\n"),
        (Summary(files=2, errors=1, warnings=2), "1 error, 2 warnings in 2 files\n"),
        (Summary(files=2, infos=1, suppressed=3), "1 note in 2 files; 3 suppressed\n"),
        (Summary(files=3, failed=1), "nothing found in 3 files; 1 could not be linted\n"),
    ],
)
def test_the_last_line_counts(summary, line):
    assert open_report("text").end(summary) == line


@given(st.text())
def test_visible_text_is_one_harmless_line(text: str):
    shown = visible(text)
    assert len(shown.splitlines()) <= 1
    assert all(unicodedata.category(c) not in ("Cc", "Cs") or c == "\t" for c in shown)


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=60), st.data())
def test_any_article_can_be_shown(text: str, data: st.DataObject):
    if not text:
        return
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    source = Source("a.txt", text)
    line, column = source.position(start)
    end_line, end_column = source.position(end)
    made = msgspec.structs.replace(
        finding("x", "x"), start=start, end=end, line=line, column=column, end_line=end_line,
        end_column=end_column, text=text[start:end], shown=text[start:end],
    )  # fmt: skip
    block = report(text, made)
    assert "^" in block
    assert block.count("\n") == 3

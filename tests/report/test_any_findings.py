"""Any findings, texts and paths at all: no format fails, and each gives what its readers can read."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lintnews.config import FORMATS
from lintnews.findings import (
    CATEGORIES,
    Confirmed,
    Edit,
    FileResult,
    Finding,
    Fix,
    Notice,
    Rule,
    Severity,
)
from lintnews.report import Options, Summary, open_report
from lintnews.source.article import Source

TESTS = Path(__file__).parent.parent
# What breaks out of some format, between any characters, halves of surrogates included.
PIECES = st.sampled_from([
    "<script>", "</script>", "<img src=x onerror=y>", "]]>", "<!--", "-->", "&amp;", "&#0;", '"', "'",
    "\\", "\r\n", "\n", "\x00", "\x1b[31m", "\x7f", "\x85", "\u2028", "\u202e", "\ufffe", "\ud800",
    "::error::", "%0A", "|", "`", "{{ 7*7 }}", "{% x %}", "javascript:", "data-x=", "é", "🚀", " ", "a",
])  # fmt: skip
TEXT = st.one_of(
    st.lists(PIECES, max_size=8).map("".join),
    st.text(st.characters(), max_size=12),
)
WORDS = st.lists(TEXT, max_size=3).map(tuple)
# Elements and attributes of the page that only its template may write.
ALLOWED = re.compile(r"[a-z][a-z0-9]*$")


@st.composite
def findings(draw: st.DrawFn, source: Source) -> Finding:
    text = source.text
    start = draw(st.integers(0, len(text) - 1))
    end = draw(st.integers(start + 1, len(text)))
    line, column = source.position(start)
    end_line, end_column = source.position(end)
    places = st.integers(0, len(text))
    spans = draw(st.lists(st.tuples(places, places, TEXT), min_size=1, max_size=2))
    edits = tuple(Edit(min(a, b), max(a, b), new) for a, b, new in spans)
    category = draw(st.sampled_from(CATEGORIES))
    return Finding(
        path=source.path, rule=f"{category}/{draw(st.sampled_from(['x', 'y-z', 'a1']))}",
        severity=draw(st.sampled_from(Severity)), confidence=draw(st.floats(0, 1)),
        message=draw(TEXT), start=start, end=end, line=line, column=column, end_line=end_line,
        end_column=end_column, text=text[start:end], shown=draw(TEXT), suggestions=draw(WORDS),
        evidence=draw(WORDS), fix=draw(st.sampled_from([None, Fix(edits), Fix(edits, True)])),
        fingerprint=draw(st.text("0123456789abcdef", min_size=16, max_size=16)),
        cluster=draw(st.one_of(st.none(), TEXT)), record=draw(st.one_of(st.none(), TEXT)),
    )  # fmt: skip


@st.composite
def results(draw: st.DrawFn) -> FileResult:
    source = Source(draw(TEXT), draw(TEXT) + draw(TEXT) + "x")
    size = len(source.text)
    names = draw(st.lists(st.integers(0, size - 1), max_size=2, unique=True))
    found = draw(st.lists(findings(source), max_size=4))
    return FileResult(
        path=source.path, source=source.text,
        findings=sorted(found, key=lambda f: (f.start, f.end, f.rule)),
        confirmed=[Confirmed(at, at + 1, source.text[at], draw(TEXT)) for at in sorted(names)],
        notices=[Notice(text) for text in draw(WORDS)],
        error=draw(st.one_of(st.none(), TEXT)),
        error_line=draw(st.one_of(st.none(), st.integers(1, 9))),
        suppressed=draw(st.integers(0, 3)),
    )  # fmt: skip


def written(name: str, found: list[FileResult], said: str) -> str:
    def describe(names: Any) -> dict[str, Rule]:
        return {
            rule: Rule(id=rule, severity=Severity.ERROR, confidence=0.9, summary=said, why=said,
                       flags=(said,), keeps=(said,))
            for rule in names
        }  # fmt: skip

    report = open_report(name, Options(describe=describe))
    summary = Summary()
    out = [report.begin()]
    for result in found:
        summary.add(result)
        out.append(report.file(result))
    return "".join([*out, report.end(summary)])


@cache
def validator(name: str) -> Any:
    if name == "sarif":
        path = TESTS / "data" / "sarif-2.1.0-rtm.5.json"
        return jsonschema.Draft4Validator(json.loads(path.read_text("utf-8")))
    path = TESTS.parent / "docs" / "schema" / "finding-1.json"
    return jsonschema.Draft202012Validator(json.loads(path.read_text("utf-8")))


def is_text(out: str, found: list[FileResult]) -> None:
    assert not re.search(
        "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", out
    )


def is_jsonl(out: str, found: list[FileResult]) -> None:
    lines = [json.loads(line) for line in out.splitlines()]
    for line in lines:
        assert [error.message for error in validator("jsonl").iter_errors(line)] == []
    assert [line["type"] for line in lines].count("finding") == sum(len(r.findings) for r in found)
    assert lines[-1]["type"] == "summary"


def is_json(out: str, found: list[FileResult]) -> None:
    assert len(json.loads(out)["findings"]) == sum(len(r.findings) for r in found)


def is_sarif(out: str, found: list[FileResult]) -> None:
    whole = json.loads(out)
    assert [error.message[:200] for error in validator("sarif").iter_errors(whole)] == []
    assert len(whole["runs"][0]["results"]) == sum(len(r.findings) for r in found)


def is_github(out: str, found: list[FileResult]) -> None:
    # As the runner reads them: lines end at LF or CRLF, and at CR in its log.
    for line in re.split(r"\r\n|\r|\n", out):
        assert not line or re.match(r"::(error|warning|notice) ", line)


def is_gitlab(out: str, found: list[FileResult]) -> None:
    issues = json.loads(out)
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)


def is_rdjson(out: str, found: list[FileResult]) -> None:
    wanted = sum(len(r.findings) + (r.error is not None) for r in found)
    assert len(json.loads(out)["diagnostics"]) == wanted


def is_junit(out: str, found: list[FileResult]) -> None:
    root = ElementTree.fromstring(out.encode())
    assert {e.tag for e in root.iter()} <= {
        "testsuites", "testsuite", "testcase", "failure", "error", "system-out", "skipped",
    }  # fmt: skip
    assert len(list(root.iter("failure"))) == sum(len(r.findings) for r in found)


def is_checkstyle(out: str, found: list[FileResult]) -> None:
    root = ElementTree.fromstring(out.encode())
    assert {e.tag for e in root.iter()} <= {"checkstyle", "file", "error"}


class Page(HTMLParser):
    """The shape of a page: its elements with the names of their attributes, scripts, handlers."""

    def __init__(self, text: str):
        super().__init__()
        self.shape: set[tuple[str, tuple[str, ...]]] = set()
        self.links: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.shape.add((tag, tuple(sorted(name for name, _ in attrs))))
        self.links += [value or "" for name, value in attrs if name in ("href", "src", "action")]

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment in the page: {data!r}")


@cache
def plain_shape() -> frozenset[tuple[str, tuple[str, ...]]]:
    """Return what the template itself writes: the shapes of a page of harmless words."""
    finding = Finding(
        path="a.txt", rule="name/x", severity=Severity.ERROR, confidence=0.9, message="m", start=0,
        end=3, line=1, column=1, end_line=1, end_column=4, text="one", shown="one",
        suggestions=("s",), evidence=("e",), fix=Fix((Edit(0, 3, "s"),)), record="r", cluster="c",
    )  # fmt: skip
    shapes: set[tuple[str, tuple[str, ...]]] = set()
    for result in (
        FileResult(path="a.txt", source="one two", findings=[finding],
                   confirmed=[Confirmed(4, 7, "two", "two")], notices=[Notice("n")]),
        FileResult(path="a.txt", error="e", error_line=1), FileResult(path="a.txt", source="x"),
    ):  # fmt: skip
        shapes |= Page(written("html", [result], "w")).shape
    return frozenset(shapes)


def is_html(out: str, found: list[FileResult]) -> None:
    page = Page(out)
    tags = {tag for tag, _ in plain_shape()}
    names = {name for _, attrs in plain_shape() for name in attrs}
    for tag, attrs in page.shape:
        assert tag in tags, tag
        assert set(attrs) <= names, (tag, attrs)
        assert ALLOWED.match(tag)
    assert all(link.startswith("#") for link in page.links)
    assert out.count("<script>") == out.count("</script>") == 1
    out.encode()


READABLE: dict[str, Callable[[str, list[FileResult]], None]] = {
    "text": is_text, "jsonl": is_jsonl, "json": is_json, "sarif": is_sarif, "github": is_github,
    "gitlab": is_gitlab, "junit": is_junit, "checkstyle": is_checkstyle, "rdjson": is_rdjson,
    "html": is_html,
}  # fmt: skip


def test_every_format_has_a_reader_here():
    assert set(READABLE) == set(FORMATS)


@pytest.fixture(scope="module", autouse=True)
def no_step_summary():
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("GITHUB_STEP_SUMMARY", raising=False)
        yield


@pytest.mark.parametrize("name", FORMATS)
@settings(max_examples=60)
@given(found=st.lists(results(), max_size=2), said=TEXT)
def test_any_findings_make_a_report_that_can_be_read(name, found, said):
    out = written(name, found, said)
    READABLE[name](out, found)


@settings(max_examples=60)
@given(found=results())
def test_the_article_stands_in_the_page_as_text(found):
    page = written("html", [found], "")
    shown = re.sub(r"<[^>]*>", "", page)
    if found.findings or found.confirmed:
        for word in re.findall(r"[a-zé🚀]+", found.source):
            assert word in shown

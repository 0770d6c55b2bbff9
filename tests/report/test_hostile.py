"""Every format holds what articles, packs and paths may contain."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lintnews.config import FORMATS
from lintnews.findings import Confirmed, Edit, FileResult, Finding, Fix, Notice, Severity
from lintnews.report import Summary, open_report

HOSTILE = [
    "<script>alert(1)</script>", "</title><img src=x onerror=alert(1)>", "]]>", "&amp;&#0;", "\"'`",
    "%0A::error::owned", "\n::error file=x::owned", "\r\n", "\x00\x01\x1b[31m", "\u202e\u2066",
    "\ud800", "\ufffe\uffff", "🚀漢", "a|b", "{{7*7}}{% raw %}", "\\", "\u2028</script>",
]  # fmt: skip
JSON = ("json", "sarif", "gitlab", "rdjson")
XML = ("junit", "checkstyle")


def result_of(text: str) -> FileResult:
    """Return a result in which every text that can be hostile is."""
    finding = Finding(
        path=f"a{text}.txt", rule="chrome/hostile", severity=Severity.WARNING, confidence=0.9,
        message=text, start=0, end=max(len(text), 1), line=1, column=1, end_line=1,
        end_column=max(len(text), 1) + 1, text=text, shown=text, suggestions=(text, ""),
        evidence=(text,), fix=Fix((Edit(0, 1, text),), safe=True), fingerprint="f", cluster=text,
        record=text,
    )  # fmt: skip
    return FileResult(
        path=finding.path, source=text or "x", findings=[finding],
        confirmed=[Confirmed(0, 1, text, text)], notices=[Notice(text)], error=text, error_line=1,
    )  # fmt: skip


def written(name: str, result: FileResult) -> str:
    summary = Summary()
    summary.add(result)
    report = open_report(name)
    return report.begin() + report.file(result) + report.end(summary)


def assert_holds(name: str, text: str) -> None:
    out = written(name, result_of(text))
    out.encode("utf-8", "replace")
    if name in JSON:
        json.loads(out)
    elif name == "jsonl":
        lines = [json.loads(line) for line in out.splitlines()]
        assert [line["type"] for line in lines][0::5] == ["finding"] or lines[-1][
            "type"
        ] == "summary"
    elif name in XML:
        ET.fromstring(out.encode("utf-8"))
    elif name == "github":
        assert all(
            re.match(r"::(error|warning|notice) ", line) for line in out.splitlines() if line
        )
        assert len(out.splitlines()) <= 3
    elif name == "html":
        assert "<script>alert" not in out
        assert "onerror=alert(1)>" not in re.sub(r"&[lg]t;", "", out) or "<img src=x" not in out
        assert "49" not in re.findall(r"\{\{7\*7\}\}|>49<", out)
    else:
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", out)


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_stays_text(name, text, monkeypatch):
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    assert_holds(name, text)


@pytest.mark.parametrize("name", FORMATS)
@settings(max_examples=25)
@given(text=st.text(max_size=30))
def test_any_text_stays_text(name, text):
    assert_holds(name, text)


def test_lines_of_jsonl_are_lines_whatever_the_text():
    out = written("jsonl", result_of("a\u2028b\u2029c\x85d\ne"))
    assert out.count("\n") == 5
    assert json.loads(out.split("\n")[0])["text"] == "a\u2028b\u2029c\x85d\ne"


def test_json_is_the_lines_sorted_by_type():
    result = result_of("x")
    whole = json.loads(written("json", result))
    lines = [json.loads(line) for line in written("jsonl", result).splitlines()]
    by_type = {
        "findings": "finding",
        "errors": "error",
        "notices": "notice",
        "confirmed": "confirmed",
    }
    for key, kind in by_type.items():
        assert whole[key] == [line for line in lines if line["type"] == kind]
    assert whole["summary"] == lines[-1]
    assert whole["schema"] == lines[0]["schema"] == 1


def test_a_finding_without_extras_leaves_their_keys_out():
    result = result_of("x")
    bare = msgspec.structs.replace(result.findings[0], fix=None, cluster=None, record=None)
    line = json.loads(written("jsonl", FileResult(path="a", findings=[bare])).splitlines()[0])
    assert {"fix", "cluster", "record"}.isdisjoint(line)


@pytest.mark.parametrize("name", FORMATS)
def test_an_empty_run_is_a_whole_report(name):
    report = open_report(name)
    out = report.begin() + report.end(Summary())
    if name in JSON:
        json.loads(out)
    elif name in XML:
        ET.fromstring(out.encode())

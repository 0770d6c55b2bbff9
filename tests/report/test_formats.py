"""Every format: what it says, and that nothing in an article, pack or path can break it."""

from __future__ import annotations

import json
import os
import re
import sys
from pathlib import Path
from xml.etree import ElementTree

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

sys.path.insert(0, os.path.dirname(__file__))
import hostile

from lintnews.cli.outputs import parse_formats
from lintnews.config import FORMATS
from lintnews.errors import UsageError
from lintnews.findings import FileResult, Rule, Severity
from lintnews.report import Options, Summary, open_report

DATA = Path(__file__).parent.parent / "data"
RULES = {
    name: Rule(id=name, severity=Severity.ERROR, confidence=0.96, summary=hostile.EVIL,
               why=hostile.EVIL, flags=(hostile.EVIL,), keeps=(hostile.EVIL,))
    for name in ("garble/evil", "chrome/evil")
}  # fmt: skip


def written(name: str, *results: FileResult) -> str:
    report = open_report(name, Options(describe=lambda rules: RULES))
    summary = Summary()
    out = [report.begin()]
    for result in results:
        summary.add(result)
        out.append(report.file(result))
    return "".join([*out, report.end(summary)])


def hostile_report(name: str) -> str:
    return written(name, hostile.result(), hostile.failed())


@pytest.mark.parametrize(
    "name", [f for f in FORMATS if f not in ("jsonl", "json", "sarif", "gitlab", "rdjson")]
)
def test_no_acting_character_leaves_a_report(name):
    text = hostile_report(name)
    acting = re.findall("[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069]", text)
    assert not acting


@pytest.mark.parametrize("name", ["json", "sarif", "gitlab", "rdjson"])
def test_json_formats_are_json(name):
    assert json.loads(hostile_report(name))


@pytest.mark.parametrize("name", ["junit", "checkstyle"])
def test_xml_formats_are_xml(name):
    root = ElementTree.fromstring(hostile_report(name))
    assert "script" not in {element.tag for element in root.iter()}


@pytest.mark.parametrize("name", FORMATS)
def test_a_report_of_nothing_is_whole(name):
    text = written(name)
    if name in ("json", "sarif", "gitlab", "rdjson"):
        json.loads(text)
    elif name in ("junit", "checkstyle"):
        ElementTree.fromstring(text)


@given(st.text(), st.text())
def test_any_text_is_written_by_every_format(message, path):
    source = message + " end"
    found = hostile.finding(source, 0, len(source), message=message, path=path, text=source, shown=source,
                            suggestions=(message,), evidence=(message,))  # fmt: skip
    result = FileResult(path=path, source=source, findings=[found])
    for name in FORMATS:
        text = written(name, result)
        text.encode("utf-8", "replace")
        if name in ("json", "sarif", "gitlab", "rdjson"):
            json.loads(text)
        elif name in ("junit", "checkstyle"):
            ElementTree.fromstring(text.encode("utf-8", "replace"))


def sarif_errors(text: str) -> list[str]:
    schema = json.loads((DATA / "sarif-2.1.0-rtm.5.json").read_text("utf-8"))
    errors = jsonschema.Draft4Validator(schema).iter_errors(json.loads(text))
    return [f"{list(error.path)}: {error.message[:200]}" for error in errors]


def test_sarif_obeys_the_official_schema():
    assert sarif_errors(hostile_report("sarif")) == []
    assert sarif_errors(written("sarif")) == []


def test_sarif_of_a_real_run_obeys_the_schema_and_explains_its_rules(cli, tmp_path):
    (tmp_path / "a b.txt").write_text("Share on WhatsApp\n\nHe stood in the in the rain.\n")
    cli("check", "a b.txt", "--format", "sarif:out.sarif")
    text = (tmp_path / "out.sarif").read_text()
    assert sarif_errors(text) == []
    run = json.loads(text)["runs"][0]
    result = run["results"][0]
    rule = run["tool"]["driver"]["rules"][result["ruleIndex"]]
    assert rule["id"] == result["ruleId"]
    assert len(rule["help"]["text"]) > 20
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "a%20b.txt"
    assert place["region"]["snippet"]["text"] == "Share on WhatsApp"
    assert result["partialFingerprints"]["lintnews/v1"]


def test_sarif_tells_that_a_file_was_not_linted():
    run = json.loads(written("sarif", hostile.failed()))["runs"][0]
    assert run["invocations"][0]["executionSuccessful"] is False


def test_a_workflow_command_is_one_line_that_nothing_can_leave():
    lines = hostile_report("github").splitlines()
    assert len(lines) == 4
    for line in lines:
        assert re.match(r"::(error|warning|notice) file=[^:,]+,line=\d+,[^:]*::", line)
        assert line.startswith("::")


def test_github_gets_a_summary_without_markup(tmp_path, monkeypatch):
    target = tmp_path / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(target))
    hostile_report("github")
    text = target.read_text("utf-8")
    assert text.startswith("### lintnews: 1 errors, 1 warnings, 1 notes in 2 files\n")
    rows = [line for line in text.splitlines() if line.startswith("| ")]
    assert len(rows) == 5
    assert all(row.count("|") == 5 for row in rows)
    assert "<script" not in text
    assert "](javascript" not in text
    assert "@everyone" not in text


def test_gitlab_fingerprints_are_unique():
    same = hostile.result()
    same.findings = [same.findings[0], same.findings[0]]
    issues = json.loads(written("gitlab", same))
    assert len({issue["fingerprint"] for issue in issues}) == 2
    assert issues[0]["severity"] == "major"


def test_rdjson_columns_count_bytes():
    source = "Kyjiv žluťoučký kůň"
    found = hostile.finding(source, 6, 15, message="m", evidence=())
    report = json.loads(written("rdjson", FileResult(path="a", source=source, findings=[found])))
    place = report["diagnostics"][0]["location"]["range"]
    assert place == {"start": {"line": 1, "column": 7}, "end": {"line": 1, "column": 20}}


def test_junit_counts_failures_and_errors():
    root = ElementTree.fromstring(hostile_report("junit"))
    assert (root.get("tests"), root.get("failures"), root.get("errors")) == ("4", "3", "1")


def test_several_reports_in_one_run(cli, tmp_path):
    (tmp_path / "a.txt").write_text("Share on WhatsApp\n")
    ran = cli(
        "check", "a.txt", "--format", "text", "--format", "json:j.json", "--format", "html=h.html"
    )
    assert ran.status == 1
    assert "chrome/" in ran.out
    assert json.loads((tmp_path / "j.json").read_text())["findings"]
    assert (tmp_path / "h.html").read_text().startswith("<!DOCTYPE html>")


def test_a_report_in_the_linted_folder_is_not_an_article(cli, tmp_path):
    (tmp_path / "a.txt").write_text("Share on WhatsApp\n")
    for _ in range(2):
        cli("check", ".", "--format", "html:report.html")
        cli("check", ".", "--format", "jsonl:out.txt")
    lines = (tmp_path / "out.txt").read_text().splitlines()
    assert {json.loads(line).get("path") for line in lines[:-1]} <= {"a.txt", "report.html"}


@pytest.mark.parametrize(
    ("formats", "output", "reason"),
    [
        (["sarrif"], None, "did you mean 'sarif'"),
        (["text", "json"], None, "only one format fits"),
        (["json:"], None, "no file after"),
        (["json:a", "html:./a"], None, "written to one file"),
        (["json:a"], "b", "names its own file already"),
    ],
)
def test_formats_that_cannot_be_are_refused(formats, output, reason):
    with pytest.raises(UsageError, match=reason):
        parse_formats(formats, output)


def test_a_windows_path_may_be_a_report_file():
    assert parse_formats([r"html:C:\out\a.html"], None) == [("html", r"C:\out\a.html")]


SCHEMA = Path(__file__).parent.parent.parent / "docs" / "schema" / "finding-1.json"


def test_json_lines_obey_their_published_schema(cli, tmp_path):
    schema = json.loads(SCHEMA.read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    (tmp_path / "a.txt").write_text("Share on WhatsApp\n\nHe stood in the in the rain.\n")
    (tmp_path / "b.txt").write_bytes(b"\xff")
    (tmp_path / "c.txt").write_text("Der Minister sprach am Montag in der Hauptstadt. " * 30)
    lines = cli("check", ".", "--format", "jsonl", "--show-confirmed").out.splitlines()
    lines += written("jsonl", hostile.result(), hostile.failed()).splitlines()
    kinds = set()
    for line in lines:
        item = json.loads(line)
        kinds.add(item["type"])
        assert [e.message for e in validator.iter_errors(item)] == []
    assert kinds == {"finding", "error", "notice", "confirmed", "summary"}

"""The HTML report in a real browser: marks, keyboard, filter, print, and an attack on it."""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, os.path.dirname(__file__))
import hostile

from lintnews.findings import Confirmed, FileResult, Severity
from lintnews.report import Summary, open_report
from lintnews.report.html import segments

CHROMIUM = (
    shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
)


def page_of(*results: FileResult) -> str:
    report = open_report("html")
    summary = Summary()
    for result in results:
        summary.add(result)
        report.file(result)
    return report.end(summary)


def article() -> FileResult:
    source = "Yov Galante spoke. Joe Biden listened.\n\nin the in the rain\n"
    galante = hostile.finding(
        source, 0, 11, rule="name/misspelled", path="a.txt", message="expected Yoav Gallant",
        suggestions=("Yoav Gallant",), evidence=("title",),
    )  # fmt: skip
    twice = hostile.finding(
        source, 40, 53, rule="garble/repetition", path="a.txt", message="said twice", line=3, column=1,
        severity=Severity.WARNING, suggestions=(), evidence=(), fix=None,
    )  # fmt: skip
    inside = hostile.finding(
        source, 47, 53, rule="style/x", path="a.txt", message="inside", line=3, column=8,
        severity=Severity.INFO, suggestions=(), evidence=(), fix=None,
    )  # fmt: skip
    right = Confirmed(19, 28, "Joe Biden", "Joe Biden")
    return FileResult(
        path="a.txt", source=source, findings=[galante, twice, inside], confirmed=[right]
    )


def test_pieces_join_to_the_text_and_name_the_findings_that_cover_them():
    result = article()
    pieces = list(segments(result.source, result.findings, result.confirmed, 1))
    assert "".join(piece["text"] for piece in pieces) == result.source
    assert [(p["text"], p["numbers"]) for p in pieces if p["numbers"]] == [
        ("Yov Galante", "1"), ("in the ", "2"), ("in the", "2 3"),
    ]  # fmt: skip
    assert [p["text"] for p in pieces if p["name"]] == ["Joe Biden"]


def test_the_page_needs_nothing_from_anywhere():
    text = page_of(article())
    assert not re.findall(r"""(?:src|href)=["'](?!#)""", text)
    assert "default-src &#39;none&#39;" in text


def test_a_clean_run_says_so():
    assert "Nothing found." in page_of(FileResult(path="a.txt", source="x"))


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    if CHROMIUM is None:
        pytest.skip("no Chromium on this machine")
    with playwright.sync_playwright() as driver:
        opened = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture
def show(browser: Any, tmp_path: Path) -> Iterator[Any]:
    """Return a function that opens a report and notes every message and request."""
    pages = []

    def opened(text: str, **options: Any) -> Any:
        path = tmp_path / "report.html"
        path.write_text(text, "utf-8")
        page = browser.new_page(**options)
        page.said, page.asked = [], []
        page.on("console", lambda message: page.said.append(message.text))
        page.on("pageerror", lambda problem: page.said.append(str(problem)))
        page.on("dialog", lambda dialog: page.said.append("dialog"))
        page.on("request", lambda request: page.asked.append(request.url))
        page.goto(path.as_uri())
        pages.append(page)
        return page

    yield opened
    for page in pages:
        page.close()


def test_hover_shows_message_suggestion_and_evidence(show):
    page = show(page_of(article()))
    assert page.locator("#tip").is_hidden()
    page.locator("mark").first.hover()
    said = page.locator("#tip").inner_text()
    for part in ("expected Yoav Gallant", "Yoav Gallant", "evidence: title", "--unsafe-fixes"):
        assert part in said
    assert page.said == []


def test_keyboard_focus_shows_the_same(show):
    page = show(page_of(article()))
    page.locator("mark").first.focus()
    assert "expected Yoav Gallant" in page.locator("#tip").inner_text()
    page.keyboard.press("Escape")
    assert page.locator("#tip").is_hidden()


def test_marks_differ_by_level_and_category_and_confirmed_names_are_green(show):
    page = show(page_of(article()))
    look = (
        "e => [getComputedStyle(e).backgroundColor, getComputedStyle(e).borderBottomStyle].join()"
    )
    looks = [page.locator("mark").nth(i).evaluate(look) for i in range(2)]
    assert len(set(looks)) == 2
    red, green, blue = map(int, re.findall(r"\d+", page.locator("ins").evaluate(
        "e => getComputedStyle(e).color"))[:3])  # fmt: skip
    assert green > red
    assert green > blue


def test_next_and_previous_walk_round_and_count(show):
    page = show(page_of(article()))
    where = page.locator("#where")
    page.click("#next")
    assert where.inner_text() == "1 of 3"
    page.keyboard.press("n")
    assert where.inner_text() == "2 of 3"
    page.click("#previous")
    page.click("#previous")
    assert where.inner_text() == "3 of 3"


def test_the_filter_hides_cards_and_marks(show):
    page = show(page_of(article()))
    page.select_option("#by-category", "garble")
    assert page.locator(".card:visible").count() == 1
    assert "off" in page.locator("mark").first.get_attribute("class")
    assert page.locator("#where").inner_text() == "1 shown"
    page.select_option("#by-category", "")
    page.select_option("#by-severity", "error")
    assert page.locator(".card:visible").inner_text().startswith("1:1")


def test_print_has_no_tools_and_dark_mode_is_dark(show):
    page = show(page_of(article()))
    page.emulate_media(media="print")
    assert page.locator("#tools").is_hidden()
    page.emulate_media(media="screen", color_scheme="dark")
    paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert max(map(int, re.findall(r"\d+", paper)[:3])) < 60


def test_an_attack_in_article_rule_and_path_does_nothing(show):
    page = show(page_of(hostile.result(), hostile.failed()))
    page.locator("mark").first.hover()
    page.click("#next")
    assert page.title().startswith("lintnews: 3 findings")
    assert page.said == []
    assert len(page.asked) == 1
    assert page.locator("img").count() == 0
    assert page.locator("script").count() == 1
    shown = page.locator(".article").inner_text()
    assert "<img src=x onerror=" in shown
    assert "{{ 7*7 }}" in shown
    assert "\\u202e" in shown


def test_the_policy_stops_code_that_would_get_in(show):
    text = page_of(article()).replace("<main>", "<main><script>document.title='owned'</script>"
                                      "<p onclick='document.title=1' style='color:red'>x</p>")  # fmt: skip
    page = show(text)
    assert page.title().startswith("lintnews:")
    assert any("Content Security Policy" in line for line in page.said)

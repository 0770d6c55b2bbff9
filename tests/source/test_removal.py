"""A line of page furniture goes with its element, or it stays: every reader, whole files."""

from __future__ import annotations

import pytest

from lintnews.document import Document
from lintnews.findings import Hit
from lintnews.locate import Locator
from lintnews.packs.hits import delete_line
from lintnews.source.article import Source
from lintnews.source.read import articles


def without_x(name: str, text: str) -> tuple[str, int]:
    """Return the text with every line that shows X removed, and how many could not be."""
    source = Source(name, text)
    edits, left = [], 0
    for article in articles(source):
        document = Document(article, name)
        locator = Locator(document, source)
        for span in document.lines:
            if document.text[span.start : span.end] != "X":
                continue
            hit = Hit(*span, "m", edits=(delete_line(document, span),))
            finding = locator.finding("chrome/x", 3, 1.0, hit)  # type: ignore[arg-type]
            assert finding is not None
            assert finding.shown == "X"
            if finding.fix is None:
                left += 1
            else:
                edits.extend(finding.fix.edits)
    last = len(text)
    for edit in sorted(edits, key=lambda e: -e.start):
        assert edit.end <= last
        last = edit.start
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text, left


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("A\n\nX\n\nB\n", "A\n\nB\n"),
        ("X\n\nA\n\nX\nB\n\nC\n\nX\n\nX\n", "A\n\nB\n\nC\n"),
        ("X\r\n\r\nA\r\n\r\nX\r\n\r\nB\r\n", "A\r\n\r\nB\r\n"),
        ("A\n\nB\n\nX", "A\n\nB\n"),
    ],
)
def test_blank_lines_of_plain_text_collapse(before: str, after: str) -> None:
    assert without_x("a.txt", before) == (after, 0)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("A\n\n# X\n\nB\n", "A\n\nB\n"),
        ("A\n\n**X**\n\nB\n", "A\n\nB\n"),
        ("A\n\nX\n===\n\nB\n", "A\n\nB\n"),
        ("- A\n- X\n- B\n", "- A\n- B\n"),
        ("A\n\n- X\n\nB\n", "A\n\nB\n"),
        ("A\n\n> X\n\nB\n", "A\n\nB\n"),
        ("> # X\n> - A\n\nB\n", "> - A\n\nB\n"),
        ("A\n\nX\n\n```\ncode\n```\n\nX\n\nB\n", "A\n\n```\ncode\n```\n\nB\n"),
        ("---\ntitle: T\n---\n\nX\n\nA\n", "---\ntitle: T\n---\n\nA\n"),
        ("A\n\nX\n\n<!-- lintnews: ignore -->\n\nB\n", "A\n\n<!-- lintnews: ignore -->\n\nB\n"),
    ],
)
def test_markdown_blocks_go_with_their_markers(before: str, after: str) -> None:
    assert without_x("a.md", before) == (after, 0)


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: X\n---\nA\n",
        "| a | b |\n|---|---|\n| X |\n",
        "A\n## X\nB\n",
        "![boat](b.jpg) X\n",
    ],
)
def test_markdown_that_would_break_stays(text: str) -> None:
    after, left = without_x("a.md", text)
    assert after == text
    assert left == 1


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<p>A</p>\n<p class=x><b>X</b></p>\n<p>B</p>", "<p>A</p>\n<p>B</p>"),
        ("<ul>\n  <li>X</li>\n  <li>B</li>\n</ul>", "<ul>\n  <li>B</li>\n</ul>"),
        ("<p>A<br>X<br>B</p>", "<p>A<br>B</p>"),
        ("<p>A<br>X</p>", "<p>A</p>"),
        ("<h1>X</h1><p>B</p>", "<p>B</p>"),
    ],
)
def test_html_elements_go_whole(before: str, after: str) -> None:
    assert without_x("a.html", before) == (after, 0)


@pytest.mark.parametrize(
    "text", ["<ul><li><p>X</p></li></ul>", "<table><tr><td>X</td></tr></table>", "<p>X", "<title>X</title>"]
)  # fmt: skip
def test_html_that_would_leave_an_empty_element_stays(text: str) -> None:
    assert without_x("a.html", text) == (text, 1)


def test_lines_of_json_strings_go_with_their_escapes() -> None:
    text = '{"title": "X", "body": "A\\n\\nX\\n\\nB", "n": 1}'
    assert without_x("a.json", text) == ('{"title": "X", "body": "A\\n\\nB", "n": 1}', 1)


def test_html_in_json_goes_by_the_element() -> None:
    text = '{"title": "t", "body": "<p>A<\\/p>\\n<p>X<\\/p>\\n<p>B<\\/p>"}'
    assert without_x("a.json", text) == ('{"title": "t", "body": "<p>A<\\/p>\\n<p>B<\\/p>"}', 0)


@pytest.mark.parametrize(
    ("name", "text", "new"),
    [
        ("a.json", '{"title": "One", "body": "two"}', '{"title": "A \\"b\\"", "body": "two"}'),
        ("a.html", "<p>One</p>", '<p>A "b"</p>'),
        ("a.html", "<title>One</title>", '<title>A "b"</title>'),
    ],
)
def test_new_text_is_escaped_for_its_file(name: str, text: str, new: str) -> None:
    source = Source(name, text)
    document = Document(next(articles(source)), name)
    from lintnews.findings import Edit

    at = document.text.index("One")
    hit = Hit(at, at + 3, "m", edits=(Edit(at, at + 3, 'A "b"'),))
    finding = Locator(document, source).finding("x/y", 3, 1.0, hit)  # type: ignore[arg-type]
    assert finding is not None
    assert finding.fix is not None
    (edit,) = finding.fix.edits
    assert text[: edit.start] + edit.text + text[edit.end :] == new


def test_an_entity_is_replaced_whole_or_not_at_all() -> None:
    source = Source("a.html", "<p>a &NotEqualTilde; b</p>")
    document = Document(next(articles(source)), "a.html")
    from lintnews.findings import Edit

    at = document.text.index("\u2242")
    hit = Hit(at, at + 1, "m", edits=(Edit(at, at + 1, "x"),))
    finding = Locator(document, source).finding("x/y", 3, 1.0, hit)  # type: ignore[arg-type]
    assert finding is not None
    assert finding.fix is None

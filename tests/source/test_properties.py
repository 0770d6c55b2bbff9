"""Every reader, random files: offsets are exact, and an edit changes nothing else.

Unique words stand between random markup. Each one that a reader shows must map to itself; each
one that is replaced must come back replaced, with every other word as it was. The number of
cases is small by default; LINTNEWS_CASES sets another (10000 before a release).
"""

from __future__ import annotations

import os
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lintnews.errors import InputError
from lintnews.source.article import Article, Source
from lintnews.source.read import articles

CASES = int(os.environ.get("LINTNEWS_CASES", "60"))
WORDS = tuple(f"Word{chr(97 + n // 26)}{chr(97 + n % 26)}x" for n in range(200))
WORD = re.compile(r"Word[a-z]{2}x")

COMMON = (" ", " ", "\n", "\n\n", "\r\n", "\r", "\t", "\u00a0", "\u200b", "\u2028", "e\u0301", "😀",
          "“", "”", ".", ", ", ": ", "—", "&", "<", ">", '"', "'", "\\", "#", "|", "$")  # fmt: skip
MARKDOWN = ("**", "*", "_", "`", "```\n", "~~~\n", "[", "](http://a.b/c)", "]", "![", "\n# ",
            "\n## ", "\n- ", "\n1. ", "\n> ", "\n    ", "\n---\n", "\n===\n", "  \n", "\\\n", "<b>",
            "</b>", "<br>", "<!-- c -->", "\n<div>\n", "\n</div>\n", "&amp;", "&#8212;", "{{< a >}}",
            "{% b %}", "| ", "\n|--|--|\n", "<http://x.y>", "http://x.y", "\n[r]: /u\n", "[r]", "^1")  # fmt: skip
HTML = ("<p>", "</p>", "<p class='a b'>", "<div>", "</div>", "<b>", "</b>", "<a href='x'>", "</a>",
        "<ul><li>", "</li></ul>", "<br>", "<br/>", "<h1>", "</h1>", "<h2>", "</h2>", "<!-- c -->",
        "<script>x()</script>", "<style>p{}</style>", "<img alt='", "'>", "&amp;", "&rsquo;",
        "&#8212;", "&nbsp;", "&bogus;", "&#xZ;", "<![CDATA[", "]]>", "<!doctype html>", "<pre>",
        "</pre>", "<code>", "</code>", "<article>", "</article>", "<table><tr><td>", "</td>", "<",
        "</", "<title>", "</title>", "<figcaption>", "</figcaption>", "<nav>", "</nav>")  # fmt: skip
FRONT = ("title: ", "\nsummary: ", "\ncaption: >\n  ", "\nimage:\n  alt: ", "'", '"', "\n  ",
         "''", '\\"', "\\u201c", "\\n", " # ", "\ntags: [", "]", "\nlead: |\n  ", "- ")  # fmt: skip
ESCAPES = ("\\n", "\\n\\n", '\\"', "\\\\", "\\u201c", "\\ud83d\\ude00", "\\ud83d", "\\/", "\\t",
           " ", ". ", "<p>", "<\\/p>", "<b>", "<\\/b>", "&amp;", "<br>", "“", "😀")  # fmt: skip
XML = ("<item>", "</item>", "<title>", "</title>", "<description>", "</description>", "<link/>",
       "<content:encoded><![CDATA[", "]]></content:encoded>", "&lt;p&gt;", "&lt;/p&gt;", "&amp;amp;",
       "<entry>", "</entry>", "<content type='xhtml'><div>", "</div></content>", " ", "<!-- -->")  # fmt: skip


def files(*fragments: str) -> st.SearchStrategy[str]:
    """Return texts of fragments, with a word that occurs nowhere else between any two."""

    def join(parts: list[str]) -> str:
        return "".join(part + word for part, word in zip(parts, WORDS, strict=False))

    return st.lists(st.sampled_from(fragments), min_size=1, max_size=40).map(join)


def read(name: str, text: str) -> tuple[Source, list[Article]]:
    source = Source(name, text)
    return source, list(articles(source, {"lead": "summary"}))


def shown(found: list[Article]) -> list[str]:
    return [word for article in found for word in WORD.findall(article.view.text)]


def assert_exact(name: str, text: str, least: int = 0) -> None:
    source, found = read(name, text)
    for article in found:
        view = article.view
        for start, end, said in view.pieces():
            assert -1 <= start <= end <= len(text) + 1, (start, end, said)
        for match in WORD.finditer(view.text):
            start, end = view.to_source(*match.span())
            assert source.text[start:end] == match.group()
        for start, end in article.links:
            assert 0 <= start <= end <= len(view.text)
        ends = [part.end for part in article.parts]
        assert ends == sorted(ends)
        assert all(0 <= part.start < part.end <= len(view.text) for part in article.parts)
    words = shown(found)
    assert len(words) >= least
    assert len(set(words)) == len(words)


def assert_editable(name: str, text: str, choice: int) -> None:
    _, found = read(name, text)
    words = shown(found)
    if not words:
        return
    wanted = words[choice % len(words)]
    for article in found:
        at = article.view.text.find(wanted)
        if at < 0:
            continue
        start, end = article.view.to_source(at, at + len(wanted))
        _, again = read(name, text[:start] + "Wordzzx" + text[end:])
        assert shown(again) == ["Wordzzx" if word == wanted else word for word in words]


CHOICE = st.integers(0, 199)


@settings(max_examples=CASES)
@given(files(*COMMON), CHOICE)
def test_plain_text(text: str, choice: int) -> None:
    assert_exact("a.txt", text, least=1)
    assert_editable("a.txt", text, choice)


@settings(max_examples=CASES)
@given(files(*COMMON, *MARKDOWN), CHOICE)
def test_markdown(text: str, choice: int) -> None:
    assert_exact("a.md", text)
    assert_editable("a.md", text, choice)


@settings(max_examples=CASES)
@given(files(*FRONT, *COMMON), files(*MARKDOWN), CHOICE)
def test_front_matter(front: str, body: str, choice: int) -> None:
    later = body.replace("Word", "Wore").replace("Wore", "Ware")
    assert_exact("a.md", f"---\n{front}\n---\n{later}")
    assert_editable("a.md", f"---\n{front}\n---\n{later}", choice)


@settings(max_examples=CASES)
@given(files(*COMMON, *HTML), CHOICE)
def test_html(text: str, choice: int) -> None:
    assert_exact("a.html", text)
    assert_editable("a.html", text, choice)


@settings(max_examples=CASES)
@given(files(*ESCAPES), CHOICE)
def test_json(text: str, choice: int) -> None:
    whole = f'{{"id": 7, "headline": "H", "content": {{"rendered": "{text}"}}, "n": [1.5, null]}}'
    assert_exact("a.json", whole)
    assert_editable("a.json", whole, choice)
    plain = f'{{"title": "H", "body_text": "{text}"}}'
    assert_exact("a.jsonl", plain + "\n\n")
    assert_editable("a.jsonl", plain, choice)


@settings(max_examples=CASES)
@given(files(*XML), CHOICE)
def test_feeds(text: str, choice: int) -> None:
    assert_exact("a.rss", f"<rss><item><title>{text}")
    assert_editable("a.rss", f"<rss><item><title>{text}", choice)


@settings(max_examples=CASES)
@given(st.text(max_size=300), st.sampled_from(["a.md", "a.html", "a.json", "a.jsonl", "a.xml"]))
def test_any_text_at_all_is_read_or_refused(text: str, name: str) -> None:
    try:
        _, found = read(name, text)
    except InputError as problem:
        if problem.line is None or "\n" in str(problem):
            raise
        return
    for article in found:
        for start, end, _ in article.view.pieces():
            assert -1 <= start <= end <= len(text) + 1


@pytest.mark.parametrize("name", ["a.md", "a.html", "a.json", "a.xml"])
def test_a_hundred_levels_are_no_problem(name: str) -> None:
    opening, closing = {
        "a.md": ("> " * 100, ""), "a.html": ("<div>" * 100, "</div>" * 100),
        "a.json": ('{"a":[' * 50, "]}" * 50), "a.xml": ("<item><title>" + "<b>" * 100, ""),
    }[name]  # fmt: skip
    inner = '{"title": "Wordaax", "body": "Wordabx"}' if name == "a.json" else "Wordaax"
    assert_exact(name, opening + inner + closing, least=0 if name == "a.xml" else 1)

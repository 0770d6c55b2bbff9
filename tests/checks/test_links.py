"""Rows of links, known from Markdown and HTML."""

from __future__ import annotations

from lintnews.document import Document
from lintnews.linter import Linter
from lintnews.source.article import Source
from lintnews.source.read import articles

STORY = "The council voted on Monday to close the bridge over the river for at least two years."


def marked(linter: Linter, name: str, text: str) -> list[str]:
    source = Source(name, text)
    document = Document(next(articles(source)), name)
    return [f.shown for f in linter.check(document, source) if f.rule == "chrome/link-list"]


def test_three_lines_of_links_are_a_list_of_the_page(linter: Linter) -> None:
    rows = "".join(f"- [Ferry number {n} is late](/{n})\n" for n in range(3))
    found = marked(linter, "a.md", f"{STORY}\n\n{rows}\n{STORY}\n")
    assert found == ["Ferry number 0 is late", "Ferry number 1 is late", "Ferry number 2 is late"]


def test_a_line_of_three_links_is_a_menu(linter: Linter) -> None:
    text = (
        f'<p>{STORY}</p><p><a href="/a">Port</a> | <a href="/b">Town</a> | <a href="/c">Sea</a></p>'
    )
    assert marked(linter, "a.html", text) == ["Port | Town | Sea"]


def test_links_inside_prose_stay(linter: Linter) -> None:
    text = "The [council](/a) voted on [Monday](/b) to close the [bridge](/c) for two years.\n"
    assert marked(linter, "a.md", text) == []

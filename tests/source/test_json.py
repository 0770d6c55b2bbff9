"""Article JSON: which fields are read, and positions through both layers."""

from __future__ import annotations

import pytest

from lintnews.errors import InputError
from lintnews.source.article import Article, Source
from lintnews.source.read import articles


def read(text: str, fields: dict[str, str] | None = None, name: str = "a.json") -> list[Article]:
    return list(articles(Source(name, text), fields))


def parts(article: Article) -> list[tuple[str, str]]:
    return [(p.kind, " / ".join(article.view.text[p.start : p.end].split("\n\n")))
            for p in article.parts]  # fmt: skip


def test_ninjs_is_read_once_though_it_has_text_and_html() -> None:
    text = (
        '{"uri": "u:1", "headline": "H", "language": "en", "byline": "x", "body_text": "A\\n\\nB",'
        ' "body_html": "<p>A</p><p>B</p>", "associations": {"m": {"description_text": "C"}}}'
    )
    (article,) = read(text)
    assert parts(article) == [("headline", "H"), ("body", "A / B"), ("caption", "C")]
    assert (article.record, article.lang) == ("u:1", "en")


def test_ninjs_3_takes_the_first_of_its_renditions() -> None:
    text = (
        '{"headlines": [{"value": "H"}, {"value": "Short"}],'
        ' "bodies": [{"contenttype": "text/html", "value": "<p>A</p>"}, {"value": "A"}]}'
    )
    (article,) = read(text)
    assert parts(article) == [("headline", "H"), ("body", "A")]


def test_json_ld_articles_are_found_in_their_graph() -> None:
    text = (
        '{"@graph": [{"@type": "WebSite", "name": "S", "description": "d"},'
        ' {"@type": "NewsArticle", "headline": "H", "articleBody": "B"}]}'
    )
    (article,) = read(text)
    assert parts(article) == [("headline", "H"), ("body", "B")]


def test_wordpress_positions_go_through_html_and_json() -> None:
    text = '[{"id": 7, "title": {"rendered": "T"}, "content": {"rendered": "<p>\\u201cA <b>B<\\/b>&amp;\\u201d<\\/p>"}}]'
    (article,) = read(text)
    view = article.view
    at = view.text.index("“A B&”")
    start, end = view.to_source(at, at + 6)
    assert text[start:end] == "\\u201cA <b>B<\\/b>&amp;\\u201d"
    assert article.record == "7"


def test_configured_fields_are_read_and_others_can_be_switched_off() -> None:
    text = '{"title": "T", "doc": {"lede": "L", "story": "S"}}'
    (article,) = read(text, {"doc.lede": "summary", "doc.story": "body", "title": "off"})
    assert parts(article) == [("summary", "L"), ("body", "S")]


def test_every_line_of_a_jsonl_file_is_an_article() -> None:
    text = '{"title": "a", "body": "b"}\n\n{"id": "x", "title": "c", "body": "d"}\n'
    found = read(text, name="a.jsonl")
    assert [article.record for article in found] == ["line 1", "x"]


def test_a_broken_line_is_told_after_the_others_are_read() -> None:
    reader = articles(Source("a.jsonl", '{"body": "a"}\n{"body": \n{"body": "c"}\n'))
    assert [next(reader).view.text.strip() for _ in range(2)] == ["a", "c"]
    with pytest.raises(InputError) as caught:
        next(reader)
    assert caught.value.line == 2


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ('{"a": 1,}', 1, "expected a key"),
        ('{\n"a" 1}', 2, "expected a colon"),
        ("", 1, "the end of the text"),
        ('["a",\n\n]', 3, "expected a value"),
        ("{} {}", 1, "more text after the end"),
        ("[" * 400, 1, "levels deep"),
        ('{"a": "b', 1, "expected a value"),
    ],
)
def test_broken_json_is_told_with_its_line(text: str, line: int, reason: str) -> None:
    with pytest.raises(InputError, match=reason) as caught:
        read(text)
    assert caught.value.line == line

"""Markdown: what a reader of the page sees, and where it stands in the file."""

from __future__ import annotations

from lintnews.document import Document
from lintnews.source.article import Article, Source
from lintnews.source.read import articles


def read(text: str, fields: dict[str, str] | None = None) -> Article:
    return next(articles(Source("a.md", text), fields))


def lines(text: str) -> list[str]:
    document = Document(read(text))
    return [document.text[span.start : span.end] for span in document.lines]


def raw(text: str, shown: str) -> str:
    """Return the source characters of the first place where `shown` is seen."""
    view = read(text).view
    at = view.text.index(shown)
    start, end = view.to_source(at, at + len(shown))
    return text[start:end]


def test_emphasis_and_link_text_are_seen_through() -> None:
    text = 'He met Yov **Galante** and [Ned *Price*](http://a.example/b "t") there.\n'
    assert lines(text) == ["He met Yov Galante and Ned Price there."]
    assert raw(text, "Yov Galante") == "Yov **Galante"


def test_code_and_addresses_leave_a_mark_and_no_words() -> None:
    assert lines("Run `rm -rf` from <http://a.example> or https://b.example/c, please.\n") == [
        "Run \ufffc from \ufffc or \ufffc, please."
    ]


def test_code_blocks_raw_html_and_definitions_are_no_text() -> None:
    text = "One\n\n```\ncode\n```\n\n    more code\n\n<div>\nraw\n</div>\n\n[r]: http://x.example\n"
    assert lines(text) == ["One"]


def test_shortcodes_of_hugo_and_jekyll_are_no_text() -> None:
    text = '{{< figure src="a_b_c" >}}\n\nOne {% include x.html %} two {{ site.name }} three.\n'
    assert lines(text) == ["One two three."]


def test_a_wrapped_paragraph_is_one_line() -> None:
    text = (
        "The council voted on Monday to close the bridge over\n"
        "the river for two years, said Mayor\nAnna Adler on her way home.\n"
    )
    assert len(lines(text)) == 1
    assert raw(text, "over the river") == "over\nthe river"


def test_short_lines_of_one_block_stay_lines() -> None:
    assert lines("ALSO INTERESTING\nFive mistakes that cost you dearly\n") == [
        "ALSO INTERESTING",
        "Five mistakes that cost you dearly",
    ]


def test_quotes_lists_headings_and_tables_are_paragraphs() -> None:
    text = (
        "# One\n\n> two\n> three\n\n- four\n- five\n\n| a | b |\n|---|---|\n| c | d |\n\nSix\n===\n"
    )
    assert lines(text) == ["One", "two three", "four", "five", "a | b", "c | d", "Six"]


def test_brackets_are_links_only_where_they_are_defined() -> None:
    assert lines("A [sic] word and [a link][r].\n\n[r]: http://x.example\n") == [
        "A [sic] word and a link."
    ]


def test_dollars_are_money() -> None:
    assert lines("It costs $5, **not** $6.\n") == ["It costs $5, not $6."]


def test_front_matter_fields_are_parts_with_their_places() -> None:
    text = (
        "---\ntitle: 'It''s late'\ntags: [a]\nsummary: >\n  Two\n  lines\nlang: en-GB\n---\nBody\n"
    )
    article = read(text)
    said = [(p.kind, article.view.text[p.start : p.end]) for p in article.parts]
    assert said == [("headline", "It's late"), ("summary", "Two lines"), ("body", "Body")]
    assert article.lang == "en-GB"
    assert raw(text, "It's late") == "It''s late"


def test_toml_front_matter_is_read_too() -> None:
    text = "+++\ntitle = \"A \\u201cquoted\\u201d one\"\ndraft = true\n[image]\ncaption = 'C'\n+++\nB\n"
    article = read(text)
    said = [(p.kind, article.view.text[p.start : p.end]) for p in article.parts]
    assert said == [("headline", "A “quoted” one"), ("caption", "C"), ("body", "B")]


def test_configured_fields_come_before_the_known_ones() -> None:
    article = read("---\ntitle: a\nvorspann: b\n---\nc\n", {"title": "off", "vorspann": "summary"})
    assert [part.kind for part in article.parts] == ["summary", "body"]


def test_front_matter_that_never_ends_is_body() -> None:
    assert "title: a" in read("---\ntitle: a\n\nText\n").view.text


def test_link_spans_are_those_of_the_view() -> None:
    article = read("See [Ned **Price**](http://x.example) now.\n")
    assert [article.view.text[a:b] for a, b in article.links] == ["Ned Price"]


def test_alternative_text_of_a_lone_image_is_a_caption() -> None:
    article = read("One\n\n![Two boats](a.jpg)\n")
    assert [(p.kind, article.view.text[p.start : p.end]) for p in article.parts] == [
        ("body", "One"),
        ("caption", "Two boats"),
    ]

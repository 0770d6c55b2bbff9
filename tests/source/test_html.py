"""HTML: the article's text through tags, entities and white space."""

from __future__ import annotations

from lintnews.document import Document
from lintnews.source.article import Article, Source
from lintnews.source.read import articles


def read(text: str) -> Article:
    return next(articles(Source("a.html", text)))


def lines(text: str) -> list[str]:
    document = Document(read(text))
    return [document.text[span.start : span.end] for span in document.lines]


def test_inline_tags_and_entities_are_seen_through() -> None:
    text = "<p>Yov <b>Galante</b> said &ldquo;yes&rdquo;&nbsp;&#8212; and\n   left.</p>"
    assert lines(text) == ["Yov Galante said “yes” — and left."]
    view = read(text).view
    start, end = view.to_source(view.text.index("“"), view.text.index("”") + 1)
    assert text[start:end] == "&ldquo;yes&rdquo;"


def test_blocks_are_lines_even_without_end_tags() -> None:
    assert lines("<div>a<p>b<p>c<ul><li>d<li>e</ul>f<br>g</div>") == list("abcdefg")


def test_scripts_styles_navigation_and_forms_are_no_text() -> None:
    text = (
        "<style>p{}</style><nav><p>x</p></nav><form><p>y</p></form>"
        "<script>let a = '<p>z</p>';</script><p>one</p>"
    )
    assert lines(text) == ["one"]


def test_only_the_article_of_a_page_is_read() -> None:
    text = "<title>T</title><div>Menu</div><article><p>one</p></article><div>Footer</div>"
    assert lines(text) == ["T", "one"]


def test_title_description_alt_and_caption_are_parts() -> None:
    text = (
        '<html lang="en-GB"><head><title>T</title><meta name="description" content="D &amp; E">'
        '</head><body><p>B</p><img src=x alt="A"><figcaption>C</figcaption></body></html>'
    )
    article = read(text)
    said = [(p.kind, article.view.text[p.start : p.end]) for p in article.parts]
    assert said == [
        ("headline", "T"), ("summary", "D & E"), ("body", "B"), ("caption", "A"), ("caption", "C"),
    ]  # fmt: skip
    assert article.lang == "en-GB"


def test_unclosed_and_stray_tags_are_read_as_far_as_they_go() -> None:
    assert lines("</div><p>one</b></p><p>two <b>three") == ["one", "two three"]

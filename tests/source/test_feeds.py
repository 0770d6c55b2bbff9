"""RSS and Atom: items, and HTML in its three wrappings."""

from __future__ import annotations

from lintnews.source.article import Article, Source
from lintnews.source.read import articles


def read(text: str) -> list[Article]:
    return list(articles(Source("a.xml", text)))


def test_items_of_a_feed_are_articles_with_their_identifier_and_language() -> None:
    text = (
        "<rss><channel><title>Site</title><language>en-us</language>"
        "<item><title>A &amp; B</title><guid>g1</guid><description>C</description></item>"
        "<item><title>D</title></item></channel></rss>"
    )
    first, second = read(text)
    assert first.view.text.split("\n\n") == ["\nA & B", "C\n"]
    assert (first.record, first.lang, second.view.text) == ("g1", "en-us", "\nD\n")


def test_escaped_html_is_read_through_both_layers() -> None:
    text = "<item><description>&lt;p&gt;A &lt;b&gt;B&lt;/b&gt; &amp;amp; C&lt;/p&gt;</description></item>"
    (article,) = read(text)
    start, end = article.view.to_source(1, 1 + len("A B & C"))
    assert text[start:end] == "A &lt;b&gt;B&lt;/b&gt; &amp;amp; C"


def test_cdata_and_elements_of_atom_are_html() -> None:
    text = (
        "<entry><content type='xhtml'><div><p>One <b>two</b></p></div></content></entry>"
        "<item><content:encoded><![CDATA[<p>Three</p>]]></content:encoded></item>"
    )
    assert [article.view.text.strip() for article in read(text)] == ["One two", "Three"]


def test_a_feed_that_is_cut_off_gives_what_it_has() -> None:
    (article,) = read("<rss><item><title>One</title><description>Tw")
    assert article.view.text.strip() == "One"

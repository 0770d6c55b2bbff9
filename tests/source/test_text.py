"""Plain text: what the page shows, each character with its place in the file."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lintnews.document import Document
from lintnews.source.article import Source
from lintnews.source.text import articles

# What makes offsets slip: marks, line ends, spaces, invisible, combining and astral characters.
TRICKY = (
    "abc AB.,“”\"'’-\n\r\t\ufeff\u00a0\u202f\u3000\u200b\u200d\u00ad\u2060\u202e\u2028\x85\x0b\x0c\x1c"
    "é\u0301\u0308ß\u0130🚀\U0001f1fa\U0001f1e6漢ق"
)
TRICKY_TEXTS = st.text(TRICKY, max_size=80)


def view_of(text: str):
    return next(articles(Source("a.txt", text))).view


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("plain text", "plain text"),
        ("\ufeffmarked", "marked"),
        ("a\r\nb\rc\nd", "a\nb\nc\nd"),
        ("a\u00a0b\u202fc\u3000d\te", "a b c d e"),
        ("zero\u200bwidth\u00ad\u200d\u2060s", "zerowidths"),
        ("Jose\u0301 y Mu\u0308ller", "José y Müller"),
        ("a\u2028b\x85c", "a\nb\nc"),
        ("🚀 up", "🚀 up"),
        ("", ""),
        ("\ufeff", ""),
    ],
)
def test_what_a_reader_sees(source, shown):
    assert view_of(source).text == shown


@pytest.mark.parametrize(
    ("source", "word", "raw"),
    [
        ("\ufeffKyiv", "Kyiv", "Kyiv"),
        ("a\r\n\r\nKyiv\r\n", "Kyiv", "Kyiv"),
        ("a\rKyiv", "Kyiv", "Kyiv"),
        ("🚀🚀 Kyiv", "Kyiv", "Kyiv"),
        ("Ky\u200biv", "Kyiv", "Ky\u200biv"),
        ("Ky\u00adiv\u00ad", "Kyiv", "Ky\u00adiv"),
        ("New\u00a0York", "New York", "New\u00a0York"),
        ("New\r\nYork", "New\nYork", "New\r\nYork"),
        ("Jose\u0301 said", "José", "Jose\u0301"),
        ("e\u0301e\u0301 Kyiv", "Kyiv", "Kyiv"),
        ("x <!-- lintnews: ignore name --> Kyiv", "Kyiv", "Kyiv"),
    ],
)
def test_a_word_of_the_page_is_found_in_the_file(source, word, raw):
    view = view_of(source)
    at = view.text.index(word)
    start, end = view.to_source(at, at + len(word))
    assert source[start:end] == raw


@given(TRICKY_TEXTS)
def test_every_shown_character_has_its_source(source: str):
    view = view_of(source)
    for at, char in enumerate(view.text):
        start, end = view.to_source(at, at + 1)
        assert 0 <= start < end <= len(source)
        raw = source[start:end]
        assert char == raw or char in " \n" or len(raw) > 1


@given(TRICKY_TEXTS)
def test_the_pieces_stand_in_order_and_do_not_overlap(source: str):
    pieces = view_of(source).pieces()
    for (_, end, _), (start, _, _) in itertools.pairwise(pieces):
        assert end <= start


@given(TRICKY_TEXTS)
def test_lines_and_columns_lead_back_to_the_offset(text: str):
    source = Source("a.txt", text)
    for offset in range(len(text) + 1):
        line, column = source.position(offset)
        assert source.line_starts[line - 1] + column - 1 == offset
        assert line >= 1
        assert column >= 1


def test_lines_end_at_lf_crlf_and_cr_only():
    source = Source("a.txt", "a\u2028b\x85c\x0bd\r\ne\rf\n\ng")
    assert [source.line_text(n) for n in range(1, 6)] == ["a\u2028b\x85c\x0bd", "e", "f", "", "g"]


@given(TRICKY_TEXTS)
def test_a_document_is_built_of_anything(text: str):
    doc = Document.of(text)
    assert len(doc.lower) == len(doc.text)
    for spans in (doc.lines, doc.paragraphs, doc.sentences, doc.quotes, doc.mentions):
        for span in spans:
            assert 0 <= span.start < span.end <= len(doc.text)
    assert doc.word_count >= 0
    tokens = doc.tokens
    assert [doc.text[s:e] for s, e in zip(tokens.starts, tokens.ends, strict=True)] == tokens.texts


@given(TRICKY_TEXTS)
def test_sentences_cover_their_paragraphs(text: str):
    doc = Document.of(text)
    covered = {i for start, end in doc.sentences for i in range(start, end)}
    for start, end in doc.paragraphs:
        assert {i for i in range(start, end) if not doc.text[i].isspace()} <= covered

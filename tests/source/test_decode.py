"""Bytes to text: what is believed, and the one clear refusal."""

from __future__ import annotations

import codecs
import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lintnews.errors import InputError
from lintnews.source.decode import decode
from lintnews.source.read import read_source


def test_utf8_is_what_files_are():
    assert decode("Zürich".encode(), "a.txt") == ("Zürich", "utf-8")


def test_a_byte_order_mark_stays_the_first_character():
    assert decode(codecs.BOM_UTF8 + b"A", "a.txt") == ("\ufeffA", "utf-8")


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_is_read_by_its_mark(encoding):
    text = "\ufeffKyiv – Київ 🚀"
    assert decode(text.encode(encoding), "a.txt") == (text, encoding)


def test_utf16_without_a_mark_is_binary():
    with pytest.raises(InputError, match="binary file, not text"):
        decode("Kyiv".encode("utf-16-le"), "a.txt")


def test_the_first_wrong_byte_is_named_with_its_line():
    with pytest.raises(InputError) as caught:
        decode(b"one\ntwo\ncaf\xe9", "a.txt")
    assert (
        str(caught.value) == "a.txt:3: not UTF-8: invalid byte at offset 11; save the file as UTF-8"
    )


def test_utf16_cut_in_half_is_an_error():
    with pytest.raises(InputError, match="not UTF-16-LE"):
        decode(codecs.BOM_UTF16_LE + b"A", "a.txt")


@pytest.mark.parametrize(
    "head",
    [
        b'<meta charset="windows-1251">',
        b"<META http-equiv=Content-Type content='text/html; charset=windows-1251'>",
        b'<?xml version="1.0" encoding="windows-1251"?>',
    ],
)
def test_a_declared_charset_is_believed_in_html(head):
    text, encoding = decode(head + "Київ".encode("cp1251"), "a.html", declared=True)
    assert text.endswith("Київ")
    assert encoding == "windows-1251"


def test_a_declared_charset_is_not_believed_in_plain_text():
    with pytest.raises(InputError):
        decode(b'<meta charset="windows-1251">' + "Київ".encode("cp1251"), "a.txt")


@pytest.mark.parametrize("name", ["klingon", "hex", "zip", "undefined", "idna", "rot13", "utf-7"])
def test_a_declared_charset_that_is_none_is_refused(name):
    data = f'<meta charset="{name}">'.encode() + b"\xff\xfe\xfa"
    with pytest.raises(InputError):
        decode(data, "a.html", declared=True)


def test_right_utf8_wins_over_a_wrong_declaration():
    data = '<meta charset="latin-1">Київ'.encode()
    assert decode(data, "a.html", declared=True)[0].endswith("Київ")


@given(st.binary(max_size=300))
def test_any_bytes_become_text_or_one_clear_error(data: bytes):
    for declared in (False, True):
        text = encoding = ""
        with contextlib.suppress(InputError):
            text, encoding = decode(data, "a.html", declared)
        assert not encoding or text.encode(encoding) == data


def test_a_file_larger_than_any_article_is_refused(monkeypatch):
    monkeypatch.setattr("lintnews.source.read.MAX_BYTES", 1_000_000)
    with pytest.raises(InputError, match="larger than 1 MB"):
        read_source("a.txt", b"x" * 1_000_001)

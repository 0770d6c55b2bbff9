"""New text is escaped for the place it gets to, or refused with a reason."""

from __future__ import annotations

import html
import json
import tomllib
from xml.etree import ElementTree

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from lintnews.source.article import Source
from lintnews.source.escape import Unwritable, escaped
from lintnews.source.read import articles

# Punctuation that some format takes for its own, between words.
TEXTS = st.lists(
    st.sampled_from([*"\\`*_{}[]()#+-.!|<>&\"'~=:;/@%,?$^", "word", "Kyiv", "12", " ", "é", "漢", "🚀", "&amp;", "]]>"]),
    min_size=1, max_size=12,
).map("".join)  # fmt: skip
# The same with what no line of text should hold.
WILD = st.one_of(TEXTS, st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12))


def written(text: str, layers: str, begins: bool = True, encoding: str = "utf-8") -> str | None:
    """Return the escaped text, or None where it is refused for a reason."""
    try:
        return escaped(text, layers, begins, encoding)
    except Unwritable:
        return None


@pytest.mark.parametrize(
    ("layers", "new"),
    [
        ("", 'A & "B" <C> \\ d'),
        ("html", 'A &amp; "B" &lt;C&gt; \\ d'),
        ("attribute", "A &amp; &quot;B&quot; &lt;C&gt; \\ d"),
        ("bare", "A&#32;&amp;&#32;&quot;B&quot;&#32;&lt;C&gt;&#32;\\&#32;d"),
        ("xml", 'A &amp; "B" &lt;C&gt; \\ d'),
        ("html xml", 'A &amp;amp; "B" &amp;lt;C&amp;gt; \\ d'),
        ("json", 'A & \\"B\\" <C> \\\\ d'),
        ("html json", 'A &amp; \\"B\\" &lt;C&gt; \\\\ d'),
        ("markdown", 'A & "B" \\<C> \\\\ d'),
        ("single", 'A & "B" <C> \\ d'),
        ("plain", 'A & "B" <C> \\ d'),
        ("block", 'A & "B" <C> \\ d'),
    ],
)
def test_each_place_has_its_own_escapes(layers: str, new: str) -> None:
    assert escaped('A & "B" <C> \\ d', layers) == new


@given(WILD)
def test_a_json_string_says_what_was_written(text: str) -> None:
    assert json.loads(f'"{escaped(text, "json")}"') == text
    ascii_only = escaped(text, "json", encoding="ascii")
    assert ascii_only.isascii()
    assert json.loads(f'"{ascii_only}"') == text


@given(WILD)
def test_xml_says_what_was_written(text: str) -> None:
    said = written(text, "xml")
    if said is not None:
        shown = ElementTree.fromstring(f"<a>{said}</a>".encode()).text or ""
        assert shown == text.replace("\r\n", "\n").replace("\r", "\n")
    said = written(text, "cdata")
    if said is not None:
        assert ElementTree.fromstring(f"<a><![CDATA[{said}]]></a>".encode()).tag == "a"


@given(WILD, st.sampled_from(["html", "attribute", "bare"]))
def test_html_says_what_was_written(text: str, layer: str) -> None:
    said = written(text, layer, encoding="iso-8859-1")
    if said is not None:
        said.encode("iso-8859-1")
        assert not set("<>") & set(said)
        # References to these say something else in HTML, as they do in every page.
        if not set(map(chr, range(0x7F, 0xA0))) & set(text):
            assert html.unescape(said) == text
    if said is not None and layer != "html":
        assert not set("\"'") & set(said)
    if said is not None and layer == "bare":
        assert not set(" \t\r\n\f=`") & set(said)


@given(TEXTS)
def test_markdown_shows_what_was_written(text: str) -> None:
    said = written(text, "markdown", begins=False)
    if said is None:
        return
    body = f"# Head\n\nBefore x{said}x after.\n"
    view = next(articles(Source("a.md", body))).view.text
    assert f"Before x{text}x after." in view.replace("\ufffc", "")


@pytest.mark.parametrize(
    ("text", "new"),
    [
        ("# no heading", "\\# no heading"),
        ("- no item", "\\- no item"),
        ("-5 degrees", "-5 degrees"),
        ("1. no list", "1\\. no list"),
        ("1.5 million", "1.5 million"),
        ("> no quotation", "\\> no quotation"),
        ("+ plus", "\\+ plus"),
        ("#tag", "#tag"),
        ("snake_case", "snake_case"),
        ("_odd_", "\\_odd\\_"),
        ("AT&T", "AT&T"),
        ("&amp;", "\\&amp;"),
        ("a\n# b", "a\n\\# b"),
    ],
)
def test_the_start_of_a_line_of_markdown_stays_text(text: str, new: str) -> None:
    assert escaped(text, "markdown", begins=True) == new
    view = next(articles(Source("a.md", new))).view.text
    assert [line for line in view.splitlines() if line] == text.splitlines()


def test_the_middle_of_a_line_needs_no_escapes_of_its_start() -> None:
    assert escaped("# 1. - x", "markdown", begins=False) == "# 1. - x"


@given(WILD, st.sampled_from(["'{}'", '"{}"', "{}", "x {} y", ">\n  {}\n", "|\n  x {}\n"]))
def test_front_matter_of_yaml_stays_a_text(text: str, form: str) -> None:
    layer = {"'": "single", '"': "json", ">": "block", "|": "block"}.get(form[0], "plain")
    said = written(text, layer, begins=not form.startswith(("x", "|")))
    if (
        said is None
        or not said.strip()
        or "\ufeff" in text
        or any("\x7f" <= c < "\xa0" for c in text)
    ):
        return
    try:
        value = yaml.load(f"title: {form.format(said)}\nnext: 1\n", yaml.BaseLoader)
    except yaml.reader.ReaderError:  # it takes less than the YAML it reads
        return
    assert value["next"] == "1"
    wanted = form.strip("'\">|\n ").replace("{}", text)
    assert " ".join(value["title"].split()) == " ".join(wanted.split())


@given(WILD, st.sampled_from(['"{}"', "'{}'", '"""\n{}\n"""']))
def test_front_matter_of_toml_stays_a_text(text: str, form: str) -> None:
    said = written(text, "literal" if form[0] == "'" else "json")
    if said is None or "\x7f" in text:
        return
    value = tomllib.loads(f"title = {form.format(said)}\nnext = 1\n")
    assert value["next"] == 1
    assert value["title"].strip("\n") == text.strip("\n") or "\n" in text


@pytest.mark.parametrize(
    ("text", "layers", "reason"),
    [
        ("a\x00b", "html", "markup cannot hold '\\x00'"),
        ("a\x1bb", "html xml", "markup cannot hold '\\x1b'"),
        ("a </b> b", "unmarked json", "its field would be read as HTML"),
        ("a]]>b", "cdata", "a CDATA section cannot hold ']]>'"),
        ("a: b", "plain", "its value without quotation marks would read as something else"),
        ("[a]", "plain", "its value without quotation marks would read as something else"),
        ("it's", "literal", "its value in single quotation marks takes none of them"),
        ("a\nb", "single", "its value takes no line breaks or control characters"),
        ("{{ x }}", "markdown", "site generators read its braces as commands"),
        ("\ud83d", "json", "half a character cannot be written"),
    ],
)
def test_what_cannot_be_written_is_refused_with_a_reason(text: str, layers: str, reason: str):
    with pytest.raises(Unwritable) as refused:
        escaped(text, layers, begins=True)
    assert refused.value.reason == reason

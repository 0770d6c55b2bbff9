"""Fixes in every format: the file stays what it was, and shows exactly the new text."""

from __future__ import annotations

import json
import subprocess
from html.parser import HTMLParser
from xml.etree import ElementTree

import pytest

from lintnews.source.read import articles_of

NEW = 'A & "B" < C > \\*d'
PACK = r"""
- id: zork
  kind: text
  pattern: zork
  severity: error
  message: A zork.
  why: Tests need new text that every format must escape.
  replace: 'A & "B" < C > \\*d'
  safe: true
  flags: ["zork"]
  keeps: ["fork"]
"""
FILES = {
    "a.html": '<!doctype html>\n<title>zork</title>\n<p>One zork &amp; two.</p>\n<img alt="a zork" src="x">\n',
    "a.json": '{"id": 7, "headline": "zork", "body_text": "One \\"zork\\" two."}\n',
    "b.json": '{"title": "t", "body_html": "<p class=\\"x\\">One zork</p><img alt=\'zork\'>"}\n',
    "a.jsonl": '{"title": "zork", "body": "x"}\n\n{"title": "t", "body": "<p>zork<\\/p>"}\n',
    "a.xml": "<?xml version='1.0'?>\n<rss><item><title>zork</title><description>&lt;p&gt;A zork&lt;/p&gt;"
    "</description><content:encoded xmlns:content='c'><![CDATA[<p>zork</p>]]></content:encoded></item></rss>\n",
    "a.md": "---\ntitle: \"a zork\"\nsummary: 'a zork'\n---\n\n# A zork\n\nOne zork and *two*.\n",
    "a.txt": "One zork and two.\n",
}  # fmt: skip


@pytest.fixture(autouse=True)
def rule(pack, tmp_path):
    pack(PACK)
    (tmp_path / ".lintnews.yaml").write_text(
        "packs: [pack]\nselect: [chrome/zork]\ninclude: ['*.json', '*.jsonl', '*.xml']\n"
    )


def shown(path) -> list[str]:
    return [article.view.text.strip() for article in articles_of(str(path))]


@pytest.mark.parametrize("name", FILES)
def test_a_fix_shows_its_new_text_and_nothing_else_changes(cli, tmp_path, name):
    path = tmp_path / name
    path.write_text(FILES[name])
    before = shown(path)
    ran = cli("check", "--fix", name)
    assert (ran.status, ran.err) == (0, ""), ran
    after = path.read_text()
    assert "zork" not in after
    assert shown(path) == [text.replace("zork", NEW) for text in before]
    if name.endswith(".json"):
        json.loads(after)
    elif name.endswith(".jsonl"):
        assert [json.loads(line) for line in after.splitlines() if line]
    elif name.endswith(".xml"):
        ElementTree.fromstring(after)


@pytest.mark.parametrize("name", FILES)
def test_the_difference_makes_the_same_file(cli, tmp_path, name):
    path = tmp_path / name
    path.write_text(FILES[name])
    ran = cli("check", "--diff", name)
    assert path.read_text() == FILES[name]
    subprocess.run(["patch", "-p1", "-s"], input=ran.out.encode(), check=True, cwd=tmp_path)
    patched = path.read_text()
    path.write_text(FILES[name])
    assert cli("check", "--fix", name).status == 0
    assert patched == path.read_text()


def test_an_attribute_is_not_ended_by_its_new_text(cli, tmp_path):
    path = tmp_path / "a.html"
    path.write_text("<p>One.</p><img alt='a zork' src=x><img alt=zork src=y>")
    assert cli("check", "--fix", "a.html").status == 0

    seen = []

    class Images(HTMLParser):
        def handle_starttag(self, tag, attrs):
            seen.extend([dict(attrs)] if tag == "img" else [])

    Images().feed(path.read_text())
    assert seen == [{"alt": f"a {NEW}", "src": "x"}, {"alt": NEW, "src": "y"}]


def test_a_page_in_an_older_encoding_gets_references(cli, tmp_path, pack):
    pack(PACK.replace("A & ", "“A” 漢 & "))
    path = tmp_path / "a.html"
    path.write_bytes("<meta charset=iso-8859-1><p>Café zork</p>".encode("latin-1"))
    assert cli("check", "--fix", "a.html").status == 0
    assert path.read_bytes().startswith(
        b"<meta charset=iso-8859-1><p>Caf\xe9 &#8220;A&#8221; &#28450; &amp;"
    )


@pytest.mark.parametrize(
    ("name", "text", "reason"),
    [
        ("a.md", "---\ntitle: zork\n---\n\nText.\n", "its value without quotation marks would read"),
        ("a.md", "+++\ntitle = 'zork'\n+++\n\nText.\n", "takes none of them"),
        ("a.json", '{"title": "zork", "body": "b"}', "its field would be read as HTML"),
        ("a.xml", "<rss><item><title>zork</title></item></rss>", "its field would be read as HTML"),
    ],
)  # fmt: skip
def test_a_fix_that_cannot_be_written_is_left_with_a_reason(
    cli, tmp_path, pack, name, text, reason
):
    pack(PACK.replace('A & "B" < C > \\\\*d', "it''s: <b> ]]>"))
    path = tmp_path / name
    path.write_text(text)
    ran = cli("check", "--fix", name)
    assert ran.status == 1
    assert "a fix of chrome/zork was not made: " in ran.err
    assert reason in ran.err
    assert path.read_text() == text


def test_an_unsafe_fix_that_cannot_be_written_is_told_only_when_asked_for(cli, tmp_path, pack):
    pack(PACK.replace("safe: true", "safe: false"))
    (tmp_path / "a.html").write_text("<p>zo<b></b>rk stands here.</p>")
    assert "was not made" not in cli("check", "--fix", "a.html").err
    assert (
        "markup that nobody sees stands in it"
        in cli("check", "--fix", "--unsafe-fixes", "a.html").err
    )

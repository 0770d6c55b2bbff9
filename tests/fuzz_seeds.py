"""Where the fuzzer starts: small whole files of each kind, and the fragments they are made of."""

from __future__ import annotations

_PROSE = (
    "The minister said on Monday", "Yov Galante", "Hamas.", "the the", "“left", "right”", '"', "'",
    " ,", "…", "1: 2", "[sic]", "Share on WhatsApp", "\n", "\n\n", "\r\n", "\r", "\u2028", "\x85",
    "\t", "\u00a0", "\u200b", "\ufeff", "e\u0301", "🚀", "İ", "漢", "\u202e", "\x1b[31m", "\0",
    "<!-- lintnews: ignore -->", "<!-- lintnews: ignore-file because", "KShortly", "Dhe ", ". .",
)  # fmt: skip
_MARKDOWN = (
    "**", "*", "_", "`", "```\n", "~~~", "[", "](", "](http://a.b/c)", "]", "![", "# ", "\n## ",
    "- ", "1. ", "> ", "    ", "---\n", "===\n", "  \n", "\\", "<b>", "</b>", "<br>", "<div>", "-->",
    "<!--", "&amp;", "&#8212;", "{{< a >}}", "{%", "%}", "{{", "}}", "{:", "|", "|--|", "<http://x>",
    "\n[r]: /u\n", "[^1]", "$", "+++\n", "title: ", "title = ", "'''", '"""', "image:\n  alt: ",
    "caption: >\n  ", "lead: |\n", "\\u12", "\\x", "[a]\n", "***", "~~", "^", "<", ">",
)  # fmt: skip
_HTML = (
    "<p>", "</p>", "<p class=", "<div>", "</div>", "<b>", "</b>", "<a href='x'>", "</a>", "<li>",
    "<ul>", "<br/>", "<h1>", "</h1>", "<!--", "-->", "--!>", "<script>", "</script>", "<style>",
    "</style>", "<img alt='", "'>", '">', "&amp;", "&rsquo;", "&#8212;", "&#x110000;", "&#0;", "&",
    ";", "<![CDATA[", "]]>", "<!doctype ", "<!", "<?", "?>", "<pre>", "<code>", "<article>",
    "</article>", "<main>", "<table>", "<tr>", "<td>", "<", "</", ">", "<title>", "</title>",
    "<textarea>", "<svg>", "<head>", "</head>", "<meta name=description content=", "<html lang=en>",
    "=", "/", "<plaintext>", "<p/>", "<nav>", "</nav>", "<figcaption>", "<meta charset=utf-16>",
)  # fmt: skip
_JSON = (
    "{", "}", "[", "]", ":", ",", '"', "\\", '\\"', "\\n", "\\u201c", "\\ud83d", "\\ude00", "\\u00",
    '"title"', '"body"', '"body_html"', '"content"', '"rendered"', '"id"', '"headlines"', '"value"',
    '"language"', "null", "true", "-1.5e9", "<p>", "<\\/p>", "&amp;", "&lt;b&gt;", '"a": "',
    '{"title": "', '"}', '", "', "<a href=\\\"x\\\">", "<!--", "{\"a\":[", "1e999", "-",
)  # fmt: skip
_XML = (
    "<item>", "</item>", "<title>", "</title>", "<description>", "</description>", "<link/>", "<link>",
    "<content:encoded>", "</content:encoded>", "<![CDATA[", "]]>", "&lt;p&gt;", "&lt;/p&gt;", "&amp;amp;",
    "<entry>", "</entry>", "<content type='xhtml'>", "</content>", "<div>", "</div>", "<!--", "-->", "<?",
    "?>", "<!DOCTYPE a [", "<!ENTITY a 'b'>", "]>", "&a;", "<", ">", "&", "'", '"', "=", "<language>",
    "</language>", "<guid>", "</guid>", " xml:lang='en'", "<?xml version='1.0' encoding='latin-1'?>",
    "<summary>", "</summary>", "/>",
)  # fmt: skip
_YAML = (
    "\n", "- ", "  ", ": ", "? ", "|", ">", "'", '"', "#", "[", "]", "{", "}", ", ", "&a ", "*a", "!!x ",
    "---\n", "...\n", "\t", "\u2028", "\ufeff", "\x85", "\\", "%", "@", "`", "~", "\0", "<<: ",
)  # fmt: skip
_PACK = (
    *_YAML, "- id: ", "kind: ", "text", "line", "paragraph", "sentence", "prefer", "consistency",
    "sequence", "pattern: ", "any: [", "severity: error\n", "message: m\n", "why: w\n", "fix: delete-line\n",
    "replace: ", "safe: true\n", "flags: [a]\n", "keeps: []\n", "prefer: {", "forms: [[", "lower: ", "shape: ",
    "(?:", "(?=", "(?<!", "(?P<a>", ")", "*", "+", "?", "{2,9}", "{999999}", "\\b", "\\1", "\\p{L}", "[^", "(?i)",
    "(?r)", "(?|", "(?R)", "(?e)", "(?b)", "{e<=2}", "\\L<a>", "\\g<a>", "\\N{DASH}", "[[a]--[b]]", "(?&a)", "$", "^", ".",
    "lang: ", "unless: ", "case: true\n", "max-words: ", "confidence: ", "name: ", "also: [", "wrong: ", "from: ",
)  # fmt: skip
_CONFIG = (
    *_YAML, "lang: ", "select: [", "ignore: ", "rules:\n  ", "house:\n  spelling: ", "fields: {", "per-file:\n  ",
    "'**/*.md':\n    ", "include: ", "exclude: ", "[!", "**/", "../", "\\ ", "names: ", "packs: ", "/etc", "engine: ", "jobs: ",
    "99999999999999999999", "٣", "format: ", "html", "baseline: ", "severity: ", "off", "warning", "name/misspelled",
    "source-lang: ", "show-confirmed: ", "force-exclude: true\n", "site-index: ", "fail-on: ", "[a-", "]", "!", "\\",
)  # fmt: skip
FRAGMENTS: dict[str, tuple[str, ...]] = {
    "text": _PROSE,
    "markdown": (*_MARKDOWN, *_PROSE),
    "html": (*_HTML, *_PROSE[:19]),
    "json": (*_JSON, *_PROSE[:19]),
    "jsonl": (*_JSON, *_PROSE[:19]),
    "xml": (*_XML, *_HTML[:40], *_PROSE[:19]),
    "pack": _PACK,
    "config": _CONFIG,
    "names": (*_YAML, "name", "kind", "also", "person", "Kyiv", "Yoav Gallant", ",", ";", "|", "2022", "²"),
}  # fmt: skip

_STORY = "Kyiv under fire\n\n“We will stay,” said Israeli Defense Minister Yov Galante.\n\nShare on WhatsApp\n"
_WHOLE: dict[str, tuple[str, ...]] = {
    "text": (_STORY, _STORY.replace("\n", "\r\n"), "\ufeffthe the\r\rHamas."),
    "markdown": (
        "---\ntitle: 'It''s Kyiv'\nimage:\n  alt: \"a \\u201c b\"\nlead: >\n  x\n  y\n---\n# A *b* [c](d)\n\n> - q `c`\n\n| a | b |\n|--|--|\n| c | d |\n",
        "+++\ntitle = \"\"\"x\ny\"\"\"\n[a]\ndescription = 'z'\n+++\n\n![alt](i.png)\n\n{{< fig >}} a\\*b &amp; <b>c</b>\n\nA\n===\n\n[r]: /u\n[x][r]\n",
    ),
    "html": (
        "<!doctype html><html lang=en><head><title>T &amp; u</title><meta name=description content='d'></head><body><nav>n</nav><article><h1>H</h1><p>A <b>b</b> c&nbsp;d<br>e</p><img alt=\"x 'y'\"><ul><li>i<li>j</ul><pre> p\n q</pre></article></body></html>",
        "<p>one <!-- c --> two</p><script>a<b</script><table><tr><td>x</table><p>z &#8217; &bogus; <![CDATA[ q ]]>",
    ),
    "json": (
        '{"id": 7, "headline": "H \\u201c", "content": {"rendered": "<p>A \\"b\\"<\\/p>"}, "n": [1.5, null, true], "images": [{"caption": "c"}]}',
        '[{"title": "a", "body": "x\\n\\ny"}, {"headlines": [{"value": "v"}], "bodies": [{"value": "w \\ud83d\\ude00"}]}]',
    ),
    "jsonl": ('{"title": "a", "body": "x"}\n{"id": "b", "body_html": "<p>y</p>"}\n\n{"broken"\n',),
    "xml": (
        "<?xml version='1.0'?><rss><channel><language>en</language><item><guid>g</guid><title>T &amp; u</title><description>&lt;p&gt;A&lt;/p&gt;</description><content:encoded><![CDATA[<p>b</p>]]></content:encoded></item></channel></rss>",
        "<feed xml:lang='en'><entry><id>i</id><title type='html'>x</title><summary>s</summary><content type='xhtml'><div><p>c <b>d</b></p></div></content></entry></feed>",
    ),
    "pack": (
        "- id: follow\n  kind: line\n  pattern: 'follow (?:us|me)\\b.{0,9}'\n  severity: error\n  message: m\n  why: w\n  fix: delete-line\n  flags: [Follow us]\n  keeps: [They follow]\n",
        "- id: a\n  kind: prefer\n  message: m\n  why: w\n  severity: info\n  prefer: {Kiev: Kyiv}\n  flags: [Kiev]\n  keeps: [Kyiv]\n- id: b\n  kind: consistency\n  message: m\n  why: w\n  severity: info\n  forms: [[a b], [c]]\n  flags: [x]\n  keeps: [y]\n- id: c\n  kind: sequence\n  message: m\n  why: w\n  severity: info\n  sequence: [{lower: the}, {shape: title, not: {text: X}}]\n  flags: [x]\n  keeps: [y]\n",
        "category: name\nnames:\n- {name: Yoav Gallant, kind: person, also: [Galant], from: 1958, to: '', weight: 3}\n",
    ),
    "config": (
        "lang: en\nselect: [name, chrome/share]\nrules:\n  name/misspelled: warning\n  style: off\nhouse:\n  spelling: uk\nper-file:\n  'drafts/**':\n    severity: info\n    ignore: [style]\nfields: {lead: summary}\nexclude: ['*.tmp', '!a']\njobs: 2\nformat: json\n",
        "names: [a.txt]\npacks: packs\nbaseline: b.json\nfail-on: warning\nengine: harper\nshow-confirmed: true\n",
    ),
    "names": (
        "# list\nYoav Gallant\nKyiv\n", "name,kind,also,from,weight\nYoav Gallant,person,Galant|G,1958,3\n",
        "- name: Yoav Gallant\n  also: [Galant]\n- Kyiv\n- {id: x}\n",
    ),
}  # fmt: skip


def texts(target: str) -> list[bytes]:
    """Return the inputs a target starts from."""
    whole = [text.encode("utf-8", "surrogatepass") for text in _WHOLE[target]]
    marked = [b"~" + bytes(range(128, 256)), b"~" + whole[0][:200]]
    return [*whole, whole[0].decode("utf-8", "surrogatepass").encode("utf-16"), *marked]

"""What holds for any text, any rules and any line ends."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lintnews.config import Config
from lintnews.document import Document
from lintnews.errors import InputError
from lintnews.findings import Edit, Finding, Severity
from lintnews.linter import Linter
from lintnews.packs.compile import compile_rules
from lintnews.packs.match import Matcher
from lintnews.packs.schema import RuleSpec
from lintnews.source.article import Source
from lintnews.source.read import READERS, articles
from lintnews.work import lint_source

# Pieces of articles that tempt the checks, and characters that make offsets slip.
PIECES = [
    "Share on WhatsApp", "Read also: more", "Follow us on Google news ,Twitter", "the the", "Hamas.",
    "Prime Minister Benjamin Netanyahoo", "Yov Galante", "Gallant", "Kyiv", "kyiv", "said", "U.S.",
    "“He left", "left”.", "\"quoted\"", "1: 2", "<!-- lintnews: ignore -->", "[sic]", "… ..", " ,",
    "<b>bold</b>", "&amp;", "**Yov** Galante", "[link](http://x.y)", "# Head", "- item", "> quote",
    "---\ntitle: Yov Galante\n---\n", '{"title": "Yov Galante", "body": "the the"}', "<p>", "```", "|a|b|",
    "\ufeff", "\u200b", "\u00a0", "e\u0301", "🚀", "İ", "ß", "漢字", "العربية", "\u202e", "\x1b[31m",
]  # fmt: skip
ENDS = ["\n", "\r\n", "\r", "\n\n", "\r\n\r\n", "\r\r", "\u2028", "\x85", "\x0b", " ", " "]
TEXTS = st.lists(
    st.one_of(st.sampled_from(PIECES), st.sampled_from(ENDS), st.text(max_size=8)), max_size=30
).map("".join)
SUFFIXES = sorted({".txt", *READERS})
WORDS = st.sampled_from("the he said Galante read share on kyiv rocket a b".split())


@st.composite
def rules(draw: st.DrawFn) -> RuleSpec:
    kind = draw(st.sampled_from(["text", "line", "paragraph", "sentence"]))
    pattern = draw(
        st.sampled_from([r"\b{}\b", r"{}.?", r"(?:{}|\s+)", r"[{}]+", r"{}\W+\w+", r"\S*{}$", r"."])
    ).format(draw(WORDS))
    fix, replace = draw(
        st.sampled_from([("", None), ("delete", None), ("delete-line", None), ("", "x"), ("", "")])
    )
    return RuleSpec(
        id="chrome/random", kind=kind, pattern=pattern, fix=fix, replace=replace,
        severity=Severity.WARNING, max_words=draw(st.sampled_from([0, 0, 3])),
        unless=draw(st.sampled_from(["", "", "said"])), case=draw(st.booleans()),
    )  # fmt: skip


def as_file(suffix: str, text: str, wrapped: bool) -> str:
    """Return a file of that suffix that holds the text, or the text itself as a broken file."""
    if not wrapped:
        return text
    if suffix in (".json", ".jsonl", ".ndjson"):
        record = {
            "headline": text[:20],
            "body": text,
            "body_html": f"<p>{text}</p>",
            "n": [1, None],
        }
        return json.dumps(record, ensure_ascii=len(text) % 2 == 0) + "\n"
    if suffix in (".xml", ".rss", ".atom"):
        return f"<rss><channel><item><title>a</title><description>{text}</description></item></channel></rss>"
    return text


def findings_of(linter: Linter, suffix: str, text: str) -> list[Finding]:
    """Return the findings; a file that is no JSON or XML has none."""
    try:
        return lint_source(linter, Source(f"a{suffix}", text)).findings
    except InputError as problem:
        assert "\n" not in str(problem)  # noqa: PT017
        return []


def apply(text: str, edits: list[Edit]) -> str:
    """Return the text with the edits made, the slow and certain way: from the end."""
    for edit in sorted(edits, key=lambda e: (e.start, e.end), reverse=True):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


def spliced(text: str, edits: list[Edit]) -> str:
    """Return what replacing the spans in one pass gives."""
    out, at = [], 0
    for edit in sorted(edits, key=lambda e: (e.start, e.end)):
        out += [text[at : edit.start], edit.text]
        at = edit.end
    return "".join([*out, text[at:]])


def chosen(findings: list[Finding]) -> list[Edit]:
    """Return the edits of the findings, first come first served, without overlaps."""
    taken: list[Edit] = []
    for finding in findings:
        edits = finding.fix.edits if finding.fix else ()
        if all(e.end <= t.start or t.end <= e.start for e in edits for t in taken) and not any(
            e.start == t.start for e in edits for t in taken
        ):
            taken += edits
    return taken


def assert_exact(findings: list[Finding], text: str) -> None:
    source = Source("a.txt", text)
    for finding in findings:
        assert 0 <= finding.start < finding.end <= len(text)
        assert text[finding.start : finding.end] == finding.text
        assert source.position(finding.start) == (finding.line, finding.column)
        assert source.position(finding.end) == (finding.end_line, finding.end_column)
        assert finding.message
        assert finding.shown
        assert "/" in finding.rule
        for edit in finding.fix.edits if finding.fix else ():
            assert 0 <= edit.start <= edit.end <= len(text)
    assert findings == sorted(findings, key=lambda f: (f.start, f.end, f.rule))


@pytest.mark.parametrize("suffix", SUFFIXES)
@settings(max_examples=60)
@given(text=TEXTS, wrapped=st.booleans())
def test_no_text_makes_check_raise_and_every_finding_is_exact(linter, suffix, text, wrapped):
    text = as_file(suffix, text, wrapped)
    assert_exact(findings_of(linter, suffix, text), text)


@pytest.mark.parametrize("suffix", SUFFIXES)
@settings(max_examples=60)
@given(text=TEXTS)
def test_making_fixes_is_replacing_their_spans(linter, suffix, text):
    text = as_file(suffix, text, True)
    edits = chosen(findings_of(linter, suffix, text))
    fixed = apply(text, edits)
    assert fixed == spliced(text, edits)
    # What no edit touches is still there, in order.
    at = 0
    keep = sorted(edits, key=lambda e: (e.start, e.end))
    for start, end in zip(
        [0, *(e.end for e in keep)], [*(e.start for e in keep), len(text)], strict=True
    ):
        found = fixed.find(text[start:end], at)
        assert found >= at
        at = found + (end - start)


@settings(max_examples=120)
@given(rule=rules(), text=TEXTS)
def test_random_rules_give_exact_spans_and_edits_in_place(rule, text):
    matcher = Matcher(compile_rules([rule]))
    for article in articles(Source("a.txt", text)):
        doc = Document(article)
        for _, hit in matcher.hits(doc, "en"):
            assert 0 <= hit.start < hit.end <= len(doc.text)
            start, end = doc.view.to_source(hit.start, hit.end)
            assert 0 <= start < end <= len(text)
            if article.view.is_identity:
                assert text[start:end] == doc.text[hit.start : hit.end]
            for edit in hit.edits:
                assert 0 <= edit.start <= edit.end <= len(doc.text)


@settings(max_examples=60)
@given(text=TEXTS)
def test_line_ends_change_positions_and_nothing_else(linter, text):
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    unix = lint_source(linter, Source("a.txt", plain)).findings
    windows = lint_source(linter, Source("a.txt", plain.replace("\n", "\r\n"))).findings
    old_mac = lint_source(linter, Source("a.txt", plain.replace("\n", "\r"))).findings
    seen = [(f.rule, f.line, f.column, f.shown) for f in unix]
    assert [(f.rule, f.line, f.column, f.shown) for f in windows] == seen
    assert [(f.rule, f.line, f.column, f.shown) for f in old_mac] == seen


@settings(max_examples=60)
@given(text=TEXTS)
def test_a_byte_order_mark_shifts_offsets_by_one(linter, text):
    text = text.lstrip("\ufeff")
    before = lint_source(linter, Source("a.txt", text)).findings
    after = lint_source(linter, Source("a.txt", "\ufeff" + text)).findings
    assert [(f.rule, f.start + 1, f.text) for f in before] == [
        (f.rule, f.start, f.text) for f in after
    ]


@settings(max_examples=40)
@given(text=TEXTS)
def test_a_second_run_says_the_same(linter, text):
    source = Source("a.txt", text)
    assert lint_source(linter, source).findings == lint_source(linter, source).findings


@settings(max_examples=40)
@given(text=TEXTS)
def test_moved_lines_keep_their_fingerprints(linter, text):
    """A baseline matches findings by fingerprint: lines added above must not change it."""
    intro = "\n".join(["An unrelated paragraph about the harvest stands here now."] * 3) + "\n\n"
    marks = {f.fingerprint for f in lint_source(linter, Source("a.txt", "\n\n" + text)).findings}
    moved = lint_source(linter, Source("a.txt", "\n\n" + text + "\n\n" + intro)).findings
    assert len(marks - {f.fingerprint for f in moved}) <= 2 + len(marks) // 2


@settings(max_examples=60)
@given(text=TEXTS)
def test_the_switched_off_linter_says_nothing(text):
    quiet = Linter(Config(select=("grammar",)))
    findings = lint_source(quiet, Source("a.txt", text)).findings
    assert {f.rule for f in findings} <= {"style/unused-suppression"}

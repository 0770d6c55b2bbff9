"""Comments and [sic] that silence findings, and the report on those that silence nothing."""

from __future__ import annotations

import pytest

from lintnews.findings import Finding, Severity
from lintnews.source.article import Source
from lintnews.suppress import suppress
from lintnews.work import lint_source

KNOWN = ("name/misspelled", "chrome/read-also", "garble/repetition")
NEXT = "style/unused-suppression"


def finding(text: str, word: str, rule: str = "name/misspelled", nth: int = 0) -> Finding:
    at = -1
    for _ in range(nth + 1):
        at = text.index(word, at + 1)
    line, column = Source("a.txt", text).position(at)
    return Finding(
        path="a.txt", rule=rule, severity=Severity.ERROR, confidence=0.97, message="m",
        start=at, end=at + len(word), line=line, column=column, end_line=line,
        end_column=column + len(word), text=word, shown=word,
    )  # fmt: skip


def left(text: str, *findings: Finding) -> list[tuple[str, str]]:
    """Return (rule, text) of what remains."""
    kept, silenced = suppress(list(findings), Source("a.txt", text), KNOWN)
    unused = sum(f.rule == NEXT for f in kept)
    assert silenced == len(findings) - (len(kept) - unused)
    return [(f.rule, f.text) for f in kept]


def test_ignore_covers_the_next_paragraph_and_no_more():
    text = "<!-- lintnews: ignore name/misspelled -->\nGalante said. Galante left.\n\nGalante ate."
    found = [finding(text, "Galante", nth=n) for n in range(3)]
    kept, silenced = suppress(found, Source("a.txt", text), KNOWN)
    assert (kept, silenced) == ([found[2]], 2)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("blank", ["", "  "])
def test_the_paragraph_ends_at_a_blank_line_of_any_kind(end, blank):
    text = f"<!-- lintnews: ignore -->{end}Galante.{end}{blank}{end}Galante."
    found = [finding(text, "Galante", nth=n) for n in range(2)]
    assert suppress(found, Source("a.txt", text), KNOWN)[0] == [found[1]]


def test_a_blank_line_after_the_comment_does_not_end_it():
    text = "<!-- lintnews: ignore -->\n\nGalante.\n\nGalante."
    found = [finding(text, "Galante", nth=n) for n in range(2)]
    assert suppress(found, Source("a.txt", text), KNOWN)[0] == [found[1]]


def test_ignore_next_silences_one_finding():
    text = "<!-- lintnews: ignore-next name because he spells it so -->Galante and Galante."
    found = [finding(text, "Galante", nth=n) for n in range(2)]
    assert suppress(found, Source("a.txt", text), KNOWN) == ([found[1]], 1)


def test_ignore_file_silences_everything_also_above():
    text = "Galante.\n\n<!-- lintnews: ignore-file name -->\n\nGalante. read also"
    found = [finding(text, "Galante", nth=n) for n in range(2)]
    chrome = finding(text, "read also", "chrome/read-also")
    assert suppress([*found, chrome], Source("a.txt", text), KNOWN) == ([chrome], 2)


def test_a_comment_names_rules_categories_or_nothing():
    for words, silenced in (("name/misspelled", 1), ("name, chrome", 2), ("", 2), ("chrome", 1)):
        text = f"<!-- lintnews: ignore {words} -->Galante read also"
        found = [finding(text, "Galante"), finding(text, "read also", "chrome/read-also")]
        assert suppress(found, Source("a.txt", text), KNOWN)[1] == silenced


def test_what_stands_before_the_comment_is_not_covered():
    text = "Galante <!-- lintnews: ignore --> said so."
    assert left(text, finding(text, "Galante")) == [
        ("name/misspelled", "Galante"), (NEXT, "<!-- lintnews: ignore -->"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("comment", "message"),
    [
        ("<!-- lintnews: ignore name -->", "this comment suppresses nothing; remove it"),
        ("<!--lintnews:ignore-file-->", "this comment suppresses nothing; remove it"),
        ("<!-- lintnews: ignroe -->", "unknown word 'ignroe'; did you mean 'ignore'?"),
        (
            "<!-- lintnews: ignore name/mispelled -->",
            "unknown rule 'name/mispelled'; did you mean 'name/misspelled'?",
        ),
    ],
)
def test_a_comment_that_does_nothing_is_a_finding(comment, message):
    text = f"All is well.\r\n\r\n{comment}\r\nSo it is."
    (unused,) = suppress([], Source("a.txt", text), KNOWN)[0]
    assert (unused.rule, unused.severity) == (NEXT, Severity.WARNING)
    assert unused.message == message
    assert text[unused.start : unused.end] == unused.text == comment
    assert (unused.line, unused.column) == (3, 1)


@pytest.mark.parametrize("sic", [" [sic]", " (sic)", "” [sic]", " [Sic]", "[sic]"])
def test_a_word_followed_by_sic_is_left_alone(sic):
    text = f"“Galante{sic} said so"
    assert left(text, finding(text, "Galante")) == []


def test_sic_further_away_says_nothing():
    text = "Galante said so [sic]"
    assert left(text, finding(text, "Galante")) == [("name/misspelled", "Galante")]


def test_a_comment_that_is_never_closed_is_text():
    text = "<!-- lintnews: ignore name\n\nGalante"
    assert left(text, finding(text, "Galante")) == [("name/misspelled", "Galante")]


def test_the_linter_applies_comments_and_keeps_them_out_of_the_text(linter):
    text = "<!-- lintnews: ignore chrome because it is a quotation -->\nShare on WhatsApp\n"
    result = lint_source(linter, Source("a.txt", text))
    assert (result.findings, result.suppressed) == ([], 1)


def test_many_comments_stay_linear():
    import time

    text = "<!-- lintnews: ignore name -->Galante.\n\n" * 3_000
    found = [finding(text, "Galante", nth=0)]
    since = time.perf_counter()
    suppress(found, Source("a.txt", text), KNOWN)
    assert time.perf_counter() - since < 5

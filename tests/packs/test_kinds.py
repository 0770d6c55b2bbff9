"""The seven kinds of rules: what each marks, and what its message, fix and suggestion say."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from lintnews.document import Document
from lintnews.findings import Hit
from lintnews.packs.compile import compile_rules
from lintnews.packs.hits import keep_case
from lintnews.packs.load import load
from lintnews.packs.match import Matcher

PROOF = (
    "  severity: warning\n  message: 'said {text}, say {suggestion}'\n  flags: [x]\n  keeps: [y]\n"
)


@pytest.fixture
def hits(pack: Callable[[str], Path]) -> Callable[..., Sequence[Hit]]:
    """Return a function: the keys of one rule and a text to its hits, in the order of the text."""

    def find(keys: str, text: str, lang: str = "en") -> list[Hit]:
        body = "".join(f"  {line}\n" for line in keys.splitlines())
        rules = load([pack(f"- id: tried\n{body}{PROOF}")]).rules
        found = [hit for _, hit in Matcher(compile_rules(rules)).hits(Document.of(text), lang)]
        return sorted(found, key=lambda hit: (hit.start, hit.end))

    return find


def marked(text: str, hits: Sequence[Hit]) -> list[str]:
    return [text[hit.start : hit.end] for hit in hits]


def test_text_marks_what_matched_anywhere(hits):
    text = "He read more. Then he Read More again."
    assert marked(text, hits("kind: text\npattern: 'read\\s+more'", text)) == [
        "read more",
        "Read More",
    ]


def test_text_marks_every_match_of_one_line(hits):
    text = "ad ad ad"
    assert [(h.start, h.end) for h in hits("kind: text\npattern: '\\bad\\b'", text)] == [
        (0, 2), (3, 5), (6, 8),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "keys",
    [
        "kind: text\npattern: '(?<!\\w)(?:dogs\\s+and\\s+cattle|cats\\s+and\\s+dogs)'",
        "kind: text\nany: [dogs and cattle, cats and dogs]",
    ],
)
def test_of_overlapping_alternatives_the_leftmost_is_told(hits, keys: str):
    text = "It rained cats and dogs and cattle."
    assert marked(text, hits(keys, text)) == ["cats and dogs"]


def test_case_true_tells_capitals_apart(hits):
    text = "read more, Read More"
    assert marked(text, hits("kind: text\ncase: true\npattern: 'Read More'", text)) == ["Read More"]


def test_any_takes_literal_phrases_over_any_white_space_and_either_apostrophe(hits):
    text = "Don’t  miss this. Don't miss that. Pardon't miss it."
    assert marked(text, hits('kind: text\nany: ["don\'t miss"]', text)) == [
        "Don’t  miss", "Don't miss",
    ]  # fmt: skip


def test_any_does_not_take_regular_expressions(hits):
    assert hits("kind: text\nany: ['a.c']", "abc adc") == []


@pytest.mark.parametrize("lead", ["", "» ", "- ", "• ", "→", "👉 ", "* * "])
def test_line_marks_the_whole_line_from_its_first_word(hits, lead):
    text = f"Prose stands here.\n {lead}Follow us on Telegram\nThey follow us on foot."
    found = marked(text, hits("kind: line\npattern: 'follow us on\\b'", text))
    assert found == [f"{lead}Follow us on Telegram"]


def test_paragraph_marks_the_whole_paragraph(hits):
    text = "One.\n\nAdvertisement: buy\nnow and here.\n\nTwo. Advertisement"
    assert marked(text, hits("kind: paragraph\npattern: 'advertisement'", text))[0].startswith(
        "Advertisement: buy"
    )


def test_sentence_marks_the_sentence_that_starts_so(hits):
    text = "Rain fell. Read also the forecast. Nobody would read also this."
    assert marked(text, hits("kind: sentence\npattern: 'read also'", text)) == [
        "Read also the forecast."
    ]


def test_max_words_keeps_prose_out(hits):
    rule = "kind: line\nmax-words: 3\npattern: 'share'"
    assert marked("Share this story", hits(rule, "Share this story")) == ["Share this story"]
    assert hits(rule, "Share prices fell again") == []


def test_unless_excuses_the_line_it_stands_in_and_no_other(hits):
    rule = "kind: line\npattern: 'share'\nunless: 'prices'"
    text = "Share this\n\nShare prices fell"
    assert marked(text, hits(rule, text)) == ["Share this"]


def test_unless_of_a_text_rule_looks_at_its_sentence(hits):
    rule = "kind: text\npattern: 'share'\nunless: 'prices'"
    text = "You may share. The share of prices rose."
    assert [(h.start, h.end) for h in hits(rule, text)] == [(8, 13)]


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("related press", "associated press"),
        ("Related press", "Associated press"),
        ("RELATED PRESS", "ASSOCIATED PRESS"),
    ],
)
def test_prefer_keeps_the_case_of_the_text(hits, wrong, right):
    text = f"The {wrong} said so."
    (hit,) = hits("kind: prefer\nprefer: {related press: associated press}", text)
    assert (hit.start, hit.end) == (4, 4 + len(wrong))
    assert hit.suggestions == (right,)
    assert [(e.start, e.end, e.text) for e in hit.edits] == [(4, 4 + len(wrong), right)]
    assert hit.message == f"said {wrong}, say {right}"


def test_prefer_offers_every_right_form_and_edits_to_the_first(hits):
    (hit,) = hits("kind: prefer\nprefer: {rotor: [rotary, engine]}", "a rotor ran")
    assert hit.suggestions == ("rotary", "engine")
    assert hit.edits[0].text == "rotary"


def test_prefer_leaves_longer_words_alone(hits):
    assert hits("kind: prefer\nprefer: {art: craft}", "The party started art-less.") != []
    assert hits("kind: prefer\nprefer: {art: craft}", "The party started.") == []


def test_consistency_marks_the_rarer_form(hits):
    text = "The adviser met advisers. An advisor left."
    (hit,) = hits("kind: consistency\nforms: [[adviser, advisers], [advisor, advisors]]", text)
    assert text[hit.start : hit.end] == "advisor"
    assert hit.suggestions == ("adviser",)
    assert hit.evidence == ("“adviser” stands 2 times in this article",)


def test_consistency_is_content_with_one_form(hits):
    rule = "kind: consistency\nforms: [[adviser, advisers], [advisor, advisors]]"
    assert hits(rule, "The adviser met advisers.") == []


def test_sequence_tests_consecutive_tokens(hits):
    rule = "kind: sequence\nsequence: [{lower: [the, a]}, {lower: of}]"
    text = "He saw the of it and the end of it."
    assert marked(text, hits(rule, text)) == ["the of"]


@pytest.mark.parametrize(
    ("test", "found"),
    [
        ("{text: Of}", ["the Of"]),
        ("{shape: title}", ["the Of"]),
        ("{shape: upper}", ["the USA"]),
        ("{shape: digits}", ["the 12"]),
        ("{shape: [digits, upper]}", ["the USA", "the 12"]),
        ("{shape: lower, not: {lower: end}}", ["the cat"]),
    ],
)
def test_sequence_conditions(hits, test, found):
    text = "the Of one, the USA two, the 12 three, the end four, the cat"
    assert marked(text, hits(f"kind: sequence\nsequence: [{{lower: the}}, {test}]", text)) == found


def test_a_sequence_stays_inside_a_sentence(hits):
    rule = "kind: sequence\nsequence: [{lower: left}, {text: .}, {lower: he}]"
    assert hits(rule, "They left. He stayed.") == []


def test_delete_line_takes_the_blank_line_with_it(hits):
    text = "One.\n\nTwo.\n\nFollow us\n\nThree."
    (hit,) = hits("kind: line\npattern: 'follow us$'\nfix: delete-line", text)
    (edit,) = hit.edits
    assert text[: edit.start] + edit.text + text[edit.end :] == "One.\n\nTwo.\n\nThree."


def test_delete_line_at_the_end_takes_the_blank_line_before(hits):
    text = "One.\n\nTwo.\n\nFollow us"
    (hit,) = hits("kind: line\npattern: 'follow us$'\nfix: delete-line", text)
    (edit,) = hit.edits
    assert text[: edit.start] + edit.text + text[edit.end :] == "One.\n\nTwo.\n"


def test_delete_takes_one_of_the_spaces(hits):
    text = "He said (read more) so."
    (hit,) = hits("kind: text\npattern: '\\(read more\\)'\nfix: delete", text)
    (edit,) = hit.edits
    assert text[: edit.start] + text[edit.end :] == "He said so."


def test_replace_may_refer_to_groups(hits):
    text = "It ended 1: 2 there."
    (hit,) = hits("kind: text\npattern: 'ended (\\d): (\\d)'\nreplace: 'ended \\1-\\2'", text)
    assert hit.suggestions == ("ended 1-2",)


def test_a_rule_runs_only_on_its_languages(hits):
    assert hits("kind: text\nlang: [de]\npattern: 'mehr lesen'", "mehr lesen") == []
    assert len(hits("kind: text\nlang: [de]\npattern: 'mehr lesen'", "mehr lesen", "de")) == 1
    assert len(hits("kind: text\nlang: ['*']\npattern: 'mehr lesen'", "mehr lesen", "fr")) == 1


def test_a_rule_finds_text_after_letters_that_grow_in_lower_case(hits):
    text = "İİİ İstanbul said read more here"
    assert marked(text, hits("kind: text\npattern: 'read more'", text)) == ["read more"]


@pytest.mark.parametrize(
    ("text", "right", "kept"),
    [
        ("THE WORDS", "other words", "OTHER WORDS"),
        ("The words", "other words", "Other words"),
        ("the words", "Other words", "Other words"),
        ("US", "United States", "United States"),
        ("EU", "union", "Union"),
        ("12", "twelve", "twelve"),
    ],
)
def test_case_is_kept(text, right, kept):
    assert keep_case(text, right) == kept


def test_a_replacement_with_groups_sees_the_words_around_the_match(hits):
    text = "They met in the year 2024 of grace."
    keys = "kind: text\npattern: '(?<=the )year (\\d+)(?= of grace)'\nreplace: '\\1'"
    assert [hit.suggestions for hit in hits(keys, text)] == [("2024",)]

"""Rules for one topic: what proves it, what happens without it, and how its mistakes are told."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from lintnews.catalog import all_rules
from lintnews.cli.explain import explained
from lintnews.document import Document
from lintnews.errors import PackError
from lintnews.findings import Hit
from lintnews.packs import match
from lintnews.packs.compile import compile_rules
from lintnews.packs.finder import WORD
from lintnews.packs.load import builtin_folder, builtin_topics, load
from lintnews.packs.match import Matcher
from lintnews.packs.prove import failures
from lintnews.packs.topics import Topics
from lintnews.packs.units import decode, encode

TOPIC = """\
topics:
  chess:
    needs: 3
    words: [pawn pawns, bishop bishops, checkmate, castling]
"""
RULE = """\
rules:
- id: runner
  kind: text
  topic: chess
  pattern: '\\brunners?\\b'
  severity: warning
  message: '{text} is a bishop.'
  flags: ["The runner was taken."]
  keeps: ["The race was run."]
"""
ON_TOPIC = "The runner took a pawn. Castling came late, and checkmate followed."
# Two of the words, one of them in both its forms.
OFF_TOPIC = "The runner sold one pawn and two pawns and wrote a poem on checkmate."


def hits(path: Path, text: str) -> list[Hit]:
    pack = decode(encode(compile_rules(load([path]).rules)))
    return [hit for _, hit in Matcher(pack).hits(Document.of(text), "en")]


def refusal(path: Path) -> str:
    with pytest.raises(PackError) as caught:
        load([path])
    return str(caught.value).rpartition("rules.yaml")[2]


def test_a_rule_with_a_topic_is_silent_until_enough_words_prove_it(pack):
    path = pack(TOPIC + RULE)
    assert [ON_TOPIC[h.start : h.end] for h in hits(path, ON_TOPIC)] == ["runner"]
    assert hits(path, OFF_TOPIC) == []


def test_one_of_several_topics_is_enough(pack):
    path = pack(TOPIC + RULE.replace("topic: chess", "topic: [weather, chess]"))
    assert len(hits(path, ON_TOPIC)) == 1


def test_examples_count_as_being_on_the_topic(pack):
    rules = load([pack(TOPIC + RULE)]).rules
    assert list(failures(rules)) == []
    rules = load([pack(TOPIC + RULE.replace("The race was run.", "A runner fell."))]).rules
    assert [reason for _, reason in failures(rules)] == ["flags 'runner' in 'A runner fell.'"]


def test_any_pack_may_name_a_built_in_topic(pack):
    (rule,) = load([pack(RULE.replace("chess", "football"))]).rules
    assert rule.topic == (builtin_topics()["football"],)


def test_an_unknown_topic_names_the_nearest_one(pack):
    said = refusal(pack(RULE.replace("chess", "footbal")))
    assert said == ":2: rule 'chrome/runner': unknown topic 'footbal'; did you mean 'football'?"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("needs: 3", "needs: 9", "topic 'chess' has 4 words and needs 9 of them"),
        ("needs: 3", "needs: 1", "expected a whole number, found '1'"),
        ("checkmate", "Checkmate", "topic 'chess': 'Checkmate' is no word in lower case"),
        ("checkmate", "check-mate", "topic 'chess': 'check-mate' is no word in lower case"),
        ("castling", "pawns", "topic 'chess': 'pawns' stands twice"),
        ("needs: 3", "need: 3", "unknown key 'need'; did you mean 'needs'?"),
    ],
)
def test_a_mistake_in_a_topic_is_told_with_its_line(
    pack: Callable[[str], Path], old: str, new: str, said: str
):
    told = refusal(pack(TOPIC.replace(old, new) + RULE))
    assert told.partition(": ")[2] == said
    assert told.startswith(":")


def test_a_topic_without_words_is_refused(pack):
    text = TOPIC.replace("    words: [pawn pawns, bishop bishops, checkmate, castling]\n", "")
    assert refusal(pack(text + RULE)) == ":3: topic 'chess' needs the key 'words'"


def test_a_topic_that_stands_twice_is_refused(pack):
    with pytest.raises(PackError, match="'football' stands already"):
        load([builtin_folder(), pack(TOPIC.replace("chess", "football"))])


def test_articles_about_something_else_look_for_nothing_of_a_topic(pack, monkeypatch):
    matcher = Matcher(compile_rules(load([pack(TOPIC + RULE)]).rules))
    read: list[object] = []
    decode = match.decode_anchors
    monkeypatch.setattr(match, "decode_anchors", lambda raw: read.append(raw) or decode(raw))
    assert list(matcher.hits(Document.of(OFF_TOPIC), "en")) == []
    assert read == []
    for _ in range(2):
        doc = Document.of(ON_TOPIC + " Another runner came.")
        assert len(list(matcher.hits(doc, "en"))) == 2
    assert len(read) == 1


def test_a_rule_of_a_topic_that_nothing_announces_is_tried_on_lines(pack):
    bare = RULE.replace("kind: text", "kind: line").replace("\\brunners?\\b", "[a-z ]*runner")
    assert len(hits(pack(TOPIC + bare), ON_TOPIC)) == 1
    assert hits(pack(TOPIC + bare), OFF_TOPIC) == []


def test_a_page_of_explain_tells_the_topic():
    rule = next(r for r in all_rules() if r.id == "garble/topic-football-annexed")
    assert "Only in articles about football: at least 4 of its" in explained(rule)


@pytest.mark.parametrize(
    ("topic", "text"),
    [
        ("football", "The striker scored in the last minute and the club leads the league."),
        ("courts", "The judge sentenced him to prison; his lawyer will appeal."),
        ("weather", "Rain and wind are expected, with temperatures of 12 degrees and some snow."),
        ("economy", "The bank said inflation slowed, shares rose and exports grew by one percent."),
    ],
)
def test_a_short_report_proves_its_topic_and_no_far_one(topic: str, text: str):
    doc = Document.of(text)
    proved = Topics(builtin_topics().values()).proved(set(WORD.findall(doc.squeezed.text)))
    assert topic in proved
    assert proved.isdisjoint({"society", "war"})

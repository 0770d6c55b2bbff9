"""Hostile packs: none runs away with time or memory, each is told in one line."""

from __future__ import annotations

import contextlib
import resource
import sys
import time

import pytest

from lintnews.document import Document
from lintnews.errors import ConfigError, PackError
from lintnews.linter import Linter
from lintnews.packs.clock import FILE_SECONDS, MATCH_SECONDS
from lintnews.packs.compile import compile_rules
from lintnews.packs.load import load, pack_files
from lintnews.packs.match import Matcher
from lintnews.strict_yaml import MAX_BYTES, MAX_DEPTH, Reader

RULE = """\
- id: {id}
  kind: text
  pattern: '{pattern}'
  severity: warning
  message: m
  flags: [x]
  keeps: [y]
"""
# A full second for the file, one match under way when it ends, and a slow machine.
PATIENCE = FILE_SECONDS + MATCH_SECONDS + 2.0


def refused(pack, text: str, within: float = 2.0) -> str:
    """Return the refusal, after checking that it came soon and in one line."""
    since = time.thread_time()
    with pytest.raises(PackError) as caught:
        compile_rules(load([pack(text)]).rules)
    assert time.thread_time() - since < within
    assert "\n" not in str(caught.value)
    return caught.value.reason


def matcher_of(pack, *patterns: str) -> Matcher:
    text = "".join(RULE.format(id=f"r{i}", pattern=p) for i, p in enumerate(patterns))
    return Matcher(compile_rules(load([pack(text)]).rules))


def test_yaml_aliases_are_refused_before_they_multiply(pack):
    levels = ["a: &a [lol, lol, lol, lol, lol, lol, lol, lol, lol]"]
    levels += [
        f"{chr(98 + i)}: &{chr(98 + i)} [{', '.join([f'*{chr(97 + i)}'] * 9)}]" for i in range(20)
    ]
    assert "aliases are not allowed" in refused(pack, "\n".join(levels))


def test_one_alias_is_refused(pack):
    assert "aliases are not allowed" in refused(pack, "- &a {name: A B}\n- *a\n")


def test_an_alias_to_itself_is_refused(pack):
    assert "not allowed" in refused(pack, "- &a [*a]\n")


def test_a_merge_key_is_no_way_round(pack):
    refused(pack, "- &a {name: A B}\n- {<<: *a}\n")


@pytest.mark.parametrize("depth", [MAX_DEPTH + 1, 900, 100_000])
@pytest.mark.parametrize("marks", ["[]", "{}"])
def test_deep_nesting_is_refused(pack, depth, marks):
    middle = "a: " if marks == "{}" else ""
    reason = refused(pack, (marks[0] + middle) * depth + "x" + marks[1] * depth, within=5.0)
    assert "nested" in reason or "broken YAML" in reason


def test_a_file_of_twenty_megabytes_is_refused(pack):
    assert refused(pack, "- a\n" * 5_000_000) == f"larger than {MAX_BYTES // 1_000_000} MB"


def test_a_folder_of_too_many_files_is_no_pack(tmp_path):
    for number in range(2_001):
        (tmp_path / f"{number}.yaml").touch()
    with pytest.raises(PackError, match="more than 2000 YAML files"):
        pack_files(tmp_path)


@pytest.mark.parametrize(
    "tag", ["!!python/object/apply:os.system ['true']", "!!binary aGk=", "!x {a: b}"]
)
def test_tags_run_no_code(pack, tag):
    refused(pack, f"- id: {tag}\n  kind: text\n")


@pytest.mark.parametrize(
    "pattern", ["(a{1,999}){1,999}b", "((x{100}){100}){100}", "(?:w{9,}){9999}"]
)
def test_nested_counts_are_refused(pack, pattern):
    assert "repetitions multiply to" in refused(pack, RULE.format(id="r", pattern=pattern))


def test_a_count_in_a_character_class_or_after_a_backslash_is_no_count(pack):
    matcher_of(pack, r"[{999}]x\{999\}", "a{1,20}b{1,20}")


def test_a_pattern_that_nests_brackets_a_thousand_times_is_refused_or_read(pack):
    pattern = "(" * 1900 + "a" + ")" * 1900
    with contextlib.suppress(PackError):
        matcher_of(pack, pattern)


@pytest.mark.parametrize(
    "pattern",
    [r"(a+)+$", r"(\w+\s?)+:$", r"(.*)*,(.*)*,(.*)*x", r"(a|a)+b", r"(?:a|b|ab)+c$"],
)
def test_a_pattern_that_explodes_is_switched_off_and_named(pack, pattern):
    matcher = matcher_of(pack, pattern)
    doc = Document.of("a" * 4_000 + " ab" * 2_000 + "!")
    since = time.thread_time()
    list(matcher.hits(doc, "en"))
    assert time.thread_time() - since < PATIENCE
    for reason in matcher.off.values():
        assert reason == f"took more than {MATCH_SECONDS:g} s on one passage"


def test_a_long_file_switches_no_innocent_rule_off(linter: Linter):
    prose = "The minister said on Monday that the bridge over the river will be closed in May.\n\n"
    before = dict(linter.matcher.off)
    list(linter.matcher.hits(Document.of(prose * 8_000), "en"))
    assert linter.matcher.off == before


def test_a_rule_that_is_off_stays_off(pack):
    matcher = matcher_of(pack, r"(a+)+b\d")
    doc = Document.of("a" * 5_000 + "!")
    list(matcher.hits(doc, "en"))
    assert list(matcher.off) == [0]
    since = time.thread_time()
    assert list(matcher.hits(doc, "en")) == []
    assert time.thread_time() - since < MATCH_SECONDS


def test_the_other_rules_go_on_after_one_is_off(pack):
    matcher = matcher_of(pack, r"(a+)+b\d", "read more")
    found = list(matcher.hits(Document.of("a" * 5_000 + "!\n\nPlease read more here."), "en"))
    assert [rule.id for rule, _ in found] == ["chrome/r1"]


def test_eight_slow_rules_stay_within_the_second(pack):
    matcher = matcher_of(pack, *(rf"(a+)+{end}\d" for end in "bcdefghi"))
    doc = Document.of("\n".join(["a" * 5_000 + "!"] * 20))
    since = time.thread_time()
    list(matcher.hits(doc, "en"))
    assert time.thread_time() - since < PATIENCE
    assert matcher.off


def test_many_rules_that_are_slow_without_exploding_stay_within_the_second(pack):
    """Each match is below its own limit; only the sum is too much."""
    matcher = matcher_of(pack, *(rf"\w+?\s+\w+?\s+{letter}zz" for letter in "abcdefghijklmnop"))
    doc = Document.of("\n".join(["word " * 400] * 400))
    since = time.thread_time()
    list(matcher.hits(doc, "en"))
    assert time.thread_time() - since < PATIENCE


def test_a_slow_consistency_rule_is_cut_off_too(pack):
    text = RULE.format(id="r", pattern="p").replace(
        "kind: text\n  pattern: 'p'", "kind: consistency\n  forms: [[aa], [ab]]"
    )
    matcher = Matcher(compile_rules(load([pack(text)]).rules))
    doc = Document.of("aa ab " * 300_000)
    since = time.thread_time()
    list(matcher.hits(doc, "en"))
    assert time.thread_time() - since < 3 * PATIENCE


def test_a_slow_unless_counts_as_well(pack):
    text = RULE.format(id="r", pattern="start") + "  unless: '(a+)+b\\d'\n"
    matcher = Matcher(compile_rules(load([pack(text)]).rules))
    since = time.thread_time()
    assert list(matcher.hits(Document.of("start " + "a" * 5_000), "en")) == []
    assert time.thread_time() - since < PATIENCE
    assert matcher.off


def test_a_slow_replacement_cannot_hang(pack):
    """The replacement runs the pattern once more: it must be under the limit too."""
    text = RULE.format(id="r", pattern="(x+x+)+y|(q)") + "  replace: '\\2z'\n"
    matcher = Matcher(compile_rules(load([pack(text)]).rules))
    since = time.thread_time()
    list(matcher.hits(Document.of("q " + "x" * 3_000), "en"))
    assert time.thread_time() - since < PATIENCE


def test_the_linter_tells_of_a_rule_that_is_off(pack, cli, tmp_path):
    folder = pack(RULE.format(id="slow", pattern=r"(a+)+b\d"))
    (tmp_path / "a.txt").write_text("a" * 5_000 + "!\n")
    (tmp_path / "b.txt").write_text("a" * 5_000 + "!\n")
    ran = cli("check", "a.txt", "b.txt", "--pack", folder, "--format", "jsonl", "--jobs", "1")
    notices = [item["message"] for item in ran.lines() if item["type"] == "notice"]
    assert notices == [
        "rule chrome/slow is off for the rest of this run: it took more than 0.25 s on one passage"
    ]
    assert "rule chrome/slow is off" in ran.err
    assert ran.status == 0


def test_compiling_a_hostile_pack_takes_little_memory(pack):
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    refused(pack, "- a\n" * 5_000_000)
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    scale = 1024 if sys.platform != "darwin" else 1
    assert (after - before) * scale < 300_000_000


def test_numbers_without_end_are_no_numbers():
    reader = Reader("x.yaml", ConfigError)
    root = reader.load("'" + "9" * 100_000 + "'")
    assert root is not None
    with pytest.raises(ConfigError) as caught:
        reader.integer(root)
    assert len(str(caught.value)) < 450

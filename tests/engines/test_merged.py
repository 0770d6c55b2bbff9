"""The same thing is said once, ours first; nothing of one kind hides another kind."""

from __future__ import annotations

from lintnews.engines.allowed import HARPER, LANGUAGETOOL
from lintnews.engines.rules import AGREEMENT, REPEATED, RULES, SAME, SPACING
from lintnews.engines.run import merged
from lintnews.findings import Hit, Severity
from lintnews.linter import Linter


def hit(rule: str, start: int, end: int) -> Hit:
    return Hit(start, end, "message", rule=rule)


def test_what_our_own_rule_says_is_not_said_again():
    assert list(merged([hit(REPEATED, 10, 15)], [("garble/repetition", 10, 15)])) == []


def test_a_span_that_overlaps_is_the_same_place():
    assert list(merged([hit(REPEATED, 10, 15)], [("garble/repetition", 13, 15)])) == []
    assert list(merged([hit(REPEATED, 250, 262)], [("garble/repetition", 258, 900)])) == []


def test_spans_that_only_touch_are_two_places():
    found = [hit(REPEATED, 10, 15)]
    assert list(merged(found, [("garble/repetition", 15, 20)])) == found


def test_another_kind_on_the_same_span_hides_nothing():
    found = [hit(REPEATED, 10, 15), hit(AGREEMENT, 10, 15)]
    assert list(merged(found, [("name/misspelled", 10, 15), ("style/ceasefire", 10, 15)])) == found


def test_two_engines_that_agree_speak_once_and_the_first_one_does():
    first, second = hit(SPACING, 3, 5), hit(SPACING, 4, 5)
    assert list(merged([first, second], [])) == [first]


def test_every_rule_of_the_allow_lists_is_one_that_is_known():
    known = {rule.id for rule in RULES}
    assert {a.rule for a in (*LANGUAGETOOL.values(), *HARPER.values())} <= known


def test_every_rule_that_counts_as_the_same_exists(linter: Linter):
    named = {own for same in SAME.values() for own in same}
    assert named <= linter.known_rules


def test_no_engine_reports_an_error_by_itself():
    assert {rule.severity for rule in RULES} <= {Severity.WARNING, Severity.INFO}

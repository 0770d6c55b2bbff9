"""Every rule keeps its promise: what it must flag and what it must leave alone."""

from __future__ import annotations

import pytest

from lintnews.catalog import all_rules
from lintnews.checks.registry import all_checks
from lintnews.document import Document
from lintnews.findings import CATEGORIES, Rule, Severity
from lintnews.linter import Linter
from lintnews.packs.load import builtin_folder, load
from lintnews.packs.prove import failures
from lintnews.packs.schema import CONFIDENCE, RuleSpec

CHECKED = [rule for check in all_checks() for rule in check.rules]
FLAGS = [(rule.id, text) for rule in CHECKED for text in rule.flags]
KEEPS = [(rule.id, text) for rule in CHECKED for text in rule.keeps]
FILES = sorted({rule.path for rule in load([builtin_folder()]).rules})


def flagged(linter: Linter, rule: str, text: str) -> list[str]:
    """Return what a rule of a check flags in an article."""
    doc = Document.of(text)
    return [finding.text for finding in linter.check(doc) if finding.rule == rule]


@pytest.mark.parametrize(
    ("rule", "text"), FLAGS, ids=[f"{r}-{n}" for n, (r, _) in enumerate(FLAGS)]
)
def test_a_check_flags_what_it_promises_to(linter, rule, text):
    assert flagged(linter, rule, text)


@pytest.mark.parametrize(
    ("rule", "text"), KEEPS, ids=[f"{r}-{n}" for n, (r, _) in enumerate(KEEPS)]
)
def test_a_check_leaves_alone_what_it_promises_to(linter, rule, text):
    assert flagged(linter, rule, text) == []


@pytest.mark.parametrize("path", FILES, ids=[path.rpartition("rules/")[2] for path in FILES])
def test_a_built_in_pack_keeps_its_promises(path):
    rules: list[RuleSpec] = list(load([path]).rules)
    assert [f"{rule.id}: {reason}" for rule, reason in failures(rules)] == []


@pytest.mark.parametrize("rule", CHECKED, ids=lambda rule: rule.id)
def test_a_check_documents_itself(rule: Rule):
    assert rule.category in CATEGORIES
    assert rule.summary
    assert len(rule.summary) <= 140
    assert "\n" not in rule.summary


def test_rule_ids_are_unique_over_checks_and_packs():
    ids = [rule.id for rule in CHECKED] + [rule.id for rule in load([builtin_folder()]).rules]
    assert sorted({i for i in ids if ids.count(i) > 1}) == []


def test_the_confidence_of_a_rule_fits_its_level():
    """Error means 95 in 100 right, warning 80."""
    floors = {Severity.ERROR: 0.95, Severity.WARNING: 0.8, Severity.INFO: 0.0}
    assert all(CONFIDENCE[level] >= floor for level, floor in floors.items())
    for rule in all_rules():
        assert rule.confidence >= floors[rule.severity], rule.id


def test_every_built_in_message_fills_its_places():
    for rule in load([builtin_folder()]).rules:
        left = rule.message.replace("{text}", "").replace("{suggestion}", "")
        assert "{" not in left, rule.id
        assert rule.message.strip() == rule.message

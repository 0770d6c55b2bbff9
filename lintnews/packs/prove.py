"""Runs the proofs of rules: every flag must be found, every keep must stay silent."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from ..document import Document
from .compile import compile_rules
from .match import Matcher
from .schema import RuleSpec


def failures(rules: Sequence[RuleSpec]) -> Iterator[tuple[RuleSpec, str]]:
    """Yield (rule, what went wrong) for each example that a rule gets wrong.

    Examples are a sentence long and count as being about the topic of the rule.
    """
    for rule in rules:
        matcher = Matcher(compile_rules([replace(rule, topic=())]))
        lang = rule.lang[0] if rule.lang[0] != "*" else "en"
        for text in rule.flags:
            if not any(matcher.hits(Document.of(text), lang)):
                yield rule, f"does not flag {text!r}"
        for text in rule.keeps:
            for _, hit in matcher.hits(Document.of(text), lang):
                yield rule, f"flags {text[hit.start : hit.end]!r} in {text!r}"
                break
        for reason in matcher.off.values():
            yield rule, f"is too slow: it {reason}"

"""`lintnews explain RULE`: what it sees, why, its limits and examples."""

from __future__ import annotations

import argparse
import os
import textwrap

from ..catalog import all_rules
from ..errors import UsageError
from ..findings import Rule
from .check import config_of

_EXAMPLES = 4


_EPILOG = """examples:
  lintnews explain name/misspelled
  lintnews explain quote              no such rule: lists the near names
  lintnews explain --pack house chrome/ours"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.epilog = _EPILOG
    parser.add_argument("rule", metavar="RULE", help="a rule such as garble/repetition")
    parser.add_argument("--pack", action="append", metavar="DIR", help="add a folder of rule packs")


def run(options: argparse.Namespace) -> int:
    config = config_of(os.getcwd())
    rules = {r.id: r for r in all_rules([*config.packs, *(options.pack or ())])}
    if options.rule in rules:
        print(explained(rules[options.rule]))
        return 0
    near = nearest(options.rule, list(rules))
    hint = f"; near names: {', '.join(near)}" if near else "; see `lintnews rules`"
    raise UsageError(f"unknown rule {options.rule!r}{hint}")


def nearest(name: str, known: list[str]) -> list[str]:
    """Return rules whose id holds `name` or is spelled like it."""
    import difflib

    inside = [rule for rule in known if name.rpartition("/")[2] in rule]
    close = difflib.get_close_matches(name, known, n=5, cutoff=0.5)
    return list(dict.fromkeys([*inside[:5], *close]))[:6]


def explained(rule: Rule) -> str:
    """Return the page of a rule as plain text."""
    level = (
        f"{rule.severity}, at least {rule.confidence:.0%} right"
        if rule.confidence < 1
        else str(rule.severity)
    )
    fix = "" if not rule.fixable else "; fixes safely" if rule.safe else "; suggests a fix"
    lines = [rule.id, "=" * len(rule.id), f"{level}{fix}; {rule.pack}", "", rule.summary]
    if rule.why:
        lines += ["", *(_wrapped(p) for p in rule.why.split("\n\n"))]
    for title, examples in (("Flags", rule.flags), ("Keeps", rule.keeps)):
        if examples:
            lines += ["", f"{title}:", *(f"  - {e.strip()}" for e in examples[:_EXAMPLES])]
    return "\n".join(lines)


def _wrapped(paragraph: str) -> str:
    return textwrap.fill(" ".join(paragraph.split()), 88) + "\n" if paragraph else ""

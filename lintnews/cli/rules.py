"""`lintnews rules`: every rule with severity, pack and whether it can fix."""

from __future__ import annotations

import argparse
import os

from ..catalog import all_rules
from ..report.jsonl import encode
from .check import config_of

_EPILOG = """examples:
  lintnews rules                      id, level, fix, what it marks
  lintnews rules --format json        for programs
"fix" is made by --fix, "suggests" by --fix --unsafe-fixes."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.epilog = _EPILOG
    parser.add_argument("--format", choices=("text", "json"), default="text", metavar="FORMAT",
                        help="text (default) or json")  # fmt: skip
    parser.add_argument("--pack", action="append", metavar="DIR", help="add a folder of rule packs")


def run(options: argparse.Namespace) -> int:
    config = config_of(os.getcwd())
    rules = all_rules([*config.packs, *(options.pack or ())])
    if options.format == "json":
        print(encode([
            {"id": r.id, "category": r.category, "severity": str(r.severity), "pack": r.pack,
             "fixable": r.fixable, "safe": r.safe, "lang": r.lang, "summary": r.summary}
            for r in rules
        ]))  # fmt: skip
        return 0
    longest = max(len(rule.id) for rule in rules)
    for rule in rules:
        fix = "fix" if rule.safe and rule.fixable else "suggests" if rule.fixable else ""
        print(f"{rule.id:<{longest}}  {rule.severity!s:<7}  {fix:<8}  {rule.summary}")
    return 0

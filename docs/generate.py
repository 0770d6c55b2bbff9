"""Writes the pages that are read off the code, and the output that the README shows.

python docs/generate.py            write docs/rules.md, options.md, configuration.md, README.md
python docs/generate.py --check    change nothing; status 1 where a page is not up to date
"""

from __future__ import annotations

import argparse
import difflib
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from lintnews.catalog import all_rules
from lintnews.cli.main import COMMANDS
from lintnews.config import _PER_FILE, _TOP, Config
from lintnews.findings import CATEGORIES, Rule

ROOT = Path(__file__).resolve().parent.parent
NOTE = "<!-- Written by docs/generate.py: change the code, then run it. -->\n\n"
CATEGORY_TITLES = {
    "name": "Names",
    "garble": "Garble: torn and broken text",
    "chrome": "Chrome: pieces of the page",
    "style": "Style",
    "grammar": "Grammar (from engines, on request)",
}
# What each key of the configuration does; the example is YAML.
KEYS = {
    "select": ("Only these rules or categories report.", "select: [name, chrome]"),
    "ignore": ("These rules or categories do not report.", "ignore: [style, chrome/author-bio]"),
    "lang": ("Language of the articles that do not say their own.", "lang: en"),
    "source-lang": ("Language the articles were translated from.", "source-lang: he"),
    "severity": ("Least level that is shown: info, warning or error.", "severity: warning"),
    "rules": (
        "Level of a rule or a category, or off. A rule comes before its category.",
        "rules: {style/us-abbreviation: error, chrome: warning, chrome/author-bio: off}",
    ),
    "fields": (
        "JSON and front matter keys to lint, and what they are: headline, summary, body, caption or off.",
        "fields: {deck: summary, slug: off}",
    ),
    "names": ("Lists of known names to add to the built-in ones: .yaml, .txt, .csv or .idx.", "names: [names.txt]"),
    "packs": ("Folders of rule packs to add to the built-in ones.", "packs: [lint/house]"),
    "include": ("Globs of files to lint besides those with known suffixes.", "include: ['*.story']"),
    "exclude": ("Globs of files and folders to leave out, as in .gitignore.", "exclude: [drafts/]"),
    "force-exclude": ("Leave excluded files out even when they are named on the command line.", "force-exclude: true"),
    "fail-on": ("Least level for exit status 1: info, warning or error.", "fail-on: error"),
    "house": (
        "House style: `spelling` us or uk, and `prefer`, the forms of names to use.",
        "house: {spelling: uk, prefer: [Kyiv]}",
    ),
    "per-file": (
        "Other options for the files a glob covers; of several that match, the later wins.",
        "per-file: {'wire/**': {ignore: style}, '*.md': {lang: en-GB}}",
    ),
    "baseline": ("File of accepted findings, which are left out.", "baseline: lint-baseline.json"),
    "site-index": ("Index of the site's repeated lines, written by `lintnews site learn`.", "site-index: site.idx"),
    "engine": ("Outside engines to ask as well: languagetool, harper.", "engine: harper"),
    "format": ("Format of the report.", "format: text"),
    "jobs": ("Worker processes; 0 is one a core.", "jobs: 2"),
    "show-confirmed": ("Also list the names that are confirmed as right.", "show-confirmed: true"),
}  # fmt: skip


def cell(text: str) -> str:
    """Return text that is safe inside a cell of a Markdown table."""
    return " ".join(text.split()).replace("\\", "\\\\").replace("|", "\\|").replace("<", "&lt;")


def table(head: tuple[str, ...], rows: Iterator[tuple[str, ...]]) -> str:
    lines = [f"| {' | '.join(head)} |", f"|{'---|' * len(head)}"]
    lines += [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join(lines) + "\n"


def rules_page() -> str:
    """Return the reference of rules, by category and pack."""
    rules = all_rules()
    out = [
        NOTE + "# Rules\n\n"
        f"{len(rules)} rules. `lintnews explain RULE` says what a rule sees, why, its limits, and shows "
        "examples. Levels: an error is right in at least 95 of 100 findings, a warning in 80; info is "
        "shown with `--severity info`. Fix: *safe* is made by `--fix`, *suggested* by "
        "`--fix --unsafe-fixes`.\n"
    ]
    for category in CATEGORIES:
        mine = [rule for rule in rules if rule.category == category]
        if mine:
            out.append(f"\n## {CATEGORY_TITLES[category]}\n")
        by_pack = sorted(mine, key=lambda rule: (rule.pack != "built in", rule.pack, rule.id))
        for pack, group in groupby(by_pack, key=lambda rule: rule.pack):
            title = "Checks in code" if pack == "built in" else f"`{pack}`"
            out.append(f"\n### {title}\n\n")
            out.append(table(("rule", "level", "what it marks", "fix"), map(rule_row, group)))
    return "".join(out)


def rule_row(rule: Rule) -> tuple[str, ...]:
    fix = "safe" if rule.safe and rule.fixable else "suggested" if rule.fixable else ""
    summary = rule.summary
    if "{" in summary and rule.flags:
        summary = f"Wrong wording, as in “{rule.flags[0].strip()}”."
    return f"`{rule.id}`", str(rule.severity), cell(summary), fix


def options_page() -> str:
    """Return the reference of commands and options."""
    out = [
        NOTE + "# Commands and options\n\n"
        "Exit status of every command: 0 nothing at or above `--fail-on`; 1 findings; 2 a mistake in the "
        "call, the configuration, a pack or an input file (findings of the other files are still "
        "printed).\n"
    ]
    for name, (module, text) in COMMANDS.items():
        loaded = __import__(f"lintnews.cli.{module}", fromlist=["add_arguments"])
        parser = argparse.ArgumentParser(prog=f"lintnews {name}")
        loaded.add_arguments(parser)
        out.append(f"\n## lintnews {name}\n\n{text[0].upper()}{text[1:]}.\n")
        out.append(arguments(parser, f"lintnews {name}"))
    return "".join(out)


def arguments(parser: argparse.ArgumentParser, name: str) -> str:
    rows, below = [], ""
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            texts = {choice.dest: choice.help or "" for choice in action._choices_actions}
            for command, sub in action.choices.items():
                said = texts.get(command, "")
                below += f"\n### {name} {command}\n\n{said[:1].upper()}{said[1:]}.\n"
                below += arguments(sub, f"{name} {command}")
        elif action.dest != "help" and action.help != argparse.SUPPRESS:
            rows.append((signature(action), cell((action.help or "").replace("%%", "%"))))
    return ("\n" + table(("argument", "what it does"), iter(rows)) if rows else "") + below


def signature(action: argparse.Action) -> str:
    value = action.metavar or (action.dest.upper() if action.nargs != 0 else "")
    names = ", ".join(f"`{option}`" for option in action.option_strings)
    if not names:
        return f"`{value or action.dest}`"
    return names + (f" *{value}*" if action.nargs != 0 and value else "")


def configuration_page() -> str:
    """Return the reference of configuration keys; a key without a description is an error."""
    missing = set(_TOP) ^ set(KEYS)
    if missing:
        raise SystemExit(f"docs/generate.py: describe these keys: {', '.join(sorted(missing))}")
    defaults = Config()
    out = [
        NOTE + "# Configuration\n\n"
        "`.lintnews.yaml` is searched upward from each file; the nearest one wins, and nothing merges. "
        "Options of the command line come before it. `lintnews init` writes a first one. An unknown key "
        "is an error that names file, line and the nearest right key. Paths are relative to the file's "
        "folder and stay inside it, and no key names a server or a command: a pull request may change "
        "this file.\n\n"
    ]
    rows = []
    for key, (text, example) in KEYS.items():
        name = {"engine": "engines"}.get(key, key.replace("-", "_"))
        default = getattr(defaults, name)
        shown = "" if default in ((), "") else str(default).lower() if default is not None else ""
        where = "yes" if key in _PER_FILE else ""
        rows.append(
            (f"`{key}`", cell(text), f"`{shown}`" if shown else "", f"`{cell(example)}`", where)
        )
    head = ("key", "what it does", "default", "example", "in per-file")
    return "".join(out) + table(head, iter(rows))


def shown_output(command: str) -> str:
    """Return what a lintnews command prints today, run in the project's folder."""
    with tempfile.TemporaryDirectory() as cache:
        keep = {k: v for k, v in os.environ.items() if k not in ("FORCE_COLOR",)}
        keep.setdefault("LINTNEWS_CACHE_DIR", cache)
        done = subprocess.run(
            [sys.executable, "-m", *command.split()], cwd=ROOT, capture_output=True, text=True,
            check=False, env={**keep, "NO_COLOR": "1"},
        )  # fmt: skip
    if done.returncode not in (0, 1):
        raise SystemExit(f"docs/generate.py: {command}: {done.stderr}")
    return done.stdout


def with_output(name: str) -> str:
    """Return a page with the output of each command under `<!-- output of: COMMAND -->`."""
    text = (ROOT / name).read_text("utf-8")
    block = re.compile(
        r"(<!-- output of: (?P<command>[^\n]+) -->\n```text\n).*?(^```$)", re.S | re.M
    )
    return block.sub(lambda m: m[1] + shown_output(m["command"]) + m[3], text)


PAGES = {
    "docs/rules.md": rules_page,
    "docs/options.md": options_page,
    "docs/configuration.md": configuration_page,
    "README.md": lambda: with_output("README.md"),
    "docs/quickstart.md": lambda: with_output("docs/quickstart.md"),
}


def main() -> int:
    check = "--check" in sys.argv[1:]
    stale = 0
    for name, page in PAGES.items():
        path = ROOT / name
        before = path.read_text("utf-8") if path.exists() else ""
        after = page()
        if before == after:
            continue
        stale += 1
        if check:
            difference = difflib.unified_diff(
                before.splitlines(), after.splitlines(), name, name, "", "", 1, ""
            )
            print("\n".join([*difference][:30]))
            print(f"{name} is not up to date: run python docs/generate.py")
        else:
            path.write_text(after, "utf-8", newline="\n")
            print(f"wrote {name}")
    return 1 if check and stale else 0


if __name__ == "__main__":
    raise SystemExit(main())

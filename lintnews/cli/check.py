"""`lintnews check`: lint files, folders or standard input."""

from __future__ import annotations

import argparse

from ..config import ENGINES, FORMATS, Config, find_config, read_config
from ..findings import SEVERITIES

MAX_JOBS = 256
_EPILOG = """A file is linted with the nearest .lintnews.yaml in or above its folder; options given here
come before it. Rules are named like name/misspelled, or by category: name, garble, chrome,
style, grammar.

several reports of one run:
  lintnews check --format text --format sarif:lint.sarif --format html:lint.html articles/

fixing:
  --fix makes the fixes that are safe to make unattended; names and wording wait for
  --fix --unsafe-fixes. --diff shows the same changes and makes none. With - the fixed text
  is printed. The exit status says whether anything remains.

accepting what is there today:
  lintnews check --write-baseline --baseline lint-baseline.json articles/
  lintnews check --baseline lint-baseline.json articles/"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.epilog = _EPILOG
    parser.add_argument(
        "paths", nargs="*", metavar="PATH", default=["."],
        help="files or folders; - is standard input",
    )  # fmt: skip
    what = parser.add_argument_group("what to look for")
    add = what.add_argument
    add("--select", action="append", metavar="RULES",
        help="only these rules or categories (comma list)")  # fmt: skip
    add("--ignore", action="append", metavar="RULES",
        help="not these rules or categories (comma list)")  # fmt: skip
    add("--names", action="append", metavar="FILE",
        help="add a list of known names (.yaml .txt .csv)")  # fmt: skip
    add("--pack", action="append", metavar="DIR", help="add a folder of rule packs")
    add("--engine", action="append", metavar="NAME",
        help=f"also ask these engines: {', '.join(ENGINES)} (comma list)")  # fmt: skip
    add("--languagetool-url", metavar="URL",
        help="the LanguageTool server to ask (or LINTNEWS_LANGUAGETOOL_URL); nothing is started")  # fmt: skip
    add("--site-index", metavar="FILE", help="lines that the site repeats (site learn)")
    add("--exclude", action="append", metavar="GLOB", help="skip these files")
    add("--force-exclude", action="store_true", help="apply excludes to files named here too")
    add("--no-suppressions", action="store_true", help="ignore suppression comments (for gates)")
    add("--baseline", metavar="FILE", help="leave out the findings that this file accepts")
    add("--write-baseline", action="store_true",
        help="accept all present findings: write them to the baseline")  # fmt: skip
    where = parser.add_argument_group("configuration")
    where.add_argument("--config", metavar="FILE", help="use this configuration file")
    where.add_argument("--isolated", action="store_true", help="use no configuration file")
    where.add_argument("--no-cache", action="store_true", help="do not use stored results")
    where.add_argument("--jobs", "-j", type=_jobs, metavar="N",
                       help="worker processes (default: one a core; 1: none)")  # fmt: skip
    where.add_argument("--stdin-filename", metavar="NAME", help="what standard input is called")
    fixing = parser.add_argument_group("fixing")
    fixing.add_argument("--fix", action="store_true", help="make the safe fixes")
    fixing.add_argument("--unsafe-fixes", action="store_true",
                        help="with --fix or --diff: also names and other fixes to look over")  # fmt: skip
    fixing.add_argument("--diff", action="store_true", help="show what --fix would change")
    fixing.add_argument("--watch", action="store_true",
                        help="lint again whenever a file is saved (extra: watch)")  # fmt: skip
    out = parser.add_argument_group("what to report")
    add = out.add_argument
    add("--format", action="append", metavar="FORMAT[:FILE]",
        help=f"one of {', '.join(FORMATS)}; repeat it for several reports, each to its FILE")  # fmt: skip
    add("--output", "-o", metavar="FILE", help="write the report to a file")
    add("--severity", choices=SEVERITIES, metavar="LEVEL",
        help="least level shown: info, warning (default), error")  # fmt: skip
    add("--fail-on", choices=SEVERITIES, metavar="LEVEL",
        help="least level for exit status 1 (default: error)")  # fmt: skip
    add("--show-confirmed", action="store_true", help="also list names confirmed as right")
    add("--statistics", action="store_true", help="end with the number of findings of each rule")
    add("--quiet", "-q", action="store_true", help="one line a finding, no summary")
    add("--verbose", "-v", action="store_true", help="say which configuration is used")


def _jobs(value: str) -> int:
    if not value.isdecimal() or int(value[:9]) > MAX_JOBS:
        raise argparse.ArgumentTypeError(f"expected a number from 0 to {MAX_JOBS}, got {value!r}")
    return int(value)


def run(options: argparse.Namespace) -> int:
    """Lint and report; return the exit status."""
    if options.watch:
        from .watch import watch

        return watch(options)
    from .session import Session

    return Session(options).finish()


def config_of(path: str) -> Config:
    """Return the configuration that applies in a folder."""
    found = find_config(path)
    return read_config(found) if found else Config()

"""`lintnews check`: lint files, folders or standard input."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from ..config import FORMATS, Config, find_config, read_config
from ..errors import InputError, UsageError
from ..findings import SEVERITIES, FileResult
from ..jobs import Workspace, lint_file, lint_files
from ..report import Report, Summary, open_report
from ..report.escape import visible
from ..source.discover import SUFFIXES, discover

STDIN = "-"
_EPILOG = """A file is linted with the nearest .lintnews.yaml in or above its folder; options given here
come before it. Rules are named like name/misspelled, or by category: name, garble, chrome,
style, grammar."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    parser.epilog = _EPILOG
    add(
        "paths",
        nargs="*",
        metavar="PATH",
        default=["."],
        help="files or folders; - is standard input",
    )
    what = parser.add_argument_group("what to look for")
    add = what.add_argument
    add(
        "--select",
        action="append",
        metavar="RULES",
        help="only these rules or categories (comma list)",
    )
    add(
        "--ignore",
        action="append",
        metavar="RULES",
        help="not these rules or categories (comma list)",
    )
    add(
        "--names",
        action="append",
        metavar="FILE",
        help="add a list of known names (.yaml .txt .csv)",
    )
    add("--pack", action="append", metavar="DIR", help="add a folder of rule packs")
    add("--exclude", action="append", metavar="GLOB", help="skip these files")
    add("--force-exclude", action="store_true", help="apply excludes to files named here too")
    add("--no-suppressions", action="store_true", help="ignore suppression comments (for gates)")
    where = parser.add_argument_group("configuration")
    where.add_argument("--config", metavar="FILE", help="use this configuration file")
    where.add_argument("--isolated", action="store_true", help="use no configuration file")
    where.add_argument("--no-cache", action="store_true", help="do not use stored results")
    where.add_argument("--stdin-filename", metavar="NAME", help="what standard input is called")
    out = parser.add_argument_group("what to report")
    add = out.add_argument
    add("--format", choices=FORMATS, metavar="FORMAT", help=f"one of {', '.join(FORMATS)}")
    add("--output", metavar="FILE", help="write the report to a file")
    add(
        "--severity",
        choices=SEVERITIES,
        metavar="LEVEL",
        help="least level shown: info, warning (default), error",
    )
    add(
        "--fail-on",
        choices=SEVERITIES,
        metavar="LEVEL",
        help="least level for exit status 1 (default: error)",
    )
    add("--show-confirmed", action="store_true", help="also list names confirmed as right")
    add("--statistics", action="store_true", help="end with the number of findings of each rule")
    add("--quiet", "-q", action="store_true", help="one line a finding, no summary")
    add("--verbose", "-v", action="store_true", help="say which configuration is used")


def run(options: argparse.Namespace) -> int:
    """Lint and report; return the exit status."""
    return Run(options).finish()


def _listed(values: list[str] | None) -> tuple[str, ...]:
    return tuple(word.strip() for v in values or () for word in v.split(",") if word.strip())


class Run:
    """One run of `check`: what was asked for, what is written, what it counts up to."""

    def __init__(self, options: argparse.Namespace):
        self.options = options
        fixed = None
        if options.isolated:
            fixed = Config()
        elif options.config:
            fixed = read_config(options.config)
        self.workspace = Workspace(self.override, fixed)
        self.summary = Summary()
        self.by_rule: dict[str, int] = {}
        self.failing = False
        self.told: set[str] = set()

    def override(self, config: Config) -> Config:
        """Return the configuration with the options of the command line on top."""
        options = self.options
        changes: dict[str, Any] = {}
        for name, value in (
            ("select", _listed(options.select)),
            ("ignore", (*config.ignore, *_listed(options.ignore)) if options.ignore else ()),
            ("names", (*config.names, *(options.names or ()))),
            ("packs", (*config.packs, *(options.pack or ()))),
            ("exclude", (*config.exclude, *(options.exclude or ()))),
        ):
            if value:
                changes[name] = value
        for name in ("severity", "fail_on"):
            if getattr(options, name):
                changes[name] = SEVERITIES[getattr(options, name)]
        if options.format:
            changes["format"] = options.format
        if options.force_exclude:
            changes["force_exclude"] = True
        if options.show_confirmed:
            changes["show_confirmed"] = True
        if options.no_suppressions:
            changes["suppressions"] = False
        return msgspec.structs.replace(config, **changes) if changes else config

    def finish(self) -> int:
        config = self._first_config()
        if self.options.verbose:
            print(f"lintnews: configuration: {config.path or 'none'}", file=sys.stderr)
        color = self.options.output is None and _wants_color()
        report = open_report(config.format, color=color, quiet=self.options.quiet)
        results = self._results(config)
        if self.options.output:
            from ..folders import write_atomically

            text = "".join(self._written(report, results))
            try:
                write_atomically(Path(self.options.output), text.encode("utf-8", "replace"), 0o644)
            except OSError as problem:
                raise UsageError(
                    f"cannot be written: {problem.strerror}", self.options.output
                ) from None
        else:
            for text in self._written(report, results):
                sys.stdout.write(text)
            sys.stdout.flush()
        if self.options.statistics:
            for rule, number in sorted(self.by_rule.items(), key=lambda item: (-item[1], item[0])):
                print(f"{number:>6}  {rule}", file=sys.stderr)
        if self.summary.failed:
            return 2
        return 1 if self.failing else 0

    def _first_config(self) -> Config:
        """Return the configuration that decides on format and discovery: that of the first path."""
        first = self.options.paths[0]
        if first == STDIN:
            first = self.options.stdin_filename or os.path.join(os.getcwd(), "stdin.txt")
        return self.workspace.config_for(first)

    def _results(self, config: Config) -> Iterator[FileResult]:
        paths = self.options.paths
        if STDIN in paths:
            if len(paths) > 1:
                raise UsageError("standard input (-) cannot be combined with other paths")
            name = self.options.stdin_filename or "stdin.txt"
            yield lint_file(self.workspace.linter_for(name), name, sys.stdin.buffer.read())
            return
        found = discover(paths, _is_article(config), config.excluded, config.force_exclude)
        empty = True
        for result in lint_files(self.workspace, found):
            empty = False
            yield result
        if empty:
            shown = ", ".join(paths)
            suffixes = " ".join(sorted(SUFFIXES))
            raise InputError(f"no articles found in {shown} (looked for {suffixes})")

    def _written(self, report: Report, results: Iterator[FileResult]) -> Iterator[str]:
        yield report.begin()
        for result in results:
            self._tell(result)
            level = self.workspace.config_for(result.path) if result.error is None else None
            if level is not None:
                self.failing |= any(f.severity >= level.fail_on for f in result.findings)
                result.findings = [f for f in result.findings if f.severity >= level.severity]
                if not level.show_confirmed:
                    result.confirmed = []
            for finding in result.findings:
                self.by_rule[finding.rule] = self.by_rule.get(finding.rule, 0) + 1
            self.summary.add(result)
            yield report.file(result)
        yield report.end(self.summary)

    def _tell(self, result: FileResult) -> None:
        """Print errors and notices on stderr, each once."""
        messages: list[tuple[str, int | None]] = [(n.message, None) for n in result.notices]
        if result.error is not None:
            messages.insert(0, (result.error, result.error_line))
        for message, line in messages:
            place = f"{result.path}:{line}" if line else result.path
            text = f"{place}: {message}" if place else message
            if text not in self.told:
                self.told.add(text)
                print(f"lintnews: {visible(text)}", file=sys.stderr)


def _is_article(config: Config) -> Any:
    def wanted(path: str) -> bool:
        if os.path.splitext(path)[1].lower() in SUFFIXES:
            return True
        if not config.include:
            return False
        from ..config import matches, relative

        return any(matches(glob, relative(path, config.path)) for glob in config.include)

    return wanted


def _wants_color() -> bool:
    """Colours on a terminal, unless NO_COLOR says no; FORCE_COLOR says yes."""
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or (
        sys.stdout.isatty() and os.environ.get("TERM") != "dumb"
    )


def config_of(path: str) -> Config:
    """Return the configuration that applies in a folder."""
    found = find_config(path)
    return read_config(found) if found else Config()

"""One run of `check`: what was asked for, what is written, what it counts up to."""

from __future__ import annotations

import argparse
import contextlib
import os
import sys
from collections.abc import Generator, Iterator
from typing import IO, Any

import msgspec

from ..baseline import DEFAULT_NAME, Baseline
from ..cache import ResultCache
from ..config import ENGINES, Config, read_config
from ..errors import InputError, UsageError, closest
from ..findings import SEVERITIES, FileResult
from ..jobs import Plan, Run, Workspace
from ..report import Summary
from ..report.escape import visible
from ..source.discover import SUFFIXES, discover
from ..wire import Wish
from .outputs import Output, open_outputs, parse_formats, wants_color
from .progress import Progress

STDIN = "-"


def listed(values: list[str] | None) -> tuple[str, ...]:
    """Return the words of repeated comma lists."""
    return tuple(word.strip() for v in values or () for word in v.split(",") if word.strip())


class Session:
    """Reads the options, runs, writes; `finish` returns the exit status."""

    def __init__(self, options: argparse.Namespace):
        self.options = options
        self._refuse_contradictions()
        self._engines = listed(options.engine)
        for name in self._engines:
            if name not in ENGINES:
                raise UsageError(f"unknown engine {name!r}{closest(name, list(ENGINES))}")
        named = options.languagetool_url or os.environ.get("LINTNEWS_LANGUAGETOOL_URL", "")
        self._languagetool_url = named
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

    def _refuse_contradictions(self) -> None:
        options = self.options
        if options.write_baseline and (options.fix or options.diff):
            raise UsageError("--write-baseline cannot be combined with --fix or --diff")
        if STDIN in options.paths and len(options.paths) > 1:
            raise UsageError("standard input (-) cannot be combined with other paths")
        if options.unsafe_fixes and not (options.fix or options.diff):
            print(
                "lintnews: --unsafe-fixes changes nothing without --fix or --diff", file=sys.stderr
            )

    def override(self, config: Config) -> Config:
        """Return the configuration with the options of the command line on top."""
        options = self.options
        changes: dict[str, Any] = {}
        for name, value in (
            ("select", listed(options.select)),
            ("ignore", (*config.ignore, *listed(options.ignore)) if options.ignore else ()),
            ("names", (*config.names, *(options.names or ()))),
            ("packs", (*config.packs, *(options.pack or ()))),
            ("exclude", (*config.exclude, *(options.exclude or ()))),
            ("engines", tuple(dict.fromkeys((*config.engines, *self._engines)))),
            ("languagetool_url", self._languagetool_url),
        ):
            if value:
                changes[name] = value
        for name in ("severity", "fail_on"):
            if getattr(options, name):
                changes[name] = SEVERITIES[getattr(options, name)]
        if options.site_index:
            changes["site_index"] = options.site_index
        if options.force_exclude:
            changes["force_exclude"] = True
        if options.show_confirmed:
            changes["show_confirmed"] = True
        if options.no_suppressions:
            changes["suppressions"] = False
        if options.no_cache:
            changes["engine_memory"] = False
        return msgspec.structs.replace(config, **changes) if changes else config

    def finish(self) -> int:
        """Lint and report; return 0, 1 or 2."""
        config = self._first_config()
        if self.options.verbose:
            print(f"lintnews: configuration: {config.path or 'none'}", file=sys.stderr)
        formats = parse_formats(self.options.format or [config.format], self.options.output)
        outputs = open_outputs(formats, self._report_stream(), self.options.quiet, config.packs)
        baseline, accepted = self._baselines(config)
        plan = Plan(
            jobs=config.jobs if self.options.jobs is None else self.options.jobs,
            cache=None if self.options.no_cache else ResultCache.open(),
            baseline=accepted,
            wish=Wish(self.options.fix or self.options.diff, self.options.unsafe_fixes),
            write=self.options.fix and not self.options.diff,
            pieces=not self.options.write_baseline,
        )
        files = {os.path.realpath(file) for _, file in formats if file is not None}
        with contextlib.closing(self._results(config, plan, files)) as results:
            self._report(outputs, results, baseline if self.options.write_baseline else None)
        if self.options.write_baseline and baseline is not None:
            number = baseline.write()
            shown = visible(baseline.path)
            print(f"lintnews: {number} findings accepted in {shown}", file=sys.stderr)
            return 2 if self.summary.failed else 0
        if self.options.diff and not self.options.quiet:
            remain = self.summary.findings
            print(f"lintnews: --fix would make {self.summary.fixed} fixes; {remain} findings remain",
                  file=sys.stderr)  # fmt: skip
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

    def _report_stream(self) -> IO[str] | None:
        """Return where reports without a file go: not where the text or its changes go."""
        options = self.options
        if options.write_baseline or options.diff:
            return None
        if options.fix and STDIN in options.paths:
            return sys.stderr
        return sys.stdout

    def _baselines(self, config: Config) -> tuple[Baseline | None, Baseline | None]:
        """Return (the baseline to write, the one whose findings are left out)."""
        path = self.options.baseline or config.baseline
        if self.options.write_baseline:
            path = path or DEFAULT_NAME
            with contextlib.suppress(UsageError):
                return Baseline.read(path), None
            return Baseline(path), None
        return None, Baseline.read(path) if path else None

    def _results(
        self, config: Config, plan: Plan, outputs: set[str]
    ) -> Generator[FileResult, None, None]:
        run = Run(self.workspace, plan)
        if STDIN in self.options.paths:
            name = self.options.stdin_filename or "stdin.txt"
            data = sys.stdin.buffer.read()
            result = run.one(name, data)
            if plan.write:
                from ..fix import encoded

                if result.fixed_text is not None:
                    from ..source.read import read_source

                    data = encoded(read_source(name, data), data, result.fixed_text)
                sys.stdout.buffer.write(data)
                sys.stdout.buffer.flush()
            yield result
            return

        def skipped(path: str) -> bool:
            # A report of an earlier run that this one replaces is no article.
            return config.excluded(path) or (bool(outputs) and os.path.realpath(path) in outputs)

        paths = self.options.paths
        found = discover(paths, _is_article(config), skipped, config.force_exclude)
        progress = Progress(sys.stderr, quiet=self.options.quiet)
        number = 0
        with progress.over(found) as files, contextlib.closing(run.results(files)) as results:
            for number, result in enumerate(results, 1):
                progress.pause(number)
                yield result
        # Files that were named and are excluded leave nothing to do, and nothing to tell.
        if not number and any(map(os.path.isdir, paths)):
            shown = ", ".join(paths)
            suffixes = " ".join(sorted(SUFFIXES))
            raise InputError(f"no articles found in {shown} (looked for {suffixes})")

    def _report(
        self, outputs: list[Output], results: Iterator[FileResult], baseline: Baseline | None
    ) -> None:
        for output in outputs:
            output.begin()
        for result in results:
            self._tell(result)
            if baseline is not None and result.error is None:
                baseline.replace(result.path, result.findings)
            if self.options.diff and result.fixed_text is not None:
                self.failing = True
                self._show_difference(result)
            level = Config()
            if result.error is None or result.findings:
                level = self.workspace.config_for(result.path)
            self.failing |= any(f.severity >= level.fail_on for f in result.findings)
            result.findings = [f for f in result.findings if f.severity >= level.severity]
            if not level.show_confirmed:
                result.confirmed = []
            for finding in result.findings:
                self.by_rule[finding.rule] = self.by_rule.get(finding.rule, 0) + 1
            self.summary.add(result)
            if not self.options.diff:
                for output in outputs:
                    output.add(result)
        for output in outputs:
            output.end(self.summary)

    def _show_difference(self, result: FileResult) -> None:
        from ..report.diff import unified

        before, after = result.source, result.fixed_text or ""
        sys.stdout.write(
            unified(result.path, before, after, color=wants_color(sys.stdout),
                    terminal=sys.stdout.isatty())
        )  # fmt: skip

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

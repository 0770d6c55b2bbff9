"""Results to text for people and for machines; each format is one small module."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterable
from typing import Protocol

import msgspec

from ..findings import FileResult, Finding, Rule, Severity


class Summary(msgspec.Struct):
    """Counts over a run; findings count only where they are shown."""

    files: int = 0
    failed: int = 0
    errors: int = 0
    warnings: int = 0
    infos: int = 0
    suppressed: int = 0
    baselined: int = 0
    fixed: int = 0
    words: int = 0

    @property
    def findings(self) -> int:
        return self.errors + self.warnings + self.infos

    def add(self, result: FileResult) -> None:
        self.files += result.offset == 0
        self.failed += result.error is not None
        self.suppressed += result.suppressed
        self.baselined += result.baselined
        self.fixed += result.fixed
        self.words += result.words
        for finding in result.findings:
            if finding.severity == Severity.ERROR:
                self.errors += 1
            elif finding.severity == Severity.WARNING:
                self.warnings += 1
            else:
                self.infos += 1


def _nothing_known(rules: Iterable[str]) -> dict[str, Rule]:
    return {}


class Options(msgspec.Struct, frozen=True):
    """What a report is asked for: colours, brevity; `describe` says what is known of rules."""

    color: bool = False
    quiet: bool = False
    describe: Callable[[Iterable[str]], dict[str, Rule]] = _nothing_known


class Report(Protocol):
    """A format: what to write before, for each file, and after the last."""

    def begin(self) -> str: ...

    def file(self, result: FileResult) -> str: ...

    def end(self, summary: Summary) -> str: ...


def full_message(finding: Finding) -> str:
    """Return the message with the evidence, where it does not say it already."""
    unsaid = [line for line in finding.evidence if line not in finding.message]
    return f"{finding.message} ({'; '.join(unsaid)})" if unsaid else finding.message


def open_report(name: str, options: Options | None = None) -> Report:
    """Return the report of a format name; every name of config.FORMATS has a module."""
    module = importlib.import_module(f".{name}", __name__)
    report: Report = module.open_report(options or Options())
    return report

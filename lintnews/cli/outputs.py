"""Where reports go: standard output as they come, files at once at the end."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import IO

from ..config import FORMATS
from ..errors import UsageError, closest
from ..findings import FileResult, Rule
from ..report import Options, Report, Summary, open_report


def parse_formats(values: list[str], output: str | None) -> list[tuple[str, str | None]]:
    """Return (format, file or None for standard output) for --format and --output.

    Raises UsageError for an unknown format, a file named twice, or two for standard output.
    """
    found: list[tuple[str, str | None]] = []
    for value in values:
        name = value.strip()
        file: str | None = None
        for mark in (":", "="):
            head, separator, tail = value.partition(mark)
            if separator and head.strip() in FORMATS:
                name, file = head.strip(), tail
                if not file:
                    raise UsageError(f"--format {value}: no file after {mark!r}")
        if name not in FORMATS:
            hint = closest(name, list(FORMATS))
            raise UsageError(f"unknown format {name!r}{hint} (one of {', '.join(FORMATS)})")
        found.append((name, file))
    if output is not None:
        free = next((i for i, (_, file) in enumerate(found) if file is None), None)
        if free is None:
            raise UsageError("--output: every --format names its own file already")
        found[free] = (found[free][0], output)
    if sum(file is None for _, file in found) > 1:
        raise UsageError("only one format fits on standard output; give the others a file: "
                         "--format html:report.html")  # fmt: skip
    files = [os.path.abspath(file) for _, file in found if file is not None]
    if len(set(files)) < len(files):
        raise UsageError("two reports are to be written to one file")
    return found


class Output:
    """One report on its way to a stream, or to a file that is replaced at the end."""

    def __init__(self, report: Report, stream: IO[str] | None, file: str | None):
        self.report = report
        self.file = file
        self._stream = stream
        self._kept: list[str] = []

    def begin(self) -> None:
        self._put(self.report.begin())

    def add(self, result: FileResult) -> None:
        self._put(self.report.file(result))

    def end(self, summary: Summary) -> None:
        """Write what is left; raise UsageError where the file cannot be written."""
        self._put(self.report.end(summary))
        if self.file is None:
            if self._stream is not None:
                self._stream.flush()
            return
        from ..folders import write_atomically

        text = "".join(self._kept)
        try:
            path = Path(os.path.realpath(self.file))
            write_atomically(path, text.encode("utf-8", "replace"), _mode(path))
        except OSError as problem:
            raise UsageError(f"cannot be written: {problem.strerror}", self.file) from None

    def _put(self, text: str) -> None:
        if not text:
            return
        if self.file is not None:
            self._kept.append(text)
        elif self._stream is not None:
            self._stream.write(text)


def open_outputs(
    formats: list[tuple[str, str | None]], stream: IO[str] | None, quiet: bool, packs: Sequence[str]
) -> list[Output]:
    """Return the outputs of a run; `stream` takes what has no file (None: nobody does)."""

    def describe(rules: Iterable[str]) -> dict[str, Rule]:
        from ..catalog import described

        return described(rules, packs)

    found = []
    for name, file in formats:
        color = file is None and stream is not None and wants_color(stream)
        report = open_report(name, Options(color=color, quiet=quiet, describe=describe))
        found.append(Output(report, stream, file))
    return found


def _mode(path: Path) -> int:
    """Return the mode of the file that is replaced, or that of a new one."""
    try:
        return path.stat().st_mode & 0o777
    except OSError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask


def wants_color(stream: IO[str] | None = None) -> bool:
    """Colours on a terminal, unless NO_COLOR says no; FORCE_COLOR says yes."""
    if os.environ.get("NO_COLOR"):
        return False
    stream = sys.stdout if stream is None else stream
    return bool(os.environ.get("FORCE_COLOR")) or (
        stream.isatty() and os.environ.get("TERM") != "dumb"
    )

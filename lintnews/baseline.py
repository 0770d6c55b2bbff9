"""Findings that are accepted as they are: only what is new is reported.

A baseline is a JSON file kept beside the articles. Findings are known by their fingerprint (rule,
words and neighbouring words), counted for each file, so that moved lines keep matching and a
second occurrence is still new.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import msgspec

from .errors import UsageError
from .findings import Finding
from .folders import write_atomically

VERSION = 1
DEFAULT_NAME = ".lintnews-baseline.json"


class Entry(msgspec.Struct, forbid_unknown_fields=True, omit_defaults=True):
    """A finding that is accepted `count` times in its file; `rule` is there for people."""

    rule: str
    fingerprint: str
    count: int = 1


class Stored(msgspec.Struct, forbid_unknown_fields=True):
    """What a baseline file holds: path relative to its folder -> entries."""

    lintnews_baseline: int
    files: dict[str, list[Entry]]


class Baseline:
    """The accepted findings of each file; raises UsageError where the file is broken."""

    def __init__(self, path: str | Path, files: dict[str, list[Entry]] | None = None):
        self.path = str(path)
        self.files = files or {}

    @classmethod
    def read(cls, path: str | Path) -> Baseline:
        try:
            stored = msgspec.json.decode(Path(path).read_bytes(), type=Stored)
        except OSError as problem:
            reason = (
                f"the baseline cannot be read: {problem.strerror}; make it with --write-baseline"
            )
            raise UsageError(reason, path) from None
        except (msgspec.DecodeError, UnicodeDecodeError) as problem:
            raise UsageError(f"no baseline of lintnews: {problem}", path) from None
        if stored.lintnews_baseline != VERSION:
            reason = f"baseline of version {stored.lintnews_baseline}, expected {VERSION}"
            raise UsageError(f"{reason}; write it again with --write-baseline", path)
        return cls(path, stored.files)

    def accepted(self, path: str) -> dict[str, int]:
        """Return fingerprint -> how often it is accepted in a file."""
        found: dict[str, int] = {}
        for entry in self.files.get(self._key(path), ()):
            found[entry.fingerprint] = found.get(entry.fingerprint, 0) + entry.count
        return found

    def replace(self, path: str, findings: list[Finding]) -> None:
        """Accept exactly these findings in a file."""
        entries: dict[str, Entry] = {}
        for finding in findings:
            entry = entries.setdefault(
                finding.fingerprint, Entry(finding.rule, finding.fingerprint, 0)
            )
            entry.count += 1
        key = self._key(path)
        self.files.pop(key, None)
        if entries:
            self.files[key] = list(entries.values())

    def write(self) -> int:
        """Store the baseline, one finding a line; return how many findings it accepts.

        Files that are gone lose their entries. Raises UsageError where it cannot be written.
        """
        top = Path(self.path).absolute().parent
        self.files = {k: v for k, v in sorted(self.files.items()) if (top / k).exists()}
        stored: Any = msgspec.to_builtins(Stored(VERSION, self.files))
        text = msgspec.json.format(msgspec.json.encode(stored), indent=1) + b"\n"
        try:
            write_atomically(Path(self.path), text, 0o644)
        except OSError as problem:
            raise UsageError(f"cannot be written: {problem.strerror}", self.path) from None
        return sum(entry.count for entries in self.files.values() for entry in entries)

    def _key(self, path: str) -> str:
        top = os.path.dirname(os.path.abspath(self.path))
        try:
            found = os.path.relpath(os.path.abspath(path), top)
        except ValueError:
            # On Windows: another drive.
            found = os.path.abspath(path)
        return found.replace(os.sep, "/").encode("utf-8", "replace").decode()


def without_accepted(
    findings: list[Finding], accepted: dict[str, int]
) -> tuple[list[Finding], int]:
    """Return (findings that are new, how many were accepted); the first ones count as accepted."""
    if not accepted:
        return findings, 0
    left = dict(accepted)
    kept = []
    for finding in findings:
        if left.get(finding.fingerprint, 0) > 0:
            left[finding.fingerprint] -= 1
        else:
            kept.append(finding)
    return kept, len(findings) - len(kept)

"""GitLab's code quality report: one JSON array of issues."""

from __future__ import annotations

import hashlib
from typing import Any

from ..findings import FileResult, Severity
from . import Options, Summary
from .escape import printable, slashes
from .jsonl import encode

_LEVELS = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def open_report(options: Options) -> GitlabReport:
    return GitlabReport()


class GitlabReport:
    """Keeps the issues; GitLab compares them between branches by their fingerprints."""

    def __init__(self) -> None:
        self._issues: list[dict[str, Any]] = []
        self._seen: dict[str, int] = {}

    def begin(self) -> str:
        return ""

    def file(self, result: FileResult) -> str:
        path = slashes(result.path)
        for finding in result.findings:
            self._add(
                path, finding.rule, finding.fingerprint, _LEVELS[finding.severity],
                finding.message, finding.line, finding.end_line,
            )  # fmt: skip
        if result.error is not None:
            line = result.error_line or 1
            self._add(path, "not-linted", result.error, "blocker", result.error, line, line)
        return ""

    def end(self, summary: Summary) -> str:
        return encode(self._issues) + "\n"

    def _add(
        self, path: str, rule: str, fingerprint: str, level: str, message: str, line: int, end: int
    ) -> None:
        said = f"{path}\0{rule}\0{fingerprint}"
        # Issues of one fingerprint would count as one: the second occurrence is its own.
        self._seen[said] = self._seen.get(said, 0) + 1
        whole = f"{said}\0{self._seen[said]}".encode("utf-8", "replace")
        self._issues.append(
            {
                "description": printable(message),
                "check_name": rule,
                "fingerprint": hashlib.blake2b(whole, digest_size=16).hexdigest(),
                "severity": level,
                "location": {"path": path, "lines": {"begin": line, "end": end}},
            }
        )

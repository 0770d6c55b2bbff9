"""Fixes: which edits are made, in which order, and how a file gets its new content."""

from __future__ import annotations

import bisect
import itertools
import os
import stat
from collections.abc import Callable, Iterable
from pathlib import Path

import msgspec

from .errors import InputError
from .findings import Finding, Fix, Severity
from .folders import write_atomically
from .source.article import Source

# Passes over one file. Each pass mends what the one before uncovered; five are the most that a
# text with three layers of page furniture needed.
MAX_PASSES = 10
# Fixes that could not be made are told one by one up to this many a file.
MAX_TOLD = 5

Lint = Callable[[Source], list[Finding]]


class Left(msgspec.Struct, frozen=True):
    """A fix that was not made, and why."""

    rule: str
    text: str
    reason: str


class Fixed(msgspec.Struct):
    """A text after its fixes: how many were made, which were left, what is still found."""

    text: str
    made: int
    left: list[Left]
    findings: list[Finding]


def fix_source(
    source: Source, findings: list[Finding], lint: Lint, unsafe: bool, least: Severity
) -> Fixed:
    """Return the source with its fixes made, linted again until nothing more can be fixed.

    `findings` are those of the source as it stands; `lint(source)` finds them again after each
    pass. Safe fixes are made, with `unsafe` all; only those of findings at or above `least`.
    """
    state = Fixed(source.text, 0, [], findings)
    seen = {source.text}
    for _ in range(MAX_PASSES):
        wanted = [f for f in state.findings if _wanted(f, unsafe, least)]
        text, made, left = apply(Source(source.path, state.text, source.encoding), wanted)
        if text == state.text:
            state.left = left
            break
        if text in seen:
            rules = ", ".join(sorted({f.rule for f in wanted}))
            state.left = [Left(rules, "", "these fixes undo each other")]
            break
        fixed = Source(source.path, text, source.encoding)
        try:
            again = lint(fixed)
        except InputError as problem:
            reason = f"a fix would break the file ({problem.reason}); it keeps its text"
            state.left = [Left(wanted[0].rule, "", reason)]
            break
        seen.add(text)
        state.text, state.findings = text, again
        state.made += made
        state.left = left
    state.left += _impossible(state.findings, unsafe, least)
    return state


def _impossible(findings: list[Finding], unsafe: bool, least: Severity) -> list[Left]:
    """Return the fixes that cannot be written in this file, for a reason found with them."""
    return [
        Left(f.rule, f.shown, f.obstacle.reason)
        for f in findings
        if f.obstacle is not None and (f.obstacle.safe or unsafe) and f.severity >= least
    ]


def _wanted(finding: Finding, unsafe: bool, least: Severity) -> bool:
    fix = finding.fix
    return fix is not None and (fix.safe or unsafe) and finding.severity >= least


def apply(source: Source, findings: Iterable[Finding]) -> tuple[str, int, list[Left]]:
    """Return (text, fixes made, fixes left): of two fixes that overlap the surer one is made.

    Edits are spans of `source.text` in code points; a fix is made whole or not at all.
    """
    ranked = sorted(findings, key=lambda f: (-f.confidence, -f.severity, f.start, f.end, f.rule))
    newline = _newline(source.text)
    chosen: dict[tuple[int, int], tuple[str, str]] = {}
    taken = _Taken()
    made, left = 0, []
    for finding in ranked:
        assert finding.fix is not None
        edits = {(e.start, e.end): _with_line_ends(e.text, newline) for e in finding.fix.edits}
        if all(span in chosen and chosen[span][0] == new for span, new in edits.items()):
            # Another finding asks for the very same edits.
            made += 1
            continue
        fresh = {span: new for span, new in edits.items() if chosen.get(span, (None,))[0] != new}
        reason = _obstacle(source, finding.fix, fresh, chosen, taken)
        if reason:
            left.append(Left(finding.rule, finding.shown, reason))
            continue
        for span, new in fresh.items():
            chosen[span] = (new, finding.rule)
            taken.add(span)
        made += 1
    pieces, at = [], 0
    for (start, end), (new, _) in sorted(chosen.items()):
        pieces += [source.text[at:start], new]
        at = end
    return "".join([*pieces, source.text[at:]]), made, left


def _obstacle(
    source: Source,
    fix: Fix,
    edits: dict[tuple[int, int], str],
    chosen: dict[tuple[int, int], tuple[str, str]],
    taken: _Taken,
) -> str:
    """Return why the edits of a fix cannot be made, or an empty string."""
    own = sorted(edits)
    if any(not 0 <= start <= end <= len(source.text) for start, end in own):
        return "its place is outside the file"
    spans = [(e.start, e.end) for e in fix.edits]
    if len(set(spans)) < len(spans) or any(a[1] > b[0] for a, b in itertools.pairwise(own)):
        return "its edits overlap each other"
    for span in own:
        other = taken.overlapping(span)
        if other is not None:
            return f"it overlaps the fix of {chosen[other][1]}, which is surer"
    for new in edits.values():
        try:
            new.encode(source.encoding)
        except UnicodeEncodeError as problem:
            letter = new[problem.start]
            return f"{letter!r} cannot be written in the file's encoding, {source.encoding}"
    return ""


class _Taken:
    """Spans that are spoken for, kept sorted, so that many fixes in one file stay cheap."""

    def __init__(self) -> None:
        self._spans: list[tuple[int, int]] = []

    def add(self, span: tuple[int, int]) -> None:
        bisect.insort(self._spans, span)

    def overlapping(self, span: tuple[int, int]) -> tuple[int, int] | None:
        """Return a span that shares a character with `span`, or the same insertion point."""
        at = bisect.bisect_left(self._spans, span)
        for other in self._spans[max(at - 2, 0) : at + 2]:
            if other == span or (other[0] < span[1] and span[0] < other[1]):
                return other
        return None


def _newline(text: str) -> str:
    """Return the line end of a text: that of its first line."""
    at = text.find("\n")
    if at < 0:
        return "\r" if "\r" in text else "\n"
    return "\r\n" if at and text[at - 1] == "\r" else "\n"


def _with_line_ends(text: str, newline: str) -> str:
    if "\n" not in text or newline == "\n":
        return text
    return text.replace("\r\n", "\n").replace("\n", newline)


def told(left: list[Left]) -> list[str]:
    """Return a line for each fix that was not made; the last one counts those not told."""
    lines = [
        f"a fix of {item.rule} was not made: {item.reason}"
        + (f" (at “{item.text[:40]}”)" if item.text else "")
        for item in dict.fromkeys(left)
    ]
    if len(lines) > MAX_TOLD:
        lines[MAX_TOLD:] = [f"{len(lines) - MAX_TOLD} more fixes were not made"]
    return lines


def encoded(source: Source, data: bytes, text: str) -> bytes:
    """Return the fixed text in the file's own encoding; raise InputError where it would lose.

    `data` is the file as it was read: what was not edited must come out as it stood.
    """
    try:
        if source.text.encode(source.encoding) == data:
            return text.encode(source.encoding)
    except UnicodeEncodeError:
        pass
    raise InputError(f"cannot be written back in {source.encoding} without loss", source.path)


def write_back(path: str, before: bytes, after: bytes) -> None:
    """Replace a file's content at once, keeping its mode and owner; raise InputError.

    A symbolic link stays one: the file it leads to is written. A file that is read-only, or that
    somebody else changed since it was read, keeps its content.
    """
    target = Path(os.path.realpath(path))
    try:
        status = target.stat()
        if not status.st_mode & stat.S_IWUSR or not os.access(target, os.W_OK):
            raise InputError("is read-only; not fixed", path)
        if target.read_bytes() != before:
            raise InputError("changed while it was linted; not fixed", path)
        owner = (status.st_uid, status.st_gid)
        write_atomically(target, after, stat.S_IMODE(status.st_mode), owner)
    except OSError as problem:
        raise InputError(f"cannot be written: {problem.strerror}", path) from None

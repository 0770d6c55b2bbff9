"""Files of one article a line, linted piece by piece: memory does not grow with the file."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec.structs import replace

from .errors import InputError
from .findings import Edit, FileResult, Finding, Fix
from .source.lines import PIECE_BYTES, nameless, read_pieces
from .source.read import LINES

if TYPE_CHECKING:
    from .linter import Linter

# Smaller files are read whole, like any other (bytes).
WORTH_PIECES = 4 * PIECE_BYTES


def is_streamed(path: str) -> bool:
    """Say whether a file is so large, and of such a kind, that it is read in pieces."""
    try:
        return path.lower().endswith(LINES) and os.path.getsize(path) > WORTH_PIECES
    except OSError:
        return False


def lint_pieces(linter: Linter, path: str) -> Iterator[FileResult]:
    """Yield a result for each piece of a file; positions are those of the whole file."""
    from .work import lint_safely

    try:
        for piece in read_pieces(path):
            result = lint_safely(linter, piece.source)
            result.offset, result.line = piece.offset, piece.line
            result.findings = [moved(f, piece.offset, piece.line) for f in result.findings]
            result.confirmed = [
                replace(name, start=name.start + piece.offset, end=name.end + piece.offset)
                for name in result.confirmed
            ]
            if result.error_line is not None:
                result.error_line += piece.line
            yield result
    except InputError as problem:
        yield FileResult(path=path, error=problem.reason, error_line=problem.line)


def moved(finding: Finding, offset: int, lines: int) -> Finding:
    """Return a finding with its positions moved by code points and lines."""
    record = finding.record
    if record is not None and record == nameless(finding.line):
        record = nameless(finding.line + lines)
    fix = finding.fix
    if fix is not None:
        edits = (Edit(e.start + offset, e.end + offset, e.text) for e in fix.edits)
        fix = Fix(tuple(edits), fix.safe)
    return replace(
        finding,
        start=finding.start + offset,
        end=finding.end + offset,
        line=finding.line + lines,
        end_line=finding.end_line + lines,
        fix=fix,
        record=record,
    )

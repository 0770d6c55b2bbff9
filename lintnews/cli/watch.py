"""`lintnews check --watch`: lint drafts again each time one is saved."""

from __future__ import annotations

import argparse
import copy
import os
import sys

from ..errors import LintnewsError, UsageError
from ..report.escape import visible
from ..source.discover import NEVER, SUFFIXES
from .session import STDIN, Session

# Milliseconds in which changes count as one: editors write a file in several steps.
SETTLE = 150


def watch(options: argparse.Namespace) -> int:
    """Lint everything once, then each file that changes, until Ctrl-C; return the last status."""
    if STDIN in options.paths or options.output or options.write_baseline or options.fix:
        raise UsageError("--watch cannot be combined with -, --output, --fix or --write-baseline")
    try:
        import watchfiles
    except ImportError:
        raise UsageError("--watch needs its extra: pip install 'lintnews[watch]'") from None
    missing = [path for path in options.paths if not os.path.exists(path)]
    if missing:
        raise UsageError("no such file or folder", missing[0])
    status = _lint(options, options.paths)
    print("lintnews: watching; Ctrl-C ends", file=sys.stderr, flush=True)
    named = {os.path.abspath(path) for path in options.paths if os.path.isfile(path)}
    folders = {os.path.abspath(p) if os.path.isdir(p) else os.path.dirname(os.path.abspath(p))
               for p in options.paths}  # fmt: skip
    top = [os.path.abspath(path) for path in options.paths if os.path.isdir(path)]
    for changes in watchfiles.watch(*folders, debounce=1_600, step=SETTLE, raise_interrupt=True):
        changed = sorted(
            path for _, path in changes if os.path.isfile(path) and _is_ours(path, named, top)
        )
        if changed:
            print(f"\n{visible(', '.join(_shown(path) for path in changed))}", flush=True)
            status = _lint(options, [_shown(path) for path in changed])
    return status


def _lint(options: argparse.Namespace, paths: list[str]) -> int:
    """Lint some files; a mistake is told, and the watch goes on."""
    now = copy.copy(options)
    now.paths = paths
    # A file that was saved is linted however it was named, but never one that is excluded.
    now.force_exclude = True
    try:
        return Session(now).finish()
    except LintnewsError as problem:
        print(f"lintnews: {visible(str(problem))}", file=sys.stderr, flush=True)
        return 2


def _is_ours(path: str, named: set[str], top: list[str]) -> bool:
    if path in named:
        return True
    inside = any(path.startswith(os.path.join(folder, "")) for folder in top)
    parts = path.split(os.sep)
    return (
        inside and os.path.splitext(path)[1].lower() in SUFFIXES and not NEVER.intersection(parts)
    )


def _shown(path: str) -> str:
    try:
        relative = os.path.relpath(path)
    except ValueError:
        return path
    return path if relative.startswith("..") else relative

"""A worker process: reads batches of files from a pipe, lints them, answers one by one.

It is started as a fresh interpreter, never forked, and ends when its pipe closes: a parent that
was killed leaves no worker behind.
"""

from __future__ import annotations

import os
import signal
import sys
from typing import BinaryIO

import msgspec

from .cache import ResultCache, without_path
from .errors import LintnewsError
from .linter import Linter
from .process import collect_seldom
from .source.read import read_source
from .wire import READY, Reply, Task, decode_config, receive, send
from .work import fix_result, lint_safely

# Freshly compiled patterns that make it worth writing them down between two batches.
WORTH_SAVING = 40


def main() -> None:
    """Serve until the pipe closes; the first argument says whether results are stored."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    collect_seldom()
    # What a library prints must not get between the answers.
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    cache = ResultCache.open() if sys.argv[-1] == "cache" else None
    try:
        send(out, READY)
        serve(os.fdopen(0, "rb", closefd=False), out, cache)
    except (BrokenPipeError, KeyboardInterrupt):
        pass
    # Nothing is left to clean up; the interpreter's own end would take some milliseconds.
    os._exit(0)


def serve(inlet: BinaryIO, out: BinaryIO, cache: ResultCache | None) -> None:
    """Answer every task of every batch."""
    linters: dict[bytes, Linter] = {}
    batch = msgspec.msgpack.Decoder(list[Task])
    while (data := receive(inlet)) is not None:
        for task in batch.decode(data):
            send(out, msgspec.msgpack.encode(answer(task, linters, cache)))
        for linter in linters.values():
            if linter.matcher.patterns.fresh >= WORTH_SAVING:
                linter.save()


def answer(task: Task, linters: dict[bytes, Linter], cache: ResultCache | None) -> Reply:
    """Return the answer to one task."""
    try:
        linter = linters.get(task.config)
        if linter is None:
            linter = linters[task.config] = Linter(decode_config(task.config))
        source = read_source(os.fsdecode(task.path), task.data)
        result = lint_safely(linter, source)
        if cache is not None and task.key and result.error is None and linter.is_whole:
            cache.put(task.key, result)
        if task.wish.fix and result.error is None:
            result = fix_result(linter, source, result, task.wish, task.accepted)
        return Reply(task.number, without_path(result))
    except LintnewsError as problem:
        mistake = (type(problem).__name__, problem.reason, problem.path, problem.line)
        return Reply(task.number, mistake=mistake)

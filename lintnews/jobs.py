"""Files to results: which configuration applies, what is known already, who does the work."""

from __future__ import annotations

import contextlib
import os
from collections import deque
from collections.abc import Generator, Iterable, Iterator
from typing import TYPE_CHECKING

import msgspec

from .baseline import Baseline, without_accepted
from .cache import ResultCache, with_path
from .errors import ConfigError, InputError
from .findings import FileResult
from .source.article import Source
from .source.read import read_bytes, read_source
from .stream import is_streamed, lint_pieces
from .wire import Task, Wish, encode_config
from .workspace import Workspace

if TYPE_CHECKING:
    from .pool import Pool

__all__ = ["Plan", "Run", "Workspace", "lint_files"]

# Bytes of text below which starting worker processes takes longer than it saves.
WORTH_WORKERS = 500_000
# Texts and results that are kept in memory while an earlier file is still being linted.
MAX_HELD_FILES = 400
MAX_HELD_BYTES = 24_000_000
# The same while no worker runs: then the earlier file is simply linted at once.
MAX_WAITING_FILES = 256


class Plan(msgspec.Struct, frozen=True):
    """How a run works: worker processes (0: one a core), stored results, baseline, fixes.

    With `baseline` the findings it accepts are left out; `write` says that fixes change the files;
    with `pieces` a large file of lines gives several results.
    """

    jobs: int = 1
    cache: ResultCache | None = None
    baseline: Baseline | None = None
    wish: Wish = Wish()
    write: bool = False
    pieces: bool = True


class _Slot(msgspec.Struct):
    """A file in the order of the run: its result, or what is needed to find it.

    The text of a file that is `sent` to a worker is not kept: its bytes give it again.
    """

    path: str
    result: FileResult | None = None
    source: Source | None = None
    data: bytes = b""
    key: str | None = None
    sent: bool = False


class Run:
    """One pass over files; `results` yields them in the order of the paths."""

    def __init__(self, workspace: Workspace, plan: Plan):
        self.workspace = workspace
        self.plan = plan
        self.jobs = plan.jobs or cores()
        self._slots: deque[_Slot] = deque()
        self._first = 0
        self._held = 0
        self._unlinted = 0
        self._pool: Pool | None = None

    def results(self, paths: Iterable[str | InputError]) -> Generator[FileResult, None, None]:
        """Yield a result for each path; raises the user's mistakes that end a run."""
        try:
            for path in paths:
                if isinstance(path, str) and self._in_pieces(path):
                    yield from self._all_before()
                    yield from lint_pieces(self.workspace.linter_for(path), path)
                    continue
                self._take(path)
                yield from self._finished()
                while self._slots and self._is_full():
                    self._wait()
                    yield from self._finished()
            yield from self._all_before()
        finally:
            if self._pool is not None:
                self._pool.stop()
            self.workspace.save()
            if self.plan.cache is not None:
                self.plan.cache.close()

    def _all_before(self) -> Iterator[FileResult]:
        if self._pool is not None:
            self._pool.flush()
        while self._slots:
            self._wait()
            yield from self._finished()

    def _in_pieces(self, path: str) -> bool:
        """Say whether a file is linted piece by piece: large, and only reported on."""
        plan = self.plan
        return plan.pieces and not plan.wish.fix and plan.baseline is None and is_streamed(path)

    def one(self, path: str, data: bytes) -> FileResult:
        """Return the result for content that is not read from a file; nothing is written."""
        slot = self._open(path, data)
        self._lint(slot)
        self.workspace.save()
        result = self._complete(slot, write=False)
        result.source = result.fixed_text or result.source
        return result

    def _take(self, path: str | InputError) -> None:
        if isinstance(path, InputError):
            result = FileResult(path=path.path or "", error=path.reason, error_line=path.line)
            self._slots.append(_Slot(result.path, result))
            return
        slot = self._open(path)
        self._slots.append(slot)
        self._held += len(slot.data)
        if slot.result is not None:
            return
        self._unlinted += len(slot.data)
        if self._pool is not None:
            self._submit(self._first + len(self._slots) - 1, slot)
        elif self.jobs > 1 and self._unlinted >= WORTH_WORKERS:
            self._start_pool()

    def _open(self, path: str, data: bytes | None = None) -> _Slot:
        """Read a file and look it up among the stored results."""
        slot = _Slot(path)
        try:
            self.workspace.config_for(path)
        except ConfigError as problem:
            # A broken configuration in one folder costs the articles of that folder.
            slot.result = FileResult(path=path, error=str(problem))
            return slot
        try:
            if data is None:
                data = read_bytes(path)
            slot.data = data
            slot.source = read_source(path, data)
        except InputError as problem:
            slot.result = FileResult(path=path, error=problem.reason, error_line=problem.line)
            return slot
        if self.plan.cache is not None:
            slot.key = self.plan.cache.key(self.workspace.config_for(path), path, data)
            if slot.key is not None:
                known = self.plan.cache.get(slot.key, path)
                if known is not None and not (self.plan.wish.fix and _has_fix(known)):
                    slot.result = known
        return slot

    def _is_full(self) -> bool:
        if self._pool is None:
            return len(self._slots) >= MAX_WAITING_FILES or (
                self.jobs == 1 and self._slots[0].result is None
            )
        return len(self._slots) >= MAX_HELD_FILES or self._held >= MAX_HELD_BYTES

    def _wait(self) -> None:
        """Wait for a worker's next answer, or lint the first file here."""
        if self._pool is None:
            self._lint(self._slots[0])
            return
        self._pool.flush()
        number, result = self._pool.next()
        slot = self._slots[number - self._first]
        slot.result = with_path(result, slot.path)

    def _finished(self) -> Iterator[FileResult]:
        """Yield the results that nothing before them keeps back."""
        while self._slots and self._slots[0].result is not None:
            slot = self._slots.popleft()
            self._first += 1
            self._held -= len(slot.data)
            if slot.sent:
                slot.source = read_source(slot.path, slot.data)
            result = self._complete(slot, self.plan.write)
            # Not held while the caller prints: memory stays flat over any number of files.
            del slot
            yield result

    def _lint(self, slot: _Slot) -> None:
        from .work import fix_result, lint_safely

        if slot.result is not None or slot.source is None:
            return
        linter = self.workspace.linter_for(slot.path)
        result = lint_safely(linter, slot.source)
        cache = self.plan.cache
        if cache is not None and slot.key and result.error is None and linter.is_whole:
            cache.put(slot.key, result)
        if self.plan.wish.fix and result.error is None:
            accepted = self._accepted(slot.path)
            result = fix_result(linter, slot.source, result, self.plan.wish, accepted)
        slot.result = result

    def _complete(self, slot: _Slot, write: bool) -> FileResult:
        """Put the text back, apply the baseline where fixing has not, write fixes."""
        result = slot.result
        assert result is not None
        if slot.source is not None:
            result.source = slot.source.text
        if not self.plan.wish.fix:
            accepted = self._accepted(slot.path)
            result.findings, result.baselined = without_accepted(result.findings, accepted)
        elif write and result.fixed_text is not None and slot.source is not None:
            return self._written(slot, slot.source, result)
        return result

    def _written(self, slot: _Slot, source: Source, result: FileResult) -> FileResult:
        from .fix import encoded, write_back

        text = result.fixed_text or ""
        try:
            after = encoded(source, slot.data, text)
            write_back(slot.path, slot.data, after)
        except InputError as problem:
            # The file stands as it was: so must what is reported of it.
            from .work import lint_source

            result = lint_source(self.workspace.linter_for(slot.path), source)
            accepted = self._accepted(slot.path)
            result.findings, result.baselined = without_accepted(result.findings, accepted)
            result.error = problem.reason
            return result
        result.source = text
        return result

    def _accepted(self, path: str) -> dict[str, int]:
        return {} if self.plan.baseline is None else self.plan.baseline.accepted(path)

    def _start_pool(self) -> None:
        from .pool import Pool, compile_once

        compile_once({self.workspace.config_for(s.path) for s in self._slots if s.source})
        self._pool = Pool(self.jobs, store=self.plan.cache is not None)
        for number, slot in enumerate(self._slots, self._first):
            if slot.result is None:
                self._submit(number, slot)

    def _submit(self, number: int, slot: _Slot) -> None:
        assert self._pool is not None
        config = encode_config(self.workspace.config_for(slot.path))
        accepted = self._accepted(slot.path) if self.plan.wish.fix else {}
        path = os.fsencode(slot.path)
        self._pool.submit(Task(number, path, slot.data, config, self.plan.wish, accepted, slot.key))
        slot.source, slot.sent = None, True


def _has_fix(result: FileResult) -> bool:
    return any(f.fix is not None or f.obstacle is not None for f in result.findings)


def cores() -> int:
    """Return how many processor cores this process may use."""
    with contextlib.suppress(AttributeError, OSError):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def lint_files(
    workspace: Workspace, paths: Iterable[str | InputError], plan: Plan | None = None
) -> Iterator[FileResult]:
    """Yield a result for each path, in order; without a plan in this process and uncached."""
    return Run(workspace, plan or Plan()).results(paths)

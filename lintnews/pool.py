"""Worker processes: batches out, answers back, and what happens when one of them dies.

Each worker has a thread of its own here that feeds it. A worker that dies costs its file one
retry in a fresh worker; a file that ends two workers is named as an error, and the rest goes on.
"""

from __future__ import annotations

import contextlib
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Iterable
from queue import SimpleQueue
from typing import Any

import msgspec

from . import errors
from .config import Config
from .findings import FileResult
from .wire import READY, Reply, Task, receive, send

# A file may end this many workers before it is given up.
MAX_DEATHS = 2
# Workers that die before they are ready say that none can start here.
MAX_FALSE_STARTS = 3
# Bytes of text a batch holds: about 40 ms of work, so that the last batch keeps nobody waiting.
BATCH_BYTES = 32_000
# Bytes of work that pay for starting one more worker (about 0.3 s of linting each).
BYTES_PER_WORKER = 250_000
_CHILD = "import sys;sys.path[:]=sys.argv[1:-1];from lintnews.worker import main;main()"

# Ctrl-C is for the parent, which ends its workers; one that is just starting would complain.
_OWN_GROUP: dict[str, Any] = (
    {"creationflags": getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0)}
    if sys.platform == "win32"
    else {"process_group": 0}
)

Done = tuple[int, FileResult | BaseException]


def compile_once(configs: Iterable[Config]) -> None:
    """Compile packs and name lists here, not in every worker at the same time."""
    from .names.store import open_names
    from .packs.load import builtin_folder
    from .packs.store import open_packs

    for config in configs:
        folders = [str(builtin_folder()), *config.packs]
        open_packs(folders)
        open_names(folders, config.names)


class Pool:
    """Runs tasks in up to `size` worker processes; answers come in any order from `next`."""

    def __init__(self, size: int, store: bool):
        self.size = size
        self._store = store
        self._batches: SimpleQueue[list[Task] | None] = SimpleQueue()
        self._done: SimpleQueue[Done] = SimpleQueue()
        self._threads: list[threading.Thread] = []
        self._processes: set[subprocess.Popen[bytes]] = set()
        self._lock = threading.Lock()
        self._stopping = False
        self._false_starts = 0
        self._batch: list[Task] = []
        self._batch_bytes = 0
        self._submitted = 0

    def submit(self, task: Task) -> None:
        """Take a task; it starts once its batch is full or `flush` is called."""
        self._batch.append(task)
        self._batch_bytes += len(task.data)
        self._submitted += len(task.data)
        if self._batch_bytes >= BATCH_BYTES:
            self.flush()

    def flush(self) -> None:
        """Send what waits for its batch to fill."""
        if self._batch:
            self._batches.put(self._batch)
            self._batch, self._batch_bytes = [], 0
        wanted = min(self.size, max(self._submitted // BYTES_PER_WORKER, 1))
        while len(self._threads) < wanted:
            thread = threading.Thread(target=self._serve, daemon=True)
            self._threads.append(thread)
            thread.start()

    def next(self) -> tuple[int, FileResult]:
        """Return (task number, result) of the next finished task; raise a worker's mistake."""
        number, result = self._done.get()
        if isinstance(result, BaseException):
            raise result
        return number, result

    def stop(self) -> None:
        """End all workers at once; what they were doing is lost."""
        self._stopping = True
        with self._lock:
            for process in self._processes:
                with contextlib.suppress(OSError):
                    process.kill()
        for _ in self._threads:
            self._batches.put(None)

    def _serve(self) -> None:
        """Feed one worker, replacing it when it dies, until there are no more batches."""
        process: subprocess.Popen[bytes] | None = None
        deaths: dict[int, int] = {}
        try:
            while (batch := self._batches.get()) is not None:
                pending = deque(batch)
                while pending and not self._stopping:
                    process = process or self._start()
                    if self._talk(process, pending) or self._stopping:
                        continue
                    code = self._bury(process)
                    process = None
                    task = pending[0]
                    deaths[task.number] = deaths.get(task.number, 0) + 1
                    if deaths[task.number] >= MAX_DEATHS:
                        pending.popleft()
                        self._done.put((task.number, _given_up(code)))
        except BaseException as problem:
            if not self._stopping:
                self._done.put((-1, problem))
        finally:
            if process is not None:
                self._bury(process)

    def _talk(self, process: subprocess.Popen[bytes], pending: deque[Task]) -> bool:
        """Send tasks and take the answers; False where the worker died before the last one."""
        assert process.stdin is not None
        assert process.stdout is not None
        decode = msgspec.msgpack.Decoder(Reply).decode
        try:
            send(process.stdin, msgspec.msgpack.encode(list(pending)))
            while pending:
                data = receive(process.stdout)
                if data is None:
                    return False
                reply = decode(data)
                pending.popleft()
                self._done.put((reply.number, _outcome(reply)))
        except OSError:
            return False
        return True

    def _start(self) -> subprocess.Popen[bytes]:
        """Start a worker and wait until it is ready; raise EngineError where none can start."""
        while not self._stopping:
            store = "cache" if self._store else "no-cache"
            # -P: the working folder is other people's; no module is imported from it.
            command = [sys.executable, "-P", "-c", _CHILD, *sys.path, store]
            with self._lock:
                process = subprocess.Popen(
                    command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, **_OWN_GROUP
                )
                self._processes.add(process)
            assert process.stdout is not None
            if receive(process.stdout) == READY:
                return process
            code = self._bury(process)
            self._false_starts += 1
            if self._false_starts >= MAX_FALSE_STARTS:
                raise errors.EngineError(
                    f"worker processes cannot start ({_ended(code)}); try --jobs 1"
                )
        raise KeyboardInterrupt

    def _bury(self, process: subprocess.Popen[bytes]) -> int:
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):
                    pipe.close()
        try:
            code = process.wait(5)
        except subprocess.TimeoutExpired:
            process.kill()
            code = process.wait()
        with self._lock:
            self._processes.discard(process)
        return code


def _outcome(reply: Reply) -> FileResult | BaseException:
    if reply.result is not None:
        return reply.result
    name, *said = reply.mistake or ("LintnewsError", "a worker gave no answer", None, None)
    kind: Any = getattr(errors, name, errors.LintnewsError)
    problem: BaseException = kind(*said)
    return problem


def _given_up(code: int) -> FileResult:
    reason = f"ended {MAX_DEATHS} worker processes ({_ended(code)}); left out"
    return FileResult(path="", error=reason)


def _ended(code: int) -> str:
    if code >= 0:
        return f"exit status {code}"
    import signal

    try:
        return signal.Signals(-code).name
    except ValueError:
        return f"signal {-code}"

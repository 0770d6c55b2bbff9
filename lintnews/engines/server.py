"""The LanguageTool server of this machine: found while it runs, started where it does not.

One server serves all workers and later runs. What is known of it stands in a state file in the
cache folder (see keeper.py); a lock lets one process start it while the others wait.
"""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import msgspec

from ..errors import EngineError
from ..folders import cache_folder
from .base import Unanswered
from .installed import Installed
from .keeper import IDLE_SECONDS
from .service import Service

# Seconds a server may take to answer for the first time (2 to 5 on an idle machine), and between
# two questions.
START_SECONDS = 60.0
_ASK_SECONDS = 0.1
# Seconds `stop` waits for a server to be gone.
STOP_SECONDS = 10.0
# Seconds between two touches of the state file: more would only be writing.
_TOUCH_SECONDS = 5.0
_CHILD = "import sys;sys.path[:]=sys.argv[1:-1];from lintnews.engines.keeper import main;main()"
# Small heap, one collector thread, and the quick compiler alone: it halves the processor time of the
# start (9 s to 4 s) and of the first forty articles (8 s to 4 s), which is what most runs consist of.
_JAVA = ("-Xmx1g", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
_SETTINGS = """\
maxTextLength=2000000
maxCheckTimeMillis=55000
cacheSize=1000
pipelineCaching=true
maxPipelinePoolSize=8
pipelineExpireTimeInSeconds=3600
"""


class State(msgspec.Struct):
    """What the state file says: port, the keeper's process number and the server's."""

    port: int
    pid: int
    server: int


class Server:
    """The server of one installed copy; `service` starts it where it does not run."""

    def __init__(self, copy: Installed, seconds: float = START_SECONDS, idle: float = IDLE_SECONDS):
        folder = cache_folder()
        if folder is None:
            raise EngineError(
                "engine languagetool: no private cache folder for the server's state; "
                "set LINTNEWS_CACHE_DIR, or name a server with --languagetool-url"
            )
        self.copy = copy
        self._seconds = seconds
        self._idle = idle
        self.state = folder / f"languagetool-{copy.key}.json"
        self.log = self.state.with_suffix(".log")
        self._touched = 0.0

    def service(self) -> Service:
        """Return the running server, started first if need be; raise EngineError if it cannot."""
        service = self.running()
        if service is not None:
            self.touch()
            return service
        with locked(self.state.with_suffix(".lock"), self._seconds):
            return self.running() or self._start()

    def running(self) -> Service | None:
        """Return the server if it is there and answers."""
        state = read_state(self.state)
        if state is None or not is_alive(state.pid):
            return None
        service = Service(f"http://127.0.0.1:{state.port}")
        try:
            service.describe()
        except (OSError, Unanswered):
            return None
        return service

    def touch(self) -> None:
        """Say that the server is still wanted."""
        now = time.monotonic()
        if now - self._touched > _TOUCH_SECONDS:
            self._touched = now
            with contextlib.suppress(OSError):
                os.utime(self.state)

    def _start(self) -> Service:
        settings = self.state.with_suffix(".properties")
        settings.write_text(_SETTINGS, "utf-8")
        copy = self.copy
        classes = os.pathsep.join([copy.jar, os.path.join(copy.folder, "libs", "*")])
        command = [copy.java, *_JAVA, "-cp", classes, "org.languagetool.server.HTTPServer",
                   "--config", str(settings), "--port"]  # fmt: skip
        asked = {"command": command, "state": str(self.state), "idle": self._idle}
        keeper = _spawn(msgspec.json.encode(asked).decode(), self.log)
        until = time.monotonic() + self._seconds
        while time.monotonic() < until:
            service = self.running()
            if service is not None:
                return service
            if keeper.poll() is not None:
                raise EngineError(f"engine languagetool: the server did not start: {self._said()}")
            time.sleep(_ASK_SECONDS)
        with contextlib.suppress(OSError):
            self.state.unlink()
        keeper.terminate()
        raise EngineError(
            f"engine languagetool: the server gave no answer within {self._seconds:g} s; "
            f"its last line: {self._said()}"
        )

    def _said(self) -> str:
        return last_line(self.log)


def _spawn(asked: str, log: Path) -> subprocess.Popen[bytes]:
    """Start the keeper as a process that outlives this one; its output goes to the log."""
    command = [sys.executable, "-P", "-c", _CHILD, *sys.path, asked]
    with open(log, "wb") as out:
        if sys.platform == "win32":
            # Detached, in a process group of its own.
            return subprocess.Popen(
                command, stdin=subprocess.DEVNULL, stdout=out, stderr=out, cwd=log.parent,
                creationflags=0x00000008 | 0x00000200,
            )  # fmt: skip
        return subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=out, stderr=out, cwd=log.parent,
            start_new_session=True,
        )  # fmt: skip


def last_line(log: Path) -> str:
    """Return what a server's output says about its end: the last line that names an error, or the
    last at all."""
    try:
        text = log.read_bytes()[-20_000:].decode("utf-8", "replace")
    except OSError:
        return "it said nothing"
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    errors = [line for line in lines if "Exception" in line or "Error" in line]
    told = [line for line in errors if not line.startswith("at ")]
    return (told or lines or ["it said nothing"])[-1][:300]


def read_state(path: Path) -> State | None:
    """Return what a state file says, or None where there is none."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=State)
    except (OSError, msgspec.DecodeError):
        return None


def is_alive(pid: int) -> bool:
    """Say whether a process of this number runs."""
    if sys.platform == "win32":
        return True
    try:
        os.kill(pid, 0)
    except OSError:
        # Gone, or another user's by now: not ours.
        return False
    return True


def states() -> list[tuple[Path, State]]:
    """Return the servers that lintnews keeps on this machine."""
    folder = cache_folder()
    found = sorted(folder.glob("languagetool-*.json")) if folder else []
    read = [(path, read_state(path)) for path in found]
    return [(path, state) for path, state in read if state is not None and is_alive(state.pid)]


def stop(path: Path, state: State) -> bool:
    """End a server: without its state file its keeper ends it. Say whether it is gone."""
    with contextlib.suppress(FileNotFoundError):
        path.unlink()
    until = time.monotonic() + STOP_SECONDS
    while time.monotonic() < until:
        if not is_alive(state.server) or sys.platform == "win32":
            return True
        time.sleep(_ASK_SECONDS)
    return False


@contextlib.contextmanager
def locked(path: Path, seconds: float) -> Iterator[None]:
    """Hold a lock file's lock; a process that ends gives it back whatever happens."""
    with open(path, "wb") as file:
        until = time.monotonic() + seconds
        while not _take(file.fileno()):
            if time.monotonic() > until:
                raise EngineError(
                    f"engine languagetool: another run has been starting it for {seconds:g} s"
                )
            time.sleep(_ASK_SECONDS)
        yield


def _take(handle: int) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True

"""Keeps a LanguageTool server: starts Java, and ends it when nobody has asked for a while.

Runs as a process of its own, so that the server outlives the run that started it. The state file
says where it listens; every run that uses the server touches that file, and removing the file ends
the server.
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
import time

# Seconds without a request after which the server ends, and between two looks.
IDLE_SECONDS = 900.0
_LOOK_SECONDS = 0.5
# Seconds a server gets to end by itself.
_END_SECONDS = 5.0
# The guard's whole work: a keeper that dies without a word closes the pipe it reads from.
_GUARD = 'read -r said; [ "$said" = done ] || kill -9 "$0"'


def free_port() -> int:
    """Return a port of this machine that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def keep(command: list[str], state: str, idle: float = IDLE_SECONDS) -> int:
    """Run the server until it is idle, unwanted or dead; return its exit status.

    `command` ends where the port goes. Its output is this process's own.
    """
    port = free_port()
    server = subprocess.Popen([*command, str(port)], stdin=subprocess.DEVNULL)
    guard = _guard(server.pid)
    mine = json.dumps({"port": port, "pid": os.getpid(), "server": server.pid}).encode()
    try:
        _write(state, mine)
        while server.poll() is None:
            time.sleep(_LOOK_SECONDS)
            try:
                unused = time.time() - os.stat(state).st_mtime
            except OSError:
                break
            if unused > idle or not _is(state, mine):
                break
    finally:
        if _is(state, mine):
            with contextlib.suppress(OSError):
                os.unlink(state)
        if server.poll() is None:
            server.terminate()
            try:
                server.wait(_END_SECONDS)
            except subprocess.TimeoutExpired:
                server.kill()
                server.wait()
        if guard is not None:
            with contextlib.suppress(OSError):
                guard.communicate(b"done\n")
    return server.wait()


def _guard(server: int) -> subprocess.Popen[bytes] | None:
    """Start a process that ends the server when this one is killed; None where there is no shell.

    Only its pipe tells it, so it works wherever there is a shell. On Windows the server then stays.
    """
    try:
        return subprocess.Popen(["/bin/sh", "-c", _GUARD, str(server)], stdin=subprocess.PIPE)
    except OSError:
        return None


def _write(path: str, data: bytes) -> None:
    name = f"{path}.{os.getpid()}.tmp"
    with open(name, "wb") as out:
        out.write(data)
    os.replace(name, path)


def _is(path: str, data: bytes) -> bool:
    try:
        with open(path, "rb") as file:
            return file.read() == data
    except OSError:
        return False


def main() -> None:
    """Read command, state file and idle seconds from the last argument and keep the server."""
    # Whoever ends this process ends the server with it.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    asked = json.loads(sys.argv[-1])
    sys.exit(keep(asked["command"], asked["state"], asked["idle"]))

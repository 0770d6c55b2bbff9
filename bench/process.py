"""Runs commands and says how long they took, how they ended and how much memory they held."""

from __future__ import annotations

import contextlib
import os
import subprocess
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

# Seconds between two looks at the memory of a running command.
LOOK_SECONDS = 0.01
_PROC = Path("/proc")
_KIB_A_MIB = 1024


class Ran(NamedTuple):
    """How a command ended: seconds, exit status (-1: stopped), what it wrote."""

    seconds: float
    status: int
    out: str
    err: str


def run(
    command: Sequence[str], environment: Mapping[str, str] | None = None, limit: float | None = None
) -> Ran:
    """Run a command, its output into files: a pipe that is read slowly would cost it time."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        since = time.perf_counter()
        try:
            done = subprocess.run(
                command, stdout=out, stderr=err, stdin=subprocess.DEVNULL, env=environment,
                timeout=limit, check=False,
            )  # fmt: skip
            status = done.returncode
        except subprocess.TimeoutExpired:
            status = -1
        except OSError as problem:
            return Ran(0.0, -1, "", str(problem))
        took = time.perf_counter() - since
        texts = []
        for file in (out, err):
            file.seek(0)
            texts.append(file.read().decode("utf-8", "replace"))
    return Ran(took, status, *texts)


def sums_memory() -> bool:
    """Say whether this system tells the proportional memory of a process."""
    return (_PROC / "self" / "smaps_rollup").exists()


def peak_memory(command: Sequence[str], environment: Mapping[str, str] | None = None) -> float:
    """Return the most MiB that a command and all processes below it held at one moment.

    Proportional set sizes: memory that several processes share counts once. Where the system does
    not tell them it is the largest resident size of the command's own process.
    """
    process = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment
    )
    if not sums_memory():
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        return usage.ru_maxrss / _KIB_A_MIB
    peak = 0
    while process.poll() is None:
        peak = max(peak, sum(map(_proportional, family(process.pid))))
        time.sleep(LOOK_SECONDS)
    return peak / _KIB_A_MIB


def family(pid: int) -> list[int]:
    """Return a process and all below it."""
    parents: dict[int, list[int]] = {}
    for folder in _PROC.iterdir():
        if folder.name.isdigit():
            with contextlib.suppress(OSError, ValueError, IndexError):
                # "pid (name) state parent …"; the name may hold anything.
                fields = (folder / "stat").read_text("utf-8", "replace").rpartition(")")[2].split()
                parents.setdefault(int(fields[1]), []).append(int(folder.name))
    found = [pid]
    for one in found:
        found.extend(parents.get(one, ()))
    return found


def _proportional(pid: int) -> int:
    """Return the proportional set size of a process in KiB; 0 for one that is gone."""
    with contextlib.suppress(OSError, ValueError):
        for line in (_PROC / str(pid) / "smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1])
    return 0

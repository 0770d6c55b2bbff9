"""Runs everything that must hold: style, types, rule proofs, generated pages, tests.

    python tests/run.py [arguments for pytest]

Every step runs even if an earlier one fails; the exit status is 1 if any did. The last line is that
of pytest, after the names of the steps that failed.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PYTHON = sys.executable
STEPS: tuple[tuple[str, list[str]], ...] = (
    ("lint", [PYTHON, "-m", "ruff", "check", "."]),
    ("format", [PYTHON, "-m", "ruff", "format", "--check", "."]),
    ("types", [PYTHON, "-m", "mypy"]),
    ("rule proofs", [PYTHON, "-m", "lintnews", "packs", "test"]),
    ("generated pages", [PYTHON, "docs/generate.py", "--check"]),
)
# Two cores are what most shared runners have; pytest-xdist splits the tests between them.
WORKERS = str(min(os.cpu_count() or 1, 2))


def main(arguments: list[str]) -> int:
    failed = [name for name, command in STEPS if not passes(name, command)]
    pytest = [PYTHON, "-m", "pytest", "-n", WORKERS, "--dist", "loadfile", "-rfEs", *arguments]
    print(f"== tests: {' '.join(pytest[1:])}", flush=True)
    if failed:
        print(f"== failed before the tests: {', '.join(failed)}", flush=True)
    status = subprocess.run(pytest, cwd=ROOT, check=False).returncode
    return 1 if failed or status else 0


def passes(name: str, command: list[str]) -> bool:
    print(f"== {name}: {' '.join(command[1:])}", flush=True)
    since = time.perf_counter()
    status = subprocess.run(command, cwd=ROOT, check=False).returncode
    word = "passed" if status == 0 else f"FAILED with status {status}"
    print(f"== {name} {word} in {time.perf_counter() - since:.1f} s\n", flush=True)
    return status == 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))

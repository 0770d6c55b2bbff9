"""How fast lintnews is, beside other linters on the same files in the same run.

    python bench/speed.py [--files 1000] [--peers codespell,typos] [--json FILE]

Articles are made from the project's fixtures, so every machine measures the same text. Peers that
are not installed are left out; ratios count, seconds depend on the machine.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, os.path.dirname(__file__))
import corpus

LINTNEWS = [
    sys.executable,
    "-m",
    "lintnews",
    "check",
    "--isolated",
    "--quiet",
    "--output",
    os.devnull,
]
# Peer -> command; {} stands for the folder or file. harper has no command of its own here.
PEERS = {
    "typos": ["typos", "{}"],
    "codespell": ["codespell", "{}"],
    "cspell": ["cspell", "--no-progress", "--no-summary", "--quiet", "{}/**"],
    "proselint": ["proselint", "check", "{}"],
    "harper": [sys.executable, "-c", "import harper, pathlib, sys\nfor p in pathlib.Path(sys.argv[1]).glob('*.txt'): harper.lint(p.read_text())", "{}"],
}  # fmt: skip
RUNS = 3


def measured(command: list[str], environment: dict[str, str] | None = None) -> tuple[float, float]:
    """Return (seconds, peak MiB of the largest process) of a command."""
    since = time.perf_counter()
    process = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment
    )
    _, status, usage = os.wait4(process.pid, 0)
    took = time.perf_counter() - since
    process.returncode = os.waitstatus_to_exitcode(status)
    return took, usage.ru_maxrss / 1024


def best(command: list[str], environment: dict[str, str], runs: int = RUNS) -> tuple[float, float]:
    """Return the fastest of some runs: what the machine can do when nothing disturbs it."""
    return min(measured(command, environment) for _ in range(runs))


def names_file(path: Path, number: int) -> Path:
    """Write a list of made-up names."""
    source = random.Random(corpus.SEED)
    parts = ["".join(source.choice("bcdfghklmnprstvz") + source.choice("aeiou") for _ in range(k))
             for k in (2, 3, 4) for _ in range(3_000)]  # fmt: skip
    with path.open("w") as out:
        for _ in range(number):
            first, last = source.choice(parts), source.choice(parts)
            out.write(f"{first.title()} {last.title()}{source.choice(parts)}\n")
    return path


def lintnews_rows(top: Path, files: int, environment: dict[str, str]) -> dict[str, float]:
    """Return row -> seconds (or MiB) of lintnews itself."""
    rows: dict[str, float] = {}
    folder, one, large = top / "articles", top / "articles" / "00000.txt", top / "large.txt"
    rows["first run ever, 1 article (s)"] = measured([*LINTNEWS, str(one)], environment)[0]
    fresh = [*LINTNEWS, "--no-cache"]
    rows["cold start, 1 article (s)"] = best([*fresh, str(one)], environment)[0]
    for jobs in ("1", "2"):
        took, memory = best([*fresh, "--jobs", jobs, str(folder)], environment, 1)
        rows[f"{files} files, {jobs} jobs (s)"] = took
        rows[f"{files} files, {jobs} jobs, largest process (MiB)"] = memory
    rows["same text in one file (s)"] = measured([*fresh, str(large)], environment)[0]
    measured([*LINTNEWS, str(folder)], environment)
    rows[f"{files} files, second run (s)"] = measured([*LINTNEWS, str(folder)], environment)[0]
    for number in (1_000, 1_000_000):
        names = names_file(top / f"names-{number}.txt", number)
        command = [*fresh, "--names", str(names), str(one)]
        measured(command, environment)
        rows[f"1 article, {number:,} names (s)"] = best(command, environment)[0]
    return rows


def peer_rows(top: Path, wanted: list[str], environment: dict[str, str]) -> dict[str, float]:
    found = {}
    for name in wanted:
        command = PEERS[name]
        if shutil.which(command[0]) is None:
            print(f"{name}: not installed, left out", file=sys.stderr)
            continue
        if name == "harper" and measured([sys.executable, "-c", "import harper"])[0] < 0:
            continue
        filled = [part.replace("{}", str(top / "articles")) for part in command]
        found[name] = best(filled, environment, 1)[0]
    return found


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--files", type=int, default=1_000, metavar="N")
    parser.add_argument("--peers", default="typos,codespell,cspell,proselint", metavar="LIST")
    parser.add_argument("--json", metavar="FILE", help="also write the figures to a file")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="lintnews-bench-") as name:
        top = Path(name)
        size = corpus.write(top / "articles", options.files)
        texts = [p.read_text("utf-8") for p in sorted((top / "articles").glob("*.txt"))]
        (top / "large.txt").write_text("\n".join(texts), "utf-8")
        environment = {**os.environ, "LINTNEWS_CACHE_DIR": str(top / "cache")}
        rows = lintnews_rows(top, options.files, environment)
        wanted = [p for p in options.peers.split(",") if p]
        peers = peer_rows(top, wanted, environment)
    for row, value in rows.items():
        print(f"{row:<52} {value:8.2f}")
    ours = rows[f"{options.files} files, 2 jobs (s)"]
    print(f"{'throughput, 2 jobs (MB/s)':<52} {size / 1e6 / ours:8.2f}")
    print(f"\n{'on the same files':<20} {'seconds':>8} {'times lintnews':>15}")
    for peer, took in sorted(peers.items(), key=lambda item: item[1]):
        print(f"{peer:<20} {took:8.2f} {took / ours:15.2f}")
    if options.json:
        figures = {"bytes": size, "lintnews": rows, "peers": peers}
        Path(options.json).write_text(json.dumps(figures, indent=1) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

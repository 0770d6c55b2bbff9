"""How fast lintnews is, beside other linters on the same files in the same run.

    python bench/speed.py [--files 1000] [--peers codespell,typos] [--long] [--json FILE]

Articles are made from the project's fixtures, so every machine measures the same text. Peers that
are not installed are left out, and peers that did not read every file are named as failed. Ratios
count; seconds depend on the machine. With --long also files of 1, 5, 20 and 50 MB.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, os.path.dirname(__file__))
import corpus
import peers
import process

LINTNEWS = [sys.executable, "-m", "lintnews", "check", "--isolated", "--quiet"]
# Runs of short commands; the fastest counts: what the machine does when nothing disturbs it.
RUNS = 3
# Share of the files that slow peers get.
SLOW_SHARE = 0.03
LONG_MB = (1, 5, 20, 50)
NAMES = (1_000, 1_000_000)


class Rows(dict[str, float]):
    """Row -> seconds, MiB or ratio; each is printed as soon as it is known."""

    def __setitem__(self, row: str, value: float) -> None:
        super().__setitem__(row, value)
        print(f"{row:<56} {value:8.3f}", flush=True)


class Bench:
    """One folder of articles, and lintnews run on it with a cache of its own."""

    def __init__(self, top: Path, files: int):
        self.top = top
        self.files = files
        self.articles = top / "articles"
        self.few = top / "few"
        self.few_files = max(round(files * SLOW_SHARE), 2)
        self.size = corpus.write(self.articles, files)
        self.few_size = corpus.write(self.few, self.few_files)
        self.one = self.articles / "00000.txt"
        self.large = top / "large.txt"
        texts = [path.read_text("utf-8") for path in sorted(self.articles.glob("*.txt"))]
        self.large.write_text("\n".join(texts), "utf-8")
        self.environment = {**os.environ, "LINTNEWS_CACHE_DIR": str(top / "cache")}

    def lint(self, *arguments: str, runs: int = 1, files: int = 1) -> float:
        """Return the seconds of lintnews; SystemExit where it failed or missed a file."""
        report = self.top / "report.jsonl"
        command = [*LINTNEWS, "--format", f"jsonl:{report}", *arguments]
        took = []
        for _ in range(runs):
            ran = process.run(command, self.environment)
            summary = json.loads(report.read_text("utf-8").splitlines()[-1])
            if ran.status not in (0, 1) or summary["files"] != files or summary["failed"]:
                raise SystemExit(f"lintnews failed: {ran.err or summary}")
            took.append(ran.seconds)
        return min(took)

    def memory(self, *arguments: str) -> float:
        """Return the peak of the memory of lintnews and its workers in MiB."""
        return process.peak_memory(
            [*LINTNEWS, "--output", os.devnull, *arguments], self.environment
        )

    def rows(self) -> Rows:
        """Return row -> seconds, MiB or ratio of lintnews itself."""
        rows = Rows()
        n = self.files
        fresh, folder, large = "--no-cache", str(self.articles), str(self.large)
        rows["first run ever, 1 article (s)"] = self.lint(str(self.one))
        rows["cold start, 1 article (s)"] = self.lint(fresh, str(self.one), runs=RUNS)
        self.lint(fresh, "--jobs", "1", folder, files=n)  # what it compiles once is compiled now
        for jobs in ("1", "2"):
            rows[f"{n} files, --jobs {jobs} (s)"] = self.lint(
                fresh, "--jobs", jobs, folder, files=n
            )
        one_file = self.lint(fresh, "--jobs", "1", large)
        rows["same text in one file, --jobs 1 (s)"] = one_file
        rows[f"one file / {n} files, --jobs 1 (ratio)"] = (
            one_file / rows[f"{n} files, --jobs 1 (s)"]
        )
        self.lint(folder, files=n)
        rows[f"{n} files, second run, warm cache (s)"] = self.lint(folder, files=n)
        kind = "parent and workers" if process.sums_memory() else "parent alone"
        for jobs in ("1", "2"):
            rows[f"{n} files, --jobs {jobs}, {kind} (MiB)"] = self.memory(
                fresh, "--jobs", jobs, folder
            )
        rows["same text in one file, --jobs 1 (MiB)"] = self.memory(fresh, "--jobs", "1", large)
        return rows

    def name_rows(self, numbers: Sequence[int] = NAMES) -> Rows:
        """Return the time of one article with long lists, and of the first run that compiles them."""
        rows = Rows()
        for number in numbers:
            names = str(names_file(self.top / f"names-{number}.txt", number))
            arguments = ("--no-cache", "--names", names, str(self.one))
            rows[f"1 article, {number:,} names, first run (s)"] = self.lint(*arguments)
            rows[f"1 article, {number:,} names (s)"] = self.lint(*arguments, runs=RUNS)
        first, last = (rows[f"1 article, {number:,} names (s)"] for number in numbers)
        rows[f"{numbers[-1]:,} / {numbers[0]:,} names (ratio)"] = last / first
        return rows

    def long_rows(self, sizes: Sequence[int] = LONG_MB) -> Rows:
        """Return seconds a megabyte for single files of growing size: equal where time is linear."""
        rows = Rows()
        text = self.large.read_bytes()
        for size in sizes:
            path = self.top / f"long-{size}.txt"
            path.write_bytes((text * (size * 1_000_000 // len(text) + 1))[: size * 1_000_000])
            took = self.lint("--no-cache", "--jobs", "1", str(path))
            path.unlink()
            rows[f"one file of {size} MB (s)"] = took
            rows[f"one file of {size} MB (s/MB)"] = took / size
        return rows

    def peer_rows(self, wanted: Sequence[str]) -> dict[str, dict[str, float | str]]:
        """Return peer -> files, seconds and times lintnews on these files, or why it failed."""
        ours: dict[bool, float] = {}
        found: dict[str, dict[str, float | str]] = {}
        for name in wanted:
            if not peers.is_installed(name):
                print(f"{name}: not installed, left out", file=sys.stderr)
                continue
            slow = peers.PEERS[name].slow
            folder, files, size = (
                (self.few, self.few_files, self.few_size)
                if slow
                else (self.articles, self.files, self.size)
            )
            if slow not in ours:
                ours[slow] = self.lint("--no-cache", "--jobs", "2", str(folder), files=files)
            outcome = peers.measure(name, folder, self.environment)
            print(f"{name}: {outcome.reason or f'{outcome.seconds:.2f} s'}", file=sys.stderr)
            if outcome.reason:
                found[name] = {"failed": outcome.reason}
                continue
            found[name] = {
                "files": files,
                "seconds": outcome.seconds,
                "MB/s": size / 1e6 / outcome.seconds,
                "times lintnews": outcome.seconds / ours[slow],
            }
        return found


def names_file(path: Path, number: int) -> Path:
    """Write a list of made-up names."""
    source = random.Random(corpus.SEED)
    parts = ["".join(source.choice("bcdfghklmnprstvz") + source.choice("aeiou") for _ in range(k))
             for k in (2, 3, 4) for _ in range(3_000)]  # fmt: skip
    with path.open("w", encoding="utf-8") as out:
        for _ in range(number):
            first, last = source.choice(parts), source.choice(parts)
            out.write(f"{first.title()} {last.title()}{source.choice(parts)}\n")
    return path


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--files", type=int, default=1_000, metavar="N")
    parser.add_argument("--peers", default=",".join(peers.PEERS), metavar="LIST")
    parser.add_argument("--long", action="store_true", help="also files of up to 50 MB")
    parser.add_argument("--json", metavar="FILE", help="also write the figures to a file")
    options = parser.parse_args()
    wanted = [name for name in options.peers.split(",") if name]
    unknown = [name for name in wanted if name not in peers.PEERS]
    if unknown:
        parser.error(f"unknown peer {unknown[0]!r} (one of {', '.join(peers.PEERS)})")
    with tempfile.TemporaryDirectory(prefix="lintnews-bench-") as name:
        bench = Bench(Path(name), options.files)
        rows = bench.rows()
        ours = rows[f"{options.files} files, --jobs 2 (s)"]
        rows["throughput, --jobs 2 (MB/s)"] = bench.size / 1e6 / ours
        rows |= bench.name_rows()
        if options.long:
            rows |= bench.long_rows()
        others = bench.peer_rows(wanted)
    failed = print_peers(others)
    if options.json:
        figures = {"bytes": bench.size, "lintnews": rows, "peers": others}
        Path(options.json).write_text(json.dumps(figures, indent=1) + "\n", "utf-8")
    return 1 if failed else 0


def print_peers(others: dict[str, dict[str, float | str]]) -> int:
    """Print a line for each peer, quickest first; return how many failed."""
    print(
        f"\n{'on the same files':<20} {'files':>6} {'seconds':>9} {'MB/s':>8} {'times lintnews':>15}"
    )
    done = {name: row for name, row in others.items() if "failed" not in row}
    for name, row in sorted(done.items(), key=lambda item: float(item[1]["times lintnews"])):
        print(
            f"{name:<20} {row['files']:>6} {row['seconds']:9.2f} {row['MB/s']:8.3f} "
            f"{row['times lintnews']:15.2f}"
        )
    for name, row in others.items():
        if "failed" in row:
            print(f"{name:<20} FAILED: {row['failed']}")
    return len(others) - len(done)


if __name__ == "__main__":
    raise SystemExit(main())

"""Feeds broken and hostile input to the readers, packs and lists, guided by coverage.

    python tests/fuzz.py [TARGET ...] [--seconds 60] [--keep FOLDER] [--seed N] [--plain]

Every target runs in a process of its own for that many seconds. Whatever is no clean error of the
project (a crash, an offset outside the file, a time that grows faster than the text) is kept in
FOLDER, one file a place in the code, and told at the end. With `atheris` installed the fuzzer
follows coverage; without it, or with --plain, it only mutates. What was found and mended stands in
tests/gold/fuzz/ and is replayed by tests/test_fuzz.py.
"""

from __future__ import annotations

import argparse
import contextlib
import hashlib
import os
import random
import subprocess
import sys
import tempfile
import time
import traceback
from pathlib import Path

import fuzz_seeds as seeds

ROOT = Path(__file__).resolve().parent.parent
KEPT = ROOT / "tests" / "gold" / "fuzz"
# Seconds one input of at most MAX_BYTES may take; the slowest honest one takes a tenth.
MAX_SECONDS = 2.0
MAX_BYTES = 4096
# One input in so many is repeated to these sizes (bytes); the time may grow by SLOPE per step.
SCALE_EVERY = 40
SCALE_BYTES = (12_000, 48_000)
SCALE_SECONDS = 0.4
SLOPE = 7.0
# One input in so many goes through every check and every fix.
LINT_EVERY = 12


def check(target: str, data: bytes, lint: bool = False) -> None:
    """Run one target on one input; whatever it raises is a mistake of the project."""
    import fuzz_targets

    fuzz_targets.run(target, data, lint)


def scaled(target: str, data: bytes) -> str:
    """Say how the time grows where it grows too fast with the input repeated, or return ""."""
    took = []
    for size in SCALE_BYTES:
        large = data * max(size // max(len(data), 1), 1)
        since = time.process_time()
        check(target, large)
        took.append(time.process_time() - since)
    if took[1] > SCALE_SECONDS and took[1] > SLOPE * took[0]:
        return f"{SCALE_BYTES[0]} bytes {took[0]:.2f} s, {SCALE_BYTES[1]} bytes {took[1]:.2f} s"
    return ""


def expanded(target: str, data: bytes) -> bytes:
    """Return the input: bytes as they are, or after a leading ~ each high byte as a fragment."""
    if data[:1] != b"~":
        return data
    fragments = seeds.FRAGMENTS[target]
    parts = (
        fragments[(byte - 128) % len(fragments)].encode("utf-8", "surrogatepass")
        if byte >= 128
        else bytes([byte])
        for byte in data[1:]
    )
    return b"".join(parts)


class Keeper:
    """Keeps one input for each place in the code where something went wrong."""

    def __init__(self, target: str, folder: Path):
        self.target = target
        self.folder = folder
        self.count = 0
        self.seen: set[str] = set()

    def try_one(self, raw: bytes) -> None:
        """Run the target on one input and keep it where it fails."""
        self.count += 1
        data = expanded(self.target, raw)
        since = time.process_time()
        try:
            check(self.target, data, lint=self.count % LINT_EVERY == 0)
        except Exception as problem:
            self._keep(data, _place(problem), "".join(traceback.format_exception(problem)))
            return
        took = time.process_time() - since
        if took > MAX_SECONDS:
            self._keep(data, "slow", f"{took:.2f} s for {len(data)} bytes")
        elif self.count % SCALE_EVERY == 0 and data:
            with contextlib.suppress(Exception):
                said = scaled(self.target, data)
                if said:
                    self._keep(data, f"scale-{self.count}", said)

    def _keep(self, data: bytes, place: str, said: str) -> None:
        if place in self.seen:
            return
        self.seen.add(place)
        name = hashlib.blake2b(data, digest_size=6).hexdigest()
        (self.folder / f"{self.target}-{name}").write_bytes(data)
        (self.folder / f"{self.target}-{name}.txt").write_text(f"{place}\n{said}\n", "utf-8")
        print(f"kept {self.target}-{name}: {place}: {said.splitlines()[-1]}", flush=True)


def _place(problem: BaseException) -> str:
    frame = traceback.extract_tb(problem.__traceback__)[-1]
    return f"{type(problem).__name__} {Path(frame.filename).name}:{frame.lineno}"


def child(target: str, seconds: int, folder: Path, seed: int, plain: bool) -> None:
    """Fuzz one target until the time is over."""
    keeper = Keeper(target, folder)
    corpus = folder / f"corpus-{target}"
    corpus.mkdir(parents=True, exist_ok=True)
    for number, text in enumerate(seeds.texts(target)):
        (corpus / f"seed-{number}").write_bytes(text)
    if not plain:
        import atheris

        with atheris.instrument_imports(include=["lintnews", "html.parser", "_markupbase"]):
            import fuzz_targets

            fuzz_targets.load()
        command = [sys.argv[0], str(corpus), f"-max_total_time={seconds}", f"-max_len={MAX_BYTES}",
                   f"-artifact_prefix={folder}/{target}-native-", "-timeout=60", f"-seed={seed}",
                   "-print_final_stats=1", "-verbosity=0", "-rss_limit_mb=2500"]  # fmt: skip
        atheris.Setup(command, keeper.try_one)
        atheris.Fuzz()
        return
    import fuzz_targets

    fuzz_targets.load()
    source = random.Random(seed)
    known = [path.read_bytes() for path in sorted(corpus.iterdir())]
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        keeper.try_one(mutated(source, source.choice(known), source.choice(known)))
    print(f"{keeper.count} inputs", flush=True)


def mutated(source: random.Random, data: bytes, other: bytes) -> bytes:
    """Return an input with some stretches cut, doubled, replaced or taken from another one."""
    for _ in range(source.randint(1, 6)):
        at, length = source.randint(0, len(data)), source.randint(0, 12)
        again = source.randint(0, max(len(other) - 1, 0))
        piece = source.choice(
            [
                b"",
                source.randbytes(length),
                data[at : at + length] * source.randint(1, 40),
                other[again : again + 4 * length],
            ]
        )
        data = data[:at] + piece + data[at + source.choice([0, length]) :]
    return data[:MAX_BYTES]


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("targets", nargs="*", metavar="TARGET", help=", ".join(seeds.FRAGMENTS))
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--keep", type=Path, metavar="FOLDER")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--plain", action="store_true")
    parser.add_argument("--child", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    unknown = [name for name in options.targets if name not in seeds.FRAGMENTS]
    if unknown:
        parser.error(f"unknown target {unknown[0]!r} (one of {', '.join(seeds.FRAGMENTS)})")
    folder = options.keep or Path(tempfile.mkdtemp(prefix="lintnews-fuzz-"))
    folder.mkdir(parents=True, exist_ok=True)
    folder = folder.resolve()
    if options.child:
        child(options.targets[0], options.seconds, folder, options.seed, options.plain)
        return 0
    with contextlib.suppress(ImportError):
        import atheris  # noqa: F401
    plain = options.plain or "atheris" not in sys.modules
    print(f"{'mutations alone' if plain else 'guided by coverage'}; kept in {folder}", flush=True)
    for target in options.targets or seeds.FRAGMENTS:
        until = time.monotonic() + options.seconds
        # A crash in native code ends the process; the target goes on in a new one.
        while (left := int(until - time.monotonic())) > 0:
            command = [sys.executable, __file__, target, "--child", "--keep", str(folder),
                       "--seconds", str(left), "--seed", str(options.seed)]  # fmt: skip
            print(f"== {target}, {left} s", flush=True)
            environment = {**os.environ, "LINTNEWS_CACHE_DIR": str(folder / "cache")}
            done = subprocess.run(command + ["--plain"] * plain, env=environment, check=False)
            if done.returncode == 0:
                break
    found = sorted(p for p in folder.iterdir() if p.is_file() and p.suffix != ".txt")
    for path in found:
        print(f"found {path}")
    return 1 if found else 0


if __name__ == "__main__":
    raise SystemExit(main())

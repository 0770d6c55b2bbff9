"""Names from lists and databases to entries of an index: which reader a file needs, streaming."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO

import msgspec

from ..errors import NamesError
from ..packs.schema import NameEntry
from . import ftm, wikidata
from .intake import Skipped, Tally, checked
from .lists import read_list

LISTS = (".yaml", ".yml", ".txt", ".csv")
DATA = (".json", ".jsonl", ".ndjson")
# A line of the largest items in the dump has 5 MB.
MAX_LINE = 64_000_000
# Results of a query come as one object, which is read whole; the service sends far less.
MAX_RESULTS = 1_000_000_000

ReadLine = Callable[[bytes], NameEntry]


def read_sources(paths: list[Path], tally: Tally) -> Iterator[NameEntry]:
    """Yield the entries of all sources, each name of one kind and country once.

    What gives no name is counted in `tally`, with the reason. Raises NamesError where a file
    cannot be read, is of no known format, or is a list that is broken.
    """
    seen: set[int] = set()
    for path in paths:
        for entry in _read(path, tally):
            key = hash((entry.name, entry.kind, entry.of))
            if key in seen:
                tally.skip("names that stand twice", entry.name)
                continue
            seen.add(key)
            tally.taken += 1
            yield entry


def _read(path: Path, tally: Tally) -> Iterator[NameEntry]:
    suffixes = [suffix.lower() for suffix in path.suffixes]
    packed = suffixes[-1:] == [".gz"]
    suffix = (suffixes[:-1] if packed else suffixes)[-1:]
    if not packed and suffix and suffix[0] in LISTS:
        yield from _listed(path, tally)
    elif suffix and suffix[0] in DATA:
        try:
            with open(path, "rb") as plain:
                file: IO[bytes] = gzip.GzipFile(fileobj=plain) if packed else plain  # type: ignore[assignment]
                yield from _data(path, file, tally)
        except (OSError, EOFError, zlib.error) as problem:
            reason = getattr(problem, "strerror", None) or str(problem)
            raise NamesError(f"cannot be read: {reason}", path) from None
    else:
        known = ", ".join((*LISTS, *DATA))
        raise NamesError(f"no known format; expected one of {known}, the last three also .gz", path)


def _listed(path: Path, tally: Tally) -> Iterator[NameEntry]:
    for entry in read_list(path):
        tally.read += 1
        try:
            yield checked(entry)
        except Skipped as reason:
            tally.skip(str(reason), f"{path}: {entry.name[:60]}")


def _data(path: Path, file: IO[bytes], tally: Tally) -> Iterator[NameEntry]:
    """Read lines of JSON, or one JSON object with the results of a query."""
    read: ReadLine | None = None
    for number, raw in enumerate(_lines(path, file), 1):
        line = raw.strip().rstrip(b",")
        if not line or line in (b"[", b"]"):
            continue
        if read is None:
            read = _reader_of(line)
        if read is None:
            yield from _results(path, line + b"\n" + file.read(MAX_RESULTS), tally)
            return
        tally.read += 1
        try:
            yield read(line)
        except Skipped as reason:
            tally.skip(f"records {reason}", f"{path}:{number}")
        except (msgspec.DecodeError, UnicodeDecodeError) as problem:
            tally.skip("broken lines", f"{path}:{number}: {str(problem)[:80]}")


def _lines(path: Path, file: IO[bytes]) -> Iterator[bytes]:
    while line := file.readline(MAX_LINE):
        if len(line) == MAX_LINE:
            raise NamesError(f"a line of more than {MAX_LINE // 1_000_000} MB", path)
        yield line


class _Kind(msgspec.Struct):
    """What tells one format's records from another's."""

    schema: str | None = None
    labels: object = None


def _reader_of(line: bytes) -> ReadLine | None:
    """Return the reader of a file whose first record is `line`; None for one object as a whole."""
    try:
        kind = msgspec.json.decode(line, type=_Kind)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None
    if kind.schema is not None:
        return ftm.read_entity
    return wikidata.read_entity if kind.labels is not None else None


def _results(path: Path, data: bytes, tally: Tally) -> Iterator[NameEntry]:
    try:
        for entry in wikidata.read_results(data):
            tally.read += 1
            if isinstance(entry, Skipped):
                tally.skip(f"records {entry}", f"{path}: item {tally.read}")
            else:
                yield entry
    except (msgspec.DecodeError, UnicodeDecodeError):
        raise NamesError(
            "neither Wikidata entities, nor query results, nor FollowTheMoney entities", path
        ) from None

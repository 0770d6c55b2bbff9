"""Results of files that were linted before, in the user's cache folder.

An entry's name is a digest of everything that decides on the result: the file's bytes and suffix,
the options, the content of packs, name lists and site index, and the versions of lintnews, Python
and the libraries that match. Entries are written whole (temporary file, then rename) and carry a
checksum, so a killed run, a full disk or two runs at once leave nothing that could be believed
wrongly; an entry that cannot be read is a file to lint.
"""

from __future__ import annotations

import contextlib
import importlib.util
import os
import sys
import time

import msgspec

from . import __version__
from .config import Config
from .digest import blake2b
from .errors import LintnewsError
from .findings import FileResult, Finding
from .folders import cache_folder, write_quickly
from .packs.load import builtin_folder, pack_files
from .stamps import content_digest

# Changes whenever the stored form or the meaning of a result changes.
FORMAT = 2
# The cache holds at most so many entries, in so many bytes; the oldest go first.
MAX_ENTRIES = 20_000
MAX_BYTES = 64_000_000
# Seconds between two looks at the cache's size, and the age at which a half-written file is litter.
TRIM_SECONDS = 3_600.0
# Seconds after which a used entry counts as young again.
FRESH_SECONDS = 86_400.0
# Libraries whose version can change what matches.
_LIBRARIES = ("regex", "rapidfuzz", "ahocorasick", "tree_sitter", "tree_sitter_markdown", "ftfy")
# Options that decide on what is shown or which files are linted, not on a file's result.
_IRRELEVANT = frozenset(
    "path include exclude force_exclude fail_on severity per_file baseline format jobs languagetool_url engine_memory".split()
)
_CHECKSUM = 8


class ResultCache:
    """Stored results. `get` and `put` never fail: what does not work is not cached."""

    def __init__(self, folder: str):
        self.folder = os.path.join(folder, "results")
        self._keys: dict[Config, bytes | None] = {}
        self._writable = True
        self._wrote = False

    @classmethod
    def open(cls) -> ResultCache | None:
        """Return the user's cache, or None where there is no folder for one."""
        folder = cache_folder()
        return cls(str(folder)) if folder is not None else None

    def key(self, config: Config, path: str, data: bytes) -> str | None:
        """Return the name of a file's entry, or None where its result may not be stored."""
        if config not in self._keys:
            self._keys[config] = _config_key(config)
        known = self._keys[config]
        if known is None:
            return None
        digest = blake2b(known, digest_size=20)
        digest.update(os.path.splitext(path)[1].lower().encode("utf-8", "replace") + b"\0")
        digest.update(data)
        return digest.hexdigest()

    def get(self, key: str, path: str) -> FileResult | None:
        """Return a stored result, without the file's text, or None."""
        place = self._place(key)
        try:
            with open(place, "rb") as file:
                data = file.read()
            if _sum(data[_CHECKSUM:]) != data[:_CHECKSUM]:
                return None
            result = msgspec.msgpack.decode(data[_CHECKSUM:], type=FileResult)
            with contextlib.suppress(OSError):
                if time.time() - os.stat(place).st_mtime > FRESH_SECONDS:
                    os.utime(place)
        except (OSError, msgspec.DecodeError):
            return None
        return with_path(result, path)

    def put(self, key: str, result: FileResult) -> None:
        """Store a result; its path and text are not part of it."""
        if not self._writable:
            return
        body = msgspec.msgpack.encode(without_path(result))
        place = self._place(key)
        try:
            try:
                write_quickly(place, _sum(body) + body)
            except FileNotFoundError:
                os.makedirs(os.path.dirname(place), mode=0o700, exist_ok=True)
                write_quickly(place, _sum(body) + body)
            self._wrote = True
        except OSError:
            # A full or read-only disk stays so for this run.
            self._writable = False

    def close(self) -> None:
        """Keep the cache within its bounds; looks only once in a while."""
        mark = os.path.join(self.folder, "trimmed")
        with contextlib.suppress(OSError):
            if self._wrote and time.time() - _age_mark(mark) > TRIM_SECONDS:
                with open(mark, "wb"):
                    os.utime(mark)
                trim(self.folder)

    def _place(self, key: str) -> str:
        return os.path.join(self.folder, key[:2], key[2:])


def _age_mark(mark: str) -> float:
    try:
        return os.stat(mark).st_mtime
    except OSError:
        return 0.0


def trim(folder: str, entries: int = MAX_ENTRIES, size: int = MAX_BYTES) -> None:
    """Remove the oldest entries beyond the bounds, and what a killed run left half-written."""
    found: list[tuple[float, int, str]] = []
    for top, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(top, name)
            with contextlib.suppress(OSError):
                status = os.stat(path)
                if name.endswith(".tmp"):
                    if time.time() - status.st_mtime > TRIM_SECONDS:
                        os.unlink(path)
                elif name != "trimmed":
                    found.append((status.st_mtime, status.st_size, path))
    found.sort(reverse=True)
    for number, (_, bytes_, path) in enumerate(found):
        size -= bytes_
        if number >= entries or size < 0:
            with contextlib.suppress(OSError):
                os.unlink(path)


def without_path(result: FileResult) -> FileResult:
    """Return a result as it crosses processes: neither path, which may be no text, nor source."""
    blank = [msgspec.structs.replace(f, path="") for f in result.findings]
    return msgspec.structs.replace(result, path="", source="", findings=blank)


def with_path(result: FileResult, path: str) -> FileResult:
    """Put the path back into a result that was stored without it."""

    def placed(finding: Finding) -> Finding:
        return msgspec.structs.replace(finding, path=path)

    result.path = path
    result.findings = [placed(finding) for finding in result.findings]
    return result


def _sum(body: bytes) -> bytes:
    return blake2b(body, digest_size=_CHECKSUM).digest()


def _config_key(config: Config) -> bytes | None:
    """Return a digest of all that decides on results besides the file; None: do not store."""
    if config.engines:
        # What an outside engine says is not ours to remember by file.
        return None
    options = {k: v for k, v in msgspec.structs.asdict(config).items() if k not in _IRRELEVANT}
    try:
        packs = [str(builtin_folder()), *config.packs]
        files = [file for pack in packs for file in pack_files(pack)]
        lists = [config.site_index] if config.site_index else []
        digest = blake2b(digest_size=20)
        digest.update(repr((FORMAT, __version__, sys.version, _code())).encode())
        digest.update(msgspec.json.encode(options))
        digest.update(content_digest(files).encode())
        # Rule ids come from a pack's file names as well as from its text.
        digest.update(repr([os.fsencode(file) for file in files]).encode())
        digest.update(content_digest([*config.names, *lists]).encode())
    except (OSError, UnicodeEncodeError, LintnewsError):
        # What is missing is told when the linter asks for it.
        return None
    return digest.digest()


def _code() -> list[tuple[str, int, int]]:
    """Return name, size and time of every module and table of lintnews, and of the libraries.

    A checkout changes without its version; so may an upgraded library.
    """
    found = []
    top = os.path.dirname(os.path.abspath(__file__))
    for folder in (top, *(os.path.join(top, name) for name in sorted(_packages(top)))):
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.name.endswith((".py", ".json", ".bin")):
                    status = entry.stat()
                    found.append((entry.path, status.st_size, status.st_mtime_ns))
    for name in _LIBRARIES:
        spec = importlib.util.find_spec(name)
        if spec is not None and spec.origin:
            status = os.stat(spec.origin)
            found.append((name, status.st_size, status.st_mtime_ns))
    return sorted(found)


def _packages(top: str) -> list[str]:
    with os.scandir(top) as entries:
        return [e.name for e in entries if e.is_dir() and e.name != "__pycache__"]

"""Digests of files that rarely change, without reading them each time.

Size, times and inode of every file are compared with those of the last reading. Writing a file
always moves its change time, which no program can set back, so equal stamps mean equal content;
only files that changed a moment ago, within the clock's grain, are not trusted yet.
"""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Sequence

import msgspec

from .digest import blake2b
from .folders import cache_folder, write_quickly

# Seconds after which a change time can be told from a later one on every file system (FAT: 2 s).
SETTLED_SECONDS = 2.5
# Stamps of other sets of files are removed once there are more than this.
MAX_STORED = 64


class Stamp(msgspec.Struct, array_like=True):
    """The state of a set of files and the digest of their content then."""

    state: bytes
    content: str


def content_digest(files: Sequence[str | os.PathLike[str]]) -> str:
    """Return a digest of the content of the files in order; raises OSError for the first missing.

    The files' names do not matter, their order and suffixes do.
    """
    folder = cache_folder()
    if folder is None:
        return digest_of(files)
    names = blake2b(digest_size=12)
    state = blake2b(digest_size=16)
    newest = 0
    for file in files:
        status = os.stat(file)
        names.update(os.fsencode(os.path.abspath(file)) + b"\0")
        newest = max(newest, status.st_mtime_ns, status.st_ctime_ns)
        numbers = (status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino)
        state.update(repr(numbers).encode())
    path = os.path.join(folder, f"stamp-{names.hexdigest()}.bin")
    known = _stored(path)
    if known is not None and known.state == state.digest():
        return known.content
    content = digest_of(files)
    if newest < (time.time() - SETTLED_SECONDS) * 1e9:
        with contextlib.suppress(OSError):
            write_quickly(path, msgspec.msgpack.encode(Stamp(state.digest(), content)))
            _drop_old(str(folder))
    return content


def _stored(path: str) -> Stamp | None:
    try:
        with open(path, "rb") as file:
            return msgspec.msgpack.decode(file.read(), type=Stamp)
    except (OSError, msgspec.DecodeError):
        return None


def digest_of(files: Sequence[str | os.PathLike[str]]) -> str:
    """Return what `content_digest` does, from the files themselves; raises OSError."""
    digest = blake2b(digest_size=16)
    for file in files:
        with open(file, "rb") as opened:
            data = opened.read()
        digest.update(f"{os.path.splitext(file)[1]} {len(data)}\0".encode("utf-8", "replace"))
        digest.update(data)
    return digest.hexdigest()


def _drop_old(folder: str) -> None:
    with os.scandir(folder) as entries:
        stamps = [e for e in entries if e.name.startswith("stamp-")]
    if len(stamps) > MAX_STORED:
        stamps.sort(key=lambda e: e.stat().st_mtime_ns)
        for entry in stamps[:-MAX_STORED]:
            os.unlink(entry.path)

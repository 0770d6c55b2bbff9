"""What engines said of paragraphs before: a small database in the cache folder.

An entry is named by a digest of the engine, its version, the allow-list and the paragraph. Nothing
here ever fails a run: what cannot be read or written is asked again.
"""

from __future__ import annotations

import contextlib
import hashlib
import sqlite3
import threading
from collections.abc import Sequence

import msgspec

from ..folders import cache_folder
from .base import Raised

# Entries beyond this are dropped, those first that were stored first; one takes about 60 bytes.
MAX_ENTRIES = 300_000
# Seconds to wait for another process that writes.
_BUSY_SECONDS = 5.0
_FILE = "engines.sqlite"


class Memory:
    """Stored answers of one engine; `key` tells it from every other. Safe between threads."""

    def __init__(self, key: str):
        self._key = hashlib.blake2b(key.encode("utf-8", "replace"), digest_size=32).digest()
        self._lock = threading.Lock()
        self._decoder = msgspec.msgpack.Decoder(list[Raised])
        self._database = _open()

    def get(self, paragraphs: Sequence[str]) -> list[list[Raised] | None]:
        """Return for each paragraph what the engine said of it, or None where that is unknown."""
        if self._database is None:
            return [None] * len(paragraphs)
        found: list[list[Raised] | None] = []
        try:
            with self._lock:
                for paragraph in paragraphs:
                    row = self._database.execute(
                        "select said from said where name = ?", (self._name(paragraph),)
                    ).fetchone()
                    found.append(self._decoder.decode(row[0]) if row else None)
        except (sqlite3.Error, msgspec.DecodeError, TypeError):
            return [None] * len(paragraphs)
        return found

    def put(self, paragraphs: Sequence[str], said: Sequence[list[Raised]]) -> None:
        """Store answers."""
        if self._database is None or not paragraphs:
            return
        rows = [
            (self._name(paragraph), msgspec.msgpack.encode(raised))
            for paragraph, raised in zip(paragraphs, said, strict=True)
        ]
        with contextlib.suppress(sqlite3.Error), self._lock, self._database:
            self._database.executemany("insert or replace into said values (?, ?)", rows)
            self._database.execute(
                "delete from said where rowid <= (select max(rowid) from said) - ?", (MAX_ENTRIES,)
            )

    def _name(self, paragraph: str) -> bytes:
        text = paragraph.encode("utf-8", "surrogatepass")
        return hashlib.blake2b(text, digest_size=16, key=self._key).digest()


def _open() -> sqlite3.Connection | None:
    folder = cache_folder()
    if folder is None:
        return None
    path = folder / _FILE
    for _ in range(2):
        try:
            database = sqlite3.connect(path, timeout=_BUSY_SECONDS, check_same_thread=False)
            database.execute("pragma journal_mode = wal")
            database.execute("pragma synchronous = off")
            database.execute(
                "create table if not exists said (name blob primary key, said blob not null)"
            )
            return database
        except sqlite3.OperationalError:
            return None
        except sqlite3.DatabaseError:
            # A broken file holds nothing that cannot be asked again.
            with contextlib.suppress(OSError):
                path.unlink()
    return None

"""Patterns compiled before: parsing one takes a millisecond, rebuilding it from its code 3 µs.

The `regex` library states a compiled pattern as numbers, bytes and texts (what it would pickle);
they are stored as plain MessagePack beside the compiled packs, keyed like these by content and by
the library's version, and checked by a checksum before they are believed.
"""

from __future__ import annotations

import contextlib
import os
import threading
from typing import Any

import msgspec
import regex

from ..digest import blake2b
from ..folders import write_quickly

_CHECKSUM = 16
# Texts that no pattern holds: they part the two kinds of a pattern's key.
_KINDS = {False: "i\0", True: "c\0"}


def compile_pattern(pattern: str, case: bool) -> regex.Pattern[str]:
    """Return a compiled pattern; raises regex.error and what else a bad pattern raises."""
    flags = regex.VERSION0 | (0 if case else regex.IGNORECASE)
    return regex.compile(pattern, flags, cache_pattern=False)


class Patterns:
    """Compiled patterns of a run and, with a path, of the runs before it. Safe between threads."""

    def __init__(self, path: str | None = None):
        self._path = path
        self._live: dict[str, regex.Pattern[str]] = {}
        self._stored: dict[str, msgspec.Raw] = {}
        self._lock = threading.Lock()
        self.fresh = 0
        if path is not None:
            with contextlib.suppress(OSError, msgspec.DecodeError):
                with open(path, "rb") as file:
                    data = file.read()
                if _sum(data[_CHECKSUM:]) == data[:_CHECKSUM]:
                    decode = msgspec.msgpack.Decoder(dict[str, msgspec.Raw]).decode
                    self._stored = decode(data[_CHECKSUM:])

    @property
    def known(self) -> int:
        """Return how many patterns earlier runs compiled."""
        return len(self._stored)

    def get(self, pattern: str, case: bool) -> regex.Pattern[str]:
        """Return a compiled pattern, by the shortest way there is."""
        key = _KINDS[case] + pattern
        found = self._live.get(key)
        if found is None:
            with self._lock:
                found = self._rebuilt(key) or self._compiled(key, pattern, case)
                self._live[key] = found
        return found

    def _rebuilt(self, key: str) -> regex.Pattern[str] | None:
        raw = self._stored.get(key)
        if raw is None:
            return None
        try:
            state: list[Any] = msgspec.msgpack.decode(raw)
            found: regex.Pattern[str] = regex._regex.compile(*state)  # type: ignore[attr-defined]
        except Exception:
            # Another build of the library: it states its patterns in another way.
            return None
        return found if found.pattern == key[2:] else None

    def _compiled(self, key: str, pattern: str, case: bool) -> regex.Pattern[str]:
        found = compile_pattern(pattern, case)
        state = getattr(found, "_pickled_data", None)
        if state is not None and self._path is not None:
            with contextlib.suppress(TypeError, UnicodeEncodeError, msgspec.MsgspecError):
                self._stored[key] = msgspec.Raw(msgspec.msgpack.encode(state))
                self.fresh += 1
        return found

    def save(self) -> None:
        """Store what was compiled since the last time; failing is no harm."""
        if not self.fresh or self._path is None:
            return
        self.fresh = 0
        with contextlib.suppress(OSError, msgspec.MsgspecError):
            with self._lock:
                known = dict(self._stored)
            # What another process stored meanwhile is kept.
            merged = {**Patterns(self._path)._stored, **known}
            body = msgspec.msgpack.encode(merged)
            write_quickly(self._path, _sum(body) + body)
            os.chmod(self._path, 0o600)


def _sum(body: bytes) -> bytes:
    return blake2b(body, digest_size=_CHECKSUM).digest()

"""What compiling a pattern gave, kept between runs: a start would compile a hundred of them anew.

Both engines state a compiled pattern as numbers and texts. They are stored as plain MessagePack in
the user's cache folder, checked by a checksum before they are believed, and an engine that states
its patterns in another way compiles them again.
"""

from __future__ import annotations

import contextlib
import os
import re
import threading
from typing import Any

import msgspec

from .digest import blake2b
from .folders import write_quickly

_CHECKSUM = 16


class Kept:
    """Stored states by key, of this run and, with a path, of the runs before it. Thread-safe."""

    def __init__(self, path: str | None = None):
        self._path = path
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

    def __len__(self) -> int:
        return len(self._stored)

    def __contains__(self, key: str) -> bool:
        return key in self._stored

    def state(self, key: str) -> list[Any] | None:
        """Return the state under a key, or None."""
        raw = self._stored.get(key)
        return None if raw is None else msgspec.msgpack.decode(raw)

    def keep(self, key: str, state: Any) -> None:
        """Keep a state; one that cannot be written down, or None, is left out."""
        if self._path is not None and state is not None:
            with contextlib.suppress(TypeError, UnicodeEncodeError, msgspec.MsgspecError):
                self._stored[key] = msgspec.Raw(msgspec.msgpack.encode(state))
                self.fresh += 1

    def save(self) -> None:
        """Store what is new since the last time; failing is no harm."""
        if not self.fresh or self._path is None:
            return
        self.fresh = 0
        with contextlib.suppress(OSError, msgspec.MsgspecError):
            with self._lock:
                known = dict(self._stored)
            # What another process stored meanwhile is kept.
            merged = {**Kept(self._path)._stored, **known}
            body = msgspec.msgpack.encode(merged)
            write_quickly(self._path, _sum(body) + body)
            os.chmod(self._path, 0o600)


def _sum(body: bytes) -> bytes:
    return blake2b(body, digest_size=_CHECKSUM).digest()


def compiled(kept: Kept, pattern: str, flags: int) -> re.Pattern[str]:
    """Return what `re.compile` does, by way of what is kept."""
    key = f"re {flags} {pattern}"
    state = kept.state(key)
    if state is not None:
        with contextlib.suppress(Exception):
            import _sre  # type: ignore[import-not-found]

            found: re.Pattern[str] = _sre.compile(*state[:5], tuple(state[5]))
            if found.pattern == pattern:
                return found
    # Before anything else is touched: a bad pattern raises re.error here.
    found = re.compile(pattern, flags)
    with contextlib.suppress(Exception):
        kept.keep(key, _stated(pattern, flags))
    return found


def _stated(pattern: str, flags: int) -> list[Any]:
    """Return the arguments with which `re` builds the pattern; raise where this Python has others."""
    from re import _compiler, _parser  # type: ignore[attr-defined]

    parsed = _parser.parse(pattern, flags)
    code = _compiler._code(parsed, flags)
    state = parsed.state
    names: list[str | None] = [None] * state.groups
    for name, group in state.groupdict.items():
        names[group] = name
    # The code has numbers with names, which MessagePack does not know.
    plain = list(map(int, code))
    return [pattern, flags | state.flags, plain, state.groups - 1, state.groupdict, names]


def stated(pattern: Any) -> Any:
    """Return what a pattern of `regex` can be rebuilt from, None where the library does not say."""
    return getattr(pattern, "_pickled_data", None)


def rebuilt(state: list[Any] | None, pattern: str) -> Any:
    """Return the pattern of `regex` with a kept state, or None."""
    if state is None:
        return None
    import regex

    try:
        found = regex._regex.compile(*state)  # type: ignore[attr-defined]
    except Exception:
        # Another build of the library: it states its patterns in another way.
        return None
    return found if found.pattern == pattern else None

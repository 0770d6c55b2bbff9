"""Patterns compiled before: parsing one takes a millisecond, rebuilding it from its code 3 µs.

They are kept beside the compiled packs, keyed like these by content and by the library's version.
"""

from __future__ import annotations

import threading

import regex

from ..kept import Kept, rebuilt, stated

# Compiled patterns that stay in memory; the others are rebuilt when they are needed again.
MAX_LIVE = 256
# Texts that no pattern holds: they part the two kinds of a pattern's key.
_KINDS = {False: "i\0", True: "c\0"}


def compile_pattern(pattern: str, case: bool) -> regex.Pattern[str]:
    """Return a compiled pattern; raises regex.error and what else a bad pattern raises."""
    flags = regex.VERSION0 | (0 if case else regex.IGNORECASE)
    return regex.compile(pattern, flags, cache_pattern=False)


class Patterns:
    """Compiled patterns of a run and, with a path, of the runs before it. Safe between threads."""

    def __init__(self, path: str | None = None):
        self._kept = Kept(path)
        self._live: dict[str, regex.Pattern[str]] = {}
        self._lock = threading.Lock()

    @property
    def known(self) -> int:
        """Return how many patterns earlier runs compiled."""
        return len(self._kept)

    @property
    def fresh(self) -> int:
        """Return how many patterns were compiled since the last time they were saved."""
        return self._kept.fresh

    def get(self, pattern: str, case: bool) -> regex.Pattern[str]:
        """Return a compiled pattern, by the shortest way there is."""
        key = _KINDS[case] + pattern
        with self._lock:
            found = self._live.pop(key, None)
            if found is None:
                found = rebuilt(self._kept.state(key), pattern) or self._compiled(key, case)
                # The one that nobody has asked for the longest.
                if len(self._live) >= MAX_LIVE and (oldest := next(iter(self._live))) in self._kept:
                    del self._live[oldest]
            self._live[key] = found
        return found

    def _compiled(self, key: str, case: bool) -> regex.Pattern[str]:
        found = compile_pattern(key[2:], case)
        self._kept.keep(key, stated(found))
        return found

    def save(self) -> None:
        """Store what was compiled since the last time; failing is no harm."""
        self._kept.save()

"""The time limits of pack rules."""

from __future__ import annotations

import time

# Seconds one pattern may take on one window.
MATCH_SECONDS = 0.25
# Seconds all pack rules together may take on a file, and those they get more for each character of
# it: the built-in ones take 2 s for a million characters of prose, and innocent rules must not be
# switched off because a file is long.
FILE_SECONDS = 1.0
SECONDS_A_CHARACTER = 4e-6


class Clock:
    """Keeps the time that pack rules take on one document of `size` code points.

    What is too slow is put into `off`, with the reason.
    """

    def __init__(self, size: int, off: dict[int, str]):
        self._budget = self._left = FILE_SECONDS + SECONDS_A_CHARACTER * size
        self._started = time.thread_time()
        self._off = off
        self._used: dict[int, float] = {}
        self._rule = -1
        self._since = 0.0

    def seconds(self) -> float:
        """Return how long the next match may take."""
        return min(MATCH_SECONDS, max(self._left - (time.perf_counter() - self._since), 0.01))

    def is_over(self) -> bool:
        """Say whether the rule that is running has used up what was left for the file."""
        return time.perf_counter() - self._since > self._left

    def leave_out(self, seconds: float) -> None:
        """Do not count seconds that have just passed."""
        self._since += seconds
        self._started += seconds

    def running(self, rule: int) -> Clock:
        self._rule = rule
        return self

    def __enter__(self) -> None:
        self._since = time.perf_counter()

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> bool:
        took = time.perf_counter() - self._since
        self._left -= took
        self._used[self._rule] = self._used.get(self._rule, 0.0) + took
        if kind is TimeoutError:
            self._off[self._rule] = f"took more than {MATCH_SECONDS:g} s on one passage"
            return True
        return False

    def spent(self) -> bool:
        """Say whether the file's time is used up; the slowest rule is then switched off."""
        if self._left > 0:
            return False
        # A machine that stalls is no fault of a rule: what counts is the processor's time.
        self._left = self._budget - (time.thread_time() - self._started)
        if self._left > 0:
            return False
        slowest = max(self._used, key=lambda rule: self._used[rule])
        reason = "took most of the time that pack rules have for one file"
        self._off.setdefault(slowest, reason)
        return True

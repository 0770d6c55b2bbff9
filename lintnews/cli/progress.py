"""A progress bar for long runs, on a terminal only."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Iterable, Iterator
from typing import IO, Any, TypeVar

T = TypeVar("T")

# Seconds before a bar is worth looking at, and between two of its pictures.
PATIENCE = 1.0
INTERVAL = 0.1


class Progress:
    """Shows a bar on a terminal once a run has taken a second; anywhere else it does nothing."""

    def __init__(self, stream: IO[str], quiet: bool = False):
        self._stream = stream
        self._quiet = quiet or not stream.isatty()
        self._since = time.monotonic()
        self._last = 0.0
        self._total = 0
        self._bar: Any = None
        self._task: Any = None

    @contextlib.contextmanager
    def over(self, items: Iterable[T]) -> Iterator[Iterable[T]]:
        """Count the items, which on a terminal are listed first, and clear the bar at the end."""
        if not self._quiet:
            items = list(items)
            self._total = len(items)
        try:
            yield items
        finally:
            self._hide()

    def pause(self, done: int) -> None:
        """Say how many are done, and leave the screen to the report's own lines."""
        if self._quiet:
            return
        now = time.monotonic()
        if now - self._since < PATIENCE or now - self._last < INTERVAL:
            self._hide()
            return
        self._last = now
        self._show(done)

    def _show(self, done: int) -> None:
        if self._bar is None:
            from rich.console import Console
            from rich.progress import BarColumn, MofNCompleteColumn, TimeRemainingColumn
            from rich.progress import Progress as Bar

            columns = (BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
            self._bar = Bar(
                *columns, console=Console(file=self._stream), transient=True, auto_refresh=False,
                redirect_stdout=False, redirect_stderr=False,
            )  # fmt: skip
            self._task = self._bar.add_task("", total=self._total)
        self._bar.update(self._task, completed=done)
        if not self._bar.live.is_started:
            self._bar.start()
        self._bar.refresh()

    def _hide(self) -> None:
        if self._bar is not None and self._bar.live.is_started:
            self._bar.stop()

"""Patterns that most articles never need, compiled when the first article does."""

from __future__ import annotations

import re
from typing import Any, cast


class _Lazy:
    """Stands for a pattern; whatever is asked of it first compiles it."""

    def __init__(self, pattern: str, flags: int):
        self._pattern = pattern
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            # Copying asks for these before there is a pattern to ask.
            raise AttributeError(name)
        # What is set here is found without coming here again.
        found = getattr(re.compile(self._pattern, self._flags), name)
        setattr(self, name, found)
        return found


def lazy_pattern(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Return what `re.compile` does, but compile it on first use: each takes up to a millisecond."""
    return cast("re.Pattern[str]", _Lazy(pattern, flags))

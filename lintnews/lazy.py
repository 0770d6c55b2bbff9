"""Patterns that are compiled when the first article needs them, and kept for the next run."""

from __future__ import annotations

import re
import sys
from functools import cache
from typing import TYPE_CHECKING, Any, cast

from . import __version__
from .kept import Kept, compiled, rebuilt, stated

if TYPE_CHECKING:
    import regex


class _Lazy:
    """Stands for a pattern; whatever is asked of it first compiles it."""

    def __init__(self, pattern: str, flags: int):
        self._pattern = pattern
        self._flags = flags
        self._found: Any = None

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            # Copying asks for these before there is a pattern to ask.
            raise AttributeError(name)
        if self._found is None:
            self._found = self._compiled()
        # What is set here is found without coming here again.
        found = getattr(self._found, name)
        setattr(self, name, found)
        return found

    def _compiled(self) -> Any:
        return compiled(_kept(), self._pattern, self._flags)


class _LazyRegex(_Lazy):
    def _compiled(self) -> Any:
        import regex

        key = f"regex {regex.__version__} {self._flags} {self._pattern}"
        found = rebuilt(_kept().state(key), self._pattern)
        if found is None:
            found = regex.compile(self._pattern, self._flags)
            _kept().keep(key, stated(found))
        return found


def lazy_pattern(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Return what `re.compile` does, but compile it on first use: each takes up to a millisecond."""
    return cast("re.Pattern[str]", _Lazy(pattern, flags))


def lazy_regex(pattern: str, flags: int = 0) -> regex.Pattern[str]:
    """Return what `regex.compile` does, but compile it on first use."""
    return cast("regex.Pattern[str]", _LazyRegex(pattern, flags))


def save() -> None:
    """Keep what this run compiled for the next one."""
    _kept().save()


@cache
def _kept() -> Kept:
    from .digest import blake2b
    from .folders import cache_folder

    folder = cache_folder()
    if folder is None:
        return Kept()
    key = blake2b(f"{__version__} {sys.version}".encode(), digest_size=8).hexdigest()
    return Kept(str(folder / f"own-{key}.bin"))

"""Mistakes of the user, each told in one line: what is wrong, where, and what to do."""

from __future__ import annotations

from pathlib import Path


class LintnewsError(Exception):
    """Base of every mistake a user can make; its text is one line, `path:line: reason`."""

    def __init__(self, reason: str, path: str | Path | None = None, line: int | None = None):
        super().__init__(reason)
        self.reason = reason
        self.path = None if path is None else str(path)
        self.line = line

    def __str__(self) -> str:
        place = self.path or ""
        if self.path and self.line:
            place += f":{self.line}"
        return f"{place}: {self.reason}" if place else self.reason

    def __reduce__(self) -> tuple[type, tuple[str, str | None, int | None]]:
        return type(self), (self.reason, self.path, self.line)


class UsageError(LintnewsError):
    """The command line asks for something that does not exist or cannot be combined."""


class ConfigError(LintnewsError):
    """A configuration file is broken."""


class PackError(LintnewsError):
    """A rule pack is broken."""


class NamesError(LintnewsError):
    """A name list or a name index is broken."""


class InputError(LintnewsError):
    """An article cannot be read."""


class EngineError(LintnewsError):
    """An outside engine that was asked for does not answer."""


def closest(word: str, known: list[str]) -> str:
    """Return "; did you mean 'x'?" for the known word nearest to `word`, or an empty string."""
    import difflib

    near = difflib.get_close_matches(word, known, n=1, cutoff=0.6)
    return f"; did you mean {near[0]!r}?" if near else ""

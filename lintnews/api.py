"""The call for programs that have one text in memory; for many files see jobs.lint_files."""

from __future__ import annotations

import functools

from .config import Config
from .findings import Finding
from .linter import Linter
from .source.article import Source
from .work import lint_source


def lint_text(text: str, path: str = "<text>", config: Config | None = None) -> list[Finding]:
    """Return the findings of a text in memory, read as the suffix of `path` says.

    `config` defaults to the built-in options; suppression comments count. For many texts under
    a configuration of your own build one Linter and call its `check`.
    """
    linter = _default_linter() if config is None else Linter(config)
    return lint_source(linter, Source(path, text)).findings


@functools.cache
def _default_linter() -> Linter:
    return Linter()

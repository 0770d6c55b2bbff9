"""Which configuration applies to a file, and the linter that goes with it."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TYPE_CHECKING

from .config import Config, find_config, read_config

if TYPE_CHECKING:
    from .linter import Linter


class Workspace:
    """Finds the configuration of each file and keeps one Linter for each that is in use.

    `override(config)` applies the command line; with `fixed` no configuration is searched for.
    """

    def __init__(
        self,
        override: Callable[[Config], Config] = lambda config: config,
        fixed: Config | None = None,
    ):
        self._override = override
        self._fixed = None if fixed is None else override(fixed)
        self._by_folder: dict[str, str] = {}
        self._by_file: dict[str, Config] = {}
        self._linters: dict[Config, Linter] = {}

    def config_for(self, path: str) -> Config:
        """Return the options for a file; raise ConfigError where its configuration is broken."""
        if self._fixed is not None:
            return self._fixed.for_path(path)
        folder = path if os.path.isdir(path) else os.path.dirname(os.path.abspath(path))
        if folder not in self._by_folder:
            self._by_folder[folder] = str(find_config(folder) or "")
        key = self._by_folder[folder]
        if key not in self._by_file:
            self._by_file[key] = self._override(read_config(key) if key else Config())
        return self._by_file[key].for_path(path)

    def linter_for(self, path: str) -> Linter:
        config = self.config_for(path)
        if config not in self._linters:
            from .linter import Linter

            self._linters[config] = Linter(config)
        return self._linters[config]

    def save(self) -> None:
        """Keep what the linters compiled for the next run."""
        for linter in self._linters.values():
            linter.save()

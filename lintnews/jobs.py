"""Files to results: which configuration applies, what is read, what one broken file costs."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from .config import Config, find_config, read_config
from .document import Document
from .errors import InputError
from .findings import FileResult
from .linter import Linter
from .source.article import Source
from .source.read import articles, read_source


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
        self._fixed = fixed
        self._by_file: dict[str, Config] = {}
        self._linters: dict[Config, Linter] = {}

    def config_for(self, path: str) -> Config:
        """Return the options for a file; raise ConfigError where its configuration is broken."""
        if self._fixed is not None:
            return self._override(self._fixed).for_path(path)
        found = find_config(path)
        key = str(found) if found else ""
        if key not in self._by_file:
            self._by_file[key] = self._override(read_config(key) if key else Config())
        return self._by_file[key].for_path(path)

    def linter_for(self, path: str) -> Linter:
        config = self.config_for(path)
        if config not in self._linters:
            self._linters[config] = Linter(config)
        return self._linters[config]


def lint_file(linter: Linter, path: str, data: bytes | None = None) -> FileResult:
    """Return the result for one file; what cannot be read is a result with an error."""
    try:
        return lint_source(linter, read_source(path, data))
    except InputError as problem:
        return FileResult(path=path, error=problem.reason, error_line=problem.line)


def lint_source(linter: Linter, source: Source) -> FileResult:
    """Return the result for a decoded file, suppressions applied."""
    from .suppress import suppress

    result = FileResult(path=source.path, source=source.text)
    for article in articles(source):
        document = Document(article, source.path)
        found = linter.run(document, source)
        result.findings.extend(found.findings)
        result.notices.extend(found.notices)
        result.confirmed.extend(found.confirmed)
        result.words += document.word_count
    if linter.config.suppressions:
        result.findings, result.suppressed = suppress(result.findings, source, linter.known_rules)
    return result


def lint_files(workspace: Workspace, paths: Iterator[str | InputError]) -> Iterator[FileResult]:
    """Yield a result for each path, in order."""
    for path in paths:
        if isinstance(path, InputError):
            yield FileResult(path=path.path or "", error=path.reason, error_line=path.line)
        else:
            yield lint_file(workspace.linter_for(path), path)

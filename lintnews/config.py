"""Options: built-in defaults, `.lintnews.yaml`, the command line, in this order."""

from __future__ import annotations

import functools
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec

from .errors import ConfigError, UsageError
from .findings import SEVERITIES, Severity

FILE_NAME = ".lintnews.yaml"
ENGINES = ("languagetool", "harper")
FORMATS = (
    "text", "jsonl", "json", "sarif", "github", "gitlab", "junit", "checkstyle", "rdjson", "html",
)  # fmt: skip


class Config(msgspec.Struct, frozen=True, kw_only=True):
    """Every option a run can have. Paths are absolute or relative to the working folder.

    `per_file` holds (glob, {option: value}); `rules` (rule or category, severity or None for off);
    `fields` the JSON and front matter keys to lint; `house` the house style. `languagetool_url` is
    no key of the file: articles are unpublished, and a pull request can change the file.
    `engine_memory`: do not ask an engine about the same paragraph twice.
    """

    path: str = ""
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    packs: tuple[str, ...] = ()
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    force_exclude: bool = False
    lang: str = "en"
    source_lang: str = ""
    severity: Severity = Severity.WARNING
    fail_on: Severity = Severity.ERROR
    rules: tuple[tuple[str, Severity | None], ...] = ()
    house: tuple[tuple[str, tuple[str, ...]], ...] = ()
    fields: tuple[tuple[str, str], ...] = ()
    per_file: tuple[tuple[str, tuple[tuple[str, Any], ...]], ...] = ()
    baseline: str = ""
    site_index: str = ""
    engines: tuple[str, ...] = ()
    languagetool_url: str = ""
    engine_memory: bool = True
    format: str = "text"
    jobs: int = 0
    show_confirmed: bool = False
    suppressions: bool = True

    def for_path(self, path: str) -> Config:
        """Return the options for one file: `per-file` entries that match are applied in order."""
        changes: dict[str, Any] = {}
        for glob, options in self.per_file:
            if matches(glob, relative(path, self.path)):
                changes.update(options)
        return msgspec.structs.replace(self, per_file=(), **changes) if changes else self

    @property
    def excluded(self) -> Callable[[str], bool]:
        """Return a test for paths that `exclude` names."""
        if not self.exclude:
            return lambda path: False
        return lambda path: any(matches(g, relative(path, self.path)) for g in self.exclude)


def relative(path: str, config_path: str) -> str:
    """Return `path` relative to the configuration's folder, with forward slashes."""
    top = os.path.dirname(os.path.abspath(config_path)) if config_path else os.getcwd()
    try:
        return os.path.relpath(os.path.abspath(path), top).replace(os.sep, "/")
    except ValueError:
        return path.replace(os.sep, "/")


def matches(glob: str, path: str) -> bool:
    """Say whether a gitignore-style glob covers the path; raise UsageError for a glob that is none."""
    return bool(_spec(glob).match_file(path))


@functools.lru_cache(maxsize=1_000)
def _spec(glob: str) -> Any:
    from pathspec import GitIgnoreSpec

    try:
        return GitIgnoreSpec.from_lines([glob])
    except ValueError:
        raise UsageError(f"bad glob {glob!r}") from None


def find_config(start: str | Path) -> Path | None:
    """Return the nearest configuration file in or above the folder of `start`."""
    at = Path(os.path.abspath(start))
    folders = (at, *at.parents) if at.is_dir() else at.parents
    for folder in folders:
        candidate = folder / FILE_NAME
        if candidate.is_file():
            return candidate
    return None


def read_config(path: str | Path) -> Config:
    """Return the options of a configuration file; raise ConfigError with file and line."""
    from .strict_yaml import Reader, read_utf8

    reader = Reader(path, ConfigError)
    root = reader.load(read_utf8(path, ConfigError))
    if root is None:
        return Config(path=str(path))
    values = _options(reader, root, _TOP)
    return Config(path=str(path), **values)


def _options(reader: Any, node: Any, known: dict[str, Any]) -> dict[str, Any]:
    values = {}
    for key, value in reader.mapping(node, known).items():
        name = {"engine": "engines"}.get(key, key.replace("-", "_"))
        values[name] = known[key](reader, value)
    return values


def _strings(reader: Any, node: Any) -> tuple[str, ...]:
    found: tuple[str, ...] = reader.strings(node)
    return found


def _globs(reader: Any, node: Any) -> tuple[str, ...]:
    return tuple(_glob(reader, glob, node) for glob in reader.strings(node))


def _glob(reader: Any, glob: str, node: Any) -> str:
    try:
        matches(glob, "a")
    except UsageError as problem:
        raise reader.fail(problem.reason, node) from None
    return glob


def _inside(reader: Any, node: Any) -> tuple[str, ...]:
    """Return paths resolved against the configuration's folder; none may lead out of it."""
    top = os.path.realpath(os.path.dirname(os.path.abspath(reader.path)))
    found = []
    for value in reader.strings(node):
        try:
            full = os.path.realpath(os.path.join(top, value))
            inside = os.path.commonpath([top, full]) == top
        except ValueError:  # a null character, or another drive
            inside, full = False, value
        if not inside:
            raise reader.fail(f"{value!r} leads out of the configuration's folder", node)
        found.append(full)
    return tuple(found)


def _one_inside(reader: Any, node: Any) -> str:
    paths = _inside(reader, node)
    if len(paths) != 1:
        raise reader.fail("expected one path", node)
    return paths[0]


def _severity(reader: Any, node: Any) -> Severity:
    return SEVERITIES[reader.choice(node, SEVERITIES)]


def _engines(reader: Any, node: Any) -> tuple[str, ...]:
    for value in reader.strings(node):
        if value not in ENGINES:
            raise reader.fail(f"unknown engine {value!r} (one of {', '.join(ENGINES)})", node)
    return _strings(reader, node)


def _rules(reader: Any, node: Any) -> tuple[tuple[str, Severity | None], ...]:
    return tuple(
        (rule, SEVERITIES.get(reader.choice(value, ("off", *SEVERITIES))))
        for rule, value in reader.mapping(node).items()
    )


def _lists(reader: Any, node: Any) -> tuple[tuple[str, tuple[str, ...]], ...]:
    known = ("spelling", "prefer")
    house = tuple((k, reader.strings(v)) for k, v in reader.mapping(node, known).items())
    for key, values in house:
        if key == "spelling" and values not in (("us",), ("uk",)):
            raise reader.fail("house spelling is 'us' or 'uk'", node)
    return house


def _fields(reader: Any, node: Any) -> tuple[tuple[str, str], ...]:
    kinds = ("headline", "summary", "body", "caption", "off")
    return tuple((k, reader.choice(v, kinds)) for k, v in reader.mapping(node).items())


def _per_file(reader: Any, node: Any) -> tuple[tuple[str, tuple[tuple[str, Any], ...]], ...]:
    return tuple(
        (_glob(reader, glob, options), tuple(_options(reader, options, _PER_FILE).items()))
        for glob, options in reader.mapping(node).items()
    )


_PER_FILE: dict[str, Any] = {
    "select": _strings,
    "ignore": _strings,
    "lang": lambda reader, node: reader.string(node),
    "source-lang": lambda reader, node: reader.string(node),
    "severity": _severity,
    "rules": _rules,
    "fields": _fields,
}
_TOP: dict[str, Any] = {
    **_PER_FILE,
    "names": _inside,
    "packs": _inside,
    "include": _globs,
    "exclude": _globs,
    "force-exclude": lambda reader, node: reader.boolean(node),
    "fail-on": _severity,
    "house": _lists,
    "per-file": _per_file,
    "baseline": _one_inside,
    "site-index": _one_inside,
    "engine": _engines,
    "format": lambda reader, node: reader.choice(node, FORMATS),
    "jobs": lambda reader, node: reader.integer(node, 0, 256),
    "show-confirmed": lambda reader, node: reader.boolean(node),
}

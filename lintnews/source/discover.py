"""Which files to lint: named ones, and those below a folder that are not ignored."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from ..errors import InputError

SUFFIXES = frozenset({".md", ".markdown", ".txt", ".html", ".htm"})
# Folders that never hold articles.
NEVER = frozenset(
    {".git", ".hg", ".svn", "node_modules", ".venv", "venv", "__pycache__", ".tox", "site-packages"}
)


def discover(
    paths: list[str],
    wanted: Callable[[str], bool],
    excluded: Callable[[str], bool],
    force_exclude: bool = False,
) -> Iterator[str | InputError]:
    """Yield each file to lint once, sorted below each folder; mistakes come as InputError values.

    `wanted(path)` says whether a file found below a folder is an article; `excluded(path)` whether
    configuration excludes it. Named files are linted whatever their suffix.
    """
    seen: set[str] = set()
    for path in paths:
        if os.path.isdir(path):
            for found in _walk(path, wanted, excluded):
                if isinstance(found, InputError) or found not in seen:
                    if isinstance(found, str):
                        seen.add(found)
                    yield found
        elif not os.path.exists(path):
            yield InputError("no such file or folder", path)
        elif path not in seen and not (force_exclude and excluded(path)):
            seen.add(path)
            yield path


def _walk(
    top: str, wanted: Callable[[str], bool], excluded: Callable[[str], bool]
) -> Iterator[str | InputError]:
    ignore = _ignored(top)
    problems: list[InputError] = []

    def failed(problem: OSError) -> None:
        problems.append(InputError(f"cannot be read: {problem.strerror}", problem.filename))

    for folder, folders, files in os.walk(top, onerror=failed):
        yield from problems
        problems.clear()
        folders[:] = sorted(
            name
            for name in folders
            if name not in NEVER
            and not os.path.exists(os.path.join(folder, name, "pyvenv.cfg"))
            and not ignore(os.path.join(folder, name) + "/")
            and not excluded(os.path.join(folder, name))
        )
        for name in sorted(files):
            path = os.path.normpath(os.path.join(folder, name))
            if wanted(path) and not ignore(path) and not excluded(path):
                yield path
    yield from problems


def _ignored(top: str) -> Callable[[str], bool]:
    """Return a test for paths that .gitignore files in or above `top` exclude."""
    specs: dict[Path, Any] = {}
    root = Path(top).resolve()
    repository = next((p for p in (root, *root.parents) if (p / ".git").exists()), root)

    def spec_of(folder: Path) -> Any:
        if folder not in specs:
            try:
                lines = (folder / ".gitignore").read_text("utf-8", "replace").splitlines()
            except OSError:
                specs[folder] = None
            else:
                specs[folder] = _spec_of_lines(lines)
        return specs[folder]

    def ignored(path: str) -> bool:
        full = Path(os.path.abspath(path))
        tail = "/" if path.endswith("/") else ""
        for folder in full.parents:
            spec = spec_of(folder)
            if spec is not None:
                verdict = spec.check_file(full.relative_to(folder).as_posix() + tail).include
                if verdict is not None:
                    return bool(verdict)
            if folder == repository:
                break
        return False

    return ignored


def _spec_of_lines(lines: list[str]) -> Any:
    """Return the spec of a .gitignore; as git does, leave out lines that mean nothing."""
    from pathspec import GitIgnoreSpec

    try:
        return GitIgnoreSpec.from_lines(lines)
    except ValueError:
        pass
    known = []
    for line in lines:
        with contextlib.suppress(ValueError):
            GitIgnoreSpec.from_lines([line])
            known.append(line)
    return GitIgnoreSpec.from_lines(known)

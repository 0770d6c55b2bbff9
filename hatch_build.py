"""Puts the compiled rules and the index of the names into the wheel: no first run has to make them.

An editable copy, whose rules change, does without; so does a wheel whose builder lacks a package
that making them takes.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class PrebuiltHook(BuildHookInterface):
    """Adds names-DIGEST.idx and packs-DIGEST.bin, made of the very rules of this wheel."""

    _folder: str | None = None

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "editable":
            return
        self._folder = tempfile.mkdtemp(prefix="lintnews-build-")
        try:
            for path in _prebuilt(self.root, Path(self._folder)):
                build_data["force_include"][str(path)] = f"lintnews/prebuilt/{path.name}"
        except ImportError as problem:
            self.app.display_warning(f"the first run of this wheel will be slow: {problem}")

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)


def _prebuilt(root: str, folder: Path) -> list[Path]:
    """Return what the code beside this file makes; raise ImportError where it cannot run."""
    writes, sys.dont_write_bytecode = sys.dont_write_bytecode, True
    sys.path.insert(0, root)
    try:
        from lintnews.names.store import index_name
        from lintnews.names.write_index import build_index
        from lintnews.packs.compile import compile_rules
        from lintnews.packs.load import builtin_folder, load_names, load_rules, pack_files
        from lintnews.packs.store import shipped_name
        from lintnews.packs.units import encode
        from lintnews.stamps import digest_of

        rules = builtin_folder()
        files = pack_files(rules)
        content = digest_of(files)
        index = folder / index_name(content)
        build_index(load_names([rules]), index)
        packs = folder / shipped_name(files, content)
        packs.write_bytes(encode(compile_rules(load_rules([rules]), str(rules))))
        return [index, packs]
    finally:
        sys.path.remove(root)
        sys.dont_write_bytecode = writes

"""Compiled packs kept between runs, keyed by the content of every file and by versions."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Sequence
from pathlib import Path

import msgspec
import regex

from .. import __version__
from ..digest import blake2b
from ..errors import PackError
from ..folders import cache_folder, write_atomically
from ..stamps import content_digest
from .load import PREBUILT, builtin_folder, load_rules, pack_files
from .patterns import Patterns
from .rows import map_whole
from .schema import RuleSpec
from .units import FORMAT, CompiledPack, decode, encode

# Compiled packs of other versions and projects are removed once there are more than this.
MAX_STORED = 24


def content_key(folders: Sequence[str | Path]) -> str:
    """Return a digest of every pack file and of the versions that compile them."""
    digest = blake2b(digest_size=16)
    digest.update(f"{FORMAT} {__version__} {regex.__version__} {sys.version}".encode())
    files = [path for folder in folders for path in pack_files(folder)]
    for path in files:
        digest.update(b"\0" + os.fsencode(path))
    try:
        digest.update(content_digest(files).encode())
    except OSError as problem:
        raise PackError(f"cannot be read: {problem.strerror}", problem.filename) from None
    return digest.hexdigest()


def compiled_rules(folders: Sequence[str | Path]) -> CompiledPack:
    """Return the compiled rules of the packs, from the cache where nothing has changed."""
    return open_packs(folders)[0]


def open_packs(folders: Sequence[str | Path]) -> tuple[CompiledPack, Patterns]:
    """Return the compiled rules of the packs, and the patterns that earlier runs compiled."""
    folder = cache_folder()
    shipped = _shipped(folders)
    if folder is None:
        return shipped or _compiled(load_rules(folders)), Patterns()
    path = folder / f"packs-{content_key(folders)}.bin"
    patterns = Patterns(str(path.with_name(path.name.replace("packs-", "patterns-"))))
    if shipped is not None:
        if not patterns.known:
            _drop_old(folder)
        return shipped, patterns
    try:
        return decode(map_whole(path)), patterns
    except (OSError, msgspec.DecodeError):
        pass
    rules = load_rules(folders)
    pack = _compiled(rules)
    _keep(path, encode(pack))
    _keep(_stated_path(path), msgspec.msgpack.encode(rules))
    _drop_old(folder)
    return pack, patterns


def shipped_name(files: Sequence[Path], content: str) -> str:
    """Return what the compiled built-in packs are called in a wheel, after files and content."""
    digest = blake2b(f"{FORMAT} {__version__} {content}".encode(), digest_size=16)
    for path in files:
        # The folder's name is the category of its rules.
        digest.update(b"\0" + os.fsencode("/".join(path.parts[-2:])))
    return f"packs-{digest.hexdigest()}.bin"


def _shipped(folders: Sequence[str | Path]) -> CompiledPack | None:
    """Return what the wheel has of these very packs, or None."""
    if list(map(str, folders)) != [str(builtin_folder())] or not os.path.isdir(PREBUILT):
        return None
    files = pack_files(folders[0])
    try:
        name = shipped_name(files, content_digest(files))
        return decode(map_whole(os.path.join(PREBUILT, name)))
    except (OSError, msgspec.DecodeError):
        return None


def _compiled(rules: Sequence[RuleSpec]) -> CompiledPack:
    from .compile import compile_rules

    return compile_rules(rules, trusted=os.path.join(builtin_folder(), ""))


def stated_rules(folders: Sequence[str | Path]) -> tuple[RuleSpec, ...]:
    """Return the rules as their packs state them, with reasons and examples."""
    folder = cache_folder()
    if folder is None:
        return load_rules(folders)
    compiled_rules(folders)
    path = _stated_path(folder / f"packs-{content_key(folders)}.bin")
    try:
        return msgspec.msgpack.decode(path.read_bytes(), type=tuple[RuleSpec, ...])
    except (OSError, msgspec.DecodeError):
        rules = load_rules(folders)
        _keep(path, msgspec.msgpack.encode(rules))
        return rules


def _stated_path(path: Path) -> Path:
    return path.with_name(path.name.replace("packs-", "stated-"))


def _keep(path: Path, data: bytes) -> None:
    """Store a compiled pack; a cache that cannot be written is no reason to fail."""
    with contextlib.suppress(OSError):
        write_atomically(path, data)


def _drop_old(folder: Path) -> None:
    kinds = ("packs-", "stated-", "patterns-")
    with contextlib.suppress(OSError):
        used: dict[str, float] = {}
        for kind in kinds:
            for path in folder.glob(f"{kind}*.bin"):
                key = path.name.removeprefix(kind)
                used[key] = max(used.get(key, 0.0), path.stat().st_mtime)
        for key in sorted(used, key=lambda key: used[key])[:-MAX_STORED]:
            for kind in kinds:
                (folder / (kind + key)).unlink(missing_ok=True)

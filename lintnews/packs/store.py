"""Compiled packs kept between runs, keyed by the content of every file and by versions."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

import msgspec
import regex

from .. import __version__
from ..errors import PackError
from ..folders import cache_folder, write_atomically
from .compile import FORMAT, CompiledPack, compile_rules, decode, encode
from .load import load, pack_files

# Compiled packs of other versions and projects are removed once there are more than this.
MAX_STORED = 24


def content_key(folders: Sequence[str | Path]) -> str:
    """Return a digest of every pack file and of the versions that compile them."""
    digest = hashlib.blake2b(digest_size=16)
    digest.update(f"{FORMAT} {__version__} {regex.__version__}".encode())
    for folder in folders:
        for path in pack_files(folder):
            try:
                data = path.read_bytes()
            except OSError as problem:
                raise PackError(f"cannot be read: {problem.strerror}", path) from None
            digest.update(f"\0{path}\0{len(data)}\0".encode())
            digest.update(data)
    return digest.hexdigest()


def compiled_rules(folders: Sequence[str | Path]) -> CompiledPack:
    """Return the compiled rules of the packs, from the cache where nothing has changed."""
    folder = cache_folder()
    path = folder / f"packs-{content_key(folders)}.bin" if folder else None
    if path is not None:
        try:
            return decode(path.read_bytes())
        except (OSError, msgspec.DecodeError):
            pass
    pack = compile_rules(load(folders).rules)
    if path is not None:
        _keep(path, encode(pack))
    return pack


def _keep(path: Path, data: bytes) -> None:
    """Store a compiled pack; a cache that cannot be written is no reason to fail."""
    try:
        write_atomically(path, data)
        stored = sorted(path.parent.glob("packs-*.bin"), key=lambda p: p.stat().st_mtime)
        for old in stored[:-MAX_STORED]:
            old.unlink(missing_ok=True)
    except OSError:
        pass

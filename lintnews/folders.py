"""Where lintnews keeps what it may rebuild at any time: the user's cache folder."""

from __future__ import annotations

import contextlib
import os
import sys
import threading
from collections.abc import Iterable
from pathlib import Path


def cache_folder() -> Path | None:
    """Return the private cache folder, created with mode 0700, or None where there can be none.

    A folder that belongs to somebody else is not used: its content could not be trusted.
    """
    named = os.environ.get("LINTNEWS_CACHE_DIR")
    if named:
        folder = Path(named)
    elif sys.platform == "win32":
        import tempfile

        folder = Path(os.environ.get("LOCALAPPDATA") or tempfile.gettempdir()) / "lintnews"
    else:
        base = os.environ.get("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache")
        folder = Path(base) / "lintnews"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if sys.platform != "win32":
            status = folder.stat()
            if status.st_uid != os.getuid():
                return None
            if status.st_mode & 0o077:
                folder.chmod(0o700)
    except OSError:
        return None
    return folder


def write_atomically(
    path: Path,
    data: bytes | Iterable[bytes | bytearray],
    mode: int | None = None,
    owner: tuple[int, int] | None = None,
) -> None:
    """Write `data` to a temporary file beside `path`, then rename; raise OSError on failure.

    `data` may come piece by piece. Readers see the old content or the new one, never a part. `owner` (user and group number) is
    kept where the system lets this process give files away. What is no file, such as /dev/null or
    a named pipe, is written to, not replaced.
    """
    if path.exists() and not path.is_file():
        with open(path, "wb") as out:
            out.writelines([data] if isinstance(data, bytes) else data)
        return
    import tempfile  # 2 ms that reading never needs

    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".tmp", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as out:
            out.writelines([data] if isinstance(data, bytes) else data)
            out.flush()
            os.fsync(out.fileno())
        if owner is not None and hasattr(os, "chown") and owner != (os.getuid(), os.getgid()):
            with contextlib.suppress(OSError):
                os.chown(name, *owner)
        if mode is not None:
            os.chmod(name, mode)
        os.replace(name, path)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(name)
        raise


def write_quickly(path: str | Path, data: bytes) -> None:
    """Write what may be lost: whole or not at all, but not forced to the disk. Raises OSError."""
    name = f"{path}.{os.getpid()}.{threading.get_ident()}.tmp"
    try:
        with open(name, "xb") as out:
            out.write(data)
        os.replace(name, path)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(name)
        raise

"""Where an installed LanguageTool is, and with which Java it runs."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
from pathlib import Path

import msgspec

from ..errors import EngineError

JARS = ("languagetool-server.jar", "languagetool.jar")
_HINT = (
    "run `lintnews engines install languagetool`, set LTP_PATH to the folder of an installed copy, "
    "or name a server with --languagetool-url"
)


class Installed(msgspec.Struct, frozen=True):
    """An installed copy: its folder, its server's jar, and the java program."""

    folder: str
    jar: str
    java: str

    @property
    def key(self) -> str:
        """Return a digest of this copy as it is now; an upgraded one has another."""
        status = os.stat(self.jar)
        said = repr((self.jar, self.java, status.st_size, status.st_mtime_ns))
        return hashlib.blake2b(said.encode(), digest_size=8).hexdigest()


def copies_folder() -> Path:
    """Return the folder that holds installed copies: LTP_PATH, else where
    language-tool-python puts them."""
    named = os.environ.get("LTP_PATH")
    return Path(named) if named else Path.home() / ".cache" / "language_tool_python"


def find_copy() -> str | None:
    """Return the jar of the newest installed copy, or None.

    LTP_JAR_DIR_PATH names a copy's own folder; LTP_PATH that folder or the one above it.
    """
    own = os.environ.get("LTP_JAR_DIR_PATH")
    top = copies_folder()
    try:
        below = sorted(top.glob("LanguageTool*"), key=_version, reverse=True)
    except OSError:
        below = []
    for folder in ([Path(own)] if own else []) + [top, *below]:
        for name in JARS:
            if (folder / name).is_file():
                return str((folder / name).resolve())
    return None


def find_java() -> str | None:
    """Return the java program of JAVA_HOME or of PATH, or None."""
    home = os.environ.get("JAVA_HOME")
    own = shutil.which(os.path.join(home, "bin", "java")) if home else None
    return own or shutil.which("java")


def installed() -> Installed:
    """Return the copy to start; raise EngineError that says what is missing and how to get it."""
    jar = find_copy()
    if jar is None:
        raise EngineError(f"engine languagetool: no LanguageTool is installed; {_HINT}")
    java = find_java()
    if java is None:
        raise EngineError(
            "engine languagetool: Java is missing; install Java 17 or later, "
            "or name a server with --languagetool-url"
        )
    return Installed(os.path.dirname(jar), jar, java)


def _version(path: Path) -> tuple[int, ...]:
    return tuple(int(number) for number in re.findall(r"\d+", path.name))

"""Other linters, run so that a row of figures means that every file was really read.

Each article of the corpus ends with a sentence (corpus.CANARY) in which every peer finds something.
A peer that ends with another exit status than its documentation names for findings, or whose report
does not name every file, has failed and gets no time.
"""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parent))
import process

# Seconds after which a peer is stopped.
MAX_SECONDS = 1_800.0
_HARPER = """
import harper, pathlib, sys
linter = harper.Linter(harper.Dialect.AMERICAN)
for path in sorted(pathlib.Path(sys.argv[1]).glob("*.txt")):
    for lint in linter.lint(path.read_text("utf-8"), language="plaintext"):
        print(f"{path}: {lint.message}")
"""


class Peer(NamedTuple):
    """A command, in which {} is the folder; the exit statuses of a run that found something.

    `slow` peers get the smaller corpus: they need minutes for the larger one.
    """

    command: list[str]
    statuses: tuple[int, ...]
    slow: bool = False


PEERS = {
    "typos": Peer(["typos", "--format", "brief", "{}"], (2,)),
    "codespell": Peer(["codespell", "{}"], (65, 1)),
    "cspell": Peer(
        ["cspell", "lint", "--no-progress", "--no-color", "--no-gitignore", "--show-context",
         "--root", "{}", "**/*.txt"], (1,),
    ),
    "proselint": Peer(["proselint", "check", "{}"], (1,)),
    "harper": Peer([sys.executable, "-c", _HARPER, "{}"], (0,), slow=True),
}  # fmt: skip


class Outcome(NamedTuple):
    """Seconds of a peer, or why it has none."""

    seconds: float = 0.0
    reason: str = ""


def is_installed(name: str) -> bool:
    """Say whether a peer can be run here."""
    if name == "harper":
        return process.run([sys.executable, "-c", "import harper"]).status == 0
    return shutil.which(PEERS[name].command[0]) is not None


def measure(name: str, folder: Path, environment: Mapping[str, str]) -> Outcome:
    """Run a peer on a folder; return its time, or why the run does not count."""
    peer = PEERS[name]
    command = [part.replace("{}", str(folder)) for part in peer.command]
    ran = process.run(command, environment, MAX_SECONDS)
    if ran.status not in peer.statuses:
        said = (ran.err.strip() or ran.out.strip() or "no word").splitlines()[0][:200]
        return Outcome(reason=f"exit status {ran.status}: {said}")
    files = {path.name for path in folder.glob("*.txt")}
    missing = sorted(files - set(re.findall(r"[\w-]+\.txt", ran.out)))
    if missing:
        return Outcome(
            reason=f"found nothing in {len(missing)} of {len(files)} files ({missing[0]})"
        )
    return Outcome(ran.seconds)

"""`lintnews init`: a first configuration, and how to call lintnews from pre-commit."""

from __future__ import annotations

import argparse
from pathlib import Path

from .. import __version__
from ..config import FILE_NAME
from ..errors import UsageError

_CONFIG = """\
# Every key: docs/configuration.md. The nearest file above an article wins.
fail-on: error          # info | warning | error
severity: warning       # least level shown
# names: [names.txt]    # people and places your site writes about, one a line
# exclude: [drafts/]
# rules:
#   chrome/author-bio: off
"""
_HOOK = """\
  - repo: https://github.com/lintnews/lintnews
    rev: v{version}
    hooks:
      - id: lintnews
"""


_EPILOG = """The file names the options most sites set, each with its default. docs/configuration.md lists
every key. Nothing that exists is overwritten."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.epilog = _EPILOG
    parser.add_argument("folder", nargs="?", default=".", metavar="DIR", help="default: here")


def run(options: argparse.Namespace) -> int:
    path = Path(options.folder) / FILE_NAME
    try:
        with path.open("x", encoding="utf-8", newline="\n") as out:
            out.write(_CONFIG)
    except FileExistsError:
        raise UsageError("exists already; nothing was changed", path) from None
    except OSError as problem:
        raise UsageError(f"cannot be written: {problem.strerror}", path) from None
    print(
        f"wrote {path}\n\nTo lint every commit, add this to .pre-commit-config.yaml under repos:\n"
    )
    print(_HOOK.format(version=__version__), end="")
    return 0

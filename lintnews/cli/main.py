"""`lintnews COMMAND …`: reads the command and turns mistakes into one line and exit status 2."""

from __future__ import annotations

import argparse
import importlib
import os
import sys
from collections.abc import Sequence
from typing import Any

from .. import __version__
from ..errors import LintnewsError
from ..process import collect_seldom
from ..report.escape import visible

# Command -> (module, line for --help).
COMMANDS = {
    "check": ("check", "lint articles: names, garble, chrome and style"),
    "explain": ("explain", "say what a rule sees, why, and its limits"),
    "rules": ("rules", "list every rule"),
    "packs": ("packs", "test, show or start a rule pack"),
    "names": ("names", "build, learn or ask lists of names"),
    "site": ("site", "learn which lines a site repeats"),
    "completion": ("completion", "print a completion script for bash, zsh or fish"),
    "engines": ("engines", "install, list or stop the optional engines"),
    "init": ("init", "write .lintnews.yaml and print a pre-commit snippet"),
}
_EPILOG = """examples:
  lintnews check articles/            lint every article below a folder
  lintnews check draft.txt            lint one draft
  pbpaste | lintnews check -          lint what stands in the clipboard
  lintnews explain name/misspelled    what a rule sees and why

exit status: 0 nothing at or above --fail-on, 1 findings, 2 a mistake in the call,
the configuration, a pack or an input file (the other files are still linted)"""


class _Help(argparse.RawDescriptionHelpFormatter):
    """Help as wide as the terminal. To learn that, argparse loads shutil, help wanted or not."""

    def __init__(self, prog: str, **options: Any):
        super().__init__(prog, width=_columns() - 2, **options)


def _columns() -> int:
    named = os.environ.get("COLUMNS", "")
    if named.isdecimal() and int(named) > 0:
        return int(named)
    try:
        columns = os.get_terminal_size(sys.__stdout__.fileno() if sys.__stdout__ else -1).columns
    except (AttributeError, ValueError, OSError):
        columns = 0
    return columns or 80


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command and return its exit status: 0, 1 or 2, or 130 after Ctrl-C."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    collect_seldom()
    try:
        return _run(arguments)
    except LintnewsError as problem:
        print(f"lintnews: {visible(str(problem))}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("lintnews: stopped", file=sys.stderr)
        return 130
    except BrokenPipeError:
        # The reader of our output has gone (`| head`); nothing is left to tell it.
        _drop_output()
        return 0
    except OSError as problem:
        # A full disk under the output, a folder that vanished under our feet.
        place = f"{problem.filename}: " if problem.filename else ""
        print(f"lintnews: {visible(place + (problem.strerror or str(problem)))}", file=sys.stderr)
        try:
            sys.stdout.flush()
        except OSError:
            _drop_output()
        return 2


def _drop_output() -> None:
    """Send what is still buffered nowhere: at exit Python would try, and fail, to write it."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _run(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(
        prog="lintnews",
        description="Find misspelled names, torn text and page furniture in machine-translated news.",
        epilog=_EPILOG,
        formatter_class=_Help,
    )
    parser.add_argument("--version", action="version", version=f"lintnews {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    wanted = next((a for a in arguments if not a.startswith("-")), None)
    for name, (module, text) in COMMANDS.items():
        command = commands.add_parser(
            name, help=text, description=text[0].upper() + text[1:] + ".",
            formatter_class=_Help,
        )  # fmt: skip
        if name == wanted:
            importlib.import_module(f".{module}", __package__).add_arguments(command)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    options = parser.parse_args(arguments)
    status: int = importlib.import_module(f".{COMMANDS[options.command][0]}", __package__).run(
        options
    )
    return status

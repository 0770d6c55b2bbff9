"""`lintnews engines`: install, list or stop the optional engines."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from ..errors import EngineError, UsageError

_EPILOG = """examples:
  lintnews engines list                             what is installed, what runs
  lintnews engines install languagetool             250 MB; needs the extra `languagetool`, Java 17
  lintnews engines install languagetool --maven     the same from its Maven artefacts
  lintnews engines stop                             end servers that wait for the next run
  lintnews check --engine languagetool articles/    ask an engine too"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.epilog = _EPILOG
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    install = actions.add_parser("install", help="get an engine")
    install.add_argument("engine", metavar="ENGINE", help="languagetool")
    install.add_argument("--maven", action="store_true", help="from Maven artefacts")
    install.add_argument("--folder", metavar="DIR",
                         help="with --maven: where to put it (default: LTP_PATH)")  # fmt: skip
    actions.add_parser("list", help="say what is installed and what runs")
    actions.add_parser("stop", help="end the servers that lintnews has started")


def run(options: argparse.Namespace) -> int:
    if options.action == "install":
        return _install(options)
    if options.action == "stop":
        return _stop()
    print("\n".join([*_languagetool(), *_harper()]))
    return 0


def _install(options: argparse.Namespace) -> int:
    from ..engines import fetch
    from ..engines.installed import copies_folder

    if options.engine == "harper":
        raise UsageError("harper is a Python package: pip install 'lintnews[harper]'")
    if options.engine != "languagetool":
        raise UsageError(f"unknown engine {options.engine!r}; languagetool can be installed")
    if options.folder and not options.maven:
        raise UsageError("--folder goes with --maven; language-tool-python follows LTP_PATH")
    if options.maven:
        folder = fetch.with_maven(Path(options.folder) if options.folder else copies_folder())
    else:
        folder = fetch.with_package()
    print(f"LanguageTool is in {folder}")
    if options.folder and Path(options.folder) != copies_folder():
        print(f"set LTP_PATH={options.folder} for lintnews to find it")
    return 0


def _stop() -> int:
    from ..engines.server import states, stop

    running = states()
    for path, state in running:
        if not stop(path, state):
            raise EngineError(f"the server on port {state.port} (process {state.server}) stays")
        print(f"stopped the LanguageTool server on port {state.port}")
    if not running:
        print("no server was running")
    return 0


def _languagetool() -> list[str]:
    from ..engines.installed import installed
    from ..engines.server import states

    lines = []
    url = os.environ.get("LINTNEWS_LANGUAGETOOL_URL")
    if url:
        lines.append(f"languagetool  server {url} (LINTNEWS_LANGUAGETOOL_URL)")
    try:
        copy = installed()
        lines.append(f"languagetool  installed in {copy.folder}, Java {copy.java}")
    except EngineError as problem:
        lines.append(problem.reason.replace("engine languagetool:", "languagetool ", 1))
    for _, state in states():
        lines.append(f"languagetool  server on port {state.port}, process {state.server}")
    return lines


def _harper() -> list[str]:
    from ..engines.harper import Harper

    try:
        return [f"harper        {Harper().version().split()[0]}, in process"]
    except EngineError as problem:
        return [problem.reason.replace("engine harper:", "harper       ", 1)]

"""`lintnews packs test | show | new`: work with rule packs."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from ..errors import UsageError
from ..packs.load import builtin_folder, category_of, load, pack_files, read_pack_file
from ..report.escape import visible

_TEMPLATE = """\
# A rule carries its proof: `flags` must be found, `keeps` must stay silent.
# Run them with: lintnews packs test {folder}
- id: example
  kind: line
  pattern: 'follow our correspondents on\\b'
  severity: warning
  message: Social-media footer left in the story.
  why: Readers of the article cannot follow anything from here.
  fix: delete-line
  flags: ["Follow our correspondents on Telegram"]
  keeps: ["Readers follow our correspondents on their trips."]
"""


_EPILOG = """examples:
  lintnews packs new house            write house/chrome/example.yaml to start from
  lintnews packs test house           run the examples in each rule of the pack
  lintnews check --pack house .       lint with it
docs/packs.md is the guide to writing rules."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.epilog = _EPILOG
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    test = actions.add_parser("test", help="run the examples of each rule")
    test.add_argument(
        "folders", nargs="*", metavar="DIR", help="packs (default: the built-in ones)"
    )
    show = actions.add_parser("show", help="list the files of packs and what they hold")
    show.add_argument(
        "folders", nargs="*", metavar="DIR", help="packs (default: the built-in ones)"
    )
    new = actions.add_parser("new", help="write a first pack to start from")
    new.add_argument("folder", metavar="DIR")


def run(options: argparse.Namespace) -> int:
    if options.action == "new":
        return _new(Path(options.folder))
    folders = [Path(f) for f in options.folders] or [builtin_folder()]
    return _show(folders) if options.action == "show" else _test(folders)


def _new(folder: Path) -> int:
    path = folder / "chrome" / "example.yaml"
    if path.exists():
        raise UsageError("exists already", path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(_TEMPLATE.format(folder=folder), "utf-8", newline="\n")
    except OSError as problem:
        raise UsageError(f"cannot be written: {problem.strerror}", path) from None
    print(f"wrote {path}; try: lintnews packs test {folder}")
    return 0


def _show(folders: list[Path]) -> int:
    for folder in folders:
        for path in pack_files(folder):
            pack = read_pack_file(path)
            held = f"{len(pack.rules)} rules" if pack.rules else f"{len(pack.names)} names"
            held = f"{len(pack.topics)} topics" if pack.topics and not pack.rules else held
            print(f"{visible(str(path))}: {category_of(path)}, {held}")
    return 0


def _test(folders: list[Path]) -> int:
    from ..packs.prove import failures

    rules = load(folders).rules
    failed = 0
    for rule, message in failures(rules):
        failed += 1
        print(f"{visible(rule.path)}:{rule.line}: {rule.id}: {visible(message)}", file=sys.stderr)
    proofs = sum(len(rule.flags) + len(rule.keeps) for rule in rules)
    print(f"{len(rules)} rules, {proofs} examples, {failed} failed")
    return 1 if failed else 0

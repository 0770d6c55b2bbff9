"""`lintnews names build | learn | lookup`: name lists as indexes, from archives, and asked."""

from __future__ import annotations

import argparse
import contextlib
import os
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TypeVar

from ..config import Config, find_config, read_config
from ..document import Document
from ..errors import InputError, NamesError
from ..names.people import ALSO, WRONG
from ..names.store import SUFFIX, Names, open_names
from ..packs.load import builtin_folder
from ..report.escape import visible

T = TypeVar("T")

# Seconds between two lines of progress on a terminal.
INTERVAL = 0.2
# Reasons and near forms that are printed before "and N more".
MOST_TOLD = 40
# Permissions of what is written, before the user's umask.
MODE = 0o666


def add_arguments(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    build = actions.add_parser(
        "build",
        help="compile lists and databases into an index",
        description="Compile lists (.yaml .txt .csv), Wikidata (lines of the JSON dump, JSON "
        "results of a query) or FollowTheMoney entities (.json .jsonl, also .gz) into one index.",
    )
    build.add_argument("sources", nargs="+", metavar="SOURCE")
    build.add_argument("-o", "--output", required=True, metavar="FILE", help=f"a file *{SUFFIX}")
    learn = actions.add_parser(
        "learn", help="derive a list from trusted articles",
        description="Count who stands in trusted articles and write a list to look over. Near "
        "variants of a commoner form are told on standard error and not learned.",
    )  # fmt: skip
    learn.add_argument("archive", nargs="+", metavar="ARCHIVE", help="files or folders")
    learn.add_argument("-o", "--output", required=True, metavar="FILE", help="a file *.yaml")
    look = actions.add_parser("lookup", help="show what a name would be taken for, and why")
    look.add_argument("name", nargs="+", metavar="NAME")
    for command in (learn, look):
        command.add_argument("--names", action="append", metavar="FILE", help="add a list")


def run(options: argparse.Namespace) -> int:
    """Do what the action says; return the exit status."""
    actions = {"build": _build, "learn": _learn, "lookup": _lookup}
    return actions[options.action](options)


def _build(options: argparse.Namespace) -> int:
    from ..names.build import read_sources
    from ..names.intake import Tally
    from ..names.write_index import build_index

    output = Path(options.output)
    if output.suffix != SUFFIX:
        raise NamesError(f"an index is called *{SUFFIX}: the name tells lists from indexes", output)
    tally = Tally()
    with _counted(read_sources([Path(source) for source in options.sources], tally)) as entries:
        try:
            header = build_index(entries, output, _mode())
        except OSError as problem:
            raise NamesError(f"cannot be written: {problem.strerror}", output) from None
    for line in tally.lines[:MOST_TOLD]:
        print(f"skipped {visible(line)}", file=sys.stderr)
    if not tally.taken:
        output.unlink(missing_ok=True)
        raise NamesError("no names in " + ", ".join(options.sources))
    print(f"{visible(str(output))}: {header.entries:,} names in {header.forms:,} spellings")
    return 0


def _learn(options: argparse.Namespace) -> int:
    from ..folders import write_atomically
    from ..names.learn import Learner, as_yaml

    learner = Learner(_known(options))
    failed = False
    with _counted(_documents(options.archive)) as documents:
        for document in documents:
            if isinstance(document, InputError):
                failed = True
                print(f"lintnews: {visible(str(document))}", file=sys.stderr)
            else:
                learner.add(document)
    entries, doubts = learner.learned()
    for doubt in doubts[:MOST_TOLD]:
        right = "listed" if doubt.listed else f"in {doubt.right_articles:,}"
        line = f"{doubt.text} (articles: {doubt.articles:,}) stands near {doubt.right} ({right})"
        print(f"not learned: {visible(line)}", file=sys.stderr)
    if len(doubts) > MOST_TOLD:
        print(f"not learned: {len(doubts) - MOST_TOLD:,} more near variants", file=sys.stderr)
    text = "".join(f"{line}\n" for line in as_yaml(entries))
    try:
        write_atomically(Path(options.output), text.encode(), _mode())
    except OSError as problem:
        raise NamesError(f"cannot be written: {problem.strerror}", options.output) from None
    print(f"{visible(options.output)}: {len(entries):,} names of {learner.articles:,} articles")
    return 2 if failed else 0


def _lookup(options: argparse.Namespace) -> int:
    from ..names.lookup import look_up

    names = _known(options)
    found = False
    for name in options.name:
        candidates = look_up(name, names)
        found = found or bool(candidates)
        print(visible(name) + ("" if candidates else ": nothing like it is listed"))
        for candidate in candidates:
            form = candidate.form
            entry = form.entry
            how = f"odds {candidate.odds:+.1f}"
            if candidate.exact:
                how = {ALSO: "an accepted spelling", WRONG: "a wrong form"}.get(form.flag, "listed")
            line = f"  {entry.name}"
            if form.text != entry.name:
                line += f" (as {form.text})"
            said = [how, *(f"{a} for {b}: {why}" for a, b, why in candidate.changes)]
            years = f"{entry.start or ''}–{entry.end or ''}" if entry.start or entry.end else ""
            said += [entry.kind, ", ".join(entry.roles), "of " + ", ".join(entry.of), years]
            said.append(f"weight {entry.weight}")
            print(visible("; ".join([line, *(s for s in said if s and s != "of ")])))
    return 0 if found else 1


def _known(options: argparse.Namespace) -> Names:
    found = find_config(os.getcwd())
    config = read_config(found) if found else Config()
    files = [*config.names, *(options.names or ())]
    return open_names([str(builtin_folder()), *config.packs], files)


def _documents(archive: list[str]) -> Iterator[Document | InputError]:
    from .site import documents_of

    yield from documents_of(archive)


@contextlib.contextmanager
def _counted(items: Iterable[T]) -> Iterator[Iterable[T]]:
    """Give the items on; on a terminal show how many there were."""
    shown = sys.stderr.isatty()

    def through() -> Iterator[T]:
        last = time.monotonic()
        for count, item in enumerate(items, 1):
            if shown and count % 64 == 0 and time.monotonic() - last > INTERVAL:
                last = time.monotonic()
                print(f"\r{count:,}", end="", file=sys.stderr, flush=True)
            yield item

    try:
        yield through()
    finally:
        if shown:
            print("\r\033[K", end="", file=sys.stderr, flush=True)


def _mode() -> int:
    """Return the permissions that the user's umask leaves a new file."""
    mask = os.umask(0o077)
    os.umask(mask)
    return MODE & ~mask

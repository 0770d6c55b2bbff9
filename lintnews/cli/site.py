"""`lintnews site learn`: what a site repeats, learned from an archive of its articles."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator

from ..config import Config, find_config, read_config
from ..document import Document
from ..errors import InputError
from ..report.escape import visible
from ..site import MIN_ARTICLES, SiteError, SiteLearner
from ..source.discover import SUFFIXES, discover
from ..source.read import articles_of


def add_arguments(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    learn = actions.add_parser("learn", help="count the lines that a site's articles share")
    learn.add_argument(
        "archive", nargs="+", metavar="ARCHIVE", help="files or folders of articles of one site"
    )
    learn.add_argument(
        "-o", "--output", default="site.idx", metavar="FILE", help="default: site.idx"
    )


def run(options: argparse.Namespace) -> int:
    """Learn from the archive and write the index; return the exit status."""
    learner = SiteLearner()
    failed = False
    for document in documents_of(options.archive):
        if isinstance(document, InputError):
            failed = True
            print(f"lintnews: {visible(str(document))}", file=sys.stderr)
            continue
        learner.add(document.text[span.start : span.end] for span in document.lines)
    if learner.articles < MIN_ARTICLES:
        shown = ", ".join(options.archive)
        raise SiteError(f"{learner.articles} articles in {shown}: at least {MIN_ARTICLES} needed")
    index = learner.index()
    try:
        index.write(options.output)
    except OSError as problem:
        raise SiteError(f"cannot be written: {problem.strerror}", options.output) from None
    articles, lines = f"{index.articles:,}", f"{len(index.counts):,}"
    print(f"{visible(options.output)}: {lines} repeated lines of {articles} articles")
    return 2 if failed else 0


def documents_of(archive: list[str]) -> Iterator[Document | InputError]:
    """Yield every article below the files and folders, and the error of what cannot be read."""
    found = find_config(archive[0])
    config = read_config(found) if found else Config()
    suffixes = SUFFIXES | {".json", ".jsonl", ".ndjson", ".xml", ".rss", ".atom"}

    def wanted(path: str) -> bool:
        return path.lower().endswith(tuple(suffixes))

    for path in discover(archive, wanted, config.excluded):
        if isinstance(path, InputError):
            yield path
            continue
        try:
            for article in articles_of(path, dict(config.fields)):
                yield Document(article, path)
        except InputError as problem:
            yield problem

"""What the fuzzer runs on an input: each reader, packs, configuration and lists of names."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

import regex

from lintnews.config import Config, read_config
from lintnews.document import Document
from lintnews.errors import ConfigError, LintnewsError, NamesError, PackError
from lintnews.fix import apply
from lintnews.linter import Linter
from lintnews.names.lists import read_list
from lintnews.packs.compile import compile_rules
from lintnews.packs.load import read_pack_file
from lintnews.packs.match import Matcher
from lintnews.source.article import Article, Source
from lintnews.source.read import articles, read_source
from lintnews.work import lint_source

READERS = {
    "text": "a.txt", "markdown": "a.md", "html": "a.html", "json": "a.json", "jsonl": "a.jsonl",
    "xml": "a.xml",
}  # fmt: skip
# What the rules of a fuzzed pack are tried on.
_SAMPLE = (
    "Share on WhatsApp\n\nThe minister said “no” to 12 of the rockets in Kyiv on Monday.\n" * 3
)


def load() -> None:
    """Load everything that a run needs, so that no input pays for it."""
    for target, data in (("markdown", b"# a\n\nb *c*"), ("html", b"<p>a"), ("json", b"{}"),
                         ("xml", b"<item>"), ("pack", b"[]"), ("config", b""), ("names", b"a")):  # fmt: skip
        run(target, data, lint=True)


def run(target: str, data: bytes, lint: bool = False) -> None:
    """Run a target; the project's own errors are fine where they are one line."""
    try:
        if target in READERS:
            _read(READERS[target], data, lint)
        else:
            _OTHERS[target](data)
    except LintnewsError as problem:
        said = str(problem)
        assert "\n" not in said and "\r" not in said, repr(said)  # noqa: PT018
        assert len(said) < 2_000, said[:200]


@cache
def _linter() -> Linter:
    return Linter(Config())


def _read(name: str, data: bytes, lint: bool) -> None:
    source = read_source(name, data)
    for article in articles(source):
        _assert_exact(source, article)
        document = Document(article, name)
        _ = document.paragraphs, document.sentences, document.quotes, document.mentions
        assert len(document.lower) == len(document.text)
    if lint:
        _lint(source)


def _assert_exact(source: Source, article: Article) -> None:
    size = len(source.text)
    view = article.view
    at = 0
    for start, end, said in view.pieces():
        assert -1 <= start <= end <= size + 1, (start, end, said)
        # Empty pieces stand in gaps between blocks; all others follow one another.
        if end > start:
            assert start >= at, (at, start, said)
            at = end
    for part in article.parts:
        assert 0 <= part.start <= part.end <= len(view.text)
    for start, end in article.links:
        assert 0 <= start <= end <= len(view.text)
    for match in regex.finditer(r"\w+", view.text):
        start, end = view.to_source(*match.span())
        assert 0 <= start <= end <= size, match


def _lint(source: Source) -> None:
    """Check every finding, make every fix, and read the result again."""
    found = lint_source(_linter(), source).findings
    for finding in found:
        assert source.text[finding.start : finding.end] == finding.text
    fixed, made, _ = apply(source, [f for f in found if f.fix is not None])
    if made:
        list(articles(Source(source.path, fixed, source.encoding)))


@cache
def _folder() -> str:
    shared = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
    return tempfile.mkdtemp(prefix="lintnews-fuzz-", dir=shared)


def _file(name: str, data: bytes) -> Path:
    path = Path(_folder(), name)
    path.write_bytes(data)
    return path


def _pack(data: bytes) -> None:
    path = _file("rules.yaml", data)
    try:
        rules = read_pack_file(path).rules
        matcher = Matcher(compile_rules(rules))
    except PackError as problem:
        assert problem.path  # noqa: PT017
        raise
    document = Document.of(_SAMPLE)
    for _, hit in matcher.hits(document, "en"):
        assert 0 <= hit.start < hit.end <= len(document.text)


def _config(data: bytes) -> None:
    path = _file(".lintnews.yaml", data)
    try:
        config = read_config(path)
    except ConfigError as problem:
        assert problem.path  # noqa: PT017
        raise
    for name in ("a.txt", "content/de/b.md"):
        config.for_path(str(path.parent / name))
        config.excluded(str(path.parent / name))


def _names(data: bytes) -> None:
    for name in ("a.txt", "a.csv", "a.yaml"):
        try:
            for entry in read_list(_file(name, data)):
                assert isinstance(entry.name, str)
        except (NamesError, PackError) as problem:
            assert "\n" not in str(problem)  # noqa: PT017


_OTHERS: dict[str, Callable[[bytes], None]] = {"pack": _pack, "config": _config, "names": _names}

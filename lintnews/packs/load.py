"""Folders of YAML to rules and names: built-in packs and those of a project."""

from __future__ import annotations

import functools
import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import msgspec

from ..errors import PackError, closest
from ..findings import CATEGORIES
from .schema import NameEntry, RuleSpec, is_name_entry, read_name, read_rule, reader_for
from .topics import Topic, read_topics

SUFFIXES = (".yaml", ".yml")
# More files than this in one pack is a mistake: a whole repository named as a pack.
MAX_FILES = 2_000
_PACKAGE = os.path.dirname(os.path.dirname(os.path.realpath(__file__)))
# Where a wheel has what was compiled from the built-in packs when it was built.
PREBUILT = os.path.join(_PACKAGE, "prebuilt")


class Pack(msgspec.Struct, frozen=True):
    """What the files of one folder, or one file, state."""

    rules: tuple[RuleSpec, ...]
    names: tuple[NameEntry, ...]
    topics: tuple[Topic, ...] = ()


@functools.cache
def builtin_folder() -> Path:
    """Return the folder of the built-in packs: in the wheel, or of the checkout it runs from."""
    package = Path(_PACKAGE)
    installed = package / "rules"
    if installed.is_dir():
        return installed
    try:
        project = (package.parent / "pyproject.toml").read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        project = ""
    # Read as text: the TOML parser alone would cost 3 ms of every start.
    table = project.partition("[project]")[2].partition("\n[")[0].splitlines()
    if 'name = "lintnews"' in table:
        return package.parent / "rules"
    raise PackError("the built-in rules are missing; install lintnews again", installed)


def pack_files(folder: str | Path) -> list[Path]:
    """Return the YAML files of a pack, sorted; raise PackError where there is no pack."""
    top = os.fspath(folder)
    if os.path.isfile(top):
        return [Path(top)]
    if not os.path.isdir(top):
        raise PackError("no such pack folder", folder)
    found: list[str] = []
    for at, _, names in os.walk(top):
        found.extend(os.path.join(at, name) for name in names if name.endswith(SUFFIXES))
        if len(found) > MAX_FILES:
            raise PackError(f"more than {MAX_FILES} YAML files: is this a pack?", folder)
    return sorted(Path(path) for path in found if os.path.isfile(path))


def category_of(path: Path) -> str:
    """Return the category that a file's folder, or else its own name, gives its rules."""
    for name in (path.parent.name, path.parent.parent.name, path.stem):
        if name == "names":
            return "name"
        if name in CATEGORIES:
            return name
    return "style"


def read_pack_file(path: Path) -> Pack:
    """Return the rules and names of one file; raise PackError with file and line."""
    import yaml

    from ..strict_yaml import read_utf8
    from .quick import read_names

    reader = reader_for(str(path))
    text = read_utf8(path, PackError)
    plain = read_names(text, reader)
    if plain is not None:
        return Pack((), tuple(plain))
    root = reader.load(text)
    if root is None:
        return Pack((), ())
    category = category_of(path)
    topics: tuple[Topic, ...] = ()
    if isinstance(root, yaml.MappingNode):
        keys = reader.mapping(root, ("category", "topics", "rules", "names"))
        if "topics" in keys:
            topics = read_topics(reader, keys["topics"])
        if "category" in keys:
            category = reader.choice(keys["category"], CATEGORIES)
        nodes = [n for key in ("rules", "names") if key in keys for n in reader.items(keys[key])]
    else:
        nodes = reader.items(root)
    rules: list[RuleSpec] = []
    names: list[NameEntry] = []
    for node in nodes:
        if is_name_entry(node):
            names.append(read_name(reader, node))
        else:
            rules.append(read_rule(reader, node, category))
    return Pack(tuple(rules), tuple(names), topics)


def load(folders: Iterable[str | Path], skip: Callable[[Path], bool] = lambda path: False) -> Pack:
    """Return everything the packs state; the same rule id twice is an error.

    Files for which `skip` holds are left out.
    """
    rules: list[RuleSpec] = []
    names: list[NameEntry] = []
    first: dict[str, RuleSpec] = {}
    topics: dict[str, Topic] = {}
    for folder in folders:
        for path in pack_files(folder):
            if skip(path):
                continue
            pack = read_pack_file(path)
            names.extend(pack.names)
            for topic in pack.topics:
                if topic.name in topics:
                    raise PackError(f"topic {topic.name!r} stands already in another file", path)
                topics[topic.name] = topic
            for rule in pack.rules:
                if rule.id in first:
                    earlier = first[rule.id]
                    reason = f"rule {rule.id!r} stands already in {earlier.path}:{earlier.line}"
                    raise PackError(reason, rule.path, rule.line)
                first[rule.id] = rule
                rules.append(rule)
    known = tuple(topics.values())
    return Pack(tuple(_with_topics(rule, topics) for rule in rules), tuple(names), known)


def _with_topics(rule: RuleSpec, topics: dict[str, Topic]) -> RuleSpec:
    """Return a rule with the words of the topics it names: those of its packs or the built-in ones."""
    if not rule.topic:
        return rule
    found: list[Topic] = []
    for name in (topic.name for topic in rule.topic):
        topic = topics.get(name) or builtin_topics().get(name)
        if topic is None:
            hint = closest(name, sorted({*topics, *builtin_topics()}))
            raise PackError(f"rule {rule.id!r}: unknown topic {name!r}{hint}", rule.path, rule.line)
        found.append(topic)
    return msgspec.structs.replace(rule, topic=tuple(found))


@functools.cache
def builtin_topics() -> dict[str, Topic]:
    """Return the built-in topics, which the rules of every pack may name."""
    return {topic.name: topic for topic in read_pack_file(builtin_folder() / "topics.yaml").topics}


def load_rules(folders: Iterable[str | Path]) -> tuple[RuleSpec, ...]:
    """Return the rules of the packs, without reading the built-in lists of names.

    Those are long, and the tests have read them; a mistake in another pack's list is told.
    """
    return load(folders, _own_without(b"- id:", b"topics:")).rules


def load_names(folders: Iterable[str | Path]) -> Iterator[NameEntry]:
    """Yield the names of the packs, file by file, without reading the built-in files of rules."""
    skip = _own_without(b"name:")
    for folder in folders:
        for path in pack_files(folder):
            if not skip(path):
                yield from read_pack_file(path).names


def _own_without(*marks: bytes) -> Callable[[Path], bool]:
    """Return a test for built-in files that hold none of `marks`; those of others stay in doubt."""
    own = os.path.join(builtin_folder(), "")

    def test(path: Path) -> bool:
        if not str(path).startswith(own):
            return False
        try:
            data = path.read_bytes()
        except OSError:
            return False  # told where the file is read
        return not any(mark in data for mark in marks)

    return test

"""What an article is about, proved by distinct words: some phrases are wrong on one topic only."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Set
from typing import TYPE_CHECKING

import msgspec

from .finder import WORD

if TYPE_CHECKING:
    import yaml

    from ..strict_yaml import Reader

# One word names many things; two of them are still a coincidence.
MIN_WITNESSES = 3
MAX_WITNESSES = 50


class Topic(msgspec.Struct, frozen=True, array_like=True):
    """A topic of articles: at least `needs` of its `words` must occur.

    Each entry of `words` holds the forms of one word ("goal", "goals"), which count once.
    """

    name: str
    needs: int = 0
    words: tuple[tuple[str, ...], ...] = ()


class Topics:
    """Tells which of several topics a text is about. Safe between threads."""

    def __init__(self, topics: Iterable[Topic]):
        self._needs: dict[str, int] = {}
        self._witnesses: dict[str, list[tuple[str, int]]] = {}
        for topic in topics:
            self._needs[topic.name] = topic.needs
            for number, forms in enumerate(topic.words):
                for form in forms:
                    self._witnesses.setdefault(form, []).append((topic.name, number))

    def proved(self, words: Set[str]) -> Set[str]:
        """Return the names of the topics that the different words of a text prove."""
        found = {
            witness for word in self._witnesses.keys() & words for witness in self._witnesses[word]
        }
        counts = Counter(name for name, _ in found)
        return {name for name, count in counts.items() if count >= self._needs[name]}


def read_topics(reader: Reader, node: yaml.Node) -> tuple[Topic, ...]:
    """Return the topics that a mapping states; raise PackError with file and line."""
    return tuple(_topic(reader, name, value) for name, value in reader.mapping(node).items())


def _topic(reader: Reader, name: str, node: yaml.Node) -> Topic:
    keys = reader.mapping(node, ("needs", "words"))
    for needed in ("needs", "words"):
        if needed not in keys:
            raise reader.fail(f"topic {name!r} needs the key {needed!r}", node)
    words = tuple(tuple(entry.split()) for entry in reader.strings(keys["words"]))
    seen: set[str] = set()
    for form in (form for forms in words for form in forms):
        if not WORD.fullmatch(form) or form != form.lower():
            raise reader.fail(f"topic {name!r}: {form!r} is no word in lower case", keys["words"])
        if form in seen:
            raise reader.fail(f"topic {name!r}: {form!r} stands twice", keys["words"])
        seen.add(form)
    needs = reader.integer(keys["needs"], MIN_WITNESSES, MAX_WITNESSES)
    if len(words) < needs:
        reason = f"topic {name!r} has {len(words)} words and needs {needs} of them"
        raise reader.fail(reason, keys["words"])
    return Topic(name, needs, words)

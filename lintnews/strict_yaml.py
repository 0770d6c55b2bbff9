"""YAML as configuration and packs need it: strings only, every mistake with its line.

Scalars stay text ("no" and "12:30" too); the caller asks for the type it wants. Duplicate keys,
aliases and tags are errors.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import yaml

from .errors import LintnewsError, closest

# A pack of 5,000 rules is about 3 MB; more is a mistake or an attack.
MAX_BYTES = 16_000_000
# No pack nests deeper than six levels. The composer of PyYAML recurses in C, where a hundred
# thousand brackets crash the process, so nodes are built from events, on a stack of our own.
MAX_DEPTH = 40

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Reader:
    """Reads the nodes of one file; `error` is the exception class its mistakes are told with."""

    def __init__(self, path: str | Path, error: type[LintnewsError]):
        self.path = path
        self.error = error

    def fail(self, reason: str, node: Any = None) -> LintnewsError:
        line = node.start_mark.line + 1 if node is not None else None
        return self.error(reason if len(reason) <= 400 else reason[:399] + "…", self.path, line)

    def load(self, text: str) -> yaml.Node | None:
        """Return the root node of `text`, or None where it is empty."""
        if len(text) > MAX_BYTES:
            raise self.error(f"larger than {MAX_BYTES // 1_000_000} MB", self.path)
        try:
            return self._compose(yaml.parse(text, Loader=_Loader))
        except yaml.MarkedYAMLError as problem:
            mark = problem.problem_mark or problem.context_mark
            line = mark.line + 1 if mark else None
            raise self.error(f"broken YAML: {problem.problem}", self.path, line) from None
        except (yaml.YAMLError, RecursionError, ValueError) as problem:
            reason = str(problem).splitlines()[0] if str(problem) else "nested too deeply"
            raise self.error(f"broken YAML: {reason}", self.path) from None

    def _compose(self, events: Iterable[Any]) -> yaml.Node | None:
        """Return the root node of the one document that the events tell of."""
        top: list[yaml.Node] = []
        stack: list[list[yaml.Node]] = [top]
        for event in events:
            kind = type(event)
            if kind is yaml.ScalarEvent:
                if event.tag is not None:
                    raise self.fail("YAML tags are not allowed here", event)
                stack[-1].append(yaml.ScalarNode("", event.value, event.start_mark, event.end_mark))
            elif kind is yaml.SequenceStartEvent or kind is yaml.MappingStartEvent:
                if event.tag is not None:
                    raise self.fail("YAML tags are not allowed here", event)
                if len(stack) > MAX_DEPTH:
                    raise self.fail(f"nested more than {MAX_DEPTH} levels deep", event)
                make = yaml.SequenceNode if kind is yaml.SequenceStartEvent else yaml.MappingNode
                inside: list[yaml.Node] = []
                stack[-1].append(make("", inside, event.start_mark, event.end_mark))
                stack.append(inside)
            elif kind is yaml.SequenceEndEvent:
                stack.pop()
            elif kind is yaml.MappingEndEvent:
                stack.pop()
                node = stack[-1][-1]
                node.value = list(zip(node.value[::2], node.value[1::2], strict=True))
            elif kind is yaml.AliasEvent:
                raise self.fail("YAML aliases are not allowed here", event)
            elif kind is yaml.DocumentStartEvent and top:
                raise self.fail("more than one YAML document in a file", event)
        return top[0] if top else None

    def mapping(self, node: yaml.Node, known: Iterable[str] | None = None) -> dict[str, yaml.Node]:
        """Return key -> value node; with `known`, any other key is an error."""
        if not isinstance(node, yaml.MappingNode):
            raise self.fail(f"expected keys and values, found {describe(node)}", node)
        found: dict[str, yaml.Node] = {}
        allowed = None if known is None else list(known)
        for key_node, value in node.value:
            key = self.string(key_node)
            if key in found:
                raise self.fail(f"key {key!r} stands twice", key_node)
            if allowed is not None and key not in allowed:
                raise self.fail(f"unknown key {key!r}{closest(key, allowed)}", key_node)
            found[key] = value
        return found

    def items(self, node: yaml.Node) -> list[yaml.Node]:
        if not isinstance(node, yaml.SequenceNode):
            raise self.fail(f"expected a list, found {describe(node)}", node)
        return list(node.value)

    def string(self, node: yaml.Node) -> str:
        if not isinstance(node, yaml.ScalarNode):
            raise self.fail(f"expected text, found {describe(node)}", node)
        return str(node.value)

    def strings(self, node: yaml.Node) -> tuple[str, ...]:
        """Return a list of texts; one text alone counts as a list of one."""
        if isinstance(node, yaml.ScalarNode):
            return (self.string(node),) if node.value else ()
        return tuple(self.string(item) for item in self.items(node))

    def boolean(self, node: yaml.Node) -> bool:
        value = self.string(node).lower()
        if value not in ("true", "false"):
            raise self.fail(f"expected true or false, found {self.string(node)!r}", node)
        return value == "true"

    def integer(self, node: yaml.Node, low: int = 0, high: int = 10**9) -> int:
        value = self.string(node)
        if not value.isdecimal() or not low <= int(value[:12]) <= high:
            raise self.fail(f"expected a whole number, found {value!r}", node)
        return int(value)

    def number(self, node: yaml.Node, low: float = 0.0, high: float = 1.0) -> float:
        try:
            value = float(self.string(node))
        except ValueError:
            value = -1.0
        if not low <= value <= high:
            raise self.fail(f"expected a number from {low:g} to {high:g}", node)
        return value

    def choice(self, node: yaml.Node, known: Iterable[str]) -> str:
        value, allowed = self.string(node), list(known)
        if value not in allowed:
            hint = closest(value, allowed)
            raise self.fail(f"unknown value {value!r}{hint} (one of {', '.join(allowed)})", node)
        return value


def describe(node: yaml.Node) -> str:
    if isinstance(node, yaml.MappingNode):
        return "keys and values"
    if isinstance(node, yaml.SequenceNode):
        return "a list"
    return f"the text {str(node.value)[:40]!r}"


def read_utf8(path: str | Path, error: type[LintnewsError]) -> str:
    """Return the text of a UTF-8 file; unreadable or wrongly encoded files raise `error`."""
    try:
        return Path(path).read_bytes().decode("utf-8-sig")
    except OSError as problem:
        raise error(f"cannot be read: {problem.strerror}", path) from None
    except UnicodeDecodeError as problem:
        raise error(f"not UTF-8: byte {problem.start} is invalid", path) from None

"""Compiled rules and the units of their search, and the stored form that a warm start reads."""

from __future__ import annotations

import msgspec

from ..findings import Severity
from .finder import Anchors
from .rows import Rows
from .schema import TokenTest
from .topics import Topic

# Changes whenever the stored form or the meaning of a rule changes.
FORMAT = 37


# One of these strings must stand near a match: (string, whether its left, its right edge is free).
Need = tuple[tuple[str, bool, bool], ...]


class Unit(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """One thing to look for: a pattern, the anchors that announce it, what else must be near.

    The anchors are stored apart. Of each group of `needs` one string must stand in the window where
    the pattern is tried. `group` numbers the alternative of a consistency rule; `right` are the preferred forms;
    `openers` are the characters with which a line, paragraph or sentence that matches can start,
    "" for any.
    """

    rule: int
    pattern: str
    anchors: tuple[str, ...]
    needs: tuple[Need, ...]
    group: int = 0
    right: tuple[str, ...] = ()
    openers: str = ""


class CompiledRule(msgspec.Struct, frozen=True, array_like=True):
    """What matching needs of a rule."""

    id: str
    kind: str
    severity: Severity
    confidence: float
    message: str
    case: bool
    unless: str
    max_words: int
    fix: str
    replace: str | None
    safe: bool
    lang: tuple[str, ...]
    sequence: tuple[TokenTest, ...]
    topics: tuple[str, ...] = ()


class CompiledPack(msgspec.Struct, frozen=True, array_like=True):
    """Rules, and the encoded units of their patterns and phrases with what announces them.

    `short` gives the most words of a line for the units that are for short lines only. Units are
    thousands, and an article may match a few: they stay encoded until then. `by_topic` has
    the anchors of rules with topics, by the names of these, for articles about them.
    """

    rules: tuple[CompiledRule, ...]
    units: Rows
    anchors: Anchors
    short: dict[int, int]
    topics: dict[str, Topic] = {}
    by_topic: dict[str, msgspec.Raw] = {}


def decode_anchors(encoded: msgspec.Raw) -> Anchors:
    """Return the anchors of one group of topics; raise msgspec.DecodeError."""
    return msgspec.msgpack.decode(encoded, type=Anchors)


def encode(pack: CompiledPack) -> bytes:
    return msgspec.msgpack.encode(pack)


def decode(data: bytes | memoryview) -> CompiledPack:
    """Return a stored pack; raise msgspec.ValidationError or DecodeError where it is damaged."""
    return msgspec.msgpack.decode(data, type=CompiledPack)

"""What an outside engine is: something that says what it finds in paragraphs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import msgspec


class Raised(msgspec.Struct, frozen=True, array_like=True):
    """What an engine says of a paragraph: [start, end) in its code points, and the engine's rule."""

    start: int
    end: int
    rule: str
    message: str
    replacements: tuple[str, ...] = ()


class Unanswered(Exception):
    """The engine gave no answer on one article; the next one may fare better."""


class Engine(Protocol):
    """An outside engine. `title` is its name in evidence; safe to share between threads."""

    name: str
    title: str

    def version(self) -> str:
        """Return what tells this engine from another one; answers of another are not reused."""

    def check(self, paragraphs: Sequence[str]) -> list[list[Raised]]:
        """Return what the engine says of each paragraph, by its own rules.

        Raises Unanswered where this text gets no answer, EngineError where none ever will.
        """

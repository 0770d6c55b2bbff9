"""Names of an article that the lists confirm as right."""

from __future__ import annotations

from collections.abc import Iterator

from ..document import Document
from .judge import judge
from .people import Form
from .store import Names


def confirmed(doc: Document, names: Names) -> Iterator[tuple[int, int, Form]]:
    """Yield (start, end, form), View offsets, for each mention that a list confirms.

    A bare surname is confirmed where the article has its bearer's full name.
    """
    for verdict in judge(doc, names):
        if verdict.target is None or verdict.status not in ("listed", "follows"):
            continue
        for mention in verdict.group.mentions:
            yield mention.start, mention.end, verdict.target

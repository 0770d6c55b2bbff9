"""Posts of social networks that stand in an article."""

from __future__ import annotations

from bisect import bisect_right

from ..document import Document
from ..lazy import lazy_pattern

_HANDLE = lazy_pattern(r"(?:^|[\s(])@\w{2,}")
# The line that names the writer of a post is short, in words.
MAX_NAME_WORDS = 12


def in_post(doc: Document, at: int) -> bool:
    """Say whether the paragraph at `at` is a post: a handle stands in it, above or below it.

    Posts are quoted as they were written, with their slips.
    """
    if "@" not in doc.text:
        return False
    paragraphs = doc.once("posts", lambda: _posts(doc))
    order = bisect_right(paragraphs, (at, len(doc.text))) - 1
    return order >= 0 and paragraphs[order][0] <= at < paragraphs[order][1]


def _posts(doc: Document) -> list[tuple[int, int]]:
    """Return the paragraphs (start, end) that hold a handle or stand beside a line with one."""
    spans = doc.paragraphs
    signed = [bool(_HANDLE.search(doc.text, span.start, span.end)) for span in spans]
    short = [doc.text.count(" ", *span) < MAX_NAME_WORDS for span in spans]
    beside = [
        signed[i]
        or (i > 0 and signed[i - 1] and short[i - 1])
        or (i + 1 < len(spans) and signed[i + 1] and short[i + 1])
        for i in range(len(spans))
    ]
    return [(span.start, span.end) for span, kept in zip(spans, beside, strict=True) if kept]

"""One slip in a long article is an editor's; several are a machine's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from ..document import Document
from ..findings import Hit, Severity

# An article so long, in words, holds one slip of the pen in every fifth case even after editing.
LONG_ARTICLE = 400


def weighed(doc: Document, hits: Iterable[Hit]) -> Iterator[Hit]:
    """Yield the hits; a single one of its rule in a long article becomes an info.

    Hits that already are infos do not count.
    """
    found = list(hits)
    loud = [hit for hit in found if hit.severity != Severity.INFO]
    rules = [hit.rule for hit in loud]
    for hit in found:
        if hit in loud and rules.count(hit.rule) == 1 and doc.word_count > LONG_ARTICLE:
            yield msgspec.structs.replace(hit, severity=Severity.INFO)
        else:
            yield hit

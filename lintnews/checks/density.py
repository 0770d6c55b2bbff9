"""One slip in a long article is an editor's; several are a machine's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from ..document import Document
from ..findings import Hit, Severity

# Edited articles hold about one slip of a kind in so many words; machine translation, several.
WORDS_A_SLIP = 450


def weighed(doc: Document, hits: Iterable[Hit]) -> Iterator[Hit]:
    """Yield the hits; those of a rule that has few for the article's length become infos.

    Hits that already are infos do not count, and those with a severity of their own keep it.
    """
    found = list(hits)
    rules = [hit.rule for hit in found if hit.severity != Severity.INFO]
    for hit in found:
        few = rules.count(hit.rule) * WORDS_A_SLIP < doc.word_count
        if few and hit.severity is None:
            yield msgspec.structs.replace(hit, severity=Severity.INFO)
        else:
            yield hit

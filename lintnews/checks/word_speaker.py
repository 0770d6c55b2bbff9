"""A word of English where the name of a speaker belongs: “It is gone,” Chimneys said."""

from __future__ import annotations

from collections.abc import Iterator

from ..document import Document
from ..findings import Hit, Severity
from ..lazy import lazy_pattern
from ..names.store import Names
from ..text.lexicon import lexicon
from .registry import Context, check

# Behind a quotation a sentence goes on: a capital there is a name's.
_SPEAKER = lazy_pattern(
    r"[,?!][\"”] ([A-Z][a-z]{3,}) "
    r"(?:said|says|added|adds|told|explained|noted|replied|recalled|wrote|stressed|concluded|continued)\b"
)
# A rarer word is a name of its own as often (Zipf).
MIN_ZIPF = 2.5


@check(
    "name/word-speaker",
    severity=Severity.WARNING,
    confidence=0.8,
    flags=[
        "The mason Aldo Scala left the town. “It is gone,” Chimneys said. “We will build it again.”",
    ],
    keeps=[
        "The racer Ryan Cool won. “It was close,” Cool said.",
        "“It is gone,” Brown said. “We know,” Apple said. “Nobody came,” residents said.",
    ],
)
def word_speaker(doc: Document, ctx: Context) -> Iterator[Hit]:
    """A common word with a capital speaks behind a quotation, and nobody in the article bears it.

    The translator took a surname for the word that it is in its own language. Only words of English
    that are no name of a person, a company or a place are looked at, where a sentence goes on and a
    capital can only be a name's. A club or a film character named so is not told from them: on pages of
    such sites one of two was; edited news holds none.
    """
    if not isinstance(ctx.names, Names):
        return
    known, text = lexicon(), doc.text
    for match in _SPEAKER.finditer(text):
        word = match.group(1)
        lower = word.lower()
        plain = known.is_word(lower) and not known.is_name(lower) and known.zipf(lower) >= MIN_ZIPF
        if not plain or ctx.names.exact(word) or ctx.names.count_last(lower):
            continue
        if not any(len(m.words) > 1 and m.words[-1] == word for m in doc.mentions):
            said = f"{word}: a word stands where the name of a speaker belongs"
            yield Hit(*match.span(1), said)

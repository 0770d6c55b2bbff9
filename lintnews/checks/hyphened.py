"""Slips inside words with a hyphen: misspelled parts, and words broken at a line's end."""

from __future__ import annotations

from collections.abc import Iterator

from ..document import Document
from ..findings import Edit, Hit
from ..lazy import lazy_pattern
from ..text.lexicon import lexicon
from ..text.misspellings import misspellings
from ..text.unknown import is_derived

# A shorter part of a compound is an abbreviation as often, in letters.
MIN_PART = 6
# Words that English has closed long since, broken at the end of a line.
_CLOSED = frozenset(
    """nobody somebody anybody everybody someone anyone everyone something anything nothing everything
    without within into onto another themselves himself herself itself myself yourself however
    therefore together already always although because before between cannot whether whatever
    somewhere everywhere anywhere nowhere moreover meanwhile become became outside inside""".split()
)
# What stands before a hyphen by right.
_PREFIXES = frozenset(
    """co re pre non anti multi sub ex e x mid bi tri un semi inter ultra over under post pro de by
    vice counter trans out in up off on extra super micro mini macro mega neo pan pseudo quasi self
    infra intra hyper cyber eco bio geo auto audio video tele electro euro afro anglo franco sino
    socio a to be ante arch dis""".split()
)
_SUFFIXES = frozenset("like fold wise wide free less ship hood up in out off on down to by".split())
# A rarer word is closed by some and hyphened by others (Zipf).
BROKEN_ZIPF = 4.2
# A word that is broken into a part that hardly any text has is this common (Zipf).
COMMON_ZIPF = 3.8
# Parts rarer than this make no compound (Zipf).
RARE_ZIPF = 3.25
# A line's end inside the line: "inter- vene"; "two- and three-year" goes on with a link.
_LINE_END = lazy_pattern(r"\b([a-z]{2,})- ([a-z]{3,})\b")


def misspelling(start: int, end: int, word: str, right: tuple[str, ...]) -> Hit:
    """Return the hit of a known misspelling and what is right for it."""
    return Hit(
        start,
        end,
        f"{word!r} is a misspelling of {' or '.join(repr(w) for w in right[:3])}",
        suggestions=right[:5],
        edits=(Edit(start, end, right[0]),) if len(right) == 1 else (),
    )


def _compounds(doc: Document) -> Iterator[tuple[str, int]]:
    """Yield each different lower-case word with a hyphen, and where it stands first."""
    tokens = doc.tokens
    for word in tokens.vocabulary:
        if "-" in word and word.islower():
            yield word, tokens.starts[tokens.texts.index(word)]


def hyphenated(doc: Document) -> Iterator[Hit]:
    """Yield known misspellings that are part of a compound: "grid-conected"."""
    known, table = lexicon(), misspellings()
    for word, start in _compounds(doc):
        begin = start
        for part in word.split("-") if word.isascii() else ():
            # "left-hander": who does or has something, a word in compounds alone.
            agent = part.endswith(("er", "ers")) and is_derived(part)
            if len(part) >= MIN_PART and not known.is_word(part) and not agent:
                right = table.values(part)
                if right:
                    yield misspelling(begin, begin + len(part), part, right)
            begin += len(part) + 1


def broken(doc: Document) -> Iterator[Hit]:
    """Yield words with the hyphen of a line's end inside: "no-body", "minis-ter"."""
    known = lexicon()
    for word, start in _compounds(doc):
        first, _, last = word.partition("-")
        if not (first.isalpha() and last.isalpha()):
            continue
        joined = first + last
        plain = known.is_word(first) and known.is_word(last)
        rare = max(known.zipf(first), known.zipf(last)) < RARE_ZIPF
        if first in _PREFIXES or (plain and not rare and joined not in _CLOSED):
            continue
        least = BROKEN_ZIPF if known.zipf(last) > 0 and not rare else COMMON_ZIPF
        if known.is_word(joined) and known.zipf(joined) >= least and last not in _SUFFIXES:
            yield misspelling(start, start + len(word), word, (joined,))
    for match in _LINE_END.finditer(doc.text) if "- " in doc.text else ():
        joined = match.group(1) + match.group(2)
        if known.is_word(joined) and not known.is_word(match.group(2)):
            yield misspelling(*match.span(), match.group(), (joined,))

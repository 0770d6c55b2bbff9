"""Turkish case endings behind an apostrophe, as machine translation leaves them: "Yavaş'ı"."""

from __future__ import annotations

import functools
from collections.abc import Iterator

from ..document import Document
from ..lazy import lazy_regex
from .linked import Linked
from .people import WRONG
from .store import Names

# Letters of a name below which what follows an apostrophe is a part of it: Dar'a, Sa'da.
MIN_STEM = 4
# Letters that Turkish and its neighbours have and other names with apostrophes do not.
_TURKISH = lazy_regex(r"[ğışİĞŞəƏ]")
_LANDS = ("turkey", "türkiye", "turkish", "turkiye", "azerbaijan", "northern cyprus")
_WRITTEN = lazy_regex(r"(\p{Lu}[\p{L}]+)['’](\p{Ll}{1,5})")
# Back and front vowels; an ending has those of the name's last syllable.
_BACK, _FRONT = frozenset("aıouâ"), frozenset("eiöü")
# The narrow vowel that stands behind each.
_NARROW = dict(zip("aâıoueiöü", "ıııuuiiüü", strict=True))
# The endings with A for a or e and I for ı, i, u or ü: of a name that ends in a consonant, and of
# one that ends in a vowel.
_BEHIND_CONSONANT = ("I", "In", "A", "DA", "DAn", "lA", "lAr", "lArI", "DAki", "ImIz")
_BEHIND_VOWEL = ("yI", "nIn", "yA", "DA", "DAn", "ylA", "nI", "nA", "ndA", "ndAn", "lAr", "DAki")
# English endings that look like one.
_ENGLISH = frozenset(("s", "d", "ll", "re", "ve", "m", "t", "em", "er", "all", "clock"))


def turkish_endings(doc: Document, names: Names) -> Iterator[Linked]:
    """Yield names with the ending of a Turkish case, and the name without it.

    Only where vowel harmony holds, and the article is about Turkey, has Turkish letters in the
    name, or a list has the name without the ending.
    """
    about: bool | None = None
    for mention in doc.mentions:
        match = _WRITTEN.fullmatch(mention.words[-1])
        if match is None or len(match[1]) < MIN_STEM or not _is_ending(match[1], match[2]):
            continue
        if match[2] in _ENGLISH or _has_mark(mention.text, names):
            continue
        if about is None:
            about = any(land in doc.lower for land in _LANDS)
        right = mention.text[: -len(match[2]) - 1]
        if about or _TURKISH.search(mention.text) or names.is_listed(right):
            why = f'"{match[2]}" is the ending of a Turkish case'
            yield Linked(mention.start, mention.end, right, why)


def _has_mark(text: str, names: Names) -> bool:
    """Say whether a list has the name with the apostrophe."""
    forms = names.exact(text)
    return any("'" in form.text or "’" in form.text for form in forms if form.flag != WRONG)


def _is_ending(stem: str, ending: str) -> bool:
    """Say whether an ending follows the vowels of a name as Turkish has it."""
    vowels = [letter for letter in stem.lower() if letter in _BACK | _FRONT]
    if not vowels:
        return False
    kinds = _BEHIND_VOWEL if stem[-1].lower() in _BACK | _FRONT else _BEHIND_CONSONANT
    return ending in _spelled(kinds, vowels[-1])


@functools.lru_cache(maxsize=64)
def _spelled(kinds: tuple[str, ...], vowel: str) -> frozenset[str]:
    """Return the endings in the letters that stand behind a vowel."""
    wide = "a" if vowel in _BACK else "e"
    found: set[str] = set()
    for kind in kinds:
        text = kind.replace("A", wide).replace("I", _NARROW[vowel])
        found.update((text.replace("D", "d"), text.replace("D", "t")))
    return frozenset(found)

"""Two spellings of one bearer in one article, found without any list.

Words of names are compared with each other: near by letters and learned costs, not both common,
not an inflection, not two people of whom each is introduced in full.
"""

from __future__ import annotations

import math
import unicodedata

import msgspec

from ..lazy import lazy_pattern
from ..text.lexicon import lexicon
from ..text.mentions import Mention
from ..text.titles import NATIONALITIES, PARTICLES
from .attest import attested
from .costs import EditCosts
from .fold import fold, is_latin, one_deletes, skeleton
from .inflect import is_gendered_pair, is_inflected
from .parts import name_parts
from .people import WRONG
from .pinyin import is_pinyin
from .reach import is_far, within_reach
from .store import Names

# Letters below which one edit makes another name.
MIN_LETTERS = 4
# A form more common than this in general English is a word or name of its own.
RARE_ZIPF = 2.0
# Forms that share one skeleton key; more is a list of like words, not a slip.
MAX_BUCKET = 12
# Natural-log odds, fitted on machine translations beside human ones and rounded.
START = -0.4
LEARNED = 0.12
LETTER_DIFFERS = -1.05
LETTER_LONG = 0.55
LONGEST_COUNTED = 9
LESSER_ATTESTED = -0.7
GREATER_ATTESTED = -0.3
FIRST_LETTER = 0.6
SAME_GIVEN = 1.3
OTHER_GIVEN = -2.5
BOTH_ONCE = -0.8
LENGTH_DIFFERS = -0.4
_HYPHEN = lazy_pattern("[-‐‑]")
# What makes another name of a Japanese one: Yuki and Yukiko, a school's short form.
_OTHER_NAME = frozenset(("ko", "kun", "chan", "san", "sama", "cho", "machi", "shi", "ya", "za"))


class Word(msgspec.Struct):
    """A word that occurs in names: `spans` of its occurrences, `given` first names before it.

    `written` counts its spellings, which differ in capitals, marks and hyphens only; `full` and
    `leading` how often it is the last and the first word of a longer name.
    """

    part: str
    text: str
    spans: list[tuple[int, int]]
    given: set[str]
    written: dict[str, list[tuple[int, int]]]
    texts: dict[tuple[int, int], str]
    full: int = 0
    leading: int = 0
    initial: bool = True

    @property
    def count(self) -> int:
        return len(self.spans)


class Pair(msgspec.Struct, frozen=True):
    """Two words that are probably spellings of one name, with natural-log odds."""

    a: Word
    b: Word
    odds: float


def name_words(mentions: list[Mention]) -> dict[str, Word]:
    """Return the words of names by folded form; acronyms and short words are left out."""
    words: dict[str, Word] = {}
    for mention in mentions:
        if mention.capitals:
            continue
        at = mention.start
        parts = [name_parts(word) for word in mention.words]
        for order, (text, folded) in enumerate(zip(mention.words, parts, strict=True)):
            part = folded[-1] if folded else ""
            if len(part) >= MIN_LETTERS and part not in PARTICLES and not _is_code(text):
                word = words.setdefault(part, Word(part, text, [], set(), {}, {}))
                word.spans.append((at, at + len(text)))
                word.texts[at, at + len(text)] = text
                word.written.setdefault(_letters(text), []).append((at, at + len(text)))
                word.initial &= mention.initial and order == 0
                word.leading += order == 0 and len(mention.words) > 1
                if order and order == len(mention.words) - 1:
                    word.full += 1
                    word.given.update(parts[0][:1])
            at += len(text) + 1
    # A plural ("the Busches") is no spelling of its own.
    return {
        part: word
        for part, word in words.items()
        if not any(part.removesuffix(end) in words for end in ("s", "es") if part.endswith(end))
    }


def _letters(text: str) -> str:
    """Return a word without what house styles differ in: capitals, accents, apostrophes."""
    plain = text.casefold().replace("’", "").replace("'", "")
    if plain.isascii():
        return plain
    return "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))


def _is_code(text: str) -> bool:
    """Say whether a word is an acronym, a nationality, a compound such as Pantsir-S, or in another script."""
    pieces = _HYPHEN.split(text)
    if not is_latin(text) or text.isupper() or text.lower().removesuffix("s") in NATIONALITIES:
        return True
    if len(pieces) == 1:
        return False
    known = lexicon()
    return (
        any(len(piece) == 1 for piece in pieces)
        or pieces[-1].islower()
        or all(known.zipf(piece.lower()) >= RARE_ZIPF for piece in pieces)
    )


def is_article_hyphen(a: str, b: str) -> bool:
    """Say whether two spellings differ in how a short prefix is joined: Al-Qaeda, e-mail."""
    return any(len(text.split("-")[0]) < 3 for text in (a, b) if "-" in text)


def find_pairs(words: dict[str, Word], names: Names | None, costs: EditCosts) -> list[Pair]:
    """Return the pairs among the words of an article's names, surest first."""
    buckets: dict[str, list[str]] = {}
    for part in words:
        for key in one_deletes(skeleton(part)):
            buckets.setdefault(key, []).append(part)
    seen: set[tuple[str, str]] = set()
    pairs = []
    for bucket in buckets.values():
        if 1 < len(bucket) <= MAX_BUCKET:
            for order, x in enumerate(bucket):
                for y in bucket[:order]:
                    both = (x, y) if x < y else (y, x)
                    if both not in seen:
                        seen.add(both)
                        odds = pair_odds(words[x], words[y], names, costs)
                        if odds is not None:
                            pairs.append(Pair(words[x], words[y], odds))
    return sorted(pairs, key=lambda pair: -pair.odds)


def is_rare(part: str) -> bool:
    known = lexicon()
    return known.zipf(part) < RARE_ZIPF and not known.is_word(part)


def pair_odds(a: Word, b: Word, names: Names | None, costs: EditCosts) -> float | None:
    """Return the natural-log odds that two words spell one name, or None where they cannot."""
    x, y = _unlike_pieces(a, b)
    if min(len(x), len(y)) < MIN_LETTERS or not within_reach(x, y) or _are_two_names(x, y):
        return None
    if not (is_rare(x) or is_rare(y)) or is_inflected(x, y):
        return None
    if is_gendered_pair(x, y) and not a.given & b.given:
        return None
    if names is not None and (_is_namesake(a, b, names) or _is_namesake(b, a, names)):
        return None
    other_town = (is_pinyin(x) and is_pinyin(y)) or is_far(x, y)
    if names is not None and other_town and _is_town(a, b, names):
        return None
    from rapidfuzz.distance import OSA

    odds = START + LEARNED * costs.log_odds(x, y) + LETTER_DIFFERS * OSA.distance(x, y)
    odds += LETTER_LONG * min(max(len(x), len(y)), LONGEST_COUNTED)
    odds += LENGTH_DIFFERS * abs(len(x) - len(y))
    if names is not None:
        low, high = sorted((attested(x, names), attested(y, names)))
        odds += LESSER_ATTESTED * low + GREATER_ATTESTED * high
    odds += FIRST_LETTER if x[0] == y[0] else 0.0
    if a.given and b.given:
        odds += SAME_GIVEN if a.given & b.given else OTHER_GIVEN
    if a.count == b.count == 1:
        odds += BOTH_ONCE
    return odds


def _unlike_pieces(a: Word, b: Word) -> tuple[str, str]:
    """Return what is to compare: of hyphenated words that share a piece, the other piece."""
    if _HYPHEN.search(a.text) and _HYPHEN.search(b.text):
        pieces = [[fold(piece) for piece in _HYPHEN.split(word.text)] for word in (a, b)]
        if len(pieces[0]) == len(pieces[1]) == 2:
            (x, y), (p, q) = pieces
            if (x == p) != (y == q):
                return (y, q) if x == p else (x, p)
    return a.part, b.part


def _are_two_names(x: str, y: str) -> bool:
    """Say whether a dictionary has both, or one is the other with a syllable that makes a new name."""
    known = lexicon()
    if all(known.is_name(part) or known.is_word(part) for part in (x, y)):
        return True
    short, long = sorted((x, y), key=len)
    return long.startswith(short) and long[len(short) :] in _OTHER_NAME


def _is_namesake(person: Word, thing: Word, names: Names) -> bool:
    """Say whether one word is a surname with a first name and the other a listed town or company."""
    listed = {form.entry.kind for form in names.exact(thing.text) if form.flag != WRONG}
    return bool(listed & {"org", "place"}) and any(map(lexicon().is_borne, person.given))


def _is_town(a: Word, b: Word, names: Names) -> bool:
    """Say whether one of two words is a listed place, so that its near ones are other names."""
    forms = [*names.exact(a.text), *names.exact(b.text)]
    return any(form.flag != WRONG and form.entry.kind == "place" for form in forms)


def confidence(odds: float) -> float:
    return 1 / (1 + math.exp(-odds))

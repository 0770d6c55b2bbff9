"""Which of two spellings of one name is the right one, and why."""

from __future__ import annotations

from ..lazy import lazy_pattern
from ..text.lexicon import lexicon
from .pinyin import is_written_pinyin
from .store import Names
from .variants import Word

# Times one form must outnumber the other to outweigh an introduction in full.
CLEAR_MAJORITY = 4
# General use (Zipf) by which a form must lead to be the known one of two.
KNOWN_LEAD = 1.0
# General use (Zipf) from which on a form is known whatever the article repeats.
WELL_KNOWN = 2.0
# Letters below which a chain of Mandarin syllables may be chance.
MIN_PINYIN = 6

# What pinyin has and the syllables of other languages seldom do.
_CHINESE = lazy_pattern(r"[qx]|zh|ng")
# Letters that other languages write for what English news writes y, sh, ch, v, kh.
_FOREIGN = lazy_pattern(
    r"tsch|sch(?!w|n|l|m|r|u|e)|cz|sz|(?<=[bcdfghklmnprstvwz])j(?=[aeou])|ij$|yj$|ow$|ew$|tj|(?<=[aeiou])h(?=[aeioulrnm])"
)
# Japanese long vowels, which news writes short: Ohtani, Kyouto, Yuuki.
_LONG_VOWEL = lazy_pattern(r"ou|oh(?=[bcdfghjkmnprstwyz]|$)|uu|oo")
# Case endings that languages add to a name, from the longest: Icelandic, Slavic, Baltic, Turkish.
_CASE = lazy_pattern(r"(?:innar|unnar|anna|inum|unum|inni|unni|nna|ins|ar|ir|um|ov|om|em|u|a|i)$")


def commoner(a: Word, b: Word, names: Names | None) -> tuple[Word, Word, str] | None:
    """Return (right, wrong, why), or None where neither is surely right.

    A form that is listed as a name of its own wins, unless only the other is introduced in full and
    stands as often; then well-formed pinyin over what is none, a
    Japanese vowel written short, a known name over what nobody is called; then a clear majority,
    the form that general text or a list knows, the introduction in full, the majority, the form
    without letters of another language's transliteration, and the one without a case ending.
    """
    for one, other in ((a, b), (b, a)):
        why = _is_right(one, other, names)
        if why:
            return one, other, why
    first = a if a.count > b.count else b
    second = b if first is a else a
    stands = f"it stands {times(first.count)} in this article"
    if first.count >= CLEAR_MAJORITY * second.count:
        return first, second, stands
    known = lexicon()
    zipf = [max(known.zipf(w.part), 1.0 if known.is_borne(w.part) else 0.0) for w in (a, b)]
    if abs(zipf[0] - zipf[1]) >= KNOWN_LEAD and not _is_introduced(first, second):
        why = "it is a known name"
        return (a, b, why) if zipf[0] > zipf[1] else (b, a, why)
    if names is not None and not _is_introduced(first, second):
        held = [bool(names.count_last(w.part) or names.count_first(w.part)) for w in (a, b)]
        if held[0] != held[1]:
            return (a, b, "a listed person has it") if held[0] else (b, a, "a listed person has it")
    if bool(a.full) != bool(b.full):
        why = "the full name has it"
        return (a, b, why) if a.full else (b, a, why)
    if first.count >= 2 * second.count:
        return first, second, stands
    foreign = [foreign_letters(w.part) for w in (a, b)]
    if foreign[0] != foreign[1]:
        why = "it is spelled the English way"
        return (a, b, why) if foreign[0] < foreign[1] else (b, a, why)
    for one, other in ((a, b), (b, a)):
        if other.part.startswith(one.part) and _CASE.fullmatch(other.part[len(one.part) :]):
            return one, other, "the other has a case ending"
    return None


def _is_right(one: Word, other: Word, names: Names | None) -> str:
    """Return why one form is right whatever the article repeats, or an empty string."""
    listed = names is not None and _is_listed(one, names) and not _is_listed(other, names)
    if listed and not _is_introduced(other, one):
        return "it is a listed name"
    x, y = one.part, other.part
    pinyin = _CHINESE.search(x) and is_written_pinyin(x) and not is_written_pinyin(y)
    if pinyin and len(x) >= MIN_PINYIN:
        return "it is well-formed pinyin"
    if len(x) < len(y) and short_vowels(x) == short_vowels(y) and is_japanese(y):
        return "news writes long vowels short"
    known = lexicon()
    famous = known.zipf(x) >= WELL_KNOWN and known.is_borne(x) and not known.entry(y)
    if famous and not _is_introduced(other, one):
        return "it is a known name"
    return ""


def _is_introduced(word: Word, other: Word) -> bool:
    """Say whether only one of two surnames stands behind a given name, and no rarer than the other."""
    once = word.full > 0 and not other.full and word.count >= other.count
    known = lexicon()
    return once and any(known.is_borne(g) and not known.is_word(g) for g in word.given)


def foreign_letters(part: str) -> int:
    """Return how many sounds of a folded part are written as other languages do: "Schulgin" 1."""
    return len(_FOREIGN.findall(part))


def is_disputed(right: Word, wrong: Word, names: Names | None) -> bool:
    """Say whether the article keeps to a form that nobody else has: names that are alike, maybe."""
    often = wrong.count >= CLEAR_MAJORITY * right.count
    return often and not (names is not None and _is_listed(right, names))


def _is_listed(word: Word, names: Names) -> bool:
    """Say whether a list has a word as a name of its own; of given names that says nothing."""
    return word.leading < word.count and names.is_listed(word.text)


def short_vowels(part: str) -> str:
    """Return a folded part with Japanese long vowels as news writes them: Ohtani is otani."""
    return _LONG_VOWEL.sub(lambda match: match.group()[0], part)


# A chain of Japanese syllables in Latin letters.
_JAPANESE = lazy_pattern(
    r"(?:(?:[kgszjtdnhfbpmyrw]|ky|gy|sh|ch|ts|ny|hy|by|py|my|ry|kk|ss|tt|pp|ssh|tch)?[aiueo]h?|n)+"
)


def is_japanese(part: str) -> bool:
    """Say whether a folded part is a chain of Japanese syllables: "kaikoukan", not "Brown"."""
    return _JAPANESE.fullmatch(part) is not None


def times(count: int) -> str:
    """Return "once", "twice" or "5 times"."""
    return {1: "once", 2: "twice"}.get(count, f"{count} times")

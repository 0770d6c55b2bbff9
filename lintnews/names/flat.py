"""Names of several words of which one lost its capital: "South korea", "security Council"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..document import Document
from ..lazy import lazy_pattern
from ..text.lexicon import lexicon
from ..text.titles import CALENDAR, NATIONALITIES
from .institutions import SLOT, institution, plain
from .people import WRONG
from .store import Names

# Tokens of a name that is looked at.
LONGEST = 6
# Letters of a word below which it has no capital in many names.
MIN_WORD = 3
# Links inside a name that no house writes with a capital.
_LINKS = frozenset("of and for the on in to at & de del la al el".split())
# Common nouns at the end of a name: with a capital, the word before them has one too. Houses write
# "security council" or "Security Council", and never "security Council".
_ENDS = frozenset(
    """council court ministry minister assembly secretary party cross crescent league union bank commission
    committee parliament house reserve agency nations states kingdom fund guard prince princess""".split()
)
# Ends of names of two words that every house writes large: "White house", "Red cross", "Wall street".
_ALWAYS_LARGE = frozenset(
    "house union nations cross crescent east street league cup strip heights united york bank".split()
)
# Other banks are written small by some.
_BANKS = frozenset(["West", "World"])
# Words that houses write small before such a noun: the state Senate, a former Council.
_SMALL = frozenset(
    "state federal county city local district national former acting deputy the then".split()
)
# Ends that no house writes small where the common word before them has a capital: "Monetary fund".
_NEVER_SMALL = frozenset(
    "commission administration organization organisation agency fund bank nations reserve statistics investigation".split()
)
# Ends of places: no house writes "the Caspian sea", "Sharm El sheikh".
_PLACE_ENDS = frozenset(["sea", "sheikh"])

# A name with a small letter behind its hyphen.
_HYPHENED = lazy_pattern(r"[A-Z][^\W\d_]+(?:-[^\W\d_]+)*-[a-z][^\W\d_]{2,}(?:-[^\W\d_]+)*")
# A street behind a preposition or a number, with what ends its name: "in Larsen street." No house writes
# so; "Tehran street battles" and "Main and Elm streets" are no names.
_STREET = lazy_pattern(
    r"\b(?:in|on|at|along|near|off|from|to|of|into|onto|\d{1,4}) "
    r"(?P<name>(?P<own>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?) (?P<small>street|avenue|boulevard))\b"
    r"(?=[,.;:)”\"]|\s(?:and|in|near|at|where|on|to|was|is|were|when|after|for|from|with|which|that|between|before)\b|$)",
    re.MULTILINE,
)
# So many streets in small letters and none with a capital are the way of a house.
HOUSE_STREETS = 3
_STREET_CAPITAL = lazy_pattern(r"\b(?:Street|Avenue|Boulevard)\b")


def flat_streets(doc: Document, names: Names) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, right form) of streets whose last word lost its capital: "in Larsen street"."""
    found = {}
    for match in _STREET.finditer(doc.text):
        own = match["own"]
        lower = own.lower()
        town = any(form.flag != WRONG and form.entry.kind == "place" for form in names.exact(own))
        if not town and lower not in NATIONALITIES and lower not in CALENDAR:
            found[match.start("name")] = match
    different = {match["own"] for match in found.values()}
    if len(different) >= HOUSE_STREETS and not _STREET_CAPITAL.search(doc.text):
        return
    for start, match in found.items():
        yield start, match.end("name"), f"{match['own']} {match['small'].capitalize()}"


def flat_names(doc: Document, names: Names) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, right form) of listed names, no person's, that no house writes with these capitals."""
    tokens, known = doc.tokens, lexicon()
    done = -1
    for number in _starts(doc):
        text = tokens.texts[number]
        if number <= done or not text.isalpha():
            continue
        capital = text[0].isupper()
        if not capital and not tokens.texts[number + 1].istitle():
            continue
        for size in range(_length(doc, number), 1, -1):
            words = tokens.texts[number : number + size]
            small = [w for w in words if w.islower() and w not in _LINKS]
            if len(small) != 1 or len(small[0]) < MIN_WORD or words[-1] in _LINKS:
                continue
            start, end = tokens.starts[number], tokens.ends[number + size - 1]
            if not known.is_word(small[0]):
                right = _right(doc.text[start:end], small[0], names, only_places=True)
                right = right if capital and known.is_name(small[0]) else ""
            elif _is_never_written(words, small[0], capital) or (
                size == 2 and _is_large(*words) and _is_inside(doc, start, words)
            ):
                right = _right(doc.text[start:end], small[0], names)
            else:
                continue
            if right:
                done = number + size - 1
                yield start, end, right
                break


def _is_large(first: str, last: str) -> bool:
    """Say whether every house writes the last word of a name of two words with a capital."""
    return last in _ALWAYS_LARGE and first.istitle() and (last != "bank" or first in _BANKS)


def _is_inside(doc: Document, start: int, words: list[str]) -> bool:
    """Say whether the capital of a name of two words comes from its name: it opens no sentence."""
    peoples = words[0].lower() in NATIONALITIES and words[1] != "union"
    return not peoples and not doc.opens_sentence(start)


def flat_hyphens(doc: Document, names: Names) -> Iterator[tuple[int, int, str]]:
    """Yield listed places of which a part behind a hyphen lost its capital: "Ivano-frankivsk"."""
    tokens = doc.tokens
    torn = {word for word in tokens.vocabulary if "-" in word and _HYPHENED.fullmatch(word)}
    for number, text in enumerate(tokens.texts if torn else ()):
        if text not in torn:
            continue
        for first, last in ((number, number), (number - 1, number), (number, number + 1)):
            if first < 0 or last >= len(tokens):
                continue
            start, end = tokens.starts[first], tokens.ends[last]
            written = doc.text[start:end]
            forms = [
                form.text
                for form in names.exact(written)
                if form.flag != WRONG and form.entry.kind == "place"
            ]
            right = next((form for form in forms if form.lower() == written.lower()), "")
            if right and written not in forms and right[0].isupper():
                yield start, end, right
                break


def _starts(doc: Document) -> list[int]:
    """Return the tokens at which a name with one small word may start, in order."""
    texts, lowers, known = doc.tokens.texts, doc.tokens.lowers, lexicon()
    small = {
        word
        for word in doc.tokens.vocabulary
        if word.islower()
        and len(word) >= MIN_WORD
        and (
            word in _NEVER_SMALL
            or word in _PLACE_ENDS
            or (known.is_name(word) and not known.is_word(word))
        )
    }
    found = {at - 1 for at, word in enumerate(lowers) if word in _ENDS and at and texts[at] != word}
    found |= {
        at - 1
        for at, word in enumerate(texts)
        if word in _ALWAYS_LARGE and at and _is_large(texts[at - 1], word)
    }
    for at, word in enumerate(texts) if small else ():
        if word in small:
            found.update(
                start
                for start in range(max(at - LONGEST + 1, 0), at + 1)
                if texts[start][0].isupper()
            )
    return sorted(found)


def _length(doc: Document, at: int) -> int:
    """Return how many words behind one another, only spaces between them, start at a token."""
    tokens, size = doc.tokens, 1
    while (
        size < LONGEST
        and at + size < len(tokens)
        and (tokens.texts[at + size].isalpha() or tokens.texts[at + size] == "&")
        and doc.text[tokens.ends[at + size - 1] : tokens.starts[at + size]] == " "
    ):
        size += 1
    return size


def _is_never_written(words: list[str], small: str, capital: bool) -> bool:
    """Say whether no house writes a name with one small word, a word of English, so."""
    last = words[-1]
    if not capital:
        return len(words) == 2 and small not in _SMALL and last.istitle()
    if small != last:
        return False
    if small in _PLACE_ENDS:
        return len(words) == 2 or words[1] in ("El", "el", "al", "Al")
    before = [word for word in words[:-1] if word not in _LINKS]
    common = lexicon().is_word(before[-1].lower()) and not lexicon().is_name(before[-1].lower())
    return small in _NEVER_SMALL and len(before) > 1 and common and all(w.istitle() for w in before)


def _right(written: str, small: str, names: Names, only_places: bool = False) -> str:
    """Return the listed name that has a capital where the written one has not, or an empty string."""
    capital = small.capitalize()
    right = "" if only_places else institution(plain(written))
    if right and not right.startswith(SLOT) and right.lower() == written.lower():
        return right if capital in right.split() else ""
    for form in names.exact(written):
        if (
            form.flag != WRONG
            and form.entry.kind in (("place",) if only_places else ("place", "org"))
            and form.text.lower() == written.lower()
        ):
            # A list may have both: "Al Ain" and "Al-Ain" are no case of this.
            return form.text if capital in form.text.split() else ""
    return ""

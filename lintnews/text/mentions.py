"""Names as they occur: runs of capitalised words, without the titles that stand before them."""

from __future__ import annotations

from typing import NamedTuple

from ..lazy import lazy_pattern, lazy_regex
from .lexicon import lexicon
from .segment import Span
from .titles import CALENDAR, NATIONALITIES, PARTICLES, TITLES

# A capitalised run: words with inner marks, initials, particles between or before them.
_PARTICLE = (
    r"(?:(?:[aA]l|[eE]l|[uU]l|[aA]d|[aA]r|[aA]s|[aA]sh|[aA]t|[aA]z|[aA]n)[-‐‑]|"
    r"(?:bin|ibn|bint|ben|de|da|do|dos|das|del|della|di|du|la|le|van|von|der|den|ten|ter|zu|af|abu"
    r"|al|el|y)[ ])"
)
_WORD = r"(?:\p{Lu}\.(?:[ -]?\p{Lu}\.)*|(?:[dDlLO]['’])?\p{Lu}[\p{L}\p{M}]*(?:['’‐‑-](?!(?:s|ll|re|ve|d|m|t)\b)\p{L}[\p{L}\p{M}]*)*)"
_ABBREVIATED = (
    r"(?:Mr|Mrs|Ms|Dr|Gen|Lt|Col|Maj|Capt|Sgt|Sen|Rep|Gov|Prof|Rev|St|Adm|Cmdr|Brig|Cpl)\."
)
_RUN = lazy_regex(
    rf"(?<![\p{{L}}\p{{N}}_@#/.])(?:{_ABBREVIATED}|{_WORD})"
    rf"(?:[ \n](?:{_PARTICLE}){{0,3}}(?:{_ABBREVIATED}|{_WORD})){{0,11}}"
)
# The particles before a run; looking for them at every letter of the text would take twice as long.
_PARTICLES_BEFORE = lazy_pattern(rf"(?<![\w@#/.])(?:{_PARTICLE}){{1,2}}$")
# Two of the longest particles take so many code points ("della della ").
LONGEST_PARTICLES = 12
# What broken encoding makes of a letter inside a word ("Bernab&#233;u", "Bernab?u").
_BROKEN_LETTER = lazy_pattern(r"(?:&#?\w{2,8};|[\ufffd?])[^\W\d_]")
# Words this common are no names where a capital only marks the start of a sentence.
COMMON_ZIPF = 3.0
# Words this common open sentences far more often than names that look like them ("In", "Will").
OPENER_ZIPF = 5.2


class Mention(NamedTuple):
    """One occurrence of a name at [start, end); `words` as written, without possessive.

    `title` holds the lower-case words that stand before it in the same run (offices and
    nationalities). `initial` says that its first word starts a sentence, a line or a quotation.
    """

    start: int
    end: int
    words: tuple[str, ...]
    title: tuple[str, ...]
    initial: bool
    capitals: bool

    @property
    def text(self) -> str:
        return " ".join(self.words)


def find_mentions(text: str, sentences: list[Span]) -> list[Mention]:
    """Return the mentions of a text in order, without those that broken encoding tears apart."""
    starts = {span.start for span in sentences}
    mentions: list[Mention] = []
    for match in _RUN.finditer(text):
        if not _BROKEN_LETTER.match(text, match.end()):
            start, end = match.span()
            before = _PARTICLES_BEFORE.search(text, max(start - LONGEST_PARTICLES, 0), start)
            start = before.start() if before else start
            mentions.extend(_split(text, start, text[start:end], starts))
    # "Gallant left": a word that only starts the sentence, unless somebody here bears it.
    surnames = {m.words[-1] for m in mentions if len(m.words) > 1}
    return [m for m in mentions if not _is_opener(m) or m.words[0] in surnames]


def _split(text: str, start: int, run: str, starts: set[int]) -> list[Mention]:
    """Take titles off the front of a run and cut it where a title stands inside."""
    words: list[tuple[int, str]] = []
    at = start
    for word in run.replace("\n", " ").split(" "):
        if word:
            words.append((at, word))
        at += len(word) + 1
    found: list[Mention] = []
    title: list[str] = []
    name: list[tuple[int, str]] = []
    first = _opens(text, start, starts)

    def close() -> None:
        while name and name[-1][1].lower() in PARTICLES and name[-1][1].islower():
            name.pop()
        if name:
            found.append(_mention(name, tuple(title), first and name[0][0] == start))
        name.clear()

    for order, (offset, word) in enumerate(words):
        lower = word.lower().rstrip(".")
        opening = order == 0 and first
        if _is_title(lower, word) and not (name and _closes_name(words, order)):
            close()
            title.append(lower)
        elif opening and len(words) > order + 1 and _is_plain_word(lower, word):
            continue
        else:
            name.append((offset, word))
    close()
    return found


def _opens(text: str, start: int, starts: set[int]) -> bool:
    """Say whether a capital at `start` could come from its place alone."""
    if start in starts:
        return True
    before = text[max(start - 2, 0) : start]
    return before[-1:] in "“\"‘'(:—–•«„[" or before in ("- ", ": ", "— ", "– ", "• ")


def _is_title(lower: str, word: str) -> bool:
    return lower in TITLES or lower in NATIONALITIES or lower in CALENDAR


def _closes_name(words: list[tuple[int, str]], order: int) -> bool:
    """Say whether a word that could be a title belongs to the name: it is the last of the run."""
    lower = words[order][1].lower()
    return order == len(words) - 1 and lower in (
        "king",
        "prince",
        "may",
        "english",
        "major",
        "father",
    )


def _is_plain_word(lower: str, word: str) -> bool:
    known = lexicon()
    return (
        (word[1:].islower() or len(word) == 1)
        and known.is_word(lower)
        and not known.is_name(lower)
        and known.zipf(lower) >= COMMON_ZIPF
    )


def _is_opener(mention: Mention) -> bool:
    """Say whether a lone word is capitalised only because a sentence starts with it."""
    if not mention.initial or len(mention.words) > 1:
        return False
    word = mention.words[0]
    if not (word[1:].islower() or len(word) == 1 or "’" in word or "'" in word):
        return False
    lower, known = word.lower(), lexicon()
    common = known.zipf(lower)
    return known.is_word(lower) and (
        (common >= COMMON_ZIPF and not known.is_name(lower)) or common >= OPENER_ZIPF
    )


def _mention(name: list[tuple[int, str]], title: tuple[str, ...], initial: bool) -> Mention:
    words = [word for _, word in name]
    end = name[-1][0] + len(words[-1])
    letters = "".join(words)
    return Mention(
        name[0][0], end, tuple(words), title, initial, len(letters) > 3 and letters.isupper()
    )

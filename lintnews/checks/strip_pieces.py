"""One piece of a row of the page: what in it is known furniture, and which words are left."""

from __future__ import annotations

import msgspec

from ..lazy import lazy_pattern
from ..text.verbs import has_finite_verb
from .strip_words import PHRASE

# A piece that is no known furniture, such as the name of the site, has at most so many words,
# beside sure furniture a few more; one that a known piece completes may have so many more words.
NAME_WORDS, RUBRIC_WORDS, LEFT_WORDS = 4, 6, 3
_SEPARATOR = lazy_pattern(
    r"\s*(?:[|¦│·•∙‧●◦›»▸▹►→❯⟩]+|(?<!:)//|[/>\\](?=\s)(?<=\s.)|(?<=\s)[–—-](?=\s)|\t+| {2,})\s*"
)
_WORD = lazy_pattern(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
NUMERIC = lazy_pattern(r"[\d\s.,:%+−–()-]+$")
# Kinds that no story has alone between two separators.
_SURE = frozenset(
    "reading rating number counter age clock calendar network button language weather rate label stamp desk".split()
)
# Kinds that a line of the story seldom has.
FIRM = frozenset("reading rating number counter age clock date calendar weather rate label".split())
# Kinds that a lower-case word inside other words may be by chance.
_CHANCE = frozenset("button section network language desk stamp label weather".split())
# Small words of the newsroom that stand beside the date of a page.
_DATED = frozenset(("desk", "stamp", "weather"))
# Words of buttons and sections with which headlines open: "Live | …", "Photos – …".
_OPENERS = frozenset(
    """live video videos photo photos watch listen exclusive premium opinion analysis comment discussion podcast audio
    free paid open exit menu home original archive archives join play stop enter reply register block yes no line
    follow search close later speed code link volume discuss app apps push alert alerts advertising main rate share
    profile account code free contact contacts agenda home""".split()
)
JOINING = frozenset(
    "and or of the in on at by for to a an from with de da do di del van von al el la le bin ibn".split()
)


class Piece(msgspec.Struct):
    """What stands between two separators: its kinds, in order, and the words that are no known ones."""

    text: str
    kinds: list[str]
    left: list[str]
    openers: int

    @property
    def sure(self) -> bool:
        """Say whether it is furniture from its first to its last word."""
        return not self.left and any(kind in _SURE for kind in self.kinds) and not self.openers

    @property
    def weak(self) -> bool:
        return not self.left and bool(self.kinds)

    @property
    def half(self) -> bool:
        """Say whether counters, times or labels fill a good part of it."""
        firm = sum(kind in FIRM for kind in self.kinds)
        return bool(self.left) and firm > 0 and len(self.left) <= LEFT_WORDS + firm - 1

    def may_be_name(self, beside_furniture: bool) -> bool:
        """Say whether it may be a name: few words, none of which says something.

        Beside sure furniture a name may be longer and in lower case, such as a rubric.
        """
        if NUMERIC.match(self.text):
            return False
        if not (self.text[:1].isupper() or self.text[:1] == "#" or self.text[:1].isdigit()):
            return False
        if beside_furniture:
            spoken = len(self.left) > LEFT_WORDS and has_verb(self.left)
            return len(self.text.split()) <= RUBRIC_WORDS and not spoken
        return len(self.text.split()) <= NAME_WORDS and not says_something(self.left)


def read_piece(text: str) -> Piece:
    """Return the known kinds in a piece of a line, and the words that are left."""
    kinds: list[str] = []
    left: list[str] = []
    openers = done = 0
    for match in PHRASE.finditer(text):
        kind = match.lastgroup or ""
        found = match.group()
        chance = found[0].islower() and kind in _CHANCE and not _opens(text, match.start())
        if chance and not (kind in _DATED and any(map(str.isdigit, text))):
            continue
        kinds.append(kind)
        openers += found.lower() in _OPENERS
        left.extend(_WORD.findall(text[done : match.start()]))
        done = match.end()
    left.extend(_WORD.findall(text[done:]))
    return Piece(text, kinds, left, openers)


def _opens(text: str, start: int) -> bool:
    """Say whether only marks and digits stand before a word, or it opens a bracket."""
    return not _WORD.search(text[:start]) or text[start - 1] in "(["


def says_something(words: list[str]) -> bool:
    """Say whether words hold a finite verb, or more small words than names do."""
    if not words:
        return False
    small = [w for w in words if w.islower() and w not in JOINING]
    if len(small) * 2 > len(words) and len(small) > 1:
        return True
    if len(words) <= LEFT_WORDS and not small:
        # "Harbour Daily" is a name, though to harbour is a verb.
        return False
    return len(words) > 1 and has_verb(words)


def has_verb(words: list[str]) -> bool:
    """Say whether words hold a finite verb."""
    return has_finite_verb([word.lower() for word in words], words)


def split_line(text: str) -> tuple[list[str], str]:
    """Return the pieces of a line and its separators, one character each."""
    pieces: list[str] = []
    marks: list[str] = []
    done = 0
    for match in _SEPARATOR.finditer(text):
        pieces.append(text[done : match.start()].strip())
        mark = match.group().strip()[:1] or " "
        marks.append("-" if mark in "–—" else mark)
        done = match.end()
    pieces.append(text[done:].strip())
    return [piece for piece in pieces if piece], "".join(marks)

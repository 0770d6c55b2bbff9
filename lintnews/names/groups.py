"""Mentions of an article, grouped by spelling."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from ..document import Document
from ..lazy import lazy_pattern
from ..text.lexicon import lexicon
from ..text.mentions import Mention
from ..text.titles import PARTICLES
from .parts import joined, name_parts

_HYPHEN = lazy_pattern(r"[-‐‑–]")


class Group(msgspec.Struct):
    """Every mention of one spelling in an article.

    `parts` are folded, without particles; `titles` the words of office before any mention;
    `initial` says that each mention stands where any word would have a capital; `surroundings`
    is what evidence.py keeps here.
    """

    text: str
    parts: tuple[str, ...]
    mentions: list[Mention]
    titles: frozenset[str] = frozenset()
    initial: bool = True
    surroundings: tuple[str, str] | None = None

    @property
    def full(self) -> bool:
        return len(self.parts) > 1

    @property
    def acronym(self) -> bool:
        """Letters in capitals and digits: compared exactly or not at all."""
        letters = self.text.replace(".", "")
        return len(self.parts) == 1 and letters.isupper() and len(letters) <= 5


def group_mentions(
    doc: Document,
    is_listed: Callable[[str], bool],
    is_wrong: Callable[[str], bool],
    is_rendered: Callable[[str], bool] = lambda _: False,
) -> list[Group]:
    """Return the groups of a document in order of first mention; `is_listed` splits long runs.

    Spellings that differ in case, marks or hyphens are one group, but for listed wrong ones. A title
    that with the name is a translation of a listed name (`is_rendered`) belongs to it.
    """
    groups: dict[str, Group] = {}

    def is_name(text: str) -> bool:
        return is_listed(text) or is_rendered(text)

    for mention in doc.mentions:
        for piece in _pieces(_with_given_name(doc, mention, is_name), is_listed):
            key = joined(piece.text)
            if not key:
                continue
            if is_wrong(piece.text):
                key = piece.text.casefold()
            group = groups.get(key)
            if group is None:
                group = groups[key] = Group(piece.text, name_parts(piece.text), [])
            group.mentions.append(piece)
            if piece.title:
                group.titles |= frozenset(piece.title)
            group.initial &= piece.initial
    return list(groups.values())


def _with_given_name(doc: Document, mention: Mention, is_name: Callable[[str], bool]) -> Mention:
    """Take back a first name that reads as a title: Christian Lindner, Amir Khan Muttaqi."""
    if not mention.title:
        return mention
    length = len(mention.title[-1])
    start = mention.start - length - 1
    word = doc.text[max(start, 0) : start + length]
    if word.lower() != mention.title[-1] or not is_name(f"{word} {mention.text}"):
        return mention
    words, title = (word, *mention.words), mention.title[:-1]
    return mention._replace(start=start, words=words, title=title)


def _pieces(mention: Mention, is_listed: Callable[[str], bool]) -> list[Mention]:
    """Cut a run of three words or more around the listed names inside it.

    "Kremlin Dmitry Peskov" is the Kremlin and a person; "Yoav Gallant" stays whole.
    """
    words = mention.words
    if len(words) < 3 or is_listed(" ".join(words)):
        return [mention]
    for size in range(len(words) - 1, 0, -1):
        for start in range(len(words) - size + 1):
            part = words[start : start + size]
            if size == 1 and (start != 0 or part[0].lower() in PARTICLES or len(part[0]) < 3):
                continue
            if is_listed(" ".join(part)):
                pieces = []
                for begin, end in ((0, start), (start, start + size), (start + size, len(words))):
                    if end > begin:
                        pieces.append(_cut(mention, begin, end))
                return pieces
    return [mention]


def _cut(mention: Mention, begin: int, end: int) -> Mention:
    """Return the words [begin, end) of a mention as a mention of their own."""
    words = mention.words
    start = mention.start + sum(len(word) + 1 for word in words[:begin])
    length = sum(len(word) + 1 for word in words[begin:end]) - 1
    return mention._replace(
        start=start,
        end=start + length,
        words=words[begin:end],
        title=mention.title if begin == 0 else (),
        initial=mention.initial and begin == 0,
    )


def is_compound(group: Group, is_listed: Callable[[str], bool]) -> bool:
    """Say whether a hyphenated word is made of known ones: China-Laos, Russian-made."""
    pieces = _HYPHEN.split(group.text)
    return len(pieces) > 1 and any(
        is_listed(piece) or lexicon().is_word(piece.lower()) for piece in pieces
    )


def is_introduction(group: Group, surname: str) -> bool:
    """Say whether a group is a first name that people bear and a folded surname."""
    return group.full and group.parts[-1] == surname and lexicon().is_borne(group.parts[0])


class FullNames:
    """The full names among the groups of an article, by their parts."""

    def __init__(self, groups: list[Group]):
        self._groups = groups
        self._by_part: dict[str, list[int]] = {}
        self._by_last: dict[str, list[int]] = {}
        for order, group in enumerate(groups):
            if group.full:
                self._by_last.setdefault(group.parts[-1], []).append(order)
                for part in group.parts:
                    self._by_part.setdefault(part, []).append(order)

    def sharing(self, part: str) -> list[int]:
        """Return the places of those that hold a folded part, or of whose last one it is a plural."""
        found = set(self._by_part.get(part, ()))
        for ending in ("s", "es"):
            if part.endswith(ending):
                found.update(self._by_last.get(part.removesuffix(ending), ()))
        return sorted(found)

    def bearers(self, surname: str) -> list[str]:
        """Return the first names that the article gives with a folded surname."""
        named = (self._groups[order] for order in self._by_last.get(surname, ()))
        return [group.parts[0] for group in named if is_introduction(group, surname)]


def is_somebody_else(group: Group, groups: list[Group]) -> bool:
    """Say whether the article introduces a person who has this surname."""
    return not group.full and any(
        other.full and other.parts[-1] == group.parts[0] for other in groups
    )


def tail_group(group: Group) -> Group:
    """Return the last two words of a longer name as a name: "Red Bull Max Verstappen"."""
    mentions = [_cut(m, len(m.words) - 2, len(m.words)) for m in group.mentions if len(m.words) > 2]
    text = " ".join(group.text.split()[-2:])
    return Group(text, name_parts(text), mentions)


def split_group(group: Group) -> list[Group]:
    """Return a group for each word of a name that no list knows as a whole."""
    found: dict[str, Group] = {}
    for mention in group.mentions:
        for at, word in enumerate(mention.words):
            parts = name_parts(word)
            if not parts or parts[0] in PARTICLES:
                continue
            piece = found.setdefault(joined(word), Group(word, parts[-1:], []))
            piece.mentions.append(_cut(mention, at, at + 1))
            piece.initial &= piece.mentions[-1].initial
    return list(found.values())


def is_nickname(doc: Document, group: Group) -> bool:
    """Say whether a name stands once and in quotation marks of its own: a play on words, maybe."""
    if len(group.mentions) != 1:
        return False
    mention = group.mentions[0]
    before, after = (
        doc.text[mention.start - 1 : mention.start],
        doc.text[mention.end : mention.end + 1],
    )
    return before in ('"', "“", "'", "‘") and after in ('"', "”", "'", "’", ".", ",")

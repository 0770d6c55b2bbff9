"""What every reader of names from elsewhere shares: which names are fit for a list, and a tally."""

from __future__ import annotations

from collections.abc import Iterable

from ..packs.schema import NameEntry
from .fold import is_latin
from .lists import MAX_NAME

# Spellings kept beside the first one: records of the powerful carry hundreds, most of them slips.
MAX_ALSO = 12
# Words of a name; longer ones are descriptions.
MAX_WORDS = 10
_MARKS = frozenset('0123456789,;:()[]{}<>|/\\"“”@#=+*_')


class Skipped(Exception):
    """A record that gives no name; the text is the reason, in a few words."""


class Tally:
    """Counts what was taken and what was skipped and why, with the first example of each reason."""

    def __init__(self) -> None:
        self.taken = 0
        self.read = 0
        self.skipped: dict[str, int] = {}
        self.examples: dict[str, str] = {}

    def skip(self, reason: str, example: str) -> None:
        self.skipped[reason] = self.skipped.get(reason, 0) + 1
        self.examples.setdefault(reason, example)

    @property
    def lines(self) -> list[str]:
        """Return a line for each reason, the commonest first."""
        ordered = sorted(self.skipped.items(), key=lambda item: -item[1])
        return [f"{count:,} {reason} (first: {self.examples[reason]})" for reason, count in ordered]


def fault_of(name: str) -> str:
    """Return why a text is no name for a list, or an empty string."""
    if len(name) > MAX_NAME:
        return f"longer than {MAX_NAME} characters"
    if sum(c.isalpha() for c in name) < 2:
        return "without letters"
    if not name.isprintable():
        return "with control characters"
    if not is_latin(name):
        return "not in Latin letters"
    return ""


def other_spellings(name: str, found: Iterable[str], person: bool) -> tuple[str, ...]:
    """Return those of the found spellings that are fit to stand beside a name.

    A person's single words (nicknames, initials) are left out: they belong to many.
    """
    kept: dict[str, None] = {}
    for text in found:
        other = " ".join(text.split())
        words = other.count(" ") + 1
        if other == name or fault_of(other) or words > MAX_WORDS or _MARKS & set(other):
            continue
        if other[0].islower() or (person and words == 1 and " " in name):
            continue
        kept[other] = None
    return tuple(kept)[:MAX_ALSO]


def checked(entry: NameEntry) -> NameEntry:
    """Return the entry; raise Skipped where its name is none."""
    fault = fault_of(entry.name)
    if fault:
        raise Skipped(f"names {fault}")
    return entry

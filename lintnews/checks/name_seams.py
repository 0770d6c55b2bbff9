"""Names, months and weekdays that the next word is glued to: "Januaryand", "Larsensaid"."""

from __future__ import annotations

from collections.abc import Container

from ..text.lexicon import lexicon
from ..text.titles import CALENDAR

_BEHIND_DATES = "and that the after when in at he to for with".split()
# Words that no family name ends with, the longest first.
_SURE_ENDS = """continued continues announced explained continue although reported declared believes
    between without through against because arrived before during which after since until within would could should
    stated added""".split()
# Names end with these now and then: what stands before must be a name of the article.
_ENDS = "said told says were will with from that have also and was has".split()
# A shorter name is a syllable, in letters.
MIN_NAME = 4


def dated_cut(lower: str) -> int:
    """Return where a month or weekday ends inside a word, or 0: "januaryand"."""
    for link in _BEHIND_DATES:
        if lower.endswith(link) and lower[: -len(link)] in CALENDAR:
            return len(lower) - len(link)
    return 0


def name_cut(lower: str, article: Container[str]) -> int:
    """Return where a name ends inside an unknown capitalised word, or 0; `article` holds its words."""
    for end in _SURE_ENDS:
        if lower.endswith(end) and len(lower) - len(end) >= MIN_NAME:
            rest = lower[: -len(end)]
            return 0 if lexicon().is_word(rest) else len(rest)
    for end in _ENDS:
        rest = lower[: -len(end)]
        if lower.endswith(end) and len(rest) >= MIN_NAME and rest.capitalize() in article:
            return len(rest)
    return 0

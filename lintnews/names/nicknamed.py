"""Names that the text itself calls nicknames: near to a known name they may be, a slip they are not."""

from __future__ import annotations

from ..document import Document
from ..lazy import lazy_pattern
from .groups import Group
from .verdict import Verdict

# Code points before a name in which it is introduced.
BEFORE = 40
_KNOWN = r"known\s(?:\w+\s){0,3}(?:as|by)|nicknamed|nick-named|dubbed|alias|aka|a\.k\.a\.|(?:goes|went|going)\sby|the\s(?:nick)?name(?:\sof)?"
_CALLED = r"called|calling|calls|call|named"
# "called" without marks may be a call by telephone: only behind these it gives a name.
_PASSIVE = (
    r"(?:is|was|were|are|be|been|being|an?\s\w+|popularly|simply|also|often|affectionately)\scalled"
)
_BETWEEN = r"\s(?:him\s|her\s|them\s|it\s|himself\s|herself\s|as\s)?(?:the\s|“the\s|\"the\s)?"
_IN_MARKS = lazy_pattern(rf"(?i)\b(?:{_KNOWN}|{_CALLED}){_BETWEEN}[“\"‘'«](?:\w+\s){{0,2}}$")
_PLAIN = lazy_pattern(rf"(?i)\b(?:{_KNOWN}|{_PASSIVE}){_BETWEEN}$")


def _is_nicknamed(doc: Document, group: Group) -> bool:
    """Say whether a mention stands behind "known as", "nicknamed" or "called", in marks or with a capital."""
    for mention in group.mentions:
        before = doc.text[max(mention.start - BEFORE, 0) : mention.start]
        if _IN_MARKS.search(before) or _PLAIN.search(before):
            return True
    return False


def forget_nicknames(doc: Document, verdicts: list[Verdict]) -> None:
    """Make nobody's of the names that are taken for misspelled and introduced as nicknames."""
    for order, verdict in enumerate(verdicts):
        if verdict.status == "misspelled" and _is_nicknamed(doc, verdict.group):
            verdicts[order] = Verdict(verdict.group, "unknown", odds=verdict.odds)

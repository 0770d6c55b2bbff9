"""Offices in free text ("former Minister of Defense of Israel") to roles as lists state them."""

from __future__ import annotations

import re

from ..lazy import lazy_pattern

# Departments as databases write them, and as news says them before "minister".
_DEPARTMENTS = {
    "foreign affairs": "foreign", "external affairs": "foreign", "foreign relations": "foreign",
    "defence": "defense", "defense": "defense", "national defence": "defense",
    "national defense": "defense", "finance": "finance", "the interior": "interior",
    "interior": "interior", "internal affairs": "interior", "home affairs": "home",
    "justice": "justice", "health": "health", "public health": "health", "education": "education",
    "energy": "energy", "economy": "economy", "the economy": "economy",
    "economic affairs": "economy", "agriculture": "agriculture", "transport": "transport",
    "culture": "culture", "trade": "trade", "labor": "labor", "labour": "labor",
}  # fmt: skip
_MINISTER = lazy_pattern(
    rf"\bminister (?:of|for) ({'|'.join(sorted(_DEPARTMENTS, key=len, reverse=True))})\b"
)
# Offices that stand in the text as news says them; longer ones first, so that a vice president
# is no president.
_PLAIN = (
    "vice president", "deputy prime minister", "prime minister", "president", "chancellor",
    "foreign minister", "defense minister", "finance minister", "interior minister",
    "justice minister", "home secretary", "foreign secretary", "secretary of state",
    "secretary-general", "supreme leader", "chief of staff", "army chief", "police chief",
    "attorney general", "central bank governor", "governor", "mayor", "ambassador", "senator",
    "speaker", "king", "queen", "emperor", "pope", "general", "spokesperson", "party leader",
    "opposition leader", "chief executive", "coach", "striker", "goalkeeper", "midfielder",
    "footballer", "tennis player", "singer", "actor", "actress", "film director", "writer",
    "economist", "journalist", "activist", "lawyer", "politician",
)  # fmt: skip
_PLAIN_RE = lazy_pattern(r"\b(?:" + "|".join(re.escape(role) for role in _PLAIN) + r")s?\b")


def offices(text: str) -> tuple[str, ...]:
    """Return the roles that a description or the name of an office holds, in their order."""
    lower = text.lower().replace("defence minister", "defense minister")
    found: list[tuple[int, str]] = []
    for match in _MINISTER.finditer(lower):
        found.append((match.start(), f"{_DEPARTMENTS[match.group(1)]} minister"))
    for match in _PLAIN_RE.finditer(lower):
        role = match.group()
        found.append((match.start(), role if role in _PLAIN else role[:-1]))
    return tuple(dict.fromkeys(role for _, role in sorted(found)))

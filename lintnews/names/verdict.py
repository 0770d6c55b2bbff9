"""What is known of one name of an article, and how sure a finding about it is."""

from __future__ import annotations

import math

import msgspec

from .groups import Group
from .people import Form


class Verdict(msgspec.Struct):
    """What is known of a group. `status`: listed, wrong, misspelled, follows or unknown."""

    group: Group
    status: str
    target: Form | None = None
    odds: float = 0.0
    right: str = ""
    changes: tuple[tuple[str, str], ...] = ()
    evidence: tuple[str, ...] = ()
    leader: Group | None = None


def confidence(odds: float) -> float:
    """Return the calibrated share of right findings at these odds."""
    return 1 / (1 + math.exp(-(0.45 * odds + 2.2)))


def better(found: Verdict | None, other: Verdict) -> Verdict:
    """Return the verdict with the better odds; the second where the first is none."""
    return found if found is not None and found.odds > other.odds else other

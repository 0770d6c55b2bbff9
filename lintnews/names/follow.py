"""Bare names that stand for a full one above them: judged as it was."""

from __future__ import annotations

from .groups import Group
from .parts import name_parts
from .replacement import replacement, word_of
from .verdict import Verdict


def tail_of(group: Group, groups: list[Group], found: dict[int, Verdict]) -> Verdict | None:
    """Return the verdict of a surname of several words whose full name stands above."""
    size = len(group.parts)
    for order, other in enumerate(groups):
        leader = found.get(order)
        if size < 2 or leader is None or leader.target is None:
            continue
        if len(other.parts) > size and other.parts[-size:] == group.parts:
            words = replacement(other, leader.target).split()
            right = " ".join(words[-len(group.text.split()) :])
            status = "misspelled" if leader.status in ("misspelled", "wrong") else "follows"
            said = (f"{other.text} above is {leader.target.text}",)
            return Verdict(
                group, status, leader.target, leader.odds, right, leader.changes,
                said + leader.evidence, other,
            )  # fmt: skip
    return None


def follow(group: Group, leader: Verdict) -> Verdict:
    """Return the verdict of a bare name from that of the full name it belongs to."""
    part = group.parts[-1]
    if leader.status not in ("misspelled", "wrong") or leader.target is None:
        return Verdict(group, "follows", leader.target, leader=leader.group)
    right = dict(leader.changes).get(part)
    if right is None and leader.status == "misspelled":
        return Verdict(group, "follows", leader.target, leader=leader.group)
    word = replacement(group, leader.target)
    if right and right != name_parts(leader.target.text)[-1]:
        word = word_of(leader.target.text, right)
    said = (f"{leader.group.text} above is {leader.target.text}",)
    return Verdict(
        group, "misspelled", leader.target, leader.odds, word, leader.changes,
        said + leader.evidence, leader.group,
    )  # fmt: skip

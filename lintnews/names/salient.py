"""Names that stand in an article, right or corrected, against the bare forms near them."""

from __future__ import annotations

import math

from .align import Alignment, part_odds
from .costs import load
from .evidence import Evidence
from .groups import Group
from .inflect import is_derived, is_inflected
from .parts import name_parts
from .people import Form
from .pinyin import are_chinese
from .reach import MIN_LETTERS, is_far, within_reach
from .store import Names
from .verdict import Verdict

# Candidates for a name, each with its natural-log odds and what speaks for it.
Scored = list[tuple[float, Form, Alignment, Evidence]]
# Each e-fold of mentions speaks for the form, and so does that it only ever starts sentences.
OFTEN = -0.8
INITIAL = -0.5
# Beside a name that the article has anyway, another first letter speaks for another name.
OTHER_FIRST = -3.0
# What a name that already stands in this article adds to a bare form near it.
SALIENT = 2.6


def salient(
    group: Group, part: str, bearers: list[str], present: list[Verdict], names: Names
) -> Scored:
    """Score names that stand in this article, right or corrected, against a bare form.

    `bearers` are the first names that the article gives with the form: where there are any,
    only names with a near first name count.
    """
    scored = []
    for verdict in present:
        form = verdict.target
        if form is None or verdict.group is group:
            continue
        target = name_parts(form.text)[-1]
        if target == part or len(target) < MIN_LETTERS or is_inflected(part, target):
            continue
        if not within_reach(part, target) or _is_accepted(part, form, names):
            continue
        if form.entry.kind == "place" and (is_derived(part, target) or is_far(part, target)):
            continue
        if are_chinese(part, target, form.entry.of):
            continue
        first = name_parts(form.text)[0]
        if bearers and not any(within_reach(bearer, first) for bearer in bearers):
            continue
        odds = part_odds(part, target, names, load()) + standing(group) + SALIENT
        odds += 0.3 * math.log(len(verdict.group.mentions))
        odds += OTHER_FIRST if part[0] != target[0] else 0.0
        said = (f"{form.text} stands in this article",)
        alignment = Alignment(odds, ((part, target),))
        scored.append((odds, form, alignment, Evidence(SALIENT, said)))
    return scored


def _is_accepted(part: str, form: Form, names: Names) -> bool:
    """Say whether the entry of a form lists the written part as a spelling of its own."""
    return any(other.entry == form.entry for other in names.bearers(part))


def standing(group: Group) -> float:
    """Return what the mentions of a form say against its being a slip, in log-odds."""
    return OFTEN * math.log(len(group.mentions)) + (INITIAL if group.initial else 0.0)

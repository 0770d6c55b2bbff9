"""A name against the lists, outside any article: what would be taken for what, and why."""

from __future__ import annotations

import msgspec

from .align import align, part_odds
from .costs import load
from .evidence import PROMINENCE
from .parts import name_parts
from .people import WRONG, Form
from .reach import MIN_LETTERS
from .store import Names

# Candidates shown, and the natural-log odds below which one is not worth a line.
MOST = 8
LEAST_ODDS = -4.0


class Candidate(msgspec.Struct, frozen=True):
    """A listed form and what speaks for it: natural-log odds, changes (written, right, why).

    `odds` leave out what only an article can say: titles, countries, other mentions.
    """

    form: Form
    odds: float
    changes: tuple[tuple[str, str, str], ...] = ()
    exact: bool = False


def look_up(name: str, names: Names) -> list[Candidate]:
    """Return the listed forms that are a name, then those near it, likeliest first."""
    parts = name_parts(name)
    if not parts:
        return []
    exact = [Candidate(form, 0.0, exact=True) for form in names.exact(name)]
    near = _near_full(parts, names) if len(parts) > 1 else _near_single(parts[0], names)
    best: dict[str, Candidate] = {}
    known = {candidate.form.entry.name for candidate in exact}
    for candidate in near:
        entry = candidate.form.entry.name
        if entry in known or candidate.odds < LEAST_ODDS:
            continue
        if entry not in best or candidate.odds > best[entry].odds:
            best[entry] = candidate
    ordered = sorted(best.values(), key=lambda candidate: -candidate.odds)
    return exact + ordered[:MOST]


def _near_full(parts: tuple[str, ...], names: Names) -> list[Candidate]:
    costs = load()
    forms = names.near(parts) + (names.near(parts[::-1]) if len(parts) == 2 else ())
    found = []
    for form in forms:
        alignment = None
        if form.flag != WRONG:
            alignment = align(parts, name_parts(form.text), names, costs)
        if alignment is not None:
            odds = alignment.odds + PROMINENCE * (form.entry.weight - 2) - form.crowd
            found.append(Candidate(form, odds, _explained(alignment.changes)))
    return found


def _near_single(part: str, names: Names) -> list[Candidate]:
    costs = load()
    found: list[Candidate] = []
    if len(part) < MIN_LETTERS:
        return found
    for form in (*names.bearers(part), *names.near_singles(part), *names.near_surnames(part)):
        target = name_parts(form.text)[-1]
        odds = PROMINENCE * (form.entry.weight - 2) - form.crowd
        if target == part:
            found.append(Candidate(form, odds))
        elif form.flag != WRONG:
            odds += part_odds(part, target, names, costs)
            found.append(Candidate(form, odds, _explained(((part, target),))))
    return found


def _explained(changes: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str, str], ...]:
    costs = load()
    return tuple((a, b, costs.explain(a, b)) for a, b in changes)

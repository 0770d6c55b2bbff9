"""Are two near spellings one name? Learned costs of edits, in natural-log odds.

Two channels, whose odds add up. *Transliteration*: the parts are aligned the likeliest way, with
steps that drop, add or replace up to three letters; then each step is judged by learned weights
that depend on up to two letters on either side (`^` and `$` stand for start and end), falling back
to vowel or consonant, and from these letters to this kind of step. *Typing*: one slip of the hand
(a letter dropped, doubled, swapped, or its neighbour on the keyboard). The numbers come from
data/learn_costs.py; docs/names-costs.md argues them.

Positive odds mean: rather one name than two names that happen to be near. They say nothing about
how common the names are or who is meant; the caller adds that.

    costs = load()
    costs.log_odds(fold("Galante"), fold("Gallant"))
    costs.explain(fold("Yov"), fold("Yoav"))      # "a dropped"

To find what is worth comparing, see `skeleton` and `one_deletes` in names/fold.py.
"""

from __future__ import annotations

import functools
import math
from pathlib import Path

import msgspec

from .slips import slip_kind

TABLE = Path(__file__).parent.parent / "data" / "edit_costs.json"

# Natural-log odds of two equal parts, and the most that any pair can get.
SAME = 8.0
# Natural-log odds of parts too far apart to be worth aligning, and the least that any pair gets.
APART = -12.0
# Natural-log odds that parts whose shorter one has 0, 1, 2, 3 letters can reach at most: so few
# letters prove little (Xi and Si are readings of one sign, and two presidents' names).
SHORT_MOST = (APART, -1.0, 1.0, 2.0)
# Letters: longer parts are cut, which keeps the worst case under a millisecond. Of the folded
# parts in the learning data three in 10,000 are longer.
LONGEST = 24
# Letters by which two spellings of one part may differ in length ("tschernyschew", "cernysev").
MAX_LENGTH_GAP = 6
# Cost in nats of an alignment step that the learning data never held.
UNSEEN = 14.0
# Steps from which on their number no longer matters of itself.
MANY = 4
# Pairs remembered: an article compares the same words again for each mention.
KEPT_PAIRS = 2_048

VOWELS = frozenset("aeiouy")
KINDS = {letter: "V" if letter in VOWELS else "C" for letter in "abcdefghijklmnopqrstuvwxyz"}
KINDS |= {"^": "^", "$": "$"}

NOTHING: dict[str, int] = {}

# Place in the first part, place in the second, letters taken of each.
Step = tuple[int, int, int, int]


class Table(msgspec.Struct, frozen=True):
    """The learned numbers: hundredths of nats (costs) or tenths of natural-log odds (the rest).

    `steps`: letters against letters ("a:a", ":h", "y:iy") -> cost in the alignment.
    `weights`: letters against letters, or a kind of step ("V:C") -> context -> log-odds.
    `lengths`: log-odds by the shorter part's length in letters, a row for each number of steps
    (the last entries stand for more). `kept`: log-odds by letters that no step touches, in both
    parts together. `slips`: kind of slip -> log-odds by length.
    """

    steps: dict[str, int]
    weights: dict[str, dict[str, int]]
    lengths: list[list[int]]
    kept: list[int]
    slips: dict[str, list[int]]


class Operation(msgspec.Struct, frozen=True):
    """One difference: `letters` at `start` of the first part against `other` of the second."""

    start: int
    other_start: int
    letters: str
    other: str


def name_step(x: str, y: str) -> str:
    """Return the name of a step, the same both ways round: the shorter letters first."""
    return f"{x}:{y}" if (len(x), x) <= (len(y), y) else f"{y}:{x}"


def kind_of_step(step: str, left: str, right: str) -> str:
    """Return vowels and consonants of a step; "2" marks a letter beside its like."""
    if len(step) == 2:  # ":a"
        return ":" + KINDS[step[1]] + ("2" if step[1] == left or step[1] == right else "")
    return "".join([KINDS.get(letter, ":") for letter in step])


def contexts(left: str, right: str) -> tuple[str, ...]:
    """Return the contexts of a step from two letters (or edges) before it and two behind it."""
    near, after = left[1], right[0]
    return ("<" + near, ">" + after, near + "_" + after, "<" + left, ">" + right)


class EditCosts:
    """Weighs pairs of folded name parts. Immutable but for its memory of pairs; thread-safe."""

    def __init__(self, table: Table):
        self._weights = table.weights
        self._lengths = table.lengths
        self._kept = table.kept
        self._slips = {name: [v / 10 for v in row] for name, row in table.slips.items()}
        # One letter against one or none, by the two letters; groups, by their first letters.
        self._singles: dict[str, float] = {}
        groups: dict[str, list[tuple[float, str, str]]] = {}
        for step, hundredths in table.steps.items():
            x, y = step.split(":")
            if len(y) == 1:
                self._singles[x + y] = self._singles[y + x] = hundredths / 100
                continue
            for p, q in ((x, y), (y, x)):
                groups.setdefault(p[0] + q[0], []).append((hundredths / 100, p, q))
        self._groups = {key: tuple(sorted(found)) for key, found in groups.items()}
        self._remembered = functools.lru_cache(maxsize=KEPT_PAIRS)(self._odds)

    def log_odds(self, a: str, b: str) -> float:
        """Return the natural-log odds, APART to SAME, that `a` and `b` spell one name part.

        Both must be folded (lower-case ASCII letters). Symmetric. Even odds assumed beforehand:
        add the prior of your situation. Equal parts give SAME, an empty one APART.
        """
        if a == b:
            return SAME if a else APART
        if not a or not b or abs(len(a) - len(b)) > MAX_LENGTH_GAP:
            return APART
        if a > b:
            a, b = b, a
        # Overlong parts are compared but not remembered: hostile text shall not fill the memory.
        return (self._odds if len(a) + len(b) > 2 * LONGEST else self._remembered)(a, b)

    def spelling(self, a: str, b: str) -> float:
        """Return the transliteration channel alone, in natural-log odds; the parts must differ."""
        if a > b:
            a, b = b, a
        a, b = a[:LONGEST], b[:LONGEST]
        if a == b:
            return SAME
        steps = self._align(a, b)
        pa, pb = f"^^{a}$$", f"^^{b}$$"
        weights = self._weights
        total = 0.0
        kept = len(a) + len(b)
        before = NOTHING
        for i, j, p, q in steps:
            kept -= p + q
            name = name_step(a[i : i + p], b[j : j + q])
            left, right = pb[j : j + 2], pb[j + q + 2 : j + q + 4]
            sides = [(left, right)]
            kinds = weights.get(kind_of_step(name, left[1], right[0]), NOTHING)
            rows = weights.get(name, NOTHING)
            total += kinds.get("", 0) + rows.get("", 0)
            if pa[i : i + 2] != left or pa[i + p + 2 : i + p + 4] != right:
                sides.append((pa[i : i + 2], pa[i + p + 2 : i + p + 4]))
            found = 0
            for left, right in sides:
                around = KINDS[left[1]] + KINDS[right[0]]
                found += kinds.get(around, 0) + rows.get(around, 0)
                for context in contexts(left, right):
                    if context in rows:
                        found += rows[context]
            total += found / len(sides)
            total += before.get("+" + name, 0)
            before = rows
        row = self._lengths[min(len(steps), len(self._lengths)) - 1]
        total += row[min(len(a), len(b), len(row) - 1)]
        return (total + self._kept[min(kept, len(self._kept) - 1)]) / 10

    def slip(self, a: str, b: str) -> float:
        """Return the typing channel alone, in natural-log odds; -inf for other than one slip."""
        row = self._slips.get(slip_kind(a, b))
        return row[min(len(a), len(b), len(row) - 1)] if row else -math.inf

    def _odds(self, a: str, b: str) -> float:
        odds, slip = self.spelling(a, b), self.slip(a, b)
        if slip > -math.inf:
            odds = max(odds, slip) + math.log1p(math.exp(-abs(odds - slip)))
        shorter = min(len(a), len(b))
        most = SHORT_MOST[shorter] if shorter < len(SHORT_MOST) else SAME
        return max(APART, min(most, odds))

    def _align(self, a: str, b: str) -> list[Step]:
        """Return the likeliest steps at which the parts differ, from left to right."""
        start = 0
        shorter = min(len(a), len(b))
        while start < shorter and a[start] == b[start]:
            start += 1
        end = 0
        shorter -= start
        while end < shorter and a[-1 - end] == b[-1 - end]:
            end += 1
        n, m = len(a) - start - end, len(b) - start - end
        if n == 0:
            return [(start, j, 0, 1) for j in range(start, start + m)]
        if m == 0:
            return [(i, start, 1, 0) for i in range(start, start + n)]
        if n == m == 1:
            return [(start, start, 1, 1)]
        x, y = a[start : start + n], b[start : start + m]
        singles, groups = self._singles, self._groups
        drops = [singles.get(letter, UNSEEN) for letter in x]
        adds = [singles.get(letter, UNSEEN) for letter in y]
        wide = m + 1
        # Cell i * wide + j: the cheapest way to have used i letters of x and j of y.
        costs = [math.inf] * ((n + 1) * wide)
        taken = [(0, 0)] * len(costs)
        costs[0] = 0.0
        for i in range(n + 1):
            inside = i < n
            for j in range(wide):
                at = i * wide + j
                cost = costs[at]
                if j < m:
                    after = cost + adds[j]
                    if after < costs[at + 1]:
                        costs[at + 1] = after
                        taken[at + 1] = (0, 1)
                if not inside:
                    continue
                to, after = at + wide, cost + drops[i]
                if after < costs[to]:
                    costs[to] = after
                    taken[to] = (1, 0)
                if j == m:
                    continue
                both = x[i] + y[j]
                to, after = to + 1, cost + singles.get(both, UNSEEN)
                if after < costs[to]:
                    costs[to] = after
                    taken[to] = (1, 1)
                for extra, letters, other in groups.get(both, ()):
                    if x.startswith(letters, i) and y.startswith(other, j):
                        p, q = len(letters), len(other)
                        to, after = at + p * wide + q, cost + extra
                        if after < costs[to]:
                            costs[to] = after
                            taken[to] = (p, q)
        steps = []
        i, j = n, m
        while i or j:
            p, q = taken[i * wide + j]
            i, j = i - p, j - q
            if p != 1 or q != 1 or x[i] != y[j]:
                steps.append((start + i, start + j, p, q))
        steps.reverse()
        return steps

    def operations(self, a: str, b: str) -> list[Operation]:
        """Return the differences by the likeliest alignment, from left to right; [] if equal."""
        a, b = a[:LONGEST], b[:LONGEST]
        if a > b:
            turned = self.operations(b, a)
            return [Operation(s.other_start, s.start, s.other, s.letters) for s in turned]
        return [Operation(i, j, a[i : i + p], b[j : j + q]) for i, j, p, q in self._align(a, b)]

    def explain(self, a: str, b: str) -> str:
        """Return in plain words how the written `a` differs from the right `b`; "" if it does not.

        Folded parts, as above: explain("galante", "gallant") is "double l made single; final e added".
        """
        if slip_kind(a, b).endswith("swap"):
            at = next(at for at, letter in enumerate(b) if letter != a[at])
            return f"{b[at : at + 2]} swapped"
        said = []
        for step in self.operations(a, b):
            wrong, right, at = step.letters, step.other, step.start
            around = a[at - 1 : at] + a[at + len(wrong) : at + len(wrong) + 1]
            if not wrong:
                words = f"double {right} made single" if right in around else f"{right} dropped"
            elif not right:
                words = f"{wrong} doubled" if wrong in around else f"{wrong} added"
            else:
                words = f"{wrong} for {right}"
            final = at + len(wrong) == len(a) and step.other_start + len(right) == len(b)
            said.append(f"final {words}" if final else words)
        return "; ".join(said)


@functools.cache
def load() -> EditCosts:
    """Return the learned costs; the table is read once (about 2 ms), on the first call."""
    return EditCosts(msgspec.json.decode(TABLE.read_bytes(), type=Table))

"""Are two near spellings one name? Learned costs of edits, in natural-log odds.

Two channels, and the likelier counts. *Transliteration*: the parts are aligned with operations that
drop, add or replace up to three letters; each has a learned weight that depends on the letters
beside it (`^` and `$` stand for start and end), falling back to vowel or consonant, and then to the
kind of operation. *Typing*: one slip of the hand (a letter dropped, doubled, swapped, or its
neighbour on the keyboard). The weights come from data/learn_costs.py; docs/names-costs.md argues them.

Positive odds mean: rather one name than two names that happen to be near. They say nothing about
how common the names are or who is meant; the caller adds that.

    costs = load()
    costs.log_odds(fold("Galante"), fold("Gallant"))
    costs.explain(fold("Yov"), fold("Yoav"))      # "a dropped"
"""

from __future__ import annotations

import functools
import math
from pathlib import Path

import msgspec

TABLE = Path(__file__).parent.parent / "data" / "edit_costs.json"

# Natural-log odds of two equal parts, and the most that any pair can get.
SAME = 8.0
# Natural-log odds of parts too far apart to be worth aligning, and the least that any pair gets.
APART = -12.0
# Letters: longer parts are cut, which keeps the worst case under a millisecond. Of the folded
# parts in the learning data one in 10,000 is longer.
LONGEST = 24
# Letters by which two spellings of one part may differ in length ("tschernyschew", "cernysev").
MAX_LENGTH_GAP = 6
# Distance from the diagonal that an alignment may reach, in letters.
BAND = 6
# Operation weights remembered; cleared when full, so that hostile text cannot fill the memory.
KEPT_WEIGHTS = 60_000
# Pairs remembered: an article compares the same words again for each mention.
KEPT_PAIRS = 8192

VOWELS = frozenset("aeiouy")
EDGES = {"^": "^", "$": "$"}

# Rows of the English keyboard and how far each is shifted to the right, in quarter keys.
_ROWS = (("qwertyuiop", 0), ("asdfghjkl", 1), ("zxcvbnm", 3))


def _neighbours() -> frozenset[str]:
    places = {
        letter: (row, shift + 4 * column)
        for row, (letters, shift) in enumerate(_ROWS)
        for column, letter in enumerate(letters)
    }
    return frozenset(
        x + y
        for x, (row_x, at_x) in places.items()
        for y, (row_y, at_y) in places.items()
        if x != y and abs(row_x - row_y) <= 1 and abs(at_x - at_y) <= 4
    )


class Table(msgspec.Struct, frozen=True):
    """The learned numbers, in hundredths of natural-log odds.

    `weights`: feature of an operation -> weight. `lengths`: by the shorter part's length in
    letters (the last stands for longer ones). `slips`: kind of slip -> by length, likewise.
    """

    weights: dict[str, int]
    chunks: list[str]
    lengths: list[int]
    slips: dict[str, list[int]]


class Operation(msgspec.Struct, frozen=True):
    """One step of an alignment: letters of the first part stand against letters of the second."""

    start: int
    other_start: int
    letters: str
    other: str


def kind(letter: str) -> str:
    """Return V for a vowel, C for a consonant, and the edges themselves."""
    return EDGES.get(letter) or ("V" if letter in VOWELS else "C")


def features(padded: str, other: str) -> list[tuple[str, float]]:
    """Return the features of one operation with the share in which each counts.

    Both arguments carry one letter (or edge) of context on each side; a part in which nothing
    stands is "" and has no context. The order of the arguments does not matter.
    """
    x, y = padded[1:-1], other[1:-1]
    if (len(x), x) > (len(y), y):
        x, y, padded, other = y, x, other, padded
    pair = f"{x}:{y}"
    shape = "".join(map(kind, x)) + ":" + "".join(map(kind, y))
    if x:
        contexts = [(padded[0], padded[-1]), (other[0], other[-1])]
    else:
        contexts = [(other[0], other[-1])]
        if len(y) == 1 and y in contexts[0]:
            shape += "2"
    share = 1.0 / len(contexts)
    out = [("#", 1.0), (shape, 1.0), (pair, 1.0)]
    for left, right in contexts:
        around = kind(left) + kind(right)
        out.append((shape + around, share))
        out.append((pair + around, share))
        out.append((f"{pair}<{left}", share))
        out.append((f"{pair}>{right}", share))
    return out


class EditCosts:
    """Weighs pairs of folded name parts. Thread-safe: its memories only ever hold what is true."""

    def __init__(self, table: Table):
        self._weights = table.weights
        self._lengths = [value / 100 for value in table.lengths]
        self._slips = {name: [v / 100 for v in row] for name, row in table.slips.items()}
        self._known: dict[str, float] = {}
        self.near_keys = _neighbours()
        chunks: dict[str, list[tuple[int, int, str, str]]] = {}
        for chunk in table.chunks:
            x, y = chunk.split(":")
            for p, q in ((x, y), (y, x)):
                chunks.setdefault(p[:1] + q[:1], []).append((len(p), len(q), p, q))
        self._chunks = {key: tuple(found) for key, found in chunks.items()}
        self._pairs = functools.lru_cache(maxsize=KEPT_PAIRS)(self._odds)

    def log_odds(self, a: str, b: str) -> float:
        """Return the natural-log odds, APART to SAME, that `a` and `b` spell one name part.

        Both must be folded (lower-case ASCII letters). Symmetric. Even odds assumed beforehand:
        add the prior of your situation. Equal parts give SAME, an empty one APART.
        """
        if a == b:
            return SAME if a else APART
        if not a or not b or abs(len(a) - len(b)) > MAX_LENGTH_GAP:
            return APART
        return self._pairs(a, b) if a < b else self._pairs(b, a)

    def spelling(self, a: str, b: str) -> float:
        """Return the transliteration channel alone, in natural-log odds."""
        a, b = a[:LONGEST], b[:LONGEST]
        lengths = self._lengths
        return self._align(a, b, None) + lengths[min(len(a), len(b), len(lengths) - 1)]

    def slip(self, a: str, b: str) -> float:
        """Return the typing channel alone, in natural-log odds; -inf for more than one slip."""
        name = self.slip_kind(a, b)
        row = self._slips.get(name)
        if not row:
            return -math.inf
        return row[min(len(a), len(b), len(row) - 1)]

    def _odds(self, a: str, b: str) -> float:
        spelling = self.spelling(a, b)
        slip = self.slip(a, b)
        best = max(spelling, slip)
        if slip > -math.inf:
            # The odds of either add up.
            best += math.log1p(math.exp(-abs(spelling - slip)))
        return max(APART, min(SAME, best))

    def slip_kind(self, a: str, b: str) -> str:
        """Return the kind of typing slip that makes one of `a` and `b` of the other, or "".

        drop, double, key (beside the next letter), swap, replace; "first-" before it where it
        falls on the first letter.
        """
        if len(a) > len(b):
            a, b = b, a
        if len(b) - len(a) > 1:
            return ""
        start = 0
        for x, y in zip(a, b, strict=False):
            if x != y:
                break
            start += 1
        name = ""
        if len(a) != len(b):
            if a[start:] == b[start + 1 :]:
                extra = b[start]
                # "allen" for "alen": the run of equal letters begins before `start`.
                beside = a[start - 1 : start + 1] if start else a[:1]
                name = "double" if extra in beside else "drop"
        elif a[start + 1 :] == b[start + 1 :]:
            name = "key" if a[start] + b[start] in self.near_keys else "replace"
        elif (
            a[start + 2 :] == b[start + 2 :]
            and a[start : start + 2] == b[start + 1 : start - 1 : -1]
            if start
            else a[:2] == b[1::-1] and a[2:] == b[2:]
        ):
            name = "swap"
        if not name:
            return ""
        return "first-" + name if start == 0 else name

    def _weight(self, padded: str, other: str) -> float:
        key = padded + ":" + other
        found = self._known.get(key)
        if found is None:
            weights = self._weights
            found = sum(weights.get(name, 0) * share for name, share in features(padded, other))
            found /= 100
            if len(self._known) >= KEPT_WEIGHTS:
                self._known.clear()
            self._known[key] = found
        return found

    def _align(self, a: str, b: str, steps: list[Operation] | None) -> float:
        """Return the best alignment's weight; append its operations to `steps` if given."""
        first = 0
        shorter = min(len(a), len(b))
        while first < shorter and a[first] == b[first]:
            first += 1
        last = 0
        shorter -= first
        while last < shorter and a[-1 - last] == b[-1 - last]:
            last += 1
        n, m = len(a) - first - last, len(b) - first - last
        # One letter (or edge) of context on each side of what differs.
        pa = ("^" + a + "$")[first : first + n + 2]
        pb = ("^" + b + "$")[first : first + m + 2]
        weight = self._weight
        drops = [weight(pa[i : i + 3], "") for i in range(n)]
        adds = [weight(pb[j : j + 3], "") for j in range(m)]
        if steps is None:
            if n == 0 and m == 1:
                return adds[0]
            if m == 0 and n == 1:
                return drops[0]
        chunks = self._chunks
        best = [[-math.inf] * (m + 1) for _ in range(n + 1)]
        best[0][0] = 0.0
        back: dict[tuple[int, int], tuple[int, int]] = {}
        for i in range(n + 1):
            row = best[i]
            below = best[i + 1] if i < n else None
            x = pa[i + 1]
            for j in range(max(0, i - BAND), min(m, i + BAND) + 1):
                so_far = row[j]
                if so_far == -math.inf:
                    continue
                if j < m and so_far + adds[j] > row[j + 1]:
                    row[j + 1] = so_far + adds[j]
                    if steps is not None:
                        back[i, j + 1] = (0, 1)
                if below is None:
                    continue
                if so_far + drops[i] > below[j]:
                    below[j] = so_far + drops[i]
                    if steps is not None:
                        back[i + 1, j] = (1, 0)
                if j == m:
                    continue
                y = pb[j + 1]
                if x == y:
                    step = so_far
                else:
                    step = so_far + weight(pa[i : i + 3], pb[j : j + 3])
                if step > below[j + 1]:
                    below[j + 1] = step
                    if steps is not None:
                        back[i + 1, j + 1] = (1, 1)
                for p, q, letters, other in chunks.get(x + y, ()):
                    if (
                        i + p <= n
                        and j + q <= m
                        and pa.startswith(letters, i + 1)
                        and pb.startswith(other, j + 1)
                    ):
                        step = so_far + weight(pa[i : i + p + 2], pb[j : j + q + 2])
                        if step > best[i + p][j + q]:
                            best[i + p][j + q] = step
                            if steps is not None:
                                back[i + p, j + q] = (p, q)
        if steps is not None:
            self._trace(back, pa, pb, first, steps)
        return best[n][m]

    @staticmethod
    def _trace(
        back: dict[tuple[int, int], tuple[int, int]],
        pa: str,
        pb: str,
        first: int,
        steps: list[Operation],
    ) -> None:
        i, j = len(pa) - 2, len(pb) - 2
        while i or j:
            p, q = back[i, j]
            i, j = i - p, j - q
            letters, other = pa[i + 1 : i + 1 + p], pb[j + 1 : j + 1 + q]
            if letters != other:
                steps.append(Operation(first + i, first + j, letters, other))
        steps.reverse()

    def operations(self, a: str, b: str) -> list[Operation]:
        """Return the operations of the best alignment, from left to right."""
        steps: list[Operation] = []
        a, b = a[:LONGEST], b[:LONGEST]
        if a != b:
            self._align(a, b, steps)
        return steps

    def explain(self, a: str, b: str) -> str:
        """Return in plain words how the written `a` differs from the right `b`; "" if it does not.

        "a dropped; final t for te" style: what stands in `a` comes second where letters are replaced.
        """
        if self.slip_kind(a, b).endswith("swap"):
            return f"{b[_first_difference(a, b) :][:2]} swapped"
        said = []
        for step in self.operations(a, b):
            wrong, right = step.letters, step.other
            if not wrong:
                doubled = right in (a[step.start - 1 : step.start], a[step.start : step.start + 1])
                said.append(f"double {right} made single" if doubled else f"{right} dropped")
            elif not right:
                before = a[step.start - 1 : step.start]
                after = a[step.start + 1 : step.start + 2]
                doubled = wrong in (before, after)
                said.append(f"{wrong} doubled" if doubled else f"{wrong} added")
            else:
                said.append(f"{wrong} for {right}")
            if step.start + len(wrong) == len(a) and step.other_start + len(right) == len(b):
                said[-1] = "final " + said[-1]
        return "; ".join(said)


def _first_difference(a: str, b: str) -> int:
    return next(at for at, (x, y) in enumerate(zip(a, b, strict=False)) if x != y)


@functools.cache
def load() -> EditCosts:
    """Return the learned costs; the table is read once (about 2 ms), on the first call."""
    return EditCosts(msgspec.json.decode(TABLE.read_bytes(), type=Table))

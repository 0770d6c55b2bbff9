"""Learns edit_costs.json from groups of spellings of one name part, and prints how good it is.

    pip install "lintnews[learn]" && pip download --no-deps rigour==1.8.2
    python -m lintnews.data.learn_costs rigour-1.8.2-py3-none-any.whl

The groups are Wikidata's, as the MIT-licensed package rigour 1.8.2 carries them in
rigour/data/names/persons.txt (later versions compile them away): one group a line, spellings with
commas between, `=> ITEM` last. Give that file, the wheel, or nothing if rigour 1.8.2 is installed.

How pairs of one name and of different names are chosen is in cost_pairs.py. Groups
are dealt out by a hash of their item: 80 in 100 to learn from, 10 to choose settings by
(--held-out tune), 10 to report on. A second run writes the same table. docs/names-costs.md argues the numbers.
"""

from __future__ import annotations

import argparse
import itertools
import math
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from ..names.costs import (
    KINDS,
    MANY,
    TABLE,
    UNSEEN,
    VOWELS,
    EditCosts,
    Table,
    contexts,
    kind_of_step,
    name_step,
)
from ..names.slips import slip_kind
from .cost_pairs import (
    SHORTEST,
    Pair,
    other_bearers,
    other_names,
    read_groups,
    read_lines,
    same_names,
)

# Occurrences below which a feature or a group of letters is chance.
LEAST_FEATURE = 12
LEAST_CHUNK = 12
# How much commoner a group of letters must be in spellings of one name than in different names.
LEAST_LIFT = 1.5
# Width of the Gaussian prior on a weight (in log-odds): general features may move farther.
WIDTH_GENERAL, WIDTH_PAIR, WIDTH_CONTEXT = 3.0, 1.2, 0.7
# Weights that the table keeps, those that move most pairs most; all 40,000 gain .0001 of AUC.
MOST_WEIGHTS = 9_000
# Times the alignment costs are counted anew from the alignments they make.
STEP_ROUNDS = 4
# Letters of the shorter part, and letters kept in both, from which on more make no difference.
LENGTHS, KEPT = 14, 28

# Share of the kinds of slip among single slips, set by hand in the order that Pollock and Zamora
# (1983, 50,000 misspellings) found: omission first, doubling the commonest insertion. A "drop" is
# an omission or an insertion: which of the two parts is the right one is not known here.
SLIPS = {"drop": 0.50, "double": 0.15, "key": 0.11, "replace": 0.10, "swap": 0.14}
# Share of the slips that fall on the first letter (few do) and on the last (one in seven letters).
PLACES = {"first-": 0.08, "last-": 0.14, "": 0.78}
# Share of slips among the misspelled names of one text; the rest are other transliterations.
SLIP_SHARE = 0.05


def aligner(steps: dict[str, int]) -> EditCosts:
    """Return costs that can align, and judge nothing yet."""
    return EditCosts(Table(steps, {}, [[0]], [0], {}))


def learn_steps(same: list[Pair], chunks: dict[str, int]) -> dict[str, int]:
    """Return the alignment's costs, -log of each step's share, by a few rounds of realigning."""
    letters = "abcdefghijklmnopqrstuvwxyz"
    steps = {f"{x}:{x}": 280 for x in letters} | {
        f":{x}": 480 + 100 * (x not in VOWELS) for x in letters
    }
    for x, y in itertools.combinations(letters, 2):
        steps[f"{x}:{y}"] = (
            600 if x in VOWELS and y in VOWELS else 1000 if x in VOWELS or y in VOWELS else 750
        )
    total = sum(len(a) for a, _ in same)
    # A group must beat its letters one by one before it is counted.
    steps |= {chunk: round(-100 * math.log(seen / total)) for chunk, seen in chunks.items()}
    for _ in range(STEP_ROUNDS):
        costs = aligner(steps)
        count: Counter[str] = Counter()
        for a, b in same:
            left = Counter(a)
            for step in costs.operations(a, b):
                count[name_step(step.letters, step.other)] += 1
                left.subtract(step.letters)
            count.update({f"{x}:{x}": seen for x, seen in left.items() if seen > 0})
        total = sum(count.values()) + len(letters) ** 2
        steps = {
            step: round(-100 * math.log((seen + 0.5) / total))
            for step in steps
            if (seen := count[step]) >= LEAST_CHUNK or len(step) <= 3
        }
    return steps


def runs(costs: EditCosts, pair: Pair) -> Iterator[Pair]:
    """Yield the letters that stand against each other between two places where the parts agree."""
    x = y = ""
    end = end_other = -1
    for step in costs.operations(*pair):
        if (step.start, step.other_start) != (end, end_other):
            yield x, y
            x = y = ""
        x, y = x + step.letters, y + step.other
        end, end_other = step.start + len(step.letters), step.other_start + len(step.other)
    yield x, y


def shorter_first(run: Pair) -> Pair:
    x, y = run
    return run if (len(x), x) <= (len(y), y) else (y, x)


def find_chunks(costs: EditCosts, same: list[Pair], other: list[Pair]) -> dict[str, int]:
    """Return the groups of letters that replace each other oftener in one name than by chance, counted."""
    counts = []
    for pairs in (same, other):
        count: Counter[str] = Counter()
        for pair in pairs:
            for x, y in map(shorter_first, runs(costs, pair)):
                if x and 2 <= len(y) <= 3 and x[0] != y[0] and x[-1] != y[-1]:
                    count[f"{x}:{y}"] += 1
        counts.append(count)
    ratio = len(other) / len(same)
    return {
        chunk: seen
        for chunk, seen in sorted(counts[0].items())
        if seen >= LEAST_CHUNK and seen * ratio >= LEAST_LIFT * (counts[1][chunk] + 1)
    }


def features(costs: EditCosts, pair: Pair) -> Counter[str]:
    """Return what `EditCosts.spelling` looks up for a pair: "step|context" or "=…" -> share."""
    a, b = sorted(pair)
    pa, pb = f"^^{a}$$", f"^^{b}$$"
    steps = costs.operations(a, b)
    length, many = min(len(a), len(b), LENGTHS), min(len(steps), MANY)
    kept = len(a) + len(b) - sum(len(step.letters) + len(step.other) for step in steps)
    row: Counter[str] = Counter([f"=l{length}", f"=n{many}", f"={length}/{many}"])
    row[f"=k{min(kept, KEPT)}"] += 1
    before = ""
    for step in steps:
        i, j, p, q = step.start, step.other_start, len(step.letters), len(step.other)
        name = name_step(step.letters, step.other)
        kind = kind_of_step(name, pb[j + 1], pb[j + q + 2])
        row.update((f"{kind}|", f"{name}|"))
        for padded, at, taken in ((pa, i, p), (pb, j, q)):
            left, right = padded[at : at + 2], padded[at + taken + 2 : at + taken + 4]
            around = KINDS[left[1]] + KINDS[right[0]]
            found = [f"{kind}|{around}", f"{name}|{around}"]
            for feature in found + [f"{name}|{c}" for c in contexts(left, right)]:
                row[feature] += 0.5  # type: ignore[assignment]
        if before:
            row[f"{before}|+{name}"] += 1
        before = name
    return row


def width(feature: str) -> float:
    """Return how far a feature's weight may move: general kinds far, rare contexts little."""
    group, _, context = feature.partition("|")
    if "<" in context or ">" in context or "_" in context or "+" in context:
        return WIDTH_CONTEXT
    return WIDTH_PAIR if group.islower() and group[0] != "=" else WIDTH_GENERAL


def fit(costs: EditCosts, same: list[Pair], other: list[Pair]) -> dict[str, float]:
    """Return the weights of a logistic regression over the features, pruned and fitted again."""
    import numpy
    from scipy.optimize import minimize
    from scipy.sparse import csr_matrix

    rows = [features(costs, pair) for pair in itertools.chain(same, other)]
    count = Counter(itertools.chain.from_iterable(rows))
    names = sorted(name for name, seen in count.items() if seen >= LEAST_FEATURE)
    at = {name: number for number, name in enumerate(names)}
    starts, columns, shares = [0], [], []
    for row in rows:
        known = [name for name in row if name in at]
        columns += [at[name] for name in known]
        shares += [row[name] for name in known]
        starts.append(len(columns))
    matrix = csr_matrix((shares, columns, starts), shape=(len(rows), len(names)))
    signs = numpy.ones(len(rows))
    signs[len(same) :] = -1
    # Each side weighs the same: the odds are to be added to the caller's own prior.
    weights = numpy.where(signs > 0, 1.0, len(same) / len(other))
    pull = numpy.array([1.0 / width(name) ** 2 for name in names])

    def solve(matrix: Any, pull: Any, begin: Any) -> Any:
        def loss(values: Any) -> tuple[float, Any]:
            margin = signs * (matrix @ values)
            slope = -weights * signs / (1.0 + numpy.exp(numpy.clip(margin, -30, 30)))
            total = (weights * numpy.logaddexp(0, -margin)).sum()
            total += 0.5 * (pull * values * values).sum()
            return float(total), matrix.T @ slope + pull * values

        return minimize(loss, begin, jac=True, method="L-BFGS-B", options={"maxiter": 200}).x

    found = solve(matrix, pull, numpy.zeros(len(names)))
    seen = numpy.array([count[name] for name in names])
    most = numpy.abs(found) * numpy.sqrt(seen)
    most[[name[0] == "=" for name in names]] = numpy.inf
    chosen = numpy.sort(numpy.argsort(-most, kind="stable")[:MOST_WEIGHTS])
    found = solve(matrix[:, chosen], pull[chosen], found[chosen])
    return {names[number]: value for number, value in zip(chosen, found.tolist(), strict=True)}


def learn_slips(other: list[Pair]) -> dict[str, list[int]]:
    """Return the slips' log-odds: how often a hand makes them against how often names differ so."""
    total: Counter[int] = Counter()
    seen: Counter[tuple[str, int]] = Counter()
    for a, b in other:
        length = min(len(a), len(b), LENGTHS)
        total[length] += 1
        seen[slip_kind(a, b), length] += 1
    out = {}
    for name, share in SLIPS.items():
        for place, placed in PLACES.items():
            slip = share * placed
            row = []
            for length in range(LENGTHS + 1):
                # The neighbouring lengths help out where a kind is rare.
                window = [k for k in (length - 1, length, length + 1) if total[k]] or [SHORTEST]
                by_chance = sum(seen[place + name, k] for k in window) + 0.5
                by_chance /= sum(total[k] for k in window) + 1
                row.append(round(10 * math.log(SLIP_SHARE * slip / by_chance)))
            out[place + name] = row
    return out


def learn(same: list[Pair], other: list[Pair]) -> Table:
    """Find the groups of letters, learn to align, then to judge the alignments."""
    costs = aligner(learn_steps(same, {}))
    steps = learn_steps(same, find_chunks(costs, same, other))
    costs = aligner(steps)
    weights = {name: round(10 * value) for name, value in fit(costs, same, other).items()}
    lengths = [
        [
            sum(weights.get(name, 0) for name in (f"=l{n}", f"=n{many}", f"={n}/{many}"))
            for n in (max(SHORTEST, n) for n in range(LENGTHS + 1))
        ]
        for many in range(1, MANY + 1)
    ]
    kept = [weights.get(f"=k{n}", 0) for n in range(KEPT + 1)]
    nested: dict[str, dict[str, int]] = {}
    for name, value in sorted(weights.items()):
        group, bar, context = name.partition("|")
        if bar and value:
            nested.setdefault(group, {})[context] = value
    groups = sum(len(step) > len("a:b") for step in steps)
    print(f"{sum(map(len, nested.values()))} weights, {groups} groups of letters", flush=True)
    steps = {step: cost for step, cost in sorted(steps.items()) if cost < 100 * UNSEEN}
    return Table(steps, nested, lengths, kept, learn_slips(other))


def main(arguments: list[str] | None = None) -> None:
    from .measure_costs import report

    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument(
        "groups", nargs="?", type=Path, help="persons.txt or the rigour 1.8.2 wheel"
    )
    parser.add_argument("--held-out", choices=("tune", "report"), default="report")
    parser.add_argument("--output", type=Path, default=TABLE)
    parser.add_argument(
        "--measure-only", action="store_true", help="do not learn, measure the table"
    )
    options = parser.parse_args(arguments)
    groups = read_groups(read_lines(options.groups))
    same, other = same_names(groups), other_names(groups)
    print(f"{len(groups)} groups; pairs of one name, of other names:")
    for part, pairs in other_bearers(groups).items():
        other[part] += pairs
        print(f"  {part:7} {len(same[part]):7} {len(other[part]):7}")
    if not options.measure_only:
        table = learn(same["learn"], other["learn"])
        options.output.write_bytes(msgspec.json.encode(table) + b"\n")
    costs = EditCosts(msgspec.json.decode(options.output.read_bytes(), type=Table))
    report(costs, same[options.held_out], other[options.held_out])


if __name__ == "__main__":
    main()

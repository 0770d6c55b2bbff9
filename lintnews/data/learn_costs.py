"""Learns edit_costs.json from groups of spellings of one name part, and prints how good it is.

    pip install "lintnews[learn]" && pip download --no-deps rigour==1.8.2
    python -m lintnews.data.learn_costs rigour-1.8.2-py3-none-any.whl

The groups are Wikidata's, as the MIT-licensed package rigour 1.8.2 carries them in
rigour/data/names/persons.txt (later versions compile them away): one group a line, spellings with
commas between, `=> ITEM` last. Give that file, the wheel, or nothing if rigour 1.8.2 is installed.

Same name: two Latin-script spellings of one group. Other names: spellings near each other that no
group joins, not even by way of a third spelling. Groups are dealt out by a hash of their item: 80 in
100 to learn from, 10 to choose settings by (--held-out tune), 10 to report on. Nothing is random
but the seeded sampling, so a second run writes the same table. docs/names-costs.md argues the numbers.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import itertools
import math
import random
import sys
import unicodedata
import zipfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec

from lintnews.names.costs import (
    LONGEST,
    MAX_LENGTH_GAP,
    TABLE,
    EditCosts,
    Table,
    features,
)
from lintnews.names.fold import fold, skeleton

MEMBER = "rigour/data/names/persons.txt"
SEED = 20
# Letters; a part of one letter is an initial, and no spelling.
SHORTEST = 2
# Pairs taken of one group: the groups of Chinese given names would else outvote all others.
PAIRS_A_GROUP = 6
# Edits as a share of the longer part's letters; beyond it a group holds translations (John, Juan).
FARTHEST = 0.6
# Words whose neighbours are looked up for pairs of different names.
ANCHORS = 40_000
# Neighbours taken of one word at each Levenshtein distance, and of those with its skeleton.
NEAR = {1: 3, 2: 3, 3: 2, 4: 1}
SAME_SKELETON = 2
# Occurrences below which a feature or a group of letters is chance.
LEAST_FEATURE = 8
LEAST_CHUNK = 12
# How much commoner a group of letters must be in spellings of one name than in different names.
LEAST_LIFT = 1.5
# Width of the Gaussian prior on a weight (in log-odds): general features may move farther.
WIDTH_GENERAL, WIDTH_PAIR, WIDTH_CONTEXT = 3.0, 1.2, 0.7
# Weights smaller than this (log-odds) are left out of the table.
LEAST_WEIGHT = 0.04
ROUNDS = 4
LENGTHS = 14

# Share of the kinds of slip among single typing slips. Omission, insertion, substitution and
# transposition stand as about 34 : 27 : 19 : 12 in keyed scientific text; of the rest each gets
# its part. Half of the insertions double a letter, half of the substitutions hit a neighbour.
SLIPS = {"drop": 0.50, "double": 0.15, "key": 0.11, "replace": 0.10, "swap": 0.14}
# About 8 in 100 slips fall on the first letter.
FIRST_LETTER = 0.08
# Share of slips among the misspelled names of one text; the rest are other transliterations.
SLIP_SHARE = 0.10

Pair = tuple[str, str]


def read_lines(path: Path | None) -> Iterator[str]:
    """Yield the lines of the groups: from the text file, a wheel, or the installed rigour 1.8.2."""
    if path is None:
        from importlib.metadata import distribution

        path = Path(str(distribution("rigour").locate_file(MEMBER)))
    if path.suffix == ".whl":
        with zipfile.ZipFile(path) as wheel, wheel.open(MEMBER) as raw:
            yield from io.TextIOWrapper(raw, encoding="utf-8")
    else:
        with path.open(encoding="utf-8") as lines:
            yield from lines


def read_groups(lines: Iterable[str]) -> dict[str, list[str]]:
    """Return item -> its folded Latin-script spellings of one word, sorted."""
    groups: dict[str, set[str]] = defaultdict(set)
    for line in lines:
        names, _, item = line.rpartition("=>")
        for name in map(str.strip, names.split(",")):
            if not name or " " in name or not all(map(latin, name)):
                continue
            folded = fold(name)
            if SHORTEST <= len(folded) <= LONGEST:
                groups[item.strip()].add(folded)
    return {item: sorted(found) for item, found in groups.items()}


def latin(letter: str) -> bool:
    return not letter.isalpha() or unicodedata.name(letter, "").startswith("LATIN")


def part_of(item: str) -> str:
    """Return learn, tune or report: to which part of the data a group or word belongs."""
    bucket = hashlib.blake2b(item.encode(), digest_size=2).digest()[0] % 10
    return "report" if bucket == 0 else "tune" if bucket == 1 else "learn"


FEMALE = ("a", "aya", "aia", "aja", "ova", "eva", "owa", "ewa", "ovna", "evna", "owna", "ewna")
BALTIC = ("s", "as", "is", "us", "iene", "aite", "yte", "ene")


def another_bearer(a: str, b: str) -> bool:
    """Whether two spellings of a group differ in gender (Tolstoy, Tolstaya) or a Baltic case ending."""
    for x, y in ((a, b), (b, a)):
        if any(y == x + ending for ending in BALTIC) or y in (x + "a", x + "ova", x + "eva"):
            return True
        if y.endswith(FEMALE) and not x.endswith("a"):
            return True
    return False


def distance(a: str, b: str) -> int:
    from rapidfuzz.distance import Levenshtein

    return int(Levenshtein.distance(a, b))


def comparable(a: str, b: str) -> bool:
    far = FARTHEST * max(len(a), len(b))
    return abs(len(a) - len(b)) <= MAX_LENGTH_GAP and distance(a, b) <= max(1, far)


def same_names(groups: dict[str, list[str]]) -> dict[str, list[Pair]]:
    """Return part -> pairs of spellings of one name; no pair stands in two parts."""
    out: dict[str, list[Pair]] = {"learn": [], "tune": [], "report": []}
    seen: set[Pair] = set()
    # Learning first: what it has seen is taken from the other two.
    for part in out:
        for item, spellings in groups.items():
            if part_of(item) != part:
                continue
            pairs = [
                pair
                for pair in itertools.combinations(spellings, 2)
                if comparable(*pair) and not another_bearer(*pair)
            ]
            random.Random(f"{SEED}{item}").shuffle(pairs)
            for pair in pairs[:PAIRS_A_GROUP]:
                if pair not in seen:
                    seen.add(pair)
                    out[part].append(pair)
    return out


def other_names(groups: dict[str, list[str]]) -> dict[str, list[Pair]]:
    """Return part -> pairs of near spellings that no group joins, directly or by a third spelling."""
    import numpy
    from rapidfuzz.distance import Levenshtein
    from rapidfuzz.process import cdist

    joined: dict[str, set[str]] = defaultdict(set)
    for spellings in groups.values():
        for spelling in spellings:
            joined[spelling].update(spellings)
    words = sorted(joined)
    by_skeleton: dict[str, list[str]] = defaultdict(list)
    for word in words:
        by_skeleton[skeleton(word)].append(word)
    chance = random.Random(SEED)
    anchors = chance.sample(words, min(ANCHORS, len(words)))
    out: dict[str, list[Pair]] = {"learn": [], "tune": [], "report": []}
    seen: set[Pair] = set()
    for begin in range(0, len(anchors), 400):
        some = anchors[begin : begin + 400]
        table = cdist(
            some, words, scorer=Levenshtein.distance, score_cutoff=4, dtype=numpy.uint8, workers=-1
        )
        for anchor, row in zip(some, table, strict=True):
            kin = set().union(*(joined[word] for word in joined[anchor]))
            found: list[str] = []
            for far, most in NEAR.items():
                if far > max(1, len(anchor) // 2):
                    break
                near = [int(at) for at in numpy.flatnonzero(row == far)]
                found += [words[at] for at in chance.sample(near, min(len(near), 2 * most))][
                    :most
                ]
            alike = by_skeleton[skeleton(anchor)]
            found += chance.sample(alike, min(len(alike), SAME_SKELETON))
            for word in found:
                pair = (anchor, word) if anchor < word else (word, anchor)
                if word in kin or pair in seen or not comparable(*pair) or another_bearer(*pair):
                    continue
                seen.add(pair)
                out[part_of(anchor)].append(pair)
    return out


def steps_of(costs: EditCosts, pair: Pair) -> list[tuple[str, str]]:
    """Return the operations of the best alignment with their context, as `features` takes them."""
    a, b = pair
    out = []
    for step in costs.operations(a, b):
        x = f"^{a}$"[step.start : step.start + len(step.letters) + 2] if step.letters else ""
        y = f"^{b}$"[step.other_start : step.other_start + len(step.other) + 2]
        out.append((x, y if step.other else ""))
    return out


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


def find_chunks(costs: EditCosts, same: list[Pair], other: list[Pair]) -> list[str]:
    """Return the groups of letters that replace each other oftener in one name than by chance."""
    counts = []
    for pairs in (same, other):
        count: Counter[str] = Counter()
        for pair in pairs:
            for x, y in runs(costs, pair):
                if (len(x), x) > (len(y), y):
                    x, y = y, x
                if x and 2 <= len(y) <= 3 and x[0] != y[0] and x[-1] != y[-1]:
                    count[f"{x}:{y}"] += 1
        counts.append(count)
    ratio = len(other) / len(same)
    return sorted(
        chunk
        for chunk, seen in counts[0].items()
        if seen >= LEAST_CHUNK and seen * ratio >= LEAST_LIFT * (counts[1][chunk] + 1)
    )


def width(name: str) -> float:
    if name[0] in "#=V" or set(name) <= set("VC:2^$"):
        return WIDTH_GENERAL
    return WIDTH_PAIR if name.rstrip("VC^$")[-1:].islower() and "<" not in name and ">" not in name and name[-1].islower() else WIDTH_CONTEXT


def fit(costs: EditCosts, same: list[Pair], other: list[Pair]) -> dict[str, float]:
    """Return the weights of a logistic regression over the features of the best alignments."""
    import numpy
    from scipy.optimize import minimize
    from scipy.sparse import csr_matrix

    rows: list[dict[str, float]] = []
    count: Counter[str] = Counter()
    for pair in itertools.chain(same, other):
        row: dict[str, float] = {f"={min(len(pair[0]), len(pair[1]), LENGTHS)}": 1.0}
        for step in steps_of(costs, pair):
            for name, share in features(*step):
                row[name] = row.get(name, 0.0) + share
        count.update(row)
        rows.append(row)
    names = sorted(name for name, seen in count.items() if seen >= LEAST_FEATURE)
    at = {name: number for number, name in enumerate(names)}
    starts, columns, shares = [0], [], []
    for row in rows:
        for name, share in row.items():
            if name in at:
                columns.append(at[name])
                shares.append(share)
        starts.append(len(columns))
    matrix = csr_matrix((shares, columns, starts), shape=(len(rows), len(names)))
    signs = numpy.ones(len(rows))
    signs[len(same) :] = -1
    # Each side weighs the same: the odds are to be added to the caller's own prior.
    weights = numpy.where(signs > 0, 1.0, len(same) / len(other))
    pull = numpy.array([1.0 / width(name) ** 2 for name in names])

    def loss(values: Any) -> tuple[float, Any]:
        margin = signs * (matrix @ values)
        slope = -weights * signs / (1.0 + numpy.exp(numpy.clip(margin, -30, 30)))
        total = float((weights * numpy.logaddexp(0, -margin)).sum())
        return (
            total + 0.5 * float((pull * values * values).sum()),
            matrix.T @ slope + pull * values,
        )

    found = minimize(loss, numpy.zeros(len(names)), jac=True, method="L-BFGS-B", options={"maxiter": 300})
    return dict(zip(names, found.x.tolist(), strict=True))


def learn_slips(costs: EditCosts, other: list[Pair]) -> dict[str, list[int]]:
    """Return the slips' log-odds: how often a hand makes them against how often names differ so."""
    total: Counter[int] = Counter()
    seen: Counter[tuple[str, int]] = Counter()
    for a, b in other:
        length = min(len(a), len(b), LENGTHS)
        total[length] += 1
        seen[costs.slip_kind(a, b), length] += 1
    out = {}
    for name, share in SLIPS.items():
        for first in ("", "first-"):
            slip = share * (FIRST_LETTER if first else 1 - FIRST_LETTER)
            row = []
            for length in range(LENGTHS + 1):
                # The neighbouring lengths help out where a kind is rare.
                window = [k for k in (length - 1, length, length + 1) if total[k]] or [SHORTEST]
                by_chance = sum(seen[first + name, k] for k in window) + 0.5
                by_chance /= sum(total[k] for k in window) + 1
                row.append(round(100 * math.log(SLIP_SHARE * slip / by_chance)))
            out[first + name] = row
    return out


def as_table(
    weights: dict[str, float], chunks: list[str], slips: dict[str, list[int]]
) -> Table:
    lengths = [weights.get(f"={max(SHORTEST, n)}", 0.0) for n in range(LENGTHS + 1)]
    return Table(
        weights={
            name: round(100 * value)
            for name, value in sorted(weights.items())
            if abs(value) >= LEAST_WEIGHT and name[0] != "="
        },
        chunks=chunks,
        lengths=[round(100 * value) for value in lengths],
        slips=slips,
    )


# What the first alignment goes by: vowels and doubled letters come and go, consonants less.
FIRST_GUESS = Table(
    weights={"#": -60, ":V": 60, ":V2": 90, ":C": -120, ":C2": 110, "V:V": 20, "C:C": -120, "V:C": -160},
    chunks=[],
    lengths=[0],
    slips={},
)  # fmt: skip


def learn(same: list[Pair], other: list[Pair]) -> Table:
    """Align, fit, and align again with what was fitted; the alignments settle in a few rounds."""
    table = FIRST_GUESS
    for number in range(ROUNDS):
        costs = EditCosts(table)
        chunks = find_chunks(costs, same, other) if number <= 1 else table.chunks
        if number == 0:
            # The chunks take part from the second alignment on.
            costs = EditCosts(msgspec.structs.replace(table, chunks=chunks))
        table = as_table(fit(costs, same, other), chunks, learn_slips(costs, other))
        print(f"round {number + 1}: {len(table.weights)} weights, {len(chunks)} groups of letters")
        sys.stdout.flush()
    return table


def main(arguments: list[str] | None = None) -> None:
    from lintnews.data.measure_costs import report

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("groups", nargs="?", type=Path, help="persons.txt or the rigour 1.8.2 wheel")
    parser.add_argument("--held-out", choices=("tune", "report"), default="report")
    parser.add_argument("--output", type=Path, default=TABLE)
    parser.add_argument("--measure-only", action="store_true", help="do not learn, measure the table")
    options = parser.parse_args(arguments)
    groups = read_groups(read_lines(options.groups))
    same, other = same_names(groups), other_names(groups)
    print(f"{len(groups)} groups; pairs of one name, of other names:")
    for part in same:
        print(f"  {part:7} {len(same[part]):7} {len(other[part]):7}")
    if not options.measure_only:
        table = learn(same["learn"], other["learn"])
        options.output.write_bytes(msgspec.json.encode(table) + b"\n")
    costs = EditCosts(msgspec.json.decode(options.output.read_bytes(), type=Table))
    report(costs, same[options.held_out], other[options.held_out])


if __name__ == "__main__":
    main()

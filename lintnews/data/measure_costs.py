"""Measures the edit costs on held-out pairs, beside Levenshtein and Jaro-Winkler.

Printed by learn_costs.py. The number of pairs of different names is weighted to equal that of one name's.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterable

from ..names.costs import EditCosts
from ..names.fold import one_deletes, skeleton
from ..names.slips import NEAR_KEYS

Pair = tuple[str, str]
Score = Callable[[str, str], float]
PRECISIONS = (0.90, 0.95)
LETTERS = "abcdefghijklmnopqrstuvwxyz"


def auc(same: list[float], other: list[float]) -> float:
    """Return the chance that a pair of one name scores above one of other names (ties: half)."""
    ordered = sorted([(score, 1) for score in same] + [(score, 0) for score in other])
    wins, below, at = 0.0, 0, 0
    while at < len(ordered):
        end = at
        while end < len(ordered) and ordered[end][0] == ordered[at][0]:
            end += 1
        ones = sum(label for _, label in ordered[at:end])
        wins += ones * (below + (end - at - ones) / 2)
        below += end - at - ones
        at = end
    return wins / (len(same) * len(other)) if same and other else float("nan")


def recall_at(same: list[float], other: list[float], precision: float) -> float:
    """Return the greatest recall that any threshold reaches at the given precision."""
    weight = len(same) / len(other) if other else 0.0
    ordered = sorted([(score, 1) for score in same] + [(score, 0) for score in other], reverse=True)
    right = wrong = 0.0
    best = 0.0
    for number, (score, label) in enumerate(ordered):
        right += label
        wrong += (1 - label) * weight
        last = number + 1 == len(ordered) or ordered[number + 1][0] != score
        if last and right / (right + wrong) >= precision:
            best = right / len(same)
    return best


def report(costs: EditCosts, same: list[Pair], other: list[Pair]) -> None:
    """Print separation by distance, reliability, slips, blocking and speed."""
    from rapidfuzz.distance import JaroWinkler, Levenshtein

    scorers: dict[str, Score] = {
        "learned costs": costs.log_odds,
        "spelling alone": costs.spelling,
        "Levenshtein": lambda a, b: -float(Levenshtein.distance(a, b)),
        "Levenshtein/len": Levenshtein.normalized_similarity,
        "Jaro-Winkler": JaroWinkler.similarity,
    }
    print("\nheld out: AUC, recall at precision .90 and .95, by Levenshtein distance")
    print(f"{'':16}{'pairs':>15}" + "".join(f"{name:>22}" for name in scorers))
    for low, high in ((1, 99), (1, 1), (2, 2), (3, 3), (4, 99)):
        chosen = [
            [pair for pair in pairs if low <= Levenshtein.distance(*pair) <= high]
            for pairs in (same, other)
        ]
        line = f"{'all' if high - low == 98 else low if low == high else f'{low}+':<16}"
        line += f"{len(chosen[0]):>7}/{len(chosen[1]):<7}"
        for score in scorers.values():
            good, bad = ([score(*pair) for pair in pairs] for pairs in chosen)
            at = " ".join(f"{recall_at(good, bad, p):.3f}" for p in PRECISIONS)
            line += f"    {auc(good, bad):.4f} {at}"
        print(line)
    _reliability(costs, same, other)
    _slips(costs, sorted({a for a, _ in same}), other)
    _blocking(same, other)
    pairs = same + other
    for pair in pairs:
        costs.spelling(*pair)
    begin = time.perf_counter()
    for a, b in pairs:
        costs.spelling(a, b), costs.slip(a, b)
    print(f"\n{(time.perf_counter() - begin) / len(pairs) * 1e6:.1f} microseconds a pair, uncached")


def _reliability(costs: EditCosts, same: list[Pair], other: list[Pair]) -> None:
    print("\nlog-odds: pairs of one name in 100 (expected for the middle), pairs")
    weight = len(same) / len(other)
    odds = [(costs.log_odds(*pair), 1.0) for pair in same]
    odds += [(costs.log_odds(*pair), 0.0) for pair in other]
    for low in range(-6, 6):
        inside = [label for value, label in odds if low <= value < low + 1]
        good = sum(inside)
        if inside:
            share = good / (good + (len(inside) - good) * weight)
            expected = 1 / (1 + 2.718281828 ** -(low + 0.5))
            print(
                f"  {low:+d} to {low + 1:+d}: {100 * share:5.1f} ({100 * expected:5.1f})  {len(inside)}"
            )


def slipped(word: str, kind: str, chance: random.Random, neighbours: Iterable[str]) -> str:
    """Return the word with one slip of the kind behind its first letter."""
    at = chance.randrange(1, len(word))
    if kind == "drop":
        return word[:at] + word[at + 1 :]
    if kind == "double":
        return word[:at] + word[at] + word[at:]
    if kind == "swap":
        at = min(at, len(word) - 2)
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    pool = [pair[1] for pair in neighbours if pair[0] == word[at]] if kind == "key" else LETTERS
    return word[:at] + chance.choice(pool) + word[at + 1 :]


def _slips(costs: EditCosts, words: list[str], other: list[Pair]) -> None:
    print(
        "\ntyping slips made in held-out names of 5 letters or more, against the different names:"
    )
    print("kind: AUC, share above 0 log-odds, above +2; spelling channel alone")
    chance = random.Random(1)
    near = sorted(NEAR_KEYS)
    words = [word for word in words if len(word) >= 5]
    words = chance.sample(words, min(len(words), 3000))
    bad = [(costs.log_odds(*pair), costs.spelling(*pair)) for pair in other]
    for kind in ("drop", "double", "swap", "key", "replace"):
        pairs = [(word, slipped(word, kind, chance, near)) for word in words]
        good = [(costs.log_odds(a, b), costs.spelling(a, b)) for a, b in pairs if a != b]
        line = f"  {kind:8}"
        for channel in (0, 1):
            odds = [scores[channel] for scores in good]
            above = [sum(value > least for value in odds) / len(odds) for least in (0, 2)]
            line += f"   {auc(odds, [scores[channel] for scores in bad]):.3f} {above[0]:.2f} {above[1]:.2f}"
        print(line)
    share = [sum(scores[0] > least for scores in bad) / len(bad) for least in (0, 2)]
    print(f"  different names above 0: {share[0]:.3f}, above +2: {share[1]:.3f}")


def _blocking(same: list[Pair], other: list[Pair]) -> None:
    print(
        "\nskeletons: pairs that meet in 100, exactly and by one-letter-shorter keys on both sides"
    )
    for name, pairs in (("one name", same), ("other names", other)):
        keys = [(skeleton(a), skeleton(b)) for a, b in pairs]
        exact = sum(x == y for x, y in keys) / len(keys)
        near = sum(not one_deletes(x).isdisjoint(one_deletes(y)) for x, y in keys) / len(keys)
        print(f"  {name:12} {100 * exact:5.1f} {100 * near:5.1f}")

"""Pairs of spellings to learn edit costs from: of one name, and of different names that are near.

Read by learn_costs.py. Groups are Wikidata's, as the package rigour 1.8.2 carries them.
One name: two Latin-script spellings of one group. Different names: near spellings that no group
joins, not even by way of a third spelling, and forms of the other sex inside a group.
"""

from __future__ import annotations

import hashlib
import io
import itertools
import random
import unicodedata
import zipfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from ..names.costs import LONGEST, MAX_LENGTH_GAP
from ..names.fold import fold, skeleton

MEMBER = "rigour/data/names/persons.txt"
SEED = 20
# Letters; a part of one letter is an initial, and no spelling.
SHORTEST = 2
# Pairs taken of one group: the groups of Chinese given names would else outvote all others.
PAIRS_A_GROUP = 6
# Groups with Chinese characters but no kana often hold the readings of several languages (Mandarin,
# Hakka, Cantonese), which are no spellings of each other: fewer pairs, and none of crowded groups.
PAIRS_A_HAN_GROUP = 2
CROWDED_HAN_GROUP = 6
# Edits as a share of the longer part's letters; beyond it a group holds translations (John, Juan).
FARTHEST = 0.6
# Words whose neighbours are looked up for pairs of different names.
ANCHORS = 40_000
# Neighbours taken of one word at each Levenshtein distance, and of those with its skeleton.
NEAR = {1: 3, 2: 3, 3: 2, 4: 1}
SAME_SKELETON = 2

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


class Group(msgspec.Struct, frozen=True):
    """The folded Latin-script spellings of one word, sorted, and how many pairs they may give."""

    spellings: tuple[str, ...]
    pairs: int


def read_groups(lines: Iterable[str]) -> dict[str, Group]:
    """Return item -> its spellings."""
    groups: dict[str, Group] = {}
    for line in lines:
        names, _, item = line.rpartition("=>")
        found = set()
        for name in map(str.strip, names.split(",")):
            if name and " " not in name and all(map(latin, name)):
                folded = fold(name)
                if SHORTEST <= len(folded) <= LONGEST:
                    found.add(folded)
        if found:
            pairs = PAIRS_A_GROUP
            if any("\u4e00" <= letter <= "\u9fff" for letter in names) and not any(
                "\u3040" <= letter <= "\u30ff" for letter in names
            ):
                pairs = PAIRS_A_HAN_GROUP if len(found) <= CROWDED_HAN_GROUP else 0
            groups[item.strip()] = Group(tuple(sorted(found)), pairs)
    return groups


def latin(letter: str) -> bool:
    """Whether a character is a Latin letter or no letter."""
    return not letter.isalpha() or unicodedata.name(letter, "").startswith("LATIN")


def part_of(item: str) -> str:
    """Return learn, tune or report: to which part of the data a group or word belongs."""
    bucket = hashlib.blake2b(item.encode(), digest_size=2).digest()[0] % 10
    return "report" if bucket == 0 else "tune" if bucket == 1 else "learn"


# Endings that make the other sex's form of a name, and Baltic case endings on foreign names.
FEMALE = (
    "a",
    "ia",
    "iya",
    "ija",
    "ova",
    "eva",
    "owa",
    "ewa",
    "ina",
    "ovna",
    "evna",
    "owna",
    "ewna",
)
SKAYA = ("aya", "aia", "aja", "ska", "ovna", "evna", "owna", "ewna", "ichna", "inichna")
BALTIC = ("s", "as", "is", "us", "iene", "aite", "yte", "ene")


def another_bearer(a: str, b: str) -> bool:
    """Whether two spellings of a group differ in sex (Tolstoy, Tolstaya) or a Baltic case ending."""
    for x, y in ((a, b), (b, a)):
        if y.startswith(x) and x[-1] != "a" and y[len(x) :] in FEMALE + BALTIC:
            return True
        if y.endswith(SKAYA) and not x.endswith("a"):
            return True
    return False


def comparable(a: str, b: str) -> bool:
    """Whether two spellings are near enough to be aligned at all."""
    from rapidfuzz.distance import Levenshtein

    far = max(1, int(FARTHEST * max(len(a), len(b))))
    return abs(len(a) - len(b)) <= MAX_LENGTH_GAP and Levenshtein.distance(a, b) <= far


def same_names(groups: dict[str, Group]) -> dict[str, list[Pair]]:
    """Return part -> pairs of spellings of one name; no pair stands in two parts."""
    out: dict[str, list[Pair]] = {"learn": [], "tune": [], "report": []}
    seen: set[Pair] = set()
    # Learning first: what it has seen is taken from the other two.
    for part, chosen in out.items():
        for item, group in groups.items():
            if part_of(item) != part:
                continue
            pairs = [
                pair
                for pair in itertools.combinations(group.spellings, 2)
                if comparable(*pair) and not another_bearer(*pair)
            ]
            random.Random(f"{SEED}{item}").shuffle(pairs)
            for pair in pairs[: group.pairs]:
                if pair not in seen:
                    seen.add(pair)
                    chosen.append(pair)
    return out


def other_bearers(groups: dict[str, Group]) -> dict[str, list[Pair]]:
    """Return part -> pairs that stand in one group but name two people (Tolstoy, Tolstaya)."""
    out: dict[str, list[Pair]] = {"learn": [], "tune": [], "report": []}
    for item, group in groups.items():
        pairs = filter(
            lambda pair: another_bearer(*pair), itertools.combinations(group.spellings, 2)
        )
        out[part_of(item)] += list(pairs)[:2]
    return {part: sorted(set(pairs)) for part, pairs in out.items()}


def other_names(groups: dict[str, Group]) -> dict[str, list[Pair]]:
    """Return part -> pairs of near spellings that no group joins, directly or by a third spelling."""
    import numpy
    from rapidfuzz.distance import Levenshtein
    from rapidfuzz.process import cdist

    joined: dict[str, set[str]] = defaultdict(set)
    for group in groups.values():
        for spelling in group.spellings:
            joined[spelling].update(group.spellings)
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
                found += [words[at] for at in chance.sample(near, min(len(near), 2 * most))][:most]
            alike = by_skeleton[skeleton(anchor)]
            found += chance.sample(alike, min(len(alike), SAME_SKELETON))
            for word in found:
                pair = (anchor, word) if anchor < word else (word, anchor)
                if word in kin or pair in seen or not comparable(*pair):
                    continue
                seen.add(pair)
                out[part_of(anchor)].append(pair)
    return out

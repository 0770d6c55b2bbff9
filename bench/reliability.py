"""Whether a confidence means what it says: of the name findings that claim .9, nine in ten are right.

    python bench/reliability.py [--category name] [--show]

Findings of every level on the project's own fixtures, in bins of their confidence: what was predicted
on average, which share was right, how many there are. Right is what overlaps a label of its category;
on clean texts nothing is right.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parent))
import quality

from lintnews.config import Config
from lintnews.findings import CATEGORIES, Severity
from lintnews.jobs import Plan, Workspace, lint_files

# Lower ends of the bins. Warnings begin at .80 and errors at .95; below .50 nothing is reported.
BINS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 0.98)


class Judged(NamedTuple):
    """A finding: its confidence, whether it is right, and what to show of it."""

    confidence: float
    right: bool
    shown: str


class Row(NamedTuple):
    """A bin: its lower end, the mean confidence, the share of right findings, their number."""

    low: float
    predicted: float
    right: float
    count: int


def judged(category: str) -> Iterator[Judged]:
    """Yield every finding of a category on the fixtures, right or not."""
    workspace = Workspace(fixed=Config(severity=Severity.INFO))
    fixtures = quality.ROOT / "fixtures"
    paths = [
        path
        for folder in ("articles", "clean", "false_alarms")
        for path in sorted((fixtures / folder).iterdir())
        if path.suffix in (".txt", ".md")
    ]
    for result in lint_files(workspace, [str(path) for path in paths], Plan()):
        path = Path(result.path)
        labels = quality.labels_of(path, result.source) if path.parent.name == "articles" else []
        for finding in result.findings:
            if finding.category == category:
                right = any(
                    label.category == category and quality.hits(finding, label) for label in labels
                )
                shown = f"{path.name}:{finding.line}: {finding.rule}: {finding.shown[:60]!r}"
                yield Judged(finding.confidence, right, shown)


def table(found: Iterable[Judged]) -> list[Row]:
    """Return a row for each bin that holds findings."""
    bins: dict[float, list[Judged]] = {low: [] for low in BINS}
    for one in found:
        bins[max(low for low in BINS if low <= one.confidence)].append(one)
    return [
        Row(
            low,
            sum(one.confidence for one in inside) / len(inside),
            sum(one.right for one in inside) / len(inside),
            len(inside),
        )
        for low, inside in bins.items()
        if inside
    ]


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--category", default="name", choices=CATEGORIES)
    parser.add_argument("--show", action="store_true", help="also list what was wrong")
    options = parser.parse_args()
    found = list(judged(options.category))
    print(f"{'confidence':<14} {'predicted':>9} {'right':>7} {'count':>6}")
    rows = table(found)
    for row in rows:
        high = next((low for low in BINS if low > row.low), 1.0)
        print(f"{row.low:.2f} to {high:.2f}   {row.predicted:9.3f} {row.right:7.3f} {row.count:6}")
    if found:
        predicted = sum(one.confidence for one in found) / len(found)
        right = sum(one.right for one in found) / len(found)
        print(f"{'all':<14} {predicted:9.3f} {right:7.3f} {len(found):6}")
    for one in found:
        if options.show and not one.right:
            print(f"wrong {one.confidence:.3f} {one.shown}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

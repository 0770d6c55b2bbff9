"""How much lintnews finds and how often it is wrong, on the project's own fixtures; a gate with floors.

    python bench/quality.py            measure and compare with bench/floors.json
    python bench/quality.py --raise    write better figures as the new floors
    python bench/quality.py --lower    write worse ones; needs a line under **Alarms** in CHANGELOG.md
    python bench/quality.py --show     also list what was missed and what was a false alarm

A label counts as found where an error or warning of its category marks at least one of its
characters and is not much longer than it.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
from pathlib import Path

import msgspec
import yaml

from lintnews.config import Config
from lintnews.findings import Finding, Severity
from lintnews.jobs import Plan, Workspace, lint_files

ROOT = Path(__file__).resolve().parent.parent
FLOORS = Path(__file__).with_name("floors.json")
# A finding may be this many code points longer than its label and still be about it.
SLACK = 200
CATEGORIES = ("name", "garble", "chrome", "style")


class Label(msgspec.Struct):
    """A defect that a person marked: the nth occurrence of a text, and its category."""

    text: str
    category: str
    start: int
    end: int


def labels_of(path: Path, source: str) -> list[Label]:
    """Return the labels beside an article; raise ValueError for one that is not in its text."""
    found = []
    for item in yaml.safe_load(path.with_suffix("").with_suffix(".labels.yaml").read_text("utf-8")):
        places = [m.start() for m in re.finditer(re.escape(item["text"]), source)]
        number = int(item.get("nth", 1))
        if len(places) < number:
            raise ValueError(f"{path}: {item['text']!r} does not stand there {number} times")
        start = places[number - 1]
        found.append(Label(item["text"], item["category"], start, start + len(item["text"])))
    return found


def hits(finding: Finding, label: Label) -> bool:
    overlap = finding.start < label.end and label.start < finding.end
    length = finding.end - finding.start
    return overlap and length <= label.end - label.start + SLACK


def measure(show: bool) -> dict[str, float]:
    """Return figure -> value: recall by category on the articles, alarms on the clean texts."""
    workspace = Workspace(fixed=Config())
    articles = sorted(
        p for p in (ROOT / "fixtures" / "articles").iterdir() if p.suffix in (".txt", ".md")
    )
    seen = dict.fromkeys(CATEGORIES, 0)
    total = dict.fromkeys(CATEGORIES, 0)
    right = reported = 0
    for result in lint_files(workspace, [str(p) for p in articles], Plan()):
        labels = labels_of(Path(result.path), result.source)
        findings = [f for f in result.findings if f.severity >= Severity.WARNING]
        for label in labels:
            found = any(hits(f, label) for f in findings)
            total[label.category] += 1
            seen[label.category] += found
            if show and not found:
                print(f"missed   {Path(result.path).name}: {label.category}: {label.text[:70]!r}")
        for finding in findings:
            reported += 1
            good = any(hits(finding, label) for label in labels)
            right += good
            if show and not good:
                print(
                    f"no label {Path(result.path).name}:{finding.line}: {finding.rule}: {finding.text[:60]!r}"
                )
    figures = {f"recall {name}": seen[name] / max(total[name], 1) for name in CATEGORIES}
    figures["recall"] = sum(seen.values()) / max(sum(total.values()), 1)
    figures["precision"] = right / max(reported, 1)
    clean = [
        p
        for folder in ("clean", "false_alarms")
        for p in sorted((ROOT / "fixtures" / folder).glob("*.txt"))
    ]
    errors = warnings = 0
    for result in lint_files(workspace, [str(p) for p in clean], Plan()):
        for finding in result.findings:
            errors += finding.severity == Severity.ERROR
            warnings += finding.severity == Severity.WARNING
            if show and finding.severity >= Severity.WARNING:
                print(
                    f"alarm    {Path(result.path).name}:{finding.line}: {finding.rule}: {finding.text[:60]!r}"
                )
    figures["error alarms on clean texts"] = float(errors)
    figures["warning alarms on clean texts"] = float(warnings)
    return {name: round(value, 3) for name, value in figures.items()}


def is_worse(name: str, value: float, floor: float) -> bool:
    return value > floor if "alarms" in name else value < floor


def alarms_told() -> bool:
    """Say whether CHANGELOG.md gained a line under **Alarms** against the last commit."""
    done = subprocess.run(
        ["git", "diff", "HEAD", "--unified=1000", "--", "CHANGELOG.md"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    section = False
    for line in done.stdout.splitlines():
        text = line[1:].strip()
        if text.startswith("#"):
            section = text.strip("# *") == "Alarms"
        elif section and line.startswith("+") and text:
            return True
    return False


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--raise", dest="higher", action="store_true")
    parser.add_argument("--lower", action="store_true")
    options = parser.parse_args()
    figures = measure(options.show)
    floors = json.loads(FLOORS.read_text("utf-8")) if FLOORS.exists() else {}
    worse = [n for n, floor in floors.items() if is_worse(n, figures.get(n, 0.0), floor)]
    for name, value in figures.items():
        mark = "  WORSE" if name in worse else ""
        print(f"{name:<32} {value:7.3f}   floor {floors.get(name, float('nan')):7.3f}{mark}")
    if options.lower and worse and not alarms_told():
        print("lowering a floor needs a line under **Alarms** in CHANGELOG.md", file=sys.stderr)
        return 1
    if options.lower or (options.higher and not worse):
        FLOORS.write_text(json.dumps(figures, indent=1) + "\n", "utf-8")
        return 0
    return 1 if worse else 0


if __name__ == "__main__":
    raise SystemExit(main())

"""Articles for measuring speed: made from the project's own fixtures, the same on every machine."""

from __future__ import annotations

import random
from pathlib import Path

FIXTURES = Path(__file__).resolve().parent.parent / "fixtures"
# Bytes of one article; a news story has about 800 words.
ARTICLE_BYTES = 5_000
SEED = 20
# The last sentence of every article: a misspelling, a doubled word and an "absolute" for each of the
# linters that are compared, so that their reports show which files they have read.
CANARY = "The clerk will recieve the the very unique gift."


def paragraphs() -> tuple[list[str], list[str]]:
    """Return (clean paragraphs, paragraphs with defects) of the fixtures."""
    found: list[list[str]] = []
    for folder in ("clean", "articles"):
        texts = [p.read_text("utf-8") for p in sorted((FIXTURES / folder).glob("*.txt"))]
        found.append([p for text in texts for p in text.split("\n\n") if p.strip()])
    return found[0], found[1]


def articles(number: int, size: int = ARTICLE_BYTES) -> list[str]:
    """Return `number` articles of about `size` bytes; one paragraph in five has defects."""
    clean, broken = paragraphs()
    source = random.Random(SEED)
    made = []
    for order in range(number):
        parts: list[str] = [f"Report {order} of the day"]
        length = 0
        while length < size:
            part = source.choice(broken if source.random() < 0.2 else clean)
            parts.append(part)
            length += len(part.encode()) + 2
        made.append("\n\n".join([*parts, CANARY]) + "\n")
    return made


def write(folder: Path, number: int, size: int = ARTICLE_BYTES) -> int:
    """Write articles into a folder, one file each; return their bytes."""
    folder.mkdir(parents=True, exist_ok=True)
    total = 0
    for order, text in enumerate(articles(number, size)):
        data = text.encode()
        (folder / f"{order:05}.txt").write_bytes(data)
        total += len(data)
    return total

"""What a site repeats: learned from its archive, found in its new articles, checked on load."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from lintnews.config import Config
from lintnews.document import Document
from lintnews.errors import LintnewsError
from lintnews.linter import Linter
from lintnews.site import SiteIndex, SiteLearner, line_key, read_site

FIRST = "Anna Carl Dana Emil Fadi Gita Hana Ivor Jana Kofi Lena Milo Nora Omar Pia Rosa".split()
LAST = "Adler Berg Castro Duarte Endo Farrow Gruber Haddad Ionescu Jansen Kimura Lund".split()
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
PLACES = "harbour station market school bridge library theatre stadium ferry mill dam".split()
DEEDS = "closed opened repaired sold rented painted flooded inspected moved guarded".split()
# Three sites, each with lines of its own that no phrase rule knows and no place tells: those below
# the story end like its sentences. {} are filled anew each time.
SITES = {
    "quay": [
        "Quayside notes, issue {number}",
        "{name} walks the docks for Quayside every {day}",
        "Knots and news from the water.",
        "Tide table {number} hangs in the customs hall.",
        "The paper comes back on {day} with the tide, and tea is at four.",
    ],
    "hill": [
        "Hilltop letters · sheet {number}",
        "Set in type by {name}",
        "The bell rings for readers at {number} o’clock",
        "Goats, grapes and government since 1911",
        "Wood and words: the Hilltop cellar is open on {day}",
    ],
    "rail": [
        "Signal box {number} reporting",
        "Points, platforms and people",
        "Carriage {number}, seat {number}: the Rail Letter.",
        "Lost umbrellas go to {name}.",
        "The whistle blows twice on {day}, and the letter leaves.",
    ],
}


def fill(line: str, chance: random.Random) -> str:
    name = f"{chance.choice(FIRST)} {chance.choice(LAST)}"
    number, day = chance.randint(2, 9_999), chance.choice(DAYS)
    return line.format(name=name, number=number, day=day)


def sentence(chance: random.Random) -> str:
    who, where = chance.choice(LAST), chance.choice(PLACES)
    return (
        f"The {where} in {chance.choice(LAST)} street was {chance.choice(DEEDS)} on "
        f"{chance.choice(DAYS)} after {chance.randint(2, 90)} {chance.choice(PLACES)} workers and "
        f"{chance.randint(2, 90)} neighbours of the {chance.choice(PLACES)} had asked {who} for it, "
        f"and the {chance.choice(PLACES)} will be {chance.choice(DEEDS)} next."
    )


def article(site: str, chance: random.Random) -> tuple[str, list[str]]:
    """Return (text, its furniture): lines of the site around and between paragraphs."""
    furniture = [fill(line, chance) for line in SITES[site]]
    body = [f"{sentence(chance)} {sentence(chance)}" for _ in range(4)]
    head = f"{chance.choice(PLACES).title()} of {chance.choice(LAST)} {chance.choice(DEEDS)} again"
    # Three in a row below the story: one or two would be known by their place.
    lines = [furniture[0], head, body[0], furniture[1], *body[1:], *furniture[2:]]
    return "\n\n".join(lines) + "\n", furniture


def lines_of(text: str) -> Iterator[str]:
    document = Document.of(text)
    return (document.text[span.start : span.end] for span in document.lines)


def learned(site: str, number: int = 25) -> SiteIndex:
    chance = random.Random(f"{site} archive")
    learner = SiteLearner()
    for _ in range(number):
        learner.add(lines_of(article(site, chance)[0]))
    return learner.index()


def scored(site: str, linter: Linter) -> tuple[int, int, int]:
    """Return (found, there, wrong) over ten new articles of a site."""
    chance = random.Random(f"{site} new")
    found = there = wrong = 0
    for _ in range(10):
        text, furniture = article(site, chance)
        marked = [f.text for f in linter.check(Document.of(text)) if f.category == "chrome"]
        there += len(furniture)
        found += len(set(furniture) & set(marked))
        wrong += sum(line not in furniture for line in marked)
    return found, there, wrong


@pytest.mark.parametrize("site", SITES)
def test_lines_of_the_site_are_found_and_nothing_else(site: str, tmp_path: Path) -> None:
    learned(site).write(tmp_path / "site.idx")
    config = Config(select=("chrome",), site_index=str(tmp_path / "site.idx"))
    found, there, wrong = scored(site, Linter(config))
    assert (wrong, there) == (0, 50)
    assert found >= 0.95 * there


@pytest.mark.parametrize("site", SITES)
def test_without_the_index_few_of_these_lines_are_seen(site: str) -> None:
    found, there, _ = scored(site, Linter(Config(select=("chrome",))))
    assert found <= there / 4


def test_the_evidence_is_the_number_of_articles(tmp_path: Path) -> None:
    learned("hill").write(tmp_path / "site.idx")
    linter = Linter(Config(select=("chrome",), site_index=str(tmp_path / "site.idx")))
    text, _ = article("hill", random.Random(1))
    (hit,) = (f for f in linter.check(Document.of(text)) if f.text.startswith("Goats"))
    assert hit.evidence == ("stands in 25 of 25 articles of this site",)
    assert hit.rule == "chrome/site-line"


def test_digits_dates_and_names_are_masked() -> None:
    assert line_key("By Anna Smith, 4 May 2024") == line_key("By Carl de Jong, 17 June 2025")
    assert line_key("Page 3 of 12") == line_key("Page 10 of 44")


def test_a_line_of_names_alone_keeps_them() -> None:
    assert line_key("Sport") != line_key("London")


def test_a_line_in_four_articles_is_not_learned() -> None:
    learner = SiteLearner()
    for _ in range(4):
        learner.add(["the bell rings for readers"])
    assert learner.index().counts == {}


def test_a_line_in_one_of_a_hundred_articles_is_not_learned() -> None:
    learner = SiteLearner()
    for number in range(1_000):
        learner.add(["the bell rings for readers"] if number % 100 == 0 else [])
    assert learner.index().counts == {}


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda data: b"", "not a site index"),
        (lambda data: b"PK" + data, "not a site index"),
        (lambda data: data.replace(b"\x01\n", b"\x09\n", 1), "another version"),
        (lambda data: data[:-1], "cut off"),
        (lambda data: data[:20], "cut off"),
        (lambda data: data + b"x", "cut off or too long"),
        (lambda data: data[:40] + bytes([data[40] ^ 1]) + data[41:], "damaged"),
    ],
)
def test_a_broken_index_is_refused(change: object, reason: str, tmp_path: Path) -> None:
    path = tmp_path / "site.idx"
    learned("quay", 6).write(path)
    path.write_bytes(change(path.read_bytes()))  # type: ignore[operator]
    with pytest.raises(LintnewsError, match=reason) as caught:
        read_site(path)
    assert str(path) in str(caught.value)


def test_the_command_learns_from_files_of_any_kind(tmp_path: Path, capsys: object) -> None:
    from lintnews.cli.main import main

    chance = random.Random(2)
    texts = [article("rail", chance)[0] for _ in range(12)]
    (tmp_path / "a.txt").write_text(texts[0], "utf-8")
    (tmp_path / "b.md").write_text(texts[1], "utf-8")
    lines = [msgspec.json.encode({"title": "t", "body": text}) for text in texts[2:]]
    (tmp_path / "c.jsonl").write_bytes(b"\n".join(lines) + b"\n")
    target = tmp_path / "out.idx"
    assert main(["site", "learn", str(tmp_path), "-o", str(target)]) == 0
    index = read_site(target)
    assert index.articles == 12
    assert index.count("Points, platforms and people") == 12

"""A real LanguageTool, where one is installed (LTP_PATH, or `lintnews engines install`).

With LINTNEWS_FETCH_LANGUAGETOOL=1 it is fetched with Maven first.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from conftest import Ran

from lintnews.engines.fetch import MAVEN_SECONDS, with_maven
from lintnews.engines.installed import copies_folder, installed
from lintnews.engines.server import Server, locked, states, stop
from lintnews.errors import EngineError

Cli = Callable[..., Ran]
CHECK = ("check", "--isolated", "--no-cache", "--format", "jsonl", "--select", "grammar",
         "--engine", "languagetool", "-")  # fmt: skip

pytestmark = pytest.mark.languagetool


@pytest.fixture(scope="session")
def real(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Start the installed copy in a cache folder that all test processes share; give the folder."""
    folder = tmp_path_factory.getbasetemp().parent / "languagetool"
    folder.mkdir(mode=0o700, exist_ok=True)
    try:
        if os.environ.get("LINTNEWS_FETCH_LANGUAGETOOL"):
            # One test process fetches, the others wait.
            with locked(folder / "fetch.lock", MAVEN_SECONDS):
                with_maven(copies_folder())
        copy = installed()
    except EngineError as problem:
        pytest.skip(f"no real LanguageTool: {problem.reason}")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LINTNEWS_CACHE_DIR", str(folder))
        Server(copy).service()
        yield folder
        for path, state in states():
            stop(path, state)


@pytest.fixture
def grammar(real: Path, cli: Cli, monkeypatch: pytest.MonkeyPatch):
    """Return a function that gives (rule, text) of what the real server finds."""
    monkeypatch.setenv("LINTNEWS_CACHE_DIR", str(real))

    def find(text: str) -> list[tuple[str, str]]:
        ran = cli(*CHECK, stdin=text.encode())
        assert ran.status in (0, 1), ran.err
        return [(str(f["rule"]), str(f["text"])) for f in ran.findings()]

    return find


@pytest.mark.parametrize(
    ("text", "rule", "marked"),
    [
        ("The delegation returned to the and signed.", "grammar/collision", "the"),
        ("They have ben waiting since noon.", "grammar/confused-word", "ben"),
        ("An spokesman for the bank left.", "grammar/article", "An"),
        ("The winner threw 61,40 meters in the rain.", "grammar/mark", "61,40"),
        ("The law does not rewards such work.", "grammar/agreement", "rewards"),
    ],
)
def test_it_finds(grammar, text: str, rule: str, marked: str):
    assert (rule, marked) in grammar(text)


def test_offsets_hold_after_emoji_and_in_later_paragraphs(grammar):
    assert grammar("😀😀 All is well.\n\n🇺🇦 They have ben here.") == [
        ("grammar/confused-word", "ben")
    ]


def test_spelling_and_names_are_off(grammar):
    assert grammar("Yov Galante met Volodimir Zelenski in Zhovkva and Dnipropetrovskk.") == []


def test_good_news_gives_nothing(grammar):
    text = (
        "The government said on Tuesday it would raise the minimum wage by 4.5 percent, "
        "despite objections from employers.\n\n“We had had enough,” said Anna Kowalska, who runs "
        "a bakery in Lublin. An £11bn gap remains in the budget.\n\nThe two sides meet again on "
        "Thursday at 10:30 in the town hall."
    )
    assert grammar(text) == []

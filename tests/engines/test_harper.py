"""Harper in this process."""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest
from conftest import Ran

from lintnews.engines.allowed import HARPER

Cli = Callable[..., Ran]
CHECK = ("check", "--isolated", "--format", "jsonl", "--select", "grammar", "--engine", "harper")


def findings(cli: Cli, text: str) -> list[tuple[str, str]]:
    pytest.importorskip("harper", reason="harper-py is not installed")
    ran = cli(*CHECK, "-", stdin=text.encode())
    assert ran.status == 0, ran.err
    return [(str(f["rule"]), str(f["text"])) for f in ran.findings()]


def test_rules_of_the_allow_list_are_reported_with_exact_characters(own_cache, cli: Cli):
    text = "😀 It was an sign of hope.\n\nIn april the mayor of 𝒙 left."
    assert findings(cli, text) == [("grammar/article", "an"), ("grammar/capital", "april")]


def test_spelling_is_off(own_cache, cli: Cli):
    assert findings(cli, "The ministerr of Zhovkva, Mr Yov Galante, spokee on Friday.") == []


def test_every_rule_of_the_allow_list_exists():
    harper = pytest.importorskip("harper", reason="harper-py is not installed")
    assert set(HARPER) <= set(harper.get_default_lint_config())


def test_a_missing_package_is_one_line_and_status_2(own_cache, cli: Cli, monkeypatch):
    monkeypatch.setitem(sys.modules, "harper", None)
    ran = cli(*CHECK, "-", stdin=b"Some text.")
    assert ran.status == 2
    assert ran.err == (
        "lintnews: engine harper: the package harper-py is missing; "
        "install it with: pip install 'lintnews[harper]'\n"
    )


def test_both_engines_together_say_the_same_thing_once(own_cache, cli: Cli, monkeypatch):
    pytest.importorskip("harper", reason="harper-py is not installed")
    from engines.fake_languagetool import FakeLanguageTool, match, matches

    text = "It was an sign of hope."
    with FakeLanguageTool(lambda said: matches(match(said, "an", "EN_A_VS_AN", "a"))) as fake:
        both = ("--engine", "languagetool", "--languagetool-url", fake.url)
        ran = cli(*CHECK, *both, "-", stdin=text.encode())
    (finding,) = ran.findings()
    assert finding["evidence"] == ["Harper rule AnA"]

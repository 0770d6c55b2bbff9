"""What is asked of a LanguageTool server, and what becomes of its answers, good and bad."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from conftest import Ran
from engines.fake_languagetool import FakeLanguageTool, match, matches, words

from lintnews.engines import languagetool, run, service
from lintnews.engines.allowed import LANGUAGETOOL
from lintnews.engines.languagetool import LanguageTool

Fake = Callable[..., FakeLanguageTool]
Cli = Callable[..., Ran]
TEXT = "Police closed seven roads in the town on Friday."
CHECK = ("check", "--isolated", "--format", "jsonl", "--jobs", "1", "--engine", "languagetool")


@pytest.fixture
def check(cli: Cli, tmp_path, monkeypatch):
    """Return a function that lints texts, one a file, with an engine at a URL."""

    def lint(url: str, *texts: str, more: tuple[str, ...] = ("--select", "grammar")) -> Ran:
        for number, text in enumerate(texts):
            (tmp_path / f"{number}.txt").write_text(text, "utf-8")
        files = [f"{number}.txt" for number in range(len(texts))]
        return cli(*CHECK, "--languagetool-url", url, *more, *files)

    return lint


def test_a_finding_keeps_its_characters_and_names_the_engines_rule(fake: Fake, check):
    (finding,) = check(fake().url, TEXT).findings()
    assert (finding["rule"], finding["text"]) == ("grammar/collision", "seven roads")
    assert (finding["start"], finding["end"]) == (14, 25)
    assert finding["severity"] == "warning"
    assert finding["suggestions"] == ["six roads"]
    assert finding["evidence"] == ["LanguageTool rule THE_CC"]


def test_offsets_are_right_after_characters_that_take_two_units(fake: Fake, check):
    text = "😀🇺🇦 Police said.\n\nThey closed 𝒙 seven roads.\n"
    (finding,) = check(fake().url, text).findings()
    assert text[finding["start"] : finding["end"]] == "seven roads"


def test_only_rules_of_the_allow_list_are_asked_for(fake: Fake, check):
    server = fake()
    check(server.url, TEXT)
    (asked,) = server.asked
    assert asked["path"] == "/v2/check"
    assert asked["enabledOnly"] == "true"
    assert set(asked["enabledRules"].split(",")) == set(LANGUAGETOOL)
    assert not [rule for rule in LANGUAGETOOL if "MORFOLOGIK" in rule or "SPELL" in rule]
    # What a rule for the whole text says of a paragraph would depend on its neighbours.
    assert asked["mode"] == "allButTextLevelOnly"


def test_a_rule_outside_the_allow_list_is_not_believed(fake: Fake, check):
    server = fake(lambda text: matches(match(text, "Police", "MORFOLOGIK_RULE_EN_US")))
    assert check(server.url, TEXT).findings() == []


def test_the_house_spelling_decides_on_the_variant_of_english(fake: Fake, cli: Cli, tmp_path):
    server = fake()
    (tmp_path / ".lintnews.yaml").write_text("house:\n  spelling: uk\nengine: [languagetool]\n")
    (tmp_path / "a.txt").write_text(TEXT)
    cli("check", "--languagetool-url", server.url, "a.txt")
    assert server.asked[0]["language"] == "en-GB"


def test_a_url_may_end_in_the_path_of_the_interface(fake: Fake, check):
    server = fake()
    assert check(server.url + "/v2/check", TEXT).status == 0
    assert server.asked[0]["path"] == "/v2/check"


def test_the_environment_can_name_the_server(fake: Fake, cli: Cli, tmp_path, monkeypatch):
    monkeypatch.setenv("LINTNEWS_LANGUAGETOOL_URL", fake().url)
    (tmp_path / "a.txt").write_text(TEXT)
    assert cli(*CHECK, "--select", "grammar", "a.txt").findings()


def test_the_configuration_cannot_name_the_server(cli: Cli, tmp_path):
    (tmp_path / ".lintnews.yaml").write_text("languagetool-url: http://elsewhere.example\n")
    (tmp_path / "a.txt").write_text(TEXT)
    ran = cli("check", "a.txt")
    assert ran.status == 2
    assert "unknown key 'languagetool-url'" in ran.err


def test_an_engine_that_nobody_asks_for_is_not_looked_for(own_cache, cli: Cli, tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    assert cli("check", "--isolated", "--languagetool-url", "http://127.0.0.1:1", "a.txt").err == ""


def test_paragraphs_are_asked_about_once(fake: Fake, check):
    server = fake()
    first = check(server.url, TEXT, TEXT + "\n\nA new paragraph stands here.").findings()
    assert [asked["text"] for asked in server.asked] == [TEXT, "A new paragraph stands here."]
    assert check(server.url, TEXT, TEXT).findings()[0] == first[0]
    assert len(server.asked) == 2


def test_no_cache_asks_again(fake: Fake, check):
    server = fake()
    for _ in range(2):
        assert check(server.url, TEXT, more=("--select", "grammar", "--no-cache")).findings()
    assert len(server.asked) == 2


def test_another_version_of_the_server_is_asked_again(fake: Fake, check):
    server = fake()
    check(server.url, TEXT)
    server.version = "6.9"
    check(server.url, TEXT)
    assert len(server.asked) == 2


def test_a_broken_memory_is_started_anew(fake: Fake, check, own_cache):
    own_cache.mkdir(mode=0o700)
    (own_cache / "engines.sqlite").write_bytes(b"this is no database at all" * 100)
    server = fake()
    for _ in range(2):
        assert check(server.url, TEXT).findings()
    assert len(server.asked) == 1


def test_a_long_article_is_asked_about_in_parts(fake: Fake, check, monkeypatch):
    monkeypatch.setattr(languagetool, "MAX_CHARACTERS", 60)
    server = fake(
        lambda text: matches(*([match(text, "seven roads")] if "seven roads" in text else []))
    )
    text = "\n\n".join(
        [TEXT, "Nothing is wrong here.", "They met seven roads of gravel.", "It rained."]
    )
    found = check(server.url, text).findings()
    assert [(f["start"], f["text"]) for f in found] == [(14, "seven roads"), (83, "seven roads")]
    assert len(server.asked) == 3


def test_a_finding_across_two_paragraphs_is_dropped(fake: Fake, check):
    server = fake(lambda text: matches(match(text, "Friday.\n\nIt")))
    assert check(server.url, TEXT + "\n\nIt rained.").findings() == []


@pytest.mark.parametrize(("offset", "length"), [(-3, 5), (0, 0), (5, -2), (900, 4), (2, 900)])
def test_offsets_that_make_no_sense_are_dropped(fake: Fake, check, offset: int, length: int):
    said = {**match(TEXT, "seven roads"), "offset": offset, "length": length}
    assert check(fake(lambda text: matches(said)).url, TEXT).findings() == []


def test_rules_can_be_chosen_switched_off_and_graded(fake: Fake, check, cli: Cli, tmp_path):
    url = fake().url
    assert len(check(url, TEXT, more=("--select", "grammar/collision")).findings()) == 1
    assert check(url, TEXT, more=("--ignore", "grammar/collision")).findings() == []
    (tmp_path / ".lintnews.yaml").write_text("rules:\n  grammar/collision: error\n")
    ran = cli(*[a for a in CHECK if a != "--isolated"], "--languagetool-url", url, "0.txt")
    assert (ran.status, ran.findings()[0]["severity"]) == (1, "error")


def test_suppression_comments_count_for_engines(fake: Fake, check):
    text = f"<!-- lintnews: ignore grammar/collision -->\n\n{TEXT}"
    assert check(fake().url, text, more=()).findings() == []


def test_an_unknown_engine_is_a_usage_error(cli: Cli):
    ran = cli("check", "--engine", "langagetool", "-", stdin=b"Text.")
    assert ran.status == 2
    assert "did you mean 'languagetool'?" in ran.err


def test_articles_in_other_languages_are_not_sent(fake: Fake, check):
    server = fake()
    check(server.url, "---\nlang: de\n---\n" + TEXT, more=("--stdin-filename", "a.md"))
    (german,) = ["Die Polizei hat am Freitag die Straßen der Stadt gesperrt, weil es brannte. " * 8]
    server.asked.clear()
    check(server.url, german)
    assert server.asked == []


# What can go wrong.


def test_a_server_that_nobody_runs_is_one_line_and_status_2(own_cache, check):
    ran = check("http://127.0.0.1:1", TEXT)
    assert ran.status == 2
    assert ran.err == (
        "lintnews: engine languagetool: http://127.0.0.1:1 does not answer: Connection refused\n"
    )


@pytest.mark.parametrize("url", ["ftp://host", "http://", "http://host:x", "http://h:99999"])
def test_a_broken_url_is_one_line_and_status_2(own_cache, check, url: str):
    ran = check(url, TEXT)
    assert ran.status == 2
    assert ran.err == f"lintnews: {url!r} is no URL of a LanguageTool server\n"


def test_a_server_of_another_kind_is_one_line_and_status_2(fake: Fake, check, monkeypatch):
    server = fake()
    monkeypatch.setattr(service.Service, "_ask", lambda *_: (200, b"<html>hello</html>"))
    ran = check(server.url, TEXT)
    assert ran.status == 2
    assert "does not answer like LanguageTool" in ran.err
    assert ran.err.count("\n") == 1


def test_a_late_answer_leaves_one_article_out_and_the_rest_is_linted(
    fake: Fake, check, monkeypatch
):
    monkeypatch.setattr(service.Service.__init__, "__defaults__", (0.3,))

    def answer(text: str):
        if "slow" in text:
            time.sleep(1)
        return words(text)

    server = fake(answer)
    ran = check(server.url, f"{TEXT} It was slow slow.", TEXT, more=())
    assert ran.status == 2
    assert {(f["path"], f["rule"]) for f in ran.findings()} >= {
        ("0.txt", "garble/repetition"),
        ("1.txt", "grammar/collision"),
    }
    assert ran.err == (
        "lintnews: 0.txt: engine languagetool gave no answer within 0.3 s; "
        "its findings are missing\n"
    )


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ((200, b"<html>busy</html>"), "gave an answer that cannot be read"),
        ((200, b'{"matches": [{"offset": "x"}]}'), "gave an answer that cannot be read"),
        ((200, b'{"software": {}}'), "gave an answer that cannot be read"),
        ((500, b"Error: something broke\n"), "answered 500: Error: something broke"),
        ((413, b"Error: text too long"), "answered 413: Error: text too long"),
        ((302, b""), "answered 302"),
    ],
)
def test_a_bad_answer_leaves_the_article_out(fake: Fake, check, answer, said: str):
    ran = check(fake(lambda text: answer).url, TEXT)
    assert ran.status == 2
    assert ran.err.startswith("lintnews: 0.txt: engine languagetool " + said)
    assert ran.err.count("\n") == 1


def test_a_bad_answer_is_not_remembered(fake: Fake, check):
    server = fake(lambda text: (500, b"busy"))
    assert check(server.url, TEXT).status == 2
    server.answer = words
    ran = check(server.url, TEXT)
    assert (ran.status, len(ran.findings())) == (0, 1)


def test_an_engine_that_keeps_failing_ends_the_run(fake: Fake, check):
    texts = [f"Town number {number} has a mayor." for number in range(run.MAX_UNANSWERED + 3)]
    ran = check(fake(lambda text: (500, b"broken")).url, *texts)
    assert ran.status == 2
    assert ran.err.count("\n") == run.MAX_UNANSWERED
    assert "3 articles in a row" in ran.err


def test_a_server_that_goes_away_ends_the_run_with_one_line(fake: Fake, check):
    def answer(text: str):
        raise ConnectionError

    ran = check(fake(answer).url, TEXT)
    assert ran.status == 2
    assert "is gone" in ran.err
    assert ran.err.count("\n") == 1


def test_an_endless_answer_is_not_read(fake: Fake, monkeypatch):
    monkeypatch.setattr(service, "MAX_ANSWER", 1000)
    engine = LanguageTool(fake(lambda text: (200, b" " * 2000)).url)
    with pytest.raises(run.Unanswered, match="more than 1000 bytes"):
        engine.check(["Text."])

"""Configuration files: which one counts, what it may say, and what a mistake in it says."""

from __future__ import annotations

import os
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lintnews.config import FILE_NAME, Config, find_config, matches, read_config
from lintnews.errors import ConfigError, LintnewsError
from lintnews.findings import Severity
from lintnews.jobs import Workspace
from lintnews.linter import Linter


@pytest.fixture
def write(tmp_path):
    """Return a function that writes a configuration and returns its path."""

    def config(text: str, folder: str = "."):
        path = tmp_path / folder / FILE_NAME
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        return path

    return config


def refusal(path) -> str:
    with pytest.raises(ConfigError) as caught:
        read_config(path)
    said = str(caught.value)
    assert said.startswith(f"{path}")
    assert "\n" not in said
    return said.removeprefix(f"{path}")


def test_an_empty_file_changes_nothing(write):
    path = write("# nothing yet\n")
    assert read_config(path) == Config(path=str(path))


def test_every_key_is_read(write):
    path = write(
        "select: [name, chrome]\nignore: chrome/read-also\nnames: names.txt\npacks: [house]\n"
        "include: ['*.story']\nexclude: [drafts/]\nforce-exclude: true\nlang: en-GB\n"
        "source-lang: he\nseverity: info\nfail-on: warning\nrules: {style: info, garble: off}\n"
        "house: {spelling: uk, prefer: [Kyiv]}\nfields: {title: headline, slug: off}\n"
        "per-file: {'old/*.txt': {ignore: name, severity: error}}\nbaseline: b.json\n"
        "site-index: s.bin\nengine: languagetool\nformat: jsonl\njobs: 3\nshow-confirmed: true\n"
    )
    config = read_config(path)
    folder = os.path.realpath(path.parent)
    assert config.select == ("name", "chrome")
    assert config.ignore == ("chrome/read-also",)
    assert config.names == (os.path.join(folder, "names.txt"),)
    assert config.packs == (os.path.join(folder, "house"),)
    assert (config.include, config.exclude) == (("*.story",), ("drafts/",))
    assert config.force_exclude is True
    assert (config.lang, config.source_lang) == ("en-GB", "he")
    assert (config.severity, config.fail_on) == (Severity.INFO, Severity.WARNING)
    assert config.rules == (("style", Severity.INFO), ("garble", None))
    assert config.house == (("spelling", ("uk",)), ("prefer", ("Kyiv",)))
    assert config.fields == (("title", "headline"), ("slug", "off"))
    assert config.per_file == (
        ("old/*.txt", (("ignore", ("name",)), ("severity", Severity.ERROR))),
    )
    assert config.baseline == os.path.join(folder, "b.json")
    assert config.engines == ("languagetool",)
    assert (config.format, config.jobs, config.show_confirmed) == ("jsonl", 3, True)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("lang: en\nfail_on: error\n", ":2: unknown key 'fail_on'; did you mean 'fail-on'?"),
        ("selct: name\n", ":1: unknown key 'selct'; did you mean 'select'?"),
        ("lang: en\nlang: de\n", ":2: key 'lang' stands twice"),
        ("fail-on: fatal\n", ":1: unknown value 'fatal' (one of info, warning, error)"),
        ("jobs: many\n", ":1: expected a whole number, found 'many'"),
        ("jobs: 100000\n", ":1: expected a whole number, found '100000'"),
        ("force-exclude: perhaps\n", ":1: expected true or false, found 'perhaps'"),
        ("- lang\n", ":1: expected keys and values, found a list"),
        ("just text\n", ":1: expected keys and values, found the text 'just text'"),
        ("lang: [en\n", ":2: broken YAML: "),
        ("\tlang: en\n", ":1: broken YAML: "),
        ("lang: *x\n", ":1: YAML aliases are not allowed here"),
        ("lang: !!python/name:os.system x\n", ":1: YAML tags are not allowed here"),
        ("lang: en\n---\nlang: de\n", ":2: more than one YAML document in a file"),
        ("format: pdf\n", ":1: unknown value 'pdf'"),
        ("engine: chatbot\n", ":1: unknown engine 'chatbot' (one of languagetool, harper)"),
        ("house: {spelling: french}\n", ":1: house spelling is 'us' or 'uk'"),
        ("house: {speling: us}\n", ":1: unknown key 'speling'; did you mean 'spelling'?"),
        ("per-file: {a: {names: x}}\n", ":1: unknown key 'names'"),
        ("per-file:\n  a:\n    rules:\n      name: loud\n", ":4: unknown value 'loud'"),
        ("fields: {title: heading}\n", ":1: unknown value 'heading'; did you mean 'headline'?"),
        ("names: ../names.txt\n", ":1: '../names.txt' leads out of the configuration's folder"),
        ("packs: /etc\n", ":1: '/etc' leads out of the configuration's folder"),
        ("baseline: a/../../b.json\n", ":1: 'a/../../b.json' leads out of"),
        ("baseline: [a, b]\n", ":1: expected one path"),
        ("lang: en\nexclude: ['!']\n", ":2: bad glob '!'"),
        ("per-file:\n  '!':\n    lang: de\n", ":3: bad glob '!'"),
        ("names: 'a\\0b'\n", None),
        ('names: "a\\0b"\n', ":1: "),
    ],
)
def test_a_mistake_is_told_with_its_line(write, text, said):
    path = write(text)
    if said is None:
        read_config(path)
    else:
        assert refusal(path).startswith(said)


def test_a_file_that_is_not_utf8_is_an_error(write):
    path = write("")
    path.write_bytes(b"lang: \xff\n")
    assert refusal(path) == ": not UTF-8: byte 6 is invalid"


@pytest.mark.skipif(sys.platform == "win32", reason="needs symbolic links")
def test_a_link_does_not_lead_out_of_the_folder(write, tmp_path):
    path = write("names: inside/names.txt\n", "site")
    (tmp_path / "outside").mkdir()
    (tmp_path / "site/inside").symlink_to(tmp_path / "outside")
    assert "leads out" in refusal(path)


@pytest.mark.parametrize("key", ["engine-url", "url", "languagetool-url", "command"])
def test_no_key_names_a_server_or_a_command(write, key):
    assert f"unknown key '{key}'" in refusal(write(f"{key}: x\n"))


def test_the_nearest_file_wins_and_nothing_merges(write, tmp_path):
    write("lang: de\nfail-on: info\n")
    near = write("lang: fr\n", "desk/2024")
    assert find_config(tmp_path / "desk/2024/a.txt") == near
    assert find_config(tmp_path / "desk/a.txt") == tmp_path / FILE_NAME
    assert find_config(tmp_path / "desk/2024") == near
    config = Workspace().config_for(str(tmp_path / "desk/2024/a.txt"))
    assert (config.lang, config.fail_on) == ("fr", Severity.ERROR)


def test_a_folder_of_that_name_is_no_configuration(tmp_path):
    (tmp_path / "x" / FILE_NAME).mkdir(parents=True)
    (tmp_path / FILE_NAME).touch()
    assert find_config(tmp_path / "x") == tmp_path / FILE_NAME


def test_per_file_options_apply_in_order_to_what_they_cover(write, tmp_path):
    path = write(
        "lang: en\nper-file:\n  'wire/': {lang: de, ignore: style}\n  '*.md': {lang: fr}\n"
        "  '/top.txt': {lang: it}\n"
    )
    config = read_config(path)
    at = lambda name: config.for_path(str(tmp_path / name))  # noqa: E731
    assert at("a.txt").lang == "en"
    assert (at("wire/a.txt").lang, at("wire/a.txt").ignore) == ("de", ("style",))
    assert (at("wire/a.md").lang, at("wire/a.md").ignore) == ("fr", ("style",))
    assert at("top.txt").lang == "it"
    assert at("sub/top.txt").lang == "en"


@pytest.mark.parametrize(
    ("glob", "path", "covered"),
    [
        ("drafts/", "drafts/a.txt", True),
        ("drafts/", "x/drafts/a.txt", True),
        ("/drafts/", "x/drafts/a.txt", False),
        ("*.md", "x/a.md", True),
        ("2023-*/**/*.txt", "2023-01/x/a.txt", True),
        ("a.txt", "ba.txt", False),
    ],
)
def test_globs_are_those_of_gitignore(glob, path, covered):
    assert matches(glob, path) is covered


def test_rules_off_switches_a_rule_off():
    linter = Linter(Config(rules=(("chrome/read-also", None),)))
    assert not linter.enabled("chrome/read-also")
    assert linter.enabled("chrome/follow-us") or True
    assert linter.enabled("name/misspelled")


def test_a_category_may_be_off_with_one_rule_of_it_on():
    linter = Linter(Config(rules=(("chrome/read-also", Severity.INFO), ("chrome", None))))
    assert linter.enabled("chrome/read-also")
    assert not linter.enabled("chrome/share-on-network")


def test_select_and_ignore_take_rules_and_categories():
    linter = Linter(Config(select=("chrome", "name/misspelled"), ignore=("chrome/read-also",)))
    assert linter.enabled("chrome/share-on-network")
    assert not linter.enabled("chrome/read-also")
    assert linter.enabled("name/misspelled")
    assert not linter.enabled("garble/repetition")


def test_a_selected_rule_wins_over_its_ignored_category():
    linter = Linter(Config(select=("chrome/read-also",), ignore=("chrome",)))
    assert linter.enabled("chrome/read-also")
    assert not linter.enabled("chrome/share-on-network")


def test_an_unknown_rule_names_the_configuration_and_the_nearest_rule(write):
    path = write("rules: {name/mispelled: off}\n")
    with pytest.raises(LintnewsError) as caught:
        Linter(read_config(path))
    assert str(caught.value) == (
        f"{path}: unknown rule 'name/mispelled'; did you mean 'name/misspelled'?"
    )


@given(st.text(max_size=200))
def test_no_text_is_more_than_one_clear_error(tmp_path_factory, text: str):
    path = tmp_path_factory.getbasetemp() / "any.yaml"
    path.write_text(text, "utf-8", "surrogatepass")
    try:
        config = read_config(path)
    except ConfigError as problem:
        said = str(problem)
        assert "\n" not in said
    else:
        assert isinstance(config, Config)

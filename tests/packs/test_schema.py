"""What a pack may say, and the one line with file and line number when it says it wrong."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from lintnews.errors import PackError
from lintnews.findings import Severity
from lintnews.packs.compile import compile_rules
from lintnews.packs.load import category_of, load, read_pack_file

RULE = """\
- id: follow-us
  kind: line
  pattern: 'follow us on\\b'
  severity: error
  message: Social-media footer left in the story.
  flags: ["Follow us on Google news"]
  keeps: ["The dogs follow us on long walks."]
"""


def refusal(pack: Callable[[str], Path], text: str) -> str:
    """Return the refusal of a pack, as `path:line: reason` with the path cut to its name."""
    with pytest.raises(PackError) as caught:
        compile_rules(load([pack(text)]).rules)
    said = str(caught.value)
    assert "\n" not in said
    return said[said.index("rules.yaml") :]


def test_a_rule_is_read_with_its_place(pack):
    (rule,) = load([pack("# first\n" + RULE)]).rules
    assert rule.id == "chrome/follow-us"
    assert rule.severity == Severity.ERROR
    assert rule.confidence >= 0.95
    assert (Path(rule.path).name, rule.line) == ("rules.yaml", 2)


def test_an_unknown_key_names_the_nearest_right_one(pack):
    said = refusal(pack, RULE.replace("severity:", "severty:"))
    assert said == "rules.yaml:4: unknown key 'severty'; did you mean 'severity'?"


def test_an_unknown_key_without_a_neighbour_gets_no_guess(pack):
    said = refusal(pack, RULE + "  zzz: 1\n")
    assert said == "rules.yaml:8: unknown key 'zzz'"


def test_a_key_that_stands_twice_is_an_error(pack):
    said = refusal(pack, RULE + "  kind: text\n")
    assert said == "rules.yaml:8: key 'kind' stands twice"


def test_a_rule_id_that_stands_twice_names_both_places(pack):
    said = refusal(pack, RULE + RULE)
    assert said.startswith("rules.yaml:8: rule 'chrome/follow-us' stands already in ")
    assert said.endswith("rules.yaml:1")


def test_the_same_id_in_two_files_is_an_error(pack, tmp_path):
    pack(RULE, "chrome/a.yaml")
    folder = pack(RULE, "chrome/b.yaml")
    with pytest.raises(PackError, match=r"b\.yaml:1: .* stands already in .*a\.yaml:1"):
        load([folder])


@pytest.mark.parametrize(
    ("pattern", "reason"),
    [
        ("follow (us on", "missing )"),
        ("follow [us on", "unterminated character set"),
        ("*follow", "nothing to repeat"),
        (r"follow\p{Nonsense}", "unknown property"),
        ("(?<n>follow)(?P=m)", "unknown group"),
    ],
)
def test_a_pattern_that_does_not_compile_is_shown(pack, pattern, reason):
    said = refusal(pack, RULE.replace(r"'follow us on\b'", f"'{pattern}'"))
    assert said.startswith("rules.yaml:1: rule chrome/follow-us: bad pattern: ")
    assert reason in said
    assert pattern[:20] in said.replace("\\\\", "\\")


def test_a_bad_unless_pattern_is_an_error_too(pack):
    assert "bad pattern" in refusal(pack, RULE + "  unless: '(('\n")


@pytest.mark.parametrize("proof", ["flags", "keeps"])
def test_a_rule_without_its_proof_is_refused(pack, proof):
    text = "".join(line for line in RULE.splitlines(True) if f"{proof}:" not in line)
    expected = f"rules.yaml:1: rule 'follow-us' needs examples under '{proof}': they are its proof"
    assert refusal(pack, text) == expected


@pytest.mark.parametrize("proof", ["flags", "keeps"])
def test_an_empty_proof_is_no_proof(pack, proof):
    assert proof in refusal(pack, RULE.replace(f"{proof}: [", f"{proof}: []\n  why: ["))


@pytest.mark.parametrize("key", ["id", "kind", "message", "severity"])
def test_a_rule_needs_its_first_keys(pack, key):
    text = RULE.replace(f"  {key}:", "  why:").replace(
        "- id:", "- why:" if key == "id" else "- id:"
    )
    assert f"a rule needs the key '{key}'" in refusal(pack, text)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("kind: line", "kind: lines", "unknown value 'lines'; did you mean 'line'?"),
        ("severity: error", "severity: fatal", "unknown value 'fatal'"),
        ("kind: line", "kind: prefer", "a rule of kind prefer needs 'prefer'"),
        ("kind: line", "kind: line\n  any: [x]", "a rule of kind line needs 'pattern' or 'any'"),
        ("id: follow-us", "id: Follow Us", "use lower-case letters, digits and hyphens"),
        ("id: follow-us", "id: nonsense/follow-us", "'nonsense' is no category"),
        (r"'follow us on\b'", "''", "an empty pattern"),
        (r"'follow us on\b'", "'" + "a" * 4001 + "'", "pattern longer than 4000 characters"),
        ("kind: line", "kind: line\n  max-words: many", "expected a whole number, found 'many'"),
        ("kind: line", "kind: line\n  confidence: 2", "expected a number from 0 to 1"),
        ("kind: line", "kind: line\n  confidence: nan", "expected a number from 0 to 1"),
        ("kind: line", "kind: line\n  safe: maybe", "expected true or false, found 'maybe'"),
        ("kind: line", "kind: line\n  fix: erase", "unknown value 'erase'"),
        ("kind: line", "kind: line\n  fix: delete\n  replace: x", "either 'fix' or 'replace'"),
        ("kind: line", "kind: [line]", "expected text, found a list"),
        ("flags: [", "flags: [[", "broken YAML"),
        ("kind: line", "kind:\tline", None),
    ],
)  # fmt: skip
def test_a_wrong_value_says_what_was_expected(pack, old, new, said):
    text = RULE.replace(old, new, 1)
    if said is None:
        load([pack(text)])
        return
    refused = refusal(pack, text)
    assert said in refused
    assert refused.split(":")[1].isdecimal()


def test_scalars_stay_text(pack):
    text = RULE.replace("line\n  pattern: 'follow us on\\b'", "text\n  any: [no, 12:30, 1e3, ~]", 1)
    with pytest.raises(PackError, match="'~' has no word to look for"):
        load([pack(text)])
    (rule,) = load([pack(text.replace(", ~", ""))]).rules
    assert rule.any == ("no", "12:30", "1e3")


def test_a_pack_folder_that_is_missing_is_an_error(tmp_path):
    with pytest.raises(PackError, match="no such pack folder"):
        load([tmp_path / "nowhere"])


def test_a_file_that_is_not_utf8_is_an_error(tmp_path):
    path = tmp_path / "rules.yaml"
    path.write_bytes(b"- id: caf\xe9\n")
    with pytest.raises(PackError, match=r"rules\.yaml: not UTF-8: byte 9 is invalid"):
        load([path])


def test_an_empty_file_holds_nothing(pack):
    assert load([pack("# only a comment\n")]).rules == ()


def test_a_text_instead_of_a_list_is_an_error(pack):
    assert (
        refusal(pack, "just text\n") == "rules.yaml:1: expected a list, found the text 'just text'"
    )


def test_a_file_may_name_its_category_and_hold_names(pack):
    text = "category: garble\nrules:\n" + "".join(f"  {line}\n" for line in RULE.splitlines())
    found = read_pack_file(pack(text + "names:\n  - {name: Yoav Gallant}\n") / "chrome/rules.yaml")
    assert found.rules[0].id == "garble/follow-us"
    assert found.names[0].name == "Yoav Gallant"


@pytest.mark.parametrize(
    ("path", "category"),
    [
        ("rules/chrome/x.yaml", "chrome"),
        ("rules/names/x.yaml", "name"),
        ("rules/garble/de/x.yaml", "garble"),
        ("pack/style.yaml", "style"),
        ("pack/house.yaml", "style"),
    ],
)
def test_the_folder_gives_the_category(path, category):
    assert category_of(Path(path)) == category


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ("{name: ''}", "needs the key 'name'"),
        ("{name: A B, weight: 9}", "expected a whole number, found '9'"),
        ("{name: A B, kind: god}", "unknown value 'god'"),
        ("{name: A B, from: soon}", "expected a year, found 'soon'"),
        ("{name: A B, role: x}", "unknown key 'role'; did you mean 'roles'?"),
    ],
)
def test_a_wrong_name_entry_says_what_was_expected(pack, entry, said):
    assert said in refusal(pack, f"- {entry}\n")


def test_name_entries_need_no_proofs(pack):
    (name,) = load([pack("- {name: Yoav Gallant, also: Yoav Galant, from: 2022-11}\n")]).names
    assert (name.also, name.start, name.end, name.weight) == (("Yoav Galant",), 2022, 0, 2)

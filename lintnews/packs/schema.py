"""What a rule and a name entry may say in YAML, and the errors when they say it wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from ..errors import PackError
from ..findings import CATEGORIES, SEVERITIES, Severity
from .topics import Topic

if TYPE_CHECKING:
    # A warm start reads stored packs and never needs YAML.
    import yaml

    from ..strict_yaml import Reader

KINDS = ("text", "line", "paragraph", "sentence", "prefer", "consistency", "sequence")
SHAPES = ("lower", "title", "upper", "mixed", "digits", "punct")
FIXES = ("delete-line", "delete")
NAME_KINDS = ("person", "org", "place", "event", "work")
# Longer patterns are generated or an attack; the longest built-in one is a fifth of this.
MAX_PATTERN = 4_000
# What each level promises: the share of findings that are right.
CONFIDENCE = {Severity.ERROR: 0.96, Severity.WARNING: 0.85, Severity.INFO: 0.6}

_RULE_KEYS = (
    "id kind topic pattern any prefer forms sequence case unless max-words severity confidence message why "
    "fix replace safe lang source-lang flags keeps"
).split()
_NAME_KEYS = "name kind also wrong roles of from to weight source note".split()
_TEST_KEYS = "lower text shape not".split()


class TokenTest(msgspec.Struct, frozen=True):
    """One place of a sequence: any of the given conditions that are set must hold."""

    lower: tuple[str, ...] = ()
    text: tuple[str, ...] = ()
    shape: tuple[str, ...] = ()
    forbid: TokenTest | None = None


class RuleSpec(msgspec.Struct, frozen=True, kw_only=True):
    """A rule as its pack states it. `id` is full: category/name; one of the topics must be proved."""

    id: str
    kind: str
    pattern: str = ""
    any: tuple[str, ...] = ()
    prefer: tuple[tuple[str, tuple[str, ...]], ...] = ()
    forms: tuple[tuple[str, ...], ...] = ()
    sequence: tuple[TokenTest, ...] = ()
    case: bool = False
    unless: str = ""
    topic: tuple[Topic, ...] = ()
    max_words: int = 0
    severity: Severity = Severity.WARNING
    confidence: float = 0.85
    message: str = ""
    why: str = ""
    fix: str = ""
    replace: str | None = None
    safe: bool = False
    lang: tuple[str, ...] = ("en",)
    source_lang: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    keeps: tuple[str, ...] = ()
    path: str = ""
    line: int = 0

    @property
    def fixable(self) -> bool:
        return bool(self.fix or self.replace is not None or self.kind == "prefer")


class NameEntry(msgspec.Struct, frozen=True, kw_only=True):
    """A name as its list states it: the preferred spelling first, others under `also`.

    `start` and `end` are the years of the main office; 0 where none is given. `weight` runs from
    1 (obscure) to 5 (in the news every day).
    """

    name: str
    kind: str = "person"
    also: tuple[str, ...] = ()
    wrong: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    of: tuple[str, ...] = ()
    start: int = 0
    end: int = 0
    weight: int = 2
    source: str = ""


def read_rule(reader: Reader, node: yaml.Node, category: str) -> RuleSpec:
    """Return the rule a YAML node states; raise PackError with file and line where it is wrong."""
    keys = reader.mapping(node, _RULE_KEYS)
    for needed in ("id", "kind", "message", "severity"):
        if needed not in keys:
            raise reader.fail(f"a rule needs the key {needed!r}", node)
    for proof in ("flags", "keeps"):
        if proof not in keys or not reader.strings(keys[proof]):
            name = reader.string(keys["id"])
            raise reader.fail(
                f"rule {name!r} needs examples under {proof!r}: they are its proof", node
            )
    kind = reader.choice(keys["kind"], KINDS)
    severity = SEVERITIES[reader.choice(keys["severity"], SEVERITIES)]
    values = {
        "id": _full_id(reader, keys["id"], category),
        "kind": kind,
        "severity": severity,
        "confidence": CONFIDENCE[severity],
        "path": str(reader.path),
        "line": node.start_mark.line + 1,
        **_what(reader, node, kind, keys),
    }
    for key in ("message", "why"):
        if key in keys:
            values[key] = reader.string(keys[key])
    for key in ("flags", "keeps"):
        values[key] = reader.strings(keys[key])
    for key in ("case", "safe"):
        if key in keys:
            values[key] = reader.boolean(keys[key])
    for key in ("lang", "source-lang"):
        if key in keys:
            values[key.replace("-", "_")] = reader.strings(keys[key])
    if "max-words" in keys:
        values["max_words"] = reader.integer(keys["max-words"], 1, 10_000)
    if "confidence" in keys:
        values["confidence"] = reader.number(keys["confidence"])
    if "topic" in keys:
        values["topic"] = tuple(Topic(name) for name in reader.strings(keys["topic"]))
    if "unless" in keys:
        values["unless"] = _pattern(reader, keys["unless"])
    if "fix" in keys:
        values["fix"] = reader.choice(keys["fix"], FIXES)
    if "replace" in keys:
        values["replace"] = reader.string(keys["replace"])
    if "fix" in keys and "replace" in keys:
        raise reader.fail("a rule has either 'fix' or 'replace', not both", keys["replace"])
    return RuleSpec(**values)  # type: ignore[arg-type]


def _full_id(reader: Reader, node: yaml.Node, category: str) -> str:
    name = reader.string(node)
    given, slash, short = name.rpartition("/")
    if slash:
        category = given
    if category not in CATEGORIES:
        known = ", ".join(CATEGORIES)
        raise reader.fail(f"rule id {name!r}: {category!r} is no category ({known})", node)
    if not short or not all(
        c.isascii() and (c.islower() or c.isdigit() or c == "-") for c in short
    ):
        raise reader.fail(f"rule id {name!r}: use lower-case letters, digits and hyphens", node)
    return f"{category}/{short}"


def _what(
    reader: Reader, node: yaml.Node, kind: str, keys: dict[str, yaml.Node]
) -> dict[str, object]:
    """Return what the rule looks for, after checking that it fits the kind."""
    wanted = {"prefer": ("prefer",), "consistency": ("forms",), "sequence": ("sequence",)}.get(
        kind, ("pattern", "any")
    )
    given = [k for k in ("pattern", "any", "prefer", "forms", "sequence") if k in keys]
    if len(given) != 1 or given[0] not in wanted:
        raise reader.fail(f"a rule of kind {kind} needs {' or '.join(map(repr, wanted))}", node)
    value = keys[given[0]]
    if given[0] == "pattern":
        return {"pattern": _pattern(reader, value)}
    if given[0] == "any":
        return {"any": _literals(reader, value)}
    if given[0] == "prefer":
        pairs = reader.mapping(value)
        if not pairs:
            raise reader.fail("'prefer' is empty", value)
        return {
            "prefer": tuple(
                (_literal(reader, wrong, value), reader.strings(right))
                for wrong, right in pairs.items()
            )
        }
    if given[0] == "forms":
        groups = tuple(_literals(reader, group) for group in reader.items(value))
        if len(groups) < 2:
            raise reader.fail("'forms' needs at least two groups", value)
        return {"forms": groups}
    tests = tuple(_test(reader, item) for item in reader.items(value))
    if not any(test.lower or test.text for test in tests):
        raise reader.fail("a sequence needs at least one 'lower' or 'text' test", value)
    return {"sequence": tests}


def _literal(reader: Reader, text: str, node: yaml.Node) -> str:
    if not any(c.isalnum() for c in text):
        raise reader.fail(f"{text!r} has no word to look for", node)
    return text


def _literals(reader: Reader, node: yaml.Node) -> tuple[str, ...]:
    found = reader.strings(node)
    if not found:
        raise reader.fail("an empty list of phrases", node)
    return tuple(_literal(reader, text, node) for text in found)


def _pattern(reader: Reader, node: yaml.Node) -> str:
    pattern = reader.string(node)
    if not pattern:
        raise reader.fail("an empty pattern", node)
    if len(pattern) > MAX_PATTERN:
        raise reader.fail(f"pattern longer than {MAX_PATTERN} characters", node)
    return pattern


def _test(reader: Reader, node: yaml.Node) -> TokenTest:
    keys = reader.mapping(node, _TEST_KEYS)
    shapes = reader.strings(keys["shape"]) if "shape" in keys else ()
    for shape in shapes:
        if shape not in SHAPES:
            raise reader.fail(
                f"unknown shape {shape!r} (one of {', '.join(SHAPES)})", keys["shape"]
            )
    test = TokenTest(
        lower=reader.strings(keys["lower"]) if "lower" in keys else (),
        text=reader.strings(keys["text"]) if "text" in keys else (),
        shape=shapes,
        forbid=_test(reader, keys["not"]) if "not" in keys else None,
    )
    if test == TokenTest():
        raise reader.fail("an empty token test", node)
    return test


def read_name(reader: Reader, node: yaml.Node) -> NameEntry:
    """Return the name entry a YAML node states; raise with file and line where it is wrong."""
    keys = reader.mapping(node, _NAME_KEYS)
    if "name" not in keys or not reader.string(keys["name"]).strip():
        raise reader.fail("a name entry needs the key 'name'", node)
    return NameEntry(
        name=reader.string(keys["name"]).strip(),
        kind=reader.choice(keys["kind"], NAME_KINDS) if "kind" in keys else "person",
        also=reader.strings(keys["also"]) if "also" in keys else (),
        wrong=reader.strings(keys["wrong"]) if "wrong" in keys else (),
        roles=reader.strings(keys["roles"]) if "roles" in keys else (),
        of=reader.strings(keys["of"]) if "of" in keys else (),
        start=_year(reader, keys["from"]) if "from" in keys else 0,
        end=_year(reader, keys["to"]) if "to" in keys else 0,
        weight=reader.integer(keys["weight"], 1, 5) if "weight" in keys else 2,
        source=reader.string(keys["source"]) if "source" in keys else "",
    )


def _year(reader: Reader, node: yaml.Node) -> int:
    """Return the year of "2022" or "2022-11"; empty means not known."""
    value = reader.string(node)
    if not value:
        return 0
    if len(value) < 4 or not value[:4].isdecimal():
        raise reader.fail(f"expected a year, found {value!r}", node)
    return int(value[:4])


def is_name_entry(node: yaml.Node) -> bool:
    import yaml

    return isinstance(node, yaml.MappingNode) and any(
        isinstance(key, yaml.ScalarNode) and key.value == "name" for key, _ in node.value
    )


def reader_for(path: str) -> Reader:
    from ..strict_yaml import Reader

    return Reader(path, PackError)

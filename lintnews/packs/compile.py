"""Rules to search units with the strings that announce them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import msgspec
import regex

from ..errors import PackError
from ..lazy import lazy_pattern
from .anchors import phrase_strings, required
from .finder import MAX_STRING, STEM, Anchors, Entries, Entry
from .openers import openers
from .patterns import compile_pattern
from .rarity import EDGE, Requirement, best, rarity
from .rows import rows_of
from .schema import RuleSpec
from .syntax import branches
from .units import CompiledPack, CompiledRule, Unit

# A counted repetition of a counted repetition grows like its product; so does compile time.
MAX_REPEATS = 1_000
# Alternatives whose rarest words are commoner than this (see anchors.rarity) stay together.
MIN_RARITY = 1.5
# Lines, paragraphs and sentences are few: what most of them have need not announce their rules.
MIN_UNIT_RARITY = 0.5
# Groups of other required words that are looked for before a pattern is run, and their length.
MAX_NEEDS = 3
MAX_NEED = 24
# A letter or two say nothing: "'s" is not a word of its own.
_WHOLE = lazy_pattern(rf"(?<=[{EDGE}\W])\w{{3,}}(?=[{EDGE}\W])")
# Words commoner than this stand in most texts, and announce nothing.
MIN_WORD_RARITY = 2.75
_PIECE = lazy_pattern(
    r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\{(?P<low>\d+)(?:,(?P<high>\d*))?\}|[()]|[^()]", re.DOTALL
)


def compile_rules(rules: Sequence[RuleSpec], trusted: str = "") -> CompiledPack:
    """Return the search units of the rules; raise PackError for patterns that cannot be used.

    Rules of the folder `trusted` are not tried: the built-in ones, which the tests try.
    """
    compiled: list[CompiledRule] = []
    units: list[Unit] = []
    for number, rule in enumerate(rules):
        compiled.append(
            CompiledRule(
                rule.id, rule.kind, rule.severity, rule.confidence, rule.message, rule.case,
                rule.unless, rule.max_words, rule.fix, rule.replace, rule.safe, rule.lang,
                rule.sequence, tuple(topic.name for topic in rule.topic),
            )
        )  # fmt: skip
        if not trusted or not rule.path.startswith(trusted):
            for pattern in (rule.unless, rule.pattern):
                if pattern:
                    _try(rule, pattern)
        units += _units(number, rule)
    # What announces a unit is looked up elsewhere.
    encoded = rows_of(msgspec.structs.replace(unit, anchors=()) for unit in units)
    lines = ((n, rules[unit.rule]) for n, unit in enumerate(units))
    short = {n: rule.max_words for n, rule in lines if rule.kind == "line" and rule.max_words}
    groups: dict[str, list[tuple[int, tuple[str, ...]]]] = {"": []}
    for n, unit in enumerate(units):
        topics = " ".join(compiled[unit.rule].topics)
        groups.setdefault(topics, []).append((n, unit.anchors))
    anchors = index_anchors(groups.pop(""))
    by_topic = {
        topics: msgspec.Raw(msgspec.msgpack.encode(index_anchors(group)))
        for topics, group in groups.items()
    }
    known = {topic.name: topic for rule in rules for topic in rule.topic}
    return CompiledPack(tuple(compiled), encoded, anchors, short, known, by_topic)


def _units(number: int, rule: RuleSpec) -> list[Unit]:
    if rule.kind == "sequence":
        choices = [frozenset(t.lower or [x.lower() for x in t.text]) for t in rule.sequence]
        anchor = max((c for c in choices if c), key=rarity)
        return [Unit(number, "", tuple(sorted(anchor)), (), group=choices.index(anchor))]
    if rule.pattern:
        least = 0.0 if rule.kind == "text" else MIN_UNIT_RARITY
        units = [_unit(number, piece, needed, least) for piece, needed in _pieces(rule)]
        if rule.kind == "text":
            return units
        return [msgspec.structs.replace(u, openers=openers(u.pattern)) for u in units]
    if rule.kind == "consistency":
        return [
            _phrase_unit(number, form, group=group)
            for group, forms in enumerate(rule.forms)
            for form in forms
        ]
    if rule.kind == "prefer":
        return [_phrase_unit(number, wrong, right=right) for wrong, right in rule.prefer]
    return [_phrase_unit(number, phrase) for phrase in rule.any]


def _pieces(rule: RuleSpec) -> list[tuple[str, list[Requirement]]]:
    """Return what to look for: the alternatives of a pattern, where these are rarer than the whole.

    A replacement may refer to groups of the whole pattern.
    """
    # What matches a line from the first word on has no letter before it.
    edge = "" if rule.kind == "text" else r"\b"
    whole = [(rule.pattern, required(edge + rule.pattern))]
    if rule.replace is not None and "\\" in rule.replace:
        return whole
    if rule.kind != "text" and _rarity_of(whole) >= MIN_RARITY:
        return whole
    pieces = [(piece, required(edge + piece)) for piece in branches(rule.pattern)]
    return pieces if _rarity_of(pieces) >= MIN_RARITY else whole


def _rarity_of(pieces: list[tuple[str, list[Requirement]]]) -> float:
    """Return the rarity of what announces the commonest of several patterns."""
    anchors = [best(needed) for _, needed in pieces]
    return min(rarity(anchor) if anchor else 0.0 for anchor in anchors)


def phrase_pattern(phrase: str) -> str:
    """Return the pattern of a literal phrase: whole words, any white space, either apostrophe."""
    words = [
        word if word.isalnum() else re.sub(r"['’]", "['’]", regex.escape(word))
        for word in phrase.split()
    ]
    head = r"(?<!\w)" if phrase.strip()[0].isalnum() else ""
    tail = r"(?!\w)" if phrase.strip()[-1].isalnum() else ""
    return head + r"\s+".join(words) + tail


def _phrase_unit(number: int, phrase: str, group: int = 0, right: tuple[str, ...] = ()) -> Unit:
    pattern = phrase_pattern(phrase)
    strings = phrase_strings(phrase)
    if strings:
        return Unit(number, pattern, strings, (), group, right)
    unit = _unit(number, pattern, required(pattern))
    return msgspec.structs.replace(unit, group=group, right=right)


def _unit(number: int, pattern: str, requirements: list[Requirement], least: float = 0.0) -> Unit:
    anchor = best(requirements, least=least)
    needs: list[Requirement] = []
    for other in sorted(requirements, key=rarity, reverse=True):
        if len(needs) == MAX_NEEDS:
            break
        implied = anchor is None or any(_implies(r, other) for r in (anchor, *needs))
        if len(other) <= MAX_NEED and rarity(other) > 0 and not implied:
            needs.append(other)
    anchors = tuple(sorted(anchor)) if anchor else ()
    return Unit(number, pattern, anchors, tuple(tuple(map(_need, sorted(r))) for r in needs))


def _need(string: str) -> tuple[str, bool, bool]:
    return string.strip(EDGE), string.startswith(EDGE), string.endswith(EDGE)


def _implies(stronger: Requirement, weaker: Requirement) -> bool:
    """Say whether every string of one requirement holds one of the other."""
    return all(any(part in text for part in weaker) for text in stronger)


def _try(rule: RuleSpec, pattern: str) -> None:
    """Refuse a pattern that does not compile, or whose repetitions multiply."""
    product = _repeats(pattern)
    if product > MAX_REPEATS:
        reason = f"repetitions multiply to {product}, more than {MAX_REPEATS}"
        raise PackError(f"rule {rule.id}: {reason}: {_excerpt(pattern)}", rule.path, rule.line)
    try:
        compile_pattern(pattern, rule.case)
    except (regex.error, RecursionError, OverflowError, ValueError, IndexError) as problem:
        reason = f"rule {rule.id}: bad pattern: {problem}: {_excerpt(pattern)}"
        raise PackError(reason, rule.path, rule.line) from None


def _repeats(pattern: str) -> int:
    """Return the largest product of counted repetitions that are nested in each other."""
    inside = [1]
    pending = 1
    for match in _PIECE.finditer(pattern):
        piece = match.group()
        if piece == "(":
            inside.append(1)
            pending = 1
        elif piece == ")" and len(inside) > 1:
            pending = inside.pop()
        elif match.group("low"):
            pending *= max(int(match.group("low")[:9]), int((match.group("high") or "0")[:9]))
        else:
            pending = 1
        inside[-1] = max(inside[-1], pending)
    return max(inside)


def _excerpt(pattern: str) -> str:
    return repr(pattern if len(pattern) <= 60 else pattern[:57] + "…")


def index_anchors(anchors: Iterable[tuple[int, tuple[str, ...]]]) -> Anchors:
    """Return where to look for the anchors of units, each given with its number."""
    units: dict[str, list[int]] = {}
    bare = []
    for number, strings in anchors:
        if not strings:
            bare.append(number)
        for string in strings:
            units.setdefault(string[:MAX_STRING], []).append(number)
    by_word: dict[str, Entries] = {}
    others: dict[str, list[Entry]] = {}
    for string, numbers in units.items():
        words = sorted(set(_WHOLE.findall(string)), key=_rarity)
        edges = string.startswith(EDGE), string.endswith(EDGE)
        entry = Entry(string.strip(EDGE), *edges, tuple(numbers))
        if words and _rarity(words[-1]) >= MIN_WORD_RARITY:
            second = words[-2] if len(words) > 1 else ""
            by_word.setdefault(words[-1], {}).setdefault(second, []).append(entry)
        else:
            others.setdefault(entry.string[:STEM], []).append(entry)
    stems = sorted(others)
    encoded = {w: msgspec.Raw(msgspec.msgpack.encode(found)) for w, found in by_word.items()}
    return Anchors(encoded, rows_of(map(others.__getitem__, stems)), "\n".join(stems), tuple(bare))


def _rarity(word: str) -> float:
    return rarity(frozenset({f"{EDGE}{word}{EDGE}"}))

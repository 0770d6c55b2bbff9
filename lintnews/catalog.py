"""What is known of every rule, for people: `rules`, `explain` and the reference."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from .checks.registry import all_checks
from .engines.rules import RULES as ENGINE_RULES
from .findings import Rule
from .linter import UNUSED
from .packs.load import builtin_folder
from .packs.schema import RuleSpec
from .packs.store import stated_rules

# Words of a topic that a rule's page names.
TOLD_WORDS = 8


def all_rules(packs: Sequence[str | Path] = ()) -> list[Rule]:
    """Return the rules of the checks, the built-in packs and the given packs, sorted by id."""
    builtin = builtin_folder()
    rules = {rule.id: rule for check in all_checks() for rule in check.rules}
    rules |= {rule.id: rule for rule in (*ENGINE_RULES, UNUSED)}
    for spec in stated_rules([builtin, *packs]):
        rules[spec.id] = _of_spec(spec, builtin)
    return sorted(rules.values(), key=lambda rule: rule.id)


def described(ids: Iterable[str], packs: Sequence[str | Path] = ()) -> dict[str, Rule]:
    """Return rule id -> what is known of it, for those of `ids` that exist."""
    known = {rule.id: rule for rule in all_rules(packs)}
    return {name: known[name] for name in ids if name in known}


def _why(spec: RuleSpec) -> str:
    """Return the reason of a rule, and the topic that an article must have for it."""
    told = [
        f"Only in articles about {topic.name}: at least {topic.needs} of its {len(topic.words)} words "
        f"must occur, such as {', '.join(forms[0] for forms in topic.words[:TOLD_WORDS])}."
        for topic in spec.topic
    ]
    return "\n\n".join(filter(None, [spec.why, *told]))


def _of_spec(spec: RuleSpec, builtin: Path) -> Rule:
    path = Path(spec.path)
    inside = path.is_relative_to(builtin)
    return Rule(
        id=spec.id,
        severity=spec.severity,
        confidence=spec.confidence,
        summary=spec.message,
        why=_why(spec),
        pack=f"rules/{path.relative_to(builtin).as_posix()}" if inside else str(path),
        lang=spec.lang,
        fixable=spec.fixable,
        safe=spec.safe,
        flags=spec.flags,
        keeps=spec.keeps,
    )

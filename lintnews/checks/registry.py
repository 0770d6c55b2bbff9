"""What a check is, and the list of them."""

from __future__ import annotations

import importlib
import textwrap
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

import msgspec

from ..document import Document
from ..findings import Hit, Rule, Severity
from ..packs.schema import CONFIDENCE

if TYPE_CHECKING:
    from ..config import Config

# Every module that holds checks; the order is that of `lintnews rules`.
MODULES: tuple[str, ...] = (
    "repetition",
    "repeated_text",
    "marks",
    "residue",
    "markup",
    "quotation",
    "foreign_quotes",
    "dialogue_dash",
    "gaps",
    "hyphen_gaps",
    "torn",
    "torn_line",
    "stray_capital",
    "lowercase_start",
    "fused",
    "drop_cap",
    "spelling",
    "numbers",
    "collisions",
    "counted",
    "agreement",
    "articles",
    "doubled_subject",
    "clock_forms",
    "foreign_words",
    "misspelled",
    "inconsistent",
    "unintroduced",
    "word_speaker",
    "name_article",
    "name_forms",
    "page_blocks",
    "related_line",
    "site_name",
    "link_list",
    "chart_labels",
    "site_line",
    "edge_lines",
    "headline_lines",
    "lone_marks",
    "foreign_lines",
    "author_box",
    "strips",
    "tail_lines",
    "lone_lines",
)


class Context(msgspec.Struct, frozen=True, kw_only=True):
    """What a check may know besides the document. Nothing in it changes during a run.

    `names` is the index of known names, `site` that of repeated lines; either may be missing.
    `furniture` are the spans (start, end) that chrome phrase rules mark, in order; for late checks
    also those that the other checks mark.
    """

    config: Config
    lang: str = "en"
    names: object | None = None
    site: object | None = None
    furniture: tuple[tuple[int, int], ...] = ()
    original: Document | None = None


CheckFunction = Callable[[Document, Context], Iterator[Hit]]


class Check(msgspec.Struct, frozen=True):
    """A check function with the rules that it may report; the first rule is its own.

    A `late` one runs behind the others and knows all the furniture that they mark.
    """

    rules: tuple[Rule, ...]
    run: CheckFunction
    late: bool = False

    @property
    def rule(self) -> Rule:
        return self.rules[0]


_REGISTERED: dict[str, list[Check]] = {}


def check(
    id: str,
    *,
    severity: Severity,
    flags: Sequence[str] = (),
    keeps: Sequence[str] = (),
    confidence: float | None = None,
    lang: tuple[str, ...] = ("en",),
    fixable: bool = False,
    safe: bool = False,
    also: Sequence[Rule] = (),
    late: bool = False,
) -> Callable[[CheckFunction], CheckFunction]:
    """Register a check under its full rule id.

    The docstring is the documentation: its first line what the reader of the article sees, the
    rest why and what it cannot see. `flags` and `keeps` are articles that must and must not give
    a finding of this rule. `also` are further rules the same pass over the text reports.
    """

    def register(function: CheckFunction) -> CheckFunction:
        summary, _, why = (function.__doc__ or "").partition("\n")
        rule = Rule(
            id=id,
            severity=severity,
            confidence=CONFIDENCE[severity] if confidence is None else confidence,
            summary=summary.strip(),
            why=textwrap.dedent(why).strip(),
            pack="built in",
            lang=lang,
            fixable=fixable,
            safe=safe,
            flags=tuple(flags),
            keeps=tuple(keeps),
        )
        checks = _REGISTERED.setdefault(function.__module__, [])
        checks.append(Check((rule, *also), function, late))
        return function

    return register


def all_checks() -> list[Check]:
    """Import every check module and return the checks in order."""
    found: list[Check] = []
    for name in MODULES:
        module = importlib.import_module(f".{name}", __package__)
        found.extend(_REGISTERED.get(module.__name__, []))
    return sorted(found, key=lambda check: check.late)

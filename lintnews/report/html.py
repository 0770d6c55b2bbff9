"""One self-contained page for editors: the article with its findings marked where they stand.

Everything that comes from articles, packs or paths is escaped by the template engine, and the
page's content policy allows nothing but its own style and script: no network, no other code.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from .. import __version__
from ..findings import Confirmed, FileResult, Finding, Severity
from ..lazy import lazy_pattern
from ..stream import moved
from . import Options, Summary
from .escape import printable, slashes

_FOLDER = Path(__file__).parent / "page"
# Characters of an article that would act on the page instead of being read; shown as escapes.
_ACTING = lazy_pattern(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)
# Unmarked text between two marks is folded where it is longer than this many lines.
_LEVELS = (Severity.ERROR, Severity.WARNING, Severity.INFO)


def open_report(options: Options) -> HtmlReport:
    return HtmlReport()


class HtmlReport:
    """Keeps what each file's section shows and writes the page at the end."""

    def __init__(self) -> None:
        self._files: list[dict[str, Any]] = []
        self._errors: list[tuple[str, str]] = []
        self._notices: list[tuple[str, str]] = []
        self._rules: dict[str, int] = {}
        self._number = 0
        self._clean = 0

    def begin(self) -> str:
        return ""

    def file(self, result: FileResult) -> str:
        path = printable(slashes(result.path))
        if result.error is not None:
            self._errors.append((path, printable(result.error)))
        self._notices += [(path, printable(notice.message)) for notice in result.notices]
        if not result.findings and not result.confirmed:
            self._clean += result.error is None
            return ""
        cards = []
        for finding in result.findings:
            self._number += 1
            self._rules[finding.rule] = self._rules.get(finding.rule, 0) + 1
            cards.append(_card(finding, self._number))
        first = self._number - len(cards) + 1
        # Marks are set in the text that the result carries: a piece of the file, if it was large.
        local = [moved(f, -result.offset, 0) for f in result.findings]
        confirmed = [] if result.offset else result.confirmed
        self._files.append(
            {
                "path": path,
                "cards": cards,
                "counts": _counts(result.findings),
                "segments": list(segments(result.source, local, confirmed, first)),
            }
        )
        return ""

    def end(self, summary: Summary) -> str:
        import jinja2

        environment = jinja2.Environment(autoescape=True, undefined=jinja2.StrictUndefined)
        environment.trim_blocks = environment.lstrip_blocks = True
        template = environment.from_string((_FOLDER / "page.html").read_text("utf-8"))
        style = (_FOLDER / "page.css").read_text("utf-8")
        script = (_FOLDER / "page.js").read_text("utf-8")
        return template.render(
            version=__version__,
            policy=policy(style, script),
            style=style,
            script=script,
            files=self._files,
            errors=self._errors,
            notices=self._notices,
            rules=sorted(self._rules.items(), key=lambda item: (-item[1], item[0])),
            categories=sorted({rule.partition("/")[0] for rule in self._rules}),
            summary=summary,
            clean=self._clean,
        )


def policy(style: str, script: str) -> str:
    """Return a content policy under which exactly this style and this script work."""
    return (
        "default-src 'none'; base-uri 'none'; form-action 'none'; "
        f"style-src {_hash(style)}; script-src {_hash(script)}"
    )


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def _counts(findings: Iterable[Finding]) -> list[tuple[str, int]]:
    levels = [finding.severity for finding in findings]
    return [(str(level), levels.count(level)) for level in _LEVELS if level in levels]


def _card(finding: Finding, number: int) -> dict[str, Any]:
    return {
        "number": number,
        "rule": finding.rule,
        "category": finding.category,
        "severity": str(finding.severity),
        "confidence": f"{finding.confidence:.0%}",
        "line": finding.line,
        "column": finding.column,
        "shown": printable(finding.shown),
        "message": printable(finding.message),
        "suggestions": [printable(s) for s in finding.suggestions],
        "evidence": [printable(e) for e in finding.evidence],
        "fixable": finding.fix is not None,
        "safe": finding.fix is not None and finding.fix.safe,
    }


def segments(
    source: str, findings: list[Finding], confirmed: list[Confirmed], first: int
) -> Iterable[dict[str, Any]]:
    """Yield the text in pieces, each with the numbers of the findings that cover it.

    Findings may overlap; a piece belongs to all of them and looks like the gravest. `new` are the
    findings that start with the piece. Numbers count up from `first` in the order of `findings`.
    """
    events: dict[int, tuple[list[int], list[int]]] = {}
    for order, finding in enumerate(findings):
        events.setdefault(finding.start, ([], []))[0].append(order)
        events.setdefault(finding.end, ([], []))[1].append(order)
    right = {(name.start, name.end): name for name in confirmed}
    for start, end in right:
        events.setdefault(start, ([], []))
        events.setdefault(end, ([], []))
    open_now: set[int] = set()
    at = 0
    name: Confirmed | None = None
    new: list[int] = []
    for offset in [*sorted(events), len(source)]:
        if offset > at:
            yield _segment(source[at:offset], findings, open_now, new, name, first)
            new = []
        at = max(at, offset)
        starting, ending = events.get(offset, ([], []))
        open_now.difference_update(ending)
        open_now.update(o for o in starting if findings[o].end > offset)
        new += starting
        if name is not None and name.end <= offset:
            name = None
        name = next((n for (start, _), n in right.items() if start == offset), name)


def _segment(
    text: str,
    findings: list[Finding],
    covering: set[int],
    new: list[int],
    name: Confirmed | None,
    first: int,
) -> dict[str, Any]:
    top = max(covering, key=lambda o: (findings[o].severity, -o), default=None)
    return {
        "text": _ACTING.sub(lambda m: f"\\u{ord(m.group()):04x}", text.replace("\r\n", "\n")),
        "numbers": " ".join(str(first + order) for order in sorted(covering)),
        "new": [first + order for order in new],
        "category": "" if top is None else findings[top].category,
        "severity": "" if top is None else str(findings[top].severity),
        "name": "" if name is None else printable(name.name),
    }

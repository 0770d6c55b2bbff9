"""The engines of one configuration at work: asked, remembered, and merged with our own findings."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator, Sequence

from ..config import Config
from ..document import Document
from ..errors import EngineError
from ..findings import Hit
from .allowed import HARPER, LANGUAGETOOL, Allowed
from .base import Engine, Raised, Unanswered
from .memory import Memory
from .rules import SAME

# Articles in a row that an engine may leave unanswered before the run gives up on it.
MAX_UNANSWERED = 3
# Characters of a cell: overlaps are looked for among findings of the same cells only.
_CELL = 256
# (rule, start, end) of a finding of our own, in code points of the View.
Own = tuple[str, int, int]


def open_engines(config: Config) -> list[Engine]:
    """Return the engines that the configuration asks for; raise EngineError for a missing one."""
    spelling = dict(config.house).get("spelling")
    language = "en-GB" if spelling == ("uk",) else "en-US"
    found: list[Engine] = []
    for name in dict.fromkeys(config.engines):
        if name == "languagetool":
            from .languagetool import LanguageTool

            url = config.languagetool_url or os.environ.get("LINTNEWS_LANGUAGETOOL_URL", "")
            found.append(LanguageTool(url, language))
        else:
            from .harper import Harper

            found.append(Harper(language))
    return found


class Engines:
    """Asks every engine about a document. Safe to share between threads."""

    def __init__(self, engines: Sequence[Engine], remember: bool = True):
        self._engines = engines
        self._memories = [
            Memory(f"{e.name} {e.version()} {_table(e)!r}") if remember else None for e in engines
        ]
        self._lock = threading.Lock()
        self._unanswered = 0

    def hits(self, document: Document, own: Sequence[Own]) -> tuple[list[Hit], str]:
        """Return hits that say nothing twice, and why an engine left this article out, or "".

        `own` are the findings of our own. Raises EngineError where an engine has failed for good.
        """
        spans = document.paragraphs
        paragraphs = [document.text[start:end] for start, end in spans]
        found: list[Hit] = []
        left_out = ""
        for engine, memory in zip(self._engines, self._memories, strict=True):
            try:
                said = _asked(engine, memory, paragraphs)
            except Unanswered as problem:
                left_out = f"engine {engine.name} {problem}; its findings are missing"
                self._count(left_out)
                continue
            with self._lock:
                self._unanswered = 0
            for (start, _), raised in zip(spans, said, strict=True):
                found.extend(_hit(engine, start, r, document.text) for r in raised)
        return list(merged(found, own)), left_out

    def _count(self, reason: str) -> None:
        with self._lock:
            self._unanswered += 1
            if self._unanswered >= MAX_UNANSWERED:
                raise EngineError(f"{MAX_UNANSWERED} articles in a row: {reason}")


def _table(engine: Engine) -> dict[str, Allowed]:
    return LANGUAGETOOL if engine.name == "languagetool" else HARPER


def _asked(engine: Engine, memory: Memory | None, paragraphs: list[str]) -> list[list[Raised]]:
    """Return what the engine says, asking only about paragraphs it has not seen."""
    known = memory.get(paragraphs) if memory else [None] * len(paragraphs)
    wanted = list(dict.fromkeys(p for p, k in zip(paragraphs, known, strict=True) if k is None))
    fresh: dict[str, list[Raised]] = {}
    if wanted:
        table = _table(engine)
        for paragraph, said in zip(wanted, engine.check(wanted), strict=True):
            fresh[paragraph] = [r for r in said if _believed(table, paragraph, r)]
        if memory:
            memory.put(wanted, [fresh[paragraph] for paragraph in wanted])
    return [
        fresh[paragraph] if said is None else said
        for paragraph, said in zip(paragraphs, known, strict=True)
    ]


def _believed(table: dict[str, Allowed], paragraph: str, raised: Raised) -> bool:
    allowed = table.get(raised.rule)
    return (
        allowed is not None
        and 0 <= raised.start < raised.end <= len(paragraph)
        and allowed.takes(paragraph, raised)
    )


def _hit(engine: Engine, base: int, raised: Raised, text: str) -> Hit:
    allowed = _table(engine)[raised.rule]
    start, end = base + raised.start, base + raised.end
    shown = " ".join(text[start:end].split())
    message = raised.message or "This is unlikely to be meant."
    return Hit(
        start,
        end,
        f"{shown!r}: {message}" if shown else message,
        suggestions=raised.replacements,
        evidence=(f"{engine.title} rule {raised.rule}",),
        severity=allowed.severity,
        rule=allowed.rule,
    )


def merged(found: Sequence[Hit], own: Sequence[Own]) -> Iterator[Hit]:
    """Yield the hits that neither we nor an earlier engine have reported in the same sense.

    A finding of another kind on the same characters hides nothing.
    """
    taken: dict[tuple[str, int], list[tuple[int, int]]] = {}

    def take(rule: str, start: int, end: int) -> None:
        for cell in range(start // _CELL, max(end - 1, start) // _CELL + 1):
            taken.setdefault((rule, cell), []).append((start, end))

    def is_taken(rule: str, start: int, end: int) -> bool:
        cells = range(start // _CELL, (end - 1) // _CELL + 1)
        spans = (span for cell in cells for span in taken.get((rule, cell), ()))
        return any(s < end and start < e for s, e in spans)

    for rule, start, end in own:
        take(rule, start, end)
    for hit in found:
        rule = hit.rule or ""
        if not any(is_taken(name, hit.start, hit.end) for name in (rule, *SAME.get(rule, ()))):
            yield hit
        take(rule, hit.start, hit.end)

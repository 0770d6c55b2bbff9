"""Harper as an engine: in this process, through the package harper-py (extra `harper`)."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from typing import Any

from ..errors import EngineError
from .allowed import HARPER
from .base import Raised

_MAX_SUGGESTIONS = 3


class Harper:
    """Asks Harper for the rules of the allow-list, in US or British English."""

    name = "harper"
    title = "Harper"

    def __init__(self, language: str = "en-US"):
        try:
            import harper
        except ImportError:
            raise EngineError(
                "engine harper: the package harper-py is missing; "
                "install it with: pip install 'lintnews[harper]'"
            ) from None
        self._package: Any = harper
        self._language = language
        self._lock = threading.Lock()
        self._linter: Any = None

    def version(self) -> str:
        from importlib.metadata import version

        return f"{version('harper-py')} {self._language}"

    def check(self, paragraphs: Sequence[str]) -> list[list[Raised]]:
        """Return what the rules find in each paragraph."""
        # One linter answers one thread at a time.
        with self._lock:
            linter = self._linter = self._linter or self._open()
            return [_raised(linter, paragraph) for paragraph in paragraphs]

    def _open(self) -> Any:
        """Return a linter with nothing but the rules of the allow-list on."""
        british = self._language == "en-GB"
        dialect = self._package.Dialect.BRITISH if british else self._package.Dialect.AMERICAN
        linter = self._package.Linter(dialect)
        known = linter.get_default_lint_config()
        linter.set_lint_config({rule: rule in HARPER for rule in known})
        return linter


def _raised(linter: Any, paragraph: str) -> list[Raised]:
    found: list[Raised] = []
    lints = linter.organized_lints(paragraph, language="plaintext", dedup=False)
    for rule, raised in lints.items():
        for lint in raised:
            said = tuple(s.replacement_text for s in lint.suggestions[:_MAX_SUGGESTIONS])
            message = " ".join(lint.message.split())
            found.append(Raised(lint.span.start, lint.span.end, rule, message, said))
    return found

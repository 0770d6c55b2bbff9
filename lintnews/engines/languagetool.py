"""LanguageTool as an engine: at a given URL, or an installed copy that is started when needed.

The web service that LanguageTool's makers run is used only by somebody who gives its URL: articles
are unpublished.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence

from ..errors import EngineError
from .allowed import LANGUAGETOOL
from .base import Raised, Unanswered
from .installed import installed
from .offsets import from_utf16
from .server import Server
from .service import Match, Service

# Characters of one request: the largest that servers with default settings of the public service
# take, and about 0.3 s of work.
MAX_CHARACTERS = 20_000
# Between two paragraphs; LanguageTool ends a sentence there.
_BREAK = "\n\n"
_MAX_SUGGESTIONS = 3
_MAX_MESSAGE = 300
_RULES = ",".join(sorted(LANGUAGETOOL))


class LanguageTool:
    """Asks a LanguageTool server for the rules of the allow-list, in US or British English."""

    name = "languagetool"
    title = "LanguageTool"

    def __init__(self, url: str = "", language: str = "en-US"):
        self._language = language
        self._lock = threading.Lock()
        self._server: Server | None = None
        self._service: Service | None = None
        self._version = ""
        if url:
            self._service = Service(url)
            self._version = self._describe(self._service)
        else:
            self._server = Server(installed())
            self._version = self._server.copy.key

    def version(self) -> str:
        return f"{self._version} {self._language}"

    def check(self, paragraphs: Sequence[str]) -> list[list[Raised]]:
        """Return what the rules find in each paragraph."""
        found: list[list[Raised]] = []
        batch: list[str] = []
        for paragraph in paragraphs:
            if batch and sum(map(len, batch)) + len(paragraph) > MAX_CHARACTERS:
                found += self._check(batch)
                batch = []
            # A line break inside a paragraph is none of its own making.
            batch.append(paragraph.replace("\n", " "))
        return found + (self._check(batch) if batch else [])

    def _check(self, batch: list[str]) -> list[list[Raised]]:
        text = _BREAK.join(batch)
        matches = self._ask(text)
        place = from_utf16(text)
        units = len(text.encode("utf-16-le", "surrogatepass")) // 2
        starts, at = [], 0
        for paragraph in batch:
            starts.append(at)
            at += len(paragraph) + len(_BREAK)
        found: list[list[Raised]] = [[] for _ in batch]
        for match in matches:
            if match.offset < 0 or match.length < 1 or match.offset + match.length > units:
                continue
            start, end = place(match.offset), place(match.offset + match.length)
            for number in range(len(batch) - 1, -1, -1):
                if start >= starts[number]:
                    inside = end - starts[number] <= len(batch[number])
                    if inside:
                        found[number].append(_raised(match, start, end, starts[number]))
                    break
        return found

    def _ask(self, text: str) -> list[Match]:
        service = self._connected()
        try:
            return service.matches(text, self._language, _RULES)
        except OSError as problem:
            if self._server is None:
                raise EngineError(
                    f"engine languagetool: {service.url} is gone: {_reason(problem)}"
                ) from None
        # Our own server has died or ended itself: it gets one more chance.
        with self._lock:
            if self._service is service:
                self._service = None
        try:
            return self._connected().matches(text, self._language, _RULES)
        except OSError as problem:
            raise EngineError(
                f"engine languagetool: the server has died twice: {_reason(problem)}"
            ) from None

    def _connected(self) -> Service:
        with self._lock:
            if self._service is None:
                assert self._server is not None
                self._service = self._server.service()
            elif self._server is not None:
                self._server.touch()
            return self._service

    def _describe(self, service: Service) -> str:
        try:
            return f"{service.url} {service.describe()}"
        except (OSError, Unanswered) as problem:
            raise EngineError(
                f"engine languagetool: {service.url} does not answer: {_reason(problem)}"
            ) from None


def _reason(problem: Exception) -> str:
    return getattr(problem, "strerror", None) or str(problem) or type(problem).__name__


def _raised(match: Match, start: int, end: int, base: int) -> Raised:
    replacements = tuple(r.value for r in match.replacements[:_MAX_SUGGESTIONS])
    message = " ".join(match.message.split())[:_MAX_MESSAGE]
    return Raised(start - base, end - base, match.rule.id, message, replacements)

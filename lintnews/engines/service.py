"""A LanguageTool server, spoken to over HTTP: what it is, and what it says of a text."""

from __future__ import annotations

import http.client
import socket
from urllib.parse import urlencode, urlsplit

import msgspec

from ..errors import UsageError
from .base import Unanswered

# Seconds to wait for a sign of life, and for the findings of one request (20,000 characters take
# about 0.3 s warm and 5 s in the first moments of a server).
HEALTH_SECONDS = 5.0
CHECK_SECONDS = 60.0
# No honest answer is longer, in bytes.
MAX_ANSWER = 32_000_000


class _Replacement(msgspec.Struct):
    value: str = ""


class _RuleInfo(msgspec.Struct):
    id: str


class Match(msgspec.Struct):
    """One finding of the server; offset and length in UTF-16 units."""

    offset: int
    length: int
    rule: _RuleInfo
    message: str = ""
    replacements: list[_Replacement] = []


class _Answer(msgspec.Struct):
    matches: list[Match]


class _Software(msgspec.Struct):
    name: str = ""
    version: str = ""
    build_date: str = msgspec.field(default="", name="buildDate")


class _Info(msgspec.Struct):
    software: _Software


class Service:
    """A server at `url`: http or https, with or without a path before /v2.

    Connections go straight there: no proxy, no redirection, so nothing else sees the articles.
    """

    def __init__(self, url: str, seconds: float = CHECK_SECONDS):
        address = urlsplit(url if "//" in url else f"http://{url}")
        try:
            port = address.port
        except ValueError:
            raise UsageError(f"{url!r} is no URL of a LanguageTool server") from None
        if address.scheme not in ("http", "https") or not address.hostname:
            raise UsageError(f"{url!r} is no URL of a LanguageTool server")
        self.url = url
        self._secure = address.scheme == "https"
        self._host, self._port = address.hostname, port
        self._base = address.path.rstrip("/").removesuffix("/check").removesuffix("/v2")
        self._seconds = seconds

    def describe(self) -> str:
        """Return name, version and build of the server; raise ConnectionError if it has none."""
        status, body = self._ask("GET", "/v2/info", None, HEALTH_SECONDS)
        if status == 200:
            try:
                software = msgspec.json.decode(body, type=_Info).software
            except msgspec.DecodeError:
                raise ConnectionError("it does not answer like LanguageTool") from None
            return f"{software.name} {software.version} {software.build_date}".strip()
        status, body = self._ask("GET", "/v2/languages", None, HEALTH_SECONDS)
        if status == 200 and body[:1] == b"[":
            return "LanguageTool"
        raise ConnectionError(f"it answers {status}, not like LanguageTool")

    def matches(self, text: str, language: str, rules: str) -> list[Match]:
        """Return what the rules (ids, comma list) find in the text.

        Rules that look beyond the paragraph are left out: what they say depends on its neighbours.
        Raises Unanswered for a refusal, a late answer or none that can be read, and
        ConnectionError where nobody listens.
        """
        form = urlencode(
            {
                "text": text,
                "language": language,
                "enabledOnly": "true",
                "enabledRules": rules,
                "mode": "allButTextLevelOnly",
            }
        )
        status, body = self._ask("POST", "/v2/check", form.encode(), self._seconds)
        if status != 200:
            said = " ".join(body[:200].decode("utf-8", "replace").split())
            raise Unanswered(f"answered {status}: {said}")
        try:
            return msgspec.json.decode(body, type=_Answer).matches
        except msgspec.DecodeError as problem:
            raise Unanswered(f"gave an answer that cannot be read ({problem})") from None

    def _ask(self, method: str, path: str, body: bytes | None, seconds: float) -> tuple[int, bytes]:
        kind = http.client.HTTPSConnection if self._secure else http.client.HTTPConnection
        connection = kind(self._host, self._port, timeout=seconds)
        headers = {"Content-Type": "application/x-www-form-urlencoded"} if body else {}
        try:
            connection.request(method, self._base + path, body, headers)
            answer = connection.getresponse()
            data = answer.read(MAX_ANSWER + 1)
        except TimeoutError:
            raise Unanswered(f"gave no answer within {seconds:g} s") from None
        except (http.client.HTTPException, ValueError) as problem:
            raise ConnectionError(str(problem) or type(problem).__name__) from None
        except socket.gaierror as problem:
            raise ConnectionError(problem.strerror) from None
        finally:
            connection.close()
        if len(data) > MAX_ANSWER:
            raise Unanswered(f"gave more than {MAX_ANSWER} bytes")
        return answer.status, data

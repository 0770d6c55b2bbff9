"""A stand-in for a LanguageTool server: as a thread of a test, or as the program that Java starts.

As a program it reads how to behave from FAKE_LANGUAGETOOL: ok, dies, mute, or slow:SECONDS.
"""

from __future__ import annotations

import json
import os
import sys
import threading
import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs

Answer = tuple[int, bytes]


def utf16(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def match(text: str, part: str, rule: str = "THE_CC", *replacements: str) -> dict[str, object]:
    """Return a finding at the first place of `part`, as LanguageTool counts."""
    at = text.index(part)
    return {
        "message": f"Look at {part}.",
        "offset": utf16(text[:at]),
        "length": utf16(part),
        "rule": {"id": rule, "category": {"id": "GRAMMAR"}},
        "replacements": [{"value": r} for r in replacements],
    }


def matches(*found: dict[str, object]) -> Answer:
    return 200, json.dumps({"matches": found}).encode()


def words(text: str) -> Answer:
    """Find every "seven roads"."""
    return matches(
        *([match(text, "seven roads", "THE_CC", "six roads")] if "seven roads" in text else [])
    )


class FakeLanguageTool:
    """A server on a free port; `answer` gets the text of each check and may sleep or raise."""

    def __init__(self, answer: Callable[[str], Answer] = words, port: int = 0):
        self.answer = answer
        self.version = "6.8"
        self.asked: list[dict[str, str]] = []
        fake = self

        class Handler(BaseHTTPRequestHandler):
            def log_message(self, *_: object) -> None:
                pass

            def reply(self, status: int, body: bytes) -> None:
                self.send_response(status)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def do_GET(self) -> None:
                software = {"name": "LanguageTool", "version": fake.version, "buildDate": "x"}
                self.reply(200, json.dumps({"software": software}).encode())

            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"])).decode()
                form = {k: v[0] for k, v in parse_qs(body).items()}
                fake.asked.append({"path": self.path, **form})
                try:
                    self.reply(*fake.answer(form["text"]))
                except (ConnectionError, ValueError):
                    self.close_connection = True

        self.server = ThreadingHTTPServer(("127.0.0.1", port), Handler)
        self.server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self.server.server_port}"

    def __enter__(self) -> FakeLanguageTool:
        self.thread = threading.Thread(target=self.server.serve_forever, args=(0.01,), daemon=True)
        self.thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def stop(self) -> None:
        self.server.shutdown()
        self.server.server_close()


def main() -> None:
    how = os.environ.get("FAKE_LANGUAGETOOL", "ok")
    print("server: starting", flush=True)
    if how == "dies":
        print("java.lang.NoClassDefFoundError: no class for it\n\tat a.b.c(D.java:1)", flush=True)
        sys.exit(1)
    if how == "mute":
        print("server: thinking about it", flush=True)
        time.sleep(60)
    if how.startswith("slow:"):
        time.sleep(float(how.removeprefix("slow:")))
    FakeLanguageTool(port=int(sys.argv[-1])).server.serve_forever(0.01)


if __name__ == "__main__":
    main()

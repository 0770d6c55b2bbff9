"""--watch lints a draft again when it is saved, and ends with Ctrl-C."""

from __future__ import annotations

import os
import queue
import signal
import subprocess
import sys
import threading
import time

import pytest

pytest.importorskip("watchfiles")


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C is sent as on Unix")
def test_a_saved_draft_is_linted_again(tmp_path):
    draft = tmp_path / "draft.txt"
    draft.write_text("The minister spoke on Monday.\n")
    process = subprocess.Popen(
        [sys.executable, "-m", "lintnews", "check", "--watch", "--isolated", "--no-cache", "."],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, cwd=tmp_path, text=True,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    )  # fmt: skip
    lines: queue.Queue[str] = queue.Queue()
    threading.Thread(
        target=lambda: [lines.put(line) for line in process.stdout], daemon=True
    ).start()
    seen = []

    def wait_for(text):
        until = time.monotonic() + 60
        while time.monotonic() < until:
            try:
                seen.append(lines.get(timeout=1))
            except queue.Empty:
                continue
            if text in seen[-1]:
                return
        pytest.fail("".join(seen))

    try:
        wait_for("watching")
        time.sleep(0.5)
        draft.write_text("Share on WhatsApp\n")
        wait_for("chrome/share-on-network")
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=20) == 130
    finally:
        process.kill()


@pytest.mark.parametrize("wrong", [["-"], ["--fix", "."], ["--output", "x", "."]])
def test_what_cannot_be_watched_is_refused(cli, wrong):
    assert cli("check", "--watch", *wrong).status == 2

"""The server of this machine: started once, shared, ended; what is told when it cannot start."""

from __future__ import annotations

import contextlib
import os
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Ran

from lintnews.engines import server
from lintnews.engines.installed import installed
from lintnews.engines.server import Server, is_alive, last_line, states
from lintnews.errors import EngineError

Copy = Callable[..., Path]
Cli = Callable[..., Ran]
TEXT = "Police closed seven roads in the town on Friday."
CHECK = ("check", "--isolated", "--format", "jsonl", "--select", "grammar", "--engine",
         "languagetool")  # fmt: skip


def eventually(true: Callable[[], bool], seconds: float = 8.0) -> bool:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if true():
            return True
        time.sleep(0.05)
    return False


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_text(TEXT)
    return path


def test_the_first_run_starts_it_and_the_next_one_uses_it(copy: Copy, cli: Cli, article: Path):
    copy()
    assert cli(*CHECK, article).findings()
    ((_, first),) = states()
    assert cli(*CHECK, "--no-cache", article).findings()
    ((_, second),) = states()
    assert first == second


def test_what_is_remembered_needs_no_server(copy: Copy, cli: Cli, article: Path):
    copy()
    assert cli(*CHECK, article).findings()
    assert cli("engines", "stop").status == 0
    assert cli(*CHECK, article).findings()
    assert states() == []


def test_all_workers_share_one(copy: Copy, cli: Cli, tmp_path: Path):
    copy()
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(40):
        (folder / f"{number}.txt").write_text(f"Item {number}. {TEXT} " + "It rained. " * 1500)
    ran = cli(*CHECK, "--jobs", "2", "--no-cache", folder)
    assert len({f["path"] for f in ran.findings()}) == 40
    assert len(states()) == 1


def test_a_slow_start_is_waited_for(copy: Copy, cli: Cli, article: Path):
    copy("slow:1.5")
    assert cli(*CHECK, article).findings()


def test_a_server_that_dies_at_start_is_one_line_with_what_it_said(
    copy: Copy, cli: Cli, article: Path
):
    copy("dies")
    ran = cli(*CHECK, article)
    assert ran.status == 2
    assert ran.err == (
        "lintnews: engine languagetool: the server did not start: "
        "java.lang.NoClassDefFoundError: no class for it\n"
    )


def test_a_server_that_never_answers_is_given_up_with_its_last_line(copy: Copy):
    copy("mute")
    one = Server(installed(), seconds=1.0)
    with pytest.raises(EngineError, match=r"no answer within 1 s; its last line: server: thinking"):
        one.service()
    assert eventually(lambda: states() == [])


def test_a_missing_copy_says_how_to_get_one(own_cache, cli: Cli, article: Path, monkeypatch):
    monkeypatch.setenv("LTP_PATH", str(article.parent / "nowhere"))
    ran = cli(*CHECK, article)
    assert ran.status == 2
    assert "lintnews engines install languagetool" in ran.err
    assert ran.err.count("\n") == 1


def test_missing_java_says_so(copy: Copy, cli: Cli, article: Path, monkeypatch):
    copy()
    monkeypatch.delenv("JAVA_HOME")
    monkeypatch.setenv("PATH", str(article.parent))
    ran = cli(*CHECK, article)
    assert ran.status == 2
    assert "Java is missing; install Java 17" in ran.err
    assert ran.err.count("\n") == 1


def test_a_server_that_was_killed_is_started_again(copy: Copy, cli: Cli, article: Path):
    copy()
    assert cli(*CHECK, article).findings()
    ((_, state),) = states()
    os.kill(state.server, signal.SIGKILL)
    assert cli(*CHECK, "--no-cache", article).findings()
    ((_, again),) = states()
    assert again.server != state.server


def test_it_is_started_again_when_it_dies_during_a_run(copy: Copy):
    from lintnews.engines.languagetool import LanguageTool

    copy()
    engine = LanguageTool()
    assert engine.check([TEXT])[0]
    ((_, state),) = states()
    os.kill(state.server, signal.SIGKILL)
    assert eventually(lambda: states() == [])
    assert engine.check([TEXT])[0]


def test_it_ends_when_nobody_asks_for_a_while(copy: Copy):
    copy()
    Server(installed(), idle=1.0).service()
    ((_, state),) = states()
    assert eventually(lambda: states() == [] and not is_alive(state.server))


def test_a_stopped_server_is_gone(copy: Copy, cli: Cli):
    copy()
    Server(installed()).service()
    ((_, state),) = states()
    ran = cli("engines", "stop")
    assert (ran.status, ran.out) == (
        0, f"stopped the LanguageTool server on port {state.port}\n"
    )  # fmt: skip
    assert not is_alive(state.server)
    assert cli("engines", "stop").out == "no server was running\n"


def test_whoever_ends_the_keeper_ends_the_server(copy: Copy):
    copy()
    Server(installed()).service()
    ((_, state),) = states()
    os.kill(state.pid, signal.SIGTERM)
    assert eventually(lambda: not is_alive(state.server))


def test_a_killed_keeper_takes_the_server_along(copy: Copy):
    copy()
    Server(installed()).service()
    ((_, state),) = states()
    os.kill(state.pid, signal.SIGKILL)
    assert eventually(lambda: not is_alive(state.server))


@pytest.mark.skipif(not Path("/proc/self/cmdline").exists(), reason="lists processes by /proc")
def test_a_server_that_ended_leaves_no_guard_behind(copy: Copy):
    copy()
    Server(installed()).service()
    ((path, state),) = states()
    assert len(guards(state.server)) == 1
    assert server.stop(path, state)
    assert eventually(lambda: not guards(state.server))


def guards(pid: int) -> list[str]:
    """Return the processes that wait to end the server."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            said = (folder / "cmdline").read_bytes()
            if b'kill -9 "$0"' in said and said.endswith(f"\0{pid}\0".encode()):
                found.append(folder.name)
    return found


def test_a_state_file_of_a_dead_server_is_not_believed(copy: Copy, cli: Cli, article: Path):
    copy()
    one = Server(installed())
    one.state.write_text('{"port": 1, "pid": 999999999, "server": 999999999}')
    assert cli(*CHECK, article).findings()


def test_an_upgraded_copy_gets_a_server_of_its_own(copy: Copy):
    folder = copy()
    before = installed().key
    (folder / "languagetool-server.jar").write_bytes(b"another jar")
    assert installed().key != before


def test_the_newest_of_several_copies_is_used(copy: Copy, tmp_path: Path):
    copy()
    for version in ("6.10", "6.9"):
        other = tmp_path / f"LanguageTool-{version}"
        other.mkdir()
        (other / "languagetool-server.jar").write_bytes(b"jar")
    assert installed().folder.endswith("LanguageTool-6.10")


def test_the_last_line_is_the_error_rather_than_where_it_happened(tmp_path: Path):
    log = tmp_path / "log"
    log.write_text("start\nCaused by: java.io.IOException: no es\n\tat x(Y.java)\n\t... 5 more\n")
    assert last_line(log) == "Caused by: java.io.IOException: no es"
    log.write_text("")
    assert last_line(log) == "it said nothing"
    assert last_line(tmp_path / "none") == "it said nothing"


def test_listing_says_what_is_installed_and_what_runs(copy: Copy, cli: Cli):
    folder = copy()
    Server(installed()).service()
    out = cli("engines", "list").out
    assert f"languagetool  installed in {folder}" in out
    assert f"server on port {server.states()[0][1].port}" in out
    assert "harper" in out

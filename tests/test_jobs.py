"""Worker processes, stored results, and what happens when something is killed, full or gone."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import msgspec
import pytest

from lintnews import jobs, pool, work
from lintnews.cache import ResultCache, trim
from lintnews.config import Config
from lintnews.errors import InputError
from lintnews.findings import FileResult
from lintnews.jobs import Plan, Workspace, lint_files

BODY = "The minister spoke in the capital on Monday, and nobody disagreed with him."
FOOTER = "Share on WhatsApp"
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")


@pytest.fixture
def many(tmp_path):
    """Forty articles, each with one finding on a line of its own number."""
    for number in range(40):
        text = f"{BODY}\n\n" * number + f"{FOOTER}\n"
        (tmp_path / f"{number:02}.txt").write_text(text)
    return sorted(str(path) for path in tmp_path.glob("*.txt"))


@pytest.fixture
def small_pool(monkeypatch):
    """Start workers for any amount of work, in small batches."""
    monkeypatch.setattr(jobs, "WORTH_WORKERS", 1)
    monkeypatch.setattr(pool, "BATCH_BYTES", 2_000)
    monkeypatch.setattr(pool, "BYTES_PER_WORKER", 1_000)


def workspace():
    return Workspace(fixed=Config(select=("chrome",)))


def summary(results):
    return [
        (os.path.basename(r.path), [(f.line, f.rule) for f in r.findings], r.error) for r in results
    ]


def test_workers_find_the_same_in_the_same_order(many, small_pool):
    alone = summary(lint_files(workspace(), many, Plan(jobs=1)))
    together = summary(lint_files(workspace(), many, Plan(jobs=2)))
    assert together == alone
    assert len(together) == 40


def test_texts_that_a_worker_has_are_not_held_twice(many, small_pool):
    run = jobs.Run(workspace(), Plan(jobs=2))
    results = run.results(many)
    first = next(results)
    assert first.source.endswith(f"{FOOTER}\n")
    waiting = [slot for slot in run._slots if slot.sent]
    assert waiting
    assert all(slot.source is None for slot in waiting)
    assert [first, *results][-1].source == Path(many[-1]).read_text()


def test_few_files_start_no_workers(many, monkeypatch):
    monkeypatch.setattr(pool.Pool, "__init__", lambda *a, **k: pytest.fail("a worker was started"))
    assert len(list(lint_files(workspace(), many[:5], Plan(jobs=8)))) == 5


def test_errors_keep_their_place_between_results(many, small_pool, tmp_path):
    (tmp_path / "05.txt").write_bytes(b"\xff\xfe\xfa bad")
    (tmp_path / "06.txt").write_bytes(b"bad \xff")
    paths = [*many[:8], InputError("no such file or folder", "gone.txt"), *many[8:]]
    found = summary(lint_files(workspace(), paths, Plan(jobs=2)))
    assert [name for name, _, error in found if error] == ["05.txt", "06.txt", "gone.txt"]
    assert [name for name, *_ in found] == [
        os.path.basename(str(getattr(p, "path", p))) for p in paths
    ]


def test_a_file_that_vanishes_is_an_error_and_the_rest_is_linted(many):
    os.unlink(many[3])
    found = summary(lint_files(workspace(), many, Plan()))
    assert found[3][2] == "cannot be read: No such file or directory"
    assert sum(bool(findings) for _, findings, _ in found) == 39


def test_permission_denied_is_told_as_any_user(many, monkeypatch):
    def refuse(path, mode="r", *more, **options):
        if path == many[3]:
            raise PermissionError(13, "Permission denied", path)
        return open(path, mode, *more, **options)

    monkeypatch.setattr("lintnews.source.read.open", refuse, raising=False)
    found = summary(lint_files(workspace(), many, Plan()))
    assert found[3][2] == "cannot be read: Permission denied"


def test_a_mistake_in_a_check_is_told_and_the_rest_is_linted(many, monkeypatch):
    real = work.lint_source

    def fails(linter, source, **more):
        if source.path == many[2]:
            raise ZeroDivisionError("by zero")
        return real(linter, source, **more)

    monkeypatch.setattr(work, "lint_source", fails)
    found = summary(lint_files(workspace(), many, Plan()))
    assert found[2][2].startswith("could not be linted, a mistake in lintnews: ZeroDivisionError")
    assert sum(bool(findings) for _, findings, _ in found) == 39


# A worker that dies by its own hand: on a file that says so, once or always.
DYING = """
import os, sys
sys.path[:] = sys.argv[1:-1]
from lintnews import worker
real = worker.lint_safely
def dies(linter, source):
    if "POISON" in source.text:
        os.kill(os.getpid(), 9)
    if "ONCE" in source.text and not os.path.exists({flag!r}):
        open({flag!r}, "w").close()
        os.kill(os.getpid(), 9)
    return real(linter, source)
worker.lint_safely = dies
worker.main()
"""


@LINUX
def test_a_killed_worker_costs_one_retry_and_a_poisonous_file_is_named(
    many, small_pool, monkeypatch, tmp_path
):
    monkeypatch.setattr(pool, "_CHILD", DYING.format(flag=str(tmp_path / "flag")))
    Path(many[7]).write_text(f"{FOOTER}\n\nONCE\n")
    Path(many[9]).write_text(f"{FOOTER}\n\nPOISON\n")
    found = summary(lint_files(workspace(), many, Plan(jobs=2)))
    assert [os.path.basename(path) for path in many] == [name for name, *_ in found]
    assert found[9][2] == "ended 2 worker processes (SIGKILL); left out"
    assert found[7][2] is None
    assert found[7][1]
    assert sum(bool(findings) for _, findings, _ in found) == 39


@LINUX
def test_workers_that_cannot_start_are_one_clear_mistake(many, small_pool, monkeypatch):
    monkeypatch.setattr(pool, "_CHILD", "raise SystemExit(3)")
    with pytest.raises(Exception, match=r"cannot start \(exit status 3\); try --jobs 1"):
        list(lint_files(workspace(), many, Plan(jobs=2)))


def test_a_mistake_of_the_user_ends_a_run_with_workers_too(many, small_pool):
    wrong = Workspace(fixed=Config(select=("chrome/nothing-like-it",)))
    with pytest.raises(Exception, match="unknown rule"):
        list(lint_files(wrong, many, Plan(jobs=2)))


# --- whole processes


def start(folder, *arguments, **options):
    return subprocess.Popen(
        [sys.executable, "-m", "lintnews", "check", "--isolated", "--no-cache", *arguments, str(folder)],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=folder, **options,
    )  # fmt: skip


def children(pid):
    found = subprocess.run(
        ["ps", "-o", "pid=", "--ppid", str(pid)], capture_output=True, text=True, check=False
    )
    return [int(word) for word in found.stdout.split()]


@pytest.fixture
def large(tmp_path):
    """Enough articles to keep two workers busy for some seconds."""
    folder = tmp_path / "large"
    folder.mkdir()
    for number in range(400):
        text = "".join(f"{BODY[:-1]} in case {number} of {n}.\n\n" for n in range(60))
        (folder / f"{number:03}.txt").write_text(text + FOOTER + "\n")
    return folder


def wait_for_workers(process):
    for _ in range(400):
        found = children(process.pid)
        if found:
            return found
        assert process.poll() is None
        time.sleep(0.05)
    pytest.fail("no worker was started")


def gone(pid):
    for _ in range(200):
        try:
            if f"{Path(f'/proc/{pid}/stat').read_text().split()[2]}" == "Z":
                return True
        except OSError:
            return True
        time.sleep(0.05)
    return False


@LINUX
def test_kill_9_of_a_worker_loses_nothing(large):
    process = start(large, "--jobs", "2", "--select", "chrome", "--quiet")
    os.kill(wait_for_workers(process)[0], signal.SIGKILL)
    out, err = process.communicate(timeout=120)
    assert (process.returncode, err) == (1, b"")
    assert out.count(b"chrome/share-on-network") == 400


@LINUX
def test_kill_9_of_the_parent_leaves_no_worker(large):
    process = start(large, "--jobs", "2")
    workers = wait_for_workers(process)
    process.kill()
    process.communicate(timeout=60)
    assert all(gone(pid) for pid in workers)


@LINUX
def test_control_c_ends_at_once(large):
    process = start(large, "--jobs", "2", start_new_session=True)
    workers = wait_for_workers(process)
    since = time.monotonic()
    os.killpg(process.pid, signal.SIGINT)
    _, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert err.decode().strip().splitlines()[-1] == "lintnews: stopped"
    assert b"Traceback" not in err
    assert time.monotonic() - since < 5
    assert all(gone(pid) for pid in workers)


@LINUX
def test_a_closed_output_pipe_is_no_traceback(large):
    process = start(large, "--jobs", "1")
    process.stdout.read(10)
    process.stdout.close()
    err = process.stderr.read()
    process.wait(timeout=60)
    assert b"Traceback" not in err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_disk_under_the_output_is_one_line(tmp_path):
    (tmp_path / "a.txt").write_text(FOOTER + "\n")
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "lintnews", "check", "--isolated", "a.txt"],
            stdout=full, stderr=subprocess.PIPE, cwd=tmp_path, check=False,
        )  # fmt: skip
    assert done.returncode == 2
    assert b"No space left on device" in done.stderr
    assert b"Traceback" not in done.stderr


def test_ten_thousand_files(tmp_path, cli):
    for number in range(10_000):
        (tmp_path / f"{number}.txt").write_text("Rain.\n")
    ran = cli("check", ".", "--jobs", "1", "--select", "chrome", "--quiet")
    assert (ran.status, ran.err) == (0, "")


def test_a_loop_of_links_ends(tmp_path, cli):
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "a.txt").write_text(FOOTER + "\n")
    (tmp_path / "a" / "again").symlink_to(tmp_path / "a", target_is_directory=True)
    (tmp_path / "self.txt").symlink_to(tmp_path / "self.txt")
    ran = cli("check", ".", "--format", "jsonl")
    assert len(ran.findings()) == 1
    assert ran.status == 2
    assert "self.txt" in ran.err


# --- stored results


@pytest.fixture
def cache(tmp_path, monkeypatch):
    folder = tmp_path / "private-cache"
    monkeypatch.setattr("lintnews.cache.cache_folder", lambda: folder)
    folder.mkdir()
    return ResultCache.open()


def stored(cache):
    return [p for p in Path(cache.folder).rglob("*") if p.is_file()]


def test_a_second_run_reads_no_rules_and_finds_the_same(many, cache, monkeypatch):
    first = summary(lint_files(workspace(), many, Plan(cache=cache)))
    monkeypatch.setattr(Workspace, "linter_for", lambda *a: pytest.fail("a file was linted again"))
    second = summary(lint_files(workspace(), many, Plan(cache=ResultCache.open())))
    assert second == first


def test_changed_text_options_and_names_are_other_results(cache, tmp_path):
    names = tmp_path / "names.txt"
    names.write_text("Ann Other\n")
    keys = {
        ResultCache.open().key(Config(), "a.txt", b"text"),
        ResultCache.open().key(Config(), "a.txt", b"texT"),
        ResultCache.open().key(Config(), "a.md", b"text"),
        ResultCache.open().key(Config(lang="de"), "a.txt", b"text"),
        ResultCache.open().key(Config(suppressions=False), "a.txt", b"text"),
        ResultCache.open().key(Config(names=(str(names),)), "a.txt", b"text"),
    }
    names.write_text("Ann Othre\n")
    keys.add(ResultCache.open().key(Config(names=(str(names),)), "a.txt", b"text"))
    assert len(keys) == 7
    assert ResultCache.open().key(Config(severity=1), "a.txt", b"text") in keys


def test_results_of_engines_are_not_stored(cache):
    assert cache.key(Config(engines=("harper",)), "a.txt", b"text") is None


def test_a_result_that_a_switched_off_rule_touched_is_not_stored(many, cache, linter, monkeypatch):
    monkeypatch.setattr(type(linter), "is_whole", property(lambda self: False))
    list(lint_files(workspace(), many, Plan(cache=cache)))
    assert not [p for p in stored(cache) if p.name != "trimmed"]


@pytest.mark.parametrize("damage", [b"", b"x" * 40, None])
def test_a_damaged_entry_is_linted_again(many, cache, damage):
    first = summary(lint_files(workspace(), many[:3], Plan(cache=cache)))
    for path in stored(cache):
        if damage is None:
            data = bytearray(path.read_bytes())
            data[-1:] = bytes([data[-1] ^ 1]) if data else b""
            path.write_bytes(data)
        else:
            path.write_bytes(damage)
    assert summary(lint_files(workspace(), many[:3], Plan(cache=ResultCache.open()))) == first


def test_a_path_that_is_no_text_is_linted_and_stored(cache, tmp_path):
    path = os.fsdecode(os.fsencode(str(tmp_path)) + b"/caf\xe9.txt")
    with open(path, "w") as out:
        out.write(FOOTER)
    for _ in range(2):
        (result,) = lint_files(workspace(), [path], Plan(cache=cache))
        assert result.findings[0].path == path


def test_a_cache_that_cannot_be_written_is_no_failure(many, tmp_path, monkeypatch):
    (tmp_path / "file").write_text("")
    cache = ResultCache(str(tmp_path / "file"))
    assert len(list(lint_files(workspace(), many, Plan(cache=cache)))) == 40


def test_the_command_works_without_any_cache_folder(cli, tmp_path, monkeypatch):
    (tmp_path / "file").write_text("")
    (tmp_path / "a.txt").write_text(FOOTER + "\n")
    monkeypatch.setenv("LINTNEWS_CACHE_DIR", str(tmp_path / "file" / "below"))
    assert cli("check", "a.txt", "--select", "chrome").status == 1


def test_the_cache_keeps_its_bounds(cache):
    for number in range(30):
        cache.put(f"{number:040x}", FileResult(path=""))
    old = time.time() - 9_999
    leftover = Path(cache.folder) / "00" / "half.tmp"
    leftover.write_bytes(b"half")
    os.utime(leftover, (old, old))
    trim(cache.folder, entries=10)
    assert len(stored(cache)) == 10
    assert not leftover.exists()


def test_two_runs_on_one_cache_do_not_disturb_each_other(many, cache):
    outcomes = []

    def run():
        outcomes.append(summary(lint_files(workspace(), many, Plan(cache=ResultCache.open()))))

    threads = [threading.Thread(target=run) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(outcomes) == 4
    assert all(outcome == outcomes[0] for outcome in outcomes)
    assert not list(Path(cache.folder).rglob("*.tmp"))


@pytest.fixture
def tiny_disk(tmp_path):
    """A file system of 64 kB."""
    if sys.platform != "linux" or os.getuid() != 0:
        pytest.skip("only root may mount a small file system")
    folder = tmp_path / "tiny"
    folder.mkdir()
    done = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(folder)], check=False
    )
    if done.returncode:
        pytest.skip("this container may not mount")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


def test_a_full_disk_under_the_cache_costs_no_finding(many, tiny_disk):
    (tiny_disk / "filler").write_bytes(b"x" * 60_000)
    cache = ResultCache(str(tiny_disk))
    found = summary(lint_files(workspace(), many, Plan(cache=cache)))
    assert sum(bool(findings) for _, findings, _ in found) == 40
    assert not list(tiny_disk.rglob("*.tmp"))


def test_a_full_disk_under_a_fix_keeps_the_file(cli, tiny_disk):
    path = tiny_disk / "a.txt"
    text = f"{BODY}\n\n" * 500 + FOOTER + "\n"
    path.write_text(text[-40_000:])
    before = path.read_bytes()
    (tiny_disk / "filler").write_bytes(b"x" * 16_000)
    ran = cli("check", "--fix", "--unsafe-fixes", path)
    assert ran.status == 2
    assert "No space left on device" in ran.err
    assert path.read_bytes() == before


def test_a_report_file_is_whole_or_the_old_one(cli, tiny_disk):
    (tiny_disk / "report.json").write_text("old")
    (tiny_disk / "filler").write_bytes(b"x" * 58_000)
    (tiny_disk.parent / "a.txt").write_text(f"{FOOTER}\n\n" * 400)
    ran = cli("check", "a.txt", "--format", "json", "--output", tiny_disk / "report.json")
    assert ran.status == 2
    assert "No space left on device" in ran.err
    assert (tiny_disk / "report.json").read_text() == "old"


def test_options_reach_a_worker_as_they_are():
    from lintnews.wire import decode_config, encode_config

    config = Config(
        select=("name",), rules=(("name/misspelled", None),), house=(("spelling", ("us",)),),
        fields=(("title", "headline"),), names=("a.txt",),
    )  # fmt: skip
    assert decode_config(encode_config(config)) == config
    assert msgspec.structs.asdict(decode_config(encode_config(Config()))) == msgspec.structs.asdict(
        Config()
    )

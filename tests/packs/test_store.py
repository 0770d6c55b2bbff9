"""Compiled packs between runs: reused where nothing changed, rebuilt where anything did."""

from __future__ import annotations

import os
import sys

import pytest

from lintnews.errors import PackError
from lintnews.packs import store
from lintnews.packs.compile import compile_rules
from lintnews.packs.load import builtin_folder, load, load_names, load_rules, pack_files
from lintnews.packs.units import decode, encode
from lintnews.stamps import digest_of

RULE = """\
- id: follow-us
  kind: line
  pattern: 'follow us on\\b'
  severity: error
  message: m
  flags: ["Follow us on Google news"]
  keeps: ["The dogs follow us on long walks."]
"""


@pytest.fixture
def cache(tmp_path, monkeypatch):
    folder = tmp_path / "cache"
    monkeypatch.setenv("LINTNEWS_CACHE_DIR", str(folder))
    return folder


@pytest.fixture
def loads(monkeypatch):
    """Return a list that grows with every time packs are read from YAML."""
    seen = []

    def counted(folders):
        seen.append(tuple(folders))
        return load_rules(folders)

    monkeypatch.setattr(store, "load_rules", counted)
    return seen


def test_a_second_run_reads_no_yaml(pack, cache, loads):
    folder = pack(RULE)
    first = store.compiled_rules([folder])
    assert store.compiled_rules([folder]) == first
    assert len(loads) == 1


def test_the_stored_form_keeps_everything(pack):
    compiled = compile_rules(load([pack(RULE)]).rules)
    assert decode(encode(compiled)) == compiled


def test_a_changed_pack_is_compiled_anew(pack, cache, loads):
    store.compiled_rules([pack(RULE)])
    changed = store.compiled_rules([pack(RULE.replace("error", "warning"))])
    assert str(changed.rules[0].severity) == "warning"
    assert len(loads) == 2


def test_another_version_compiles_anew(pack, cache, loads, monkeypatch):
    folder = pack(RULE)
    store.compiled_rules([folder])
    monkeypatch.setattr(store, "__version__", "99")
    store.compiled_rules([folder])
    assert len(loads) == 2


@pytest.mark.parametrize("damage", [b"", b"\x93", b"not a pack", b"\x00" * 500])
def test_a_damaged_store_is_rebuilt(pack, cache, loads, damage):
    folder = pack(RULE)
    first = store.compiled_rules([folder])
    (stored,) = cache.glob("packs-*.bin")
    stored.write_bytes(damage)
    assert store.compiled_rules([folder]) == first
    assert stored.read_bytes() != damage


def test_a_store_cut_short_at_any_byte_is_rebuilt(pack, cache):
    folder = pack(RULE)
    first = store.compiled_rules([folder])
    (stored,) = cache.glob("packs-*.bin")
    whole = stored.read_bytes()
    for length in range(0, len(whole), 7):
        stored.write_bytes(whole[:length])
        assert store.compiled_rules([folder]) == first


def test_a_cache_that_cannot_be_written_is_no_reason_to_fail(pack, tmp_path, monkeypatch):
    blocker = tmp_path / "file"
    blocker.write_text("no folder")
    monkeypatch.setenv("LINTNEWS_CACHE_DIR", str(blocker / "cache"))
    assert len(store.compiled_rules([pack(RULE)]).rules) == 1


def test_a_write_that_fails_leaves_nothing_behind(pack, cache, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("lintnews.folders.os.replace", full)
    assert len(store.compiled_rules([pack(RULE)]).rules) == 1
    assert list(cache.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="modes are those of POSIX")
def test_the_cache_is_the_users_own(pack, cache):
    cache.mkdir(mode=0o777)
    cache.chmod(0o777)
    store.compiled_rules([pack(RULE)])
    assert cache.stat().st_mode & 0o777 == 0o700


@pytest.mark.skipif(sys.platform == "win32", reason="modes are those of POSIX")
def test_a_cache_that_belongs_to_somebody_else_is_not_used(pack, cache, monkeypatch):
    cache.mkdir()
    monkeypatch.setattr(os, "getuid", lambda: cache.stat().st_uid + 1)
    store.compiled_rules([pack(RULE)])
    assert list(cache.iterdir()) == []


def test_old_compiled_packs_are_removed(pack, cache):
    for number in range(store.MAX_STORED + 6):
        store.compiled_rules([pack(RULE.replace("message: m", f"message: m{number}"))])
    assert len(list(cache.glob("packs-*.bin"))) == store.MAX_STORED


def test_a_pack_at_another_path_says_its_own_path_in_errors(pack, cache, tmp_path):
    one = store.content_key([pack(RULE)])
    other = tmp_path / "other"
    other.mkdir()
    (other / "rules.yaml").write_text(RULE)
    assert store.content_key([other]) != one


def test_the_built_in_rules_need_no_list_of_names():
    folder = [builtin_folder()]
    everything = load(folder)
    assert load_rules(folder) == everything.rules
    assert tuple(load_names(folder)) == everything.names


def test_a_broken_list_of_names_in_a_pack_is_told_with_the_rules(pack):
    folder = pack("- {name: Arvo Tammik}\n- {name: Liisa Kask, nme: x}\n", "names/own.yaml")
    with pytest.raises(PackError, match=r"own\.yaml:2: unknown key 'nme'"):
        store.compiled_rules([folder])


@pytest.fixture
def shipped(cache, monkeypatch, tmp_path):
    """Return the folder of a wheel that brings its compiled packs."""
    folder = tmp_path / "prebuilt"
    folder.mkdir()
    files = pack_files(builtin_folder())
    name = store.shipped_name(files, digest_of(files))
    rules = load_rules([builtin_folder()])[:1]
    (folder / name).write_bytes(encode(compile_rules(rules)))
    monkeypatch.setattr(store, "PREBUILT", str(folder))
    return folder


def test_what_the_wheel_brings_is_not_compiled_again(shipped, cache, loads):
    assert len(store.compiled_rules([builtin_folder()]).rules) == 1
    assert not loads
    assert not list(cache.glob("packs-*"))


def test_the_wheels_packs_are_for_the_built_in_folder_alone(shipped, pack, loads):
    own = pack(RULE.replace("follow-us", "follow-us-there"))
    assert len(store.compiled_rules([builtin_folder(), own]).rules) > 1
    assert len(loads) == 1


@pytest.mark.parametrize("damage", [b"", b"\x93", b"\x00" * 500])
def test_damaged_packs_of_the_wheel_are_compiled(shipped, loads, damage):
    (path,) = shipped.iterdir()
    path.write_bytes(damage)
    assert len(store.compiled_rules([builtin_folder()]).rules) > 1
    assert len(loads) == 1


def test_stated_rules_are_kept_although_the_wheel_brings_the_compiled_ones(shipped, loads):
    first = store.stated_rules([builtin_folder()])
    assert store.stated_rules([builtin_folder()]) == first
    assert len(loads) == 1


def test_every_built_in_rule_is_read_without_the_lists_of_names() -> None:
    folder = builtin_folder()
    assert [r.id for r in load_rules([folder])] == [r.id for r in load([folder]).rules]

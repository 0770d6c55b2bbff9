"""Compiled patterns that are kept between runs: the same matches, and nothing is compiled twice."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lintnews.kept import Kept, compiled

PATTERNS = [
    (r"(?P<first>a+)(?P<second>b|c)?\b", 0),
    (r"[^\W\d_]+(?:['’\-][^\W\d_]+)*", 0),
    (r"(?<!x)(y|z){2,5}+(?=\s|$)", re.MULTILINE),
    (r"stra(?i:SS)e|école", re.IGNORECASE),
    (r"(?x) a  b # a comment", 0),
]


@pytest.fixture
def path(tmp_path: Path) -> str:
    return str(tmp_path / "own.bin")


def later(path: str, pattern: str, flags: int) -> re.Pattern[str]:
    """Return the pattern as a second run gets it."""
    first = Kept(path)
    compiled(first, pattern, flags)
    first.save()
    return compiled(Kept(path), pattern, flags)


@pytest.mark.parametrize(("pattern", "flags"), PATTERNS)
@given(text=st.text("abcxyzSsße école'’-\n"))
def test_a_kept_pattern_matches_like_a_fresh_one(
    tmp_path_factory: pytest.TempPathFactory, pattern: str, flags: int, text: str
) -> None:
    kept = later(str(tmp_path_factory.mktemp("kept") / "own.bin"), pattern, flags)
    fresh = re.compile(pattern, flags)
    found = [(m.span(), m.groups(), m.groupdict()) for m in kept.finditer(text)]
    assert found == [(m.span(), m.groups(), m.groupdict()) for m in fresh.finditer(text)]
    assert (kept.flags, kept.groups, kept.groupindex) == (
        fresh.flags, fresh.groups, fresh.groupindex,
    )  # fmt: skip


def test_a_second_run_compiles_nothing(path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    first = Kept(path)
    compiled(first, "a(b)c", 0)
    first.save()
    second = Kept(path)
    monkeypatch.setattr(re, "compile", None)
    assert compiled(second, "a(b)c", 0).match("abc")
    assert second.fresh == 0


def test_a_damaged_store_is_not_believed(path: str) -> None:
    first = Kept(path)
    compiled(first, "a(b)c", 0)
    first.save()
    data = bytearray(Path(path).read_bytes())
    data[-3] ^= 0x55
    Path(path).write_bytes(data)
    second = Kept(path)
    assert len(second) == 0
    assert compiled(second, "a(b)c", 0).match("abc")


def test_a_state_of_another_python_is_compiled_again(path: str) -> None:
    kept = Kept(path)
    kept.keep("re 0 a(b)c", ["a(b)c", 32, [99, 98, 97], 1, {}, [None, None]])
    assert compiled(kept, "a(b)c", 0).match("abc")


def test_a_bad_pattern_is_an_error_of_its_own(path: str) -> None:
    with pytest.raises(re.error):
        compiled(Kept(path), "(", 0)


def test_without_a_folder_nothing_is_kept() -> None:
    kept = Kept()
    assert compiled(kept, "a", 0).match("a")
    kept.save()
    assert len(kept) == 0

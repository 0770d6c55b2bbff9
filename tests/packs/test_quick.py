"""Name entries read without YAML say exactly what YAML says, or are left to it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lintnews.errors import PackError
from lintnews.packs.load import builtin_folder
from lintnews.packs.quick import quick_name, read_names
from lintnews.packs.schema import read_name
from lintnews.strict_yaml import Reader, read_utf8


def by_yaml(text):
    reader = Reader("x.yaml", PackError)
    return [read_name(reader, node) for node in reader.items(reader.load(text))]


@pytest.mark.parametrize(
    "path", sorted((builtin_folder() / "names").glob("*.yaml")), ids=lambda p: p.stem
)
def test_the_built_in_lists_are_read_as_yaml_reads_them(path):
    text = read_utf8(path, PackError)
    found = read_names(text, Reader(path, PackError))
    if found is not None:
        assert found == by_yaml(text)


@pytest.mark.parametrize(
    "line",
    [
        "- {name: A, name: B}",
        "- {name: 'A'}",
        "- {name: A: b}",
        "- {name: A, weight: 9}",
        "- {name: A, kind: ghost}",
        "- {name: A, nme: B}",
        "- {name: A} # why",
        "- {name: A, also: [*x]}",
        "- {name: }",
        "- {name: A, from: soon}",
        "- {name: A,}",
        "- {name: A #b}",
        "- {name: A, note: '}'}",
        "- {name: A\tb: c}",
    ],
)
def test_what_is_not_plain_is_left_to_yaml(line):
    assert quick_name(line) is None


def test_mistakes_keep_their_line():
    reader = Reader("x.yaml", PackError)
    with pytest.raises(PackError) as problem:
        read_names("# one\n- {name: A}\n- {name: B, nme: C}\n", reader)
    assert problem.value.line == 3


PLAIN = st.text(
    st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs", "Cc")),
    min_size=1,
    max_size=8,
)


@given(PLAIN, PLAIN, st.lists(PLAIN, max_size=3))
def test_any_line_that_is_taken_means_the_same_to_yaml(name, role, also):
    line = f"- {{name: {name}, roles: {role}, also: [{', '.join(also)}]}}"
    found = quick_name(line)
    if found is not None:
        assert by_yaml(line) == [found]

"""The View: clean text and the way back to every original character."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from lintnews.source.view import View


@st.composite
def built_views(draw: st.DrawFn) -> tuple[str, View]:
    """Return a source and a View of pieces that copy, render or hide its characters, in order."""
    source = draw(st.text("abc&;<> \n", max_size=40))
    cuts = sorted(draw(st.lists(st.integers(0, len(source)), max_size=8)))
    pieces = []
    for start, end in itertools.pairwise(cuts):
        kind = draw(st.sampled_from(["copy", "render", "hide", "synthetic"]))
        if kind == "copy":
            pieces.append((start, end, source[start:end]))
        elif kind == "render" and end > start:
            shown = draw(st.text("XYZ", min_size=1, max_size=3))
            pieces.append((start, end, shown))
        elif kind == "synthetic":
            pieces.append((start, start, "\n"))
    return source, View.of(pieces)


@given(st.text(), st.data())
def test_the_identity_view_changes_no_offset(text: str, data: st.DataObject):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    view = View(text)
    assert view.to_source(start, end) == (start, end)
    assert view.to_view(start) == start
    assert not view.hides(start, end)


@given(built_views())
def test_a_copied_character_points_at_itself(built: tuple[str, View]):
    source, view = built
    at = 0
    for start, end, shown in view.pieces():
        if end - start == len(shown) and source[start:end] == shown:
            for inside in range(len(shown)):
                found = view.to_source(at + inside, at + inside + 1)
                assert found == (start + inside, start + inside + 1)
                assert source[found[0]] == view.text[at + inside]
        at += len(shown)


@given(built_views(), st.data())
def test_spans_stay_in_order_and_inside_the_source(built: tuple[str, View], data: st.DataObject):
    source, view = built
    start = data.draw(st.integers(0, len(view.text)))
    end = data.draw(st.integers(start, len(view.text)))
    first, last = view.to_source(start, end)
    assert 0 <= first <= last <= len(source)
    # A longer span never covers less.
    wider = view.to_source(start, len(view.text))
    assert wider[0] == first or start == end
    assert wider[1] >= last or start == len(view.text)


@given(built_views())
def test_pieces_rebuild_the_view(built: tuple[str, View]):
    _, view = built
    again = View.of(view.pieces())
    assert again.text == view.text
    assert again.pieces() == view.pieces()


@given(built_views(), st.data())
def test_a_slice_shows_what_the_span_shows(built: tuple[str, View], data: st.DataObject):
    _, view = built
    start = data.draw(st.integers(0, len(view.text)))
    end = data.draw(st.integers(start, len(view.text)))
    shown = "".join(piece for _, _, piece in view.slice(start, end))
    assert view.text[start:end] in shown


@given(built_views())
def test_to_view_finds_copied_characters_again(built: tuple[str, View]):
    source, view = built
    at = 0
    seen: set[int] = set()
    for start, end, shown in view.pieces():
        if end - start == len(shown) and source[start:end] == shown and start not in seen:
            for inside in range(len(shown)):
                assert view.text[view.to_view(start + inside)] == source[start + inside]
        seen.update(range(start, end + 1))
        at += len(shown)


@given(st.text("ab&<>", min_size=1, max_size=30), st.data())
def test_a_view_through_an_outer_view_points_at_the_outermost_source(inner: str, data):
    """The outer View shows `inner` out of a longer file, with escapes for some characters."""
    pieces, source = [], "{"
    for char in inner:
        escaped = "\\u0026" if char == "&" else char
        pieces.append((len(source), len(source) + len(escaped), char))
        source += escaped
    outer = View.of(pieces)
    cut = data.draw(st.integers(0, len(inner)))
    view = View.of([(0, cut, inner[:cut]), (cut, len(inner), inner[cut:])]).through(outer)
    assert view.text == inner
    for at, char in enumerate(inner):
        start, end = view.to_source(at, at + 1)
        assert source[start:end] == ("\\u0026" if char == "&" else char)


def test_a_rendered_character_covers_its_whole_source():
    view = View.of([(0, 2, "AT"), (2, 7, "&"), (7, 8, "T")])
    assert view.text == "AT&T"
    assert view.to_source(2, 3) == (2, 7)
    assert view.to_source(0, 4) == (0, 8)
    assert view.to_source(3, 4) == (7, 8)


def test_hidden_characters_between_pieces_are_known():
    view = View.of([(0, 3, "Yov"), (5, 10, " Gala")])
    assert view.hides(0, 8)
    assert not view.hides(0, 3)
    assert view.to_source(0, 8) == (0, 10)


def test_an_empty_view_has_nowhere_to_point():
    view = View.of([])
    assert (view.text, view.to_source(0, 0), view.to_view(5)) == ("", (0, 0), 0)

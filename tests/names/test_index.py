"""The index file: what it answers, and what it says when it is damaged."""

from __future__ import annotations

import os
import struct
import threading
from pathlib import Path

import msgspec
import pytest

from lintnews.errors import NamesError
from lintnews.names.index import HEAD, MAGIC, NameIndex
from lintnews.names.people import WRONG
from lintnews.names.write_index import build_index
from lintnews.packs.schema import NameEntry

ENTRIES = [
    NameEntry(name="Yoav Gallant", roles=("defense minister",), of=("Israel",), weight=4),
    NameEntry(name="Arvo Tammik", also=("Arvo Tamik",), wrong=("Tammick",), weight=1),
    NameEntry(name="Kyiv", kind="place", also=("Kiev",), wrong=("Kijów",), weight=5),
    NameEntry(name="Bashar al-Assad", weight=4),
]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "names.idx"
    build_index(ENTRIES, path)
    return path


def texts(index: NameIndex, name: str) -> list[str]:
    return [form.text for form in index.exact(name)]


def test_a_name_is_found_without_regard_to_case_marks_and_particles(path: Path) -> None:
    index = NameIndex(path)
    for written in ("Yoav Gallant", "YOAV GALLANT", "Yoáv Gallant", "yoav-gallant"):
        assert texts(index, written) == ["Yoav Gallant"]
    assert texts(index, "Bashar Assad") == ["Bashar al-Assad"]
    assert texts(index, "Yoav Galant") == []


def test_a_wrong_form_is_found_as_it_is_written_only(path: Path) -> None:
    index = NameIndex(path)
    assert [form.flag for form in index.exact("KIJÓW")] == [WRONG]
    assert texts(index, "Kijow") == []


def test_near_names_are_found_and_the_prominent_come_first(path: Path) -> None:
    index = NameIndex(path)
    assert "Yoav Gallant" in [form.text for form in index.near(("yov", "galante"))]
    assert index.form(0).text == "Kyiv"


def test_an_entry_keeps_what_its_list_says(path: Path) -> None:
    entry = NameIndex(path).exact("Yoav Gallant")[0].entry
    assert (entry.roles, entry.of, entry.weight) == (("defense minister",), ("Israel",), 4)


def read_all(path: Path) -> None:
    index = NameIndex(path)
    for number in range(100):
        index.form(number)


def told(path: Path) -> str:
    """Return what opening a file, or reading every form of it, complains of."""
    with pytest.raises(NamesError) as caught:
        read_all(path)
    message = str(caught.value)
    assert message.startswith(str(path))
    assert "\n" not in message
    return message


def test_a_file_that_is_no_index_is_refused(path: Path) -> None:
    path.write_bytes(b"name,kind\n" * 40)
    assert "no name index" in told(path)


def test_an_empty_file_is_refused(path: Path) -> None:
    path.write_bytes(b"")
    assert "cannot be read" in told(path)


def test_a_file_of_a_few_bytes_is_refused(path: Path) -> None:
    path.write_bytes(MAGIC[:5])
    assert "too short" in told(path)


def test_an_index_of_another_version_says_to_build_it_again(path: Path) -> None:
    data = path.read_bytes()
    path.write_bytes(MAGIC[:6] + b"0\n" + data[len(MAGIC) :])
    assert "another version" in told(path)
    assert "names build" in told(path)


def test_a_damaged_header_is_refused(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[HEAD.size + 12] ^= 0x40
    path.write_bytes(data)
    assert "header is damaged" in told(path)


@pytest.mark.parametrize("missing", [1, 8, 200])
def test_an_index_that_was_cut_short_is_refused(path: Path, missing: int) -> None:
    path.write_bytes(path.read_bytes()[:-missing])
    assert "cut short" in told(path)


def test_a_missing_index_is_told_in_one_line(tmp_path: Path) -> None:
    assert "cannot be read" in told(tmp_path / "none.idx")


def forged(path: Path, change: dict[str, object]) -> None:
    """Write the header again with other numbers and a right checksum."""
    import zlib

    data = path.read_bytes()
    _, length, _ = HEAD.unpack_from(data, 0)
    header = msgspec.msgpack.decode(data[HEAD.size : HEAD.size + length])
    header.update(change)
    encoded = msgspec.msgpack.encode(header)
    start = HEAD.pack(MAGIC, len(encoded), zlib.crc32(encoded)) + encoded
    path.write_bytes(start.ljust(1024, b"\0") + data[1024:])


@pytest.mark.parametrize(
    "change",
    [
        {"forms": 1_000_000},
        {"entries": 3},
        {"sections": {}},
        {"sections": {"near": [1024, 1 << 40]}},
    ],
    ids=["more forms", "fewer entries", "no sections", "a section beyond the end"],
)
def test_a_header_that_promises_what_the_file_has_not_is_refused(
    path: Path, change: dict[str, object]
) -> None:
    forged(path, change)
    assert "header is damaged" in told(path)


def test_a_form_number_beyond_the_table_is_refused(path: Path) -> None:
    with pytest.raises(NamesError, match="damaged at form 999999"):
        NameIndex(path).form(999_999)


def section(path: Path, name: str) -> tuple[int, int]:
    data = path.read_bytes()
    _, length, _ = HEAD.unpack_from(data, 0)
    start, size = msgspec.msgpack.decode(data[HEAD.size : HEAD.size + length])["sections"][name]
    return start, size


@pytest.mark.parametrize(
    ("name", "kind"), [("form_entry", "<I"), ("text_at", "<Q"), ("record_at", "<Q")]
)
def test_numbers_that_point_outside_are_refused(path: Path, name: str, kind: str) -> None:
    start, _ = section(path, name)
    data = bytearray(path.read_bytes())
    struct.pack_into(kind, data, start + struct.calcsize(kind) * (name != "form_entry"), 1 << 31)
    path.write_bytes(data)
    assert "damaged at form" in told(path)


def test_a_record_that_cannot_be_decoded_is_refused(path: Path) -> None:
    start, size = section(path, "records")
    data = bytearray(path.read_bytes())
    data[start : start + size] = b"\xc1" * size
    path.write_bytes(data)
    assert "damaged at form" in told(path)


def test_parts_that_point_outside_are_refused(path: Path) -> None:
    start, size = section(path, "form_last")
    data = bytearray(path.read_bytes())
    data[start : start + size] = b"\xff" * size
    path.write_bytes(data)
    with pytest.raises(NamesError, match="damaged in its parts"):
        NameIndex(path).near(("yov", "galante"))


def test_only_names_of_which_both_ends_are_near_are_read(path: Path) -> None:
    index = NameIndex(path)
    assert [form.text for form in index.near(("yov", "galante"))] == ["Yoav Gallant"]
    assert index.near(("yov", "tammik")) == []
    assert [form.text for form in index.near_singles("kyjiv")] == ["Kyiv"]
    assert [form.text for form in index.near_surnames("galant")] == ["Yoav Gallant"]


def test_an_open_index_is_not_touched_by_a_rebuild(path: Path) -> None:
    index = NameIndex(path)
    build_index([NameEntry(name="Somebody Else")], path)
    assert texts(index, "Yoav Gallant") == ["Yoav Gallant"]
    assert texts(NameIndex(path), "Yoav Gallant") == []


def test_readers_see_a_whole_index_while_others_build_it(path: Path) -> None:
    stop = threading.Event()
    failures: list[str] = []

    def rebuild() -> None:
        while not stop.is_set():
            build_index(ENTRIES, path)

    builders = [threading.Thread(target=rebuild) for _ in range(2)]
    for builder in builders:
        builder.start()
    for _ in range(60):
        try:
            assert texts(NameIndex(path), "Yoav Gallant") == ["Yoav Gallant"]
        except (NamesError, AssertionError) as problem:
            failures.append(str(problem))
    stop.set()
    for builder in builders:
        builder.join()
    assert failures == []
    assert [name for name in os.listdir(path.parent) if name.endswith(".tmp")] == []


def test_a_build_that_fails_leaves_the_old_index_and_no_litter(path: Path) -> None:
    before = path.read_bytes()

    def broken():
        yield ENTRIES[0]
        raise NamesError("a list that is broken")

    with pytest.raises(NamesError):
        build_index(broken(), path)
    assert path.read_bytes() == before
    assert os.listdir(path.parent) == [path.name]


def test_ten_thousand_names_are_all_found_again(tmp_path: Path) -> None:
    path = tmp_path / "many.idx"
    names = [f"{'Ab' + 'ceiou'[i % 5] + 'l' * (i % 3 + 1)}an Person{i:x}" for i in range(10_000)]
    names = [name.translate(str.maketrans("0123456789", "ghijklmnop")) for name in names]
    build_index((NameEntry(name=name) for name in names), path)
    index = NameIndex(path)
    assert len(index) == 10_000
    assert all(name in texts(index, name) for name in names[::97])

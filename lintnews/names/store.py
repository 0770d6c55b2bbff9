"""The known names of a run: built-in lists, those of packs, those of the user, as indexes."""

from __future__ import annotations

import contextlib
import functools
import os
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from .. import __version__
from ..digest import blake2b
from ..errors import NamesError
from ..folders import cache_folder
from ..packs.load import PREBUILT, load_names, pack_files
from ..packs.schema import NameEntry
from ..stamps import content_digest
from .index import MAGIC, NameIndex, written_form
from .people import WRONG, Form
from .reach import near_forms

# Indexes of other lists and versions are removed once there are more than this.
MAX_STORED = 12
SUFFIX = ".idx"
# Answers to each question that are remembered: articles of one day share most of their names.
KEPT_ANSWERS = 2_048


class Names:
    """Every known name of a run, over several indexes; answers are remembered between articles."""

    def __init__(self, indexes: Sequence[NameIndex]):
        self.indexes = tuple(indexes)
        self.size = sum(len(index) for index in indexes)
        self.attested: dict[str, float] = {}
        remembered = functools.lru_cache(maxsize=KEPT_ANSWERS)
        self.exact = remembered(self._exact)
        self.near = remembered(self._near)
        self.near_singles = remembered(self._near_singles)
        self.near_surnames = remembered(self._near_surnames)
        self.bearers = remembered(self._bearers)
        self.count_last = remembered(self._count_last)
        self.count_first = remembered(self._count_first)

    def _all(self, ask: Callable[[NameIndex], Iterable[Form]]) -> tuple[Form, ...]:
        return tuple(form for index in self.indexes for form in ask(index))

    def _exact(self, name: str) -> tuple[Form, ...]:
        """Return the forms that are the name: those written alike first, right before wrong."""
        found = self._all(lambda index: index.exact(name))
        if any(form.flag == WRONG for form in found):
            written = written_form(name)
            found = tuple(
                sorted(found, key=lambda f: (written_form(f.text) != written, f.flag == WRONG))
            )
        return found

    def is_listed(self, name: str) -> bool:
        """Say whether a list has the name as a right one."""
        return any(form.flag != WRONG for form in self.exact(name))

    def is_wrong(self, name: str) -> bool:
        """Say whether a list names this very form as a wrong one."""
        forms = self.exact(name)
        return bool(forms) and forms[0].flag == WRONG

    def _near(self, parts: tuple[str, ...]) -> tuple[Form, ...]:
        """Return the forms whose first and last parts are near, in either order."""
        return self._all(lambda index: index.near(parts))

    def _near_singles(self, part: str) -> tuple[Form, ...]:
        return near_forms(part, self._all(lambda index: index.near_singles(part)))

    def _near_surnames(self, part: str) -> tuple[Form, ...]:
        return near_forms(part, self._all(lambda index: index.near_surnames(part)))

    def _bearers(self, part: str) -> tuple[Form, ...]:
        return self._all(lambda index: index.bearers(part))

    def _count_last(self, part: str) -> int:
        return sum(index.count_last(part) for index in self.indexes)

    def _count_first(self, part: str) -> int:
        return sum(index.count_first(part) for index in self.indexes)


def open_names(folders: Sequence[str | Path], files: Sequence[str | Path]) -> Names:
    """Return the names of the pack folders and of each list file.

    Indexes are built on first use and kept in the cache, keyed by content; a file that is an index
    itself is used as it is. Raises NamesError or PackError for a list that is broken.
    """
    # The first folder is the built-in one: its index does not change with what comes after it.
    parts = [folders[:1], folders[1:]]
    indexes = [_packs_index(part) for part in parts if part]
    for file in files:
        path = Path(file)
        if path.suffix == SUFFIX:
            indexes.append(NameIndex(path))
        else:
            from .lists import read_list

            indexes.append(_kept([path], lambda path=path: read_list(path)))  # type: ignore[misc]
    return Names(indexes)


def _packs_index(folders: Sequence[str | Path]) -> NameIndex:
    files = [path for folder in folders for path in pack_files(folder)]
    return _kept(files, lambda: load_names(folders))


def index_name(content: str) -> str:
    """Return what the index of files is called, after the digest of their content."""
    digest = blake2b(MAGIC + __version__.encode() + content.encode(), digest_size=16)
    return f"names-{digest.hexdigest()}{SUFFIX}"


def _kept(files: Sequence[Path], entries: Callable[[], Iterable[NameEntry]]) -> NameIndex:
    try:
        name = index_name(content_digest(files))
    except OSError as problem:
        raise NamesError(f"cannot be read: {problem.strerror}", problem.filename) from None
    shipped = os.path.join(PREBUILT, name)
    if os.path.exists(shipped):
        with contextlib.suppress(NamesError):
            return NameIndex(shipped)
    folder = cache_folder()
    if folder is None:
        return _passing(entries)
    path = folder / name
    if path.exists():
        try:
            return NameIndex(path)
        except NamesError:
            with contextlib.suppress(OSError):
                path.unlink(missing_ok=True)
    from .write_index import build_index

    try:
        build_index(entries(), path)
    except OSError:
        # A full disk, or a folder that only others may write to.
        return _passing(entries)
    with contextlib.suppress(OSError):
        _drop_old(folder)
    return NameIndex(path)


def _passing(entries: Callable[[], Iterable[NameEntry]]) -> NameIndex:
    """Return an index that is kept nowhere; raise NamesError where not even that can be written."""
    import tempfile

    from .write_index import build_index

    try:
        with tempfile.TemporaryDirectory(prefix="lintnews-") as scratch:
            path = Path(scratch) / f"names{SUFFIX}"
            build_index(entries(), path)
            return NameIndex(path)
    except OSError as problem:
        raise NamesError(f"the index cannot be written: {problem.strerror}") from None


def _drop_old(folder: Path) -> None:
    stored = sorted(folder.glob(f"names-*{SUFFIX}"), key=lambda p: p.stat().st_mtime)
    for old in stored[:-MAX_STORED]:
        old.unlink(missing_ok=True)

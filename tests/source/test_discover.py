"""Which files are linted."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from lintnews.errors import InputError
from lintnews.source.discover import discover


@pytest.fixture
def tree(tmp_path, monkeypatch):
    """Return a function that writes empty files, each with its folders, in an empty folder."""
    monkeypatch.chdir(tmp_path)

    def write(*names: str) -> Path:
        for name in names:
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.touch()
        return tmp_path

    return write


def found(*paths: str, excluded=lambda path: False, **options: bool) -> list[str]:
    wanted = lambda path: path.endswith((".txt", ".md"))  # noqa: E731
    items = discover(list(paths), wanted, excluded, **options)
    return [str(i) if isinstance(i, InputError) else i.replace(os.sep, "/") for i in items]


def test_folders_are_searched_in_order(tree):
    tree("b.txt", "a.md", "sub/c.txt", "sub/d.py")
    assert found(".") == ["a.md", "b.txt", "sub/c.txt"]


def test_named_files_are_linted_whatever_their_suffix(tree):
    tree("a.story")
    assert found("a.story") == ["a.story"]


def test_a_file_is_linted_once(tree):
    tree("a.txt")
    assert found("a.txt", ".", "a.txt") == ["a.txt"]


def test_a_missing_path_is_a_mistake_among_the_others(tree):
    tree("a.txt")
    assert found("nowhere", "a.txt") == ["nowhere: no such file or folder", "a.txt"]


@pytest.mark.parametrize("folder", [".git", "node_modules", ".venv", "venv", "__pycache__"])
def test_some_folders_never_hold_articles(tree, folder):
    tree(f"{folder}/a.txt", "b.txt")
    assert found(".") == ["b.txt"]


def test_a_virtual_environment_is_known_by_its_marker(tree):
    tree("env3/pyvenv.cfg", "env3/a.txt", "b.txt")
    assert found(".") == ["b.txt"]


def test_gitignore_is_honoured_at_every_level(tree):
    top = tree(".git/HEAD", "a.txt", "drafts/b.txt", "sub/c.txt", "sub/d.txt")
    (top / ".gitignore").write_text("drafts/\n")
    (top / "sub/.gitignore").write_text("c.txt\n")
    assert found(".") == ["a.txt", "sub/d.txt"]


def test_gitignore_above_the_named_folder_counts(tree):
    top = tree(".git/HEAD", "sub/a.txt", "sub/b.txt")
    (top / ".gitignore").write_text("sub/b.txt\n")
    assert found("sub") == ["sub/a.txt"]


def test_a_nearer_gitignore_takes_a_file_back(tree):
    top = tree(".git/HEAD", "sub/a.txt", "b.txt")
    (top / ".gitignore").write_text("*.txt\n")
    (top / "sub/.gitignore").write_text("!a.txt\n")
    assert found(".") == ["sub/a.txt"]


def test_a_line_of_gitignore_that_means_nothing_is_passed_over(tree):
    top = tree(".git/HEAD", "a.txt", "b.txt")
    (top / ".gitignore").write_bytes(b"!\n\\\n\xff\na.txt\n")
    assert found(".") == ["b.txt"]


def test_gitignore_outside_the_repository_does_not_count(tree):
    top = tree("repo/.git/HEAD", "repo/a.txt")
    (top / ".gitignore").write_text("*.txt\n")
    assert found("repo") == ["repo/a.txt"]


def test_a_named_file_is_linted_although_ignored(tree):
    top = tree(".git/HEAD", "a.txt")
    (top / ".gitignore").write_text("*.txt\n")
    assert found("a.txt") == ["a.txt"]


def test_excluded_folders_are_not_entered(tree):
    tree("a.txt", "old/b.txt")
    assert found(".", excluded=lambda path: os.path.basename(path) == "old") == ["a.txt"]


def test_force_exclude_covers_named_files(tree):
    tree("a.txt")
    assert found("a.txt", excluded=lambda path: True) == ["a.txt"]
    assert found("a.txt", excluded=lambda path: True, force_exclude=True) == []


@pytest.mark.skipif(sys.platform == "win32", reason="needs symbolic links")
def test_a_loop_of_links_ends(tree):
    top = tree("a/b.txt")
    (top / "a/loop").symlink_to(top)
    assert found(".") == ["a/b.txt"]


@pytest.mark.skipif(sys.platform == "win32", reason="needs symbolic links")
def test_a_link_to_nothing_is_passed_on_to_be_told(tree):
    top = tree("b.txt")
    (top / "a.txt").symlink_to(top / "gone")
    assert "b.txt" in found(".")


@pytest.mark.parametrize("name", ["new\nline.txt", "sp ace.txt", "ünï.txt", "-dash.txt", "%s.txt"])
@pytest.mark.skipif(sys.platform == "win32", reason="names that Windows does not have")
def test_odd_names_are_kept(tree, name):
    tree(name)
    assert found(".") == [name]

"""Writes the generated tables of the package, for the scripts that make them."""

from __future__ import annotations

from pathlib import Path

from ..folders import write_atomically


def write_table(name: str, data: bytes) -> None:
    """Write a table beside this file: replaced, never overwritten, as running linters have the old one mapped."""
    write_atomically(Path(__file__).with_name(name), data, mode=0o644)

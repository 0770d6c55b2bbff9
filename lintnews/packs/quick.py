"""Name entries on lines of their own, read without a YAML parser where that is safe.

The built-in lists hold nearly 60,000 entries like `- {name: Bola Tinubu, of: [Nigeria], weight: 5}`.
A YAML parser takes twelve times as long for them as this reader. Whatever is not plain (quotes, comments
behind an entry, a colon in a value) goes to the YAML parser, line by line, or as a whole file.
"""

from __future__ import annotations

import io
import re

from ..strict_yaml import Reader
from .schema import NAME_KINDS, NameEntry, read_name

# Letters, digits and marks that mean nothing to YAML inside a plain flow scalar.
_PLAIN = r"[^\s,:\[\]{}\"'&*#|>%@`!?\\~-](?:[^,:\[\]{}\"&#\\]*[^\s,:\[\]{}\"&#\\])?"
_FIELD = re.compile(rf"([a-z]+): (?:({_PLAIN})|\[({_PLAIN}(?:, {_PLAIN})*)\])(, |\}}$)")
_SEVERAL = ("also", "wrong", "roles", "of")
_YEARS = {"from": "start", "to": "end"}
_START = "- {name: "


def read_names(text: str, reader: Reader) -> list[NameEntry] | None:
    """Return the entries of a list that has one a line, or None where it is not such a list."""
    found: list[NameEntry] = []
    # Line by line: a hostile file may be nothing but short lines.
    for number, ended in enumerate(io.StringIO(text, newline="\n")):
        line = ended.removesuffix("\n")
        if not line or line[0] == "#":
            continue
        if not line.startswith(_START):
            return None
        entry = quick_name(line)
        if entry is None:
            if not line.rstrip().endswith("}"):
                return None
            # The blank lines before it give every message the right line.
            root = reader.load("\n" * number + line)
            if root is None:
                return None
            found += [read_name(reader, node) for node in reader.items(root)]
        else:
            found.append(entry)
    return found


def quick_name(line: str) -> NameEntry | None:
    """Return the entry of a line, or None where only the YAML parser may say what it means."""
    if not line.isprintable():
        return None
    at = 3
    values: dict[str, object] = {}
    while at < len(line):
        match = _FIELD.match(line, at)
        if match is None:
            return None
        key, one, several, end = match.groups()
        at = match.end()
        name = _YEARS.get(key, key)
        if name in values:
            return None
        if key in _SEVERAL:
            values[name] = (one,) if one is not None else tuple(several.split(", "))
        elif one is None:
            return None
        elif key in _YEARS:
            if not (len(one) >= 4 and one[:4].isdecimal()):
                return None
            values[name] = int(one[:4])
        elif key == "weight":
            if one not in ("1", "2", "3", "4", "5"):
                return None
            values[name] = int(one)
        elif key == "kind":
            if one not in NAME_KINDS:
                return None
            values[name] = one
        elif key in ("name", "source") or key == "note":
            values[name] = one
        else:
            return None
        if end != ", " and at == len(line) and "name" in values:
            values.pop("note", None)
            return NameEntry(**values)  # type: ignore[arg-type]
    return None

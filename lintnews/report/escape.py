"""Other people's text, made harmless for a terminal, a log, XML."""

from __future__ import annotations

import os
import unicodedata

from ..lazy import lazy_pattern

# Control and escape characters, and the bidirectional controls that reorder a line.
_UNSAFE = lazy_pattern(
    "[\x00-\x08\x0a-\x1f\x7f-\x9f\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)


def visible(text: str) -> str:
    """Return `text` on one line, with unsafe characters shown as escapes."""
    if _UNSAFE.search(text) is None:
        return text
    return _UNSAFE.sub(lambda match: _escaped(match.group()), text)


def _escaped(char: str) -> str:
    code = ord(char)
    return f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}"


def width(text: str) -> int:
    """Return the columns a terminal gives `text`: wide characters two, combining marks none."""
    if text.isascii():
        return len(text)
    return sum(map(_columns, text))


def _columns(char: str) -> int:
    # Marks and joiners are drawn over their neighbours; a soft hyphen is drawn as a hyphen.
    if unicodedata.category(char) in ("Mn", "Me", "Cf") and char != "\u00ad":
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


# What XML 1.0 cannot hold at all, not even as a reference.
_NOT_XML = lazy_pattern("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def printable(text: str, keep_lines: bool = False) -> str:
    """Return `text` without characters that act instead of being read; with `keep_lines` LF stays.

    Escapes show what stood there. For formats that show text to people but are no terminal.
    """
    if keep_lines:
        return "\n".join(visible(line) for line in text.split("\n"))
    return visible(text)


def xml_text(text: str) -> str:
    """Return text for the content of an XML element."""
    text = printable(text, keep_lines=True)
    text = _NOT_XML.sub("\ufffd", text)
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def xml_attribute(text: str) -> str:
    """Return text for an XML attribute in double quotes."""
    return xml_text(text).replace('"', "&quot;").replace("\n", "&#10;").replace("\t", "&#9;")


def slashes(path: str) -> str:
    """Return a path with forward slashes, as every report writes it."""
    return path.replace("\\", "/") if os.sep == "\\" else path

"""Bytes to text, and back for fixes: UTF-8, UTF-16 with a byte order mark, declared charsets."""

from __future__ import annotations

import codecs
import re

from ..errors import InputError

_DECLARED = rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]{2,30})|<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w-]{2,30})"""
# A null byte among the first characters of a file that is not UTF-16 says: not text.
_PROBE = 8192


def decode(data: bytes, path: str, declared: bool = False) -> tuple[str, str]:
    """Return (text, encoding); the byte order mark stays in the text as its first character.

    With `declared`, a charset named in HTML or XML is believed. Raises InputError that names the
    first offending byte.
    """
    encoding = "utf-8"
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        little = data.startswith(codecs.BOM_UTF16_LE)
        encoding = "utf-16-le" if little else "utf-16-be"
    elif b"\0" in data[:_PROBE]:
        raise InputError("binary file, not text (a null byte near the start)", path)
    try:
        return data.decode(encoding), encoding
    except UnicodeDecodeError as problem:
        first = problem
    named = _declared_encoding(data) if declared else None
    if named:
        try:
            return data.decode(named), named
        except UnicodeDecodeError as problem:
            first, encoding = problem, named
        except UnicodeError:
            pass
    line = data.count(b"\n", 0, first.start) + 1
    reason = f"not {encoding.upper()}: invalid byte at offset {first.start}"
    raise InputError(f"{reason}; save the file as UTF-8", path, line)


def _declared_encoding(data: bytes) -> str | None:
    match = re.search(_DECLARED, data[:4096], re.IGNORECASE)
    if not match:
        return None
    name = (match.group(1) or match.group(2)).decode("ascii")
    try:
        codecs.lookup(name)
        return name if "".encode(name) == b"" else None
    except (LookupError, UnicodeError):
        return None

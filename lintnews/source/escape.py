"""New text on its way into a file: what its format wants escaped, and what cannot stand there.

A place is described by words, inner layer first: HTML in a JSON string is "html json". The layers:

    html        text of an element
    attribute   value of an attribute, in either kind of quotation marks
    bare        value of an attribute without quotation marks
    unmarked    text of a field that readers take for HTML where it looks like that
    xml         text of an element of XML
    cdata       a CDATA section
    json        a string of JSON, or a double-quoted one of YAML or TOML
    single      a single-quoted string of YAML
    literal     a string of TOML in which nothing is an escape
    plain       a scalar of YAML without quotation marks
    block       a block scalar of YAML
    markdown    running text of Markdown
"""

from __future__ import annotations

import re

from ..errors import LintnewsError
from ..lazy import lazy_pattern

_JSON = {'"': '\\"', "\\": "\\\\"}
_REFERENCES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_QUOTES = {'"': "&quot;", "'": "&#39;"}
_SPACES = {char: f"&#{ord(char)};" for char in " \t\n\r\f=`"}
# Characters that neither HTML nor XML can hold, escaped or not.
_NO_MARKUP = lazy_pattern("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_CONTROL = lazy_pattern("[\x00-\x08\x0a-\x1f\x7f\x85\u2028\u2029]")
_NOT_PLAIN = lazy_pattern(r":(?=\s|$)|(?:^|(?<=\s))#|\t")
_INDICATORS = "-?:,[]{}#&*!|>'\"%@`"
_MARKUP = lazy_pattern(r"[\\*`\[\]<|]|(?<![^\W_])_|_(?![^\W_])|~|&(?=#?\w+;)")
# What makes a line of Markdown a heading, an item or a quotation.
_OPENS = lazy_pattern(
    r"^([ ]{0,3})(#{1,6}(?=\s|$)|>|[-+](?=\s|$|-)|=+(?=\s*$)|\d{1,9}(?=[.)](?:\s|$)))", re.M
)
_TAG = lazy_pattern(r"</?[A-Za-z][^>]*>|&(?:[A-Za-z]{2,8}|#\d{2,6});")
_SHORTCODES = ("{{", "{%", "{:")
_BY_REFERENCE = frozenset({"html", "attribute", "bare", "xml"})


class Unwritable(LintnewsError):
    """A text cannot stand at a place in a file; `reason` says why."""


def escaped(text: str, layers: str, begins: bool = False, encoding: str = "utf-8") -> str:
    """Return new text as it must stand in a file of `encoding`; raise Unwritable.

    `begins` says that it comes first in its line or value.
    """
    if not text or not layers:
        return text
    if any(0xD800 <= ord(char) < 0xE000 for char in text):
        raise Unwritable("half a character cannot be written")
    for layer in layers.split():
        text = _in_layer(text, layer, begins)
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        if layer in _BY_REFERENCE:
            return text.encode(encoding, "xmlcharrefreplace").decode(encoding)
        if layer == "json":
            return "".join(char if _fits(char, encoding) else _code(char) for char in text)
        raise Unwritable(f"the file's encoding, {encoding}, cannot hold it") from None
    return text


def _in_layer(text: str, layer: str, begins: bool) -> str:
    if layer in ("html", "xml", "attribute", "bare", "cdata"):
        return _in_markup(text, layer)
    if layer == "unmarked":
        if _TAG.search(text):
            raise Unwritable("its field would be read as HTML")
        return text
    if layer == "json":
        return "".join(_JSON.get(c, c) if c >= " " else _code(c) for c in text)
    if layer == "markdown":
        return _in_markdown(text, begins)
    if _CONTROL.search(text):
        raise Unwritable("its value takes no line breaks or control characters")
    if layer == "single":
        return text.replace("'", "''")
    if layer == "literal" and "'" in text:
        raise Unwritable("its value in single quotation marks takes none of them")
    if layer == "plain" and (_NOT_PLAIN.search(text) or (begins and text[0] in _INDICATORS)):
        raise Unwritable("its value without quotation marks would read as something else")
    if layer == "block" and begins and text[0] == " ":
        raise Unwritable("a space would change the indentation of its value")
    return text


def _in_markup(text: str, layer: str) -> str:
    found = _NO_MARKUP.search(text)
    if found:
        raise Unwritable(f"markup cannot hold {found.group()!r}")
    if layer == "cdata":
        if "]]>" in text:
            raise Unwritable("a CDATA section cannot hold ']]>'")
        return text
    table = dict(_REFERENCES)
    if layer in ("attribute", "bare"):
        table.update(_QUOTES)
    if layer == "bare":
        table.update(_SPACES)
    return "".join(table.get(char, char) for char in text)


def _in_markdown(text: str, begins: bool) -> str:
    if any(mark in text for mark in _SHORTCODES):
        raise Unwritable("site generators read its braces as commands")
    out = _MARKUP.sub(r"\\\g<0>", text)
    first, rest = (out, "") if begins else out.partition("\n")[::2]
    if begins:
        return _OPENS.sub(_closed, first)
    return first + ("\n" + _OPENS.sub(_closed, rest) if "\n" in out else "")


def _closed(match: re.Match[str]) -> str:
    indent, mark = match.groups()
    return f"{indent}{mark}\\" if mark.isdigit() else f"{indent}\\{mark}"


def _fits(char: str, encoding: str) -> bool:
    try:
        char.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def _code(char: str) -> str:
    """Return a character as JSON escapes it, one beyond the basic plane as two halves."""
    code = ord(char)
    if code < 0x10000:
        return f"\\u{code:04x}"
    code -= 0x10000
    return f"\\u{0xD800 + (code >> 10):04x}\\u{0xDC00 + (code & 0x3FF):04x}"

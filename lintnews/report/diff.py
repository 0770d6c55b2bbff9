"""What fixes would change, as a unified difference that `patch` and `git apply` understand."""

from __future__ import annotations

from collections.abc import Iterator

from .escape import slashes, visible

CONTEXT_LINES = 3
_COLORS = {"+": "32", "-": "31", "@": "36"}


def unified(path: str, before: str, after: str, *, color: bool, terminal: bool) -> str:
    """Return the difference of two texts of one file; empty where they are equal.

    On a terminal control characters are shown instead of sent; elsewhere lines stay as they are,
    line ends included, so that the difference can be applied.
    """
    import difflib

    name = visible(slashes(path))
    lines = difflib.unified_diff(
        _lines(before), _lines(after), f"a/{name}", f"b/{name}", n=CONTEXT_LINES
    )
    return "".join(_printed(lines, color, terminal))


def _lines(text: str) -> list[str]:
    """Return the lines of a text with their ends; a line ends at LF, as `patch` has it."""
    lines = text.split("\n")
    last = lines.pop()
    return [line + "\n" for line in lines] + ([last] if last else [])


def _printed(lines: Iterator[str], color: bool, terminal: bool) -> Iterator[str]:
    for number, line in enumerate(lines):
        body, end = (line[:-1], "\n") if line.endswith("\n") else (line, "")
        if terminal:
            body = visible(body.removesuffix("\r"))
        if color:
            code = "1" if number < 2 else _COLORS.get(line[:1])
            body = f"\x1b[{code}m{body}\x1b[0m" if code else body
        yield body + (end or "\n\\ No newline at end of file\n")

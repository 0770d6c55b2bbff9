"""Lines that hold the headline of the page once more, with words of the page before or behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..document import Document
from ..findings import Hit, Severity
from ..lazy import lazy_pattern
from ..packs.hits import line_hit
from .page_blocks import STORY, Line, page_lines
from .registry import Context, check
from .strip_pieces import JOINING, read_piece, split_line

# A headline stands among so many first lines and has at least so many words and characters.
HEAD_LINES, MIN_WORDS, MIN_LENGTH = 8, 4, 22
# Where it is said again: among so many first and last lines.
FIRST_LINES, LAST_LINES = 14, 8
# Words of the page before and behind it; names of sites and sections are no longer.
BEFORE_WORDS, BEHIND_WORDS, NAME_WORDS = 7, 5, 4
# Pieces of a title that holds site, section and headline.
TITLE_PIECES = 3
_MARKS_BEFORE = lazy_pattern(r"\s*[|»›>/\\·•–—-]\s*$")
_MARKS_BEHIND = lazy_pattern(r"\s*[|»›<>/\\·•–—(\[-]\s*")
# What pages put before a headline: what a picture shows, what a button does.
_LABEL = lazy_pattern(
    r"(?:(?:read|listen\sto|watch|share|tweet|print|send|email|save|now\sreading|you\sare\s(?:here|reading)|current(?:ly)?(?:\sreading)?"
    r"|(?:(?:featured|cover|lead|main)\s)?(?:image|picture|photo|video|pic|thumbnail|photograph)(?:\s(?:for|of|to|from))?|comments?\son|replies\sto|responses?\sto|title|headline|post|article|story|tweet|next|previous)"
    r"(?:\s(?:the|this|an?))?(?:\s(?:article|story|post|news|page|report))?(?:\s(?:titled|entitled|called|headlined|with\sthe\stitle|named))?)\W*$",
    re.IGNORECASE,
)
_SPACE = lazy_pattern(r"\s+")


@check(
    "chrome/headline-again",
    severity=Severity.WARNING,
    fixable=True,
    flags=[
        "Home World Bridge over the river closed for two years\n\n"
        "Bridge over the river closed for two years\n\n" + STORY,
        "HomeSPORTBridge race called off for two years\n\nBridge race called off for two years\n\n"
        + STORY,
        "Bridge over the river closed\n\nPicture for article titled Bridge over the river closed\n\n"
        + STORY,
        "Harbour Day - Home affairs - Bridge over the river closed\n\n" + STORY,
        "Bridge over the river closed – Harbour\n\nBridge over the river closed\n\n" + STORY,
    ],
    keeps=[
        "Bridge over the river closed\n\nWhy the bridge over the river closed so early\n\n" + STORY,
        "Bridge over the river closed\n\nBridge over the river closed and ferries full\n\n" + STORY,
        "Harbour: bridge over the river closed\n\n" + STORY,
    ],
)
def headline_again(doc: Document, ctx: Context) -> Iterator[Hit]:
    """The headline once more, with a path of sections, a label or the site's name around it.

    The page's title, its breadcrumbs, its share buttons and the names of its pictures all repeat
    the headline. A line is marked where another of the first eight lines stands in it in full and
    what is left are names of sections, a label such as "Picture for article titled", or a name behind
    a bar or a dash; a first line with site, section and headline between dashes is one too. A headline that says more than another one is left alone. Edited news holds no such line.
    """
    lines = page_lines(doc, ctx)
    if len(lines) <= 1:
        return
    first = lines[0]
    title = doc.text[first.span.start : first.span.end]
    if not first.known and first.lone and _is_title(title):
        message = "the title of the page with the site's name and the section"
        yield line_hit(doc, first.span, message, "a known section stands before the headline")
        lines = lines[1:]
    texts = [
        _SPACE.sub(" ", doc.text[line.span.start : line.span.end]) for line in lines[:FIRST_LINES]
    ]
    heads = [
        text.rstrip(" .")
        for text, line in zip(texts, lines[:HEAD_LINES], strict=False)
        if _is_headline(line, text)
    ]
    if not heads:
        return
    for order, line in enumerate(lines):
        if line.known or FIRST_LINES <= order < len(lines) - LAST_LINES:
            continue
        text = _SPACE.sub(" ", doc.text[line.span.start : line.span.end])
        head = next((head for head in heads if _holds(text, head)), "")
        if head:
            message = "the headline again, with words of the page around it"
            yield line_hit(doc, line.span, message, f"holds “{head}”")


def _is_title(text: str) -> bool:
    """Say whether a line is a title of a page: a site, a section, a headline, with bars or dashes between them."""
    pieces = split_line(text)[0]
    if len(pieces) < TITLE_PIECES or len(pieces[-1].split()) < MIN_WORDS:
        return False
    section = read_piece(pieces[1])
    return _is_name(pieces[0].split()) and section.weak and set(section.kinds) == {"section"}


def _is_headline(line: Line, text: str) -> bool:
    return line.lone and line.words >= MIN_WORDS and len(text) >= MIN_LENGTH


def _holds(text: str, head: str) -> bool:
    """Say whether a line is a headline with nothing but words of the page before and behind it."""
    at = text.find(head)
    if at < 0:
        return False
    before, behind = text[:at], text[at + len(head) :]
    if not before.strip() and not behind.strip(" .!?…"):
        return False
    return _is_before(before, text[at : at + 1]) and _is_behind(behind)


def _is_before(before: str, first: str) -> bool:
    """Say whether words before a headline are sections, a label or a name."""
    if not before.strip(" \"“'‘"):
        return True
    words = before.split()
    if len(words) > BEFORE_WORDS:
        return False
    if _LABEL.match(before):
        return True
    if before[-1].isalnum():
        # Glued: the sections ran into the headline.
        return first.isupper() and len(words) <= NAME_WORDS
    marks = _MARKS_BEFORE.search(before)
    if marks:
        pieces = split_line(before[: marks.start()])[0] or [before]
        return all(_is_name(piece.split()) for piece in pieces)
    piece = read_piece(before)
    return piece.weak and words[0][:1].isupper()


def _is_behind(behind: str) -> bool:
    """Say whether what stands behind a headline is the name of a site or a section."""
    rest = behind.strip(" .!?…\"”’'")
    if not rest:
        return True
    marks = _MARKS_BEHIND.match(behind)
    words = rest.strip("|»›<>/\\·•–—()[]- ").split()
    if marks is None or not words or len(words) > BEHIND_WORDS:
        return False
    return all(
        _is_name(piece.split()) for piece in split_line(" ".join(words))[0] or [" ".join(words)]
    )


def _is_name(words: list[str]) -> bool:
    named = all(
        w[:1].isupper() or w[:1].isdigit() or w in JOINING or not w.isalpha() for w in words
    )
    return 0 < len(words) <= NAME_WORDS and named

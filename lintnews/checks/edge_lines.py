"""Lines known by their form and place: numeric time stamps at the edge, lines behind a pointer."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..document import Document
from ..findings import Hit, Severity
from ..lazy import lazy_pattern
from ..packs.hits import line_hit
from ..text.lexicon import lexicon
from .page_blocks import STORY, Line, page_lines
from .registry import Context, check

# A time stamp stands among the first or the last lines of an article.
FIRST_LINES, LAST_LINES = 6, 5
# Words besides dates and times that a stamp may have: "Entertainment", "Input … Edited".
STAMP_WORDS = 5
# A pointer line is no longer than this (words); so many lines with one symbol are a list.
POINTER_WORDS, LIST_LINES = 25, 3
_DATE = lazy_pattern(
    r"\b(?:(?:19|20|13|14)\d{2}\s?[./-]\s?\d{1,2}\s?[./-]\s?\d{1,2}"
    r"|\d{1,2}\s?[./-]\s?\d{1,2}\s?[./-]\s?(?:(?:19|20|13|14)\d{2}|\d{2}))\b\.?"
)
_CLOCK = lazy_pattern(
    r"\b\d{1,2}\s?[:h]\s?\d{2}(?!\d)(?::\d{2})?(?:\s?[ap]\.?m\.?|\s?h(?:rs)?\b\.?)?"
)
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?|farvardin|ordibehesht|khordad|tir|mordad|shahrivar|mehr|aban|azar|dey|bahman"
    r"|esfand|muharram|safar|rajab|ramadan|shawwal|baisakh|boishakh|jaistha|ashar|shrabon|bhadra|ashwin|kartik"
    r"|agrahayan|poush|magh|falgun|chaitra)"
)
_WORDED = lazy_pattern(
    rf"\b(?:\d{{1,2}}(?:st|nd|rd|th)?\.?\s{_MONTH}\b\.?(?:,?\s\d{{4}}\b)?"
    rf"|{_MONTH}\.?\s\d{{1,2}}(?:st|nd|rd|th)?\b(?!:)(?:,?\s\d{{4}}\b)?)",
    re.IGNORECASE,
)
# Lower-case words that stand beside a date and a time; with any other the line says something.
_BESIDE = frozenset(
    """at on by in of updated published posted modified created edited first last ago hours hrs h min
    am pm a.m p.m a m p local time views months minutes""".split()
)
# Two to four names, with particles; the first one may be an initial behind "By".
_MORE = r"(?:\s(?:[^\W\d_a-zß-ÿ][\w’'.-]*|de|da|van|von|bin|al|el|di)){1,3}"
WRITER = rf"[^\W\d_a-zß-ÿ][\w’'.-]+{_MORE}"
_NAMES = lazy_pattern(rf"{WRITER}$")
_BYLINE = lazy_pattern(rf"(?:By|BY)\s[^\W\d_a-zß-ÿ][\w’'.-]*{_MORE}$")
# What is said of a writer's name.
AUTHOR_LEFT = "the name of the author is left in the text"
# An author has at most so many names.
MAX_NAME_WORDS = 4
# A byline stands among so many lines.
HEAD_LINES = 12
_LABELLED = lazy_pattern(r"[^\W\d_]+(?:\s[^\W\d_]+){0,2}:\s*$")
_WORD = lazy_pattern(r"[^\W\d_]+")
_POINTER = lazy_pattern(r"(?P<mark>[☞☛▶►▷▸➤➜➔→⇒■□◆◇▲△▼▽※◎]|\[\+\]|\+(?=\s[A-Z]))\s*(?=\S)")
_END = (".", "!", "”", '"', ";", ",")


@check(
    "chrome/stamp-line",
    severity=Severity.WARNING,
    lang=("*",),
    fixable=True,
    flags=[
        "Bridge closed\n\nCulture 2025.02.06 17:00\n\n" + STORY,
        "Harbour desk: 08.09.2024 - 11:23\n\n" + STORY,
        STORY + "Giriş Tarihi: 08.09.2024",
    ],
    keeps=[
        "The results of 08.09.2024 were read out at 11:23 in every town hall of the region.",
        STORY * 6 + "Arsenal v Chelsea 08.09.2024 20:45\n\n" + STORY * 6,
    ],
)
def stamp_line(doc: Document, ctx: Context) -> Iterator[Hit]:
    """A date and time, alone on a line at the top or the end of the article.

    The line holds a numeric date with a clock time or after a label with a colon, and at most
    five other words, in whatever language; or a date in words with a clock time or a second date,
    and at most five other words, which are capitalised. It is looked for among the first six and
    the last five lines only: fixtures and programmes stand inside the text. On news pages 7 of 7
    were right; edited news and translations hold none.
    """
    lines = page_lines(doc, ctx)
    for order, line in enumerate(lines):
        if line.known or not (order < FIRST_LINES or order >= len(lines) - LAST_LINES):
            continue
        if line.words <= 3 * STAMP_WORDS and _is_stamp(doc.text[line.span.start : line.span.end]):
            message = "the time of publication is left in the text"
            yield line_hit(doc, line.span, message, "stands at the edge of the article")


def _is_stamp(text: str) -> bool:
    """Say whether a line is a date with a time, a label or another date, and little else."""
    if not any(map(str.isdigit, text)):
        return False
    date = _DATE.search(text)
    timed = _CLOCK.search(text)
    if date and not text.endswith(_END):
        labelled = _LABELLED.match(text[: date.start()])
        rest = _CLOCK.sub(" ", _DATE.sub(" ", text))
        if (timed or labelled) and len(_WORD.findall(rest)) <= STAMP_WORDS:
            return True
    dates = [date] if date else list(_WORDED.finditer(text))
    if not dates or (text.endswith(_END) and not text.endswith(("h.", "m."))):
        return False
    if not timed and len(dates) < 2:
        return False
    rest = _CLOCK.sub(" ", _WORDED.sub(" ", _DATE.sub(" ", text)))
    words = _WORD.findall(rest)
    return len(words) <= STAMP_WORDS and not any(w.islower() and w not in _BESIDE for w in words)


@check(
    "chrome/author-line",
    severity=Severity.WARNING,
    lang=("*",),
    fixable=True,
    flags=[
        "Bridge closed for two years\n\nVera Lindqvist\n\nMonday, January 6, 2025, 4:30 p.m.\n\n"
        + STORY
    ],
    keeps=[
        "Vera Lindqvist\n\nMonday, January 6, 2025, 4:30 p.m.\n\n" + STORY,
        "Bridge closed for two years\n\nVera Lindqvist\n\n" + STORY,
    ],
)
def author_line(doc: Document, ctx: Context) -> Iterator[Hit]:
    """A name alone on a line beside the time of publication: who wrote the page.

    Looked for among the first twelve lines, behind the first of them,
    and only where the line above or below it is a time stamp; with "By" before it beside any line of the page. A place beside a date looks the same
    to it where no dictionary has its name. On news pages 3 of 3 were right; edited news and
    translations hold none.
    """
    lines = page_lines(doc, ctx)
    for order in range(1, min(HEAD_LINES, len(lines) - 1)):
        line = lines[order]
        text = doc.text[line.span.start : line.span.end]
        if _BYLINE.match(text) and (lines[order - 1].known or lines[order + 1].known):
            yield line_hit(doc, line.span, AUTHOR_LEFT, "stands beside a line of the page")
            continue
        if line.known or not 2 <= line.words <= MAX_NAME_WORDS or not _NAMES.match(text):
            continue
        beside = lines[order + 1], lines[order - 1]
        if any(_tells_time(doc, x) for x in beside) and not _is_section(text):
            yield line_hit(doc, line.span, AUTHOR_LEFT, "stands beside the time of publication")


def _tells_time(doc: Document, line: Line) -> bool:
    text = doc.text[line.span.start : line.span.end]
    if line.words > 3 * STAMP_WORDS:
        return False
    dated = _DATE.search(text) or _WORDED.search(text)
    return _is_stamp(text) or (line.known and (dated or _CLOCK.search(text)) is not None)


def _is_section(text: str) -> bool:
    """Say whether a line is the name of a place or a section: New York, World News."""
    return all(lexicon().is_word(word) for word in text.lower().split())


@check(
    "chrome/pointer-line",
    severity=Severity.WARNING,
    lang=("*",),
    fixable=True,
    flags=[
        STORY + "☞ Go to the page on bridges\n\n" + STORY,
        STORY + "[+] Timetable of all ferries\n\n" + STORY,
        "☛ The mayor beside the tower\n\n" + STORY,
    ],
    keeps=[
        STORY + "■ Bring a torch\n\n■ Bring a rope\n\n■ Bring a friend\n\n" + STORY,
        STORY + "→ That is how she signed every letter to him.\n\n" + STORY,
    ],
)
def pointer_line(doc: Document, ctx: Context) -> Iterator[Hit]:
    """A line behind a pointing hand, a triangle or a plus sign: a link or a caption of the page.

    East Asian and Latin American sites set such signs before links and captions. A line that
    ends like a sentence is left alone, and so is a list: three or more lines with one sign. Not
    measured: the news it was tried on holds no such line that another rule does not know.
    """
    found = []
    marks: dict[str, int] = {}
    for line in page_lines(doc, ctx):
        match = _POINTER.match(doc.text, line.span.start, line.span.end)
        if match:
            marks[match.group("mark")] = marks.get(match.group("mark"), 0) + 1
            found.append((line, match.group("mark")))
    for line, mark in found:
        text = doc.text[line.span.start : line.span.end]
        if line.known or marks[mark] >= LIST_LINES or line.words > POINTER_WORDS:
            continue
        if not text.endswith(_END):
            message = "a link or a caption of the page"
            yield line_hit(doc, line.span, message, f"begins with “{mark}”")

"""The name of the site or the agency, alone on a line at the top or the end."""

from __future__ import annotations

from collections.abc import Iterator

from ..document import Document
from ..findings import Edit, Hit, Severity
from ..lazy import lazy_pattern
from ..packs.hits import line_hit
from .page_blocks import STORY, page_lines
from .registry import Context, check

# A masthead stands among the first lines, a credit among the last.
FIRST_LINES, LAST_LINES = 4, 3
# A masthead has no more words than this.
MAX_WORDS = 5
_MEDIUM = (
    r"(?:News|Times|Post|Daily|Herald|Tribune|Gazette|Chronicle|Telegraph|Observer|Press|TV|Radio"
    r"|Online|Today|Express|Magazine|Weekly|Media|Agency|Sports?|Bulletin|Courier|Dispatch|24)"
)
_LANGUAGE = (
    r"(?:Urdu|Hindi|Bangla|Bengali|Tamil|Telugu|Marathi|Arabic|Persian|Farsi|Dari|Pashto|Turkish|Kurdish|Hebrew"
    r"|English|Russian|Somali|Amharic|Swahili|Hausa|Azerbaijani|Kazakh|Uzbek|Vietnamese|Thai|Indonesia)"
)
_NAME = lazy_pattern(
    rf"(?:The\s)?(?:[A-Z][\w’'!-]*\s){{1,3}}(?:{_MEDIUM}|(?:{_MEDIUM}|Channel)\s{_LANGUAGE})$"
    r"|[A-Z][\w’'!-]*\s(?:\w+\s){0,2}(?:Hub|Portal|Newsroom|Newspaper)$"
    rf"|[-–—|]\s?[\w’'!-]+(?:\s[\w’'!-]+){{0,2}}\s(?i:{_MEDIUM})$"
)
_BRACKETED = lazy_pattern(rf"[(\[](?:[A-Z][\w’'-]*\s){{1,3}}{_MEDIUM}[)\]]$")
# The name hangs on a headline ("Bridge closed - Harbour News") or on a paragraph ("… (Harbour
# News)").
_SUFFIX = lazy_pattern(
    rf"\s(?P<name>[-–—|]\s?(?:(?:[A-Z][\w’']*\s){{1,3}}{_MEDIUM}|[\w’']+!\s(?i:{_MEDIUM})"
    r"|(?:The\s)?(?:Newspaper|Newsroom|News\sPortal|Daily|News\sSite|Newspapers|Local\sNews|E-?paper)))$"
)
_RUN_IN = lazy_pattern(
    rf"^(?P<first>\((?:[A-Z][\w’'-]*\s){{1,3}}{_MEDIUM}\))\s(?=[A-Z“\"])"
    rf"|[.!?…]\s(?P<last>\((?:[A-Z][\w’'-]*\s){{1,3}}{_MEDIUM}\))$"
)
# "Good News" and "Hard Times" are headlines; "War Crimes in the Press" is a book.
_HEADLINE = lazy_pattern(
    r"(?:Good|Bad|Fake|Hard|End|Old|New|Modern|Big|Sad|Great|Happy|Dark|Best|Worst|Free|Our|Yellow)\s\w+$"
)


@check(
    "chrome/site-name",
    severity=Severity.WARNING,
    fixable=True,
    flags=[
        "Harbour Evening Times\n\n" + STORY + STORY,
        STORY + "(Harbour News)\n\n" + STORY,
        "Bridge closed\n\n- harbour! news\n\n" + STORY,
        "Harbour bridge closed for two years - Harbour News\n\n" + STORY + STORY,
        "Harbour bridge closed for two years – Newspaper\n\n" + STORY + STORY,
        STORY.strip() + " (Harbour News)\n\n" + STORY,
    ],
    keeps=["Good News\n\n" + STORY, STORY + "Trouble at the Times\n\n" + STORY],
)
def site_name(doc: Document, ctx: Context) -> Iterator[Hit]:
    """The name of a newspaper, a station or a site alone on a line.

    Scrapers take the masthead for the headline, and translators keep the credit in brackets. A
    line of two to four capitalised words that ends in News, Times, Radio and the like is marked
    among the first four and the last three lines of an article, in brackets anywhere; so is such a
    name behind a dash at the end of a headline. Names without such a word are not seen. On
    machine-translated news, pages of such sites and edited news 59 of 59 were right.
    """
    lines = page_lines(doc, ctx)
    last = len(lines) - LAST_LINES
    for order, line in enumerate(lines):
        if line.known:
            continue
        text = doc.text[line.span.start : line.span.end]
        edge = (order < FIRST_LINES or order >= last) and len(lines) > 2
        if line.words > MAX_WORDS:
            yield from _hanging(line.span.start, text, edge)
            continue
        named = edge and _NAME.match(text) and not _HEADLINE.match(text)
        if named or _BRACKETED.match(text):
            message = "the name of a site or an agency stands alone on its line"
            where = "at the edge of the article" if named else "in brackets"
            yield line_hit(doc, line.span, message, where)
        elif edge:
            yield from _hanging(line.span.start, text, edge)


def _hanging(start: int, text: str, edge: bool) -> Iterator[Hit]:
    """Yield the name of a site that hangs on a headline or a paragraph."""
    match = _SUFFIX.search(text) if edge else None
    if not match and "(" in text:
        match = _RUN_IN.search(text)
    if not match or match.lastgroup is None:
        return
    name = match.group(match.lastgroup)
    if not _HEADLINE.match(name.strip("-–—|() ")):
        at = start + match.start(match.lastgroup)
        # The space that sets it apart goes with it.
        before = match.lastgroup != "first"
        edit = Edit(at - before, at + len(name) + (not before), "")
        message = "the name of a site or an agency hangs on the text"
        yield Hit(at, at + len(name), message, evidence=("no part of a sentence",), edits=(edit,))

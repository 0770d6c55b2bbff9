"""Lines around the headline that only their place tells: slogans, rubrics, menus, place and writer."""

from __future__ import annotations

import re

from ..lazy import lazy_pattern
from .strip_pieces import LEFT_WORDS, has_verb, read_piece

# A slogan has no more words; a menu in capitals at least so many, of which most are known.
SLOGAN_WORDS, MENU_WORDS, KNOWN_SHARE = 9, 4, 0.6
# Words of a rubric behind the name of its section.
RUBRIC_WORDS = 6
# Known words of a row in which the others may be any; letters of a word that is no abbreviation.
ROW_KNOWN, CAPITAL_LETTERS = 2, 4
_NAME = (
    r"(?:[Tt]he\s)?[^\W\d_a-zß-ÿ][\w.’'-]*"
    r"(?:\s(?:[^\W\d_a-zß-ÿ][\w.’'-]*|\d{1,3}|of|the|and|de|la|el|al|del|di)){0,4}"
)
_SLOGAN = lazy_pattern(rf"(?P<site>{_NAME})(?:\s?[:|»·•]|\s[–—-])\s(?P<slogan>\S.{{5,60}})$")
# How names of sites begin or end.
_MEDIUM = lazy_pattern(
    r"(?i)(?:\w*(?:news|press|info|media|inform)\b|(?:radio|tv|channel|portal|agency|voice|gazette|herald|journal)\b"
    r"|.*\b\w*(?:news|press|info|inform|media|today|online|tv|radio|fm|channel|daily|weekly|times|post|herald|portal"
    r"|gazette|tribune|journal|courier|chronicle|observer|mirror|express|telegraph|messenger|bulletin|agency|haber"
    r"|khabar|vesti|novosti|24|365|\.\w{2,3})$)"
)
# What a slogan calls the medium itself.
_OWN = lazy_pattern(
    r"(?i)\b(?:news\s(?:that|which|you)|your\s(?:\w+\s)?(?:news|portal|newspaper|channel|radio|window|source|guide)"
    r"|our\s(?:news|readers)|(?:news|information)\s(?:portal|site|agency|source)|the\s(?:newspaper|portal|site|channel)\s(?:of|that|for))\b"
)
# What slogans promise: to be first, true, free, near; to the reader.
_PROMISE = lazy_pattern(
    r"(?i)\b(?:first\s(?:in|with|to|about|on|for|of)|fastest|quickest|always|closer|closest|nearer|you(?:r|rs)?|our|we|us|trust(?:ed|worthy)?|truth(?:ful)?"
    r"|honest(?:ly)?|reliable|objective(?:ly)?|impartial|independent|fearless|without\s(?:fear|censorship|borders|lies)|bel(?:ieve|ief)"
    r"|voice\sof|leading|largest|biggest|most\s(?:read|popular|trusted|complete)|number\s(?:one|1)|no\.?\s?1|№\s?1|only\sthe|everything"
    r"|news\s(?:that|of|from|and|about|for|in)|more\sthan\s(?:a\s)?(?:news|newspaper)|since\s\d{4}|information\sthat|facts|portal|around\sthe\sclock"
    r"|24\shours|every\sday|in\sthe\sregion|people.s)\b"
)
# Words that make a headline of what looks like a slogan.
_TOLD = lazy_pattern(
    r"(?i)\d{2,}(?!\shours)(?<!24)|\b(?:says?|said|will|was|were|has|have|killed|dead|dies|police|court|war|minister|president|attack|how|why|what|who)\b"
)
_PLACE_WRITER = lazy_pattern(
    r"(?P<place>[^\W\d_a-zß-ÿ][\w’'-]+(?:\s[^\W\d_a-zß-ÿ][\w’'-]+)?)\s?[/\\|]\s?"
    r"(?P<writer>[^\W\d_a-zß-ÿ][\w.’'-]*(?:\s(?:[^\W\d_a-zß-ÿ][\w.’'-]*|al|bin|ibn|de|da|van|von|el)){1,3})$"
)
# "Diary – Harbour": a section and a place, or the other way round.
_PAIR = lazy_pattern(
    r"[^\W\d_a-zß-ÿ][\w’'&-]+(?:\s(?:&|and|[^\W\d_a-zß-ÿ][\w’'-]+))?\s[–—-]\s"
    r"[^\W\d_a-zß-ÿ][\w’'-]+(?:\s[^\W\d_a-zß-ÿ][\w’'-]+)?$"
)
_DEGREES = lazy_pattern(r"[+−–-]?\s?\d{1,2}\s?°\s?[CF]?$")
_MONTHS = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_DAY = lazy_pattern(
    r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?,?\s"
    rf"(?:the\s)?(?:{_MONTHS}\s\d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}(?:st|nd|rd|th|\.)?\s(?:of\s)?{_MONTHS})$",
    re.IGNORECASE,
)
_CAPITALS = lazy_pattern(r"[^\W\d_a-zß-ÿ]{3,}(?:[\s-][^\W\d_a-zß-ÿ]{3,})?(?=\s[^\W\d_])")


def _is_slogan(text: str) -> bool:
    match = _SLOGAN.match(text)
    if match is None or _TOLD.search(match["slogan"]):
        return False
    slogan = match["slogan"].split()
    if len(slogan) > SLOGAN_WORDS or len(slogan) < LEFT_WORDS - 1:
        return False
    if _OWN.match(match["slogan"]):
        return True
    return bool(_MEDIUM.match(match["site"]) and _PROMISE.search(match["slogan"]))


def _is_menu(text: str) -> bool:
    """Say whether words in capitals are names of sections: "HOME NATION WORLD STARS"."""
    words = text.split()
    if not text.isupper() or len(words) < MENU_WORDS or not all(map(str.isalpha, words)):
        return False
    piece = read_piece(text)
    known = sum(kind in ("section", "button", "language") for kind in piece.kinds)
    return known >= LEFT_WORDS and known >= KNOWN_SHARE * len(words)


def _is_row(text: str) -> bool:
    """Say whether bare words with capitals, some of them sections, say nothing: "Home Harbour Islands Fish"."""
    words = text.split()
    if len(words) < MENU_WORDS or not all(word.isalpha() and word.istitle() for word in words):
        return False
    piece = read_piece(text)
    known = sum(kind in ("section", "button", "language") for kind in piece.kinds)
    return known >= ROW_KNOWN and not has_verb(words)


def _is_word_alone(text: str) -> bool:
    """Say whether a line is one long word in capitals, or two."""
    words = text.split()
    letters = all(len(word) >= CAPITAL_LETTERS and word.isalpha() for word in words)
    return text.isupper() and letters and len(words) < LEFT_WORDS


def _is_rubric(text: str) -> bool:
    """Say whether a section in capitals opens a few names: "ROWING World Cup in Harbour"."""
    match = _CAPITALS.match(text)
    if match is None or text.isupper():
        return False
    section = read_piece(match.group())
    rest = text[match.end() :].split()
    if not section.weak or set(section.kinds) != {"section"}:
        return False
    return len(rest) <= RUBRIC_WORDS and not has_verb(rest)


def head_reason(text: str, above: bool, below: bool) -> str:
    """Return why a line above the headline, or between it and the story, is of the page, or ""."""
    if above:
        if _is_slogan(text):
            return "the site's name and its slogan"
        if _is_menu(text) or _is_row(text):
            return "section names in a row"
        if _is_rubric(text):
            return "the section above the headline"
        if _is_word_alone(text):
            return "a word in capitals above the headline"
        if _PAIR.match(text):
            return "the section and the place above the headline"
        if _DAY.match(text):
            return "the day above the headline"
    if (above or below) and _DEGREES.match(text):
        return "the weather of the page"
    if below and _is_row(text):
        return "section names in a row"
    if below and _PLACE_WRITER.match(text):
        return "the place and the writer below the headline"
    return ""

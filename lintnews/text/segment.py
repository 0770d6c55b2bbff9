"""Lines, paragraphs and sentences of a text, as spans in code points.

Sentence ends are found by rule: a mark, closing quotes or brackets, white space, then something
that can start a sentence; abbreviations, initials and speech tags are the exceptions.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from ..lazy import lazy_pattern


class Span(NamedTuple):
    start: int
    end: int


# Abbreviations that stand before a name or a number and never end a sentence.
_BEFORE_NAME = frozenset(
    """mr mrs ms mx messrs dr prof sen sens rep reps gov govs gen lt col maj capt cmdr cpl sgt pvt
    adm rev hon fr sr br st ste mt ft pres supt det insp sec atty amb brig msgr spc ald pte flt
    no nos vol fig figs art sect ch pp eq al vs v cf viz ca approx est op nr tel ext e.g i.e lt.-gen
    maj.-gen brig.-gen mme mlle mm asst nat p""".split()
)
# Abbreviations that end a sentence only where the next word plainly starts one.
_EITHER = frozenset(
    """inc corp co ltd plc llc llp bros jr etc ave blvd rd dept univ assn jan feb mar apr jun jul
    aug sep sept oct nov dec mon tue tues wed thu thurs fri sat sun a.m p.m am pm u.s u.k u.n e.u
    u.s.a u.a.e d.c n.y l.a ph.d m.d b.a m.a m.p esq ft in lb lbs oz km kg cm mm mph sq hwy
    ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb
    nev okla ore pa tenn tex va vt wash wis wyo ont que n.j n.c s.c n.h n.m n.d s.d w.va""".split()
)
# After an abbreviation of the second kind these words, capitalised, start a new sentence.
_STARTERS = frozenset(
    """the a an this that these those it its he she they we you i his her their our my in on at by
    for from with without after before during since until when while where what who why how if
    although though because but and or so yet nor however meanwhile moreover also there here now
    then today yesterday tomorrow some many most more few several all both each every no not only
    one two three four five such as to of under over between among amid despite according last
    next earlier later critics officials police authorities nobody neither nothing none""".split()
)
_SPEECH = frozenset(
    """said says asked asks told tells added adds replied replies wrote writes shouted cried
    answered warned insisted declared joked quipped exclaimed wondered tweeted posted recalled
    continued explained noted yelled screamed chanted argued claimed""".split()
)
_CANDIDATE = lazy_pattern(
    r"""(?<![.!?…])(?P<mark>[.!?…]++)(?P<close>["”’'»)\]*]*)(?P<gap>[ \n]+)(?=(?P<next>["“‘'„«(\[*—–-]*\s?\w))"""
)
_LAST_WORD = lazy_pattern(r"[^\s\"“”‘’'(\[«„—–/]+$")
_NEXT_WORDS = lazy_pattern(
    r"""["“‘'„«(\[*—–-]*\s?([^\W_]+(?:[.'’-][^\W_]+)*\.?)(?:\s+([^\W\d_]+))?(?:\s+([^\W\d_]+))?"""
)
# A hard-wrapped paragraph: no line longer than this, and most lines nearly that long.
_WRAP_LIMIT = 110
_WRAP_SHORTEST = 45
_ENDS = tuple('.!?…:;"”’»)')


def split_lines(text: str) -> list[Span]:
    """Return the lines of `text` that hold more than white space, trimmed."""
    spans = []
    at = 0
    for line in text.split("\n"):
        stripped = line.strip()
        if stripped:
            start = at + len(line) - len(line.lstrip())
            spans.append(Span(start, start + len(stripped)))
        at += len(line) + 1
    return spans


def split_paragraphs(text: str, lines: list[Span]) -> list[Span]:
    """Join the lines of hard-wrapped blocks; every other line is a paragraph of its own."""
    paragraphs: list[Span] = []
    block: list[Span] = []
    for line in lines:
        if block and text.count("\n", block[-1].end, line.start) > 1:
            paragraphs.extend(_join(text, block))
            block = []
        block.append(line)
    paragraphs.extend(_join(text, block))
    return paragraphs


def _join(text: str, block: list[Span]) -> list[Span]:
    if len(block) < 2:
        return block
    sizes = [line.end - line.start for line in block[:-1]]
    if max(sizes) > _WRAP_LIMIT or min(sizes) < _WRAP_SHORTEST:
        return block
    if block[-1].end - block[-1].start > _WRAP_LIMIT:
        return block
    unfinished = sum(not text.endswith(_ENDS, line.start, line.end) for line in block[:-1])
    lower = any(text[line.start].islower() for line in block[1:])
    if lower and unfinished * 2 > len(block) - 1:
        return [Span(block[0].start, block[-1].end)]
    return block


def split_sentences(text: str, paragraphs: list[Span]) -> list[Span]:
    """Return the sentences of each paragraph, in order, without the space between them."""
    sentences: list[Span] = []
    find = _CANDIDATE.finditer
    for start, end in paragraphs:
        at = start
        for match in find(text, start, end):
            if _is_end(text, match, at, end):
                sentences.append(Span(at, match.start("gap")))
                at = match.end("gap")
        if at < end:
            sentences.append(Span(at, end))
    return sentences


def _is_end(text: str, match: re.Match[str], start: int, end: int) -> bool:
    after = match.group("next")[-1]
    if after.islower():
        # Brands such as iPhone start sentences too.
        second = match.end() + len(match.group("next"))
        brand = text[second : second + 1].isupper()
        return brand and match.group("mark") == "."
    mark, close = match.group("mark"), match.group("close")
    if mark == ".":
        if close == ")" and text.endswith("(ret", 0, match.start()):
            return False
        if not close:
            word = _LAST_WORD.search(text, max(start, match.start() - 24), match.start())
            if word and not _ends_after(word.group().lower(), word.group(), text, match, start):
                return False
    elif mark in ("…", "...", "....") and not close:
        quoted = match.group("next")[0] in '“"'
        return quoted or (after.isupper() and _next_word(text, match).lower() in _STARTERS)
    if close and mark != "." and after.isupper():
        # “Will you come?” Blinken asked.
        words = _NEXT_WORDS.match(text, match.end(), end)
        if words and any(w and w.lower() in _SPEECH for w in words.groups()[1:]):
            return False
    return True


def _next_word(text: str, match: re.Match[str]) -> str:
    words = _NEXT_WORDS.match(text, match.end())
    return words.group(1) if words else ""


def _ends_after(lower: str, word: str, text: str, match: re.Match[str], start: int) -> bool:
    """Say whether a full stop after `word` ends the sentence that began at `start`."""
    if lower in _BEFORE_NAME:
        following = text[match.end()]
        # "No. 5" never ends; "He said no. The talks" does.
        if lower in ("no", "nos", "art", "al", "est", "fig", "ch", "op", "v", "ca"):
            return lower != "v" and not (
                following.isdigit() or (lower not in ("no", "est") and word[0].isupper())
            )
        if lower == "st":
            return _next_word(text, match).lower() in _STARTERS
        if lower in ("p", "pp"):
            return False
        return not word[0].isupper() and lower not in ("vs", "e.g", "i.e", "cf", "approx", "viz")
    if len(word) == 1 and word.isupper():
        # Initials: "J. K. Rowling"; but "Plan B. The ministers" ends.
        return _next_word(text, match).lower() in _STARTERS
    if lower in _EITHER or (
        ("." in lower) and len(lower) <= 6 and lower.replace(".", "").isalpha()
    ):
        if lower in ("in", "sun", "sat", "mar", "mo", "la", "am", "co", "wash", "miss") and (
            word.islower() and lower != "co"
        ):
            return True
        following = _next_word(text, match)
        # "In the U.S. The Beatles sold more": the abbreviation closes an opening phrase.
        if following in ("The", "A") and start >= match.start() - 12:
            return False
        return following.lower() in _STARTERS
    return True

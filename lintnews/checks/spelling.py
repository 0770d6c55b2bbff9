"""Known misspellings, and words that are none."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from ..document import Document
from ..findings import Edit, Hit, Rule, Severity
from ..text.lexicon import lexicon
from ..text.misspellings import misspellings
from ..text.unknown import SHORT, Unknown, is_derived, neighbours, unknown_words
from .density import weighed
from .glued import glued_at, opener_at
from .hyphened import broken, hyphenated, misspelling
from .name_seams import dated_cut, name_cut
from .posts import in_post
from .registry import Context, check
from .right_words import RIGHT, VARIANTS

# A word that the article uses so often is a term of its own.
MAX_TIMES = 2
# So many unknown words in one article make it a special one: only known slips count then.
MAX_UNKNOWN = 14
# In quotations, where dialect is written down, from so many.
MIN_QUOTED = 7
# Non-words are looked for from so many letters on.
MIN_LETTERS = 4
# How common the word that was meant is at least (Zipf), by the letters of the non-word: short
# ones are mostly words of other languages (dishes, belts, ranks).
FLOORS = {1: 6.0, 2: 6.0, 3: 5.75, 4: 5.0, 5: 4.25, 6: 3.5, 7: 2.75}
FLOOR = 2.5
# A word this common (Zipf) is one, whatever the dictionaries say: variants, new words.
ATTESTED = 1.5
# A known slip of three letters counts where the word that was meant is this common (Zipf).
COMMON = 6.0
# Capitalised misspellings of names and nationalities are slips from so many letters on.
MIN_NAME_LETTERS = 6

_NON_WORD = Rule(
    id="garble/non-word",
    severity=Severity.WARNING,
    confidence=0.85,
    summary="A word that no dictionary knows, one letter away from a common one.",
    why="Only lower-case words outside quotations, used at most twice, that neither English nor its "
    "rules of word formation explain. Terms of programmers are taken for slips. On edited news 7 of 7 "
    "were right, on translations and pages 13 of 16.",
    pack="built in",
    flags=("The new asymptoatic cases in the city were counted.",),
    keeps=(
        "The cyberunit unfriended the crowdfunders.",
        "He said the kaukokaipuu of it.",
        "She ate oats with chia and skyr for breakfast.",
    ),
)
_FUSED = Rule(
    id="garble/fused-words",
    severity=Severity.ERROR,
    confidence=0.95,
    summary="Two words without the space between them.",
    why="A line end or a token border was lost: “the planwhich the council”. One half must be a function "
    "word, a month or a weekday, or a plural before its verb; a verb glued to a name is a warning. Rare: "
    "edited news of 469,000 words holds none, translations and pages of a million words nine, all right.",
    pack="built in",
    fixable=True,
    flags=(
        "They discussed the planwhich the council had made.",
        "In Januaryand in May it rained.",
        "The visitorssaw tons ofweapons. Inaddition, it rained.",
    ),
    keeps=("The smartwatch and the crowdfunding backstory of a blockchain.", "Roland met Goethe."),
)


@check(
    "garble/misspelled",
    severity=Severity.WARNING,
    confidence=0.97,
    fixable=True,
    flags=["The goverment said so.", "Thier answer was short.", "He recieved the letter."],
    keeps=[
        "The colour of the theatre's programme, the color of the theater's program.",
        "The left-hander bowled to two right-handers.",
        "Teh Cheang",
    ],
    also=[_NON_WORD, _FUSED],
)
def misspelled(doc: Document, ctx: Context) -> Iterator[Hit]:
    """A misspelling that is on the list of known ones: "goverment", "recieved".

    Eighty thousand slips that people make. Words of either English and names are never on the
    list. Quoted words count: a reader sees them too; in posts of social networks, and where a
    dictionary has the form beside the common one, it is only mentioned. A coinage that looks like
    a slip is taken for one. On edited news 13 of 13 were right, on translations and pages 9 of 12.
    """
    unknown = doc.once("unknown words", lambda: unknown_words(doc.tokens))
    table = misspellings()
    others: list[Unknown] = []
    for entry in unknown:
        right = table.values(entry.word)
        if entry.word in RIGHT:
            continue
        if right and (len(entry.word) >= MIN_LETTERS or lexicon().zipf(right[0]) >= COMMON):
            yield from _everywhere(doc, entry, right)
        else:
            others.append(entry)
    yield from _capitalised(doc)
    yield from _with_accents(doc)
    yield from hyphenated(doc)
    yield from broken(doc)
    if len(others) <= MAX_UNKNOWN:
        yield from weighed(doc, _non_words(doc, others))


def _non_words(doc: Document, others: list[Unknown]) -> Iterator[Hit]:
    for entry in others:
        if entry.times <= MAX_TIMES and entry.word.isascii():
            hit = _non_word(doc, entry)
            if hit is not None:
                yield hit


def _everywhere(doc: Document, entry: Unknown, right: tuple[str, ...]) -> Iterator[Hit]:
    tokens = doc.tokens
    at = entry.token
    for _ in range(entry.times):
        at = tokens.texts.index(entry.word, at)
        if not _is_foreign_place(doc, at):
            hit = misspelling(tokens.starts[at], tokens.ends[at], entry.word, right)
            if entry.word in VARIANTS or in_post(doc, hit.start):
                hit = msgspec.structs.replace(hit, severity=Severity.INFO)
            yield hit
        at += 1


def _is_foreign_place(doc: Document, at: int) -> bool:
    """Say whether a token stands among names or in an address: part of something larger."""
    tokens = doc.tokens
    before = doc.text[tokens.starts[at] - 1 : tokens.starts[at]]
    after = doc.text[tokens.ends[at] : tokens.ends[at] + 1]
    if (before in ("@", "#", "/", "-", ".", "_", "*") and before) or after in (
        "@",
        "/",
        "_",
        "-",
        "&",
    ):
        return True
    following = doc.text[tokens.ends[at] : tokens.ends[at] + 2]
    if len(following) == 2 and following[0] == "." and following[1].isalnum():
        return True
    left = tokens.texts[at - 1] if at else ""
    right = tokens.texts[at + 1] if at + 1 < len(tokens) else ""
    return left[:1].isupper() and right[:1].isupper()


def _capitalised(doc: Document) -> Iterator[Hit]:
    """Yield known misspellings that are capitalised: at a sentence start, or of a name."""
    tokens, known, table = doc.tokens, lexicon(), misspellings()
    starts = {span.start for span in doc.sentences}
    words = [w for w in tokens.vocabulary if len(w) > 2 and w.istitle() and w.isalpha()]
    for lower in known.missing(word.lower() for word in words if word.isascii()):
        if known.is_name(lower):
            continue
        word = lower.capitalize()
        dated = dated_cut(lower)
        cut = dated or opener_at(lower) or name_cut(lower, tokens.vocabulary)
        if cut:
            hit = _split_hit(tokens.starts[tokens.texts.index(word)], word, cut)
            level = None if dated else Severity.WARNING
            yield msgspec.structs.replace(hit, severity=level)
            continue
        right = table.values(lower)
        if not right:
            continue
        at = tokens.texts.index(word)
        named = len(right) == 1 and known.is_name(right[0]) and len(word) >= MIN_NAME_LETTERS
        opens = tokens.starts[at] in starts and known.is_word(right[0])
        following = tokens.texts[at + 1] if at + 1 < len(tokens) else ""
        if tokens.texts.count(word) > 1 or _is_foreign_place(doc, at):
            continue
        if named or (opens and following.islower() and len(word) > 3):
            shown = tuple(w.capitalize() for w in right)
            hit = misspelling(tokens.starts[at], tokens.ends[at], word, shown)
            yield Hit(*hit_parts(hit), severity=Severity.WARNING)


def _with_accents(doc: Document) -> Iterator[Hit]:
    """Yield names with foreign letters that the next word is glued to: "Sørumduring"."""
    tokens = doc.tokens
    for word in () if doc.text.isascii() else tokens.vocabulary:
        if not word.isascii() and word.istitle() and word.isalpha():
            cut = name_cut(word.lower(), tokens.vocabulary)
            if cut and not word[:cut].isascii():
                hit = _split_hit(tokens.starts[tokens.texts.index(word)], word, cut)
                yield msgspec.structs.replace(hit, severity=Severity.WARNING)


def hit_parts(hit: Hit) -> tuple[int, int, str, tuple[str, ...]]:
    """Return span, message and suggestions of a hit."""
    return hit.start, hit.end, hit.message, hit.suggestions


def _non_word(doc: Document, entry: Unknown) -> Hit | None:
    """Return the hit of an unknown word that two words or one near word explain, or None."""
    tokens, word = doc.tokens, entry.word
    start, end = tokens.starts[entry.token], tokens.ends[entry.token]
    if _is_foreign_place(doc, entry.token):
        return None
    cut = glued_at(word)
    if cut:
        return _split_hit(start, word, cut)
    if doc.in_quote(start) and len(word) < MIN_QUOTED:
        return None
    if len(word) <= SHORT:
        if not _between_words(doc, entry.token) or (len(word) > 1 and lexicon().is_name(word)):
            return None
    elif lexicon().zipf(word) >= ATTESTED or is_derived(word):
        return None
    near = neighbours(word, FLOORS.get(len(word), FLOOR))
    if not near:
        return None
    return Hit(
        start,
        end,
        f"{word!r} is not in the dictionary; {near[0]!r}?",
        suggestions=tuple(near[:3]),
        rule=_NON_WORD.id,
    )


def _between_words(doc: Document, at: int) -> bool:
    """Say whether plain lower-case words stand on both sides of a token."""
    texts = doc.tokens.texts
    known = lexicon().is_word
    if texts[at] == "i" and 0 < at < len(texts) - 1:
        # "the US i unprecedented"; a Catalan name goes on with a capital.
        return texts[at - 1].isalpha() and texts[at + 1].islower()
    return 0 < at < len(texts) - 1 and all(
        word.islower() and word.isalpha() and known(word) for word in (texts[at - 1], texts[at + 1])
    )


def _split_hit(start: int, word: str, cut: int) -> Hit:
    return Hit(
        start,
        start + len(word),
        f"{word!r} lacks a space",
        suggestions=(f"{word[:cut]} {word[cut:]}",),
        edits=(Edit(start + cut, start + cut, " "),),
        rule=_FUSED.id,
    )

"""Names that one article spells in two ways."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from ..document import Document
from ..findings import Edit, Hit, Severity
from ..lazy import lazy_pattern
from ..names.acronyms import Abroad, acronyms_abroad
from ..names.costs import load
from ..names.doubles import Double, doubles
from ..names.groups import Group
from ..names.judge import judge
from ..names.sides import commoner, is_disputed, times
from ..names.store import Names
from ..names.variants import (
    Pair,
    Word,
    confidence,
    find_pairs,
    is_article_hyphen,
    name_words,
)
from ..text.mentions import Mention
from .registry import Context, check

# Natural-log odds of a warning. No error: which of two spellings is wrong stays a judgement.
WARN_ODDS = 1.0
# What it costs that the form taken for wrong is the one that the article keeps to.
DISPUTED = -1.0
# Confidence that two spellings of the same letters ("Takara-Fuji", "Takarafuji") are one name.
LETTERS_SURE = 0.85
# Letters that machine translation replaces by d, th, o, ae, l in one sentence and keeps in the next.
_OWN_LETTERS = lazy_pattern("[ðþøæłđ]", re.IGNORECASE)
# Where both stand as often, "Takara-Fuji" was torn and "Jong-un" was not.
_CAPITAL_PIECE = lazy_pattern(r"[-‐‑](?=[A-ZÀ-Þ])")
_NO_DIVISION = lazy_pattern("[-‐‑]|[a-z][A-Z]")
_KEEPS = (
    "Galina Ivanova and her brother Oleg Ivanov met in Kabul; the road to Zabul was closed.",
    "Iran and Iraq signed the pact. Austria and Australia did not.",
)


@check(
    "name/inconsistent",
    severity=Severity.WARNING,
    confidence=0.88,
    lang=("*",),
    fixable=True,
    flags=(
        "The miller Olav Brattegard spoke to reporters. Brattegard praised his crew. "
        "Later Brategard left for the coast.",
    ),
    keeps=_KEEPS,
)
def inconsistent(doc: Document, ctx: Context) -> Iterator[Hit]:
    """One person or place is spelled in two ways in the same article.

    Found without any list: two words of names that differ by a letter or two, of which at least
    one is no common word or name, and full names that share one part and sound alike in the other.
    With a list, two of its accepted spellings too (Kolkata, Calcutta), and the acronym of a body in
    another language beside the English one (CEDEAO, ECOWAS). The listed form is taken for
    right, then well-formed pinyin, a known name, one that stands far more often, that of the
    introduction in full or of the majority, the one without another language's transliteration or
    case ending; where none of these decides, the later one is marked and the message says that
    either may be wrong.

    Limits: two people with near surnames who are both introduced in full stay two people; forms
    that differ by an English ending are not compared, nor is a town in pinyin with its neighbours.
    On human-annotated machine translation 23 of 25 were right.
    """
    yield from spelled_twice(doc, ctx.names if isinstance(ctx.names, Names) else None)


def spelled_twice(doc: Document, names: Names | None) -> list[Hit]:
    """Return the spellings of an article that are taken for wrong beside another; computed once."""
    return doc.once("spelled-twice", lambda: list(_find(doc, names)))


def _find(doc: Document, names: Names | None) -> Iterator[Hit]:
    settled: set[int] = set()
    if names is not None:
        for verdict in judge(doc, names):
            if verdict.status in ("misspelled", "wrong"):
                settled.update(at for m in verdict.group.mentions for at in range(m.start, m.end))
        for double in doubles(doc, judge(doc, names), names):
            if double.start not in settled:
                settled.update(range(double.start, double.end))
                yield _double(doc, double)
        for verdict in judge(doc, names):
            if verdict.status == "unknown" and len(verdict.group.mentions) > 1:
                yield from _divided(doc, verdict.group, settled)
    for acronym in acronyms_abroad(doc):
        if acronym.start not in settled:
            settled.update(range(acronym.start, acronym.end))
            yield _abroad(doc, acronym)
    words = name_words(doc.mentions)
    for word in words.values():
        yield from _letter_variants(word, names, settled)
    wrong_ones: set[str] = set()
    for pair in find_pairs(words, names, load()):
        if pair.odds < WARN_ODDS:
            break
        if pair.a.part not in wrong_ones and pair.b.part not in wrong_ones:
            right, wrong, why = _decided(pair, names)
            odds = pair.odds + (DISPUTED if is_disputed(right, wrong, names) else 0.0)
            if odds < WARN_ODDS:
                continue
            wrong_ones.add(wrong.part)
            cluster = f"variants-{right.part}"
            yield from _marks(wrong, right, why, confidence(odds), cluster, settled)


def _divided(doc: Document, group: Group, settled: set[int]) -> Iterator[Hit]:
    """Yield the rarer of two ways to divide a name into words: "Shen Mu Yan" beside "Shen Muyan"."""
    forms: dict[str, list[Mention]] = {}
    for mention in group.mentions:
        forms.setdefault(mention.text.lower(), []).append(mention)
    if len({form.count(" ") for form in forms}) < 2 or any(
        _NO_DIVISION.search(mention.text) for mention in group.mentions
    ):
        # "PowerPage" is how a brand writes itself; hyphens are compared elsewhere.
        return
    main, *others = sorted(forms.items(), key=lambda item: (-len(item[1]), item[1][0]))
    right = main[1][0].text
    why = f"it stands {times(len(main[1]))} in this article"
    for form, mentions in others:
        if form.count(" ") == main[0].count(" ") or len(mentions) == len(main[1]):
            continue
        for mention in mentions:
            if mention.start not in settled:
                settled.update(range(mention.start, mention.end))
                yield _double(doc, Double(mention.start, mention.end, right, why))


def _double(doc: Document, double: Double) -> Hit:
    start, end, right = double.start, double.end, double.right
    return Hit(
        start,
        end,
        f"{doc.text[start:end]} stands beside {right} in one article: expected {right} ({double.why})",
        suggestions=(right,),
        evidence=(double.why,),
        edits=(Edit(start, end, right),),
        confidence=LETTERS_SURE,
        cluster=f"variants-{right.lower()}",
    )


def _abroad(doc: Document, acronym: Abroad) -> Hit:
    written, right = doc.text[acronym.start : acronym.end], acronym.right
    return Hit(
        acronym.start,
        acronym.end,
        f"{written} is another language's acronym of {right}, which this article has too",
        suggestions=(right,),
        evidence=(acronym.name,),
        edits=(Edit(acronym.start, acronym.end, right),),
        confidence=LETTERS_SURE,
        cluster=f"variants-{right.lower()}",
    )


def _decided(pair: Pair, names: Names | None) -> tuple[Word, Word, str]:
    """Return (right, wrong, why); where nothing decides, the later spelling counts as wrong."""
    first, later = sorted((pair.a, pair.b), key=lambda word: word.spans[0])
    return commoner(pair.a, pair.b, names) or (first, later, "one of the two is wrong")


def _letter_variants(word: Word, names: Names | None, settled: set[int]) -> Iterator[Hit]:
    """Yield the rarer of two spellings that differ in a hyphen or a letter of another alphabet."""
    if len(word.written) < 2:
        return
    listed = {f.text for f in names.bearers(word.part)} if names is not None else set()

    def order(spans: list[tuple[int, int]]) -> tuple[bool, bool, int, bool, tuple[int, int]]:
        text = word.texts[spans[0]]
        torn = _CAPITAL_PIECE.search(text) is not None
        return text not in listed, not _OWN_LETTERS.search(text), -len(spans), torn, spans[0]

    main, *others = sorted(word.written.values(), key=order)
    for spans in others:
        right = msgspec.structs.replace(word, spans=main, text=word.texts[main[0]])
        wrong = msgspec.structs.replace(word, spans=spans, text=word.texts[spans[0]])
        if not is_article_hyphen(wrong.text, right.text):
            why = f"it stands {times(len(main))} in this article"
            if right.text in listed:
                why = "it is a listed name"
            elif _OWN_LETTERS.search(right.text) and not _OWN_LETTERS.search(wrong.text):
                why = "it has the letters of its own language"
            elif len(main) == len(spans):
                why = "one of the two is wrong"
            yield from _marks(wrong, right, why, LETTERS_SURE, f"variants-{word.part}", settled)


def _marks(
    wrong: Word, right: Word, why: str, sure: float, cluster: str, settled: set[int]
) -> Iterator[Hit]:
    spans = [span for span in wrong.spans if span[0] not in settled]
    for start, end in spans:
        yield Hit(
            start,
            end,
            f"{wrong.text} stands beside {right.text} in one article: expected {right.text} ({why})",
            suggestions=(right.text,),
            evidence=(why, f"{right.text} {times(right.count)}, {wrong.text} {times(wrong.count)}"),
            edits=(Edit(start, end, right.text),),
            confidence=sure,
            cluster=cluster,
        )

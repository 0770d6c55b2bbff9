"""Letters of another script and text broken by wrong encodings."""

from __future__ import annotations

from collections.abc import Iterator

from ..document import Document
from ..findings import Hit, Severity
from ..lazy import lazy_pattern
from .registry import Context, check

# Everything above the Latin, IPA and Greek letters that makes words: Cyrillic to Hangul. Greek is
# left to science; marks, symbols and emoji start at other places. Letters of `_SCRIPT` are among
# those of `_FOREIGN`, which is compiled in a tenth of the time.
_FOREIGN = lazy_pattern(r"[^\x00-\u036f\u1dc0-\u2bff]")
_SCRIPT = lazy_pattern(
    r"[\u0370-\u03ff\u0400-\u1dbf\u2c00-\u2dff\u3040-\u30ff\u3130-\u318f\u3400-\u9fff\ua000-\uabff"
    r"\uac00-\ud7af\uf900-\ufaff\ufb1d-\ufdff\ufe70-\ufefc\uff66-\uffdc\U00020000-\U0003ffff]+"
    r"(?:[\s\d.,،؛؟。、:;()«»“”\"'’–-]*[\u0370-\u03ff\u0400-\u1dbf\u2c00-\u2dff\u3040-\u30ff\u3130-\u318f"
    r"\u3400-\u9fff\ua000-\uabff\uac00-\ud7af\uf900-\ufaff\ufb1d-\ufdff\ufe70-\ufefc\uff66-\uffdc"
    r"\U00020000-\U0003ffff]+)*"
)
# Beyond this share of the text, foreign letters are the article's own language.
MAX_SHARE = 0.3
_OPENERS = "(“\"'‘„«[*/=–—-:"
# Characters that wrongly decoded text is full of and right text nearly never holds.
_BROKEN = lazy_pattern(
    r"[\u0080-\u009f\ufffd]+|[ÃÂâÐÑ][\u0080-\u00bf\u2018-\u201e\u20ac\u2122\u0152\u0153\u0160\u0161"
    r"\u017d\u017e\u0178\u02c6\u02dc\u2020-\u2026\u2030\u2039\u203a]+|[ðŸ]{2}\S{1,3}|[\ud800-\udfff]+"
)


_BROKEN_SIGNS = tuple("ÃÂâÐÑðŸ\ufffd") + tuple(map(chr, range(0x80, 0xA0)))


@check(
    "garble/foreign-script",
    severity=Severity.ERROR,
    flags=["Several people 验证 the discovery.", "The head of the ведомства said so."],
    keeps=["The π-meson and its Δ decay, said Łukasz Žák."],
)
def foreign_script(doc: Document, ctx: Context) -> Iterator[Hit]:
    """Letters of another script inside an English sentence.

    A word that the translator left as it was. In brackets and in quotations, where news gives the
    original of a name or a word, it is only a note. A single Cyrillic letter that looks like a
    Latin one counts too. Right in 100 of 100 on human-annotated machine translation, in 29 of 29 on
    other translations and news pages.
    """
    text = doc.text
    if text.isascii() or not _FOREIGN.search(text):
        return
    found = list(_SCRIPT.finditer(text))
    if not found or sum(m.end() - m.start() for m in found) > MAX_SHARE * len(text):
        return
    for match in found:
        start, end = match.span()
        if all("\u0370" <= c <= "\u03ff" for c in match.group()) and end - start < 3:
            continue
        before = text[:start].rstrip(" ")[-1:]
        shown = (before in _OPENERS and before != "") or doc.in_quote(start)
        yield Hit(
            start,
            end,
            f"{match.group()[:40]!r} is not in Latin letters",
            severity=Severity.INFO if shown else None,
        )


@check(
    "garble/encoding",
    severity=Severity.ERROR,
    lang=("*",),
    flags=["The cafÃ© didnâ€™t open.", "The price is 5 \ufffd a litre."],
    keeps=["Ça va, said Ângela from São Paulo; the naïve façade stood."],
)
def encoding(doc: Document, ctx: Context) -> Iterator[Hit]:
    """Text that was decoded with the wrong table: "cafÃ©", "donâ€™t", "�".

    The suggestion is what the characters mean when they are decoded again. Text that was decoded
    wrongly twice, and letters that were lost, are not repaired. Too rare to be measured: 900,000
    words of news, translated and edited, hold no finding.
    """
    text = doc.text
    if text.isascii() or not any(sign in text for sign in _BROKEN_SIGNS):
        return
    for match in _BROKEN.finditer(text):
        start, end = match.span()
        while start and not text[start - 1].isspace():
            start -= 1
        while end < len(text) and not text[end].isspace():
            end += 1
        word = text[start:end]
        right = _repaired(word)
        if right != word and right.isprintable():
            yield Hit(start, end, f"{word[:40]!r} was decoded wrongly", suggestions=(right,))
        elif "\ufffd" in word or any("\ud800" <= c <= "\udfff" for c in word):
            yield Hit(start, end, "a character is lost here")


def _repaired(word: str) -> str:
    import ftfy

    return ftfy.fix_encoding(word)

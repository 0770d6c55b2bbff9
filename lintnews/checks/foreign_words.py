"""Words of the source language that the translator left in the text."""

from __future__ import annotations

from collections.abc import Iterator

from ..document import Document
from ..findings import Hit, Severity
from ..text.lexicon import lexicon
from ..text.unknown import is_derived, unknown_words
from .registry import Context, check

# Function words of other languages that are no English words and stand between English ones only
# by mistake.
_FUNCTION = frozenset(
    """und oder nicht dass ist sind wird wurde wurden auch aber für über zum zur vom beim eine einer
    eines einem einen sich nach noch nur sehr mehr wenn weil wir ihr ihre ihren sein seine haben
    hat hatte sagte schon immer gegen zwischen durch ohne unter werden kann muss
    las los una unos unas pero porque muy más está están fue fueron según desde hasta sobre también
    sus cuando donde quien dijo año años
    les une avec pour dans sur mais est sont été était qui cette ces leur leurs très selon après
    avant depuis chez aussi où dont ans
    não uma mais também são foi pela pelo nos nas dos das seu sua disse até quando
    che della delle degli dello nel nella nei gli sono stato più anche perché dopo suo loro
    jest nie się oraz przez jego jako który która które było być
    ve bir için ile bu da değil olarak sonra kadar
    het een niet maar ook wordt naar zijn heeft deze""".split()
)
# After these a word is spoken of, not used.
_NAMED = frozenset("word words term called named phrase de la le el of".split())
# So many words in a row, or of one article, make a foreign passage, that is quoted on purpose.
MAX_WORDS = 6


@check(
    "garble/foreign-word",
    severity=Severity.WARNING,
    confidence=0.85,
    flags=[
        "The minister und his guests left.",
        "They met in the größten hall of the town.",
    ],
    keeps=[
        "They played “La vie en rose” and went to the café, the façade and Los Angeles y Sur.",
        "The word *über* is German, and Schröder knew it.",
    ],
)
def foreign_word(doc: Document, ctx: Context) -> Iterator[Hit]:
    """A lower-case word of another language in the middle of an English sentence.

    The translator did not know it, or a sentence was only half translated. Words in quotation
    marks, in brackets, in italics and among names are left alone, and so are passages of several
    foreign words. It does not know what readers of a country know: words of its minorities count.
    On machine-translated news 21 of 21 were right; on news pages and human translations two
    findings, both such words.
    """
    unknown = doc.once("unknown words", lambda: unknown_words(doc.tokens))
    found: list[Hit] = []
    tokens = doc.tokens
    for entry in unknown:
        word = entry.word
        if word.isascii() and word not in _FUNCTION:
            continue
        if entry.times > 1 or not _is_plain_place(doc, entry.token):
            continue
        if not word.isascii() and (_is_latin(word) is False or _is_known_plainly(word)):
            continue
        found.append(
            Hit(
                tokens.starts[entry.token],
                tokens.ends[entry.token],
                f"{word!r} is no English word",
            )
        )
    if len(found) <= MAX_WORDS:
        yield from found


def _is_latin(word: str) -> bool:
    return all(c < "\u0250" for c in word)


def _is_known_plainly(word: str) -> bool:
    """Say whether a word with accents is an English one that often loses them."""
    import unicodedata

    plain = "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))
    known = lexicon()
    if plain == word:
        return False
    # "café" and "caf": word lists keep one of the two forms, or neither.
    return known.is_word(plain) or known.zipf(plain) > 0 or is_derived(plain)


def _is_plain_place(doc: Document, at: int) -> bool:
    """Say whether a token stands between English words, not in a quotation or among names."""
    tokens, text = doc.tokens, doc.text
    start, end = tokens.starts[at], tokens.ends[at]
    if at and tokens.lowers[at - 1] in _NAMED:
        return False
    if doc.in_quote(start) or text[start - 1 : start] not in (" ", "\n", ""):
        return False
    if text[end : end + 1] not in (" ", ".", ",", ""):
        return False
    left = tokens.texts[at - 1] if at else ""
    right = tokens.texts[at + 1] if at + 1 < len(tokens) else ""
    known = lexicon()
    return (
        (not left[:1].isupper() or at == 1 or known.is_word(left.lower()))
        and not right[:1].isupper()
        and (left in ("", ",") or known.is_word(left.lower()) or left.isdigit())
    )

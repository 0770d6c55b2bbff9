"""Words of the source language that the translator left in the text."""

from __future__ import annotations

from collections.abc import Iterator

from ..document import Document
from ..findings import Edit, Hit, Severity
from ..lazy import lazy_pattern
from ..text.letters import strangeness
from ..text.lexicon import lexicon
from ..text.misspellings import misspellings
from ..text.titles import CALENDAR
from ..text.unknown import Unknown, is_derived, neighbours, unknown_words
from .glued import glued_at
from .registry import Context, check
from .right_words import RIGHT

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
    het een niet maar ook wordt worden werd naar zijn heeft deze voor tegen omdat
    ikke blir blev bliver eller och inte från mellom mellan efter
    yang untuk dengan adalah tidak juga tapi tetapi bahwa karena telah sudah kepada dalam
    gibi veya olan için önce ama diye
    nije koji koja koje nakon prema hogy csak volt pentru sunt mutta ovat että
    dlya posle chto dhe mga kwa""".split()
)
# The same, short: word lists have some of them in one sense or another, but between two plain words
# in small letters they are none.
_SHORT = frozenset(
    """dan og ve ya y nem egy ili kao din ang ini itu och ett att je se za di il los las des les du
    sur est het een der das und mit von als auf zu im ist bei nach jak nie czy lui una aur hai ki ko
    oleh atau juga tapi""".split()
)
# Before or behind these a letter is a thing's name, and "se" is Latin.
_LETTERED = frozenset(
    """generation gen chromosome chromosomes factor axis model group class type letter and or per x
    variable company person player plan""".split()
)
# After these a word is spoken of, not used.
_NAMED = frozenset("word words term called named phrase de la le el of".split())
# So many words in a row, or of one article, make a foreign passage, that is quoted on purpose.
MAX_WORDS = 14
# A word with accents may stand so often, if it is so short (letters): Vietnamese "và", Polish "są".
MAX_TIMES, MAX_LINK = 9, 4
# A word without accents is foreign by its letters from so many on, ...
MIN_LETTERS = 5
# ... used so often at most, and so strange to English (bits a letter): one dictionary word in six is,
# and a lone one in an article is a term that its writer wants. So it needs another beside it, or two
# names of the article in letters that English does not have.
MAX_USES = 2
STRANGE = 3.6
MIN_EVIDENCE = 2
# How common the word that a slip stands for is at least (Zipf).
NEAR_ZIPF = 3.0
# Letters with marks that English texts do not set in words of their own.
_FOREIGN_LETTERS = lazy_pattern(
    r"\w*[þðıİğşŞøØåÅæÆłŁżćčČřőűțșãõơưđĐżśźņļģķāēīūěůňťďžŽšŠạảấầậắặẹẻếềệịọốồộớờợụủứừửữựỳỷỹ]\w*"
)
# Japanese in Latin letters: food, art and sport are called so in English too.
_JAPANESE = lazy_pattern(
    r"(?:(?:[kgszjtdnhfbpmyrw]|sh|ch|ts|[kgnhbpmr]y)?[aeiou]{1,2}|n|[kstp](?=[kstp]))+s?"
)
# An article that lost its vowel, as French and Italian write it, and a word.
_ELIDED = lazy_pattern(
    r"(?<![\w’'.@/-])((?:[Dd]ell|[Nn]ell|[Ss]ull|[Dd]all|[Aa]ll|[Uu]n|[Dd]|[Ll])[’'])([a-z]{4,})\b(?![-@/_’'])"
)
# English has these from French, or French from English.
_FRENCH_TOO = frozenset(
    """amour accord affaires avenir homme honneur honor esprit elegance etat oeuvre orange avenue instant
    usage opinion article espionage entrepreneur orient olive amant aviation agneau escalier hotel hote
    italia italian america american""".split()
)
# Endings of terms of science.
_TERMS = lazy_pattern(
    r"\w+(?:ium|ums?|idae|ase|ines?|ides?|anes?|ols?|ics?|oids?|[oi]sis|itis|yl|oma|ates?|ous|isms?|ists?|in)"
)
# What explains a word follows it, or it is half an address.
_EXPLAINED = lazy_pattern(r" \(| [-–—] | or |, (?:an?|the|or|which|also) |[.@/_][a-z]")


@check(
    "garble/foreign-word",
    severity=Severity.WARNING,
    confidence=0.85,
    flags=[
        "The minister und his guests left.",
        "They met in the größten hall of the town.",
        "The gate of D’orchard is closed, and dell’owner is ill.",
        "He wore a yellow coat dan a black hat.",
        "Kåre Lindstøl of Sørumsand waited for the next togavganger and went home.",
    ],
    keeps=[
        "He ate duck à l’orange in a cul-d’amour, y’all know.",
        "They played “La vie en rose” and went to the café, the façade and Los Angeles y Sur.",
        "The word *über* is German, and Schröder knew it.",
        "The workers of generation Y ate kaiseki and waited for the bremsesvikt.",
    ],
)
def foreign_word(doc: Document, ctx: Context) -> Iterator[Hit]:
    """A lower-case word of another language in the middle of an English sentence.

    The translator did not know it, or a sentence was only half translated. Words in quotation
    marks, in brackets, in italics and among names are left alone, and so are passages of several
    foreign words. Words without accents are told by their letters, where an article has two of them
    or names in letters that English has not; a single one in an article without such names is not
    seen. It does not know what readers of a country know: words of its minorities count.
    On machine-translated news and pages of such sites 70 of 74 were right; edited news of 469,000
    words holds none, and human translations two, both such words.
    """
    sure: list[tuple[int, str]] = []
    strange: list[tuple[int, str]] = []
    for entry in doc.once("unknown words", lambda: unknown_words(doc.tokens)):
        word = entry.word
        if not _is_plain_place(doc, entry.token):
            continue
        if word.isascii() and word not in _FUNCTION:
            if entry.times <= MAX_USES and _is_strange(doc, entry):
                strange.append((entry.token, word))
        elif entry.times <= (1 if len(word) > MAX_LINK or word.isascii() else MAX_TIMES) and (
            word.isascii() or (_is_latin(word) and not _is_known_plainly(word))
        ):
            sure.extend((at, word) for at in _places(doc, entry))
    sure.extend(_short(doc))
    if strange and (
        len({word for _, word in (*sure, *strange)}) >= MIN_EVIDENCE
        or len(set(_FOREIGN_LETTERS.findall(doc.text))) >= MIN_EVIDENCE
    ):
        sure.extend(strange)
    yield from _elided(doc)
    if len({word for _, word in sure}) <= MAX_WORDS:
        starts, ends = doc.tokens.starts, doc.tokens.ends
        for at, word in sorted(set(sure)):
            yield Hit(starts[at], ends[at], f"{word!r} is no English word")


def _elided(doc: Document) -> Iterator[Hit]:
    """Yield articles of French and Italian before words of English: "D’orchard", "dell'owner"."""
    known, text = lexicon(), doc.text
    for match in _ELIDED.finditer(text) if "’" in text or "'" in text else ():
        word = match.group(2)
        plain = known.is_word(word) and not known.is_name(word) and known.zipf(word) >= NEAR_ZIPF
        if plain and word not in _FRENCH_TOO and not doc.in_quote(match.start()):
            said = f"{match.group(1)!r} is an article of another language"
            yield Hit(*match.span(), said, edits=(Edit(*match.span(1), ""),))


def _places(doc: Document, entry: Unknown) -> Iterator[int]:
    """Yield the tokens that are the word, where it stands between English ones."""
    for at, text in enumerate(doc.tokens.texts):
        if text == entry.word and _is_plain_place(doc, at):
            yield at


def _short(doc: Document) -> Iterator[tuple[int, str]]:
    """Yield short function words between two plain words: "a yellow jacket dan a black helmet"."""
    tokens, known = doc.tokens, lexicon()
    for word in (_SHORT | {"Y"}) & tokens.vocabulary:
        at = -1
        for _ in range(tokens.texts.count(word)):
            at = tokens.texts.index(word, at + 1)
            left = tokens.texts[at - 1] if at else ""
            right = tokens.texts[at + 1] if at + 1 < len(tokens) else ""
            plain = left.islower() and right.islower() and left.isalpha() and right.isalpha()
            if not plain or left in _LETTERED or right in _LETTERED | _SHORT or left in _SHORT:
                continue
            spaced = doc.text[tokens.ends[at - 1] : tokens.starts[at + 1]] == f" {word} "
            plain = spaced and known.is_word(left) and known.is_word(right)
            if plain and not doc.in_quote(tokens.starts[at]):
                yield at, word


def _is_strange(doc: Document, entry: Unknown) -> bool:
    """Say whether an unknown word of the letters a to z is none that English could have."""
    word = entry.word
    if len(word) < MIN_LETTERS or word in RIGHT or lexicon().zipf(word) > 0:
        return False
    if strangeness(word) < STRANGE or _JAPANESE.fullmatch(word) or _TERMS.fullmatch(word):
        return False
    if _EXPLAINED.match(doc.text, doc.tokens.ends[entry.token]) or misspellings().values(word):
        return False
    return not (is_derived(word) or glued_at(word) or neighbours(word, NEAR_ZIPF))


def _is_latin(word: str) -> bool:
    return all(c < "\u0250" or "\u1e00" <= c < "\u1f00" for c in word)


def _is_known_plainly(word: str) -> bool:
    """Say whether a word with accents is an English one that often loses them."""
    import unicodedata

    plain = "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))
    known = lexicon()
    if plain == word or any(c >= "\u1ea0" for c in word):
        # No English word ever had one of the letters of Vietnamese.
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
    dated = left.lower() in CALENDAR
    return (
        (not left[:1].isupper() or at == 1 or known.is_word(left.lower()) or dated)
        and not right[:1].isupper()
        and (left in ("", ",") or dated or known.is_word(left.lower()) or left.isdigit())
    )

"""Names in lower case, and accepted spellings that are not the house's."""

from __future__ import annotations

from collections.abc import Iterator

from ..document import Document
from ..findings import Edit, Hit, Severity
from ..lazy import lazy_pattern
from ..names.evidence import is_about
from ..names.flat import flat_hyphens, flat_names, flat_streets
from ..names.judge import judge
from ..names.people import ALSO, WRONG
from ..names.store import Names
from ..text.lexicon import lexicon
from ..text.tags import ADVERB, PAST, THIRD, tags
from ..text.titles import NATIONALITIES
from .registry import Context, check

# Letters of a name that is looked for in lower case; shorter ones are words of other languages.
MIN_LETTERS = 4
# A brand with a capital inside: WhatsApp, PayPal, iPhone; others that start small (easyJet) are no case.
INNER = lazy_pattern(r"^[A-Z].*[a-z][A-Z]|^i[A-Z]")
# Countries and bodies that no English word is like, and one that is porcelain too.
_COUNTRIES = (
    "united states", "united kingdom", "united nations", "european union", "saudi arabia", "south korea",
    "north korea", "south africa", "new zealand", "sri lanka", "hong kong", "costa rica", "el salvador",
    "burkina faso", "sierra leone",
)  # fmt: skip
_PORCELAIN = "china"
_COUNTRY = lazy_pattern(
    rf"\b(?P<name>{'|'.join(_COUNTRIES)})\b"
    rf"|\b(?:from|in|to|with|against|and) (?P<china>{_PORCELAIN})\b(?! (?:cabinet|cup|doll|plate|shop|set|tea))"
)
# Adjectives of nations that are no words in lower case: polish, a swiss roll, french windows.
_PEOPLES = NATIONALITIES - frozenset(
    """polish swiss french danish dutch persian latin tamil tatar sikh flemish orthodox catholic
    western eastern northern southern central republican democratic""".split()
)
# Prominence from which a surname that is a word counts as one: Donald trump, Emmanuel macron.
WELL_KNOWN = 3
# General use (Zipf) above which a lower-case word is a word.
WORD_ZIPF = 4.9


@check(
    "name/lowercase",
    severity=Severity.WARNING,
    confidence=0.9,
    fixable=True,
    flags=(
        "The trains from kyiv arrived late on Sunday.",
        "He sent the pictures over Whatsapp on Sunday.",
        "Prime Minister Gabriel attal spoke first.",
        "The cambodian Senate met the ukrainian envoy.",
        "He flew to the united states and came home from china. The Chinese cheered.",
        "The storm crossed the Caspian sea, and the security Council met on Monday.",
        "Shops in Nordahl street, near the harbour, were closed.",
        "The envoy met Donald trump at the White house; from Ivano-frankivsk came no word.",
    ),
    keeps=(
        "The turkey was served at noon.",
        "She ate a mandarin in the rice field.",
        "The UN security council, the European commission and the state Senate met by the sea.",
        "Cracks were found in Main and Elm streets, on a London street and in Tehran street battles.",
        "WHATSAPP WAS DOWN. Write to @Youtube or to https://Youtube.example/Paypal on Sunday.",
    ),
)
def lowercase(doc: Document, ctx: Context) -> Iterator[Hit]:
    """A capital, a country or a well-known name stands in lower case: "the trains from kyiv".

    Only names that are no word of English in lower case are looked for, and listed people of whom
    a given name or surname is none, or who are well known ("Donald trump"); of longer names only
    what no house writes ("security Council", "Caspian sea", "the White house", "in Nordahl street").
    Brands with a capital inside ("WhatsApp") are marked where they are written without it.

    Limits: names that are words too (turkey, jersey, polish) are left alone, and so are brands
    that a list accepts in both forms.
    """
    if not isinstance(ctx.names, Names):
        return
    yield from _flat_brands(doc, ctx.names)
    yield from _small_surnames(doc, ctx.names)
    yield from _flat_people(doc, ctx.names)
    yield from _flat_countries(doc)
    inside: set[int] = set()
    for start, end, whole in _flat_names(doc, ctx.names):
        inside.update(range(start, end))
        yield _lowered(doc, start, end, whole)
    tokens = doc.tokens
    lower = (w for w in tokens.vocabulary if len(w) >= MIN_LETTERS and w.islower() and w.isalpha())
    unknown = {*lexicon().missing(lower), *(_PEOPLES & tokens.vocabulary)}
    names = {w: name for w in unknown if (name := _name_of(doc, w, ctx.names))}
    for number, text in enumerate(tokens.texts if names else ()):
        right = names.get(text)
        start, end = tokens.starts[number], tokens.ends[number]
        if right and start not in inside and not _is_inside_code(doc, start, end):
            yield _lowered(doc, start, end, right)


def _lowered(doc: Document, start: int, end: int, right: str) -> Hit:
    """Return the hit of a name at [start, end) that lacks a capital of its right form."""
    return Hit(
        start,
        end,
        f"{doc.text[start:end]}: names have a capital, {right}",
        suggestions=(right,),
        edits=(Edit(start, end, right),),
    )


def _flat_names(doc: Document, names: Names) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, right form) of names of several parts of which one lost its capital."""
    yield from flat_names(doc, names)
    yield from flat_streets(doc, names)
    yield from flat_hyphens(doc, names)


def _flat_countries(doc: Document) -> Iterator[Hit]:
    """Yield countries of two words in lower case, and China where the article is about it."""
    if not any(country in doc.text for country in (*_COUNTRIES, _PORCELAIN)):
        return
    for match in _COUNTRY.finditer(doc.text):
        start, end = match.span(match.lastgroup or 0)
        right = doc.text[start:end].title()
        if (right == "China" and "Chin" not in doc.text) or _is_inside_code(doc, start, end):
            continue
        edits = (Edit(start, end, right),)
        yield Hit(start, end, f"names have a capital: {right}", suggestions=(right,), edits=edits)


def _flat_people(doc: Document, names: Names) -> Iterator[Hit]:
    """Yield listed people of whom a name stands in lower case: "Gabriel attal"."""
    known, tokens = lexicon(), doc.tokens
    done = -1
    lower = [w for w in tokens.vocabulary if len(w) >= MIN_LETTERS - 1 and w.islower()]
    borne = {
        word
        for word in known.missing(lower)
        if known.is_borne(word) or names.count_last(word) or names.count_first(word)
    }
    for number, text in enumerate(tokens.texts if borne else ()):
        if text not in borne:
            continue
        for first in (number - 1, number):
            if first <= done or first + 1 >= len(tokens):
                continue
            start, end = tokens.starts[first], tokens.ends[first + 1]
            right = _person(doc.text[start:end], names)
            if right and not _is_inside_code(doc, start, end):
                done = first + 1
                yield _lowered(doc, start, end, right)
                break


def _small_surnames(doc: Document, names: Names) -> Iterator[Hit]:
    """Yield well-known people whose surname is a word and stands in lower case: "Donald trump"."""
    known, tokens = lexicon(), doc.tokens
    given = {w for w in tokens.vocabulary if w.istitle() and known.is_borne(w.lower())}
    for number, text in enumerate(tokens.texts[:-1]):
        if text not in given:
            continue
        surname = tokens.texts[number + 1]
        if len(surname) < MIN_LETTERS or not surname.islower() or known.zipf(surname) > WORD_ZIPF:
            continue
        start, end = tokens.starts[number], tokens.ends[number + 1]
        # "Anna said", "Anna never": a verb or an adverb behind a name of one word.
        if not known.is_word(surname) or tags().of(surname) & (PAST | THIRD | ADVERB):
            continue
        right = _person(doc.text[start:end], names)
        if right and names.exact(right)[0].entry.weight >= WELL_KNOWN:
            yield _lowered(doc, start, end, right)


def _person(text: str, names: Names) -> str:
    """Return the listed name of a person that two words are but for capitals, or an empty string."""
    words = text.split(" ")
    if len(words) != 2 or not all(word.isalpha() for word in words):
        return ""
    for form in names.exact(text):
        if form.entry.kind == "person" and form.flag != WRONG and len(form.text.split()) == 2:
            return form.text
    return ""


def _flat_brands(doc: Document, names: Names) -> Iterator[Hit]:
    """Yield brands that are written without the capital inside them."""
    for start, end in _brand_places(doc, names):
        flat = doc.text[start:end]
        right = _brand(flat, names)
        if right and not _is_inside_code(doc, start, end):
            yield Hit(
                start,
                end,
                f"{flat}: this name has a capital inside, {right}",
                suggestions=(right,),
                evidence=(f"listed as {right}",),
                edits=(Edit(start, end, right),),
            )


def _brand_places(doc: Document, names: Names) -> Iterator[tuple[int, int]]:
    """Yield where listed single names stand, and the words of names that no list has as a whole."""
    for verdict in judge(doc, names):
        group = verdict.group
        if verdict.status == "listed" and not group.full:
            yield from ((mention.start, mention.end) for mention in group.mentions)
        elif verdict.status == "unknown" and group.full:
            for mention in group.mentions:
                at = mention.start
                for word in mention.words:
                    yield at, at + len(word)
                    at += len(word) + 1


def _brand(flat: str, names: Names) -> str:
    """Return the brand that a word is but for the capital inside, or an empty string."""
    if not flat.istitle() or not flat.isalpha() or lexicon().is_word(flat.lower()):
        return ""
    forms = names.exact(flat)
    if any(form.text == flat for form in forms):
        return ""
    for form in forms:
        if form.entry.kind != "person" and form.flag != WRONG and form.text.capitalize() == flat:
            return form.text if INNER.search(form.text) else ""
    return ""


def _name_of(doc: Document, word: str, names: Names) -> str:
    """Return the listed single name that a lower-case word is, or an empty string."""
    if word in _PEOPLES or word == "korea":
        return word.capitalize()
    if not (lexicon().is_name(word) or lexicon().zipf(word) == 0.0):
        return ""
    for form in names.exact(word):
        text = form.text
        if (
            form.entry.kind == "place"
            and text.isalpha()
            and text.istitle()
            and (form.entry.weight > 2 or any(is_about(doc, land) for land in form.entry.of))
        ):
            return text
    return ""


def _is_inside_code(doc: Document, start: int, end: int) -> bool:
    """Say whether a word is part of an address, a tag or a handle."""
    before, after = doc.text[max(start - 1, 0) : start], doc.text[end : end + 2]
    stop = after[:1] == "." and after[1:].isalnum()
    return stop or any(c and c in "@#/_.-" for c in (before, after[:1].strip(".")))


@check(
    "name/house-style",
    severity=Severity.INFO,
    confidence=0.7,
    lang=("*",),
    fixable=True,
)
def house_style(doc: Document, ctx: Context) -> Iterator[Hit]:
    """An accepted spelling stands where the list, and so the house, prefers another.

    "Volodymyr Zelensky" is right; a site that writes Zelenskyy sees where it does not.

    Limits: only spellings that a list names under `also`, of as many words as the preferred one.
    """
    if not isinstance(ctx.names, Names):
        return
    for verdict in judge(doc, ctx.names):
        form = verdict.target
        if verdict.status != "listed" or form is None or form.flag != ALSO:
            continue
        right = form.entry.name
        if form.entry.kind != "person" or len(right.split()) != len(form.text.split()):
            continue
        for mention in verdict.group.mentions:
            yield Hit(
                mention.start,
                mention.end,
                f"{mention.text}: this list prefers {right}",
                suggestions=(right,),
                edits=(Edit(mention.start, mention.end, right),),
            )

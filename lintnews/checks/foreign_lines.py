"""Whole lines of another language inside an English article: captions, recommendations, rubrics."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from ..document import Document
from ..findings import Hit, Severity
from ..lazy import lazy_pattern
from ..packs.hits import line_hit
from ..text.lexicon import lexicon
from .page_blocks import STORY, page_lines
from .registry import Context, check

# Words of a line that is looked at: shorter ones are names, longer ones quoted on purpose.
MIN_WORDS, MAX_WORDS = 4, 26
# A word that no English list has counts from so many letters on; so many of them need no function word beside them.
CONTENT_LETTERS, ALONE, TOGETHER = 4, 3, 2
# More such lines in one article are a poem, a song or a second language of the page.
MAX_LINES = 6
_WORD = lazy_pattern(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_QUOTE = ("“", '"', "‘", "«", "„", "—", "–", "'")
# Small words of languages, those that stand in names left out.
_SMALL = """
los las una unos por para con que como pero este esta estos estas su sus se lo más muy según desde hasta sobre también cuando donde ya hay fue ser
le les une des du est sont avec pour dans sur par qui que ce cette ces leur leurs aux plus pas voici notre nos votre vos ici
der das und nicht ist sind ein eine einen einem für mit auf aus bei nach zum zur über wie hier mehr sie wir auch im vom
os uma umas dos das ao aos pelo pela não mais como sua seu este esta isso veja leia já foi são em
il lo gli una uno della delle degli dello nel nella con per che sono più come qui anche dal dalla questo questa
het een niet voor met naar ook wordt bij dit deze meer zijn hier lees bekijk
na się nie jest dla przez czy jak już tylko oraz tym ich zobacz czytaj więcej także także od przed
je se na za od do sa iz koji koja koje ali ili već još nije ovo ovdje ovde pročitajte pogledajte
jsou není jako pro při také více zde čtěte podívejte ze ve ke
și cu din pentru este sunt mai pe la care prin despre citește vezi aici
és az egy nem hogy van itt több meg csak mint ez olvassa
ve bir için ile bu da de olarak daha çok haberi haber izle tıklayın
dan yang di ini itu untuk dengan dari pada hari juga baca yuk tidak ke adalah berita
och att det som för på är av med till från här läs mer
og det som på er av til fra her les mer ikke
ja on ei että lue myös tästä lisää
ng mga sa ang ay
"""
# English words of which none may stand in the line.
_ENGLISH = frozenset(
    """the of and to is was were are with for that by from his her their has have had been be it its this which who after
    before said says will would not but they he she we you at as an or if than when where what how""".split()
)


@cache
def _small() -> frozenset[str]:
    return frozenset(word for word in _SMALL.split() if not word.isascii() or word not in _ENGLISH)


@check(
    "chrome/foreign-line",
    severity=Severity.WARNING,
    fixable=True,
    flags=[
        STORY + "El portavoz del gobierno, junto a los vecinos\n\n" + STORY,
        STORY + "POLECAMY: Tanie bilety na prom – zobacz najlepsze ceny!\n\n" + STORY,
    ],
    keeps=[
        STORY + "“El alcalde no escucha a los vecinos”\n\n" + STORY,
        STORY + "La Casa de los Abuelos\n\n" + STORY,
        STORY + "Panthera tigris altaica\n\n" + STORY,
    ],
)
def foreign_line(doc: Document, ctx: Context) -> Iterator[Hit]:
    """A whole line in another language between paragraphs of an English article.

    Captions, recommendations and rubrics of the original page were not translated. A short line is marked where
    none of its words is a small English one, and its lower-case words are small words of one other language and
    words that no English list has. What stands in quotation marks, names in capitals and several such lines,
    as in a song, are left alone. Edited news holds no such line.
    """
    found = []
    for line in page_lines(doc, ctx):
        if line.known or not MIN_WORDS <= line.words <= MAX_WORDS:
            continue
        text = doc.text[line.span.start : line.span.end]
        if text.startswith(_QUOTE) or doc.in_quote(line.span.start):
            continue
        if _is_foreign(text):
            found.append(line.span)
    if len(found) > MAX_LINES:
        return
    for span in found:
        message = "a line of the page in another language"
        yield line_hit(doc, span, message, "none of its words is English")


def _is_foreign(text: str) -> bool:
    words = _WORD.findall(text)
    lowers = [word.lower() for word in words]
    if len(words) < MIN_WORDS or not _ENGLISH.isdisjoint(lowers):
        return False
    small = _small()
    plain = [word for word in words if word.islower()]
    functions = {word for word in lowers if word in small}
    known = lexicon()
    strange = [
        word
        for word in plain
        if len(word) >= CONTENT_LETTERS and word not in functions and not known.is_word(word)
    ]
    english = [
        word
        for word in plain
        if len(word) >= CONTENT_LETTERS and word not in functions and known.is_word(word)
    ]
    if len(english) > len(strange) or (not plain and len(functions) < TOGETHER):
        return False
    if not plain:
        return len(functions) >= TOGETHER and not any(
            known.is_word(word) for word in lowers if len(word) >= CONTENT_LETTERS
        )
    return (len(strange) >= TOGETHER and len(functions) >= TOGETHER) or (
        len(strange) >= ALONE and bool(functions)
    )

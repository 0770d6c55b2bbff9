"""Words and phrases said twice in a row, and phrases a sentence comes back to again and again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import islice
from operator import eq

from ..document import Document
from ..findings import Edit, Hit, Severity
from ..text.lexicon import lexicon
from ..text.titles import TITLES
from .registry import Context, check

# The longest phrase whose immediate repetition is looked for, in words.
LONGEST = 6
# A phrase of at least so many words that "and" joins to itself is no emphasis.
MIN_LINKED = 4
# A phrase of so many words counts as a refrain where one sentence holds it so often.
REFRAIN_WORDS = 4
REFRAIN_TIMES = 3
# Numbers shorter than this repeat in tables and scores ("0 0"), longer ones do not.
MIN_DIGITS = 3
# No shorter sentence holds twelve words, in code points.
MIN_REFRAIN_LETTERS = 48
# Short capitalised doubles are given names (Lang Lang, Fei Fei), in letters.
MAX_NICKNAME = 5
# Shorter doubles behind a name are given names (Li Li), in letters.
MIN_SURNAME = 3
# A name this common (Zipf) is no twin name.
COMMON_NAME = 3.75
# Words that English doubles rightly or for emphasis.
_DOUBLED = frozenset(
    """very so really far long many much more no yes yeah ha hah haha heh he hee ho hey bye hear there
    now never knock tut tsk well oh ah uh um boo wah blah chop win can cha hush tick tock la na da
    ding dong beep bang boom choo quack woof meow pom aye night pee poo yada wakey rah pip tap had
    quite too ever over round bit please walla pago bora duran sing wagga baden agar ylang couscous
    pompom dik dum gaga yo zsa ding hip hubba rat toot tom-tom wolf fire run go help love vroom
    wait stop okay ok right mother baa chug clip click chick wee hello holy rollover big little
    old aha dear home talk dance work money location education same wow dum tut lo
    ooh yum plop thump clap drip bla mwah nom ner pew""".split()
)
# Each of these may close one clause and open the next: "I tell you you are wrong", "gave her her
# book", "what it is is a scandal", "they came in in droves".
_SEAM_WORDS = frozenset("you her it is was do did does who what in on out up that".split())
_PARTICLE_VERBS = frozenset(
    """come comes came coming go goes went going gone move moves moved moving get gets got log logs
    logged check checked checks checking turn turned turns sent send let lets brought bring kick
    kicked kicks settled settle sworn hand handed tune tuned taken take took locked lock step
    stepped carry carried carrying carries move hold held hang hung keep kept pass passed live lived
    rely relied put puts putting set switch switched dine break broke broken give given gave fill
    filled stay stayed weigh weighed join joined cash cashed call called phone phoned build built
    pile piled sign signed drag dragged drop dropped invite invited log start started look looked
    hooked tied sit sits sat wear worn based dialed plug plugged pull pulled push pushed""".split()
)
_SUBJECTS = frozenset(
    """i we he she they it you there people everyone everybody nobody someone somebody the a an his
    my their our your its such as in if when""".split()
)
# "They say that that was it" is right; "they believe that that the" is not.
_SAYING = frozenset(
    """explained believe believes believed think thinks announced stressed stated noted emphasized
    emphasised claimed reported warned confirmed""".split()
)
_INNER = frozenset(("'s", "’s", "/", "&"))
_PLACE_PREPOSITIONS = frozenset("in at near from to".split())
_ENDING = frozenset("far there here now then more again well home work money long".split())
# "face to face to hear", "day by day by hand": a pair of these is one phrase, before more words.
_PAIRED = frozenset(
    """face door day side time year week month night step one line word head hand back end coast
    wall person peer cheek bumper minute moment""".split()
)
_BETWEEN_PAIRS = frozenset("to by in after on for".split())
_LAUGHS = frozenset("ha hah haha heh he ho no yeah la na da blah very so really".split())
_TWIN_NAMES = frozenset(
    "duran sirhan walla pago bora sing baden boutros humbert major the lang ling bing xing ping ting".split()
)


@check(
    "garble/repetition",
    severity=Severity.ERROR,
    fixable=True,
    flags=[
        "He was congratulated in in a short entry.",
        "They live in the town in the town of Haifa.",
        "The minister met the the mayor.",
        "The club signed Al-Ahly Al-Ahly and won with Al-Ahly.",
    ],
    keeps=[
        "He said that that was not the first time; each had had the same result.",
        "It was very, very windy, and they ran and ran and ran.",
        "The band Duran Duran played in Baden Baden.",
        "What it is is a scandal.",
        "Leeds 1 1 Fulham",
        "They met the nurses face to face to hear of it.",
    ],
)
def repetition(doc: Document, ctx: Context) -> Iterator[Hit]:
    """The same word or phrase twice in a row: "in in", "in the town in the town".

    Machine translation repeats where it loses its place, and editors leave a word behind when
    they move a phrase. Doubled words of English ("had had", "very very", reduplicated names) are
    known and kept. On human-annotated machine translation 99 of 100 were right. Repetitions
    across a comma are left alone: they are emphasis as often as not.
    """
    tokens = doc.tokens
    lowers = tokens.lowers
    done = -1
    for size in range(1, LONGEST + 1):
        same = bytes(map(eq, lowers, islice(lowers, size, None)))
        at = same.find(b"\1" * size)
        while at >= 0:
            last = at + size
            while last < len(same) and same[last]:
                last += 1
            # Tokens [at, last + size) say a phrase of `size` words at least twice.
            if at > done and _is_repetition(doc, lowers, at, size, last):
                yield _hit(doc, at, size, last)
            if size == 1:
                done = -1
            at = same.find(b"\1" * size, last)
        if size > MIN_LINKED:
            yield from _linked(doc, same, size)


def _linked(doc: Document, same: bytes, size: int) -> Iterator[Hit]:
    """Yield phrases of `size` - 1 words that "and" joins to themselves; `same` as in `repetition`."""
    tokens = doc.tokens
    at = same.find(b"\1" * (size - 1))
    while at >= 0:
        link, last = at + size - 1, at + 2 * size - 2
        start, end = tokens.starts[at], tokens.ends[last]
        words = tokens.lowers[at:link]
        plain = all(map(str.isalpha, words)) and len(set(words)) == len(words)
        # Where the phrase and its "and" both come again, that is one repetition of the whole.
        joined = tokens.lowers[link] == "and" and same[link : link + 1] != b"\1"
        if joined and plain and not doc.in_quote(start):
            message = f"{doc.text[start : tokens.ends[link - 1]]!r} is joined to itself"
            edits = (Edit(tokens.ends[link - 1], end, ""),)
            yield Hit(start, end, message, edits=edits, severity=Severity.WARNING)
        at = same.find(b"\1" * (size - 1), last)


def _hit(doc: Document, at: int, size: int, last: int) -> Hit:
    tokens = doc.tokens
    first, second = tokens.starts[at], tokens.starts[at + size]
    end = tokens.ends[last + size - 1 - (last - at) % size] if size > 1 else tokens.ends[last]
    phrase = doc.text[first : tokens.ends[at + size - 1]]
    title = phrase[0].isupper() and phrase.istitle() and not lexicon().is_word(phrase.lower())
    kept = tokens.ends[at + size - 1]
    return Hit(
        first,
        end,
        f"{' '.join(phrase.split())!r} is repeated",
        suggestions=(phrase,),
        edits=(Edit(kept, end, ""),),
        severity=Severity.WARNING if title or second - kept > 1 else None,
    )


def _is_repetition(doc: Document, lowers: list[str], at: int, size: int, last: int) -> bool:
    """Say whether tokens [at, at + size) repeat by mistake."""
    tokens = doc.tokens
    words = lowers[at : at + size]
    if not all(word[0].isalnum() or word in _INNER for word in words):
        return False
    if not words[0][0].isalnum():
        return False
    if size > 1 and len(set(words)) == 1:
        return False
    start, end = tokens.starts[at], tokens.ends[at + 2 * size - 1]
    between = doc.text[tokens.ends[at + size - 1] : tokens.starts[at + size]]
    if "\n" in between or not between or "\n" in doc.text[start:end]:
        return False
    if doc.text[start - 1 : start] in ("-", "/", "#", "@") or doc.text[end : end + 1] in ("-", "/"):
        return False
    if size == 1:
        return _is_doubled_word(doc, lowers, at, last)
    if size == 2 and (words[0] in ("and", "by", "after", "to", "or") or words[1] in ("and", "by")):
        # "more and more and more", "again and again and"
        return False
    if size == 2 and words[0] in _PAIRED and words[1] in _BETWEEN_PAIRS:
        return False
    return not any(word.isdigit() for word in words)


def _is_doubled_word(doc: Document, lowers: list[str], at: int, last: int) -> bool:
    word = lowers[at]
    first, second = doc.tokens.texts[at], doc.tokens.texts[at + 1]
    before = lowers[at - 1] if at else ""
    after = lowers[last + 1] if last + 1 < len(lowers) else ""
    if word[0].isdigit() and not word.isdigit():
        return False
    mark = doc.text[doc.tokens.ends[last] :][:1]
    if word.isdigit():
        if len(word) >= MIN_DIGITS:
            return mark in (".", " ", "\n", ")", ",")
        return mark == "." and before.isalpha() and before.islower()
    if word in ("'s", "’s"):
        return False
    if last - at > 2 and word not in _LAUGHS and not doc.in_quote(doc.tokens.starts[at]):
        return True
    if word in _DOUBLED:
        # "so far far." but "far, far away".
        return mark == "." and before.isalpha() and word in _ENDING and last - at == 1
    if last - at == 1 and word in _SEAM_WORDS:
        return _is_false_seam(word, before, after, lowers[max(at - 6, 0) : at])
    if second[0].isupper() and not first[0].isupper():
        # "a fan of Of Mice and Men"
        return doc.tokens.texts[last + 1 : last + 2] == [after] and before != ""
    if first[0].isupper() and second[0].isupper():
        named = (
            len(first) > MIN_SURNAME
            and at > 0
            and doc.tokens.texts[at - 1][0].isupper()
            and before not in TITLES
        )
        named = named or (before in _PLACE_PREPOSITIONS and word not in _TWIN_NAMES)
        return named or _is_doubled_name(first, second, lowers, at)
    if len(word) == 1 and word not in ("a", "i"):
        return False
    return not (before == word or (first.isupper() and len(first) < 4))


def _is_false_seam(word: str, before: str, after: str, earlier: list[str]) -> bool:
    """Say whether a doubled word that may close a clause and open another does not."""
    if word == "that":
        said = before in _SAYING and after not in ("is", "was", "would", "had", "has", "will")
        return said or (
            after in _SUBJECTS and after not in ("the", "there", "in", "if", "when", "as")
        )
    if word in ("is", "was", "do", "did", "does"):
        return not any(w in ("what", "all", "which", "who", "it", "how") for w in earlier)
    if word in ("in", "on", "out", "up"):
        return before not in _PARTICLE_VERBS and not (earlier and earlier[-1].endswith("ing"))
    return word in ("it",) and before in ("that", "and", "but", "as", "because", "when")


def _is_doubled_name(first: str, second: str, lowers: list[str], at: int) -> bool:
    lower, known = lowers[at], lexicon()
    if lower in _TWIN_NAMES:
        return False
    if first.isupper() and len(first) < 4:
        return len(first) > 1 and at > 0
    for form in (lower, lower.removesuffix("s")):
        if known.zipf(form) >= COMMON_NAME and (known.is_word(form) or known.is_name(form)):
            return True
    return len(first) > MAX_NICKNAME


@check(
    "garble/refrain",
    severity=Severity.WARNING,
    flags=[
        "The head of the office of the head of the office met the head of the office in Rome.",
    ],
    keeps=["The head of an office met the head of the bank and the head of a police force."],
)
def refrain(doc: Document, ctx: Context) -> Iterator[Hit]:
    """The same four words three times in one sentence.

    A translation that runs in a circle says the same phrase again and again. Right in 89 of 100
    on human-annotated machine translation. Rhetoric does it on purpose inside quotations, lists
    with numbers and the names of things do it too; these are left alone.
    """
    tokens = doc.tokens
    lowers = tokens.lowers
    for sentence in doc.sentences:
        if sentence.end - sentence.start < MIN_REFRAIN_LETTERS:
            continue
        inside = tokens.within(*sentence)
        words = lowers[inside.start : inside.stop]
        if len(set(words)) > len(words) - REFRAIN_WORDS * (REFRAIN_TIMES - 1):
            continue
        grams = Counter(zip(words, words[1:], words[2:], words[3:], strict=False))
        often = [gram for gram, times in grams.most_common(3) if times >= REFRAIN_TIMES]
        often = [gram for gram in often if all(word[0].isalpha() for word in gram)]
        for gram in often:
            places = [
                i for i in inside if lowers[i] == gram[0] and tuple(lowers[i : i + 4]) == gram
            ]
            listed = any(tokens.texts[i].isdigit() for i in inside)
            named = any(tokens.texts[places[-1] + k][0].isupper() for k in range(REFRAIN_WORDS))
            if listed or named or doc.in_quote(tokens.starts[places[0]]):
                continue
            if len(places) >= REFRAIN_TIMES:
                last = places[-1]
                yield Hit(
                    tokens.starts[last],
                    tokens.ends[last + REFRAIN_WORDS - 1],
                    f"{' '.join(gram)!r} stands {len(places)} times in this sentence",
                )
                break

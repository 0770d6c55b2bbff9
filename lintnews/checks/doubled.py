"""Whether a word said twice in a row is a slip, or English."""

from __future__ import annotations

from ..document import Document
from ..text.lexicon import lexicon
from ..text.titles import TITLES

# Numbers shorter than this repeat in tables and scores ("0 0"), longer ones do not.
MIN_DIGITS = 3
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
# "so that that the boat": a clause starts with these.
_CLAUSE_STARTS = frozenset("the a an his her its their our my he she they we it".split())
# "They say that that was it" is right; "they believe that that the" is not.
_SAYING = frozenset(
    """explained believe believes believed think thinks announced stressed stated noted emphasized
    emphasised claimed reported warned confirmed""".split()
)
_PLACE_PREPOSITIONS = frozenset("in at near from to".split())
_ENDING = frozenset("far there here now then more again well home work money long".split())
# Spaniards have two family names, and they may be the same: Ana López López.
_SPANISH = (
    "ez",
    "garcía",
    "garcia",
    "silva",
    "santos",
    "ruiz",
    "moreno",
    "gomes",
    "lopes",
    "nunes",
    "rodrigues",
)
# Behind these a doubled capital is the title of a work: the series Soldier Soldier.
_WORKS = frozenset(
    """series serial sitcom soap drama show film movie comedy band duo group song single album book
    novel play musical opera game called titled named entitled starring""".split()
)
_LAUGHS = frozenset("ha hah haha heh he ho no yeah la na da blah very so really".split())
# A sentence that starts twice: "It It seems".
_HEADS = frozenset("It He She They We This In On At For With As But If When While After".split())
_TWIN_NAMES = frozenset(
    "duran sirhan walla pago bora phi wagga lomi sing baden boutros humbert major the lang ling bing xing ping ting".split()
)


def is_doubled_word(doc: Document, lowers: list[str], at: int, last: int) -> bool:
    """Say whether tokens `at` to `last` of the document say one word twice by mistake."""
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
    if first == second and first in _HEADS and after[:1].islower():
        return True
    if last - at == 1 and word in _SEAM_WORDS:
        return _is_false_seam(word, before, after, lowers[max(at - 6, 0) : at])
    if second[0].isupper() and not first[0].isupper():
        # "a fan of Of Mice and Men"
        return doc.tokens.texts[last + 1 : last + 2] == [after] and before != ""
    if first[0].isupper() and second[0].isupper():
        if before in _WORKS or (
            word.endswith(_SPANISH)
            and at > 0
            and before not in TITLES
            and doc.tokens.texts[at - 1][0].isupper()
        ):
            return False
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
    if word == "who":
        # "Those who who governed"; "they know who who is" is right.
        return before in ("those", "all", "people", "men", "women", "man", "woman", "one")
    if word == "that" and before == "so":
        return after in _CLAUSE_STARTS
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

"""Function words that cannot stand beside each other: words were lost, moved or added."""

from __future__ import annotations

from collections.abc import Iterator

from ..document import Document
from ..findings import Hit, Severity
from ..lazy import lazy_pattern
from ..text.tags import ADJECTIVE, ING, MOSTLY_VERB, tags
from .density import weighed
from .registry import Context, check

# So many weak collisions in one sentence make it certain that its words are shuffled.
SALAD = 2
_SUBJECTS = "he she they we i"
_MODALS = "would could should will may must might can cannot"
_FINITE = "is are was were has have had does did would could should will can may"

# First words, and the words that never follow any of them directly in right English.
_STRONG = (
    (
        "the a an",
        """of with from at by into onto upon during between against among amid towards or nor
        because than if which whom when although since unless until is was were has have had does
        did would could should cannot shall been be am he she they we i him them us me those this
        his her their our my your its the there""",
    ),
    ("the", "a an and to for that who are ,"),
    ("an", "a the and to for that who are"),
    ("a", "the for that who"),
    (
        "its their our my your every",
        """of from with for at by into onto upon during between against among and or but because
        than if when although since unless until is are was were has have had does did would could
        should cannot been be am he she they we i him them us these those this his my your the a
        an there""",
    ),
    (
        "of from with into during among between against amid toward towards onto for at",
        f"{_SUBJECTS} would could should cannot",
    ),
    ("of", "is are was were has had or with"),
    ("to", f"was were has had {_SUBJECTS} of does did been would could should"),
    ("is are was were am", "am would could should will can may does do did had"),
    (_MODALS, "are was were am had did does been would could should must might"),
    (_SUBJECTS, "the an he she they we i than"),
    ("very", "the an is are was were and or he she they we"),
)
# Pairs that right English holds now and then; two of them in one sentence are shuffled words.
_WEAK = (
    (
        "the a an its their our my your every",
        f"of to in on at by for from with into {_FINITE} {_SUBJECTS} and or that if . , been be",
    ),
    ("of to in on at by for from with into during between against about", _FINITE),
    ("through after under over than as", "are was were has had does would should"),
    ("of from into during between against", "and or if . ,"),
    (_FINITE, f"{_FINITE} of"),
    ("has have had does did would could should will can may", "if"),
    ("and or but", "and or but . been than"),
    (_SUBJECTS, "of in to at from for than on about his their its a"),
    ("which who when while because although if since where", ". and or than"),
    ("him them us her", "has was is of"),
    ("his their", "is has was the a of ."),
    ("very", ". of is are he they"),
)
_PREPOSITIONS = frozenset("of to with for from at into".split())
_NEVER_WEAK = frozenset(
    (*((modal, "have") for modal in _MODALS.split()), *((w, "can") for w in "a the my his".split()),
     ("the", "will"), ("a", "will"), ("to", "have"), ("has", "had"), ("have", "had"), ("had", "had"), ("a", "not"), ("is", "of"),
     ("are", "of"), ("was", "of"), ("were", "of"), ("to", "of"), ("that", "and"), ("her", "of"))
)  # fmt: skip


_NOBODY = lazy_pattern(
    r" that (?:(?:is|was|are|were) (?:[a-z]+ly |still |already |now |not )?(?P<verb>[a-z]+ing)|(?:has|have) been)\b"
)
# "will not to comment": behind a modal and "not" no "to" stands.
_NOT_TO = lazy_pattern(r"\b(?:can|will|should|must|may|might) not to(?= [a-z]+)")
_SAYING = frozenset(
    """said says added adds stated announced stressed noted reported believes claimed claims
    insisted confirmed emphasized emphasised""".split()
)
# "The who, where and when of it".
_ASKING = frozenset("who what where when why how".split())
# What "that" itself can do.
_HAPPENING = frozenset("going happening changing coming working being".split())


def _table(pairs: tuple[tuple[str, str], ...]) -> dict[str, frozenset[str]]:
    table: dict[str, frozenset[str]] = {}
    for firsts, seconds in pairs:
        after = frozenset(seconds.split())
        for word in firsts.split():
            table[word] = table.get(word, frozenset()) | (after - {word})
    return table


_FIRM = _table(_STRONG)
_LOOSE = {
    word: frozenset(s for s in after if (word, s) not in _NEVER_WEAK)
    for word, after in _table(_WEAK).items()
}


@check(
    "garble/word-collision",
    severity=Severity.WARNING,
    confidence=0.93,
    flags=[
        "He saw the a house on the hill.",
        "It was will be the end of the row.",
        "Duty are from the country that this goods imported the of most.",
    ],
    keeps=[
        "That was the A team’s answer to the is-it-art question.",
        "The who’s who of it; the whys and the hows; a to-do list; a not for profit firm.",
        "“The” is an article, and the “of” is none.",
        "What he is is a thief. The best there is is here. Those he had had to go.",
    ],
)
def word_collision(doc: Document, ctx: Context) -> Iterator[Hit]:
    """Two function words that cannot follow each other: "the a", "the of", "was will be".

    A word was lost between them, or the translator's second choice stayed beside the first. Pairs
    that right English holds rarely count where one sentence has two of them. So does "said that is
    waiting", where nobody waits. In 110,000 words of human translation no sure pair was found; on
    machine-translated news, pages of such sites and edited news 7 of 7 were right.
    """
    yield from _subject_lost(doc)
    yield from weighed(doc, _not_to(doc))
    tokens = doc.tokens
    lowers, texts = tokens.lowers, tokens.texts
    weak: list[int] = []
    firm = -1
    before = ""
    for i, word in enumerate(lowers):
        if before in _FIRM and word in _FIRM[before]:
            listed = word in _ASKING and texts[i + 1 : i + 2] == [","]
            if _is_plain(doc, i) and not _is_stranded(lowers, i) and not listed:
                firm = i
                yield _hit(doc, i - 1, i, f"{texts[i - 1]} {word}: these words do not go together")
        elif before in _LOOSE and word in _LOOSE[before] and _is_plain(doc, i):
            weak.append(i)
        before = word
    if len(weak) < SALAD:
        return
    sentences: dict[int, list[int]] = {}
    for i in weak:
        sentences.setdefault(doc.sentence_at(tokens.starts[i]).start, []).append(i)
    for places in sentences.values():
        if len(places) >= SALAD and places[-1] != firm:
            yield _hit(doc, places[0] - 1, places[0], "the words of this sentence are shuffled")


def _subject_lost(doc: Document) -> Iterator[Hit]:
    """Yield "said that is watching closely": nobody is said to do it."""
    text = doc.text
    for match in _NOBODY.finditer(text):
        verb = match.group("verb")
        before = text[max(match.start() - 12, 0) : match.start()].rsplit(None, 1)[-1:]
        if not before or before[0] not in _SAYING or doc.in_quote(match.start()):
            continue
        if verb is None or (
            tags().of(verb) & ING and verb not in _HAPPENING and not tags().of(verb) & ADJECTIVE
        ):
            yield Hit(match.start() + 1, match.end(), "the subject after 'that' is missing")


def _not_to(doc: Document) -> Iterator[Hit]:
    """Yield "will not to comment"."""
    for match in _NOT_TO.finditer(doc.text):
        yield Hit(*match.span(), f"{match.group()}: these words do not go together")


def _is_stranded(lowers: list[str], i: int) -> bool:
    """Say whether a preposition belongs to the verb before it: "the man he spoke of was"."""
    return lowers[i - 1] in _PREPOSITIONS and i > 1 and bool(tags().of(lowers[i - 2]) & MOSTLY_VERB)


def _hit(doc: Document, first: int, last: int, message: str) -> Hit:
    return Hit(doc.tokens.starts[first], doc.tokens.ends[last], message)


def _is_plain(doc: Document, i: int) -> bool:
    """Say whether two tokens stand as plain words: no names, no hyphens, no line between."""
    tokens, text = doc.tokens, doc.text
    first, second = tokens.texts[i - 1], tokens.texts[i]
    if second == "." and text[tokens.ends[i] : tokens.ends[i] + 1].strip():
        return False
    between = text[tokens.ends[i - 1] : tokens.starts[i]]
    if between != " " and (between or second.isalnum()):
        return False
    if second.isalpha() and not second.islower():
        return False
    if not first.islower() and (len(first) == 1 or not first[1:].islower()):
        return False
    if not first.islower() and not doc.opens_sentence(tokens.starts[i - 1]):
        return False
    start = tokens.starts[i - 1]
    before = text[start - 1 : start]
    after = text[tokens.ends[i] : tokens.ends[i] + 1]
    return before in ("", " ", "\n", "“", '"', "(") and after not in ("-", "’", "'", "”", '"', "/")

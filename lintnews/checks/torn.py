"""Sentences torn off others: fragments without a verb, and sentences that stop half way."""

from __future__ import annotations

from collections.abc import Iterator

from ..document import Document
from ..findings import Hit, Rule, Severity
from ..text.lexicon import lexicon
from ..text.segment import Span
from ..text.tags import BASE, ING, MOSTLY_VERB, PARTICIPLE, PAST, tags
from ..text.titles import CALENDAR
from ..text.verbs import PRONOUNS, has_finite_verb
from .cut_ends import cut_ends
from .headless import headless
from .lone_subject import is_lone_subject
from .participle import is_participle
from .registry import Context, check

# A longer fragment is no fragment but a sentence whose verb the gate did not see, in tokens.
MAX_TOKENS = 9
# One that starts with "by" or "of" may be longer.
MAX_TORN_TOKENS = 13
# Who speaks to readers breaks sentences off on purpose: "We will vote. By our own will."
_SPOKEN = frozenset("you your yours we our ours us i my mine me".split())
# A shorter sentence is an answer, in tokens.
MIN_LOST = 3
# The sentence before a torn one is a whole one, in tokens.
MIN_BEFORE = 6
# An article with so many fragments is written that way.
MAX_FRAGMENTS = 3
_QUOTES = tuple("“\"'‘„«(—–-•*[")
_TORN_STARTS = frozenset("by of from with and or which whose including according than".split())
_AGENT_WORDS = frozenset("by in on at to for from with as of the a".split())
# Behind these and a comma the sentence itself follows.
_WITH_CLAUSE = frozenset("according including".split())
# A shorter piece behind "and" is meant, in words; a longer row of names is a list.
MIN_JOINED, MAX_NAME_WORDS = 4, 3
_SET_PHRASES = frozenset(
    ("and so on", "and so forth", "and then some", "of course", "by no means", "of course not",
     "and not just", "and rightly so", "with good reason", "by choice", "by design")
)  # fmt: skip
_BEFORE_DATES = frozenset("on in until since from by".split())
_LONELY = frozenset("had has have".split())
_HAVE = frozenset(
    "had has have having hasn't hadn't haven't hasn’t hadn’t haven’t 've ’ve 'd ’d".split()
)
# A sentence with one of these may end with the verb of its second half.
_WHICH = frozenset(
    """who whom whose which what that how where when why if whether as than all everything whatever
    but because while""".split()
)
_PLACED = frozenset("at in by from to on with for".split())
_NO_ENDS = frozenset(
    """the a an of and or but with to from by at for into their its his our my your on
    which whose than because although while if that as""".split()
)
_UNFINISHED = Rule(
    id="garble/unfinished",
    severity=Severity.ERROR,
    confidence=0.95,
    summary="A sentence that stops after an article or a preposition that needs more.",
    why="The rest of the sentence was lost: “the trigger mechanism of the.” Verbs with a particle "
    "(“the man he spoke to.”), echoes (“They had.”) and abbreviations are kept. An auxiliary behind a "
    "name, a cut-off teaser, name or paragraph is a warning. On machine-translated news and pages of "
    "such sites 14 of 14 were right, on edited news 2 of 2.",
    pack="built in",
    flags=(
        "The trigger mechanism of the. Ministers met in Vienna.",
        "The vote was held in Nagasaki and on the.",
    ),
    keeps=(
        "It was plan A. The man he spoke to. What is it for?",
        "He voted for.",
        "Move to the A.",
    ),
)


@check(
    "garble/torn-sentence",
    severity=Severity.WARNING,
    confidence=0.85,
    flags=[
        "The conduct of the war sparks tensions between the two countries. Hamas. The talks go on.",
        "Prime Minister Anna Berg thanking her allies and the voters of the north. They cheered.",
        "More than a million civilians have taken refuge there since May. By the Pentagon.",
        "Shares fell in Tokyo. Nordahl Land, which runs the old park in Hull. Oil rose.",
    ],
    keeps=[
        "Who won the war of words in the council chamber on Monday? Hamas.",
        "Not so fast. A disaster, said the neighbours. An eyesore.",
        "The talks between the two sides will go on in Geneva. Rain fell.",
        "Rain fell. The tables and all of the maps that the council showed stand on paper.example.cn",
    ],
    also=[_UNFINISHED],
)
def torn_sentence(doc: Document, ctx: Context) -> Iterator[Hit]:
    """A fragment without a verb inside a paragraph: "…sparks tensions. Hamas."

    A name or the agent of the sentence before ("By the Pentagon.") cut off and left behind. A
    gate of sure finite verbs decides what is a fragment. Articles that use fragments as style,
    answers to questions, quotations, headings, and pieces that speak to the reader are left alone.
    So does a sentence that begins with an auxiliary, asks nothing and orders nothing: "of the town.
    Are held absent." Longer sentences without a verb are not seen. On machine-translated news and
    pages of such sites 17 of 17 were right; 817 edited articles hold none.
    """
    tokens = doc.tokens
    fragments: list[tuple[Span, range]] = []
    whole = False
    total = 0
    starts = {span.start: span.end for span in doc.paragraphs}
    end_of_paragraph = 0
    for sentence in doc.sentences:
        inside = tokens.within(*sentence)
        opens = sentence.start in starts
        if opens:
            end_of_paragraph = starts[sentence.start]
            whole = False
        last_word = _unfinished(doc, sentence, inside)
        sure = last_word >= 0
        if sure or _is_lost(doc, inside):
            last_word = last_word if sure else inside.stop - 2
            yield Hit(
                tokens.starts[last_word],
                tokens.ends[inside.stop - 1],
                f"the sentence stops after {tokens.texts[last_word]!r}",
                rule=_UNFINISHED.id,
                severity=None if sure else Severity.WARNING,
            )
        elif is_lone_subject(doc, sentence):
            yield Hit(sentence.start, sentence.end, "a subject without its verb")
        elif is_participle(doc, sentence, inside):
            yield Hit(
                sentence.start, sentence.end, "a sentence with a participle where its verb belongs"
            )
        elif len(inside) <= _limit(doc, inside) and _is_fragment(doc, sentence, inside):
            total += 1
            lone = opens and sentence.end == end_of_paragraph
            if whole and not opens and not lone:
                fragments.append((sentence, inside))
        else:
            whole = len(inside) >= MIN_BEFORE and doc.text[sentence.end - 1] in '.”"'
    yield from cut_ends(doc, _UNFINISHED.id)
    yield from headless(doc)
    if total > MAX_FRAGMENTS:
        return
    for sentence, inside in fragments:
        reason = _reason(doc, inside)
        if reason:
            yield Hit(sentence.start, sentence.end, f"a torn-off piece of a sentence: {reason}")


def _limit(doc: Document, inside: range) -> int:
    """Return how many tokens a fragment that starts so may have."""
    torn = bool(inside) and doc.tokens.lowers[inside.start] in (*_TORN_STARTS, "after")
    return MAX_TORN_TOKENS if torn else MAX_TOKENS


def _is_fragment(doc: Document, sentence: Span, inside: range) -> bool:
    text = doc.text
    if (
        text[sentence.end - 1] != "."
        or text.endswith("..", 0, sentence.end)
        or text[sentence.start].startswith(_QUOTES)
    ):
        return False
    if len(inside) < 2 or doc.in_quote(sentence.start):
        return False
    lowers = doc.tokens.lowers[inside.start : inside.stop]
    return not has_finite_verb(lowers, doc.tokens.texts[inside.start : inside.stop])


def _unfinished(doc: Document, sentence: Span, inside: range) -> int:
    """Return the token after which a sentence stops too early, or -1."""
    tokens = doc.tokens
    last = inside.stop - 2
    if last <= inside.start or tokens.texts[inside.stop - 1] != ".":
        return -1
    word = tokens.lowers[last]
    if word in _LONELY and len(inside) == 3 and tokens.lowers[inside.start] in PRONOUNS:
        # "I had." is no answer where no question stands before it, and no echo where no verb does.
        asked = doc.text[max(sentence.start - 3, 0) : sentence.start]
        quoted = doc.in_quote(sentence.start) or "”" in asked or '"' in asked
        earlier = _sentence_before(doc, inside)
        if "?" not in asked and not quoted and sentence.start and word not in earlier:
            return last
    following = tokens.lowers[inside.stop] if inside.stop < len(tokens) else ""
    if word in _BEFORE_DATES and following in CALENDAR and tokens.texts[inside.stop].istitle():
        return last
    if word == "then" and tokens.lowers[last - 1] == "and" and len(inside) < MAX_TORN_TOKENS:
        return last
    if word not in _NO_ENDS or tokens.texts[last] != word or tokens.ends[last] != sentence.end - 1:
        return -1
    if word in ("the", "a", "an", "their", "its", "our", "my", "your", "and", "or", "whose"):
        return last
    if word in ("of", "for", "with", "from", "to", "by", "at", "into", "than") and len(inside) > 3:
        lowers = tokens.lowers[inside.start : inside.stop]
        if not has_finite_verb(lowers, tokens.texts[inside.start : inside.stop]):
            return last
    return -1


def _sentence_before(doc: Document, inside: range) -> list[str]:
    """Return the words of the sentence before: "They had signed. They had." is an echo."""
    lowers = doc.tokens.lowers
    start = max(inside.start - 1, 0)
    while start and lowers[start - 1] not in (".", "!", "?"):
        start -= 1
    return lowers[start : inside.start]


def _is_lost(doc: Document, inside: range) -> bool:
    """Say whether the rest of a sentence was lost: "Ms Larsen, the mayor, had.", "at the end of."."""
    tokens = doc.tokens
    last = inside.stop - 2
    if len(inside) <= MIN_LOST or tokens.texts[last + 1] != ".":
        return False
    word = tokens.lowers[last]
    if word == "of" and tokens.lowers[last - 2] == "the" and tokens.lowers[last - 3] in _PLACED:
        plain = tokens.lowers[last - 1].isalpha()
        return plain and _WHICH.isdisjoint(tokens.lowers[inside.start : last])
    return word in _LONELY and _is_lonely(doc, inside, last)


def _is_lonely(doc: Document, inside: range, last: int) -> bool:
    """Say whether nothing before the auxiliary at `last` tells what somebody had done."""
    tokens = doc.tokens
    start = tokens.starts[inside.start]
    if doc.in_quote(start) or doc.in_quote(tokens.starts[last]) or not start:
        return False
    subject = tokens.texts[last - 1 if tokens.texts[last - 1] != "," else last - 2]
    if not subject[0].isupper() or doc.text[start - 2 : start - 1] in ("?", ":"):
        return False
    words = tokens.lowers[inside.start : last]
    earlier = _sentence_before(doc, inside)
    if not _WHICH.isdisjoint(words) or not _HAVE.isdisjoint([*words, *earlier]):
        return False
    return not has_finite_verb(words, tokens.texts[inside.start : last])


def _is_order(word: str) -> bool:
    flags = tags().of(word)
    return bool(flags & MOSTLY_VERB and flags & BASE)


def _reason(doc: Document, inside: range) -> str:
    """Say why a fragment is torn off and not meant, or return an empty string."""
    tokens = doc.tokens
    first = tokens.lowers[inside.start]
    words = [tokens.texts[i] for i in inside if tokens.texts[i][0].isalnum()]
    if not _SPOKEN.isdisjoint(tokens.lowers[inside.start : inside.stop]):
        return ""
    if first == "and" and (len(words) < MIN_JOINED or _is_order(words[1])):
        # "And always." is rhetoric, "And try to win." an order.
        return ""
    if (
        first in _WITH_CLAUSE
        and "," in doc.text[tokens.starts[inside.start] : tokens.ends[inside.stop - 1]]
    ):
        return ""
    if first in _TORN_STARTS and " ".join(words).lower() not in _SET_PHRASES:
        return f"it starts with {first!r} and has no verb"
    if " ".join(words).lower() in _SET_PHRASES:
        return ""
    if first == "after" and "now" in tokens.lowers[inside.start : inside.stop]:
        # Bengali and Hindi reports: "After the mayor, now the councillors too."
        return "it starts with 'after', goes on with 'now' and has no verb"
    names = all(word[0].isupper() or word in ("of", "the", "and") for word in words)
    plain = lexicon().is_word(first) and lexicon().zipf(first) > 3 and first != "the"
    if (
        names
        and len(words) <= MAX_NAME_WORDS
        and not plain
        and not first.endswith("ing")
        and doc.text[tokens.ends[inside.stop - 2] :][:1] == "."
    ):
        return "a name alone"
    flags = tags().of(first)
    if (
        flags & PARTICIPLE
        and flags & PAST
        and first.endswith("ed")
        and len(words) > 2
        and (words[1] in _AGENT_WORDS)
    ):
        return "a participle without its subject"
    if flags & ING and first.endswith("ing") and len(words) > 2:
        return "a participle without its subject"
    return ""

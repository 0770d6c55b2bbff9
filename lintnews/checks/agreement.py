"""A short subject and a verb of the other number: "The rescuers was sent", "they has", "he have"."""

from __future__ import annotations

from collections.abc import Iterator

from ..document import Document
from ..findings import Edit, Hit, Severity
from ..lazy import lazy_pattern
from ..text.tags import ADJECTIVE, MOSTLY_NOUN, NOUN, PLURAL, THIRD, tags
from .counted import ends_phrase, is_countable, plural_of, stops_noun
from .registry import Context, check

# Verb of one -> of many, and back.
_MANY = {
    "is": "are", "was": "were", "has": "have", "does": "do", "isn't": "aren't", "wasn't": "weren't",
    "hasn't": "haven't", "doesn't": "don't", "isn’t": "aren’t", "wasn’t": "weren’t",
    "hasn’t": "haven’t", "doesn’t": "don’t",
}  # fmt: skip
_ONE = {many: one for one, many in _MANY.items()}
# "As if he were", "were she": right at times.
_WISHED = frozenset(["were", "weren't", "weren’t"])
_OF_MANY = frozenset(["they", "we"])
_OF_ONE = frozenset(["he", "she"])
# Behind these a clause starts with its subject.
_CLAUSE = frozenset("and but because when while after before since although where so until".split())
_OWNERS = frozenset("his her their its our".split())
_COUNTS = frozenset(
    "two three four five six seven eight nine ten many several some most both".split()
)
_BEFORE_NOUN = _OWNERS | frozenset(["the", "these", "those"])
_BEFORE_MANY = _BEFORE_NOUN | _COUNTS | frozenset(["all"])
_BEFORE_ONE = _OWNERS | frozenset("the this that a an each every one another".split())
# People and things that are one: a team, a crew or a government may take either verb.
_PERSONS = frozenset(
    """man woman boy girl child person minister president leader spokesman spokeswoman official officer
    judge lawyer prosecutor mayor governor senator deputy ambassador coach player goalkeeper striker
    midfielder defender captain singer actor actress director author writer journalist reporter driver
    passenger victim suspect doctor patient teacher student soldier policeman policewoman king queen
    prince princess pope bishop husband wife father mother son daughter brother sister owner resident
    house car bus plane ship bridge road building film book match game law bill accident fire storm
    earthquake""".split()
)
_RELATIVE = frozenset("who which that what where of in on at".split())
# "three of the singers was": so many tokens before the verb.
PARTITIVE = 4
# Plurals that are one thing, or a sum: "the news is", "the ten miles was". So are all in -ics.
_SINGULAR = frozenset(
    """news series species means works headquarters crossroads barracks premises whereabouts shambles
    gallows measles mumps billiards darts dominoes cards sports games arts remains odds thanks woods
    sales grounds communications lights years months weeks days hours minutes seconds decades miles
    metres meters kilometres kilometers yards feet inches dollars pounds euros percent points proceeds
    basics finals police data media staff crew""".split()
)
# Determiners beside a noun that ends its phrase.
_DETERMINED = lazy_pattern(
    r"(?<![\w’'-])([Tt]his|[Ee]very|[Ee]ach|[Aa]nother|an?|[Tt]hese|[Tt]hose) ([a-z]{4,})([.,;](?!\w)|\s[a-z]+\b)"
)
_ARTICLES = frozenset(["a", "an"])
# "Members of the Garden Guild was": a head in the plural, and a body's name.
_HEADS = frozenset(
    """Members Residents Employees Workers Supporters Leaders Representatives Officials Officers Soldiers Students
    Fans Players Citizens Fighters Deputies Experts Scientists Relatives Inhabitants Divers Firefighters""".split()
)
_MEMBERS = lazy_pattern(
    r"(?P<head>[A-Z][a-z]+s) of (?:the )?[A-Z][\w’'-]+(?: (?:[A-Z][\w’'-]+|of|and|the|for)){0,5} "
    r"(?P<verb>was|is|has)\b"
)
_MODALS = frozenset("must can will may might should would could".split())
_THESE = frozenset(["these", "those"])
_IRREGULAR = frozenset("people men women children policemen".split())
_KINDS = frozenset(["kind", "sort", "type"])


@check(
    "garble/agreement",
    severity=Severity.WARNING,
    confidence=0.85,
    fixable=True,
    flags=[
        "The rescuers was sent to the valley. The old houses has no roof, and they was sold.",
        "The minister have signed it. He have two dogs.",
        "There is many ways into the wood. Two people was hurt.",
        "Every citizens must vote for this reasons.",
    ],
    keeps=[
        "The news is good, the team have won and the two weeks was long. The politics has changed.",
        "“They was robbed,” he said. If he were king, should he have a crown?",
        "The man with the dogs was seen. The bus drivers union is large. It is they who are late.",
        "They demanded that he have a lawyer. The number of houses is small.",
    ],
)
def agreement(doc: Document, ctx: Context) -> Iterator[Hit]:
    """A verb of one behind a subject of many, or the reverse: "The rescuers was sent", "he have".

    Chinese, Japanese, Turkish, Persian and Urdu do not tell the numbers of nouns and verbs apart as
    English does, and authors who write in a second language mix them. Only subjects that open their
    sentence and stand beside the verb are looked at, and pronouns; what somebody says is left alone.
    Teams, crews and governments may take either verb, and subjects with more words between are not
    seen. Rare: on pages of such sites 2 of 2 were right; 468,000 words of edited news hold none.
    """
    tokens = doc.tokens
    for at, verb in enumerate(tokens.lowers):
        right = _MANY.get(verb) or _ONE.get(verb)
        if right is None or at == 0:
            continue
        hit = _there(doc, at, right) or _disagreement(doc, at, right)
        if hit is not None:
            yield hit
    yield from _determiners(doc)
    if not _HEADS.isdisjoint(tokens.vocabulary):
        yield from _members(doc)


def _there(doc: Document, at: int, right: str) -> Hit | None:
    """Return the hit of "There is many", "There was several" around the verb at `at`, or None."""
    tokens, lowers = doc.tokens, doc.tokens.lowers
    if lowers[at - 1] != "there" or lowers[at] not in ("is", "was", "has"):
        return None
    if lowers[at + 1 : at + 2] not in (["many"], ["several"]):
        return None
    start, end = tokens.starts[at - 1], tokens.ends[at + 1]
    if doc.in_quote(start):
        return None
    edits = (Edit(tokens.starts[at], tokens.ends[at], right),)
    return Hit(start, end, f"{tokens.texts[at + 1]!r} takes {right!r}", edits=edits)


def _disagreement(doc: Document, at: int, right: str) -> Hit | None:
    """Return the hit of a subject that is not of the number of the verb at `at`, or None."""
    tokens = doc.tokens
    verb = tokens.texts[at]
    first = _subject(doc, at, verb) if verb.islower() else None
    if first is None or doc.in_quote(tokens.starts[at]):
        return None
    start, end = tokens.starts[first], tokens.ends[at]
    if doc.text[start:end].count(" ") != at - first:
        return None
    shown = " ".join(tokens.texts[first:at])
    return Hit(
        start,
        end,
        f"{shown!r} takes {right!r}",
        suggestions=(f"{shown} {right}",),
        edits=(Edit(tokens.starts[at], end, right),),
    )


def _members(doc: Document) -> Iterator[Hit]:
    """Yield heads in the plural that open a sentence, with a body's name: "Members of the Guild was"."""
    for match in _MEMBERS.finditer(doc.text):
        start = match.start()
        opens = match["head"] in _HEADS and doc.opens_sentence(start)
        if opens and not doc.in_quote(start):
            right = _MANY[match["verb"]]
            said = f"{match['head']!r} takes {right!r}"
            yield Hit(*match.span(), said, edits=(Edit(*match.span("verb"), right),))


def _subject(doc: Document, at: int, verb: str) -> int | None:
    """Return the first token of a subject that disagrees with the verb at `at`, or None."""
    lowers = doc.tokens.lowers
    word, one = lowers[at - 1], verb in _MANY
    if word in _OF_MANY or word in _OF_ONE:
        wrong = word in (_OF_MANY if one else _OF_ONE) and verb not in _WISHED
        return at - 1 if wrong and _opens(doc, at - 1, pronoun=True) else None
    if not word.isalpha() or not doc.tokens.texts[at - 1].islower():
        return None
    if not (_is_plural(word) if one else word in _PERSONS):
        return None
    openers = _BEFORE_MANY if one else _BEFORE_ONE
    if one and (start := _partitive(doc, at)) is not None:
        return start
    for first in (at - 2, at - 3):
        if first < 0:
            return None
        if lowers[first] in openers or (one and lowers[first].isdigit()):
            return first if _opens(doc, first) else None
        between = lowers[first]
        if (
            between.endswith("s")
            or between in _RELATIVE
            or not tags().of(between) & (ADJECTIVE | NOUN)
        ):
            return None
    return None


def _partitive(doc: Document, at: int) -> int | None:
    """Return the first token of "three of the singers" before the verb at `at`, or None."""
    lowers = doc.tokens.lowers
    if at >= PARTITIVE and lowers[at - 3] == "of" and lowers[at - 2] in _BEFORE_NOUN:
        return at - PARTITIVE if lowers[at - PARTITIVE] in _COUNTS else None
    return None


def _is_plural(word: str) -> bool:
    flags = tags().of(word)
    return (
        bool(flags & PLURAL and flags & MOSTLY_NOUN)
        and word not in _SINGULAR
        and not word.endswith("ics")
    )


def _is_many(determiner: str, noun: str) -> bool:
    """Say whether a noun of many stands behind a determiner of one, and no verb: "this rises"."""
    verb = determiner == "this" and tags().of(noun) & THIRD
    irregular = determiner in ("each", "every") and noun in _IRREGULAR
    return irregular or (noun.endswith("s") and _is_plural(noun) and not verb)


def _opens(doc: Document, at: int, pronoun: bool = False) -> bool:
    """Say whether a token opens its sentence; a pronoun may open a clause."""
    tokens = doc.tokens
    if doc.opens_sentence(tokens.starts[at]):
        return True
    before = tokens.lowers[at - 1] if at else ""
    return before == ":" or (pronoun and before in _CLAUSE)


def _determiners(doc: Document) -> Iterator[Hit]:
    """Yield determiners of one before a noun of many, and of many before one: "these problem of"."""
    for match in _DETERMINED.finditer(doc.text):
        determiner, noun, behind = match.groups()
        lower = determiner.lower()
        right = plural_of(noun) if lower in _THESE else ""
        if right:
            wrong = noun not in _KINDS and ends_phrase(behind) and is_countable(noun, right)
        else:
            wrong = _is_many(lower, noun) and _ends_noun(lower, behind)
        if wrong and not doc.in_quote(match.start()):
            yield Hit(
                match.start(),
                match.end(2),
                f"{determiner!r} does not agree with {noun!r}",
                suggestions=(f"{determiner} {right}",) if right else (),
                edits=(Edit(*match.span(2), right),) if right else (),
            )


def _ends_noun(determiner: str, behind: str) -> bool:
    """Say whether the noun between a determiner of one and what stands behind it is no compound's first."""
    if stops_noun(behind):
        return True
    following = behind.strip()
    plain = following in _MODALS or not tags().of(following) & NOUN
    return plain and determiner not in _ARTICLES

"""A surname that nobody bears in the article, near that of somebody who is in it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from rapidfuzz.distance import OSA

from ..document import Document
from ..findings import Hit, Severity
from ..names.bare import bare_forms
from ..names.fold import one_deletes, skeleton
from ..names.inflect import is_inflected
from ..names.judge import judge
from ..names.meant import Meant, meant
from ..names.parts import name_parts
from ..names.store import Names
from ..names.strays import Stray, strays
from ..names.verdict import Verdict
from ..text.lexicon import lexicon
from .inconsistent import spelled_twice
from .registry import Context, check

# Mentions that make a person or body of the article salient: its story is about them.
SALIENT_MENTIONS = 4
# Occurrences above which a stray name is somebody, not a slip.
MOST_STRAYS = 1
# Share of the longer name's letters that may differ.
MOST_DIFFERS = 0.45
MIN_LETTERS = 4
# Prominence (1 to 5) of people whom news names without an introduction.
FAMOUS_WEIGHT = 4


@check(
    "name/unintroduced",
    severity=Severity.WARNING,
    confidence=0.82,
    flags=(
        "Defense Minister Yoav Gallant spoke on Sunday. Gallant praised the army. Gallant left for "
        "Rafah. Gallant came back on Monday. Grant met his deadline. Israel welcomed it.",
        "The referee Anton Koler counted again. Cooler said that the goal was good.",
        "The spokeswoman Elena Turchina spoke. Turchin added that it was late.",
        "The painter Jang Hae-won sold a picture. Chang then said that it was his last.",
        "The smith Otto Steinbach won. In the second half Stonebrook was replaced by a boy.",
        "The rider Paul Nebel fell. Fog missed the second race too.",
        "The rider Pedro del Toro won. “Pedro of the Bull is 21,” his mother said.",
    ),
    keeps=(
        "Defense Minister Yoav Gallant spoke on Sunday. Gallant praised the army. Gallant left. "
        "Gallant came back. The lawyer Ulysses Grant met him. Grant then left.",
        "Theresa May spoke on Sunday. May said no. May left. May came back. Mary waited.",
        "The referee Anton Koler counted again. Cooler weather came on Sunday.",
        "The spokeswoman Elena Turchina and her husband came. Turchin added that it was late.",
        "The rider Paul Nebel fell. Fog covered the hills, and Nebel missed the second race.",
    ),
)
def unintroduced(doc: Document, ctx: Context) -> Iterator[Hit]:
    """A surname appears that nobody in the article bears, close to that of somebody in it.

    "Grant met a Sunday deadline" in a story about Yoav Gallant: a real surname took the place
    of the right one. So may one that sounds like somebody introduced (Cooler for Koler), by
    another language's letters too (Chang for Jang), their form of the other sex (Zakharov for
    Zakharova) or in another case (Orponin for Orpo), and a word or another reading that stands
    for a name of the article (Stonebrook for Steinbach, of the Bull for del Toro), also in the
    place of a first name, behind Mr. or Ms., and as a people ("the Austrian" where nothing else
    is Austrian). What is a word or a common name is marked only where it does what people do.
    Line-ups, people who are introduced and names that stand often are left alone.

    Limits: always a suggestion, never an automatic fix; somebody known to every reader without
    an introduction can be meant.
    """
    if not isinstance(ctx.names, Names):
        return
    verdicts = judge(doc, ctx.names)
    twice = spelled_twice(doc, ctx.names)
    said = {hit.start for hit in twice}
    right = {suggestion for hit in twice for suggestion in hit.suggestions}
    for stray in chain(strays(doc, verdicts, ctx.names), bare_forms(doc, verdicts, ctx.names)):
        if stray.start not in said and doc.text[stray.start : stray.end] not in right:
            said.add(stray.start)
            yield _sounding(doc, stray)
    for word in meant(doc, verdicts):
        if word.start not in said:
            said.add(word.start)
            yield _translated(doc, word)
    salient = _salient(verdicts)
    if not salient:
        return
    borne = {part for v in verdicts if v.group.full for part in v.group.parts}
    for verdict in verdicts:
        target = _meant(verdict, salient, borne, ctx.names)
        if target is not None:
            name, count = target
            mention = verdict.group.mentions[0]
            if mention.start in said:
                continue
            yield Hit(
                mention.start,
                mention.end,
                f"{mention.text}: nobody of this name is introduced; probably {name} is meant",
                suggestions=(name,),
                evidence=(f"{name} stands {count} times in this article",),
                cluster=f"stray-{mention.start}",
            )


def _sounding(doc: Document, stray: Stray) -> Hit:
    written, right = doc.text[stray.start : stray.end], stray.right
    if right == stray.person.word:
        message = f"{written}: nobody of this name is introduced; probably {right} is meant"
    else:
        message = f"{written} stands beside {right} in one article: expected {right}"
    return Hit(
        stray.start,
        stray.end,
        message,
        suggestions=(right,),
        evidence=(f"{stray.person.name} is introduced in this article", stray.why),
        cluster=f"stray-{stray.start}",
    )


def _translated(doc: Document, word: Meant) -> Hit:
    written = doc.text[word.start : word.end]
    why = "a translation" if word.is_word else "another reading"
    return Hit(
        word.start,
        word.end,
        f"{written} is {why} of {word.right}: probably {word.name} is meant",
        suggestions=(word.right,),
        evidence=(f"{word.name} stands in this article",),
        cluster=f"stray-{word.start}",
    )


def _salient(verdicts: list[Verdict]) -> dict[str, tuple[str, int]]:
    """Return folded last part -> (right form, mentions) of who the article is about."""
    counts: dict[str, tuple[str, int]] = {}
    for verdict in verdicts:
        if verdict.target is None:
            continue
        form = verdict.right or verdict.target.text
        parts = name_parts(form)
        if parts and len(parts[-1]) >= MIN_LETTERS:
            word = form.split()[-1]
            held = counts.get(parts[-1], (word, 0))
            counts[parts[-1]] = (held[0], held[1] + len(verdict.group.mentions))
    return {part: held for part, held in counts.items() if held[1] >= SALIENT_MENTIONS}


def _meant(
    verdict: Verdict, salient: dict[str, tuple[str, int]], borne: set[str], names: Names
) -> tuple[str, int] | None:
    """Return the salient name that a stray bare name stands for, or None."""
    group = verdict.group
    if verdict.status not in ("unknown",) or group.full or group.acronym:
        return None
    part = group.parts[-1]
    if len(group.mentions) > MOST_STRAYS or len(part) < MIN_LETTERS or part in borne:
        return None
    known = lexicon()
    if not known.is_borne(part):
        return None
    if any(form.entry.weight >= FAMOUS_WEIGHT for form in names.bearers(part)):
        return None
    keys = one_deletes(skeleton(part))
    for target, held in salient.items():
        if target == part or is_inflected(part, target):
            continue
        if keys & one_deletes(skeleton(target)) and _could_become(part, target):
            return held
    return None


def _could_become(part: str, target: str) -> bool:
    """Say whether a translation could turn `target` into the real name `part`.

    The ends stay and the middle changes (Gallant, Grant), or the first letter is lost with one
    more slip (Hamas, Maas).
    """
    differs = OSA.distance(part, target)
    ends = part[0] == target[0] and part[-1] == target[-1]
    if ends and differs <= MOST_DIFFERS * max(len(part), len(target)):
        return True
    return len(part) == len(target) - 1 and OSA.distance(part, target[1:]) <= 1

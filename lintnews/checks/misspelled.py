"""Names that the lists spell otherwise."""

from __future__ import annotations

from collections.abc import Iterator

from ..document import Document
from ..findings import Edit, Hit, Severity
from ..names.endings import turkish_endings
from ..names.judge import ERROR_ODDS, judge
from ..names.linked import Linked, linked
from ..names.spun_names import spun_names
from ..names.store import Names
from ..names.verdict import Verdict, confidence
from .registry import Context, check

# Confidence that "of" between two parts of a listed name stands for its particle, "the Sudanese"
# for al-Sudani, and what follows an apostrophe for the ending of a case.
PARTICLE_SURE = 0.93


@check("name/misspelled", severity=Severity.ERROR, lang=("*",), fixable=True)
def misspelled(doc: Document, ctx: Context) -> Iterator[Hit]:
    """A well-known name is spelled wrong: "Yov Galante" for Yoav Gallant.

    The name stands near a listed one, and the spelling, the title beside it, the country and the
    other names of the article say who is meant. The message gives the evidence. So are names that
    another language's grammar holds: half translated (New Sad), by origin (Mohammed Shia the
    Sudanese), with a Turkish ending (Ankara'nın). Mohammed and Mohammad are one name.

    Limits: people who are on no list are not corrected; add them with --names. A right name that
    is as near to a listed one and stands in its office is taken for it. Single names
    in well-formed pinyin are left alone. On human-annotated machine translation 8 of 10 were right.
    """
    if not isinstance(ctx.names, Names):
        return
    verdicts = judge(doc, ctx.names)
    for number, verdict in enumerate(verdicts):
        if verdict.status in ("misspelled", "wrong"):
            yield from _hits(verdict, number)
    for name in linked(doc, verdicts, ctx.names):
        yield _rewritten(doc, name)
    for name in turkish_endings(doc, ctx.names):
        yield _rewritten(doc, name)
    for name in spun_names(doc, ctx.names):
        yield _rewritten(doc, name)


def _rewritten(doc: Document, name: Linked) -> Hit:
    written = doc.text[name.start : name.end].replace("\n", " ")
    return Hit(
        name.start,
        name.end,
        f"{written}: expected {name.right} ({name.why})",
        suggestions=(name.right,),
        evidence=(name.why,),
        edits=(Edit(name.start, name.end, name.right),),
        severity=Severity.WARNING,
        confidence=PARTICLE_SURE,
        cluster=f"name-{name.right.lower()}",
    )


def _hits(verdict: Verdict, number: int) -> Iterator[Hit]:
    severity = Severity.ERROR if verdict.odds >= ERROR_ODDS else Severity.WARNING
    for mention in verdict.group.mentions:
        right = verdict.right
        if mention.capitals:
            right = right.upper()
        said = "; ".join(verdict.evidence)
        yield Hit(
            mention.start,
            mention.end,
            f"{mention.text}: expected {right}" + (f" ({said})" if said else ""),
            suggestions=(right,),
            evidence=verdict.evidence,
            edits=(Edit(mention.start, mention.end, right),),
            safe=verdict.status == "wrong",
            severity=severity,
            confidence=confidence(verdict.odds),
            cluster=f"name-{number}",
        )

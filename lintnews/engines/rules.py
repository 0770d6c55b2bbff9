"""The rules under which findings of outside engines are reported, whatever engine says it."""

from __future__ import annotations

from ..findings import Rule, Severity

_ENGINES = "engines (LanguageTool, Harper)"


def _rule(name: str, severity: Severity, confidence: float, summary: str, why: str) -> Rule:
    return Rule(
        id=f"grammar/{name}",
        severity=severity,
        confidence=confidence,
        summary=summary,
        why=f"{why}\n\nReported only with --engine languagetool or --engine harper; the evidence "
        "names the engine's own rule. docs/engines.md says how those rules were chosen.",
        pack=_ENGINES,
    )


COLLISION = "grammar/collision"
ARTICLE = "grammar/article"
AGREEMENT = "grammar/agreement"
REPEATED = "grammar/repeated-word"
CONFUSED = "grammar/confused-word"
PREPOSITION = "grammar/preposition"
MARK = "grammar/mark"
SPACING = "grammar/spacing"
CAPITAL = "grammar/capital"

RULES: tuple[Rule, ...] = (
    _rule(
        "collision", Severity.WARNING, 0.9,
        'Function words that cannot follow each other: "the and", "a the", "the .".',
        "Something between them was lost, or the sentence was put together in another order. "
        "In 469,000 words of edited news they found 5 places, all of them slips of the editors.",
    ),
    _rule(
        "article", Severity.WARNING, 0.85,
        'The wrong article: "a hour", "an spokesman".',
        "An article before the wrong sound is a slip or the trace of a replaced word. Sums of money "
        "and figures are left alone: how they are read aloud is a guess.",
    ),
    _rule(
        "agreement", Severity.WARNING, 0.8,
        'A verb or noun in the wrong form: "does not rewards", "there was two years".',
        "Translations from languages with other inflections carry their forms over. Few of these "
        "rules are trusted: most guess wrong in long noun phrases.",
    ),
    _rule(
        "repeated-word", Severity.WARNING, 0.94,
        'The same words twice in a row: "was taken in in the church".',
        "A seam of two renderings. Capitalised names (New York New York), scores and words that "
        "English does double (had had, that that) are left alone.",
    ),
    _rule(
        "confused-word", Severity.WARNING, 0.85,
        'A word in place of one that looks like it: "have ben affected", "could of".',
        "A lost letter makes another word, which no word list can see.",
    ),
    _rule(
        "preposition", Severity.INFO, 0.7,
        'An unidiomatic preposition or verb form: "in Instagram", "suggested to maximize".',
        "Readers understand it; they also see that nobody edited the text.",
    ),
    _rule(
        "mark", Severity.WARNING, 0.85,
        'A mark that cannot stand there: "..", ", .", "threw 25,69 metres".',
        "Marks of two sentences meet, or a number keeps the source language's decimal comma.",
    ),
    _rule(
        "spacing", Severity.WARNING, 0.8,
        'A space before a comma or full stop, or none where one belongs: "Paris ,".',
        "Tokenised text was put together without care. On edited news a quarter of what is found "
        "are leftovers of the page, too.",
    ),
    _rule(
        "capital", Severity.WARNING, 0.85,
        'A month or a country\'s abbreviation in lower case: "in march 2020", "the u.s.".',
        "Other languages write them so. Names of people and places are not looked at here.",
    ),
)  # fmt: skip

# What our own rules say in the same words: where one of them marks the place, it speaks alone.
SAME: dict[str, tuple[str, ...]] = {
    COLLISION: ("garble/word-collision", "garble/unfinished", "garble/torn-sentence",
                "garble/repetition", REPEATED),
    REPEATED: ("garble/repetition", "garble/refrain", COLLISION),
    CONFUSED: ("garble/misspelled", "garble/non-word", "garble/word-collision"),
    MARK: ("garble/stray-mark", "garble/number", "garble/quotation-mark", "garble/unpaired-quote"),
    SPACING: ("garble/space-before-mark", "garble/fused", "garble/stray-mark", "garble/fused-words",
              "garble/quotation-mark"),
    CAPITAL: ("name/lowercase", "garble/lowercase-sentence", "garble/lowercase-paragraph"),
}  # fmt: skip

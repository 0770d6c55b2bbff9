"""Which rules of the outside engines are believed, and what each of them says in our terms.

Chosen by measurement, see docs/engines.md: a rule stands here if it marks errors of machine
translation or controlled errors at least three times as often as edited news of the same length,
or marks function words that cannot stand together and never fires on edited news. Everything else
an engine can say, spelling first, is not asked for.
"""

from __future__ import annotations

import re

import msgspec

from ..findings import Severity
from .base import Raised
from .rules import (
    AGREEMENT,
    ARTICLE,
    CAPITAL,
    COLLISION,
    CONFUSED,
    MARK,
    PREPOSITION,
    REPEATED,
    SPACING,
)


class Allowed(msgspec.Struct, frozen=True):
    """Our rule for an engine's one; `only` and `unless` look at the marked words, `before` at what
    follows them. `severity` overrides that of our rule.
    """

    rule: str
    severity: Severity | None = None
    only: str = ""
    unless: str = ""
    before: str = ""

    def takes(self, paragraph: str, raised: Raised) -> bool:
        """Say whether this finding is believed."""
        text = paragraph[raised.start : raised.end]
        if self.only and not re.fullmatch(self.only, text):
            return False
        if self.unless and re.search(self.unless, text):
            return False
        return not (self.before and re.match(self.before, paragraph[raised.end :][:40]))


def _each(names: str, allowed: Allowed) -> dict[str, Allowed]:
    return dict.fromkeys(names.split(), allowed)


# Lower-case words that English doubles: "the bed he slept in in Paris", "had had".
_DOUBLED = r"^(?:had|that|in|is|on|as|you|so|very|no|really|bye|ha|knock)\b"
# A figure or a capitalised abbreviation: how it is read aloud is a guess.
_UNSURE_SOUND = r"\s+[\"'“‘(]?(?:[$£€¥]?\d|[A-Z]{2,}|[A-Z]\b)"
_SPACED_MARK = r"\s[,.]"

LANGUAGETOOL: dict[str, Allowed] = {
    **_each(
        """THE_SENT_END THE_CC THE_PUNCT THE_THEY THE_IT THE_ARE THE_SOME THE_THEM THE_TO THE_HOW
        THE_WHETHER DT_DT DT_PRP DT_RB_IN NODT_DOZEN A_TO A_WAS A_MD_VB A_BUT A_OR
        AND_BUT AND_END PRONOUN_NOUN PRP_JJ PRP_VB DOUBLE_AUX IS_WAS WAS_IS BE_IS BE_WILL IS_SHOULD
        WAS_BEEN MODAL_OF IF_VB MISSING_NOUN ACCORDING_TO""",
        Allowed(COLLISION),
    ),
    # "They call you a liar" is English.
    "PRP_THE": Allowed(COLLISION, unless=r"(?i)^(?:you|her|him|it|us|me|them)\b"),
    "EN_A_VS_AN": Allowed(ARTICLE, only=r"[aA]n?", before=_UNSURE_SOUND),
    **_each("A_HUNDREDS A_INFORMATION DT_NNS_AGREEMENT", Allowed(ARTICLE)),
    "A_NNS": Allowed(ARTICLE, severity=Severity.INFO),
    **_each(
        """DID_BASEFORM NON3PRS_VERB BE_VBP_IN BEEN_PART_AGREEMENT DO_VBZ MOST_COMPARATIVE
        MUCH_COUNTABLE THERE_WAS_MANY BE_I_BE_GERUND PRP_PAST_PART""",
        Allowed(AGREEMENT, unless=r"\bfollowing\b"),
    ),
    **_each("MANY_NN DOUBLE_NEGATIVE ALLOW_TO", Allowed(AGREEMENT, severity=Severity.INFO)),
    "ENGLISH_WORD_REPEAT_RULE": Allowed(REPEATED, only=r"[a-z' ]+", unless=_DOUBLED),
    "PHRASE_REPETITION": Allowed(REPEATED, unless=r"^face to|^[A-Z]\w+ [A-Z]"),
    **_each(
        """HAVE_BIN HAT_THAT PUBIC_X COULD_OF THEIR_IS COMMA_THAN MAY_MANY NO_NOT AN_AND TO_TWO
        OTHER_OTHERS ADJECTIVE_ADVERB IT_ITS COMP_THAN""",
        Allowed(CONFUSED),
    ),
    **_each(
        "IN_FACEBOOK MENTION_ABOUT ON_IN_THE_AFTERNOON ADMIT_ENJOY_VB LOT_OF", Allowed(PREPOSITION)
    ),
    **_each("DOUBLE_PUNCTUATION COMMA_PERIOD COMMA_PERIOD_CONFUSION", Allowed(MARK)),
    **_each(
        """NO_SPACE_CLOSING_QUOTE CURRENCY_SPACE CD_TH APOS_SPACE_CONTRACTION MISSING_APOSTROPHE_T
        SPACE_BEFORE_PARENTHESIS""",
        Allowed(SPACING),
    ),
    "COMMA_PARENTHESIS_WHITESPACE": Allowed(SPACING, only=_SPACED_MARK, before=r"\w|[.…]"),
    **_each("LOWERCASE_MONTHS THE_US", Allowed(CAPITAL, unless=r"^ma(?:y|rch)$")),
}

HARPER: dict[str, Allowed] = {
    **_each("TheMy HadOf MultipleSequentialPronouns", Allowed(COLLISION)),
    # It guesses the sound of h-, un- and eu- from the spelling.
    "AnA": Allowed(ARTICLE, only=r"a|an|An", before=_UNSURE_SOUND + r"|\s+(?:h|un|eu|us)"),
    "RepeatedWords": Allowed(REPEATED, only=r"[a-z' ]+", unless=_DOUBLED),
    "CommaFixes": Allowed(SPACING, only=r"\s+", before=r",[^,]"),
    "Spaces": Allowed(SPACING, only=r"\s", before=r"[,.](?:\s|$)"),
    "Months": Allowed(CAPITAL, unless=r"^ma(?:y|rch)$"),
}

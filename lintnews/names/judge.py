"""Every name of an article against the lists: confirmed, wrong, misspelled, or nobody we know."""

from __future__ import annotations

from functools import partial

from ..document import Document
from ..packs.schema import NAME_KINDS
from ..text.lexicon import lexicon
from ..text.titles import NATIONALITIES
from ..text.tokens import shape
from .accepted import is_accepted
from .align import HOPELESS, Alignment, align, is_unlike, part_odds
from .attest import CROWDED, attested
from .costs import EditCosts
from .costs import load as load_costs
from .evidence import COUNTRY_NEAR, PROMINENCE, Evidence, gather
from .follow import follow, tail_of
from .given import translated_given
from .groups import (
    FullNames,
    Group,
    group_mentions,
    is_compound,
    is_nickname,
    is_somebody_else,
    split_group,
    tail_group,
)
from .halves import half_translated
from .inflect import is_case_of
from .parts import joined, name_parts, share_particle
from .people import MAIN, WRONG, Form
from .pinyin import are_chinese
from .reach import MIN_LETTERS
from .renderings import is_translated, rendered
from .replacement import replacement, split_in
from .salient import OTHER_FIRST, Scored, salient, standing
from .sound import heard_letters
from .store import Names
from .torn import hyphen_torn, run_together, torn
from .usage import follow_usage
from .verdict import Verdict, better

# Natural-log odds at which a finding is shown, and at which it is an error. Calibrated so that
# warnings are right at least 80 and errors 95 times in 100.
WARN_ODDS = -0.6
ERROR_ODDS = 2.4
# A better candidate must lead the next by this much, or nobody is named.
LEAD = 0.3
PEOPLES = NATIONALITIES | frozenset("briton swede dane pole finn turk serb croat spaniard".split())
ALL_KINDS = ("", *NAME_KINDS)
# A single name of a kind that its list states (a place, an organisation) needs the article's support.
LISTED_ALONE = -2.2
# The right form stands in the article too.
PRESENT = 1.1
# Share of its attestation that counts for a name in the very office of a listed near one: that
# two people with near names held it is rarer than a slip.
IN_OFFICE = 0.25
# Share of its attestation that counts for a surname that sounds just like that of a listed bearer of
# the given name, whose country the article names: Robbie Keen, Robbie Keane.
SAME_SOUND = 0.4
# The consonants of a part differ too, and nothing else speaks for the name: Yanier, Yanik.
UNLIKE = -1.0
# Both names have the particle: Kevin de Braine, Kevin De Bruyne.
SAME_PARTICLE = 1.0
# A listed name written in more words than every form of it has.
SPLIT_ODDS = 1.5


def judge(doc: Document, names: Names) -> list[Verdict]:
    """Return a verdict for each group of mentions, in order of first mention; computed once."""
    return doc.once("verdicts", lambda: _Judge(doc, names).verdicts())


def _trust(form: Form, evidence: Evidence) -> float:
    return IN_OFFICE if evidence.office and form.entry.kind == "person" else 1.0


class _Judge:
    def __init__(self, doc: Document, names: Names):
        self.doc = doc
        self.names = names
        self.costs: EditCosts = load_costs()
        self.groups = group_mentions(
            doc, self.names.is_listed, names.is_wrong, partial(is_translated, doc, names)
        )
        self.written = {joined(group.text) for group in self.groups}
        self.bare = {group.parts[0] for group in self.groups if not group.full}
        self.full_names = FullNames(self.groups)

    def verdicts(self) -> list[Verdict]:
        found: dict[int, Verdict] = {}
        for order, group in enumerate(self.groups):
            verdict = self._by_list(group)
            if verdict is None and group.full:
                verdict = self._in_full(group)
            if verdict is not None:
                found[order] = verdict
        self._present = [v for v in found.values() if v.target is not None]
        for order, group in enumerate(self.groups):
            if order not in found:
                found[order] = self._bare(group, found)
        verdicts = [found[order] for order in range(len(self.groups))]
        verdicts += self._words(verdicts)
        for find in (torn, run_together, hyphen_torn):
            verdicts += find(verdicts, self.names)
        follow_usage(self.doc, verdicts)
        return verdicts

    def _in_full(self, group: Group) -> Verdict:
        verdict = rendered(self.doc, group, self.names, self.written)
        verdict = verdict or half_translated(self.doc, group, self.names) or self._by_parts(group)
        if verdict.status == "unknown" and len(group.text.split()) > 2:
            # "Red Bull Max Ferstapen": other names stand before the name.
            tail = tail_group(group)
            if tail.full and tail.mentions and not self.names.is_listed(tail.text):
                shorter = self._full(tail)
                if shorter.status == "misspelled":
                    return shorter
        return verdict

    def _by_parts(self, group: Group) -> Verdict:
        """Judge a full name by the spelling of its parts, or as one that has a given name in another language."""
        verdict = self._full(group)
        if verdict.status == "listed":
            return verdict
        return better(translated_given(self.doc, group, self.names), verdict)

    def _words(self, verdicts: list[Verdict]) -> list[Verdict]:
        """Judge the single words of full names that no list knows."""
        found = []
        for verdict in verdicts:
            if verdict.status == "unknown" and verdict.group.full:
                for piece in split_group(verdict.group):
                    part = piece.parts[-1]
                    known_word = self.names.is_listed(piece.text) or is_compound(
                        piece, self.names.is_listed
                    )
                    known_word = known_word or attested(part, self.names) > HOPELESS
                    if len(part) >= MIN_LETTERS and not known_word:
                        scored = self._singles(piece, part, kinds=("", "person"))
                        found.append(self._best(piece, scored))
        return found

    def _by_list(self, group: Group) -> Verdict | None:
        forms = self.names.exact(group.text)
        if not forms and not group.full:
            # "de Tokyo": the particle belongs to another language's grammar.
            forms = self.names.exact(group.text.split()[-1])
        if forms and forms[0].flag == WRONG and not is_somebody_else(group, self.groups):
            form = forms[0]
            return Verdict(
                group, "wrong", form, odds=6.0, right=replacement(group, form),
                evidence=(f"listed as a wrong form of {form.entry.name}",),
            )  # fmt: skip
        right = next((form for form in forms if form.flag != WRONG), None)
        if right is None:
            return None
        if right.entry.kind == "place" and group.titles and not group.full:
            scored = self._titled(group, group.parts[-1])
            best = self._best(group, [s for s in scored if s[3].office])
            if best.odds >= ERROR_ODDS:
                # "President Baden": no town holds an office.
                return best
        if split_in(group, forms) and not self._reads_as_words(group, right):
            said = (f"{right.text} is written in one word",)
            joint = replacement(group, right)
            return Verdict(group, "misspelled", right, SPLIT_ODDS, joint, evidence=said)
        return Verdict(group, "listed", right, right=right.text)

    def _reads_as_words(self, group: Group, right: Form) -> bool:
        """Say whether every piece is a word of English, and nothing near speaks for the name."""
        plain = all(lexicon().is_word(word.lower()) for word in group.text.split())
        return plain and gather(self.doc, group, right.entry).odds < COUNTRY_NEAR

    def _full(self, group: Group) -> Verdict:
        scored: Scored = []
        candidates = self.names.near(group.parts)
        if len(group.parts) == 2:
            candidates += self.names.near(group.parts[::-1])
        seen: set[str] = set()
        for form in candidates:
            if form.flag == WRONG or form.text in seen:
                continue
            seen.add(form.text)
            parts = name_parts(form.text)
            evidence = gather(self.doc, group, form.entry)
            if group.parts[0] in CROWDED and not evidence.office:
                continue
            if len(group.parts[0]) == 1 and not evidence.odds:
                # "S Chabal" in a team's list: an initial says little.
                continue
            trust = _trust(form, evidence)
            if evidence.odds and group.parts[0] == parts[0]:
                trust *= SAME_SOUND if heard_letters(group.parts[-1], parts[-1]) == 0 else 1.0
            inflected = trust < 1.0 or (
                evidence.odds > 0.0 and is_case_of(group.parts, parts, form.entry.of)
            )
            alignment = align(group.parts, parts, self.names, self.costs, trust, inflected)
            if alignment is None:
                continue
            if all(is_accepted(a, b) for a, b in alignment.changes):
                return Verdict(group, "listed", form, right=group.text)
            odds = alignment.odds + evidence.odds + self._prior(form) - form.crowd
            odds += PRESENT if self._stands(form) else 0.0
            odds += UNLIKE if not evidence.odds and is_unlike(alignment) else 0.0
            odds += SAME_PARTICLE if share_particle(group.text, form.text) else 0.0
            scored.append((odds, form, alignment, evidence))
        return self._best(group, scored)

    def _stands(self, form: Form) -> bool:
        """Say whether the right form stands in the article too, or its surname alone."""
        return form.text.lower() in self.doc.lower or name_parts(form.text)[-1] in self.bare

    def _prior(self, form: Form) -> float:
        return PROMINENCE * (form.entry.weight - 2) + (0.1 if form.flag == MAIN else 0.0)

    def _best(self, group: Group, scored: Scored) -> Verdict:
        if not scored:
            return Verdict(group, "unknown")
        scored.sort(key=lambda item: -item[0])
        odds, form, alignment, evidence = scored[0]
        rival = next((s for s in scored[1:] if s[1].entry != form.entry), None)
        if odds < WARN_ODDS or (rival is not None and odds - rival[0] < LEAD):
            return Verdict(group, "unknown", odds=odds)
        said = [*evidence.said, *(self._spelled(a, b) for a, b in alignment.changes)]
        right = replacement(group, form)
        if right == group.text:
            return Verdict(group, "listed", form, right=right)
        return Verdict(group, "misspelled", form, odds, right, alignment.changes, tuple(said))

    def _spelled(self, written: str, right: str) -> str:
        return self.costs.explain(written, right) or f"{written} for {right}"

    def _bare(self, group: Group, found: dict[int, Verdict]) -> Verdict:
        part = group.parts[-1]
        for order in self.full_names.sharing(part):
            if part not in self.groups[order].parts:
                # A plural: "the Obamas".
                return Verdict(group, "unknown")
            if found[order].status != "unknown":
                return follow(group, found[order])
        tail = tail_of(group, self.groups, found)
        if tail is not None:
            return tail
        if group.acronym or len(part) < MIN_LETTERS or is_compound(group, self.names.is_listed):
            return Verdict(group, "unknown")
        if attested(part, self.names) > HOPELESS:
            return Verdict(group, "unknown")
        if shape(group.text) == "mixed" or group.text.lower().removesuffix("s") in PEOPLES:
            # Brands with inner capitals are coined, and near to nothing else; Brazilians are no town.
            return Verdict(group, "unknown")
        bearers = self.full_names.bearers(part)
        # Whom the article introduces by this surname is neither a town nor a company.
        kinds = ("", "person") if bearers else ALL_KINDS
        scored = self._singles(group, part, kinds)
        if not is_nickname(self.doc, group):
            scored = salient(group, part, bearers, self._present, self.names) + scored
        return self._best(group, scored)

    def _singles(self, group: Group, part: str, kinds: tuple[str, ...] = ALL_KINDS) -> Scored:
        """Score single listed names, and surnames that a title announces."""
        scored: Scored = []
        for form in self.names.near_singles(part):
            if form.entry.kind in kinds:
                evidence = gather(self.doc, group, form.entry)
                alone = LISTED_ALONE if form.entry.kind else 0.0
                self._score_single(scored, group, part, form, evidence, alone)
        return scored + self._titled(group, part)

    def _titled(self, group: Group, part: str) -> Scored:
        """Score the surnames near a bare one that a title and a country announce."""
        scored: Scored = []
        if group.titles:
            for form in self.names.near_surnames(part):
                evidence = gather(self.doc, group, form.entry)
                if len(evidence.said) > 1:
                    alone = 0.0 if evidence.office else LISTED_ALONE
                    self._score_single(scored, group, part, form, evidence, alone)
        return scored

    def _score_single(
        self,
        scored: Scored,
        group: Group,
        part: str,
        form: Form,
        evidence: Evidence,
        alone: float,
    ) -> None:
        target = name_parts(form.text)[-1]
        if are_chinese(part, target, form.entry.of) or is_accepted(part, target):
            return
        odds = part_odds(part, target, self.names, self.costs, _trust(form, evidence))
        odds += standing(group) + alone
        odds += evidence.odds + self._prior(form) - form.crowd
        if form.text.lower() in self.doc.lower:
            odds += PRESENT + (OTHER_FIRST if part[0] != target[0] else 0.0)
        scored.append((odds, form, Alignment(odds, ((part, target),)), evidence))

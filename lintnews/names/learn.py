"""A list of names from an archive of trusted articles: who is in it, how often, in which office."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import msgspec

from ..document import Document
from ..packs.schema import NameEntry
from ..text.lexicon import lexicon
from ..text.mentions import Mention
from ..text.titles import NATIONALITIES, TITLES
from .costs import EditCosts, load
from .fold import one_deletes, skeleton
from .inflect import is_gendered_pair, is_inflected
from .intake import fault_of
from .judge import judge
from .offices import offices
from .parts import joined, name_parts
from .reach import within_reach
from .store import Names

# Articles that must name somebody who is introduced with a title, or without one: what stands
# in one article alone may be that article's mistake.
LEAST_INTRODUCED = 2
LEAST_PLAIN = 3
# A near form is reported, not learned, where the commoner one stands in this many times as many
# articles; two people with near names are rarely that far apart.
CLEAR = 3
# Natural-log odds, by learned costs alone, from which on two parts count as near.
NEAR_ODDS = 0.0
# Words of a name; longer runs are headlines.
MAX_WORDS = 4
# Share of the introductions that a role needs.
ROLE_SHARE = 0.2
# Articles in which somebody stands -> weight.
WEIGHTS = ((200, 5), (50, 4), (15, 3), (4, 2))


class Heard(msgspec.Struct):
    """What the archive says of one name; `spelled` counts articles by spelling."""

    parts: tuple[str, ...]
    articles: int = 0
    introduced: int = 0
    spelled: Counter[str] = msgspec.field(default_factory=Counter)
    roles: Counter[str] = msgspec.field(default_factory=Counter)

    @property
    def text(self) -> str:
        """The spelling of the most articles; of equals the one that sorts first."""
        return min(self.spelled, key=lambda text: (-self.spelled[text], text))


class Doubt(msgspec.Struct, frozen=True):
    """A form that was not learned: its articles, the form it stands near, and that one's."""

    text: str
    articles: int
    right: str
    right_articles: int
    listed: bool = False


class Learner:
    """Counts the names of articles, one at a time; names that `known` lists need no learning."""

    def __init__(self, known: Names):
        self.known = known
        self.articles = 0
        self._heard: dict[str, Heard] = {}
        self._misspelled: dict[str, Doubt] = {}

    def add(self, document: Document) -> None:
        """Count the full names of one article."""
        self.articles += 1
        seen: dict[str, list[Mention]] = {}
        for mention in document.mentions:
            if _is_name(mention):
                seen.setdefault(joined(mention.text), []).append(mention)
        wrong = {
            joined(verdict.group.text): verdict.right
            for verdict in judge(document, self.known)
            if verdict.status in ("misspelled", "wrong") and verdict.group.full
        }
        for key, mentions in seen.items():
            spelled = Counter(mention.text for mention in mentions).most_common(1)[0][0]
            if any(form.flag < 2 for form in self.known.exact(spelled)):
                continue
            if key in wrong:
                held = self._misspelled.get(key, Doubt(spelled, 0, wrong[key], 0, listed=True))
                held = msgspec.structs.replace(held, articles=held.articles + 1)
                self._misspelled[key] = held
                continue
            heard = self._heard.setdefault(key, Heard(name_parts(spelled)))
            heard.articles += 1
            heard.spelled[spelled] += 1
            roles = {r for m in mentions if m.title for r in offices(" ".join(_office(m)))}
            heard.introduced += bool(roles) or any(m.title for m in mentions)
            heard.roles.update(roles)

    def learned(self) -> tuple[list[NameEntry], list[Doubt]]:
        """Return the entries, commonest first, and the near forms that are none."""
        doubts = list(self._misspelled.values())
        variants = dict(self._variants())
        entries = []
        for key, heard in sorted(self._heard.items(), key=_by_count):
            right = self._heard.get(variants.get(key, ""))
            if right is not None:
                doubts.append(Doubt(heard.text, heard.articles, right.text, right.articles))
            elif heard.articles >= (LEAST_INTRODUCED if heard.introduced else LEAST_PLAIN):
                entries.append(_entry(heard))
        return entries, sorted(doubts, key=lambda doubt: -doubt.articles)

    def _variants(self) -> Iterator[tuple[str, str]]:
        """Yield (rarer, commoner) keys of names that differ in near parts only."""
        costs = load()
        buckets: dict[tuple[str, str], list[str]] = {}
        for key, found_name in self._heard.items():
            first, last = found_name.parts[0], found_name.parts[-1]
            for a in one_deletes(skeleton(last)):
                buckets.setdefault((a, skeleton(first)[:1]), []).append(key)
        found: dict[str, str] = {}
        for bucket in buckets.values():
            bucket.sort(key=lambda key: -self._heard[key].articles)
            for order, key in enumerate(bucket):
                for other in bucket[:order]:
                    rare, common = self._heard[key], self._heard[other]
                    if common.articles < CLEAR * rare.articles:
                        break
                    if key not in found and _are_near(rare.parts, common.parts, costs):
                        found[key] = other
        yield from found.items()


def _is_name(mention: Mention) -> bool:
    words = mention.words
    if not 2 <= len(words) <= MAX_WORDS or mention.capitals or fault_of(mention.text):
        return False
    if len(name_parts(mention.text)) < 2 or any(len(word.rstrip(".")) < 2 for word in words):
        return False
    # "President-elect Maria Roe" is an office and a name.
    if words[0].partition("-")[0].lower() in TITLES:
        return False
    known = lexicon()
    # "Supreme Court", "New York Times": words of English with capitals. A person's name has a
    # part that is none, or a part that people bear.
    return any(not known.is_word(part) or known.is_borne(part) for part in name_parts(mention.text))


def _office(mention: Mention) -> list[str]:
    """Return the title words of a mention, departments joined to their ministers."""
    return [word for word in mention.title if word not in NATIONALITIES]


def _by_count(item: tuple[str, Heard]) -> tuple[int, str]:
    return -item[1].articles, item[1].text


def _are_near(a: tuple[str, ...], b: tuple[str, ...], costs: EditCosts) -> bool:
    if len(a) != len(b):
        return False
    for x, y in zip(a, b, strict=True):
        if x == y:
            continue
        if is_inflected(x, y) or is_gendered_pair(x, y) or not within_reach(x, y):
            return False
        if costs.log_odds(x, y) < NEAR_ODDS:
            return False
    return True


def _entry(heard: Heard) -> NameEntry:
    """Return a person where titles introduce the name, else an entry of unknown kind."""
    text = heard.text
    least = ROLE_SHARE * heard.introduced
    roles = [role for role, count in heard.roles.most_common(3) if count >= least]
    return NameEntry(
        name=text,
        kind="person" if heard.roles else "",
        also=tuple(sorted(other for other in heard.spelled if other != text)),
        roles=tuple(roles),
        weight=next((weight for least, weight in WEIGHTS if heard.articles >= least), 1),
    )


def as_yaml(entries: list[NameEntry]) -> Iterator[str]:
    """Yield the lines of a list that `--names` reads: one entry a line."""
    for entry in entries:
        if not entry.kind:
            yield f"- {_scalar(entry.name)}"
            continue
        fields = [f"name: {_scalar(entry.name)}"]
        for key, values in (("roles", entry.roles), ("also", entry.also)):
            if values:
                fields.append(f"{key}: [{', '.join(map(_scalar, values))}]")
        fields.append(f"weight: {entry.weight}")
        yield f"- {{{', '.join(fields)}}}"


def _scalar(text: str) -> str:
    """Return a YAML scalar: plain where letters, spaces and inner hyphens are all there is."""
    if all(word.replace("-", "").isalpha() and word[0].isalpha() for word in text.split(" ")):
        return text
    return "'" + text.replace("'", "''") + "'"

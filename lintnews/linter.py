"""The only place where checks are called and where hits become findings on the original."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import msgspec

from . import lazy
from .checks.registry import Check, Context, all_checks
from .config import Config
from .document import Document
from .echoes import furniture_of, without_echoes, without_rivals
from .engines.rules import RULES as ENGINE_RULES
from .errors import InputError, UsageError, closest
from .findings import CATEGORIES, Confirmed, Finding, Hit, Notice, Rule, Severity
from .locate import Locator
from .names.confirm import confirmed
from .names.store import Names, open_names
from .packs.load import builtin_folder
from .packs.match import Matcher
from .packs.store import open_packs
from .packs.units import CompiledRule
from .packs.unspun import unspun_hits
from .source.article import Article, Source

if TYPE_CHECKING:
    from .engines.run import Engines
    from .site import SiteIndex

# A paragraph this long is no prose: minified code, or a file that lost its line ends.
MAX_PARAGRAPH = 1_000_000
# Among at least this many words a text in English has more than this share of function words
# (news has .35 to .45; lists of names and results reach .15).
LANGUAGE_WORDS = 60
LANGUAGE_SHARE = 0.06
_FUNCTION_WORDS = frozenset(
    "the of to and in a is for on that with was as at by it from his he has be are have an".split()
)
# Rules that the linter itself reports, besides those of checks and packs.
UNUSED = Rule(
    id="style/unused-suppression",
    severity=Severity.WARNING,
    confidence=1.0,
    summary="A suppression comment that suppresses nothing.",
    why="Comments that no longer do anything hide the next mistake. Remove them.",
    pack="built in",
    lang=("*",),
)


class Result(msgspec.Struct):
    """What one article gave; `error` says which engine left it out, and why."""

    findings: list[Finding]
    notices: list[Notice]
    confirmed: list[Confirmed]
    error: str | None = None


class Linter:
    """Owns the rules of one configuration; safe to share between threads.

    `check(document)` returns findings in the order of the text. Raises PackError, NamesError or
    UsageError on construction where the configuration asks for what does not exist.
    """

    def __init__(self, config: Config | None = None):
        self.config = config or Config()
        folders = [str(builtin_folder()), *self.config.packs]
        pack, patterns = open_packs(folders)
        self.checks: list[Check] = all_checks()
        known = {rule.id for check in self.checks for rule in check.rules}
        known |= {rule.id for rule in pack.rules} | {UNUSED.id}
        known |= {rule.id for rule in ENGINE_RULES}
        self.known_rules = frozenset(known)
        self._levels = self._chosen_levels()
        self._running = [c for c in self.checks if any(self.enabled(r.id) for r in c.rules)]
        self._reads_pages = any(check.rule.category == "chrome" for check in self._running)
        self.matcher = Matcher(pack, self._is_matched, patterns)
        self._engines = self._open_engines()
        self.site = self._open_site()
        self._names_lock = threading.Lock()
        self._names: Names | None = None
        self._told: set[int] = set()

    def _chosen_levels(self) -> dict[str, Severity | None]:
        """Return rule -> severity or None for off, as `rules:` says; refuse unknown names."""
        named = [*self.config.select, *self.config.ignore, *(rule for rule, _ in self.config.rules)]
        for name in named:
            if name not in self.known_rules and name not in CATEGORIES:
                hint = closest(name, [*CATEGORIES, *sorted(self.known_rules)])
                raise UsageError(f"unknown rule {name!r}{hint}", self.config.path or None)
        levels: dict[str, Severity | None] = {}
        for name, level in sorted(self.config.rules, key=lambda item: "/" in item[0]):
            for rule in self.known_rules if name in CATEGORIES else (name,):
                if rule == name or rule.startswith(name + "/"):
                    levels[rule] = level
        return levels

    def enabled(self, rule: str) -> bool:
        """Say whether the configuration lets a rule report."""
        category = rule.partition("/")[0]
        if rule in self.config.ignore or self._levels.get(rule, Severity.INFO) is None:
            return False
        if rule in self.config.select:
            return True
        if category in self.config.ignore:
            return False
        return not self.config.select or category in self.config.select

    def _is_matched(self, rule: str) -> bool:
        """Say whether a phrase rule is looked for: also where only its silence counts."""
        return self.enabled(rule) or (self._reads_pages and rule.startswith("chrome/"))

    def _silenced(self, matched: list[tuple[CompiledRule, Hit]]) -> list[tuple[int, int]]:
        """Return the furniture that the configuration lets pass: no other rule may tell of it."""
        return [
            (hit.start, hit.end)
            for rule, hit in matched
            if rule.id.startswith("chrome/")
            and (hit.severity or rule.severity) >= Severity.WARNING
            and (not self.enabled(rule.id) or self._level(rule, hit)[0] < Severity.WARNING)
        ]

    @property
    def is_whole(self) -> bool:
        """Say whether every rule still runs: none was switched off for being too slow."""
        return not self.matcher.off

    def save(self) -> None:
        """Keep what this run compiled for the next one; call it once in a while."""
        self.matcher.patterns.save()
        lazy.save()

    def check(self, document: Document, source: Source | None = None) -> list[Finding]:
        """Return the findings of one document, before suppressions."""
        return self.run(document, source).findings

    def run(self, document: Document, source: Source | None = None) -> Result:
        """Return findings, notices and confirmed names of one document."""
        source = source or Source(document.path, document.text)
        self._refuse_endless(document, source)
        notices: list[Notice] = []
        lang = self._language(document, notices)
        matched = list(self.matcher.hits(document, lang))
        if self._reads_pages:
            matched.extend(unspun_hits(document, self.matcher, lang, matched))
        silenced = self._silenced(matched)
        found = without_rivals((rule, hit) for rule, hit in matched if self.enabled(rule.id))
        hits = [(rule.id, *self._level(rule, hit), hit) for rule, hit in found]
        context = Context(
            config=self.config,
            lang=lang,
            names=self.names(),
            site=self.site,
            furniture=furniture_of(hits),
        )
        for check in self._running:
            if check.late:
                context = msgspec.structs.replace(context, furniture=furniture_of(hits))
            if "*" in check.rule.lang or lang in check.rule.lang:
                told = self._of_check(check, document, context)
                if silenced and check.rule.category == "chrome":
                    told = (t for t in told if not _touches(t[-1], silenced))
                hits.extend(told)
        error = self._ask_engines(document, hits) if lang == "en" else ""
        notices.extend(self._switched_off())
        located = Locator(document, source)
        kept = without_echoes(hits)
        findings = [f for hit in kept if (f := located.finding(*hit)) is not None]
        findings.sort(key=lambda f: (f.start, f.end, f.rule))
        confirmed = self._confirmed(document, context, located)
        return Result(findings, notices, confirmed, error or None)

    def _of_check(
        self, check: Check, document: Document, context: Context
    ) -> Iterator[tuple[str, Severity, float, Hit]]:
        rules = {rule.id: rule for rule in check.rules}
        for hit in check.run(document, context):
            rule = rules[hit.rule or check.rule.id]
            if self.enabled(rule.id):
                yield (rule.id, *self._level(rule, hit), hit)

    def _open_site(self) -> SiteIndex | None:
        if not self.config.site_index:
            return None
        from .site import read_site

        return read_site(self.config.site_index)

    def _open_engines(self) -> Engines | None:
        if not self.config.engines or not any(self.enabled(rule.id) for rule in ENGINE_RULES):
            return None
        from .engines.run import Engines, open_engines

        return Engines(open_engines(self.config), self.config.engine_memory)

    def _ask_engines(self, document: Document, hits: list[tuple[str, Severity, float, Hit]]) -> str:
        """Add what the engines find; return why one of them left the article out, or ""."""
        if self._engines is None:
            return ""
        own = [(rule, hit.start, hit.end) for rule, _, _, hit in hits]
        found, error = self._engines.hits(document, own)
        rules = {rule.id: rule for rule in ENGINE_RULES}
        for hit in found:
            rule = rules[hit.rule or ""]
            if self.enabled(rule.id):
                hits.append((rule.id, *self._level(rule, hit), hit))
        return error

    def _level(self, rule: Rule | CompiledRule, hit: Hit) -> tuple[Severity, float]:
        severity = self._levels.get(rule.id) or hit.severity or rule.severity
        return severity, rule.confidence if hit.confidence is None else hit.confidence

    def names(self) -> Names | None:
        """Return the known names, opened when they are first needed; None without name rules."""
        if not any(check.rule.category == "name" for check in self._running):
            return None
        with self._names_lock:
            if self._names is None:
                folders = [str(builtin_folder()), *self.config.packs]
                self._names = open_names(folders, self.config.names)
            return self._names

    def _confirmed(self, document: Document, context: Context, located: Locator) -> list[Confirmed]:
        names = context.names
        if not self.config.show_confirmed or not isinstance(names, Names):
            return []
        view, text = document.view, located.source.text
        found = []
        for start, end, form in confirmed(document, names):
            a, b = view.to_source(start, end)
            found.append(Confirmed(a, b, text[a:b], form.entry.name))
        return sorted(found, key=lambda name: name.start)

    def _language(self, document: Document, notices: list[Notice]) -> str:
        declared = document.article.lang or self.config.lang
        lang = declared.partition("-")[0].lower()
        if lang == "en" and _is_foreign(document):
            lang = "und"
            notices.append(
                Notice("this article does not read as English; only language-neutral checks ran")
            )
        elif lang != "en":
            notices.append(
                Notice(f"the article's language is {declared!r}; only language-neutral checks ran")
            )
        return lang

    def _refuse_endless(self, document: Document, source: Source) -> None:
        for start, end in document.lines:
            if end - start > MAX_PARAGRAPH:
                line, _ = source.position(document.view.to_source(start, start)[0])
                size = f"{(end - start) / 1e6:.1f} million characters"
                raise InputError(f"one paragraph of {size}: not an article", source.path, line)

    def _switched_off(self) -> Iterator[Notice]:
        for number, reason in list(self.matcher.off.items()):
            if number not in self._told:
                self._told.add(number)
                rule = self.matcher.rules[number].id
                yield Notice(f"rule {rule} is off for the rest of this run: it {reason}")


def _touches(hit: Hit, spans: list[tuple[int, int]]) -> bool:
    return any(hit.start < end and start < hit.end for start, end in spans)


def _is_foreign(document: Document) -> bool:
    words = document.lower.split(None, 2_000)[:2_000]
    if len(words) < LANGUAGE_WORDS:
        return False
    return sum(word in _FUNCTION_WORDS for word in words) < LANGUAGE_SHARE * len(words)


def documents(articles: Iterable[Article], path: str) -> Iterator[Document]:
    """Yield the Document of each article."""
    for article in articles:
        yield Document(article, path)

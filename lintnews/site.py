"""What a site repeats: an index of lines that stand in many of its articles.

A line is known by the hash of what it says with digits, dates and names masked. Counting uses a
count-min sketch (three rows of a million counters, 12 MB) and a list of candidates, so that a
million articles take the same memory as a thousand: about 40 MB with both.
"""

from __future__ import annotations

import re
import struct
from array import array
from collections.abc import Iterable
from pathlib import Path

from .digest import blake2b
from .errors import NamesError
from .folders import write_atomically
from .lazy import lazy_pattern

# A line is the site's own when it stands in so many articles and in such a share of them.
MIN_ARTICLES = 5
MIN_SHARE = 0.02
# Whole sentences recur in news ("He did not elaborate."); only from this share on are they
# the site's.
SENTENCE_SHARE = 0.05
# Longer lines are prose (characters).
MAX_LINE = 300
# The sketch: rows, and counters a row. With 30 million different lines a counter is off by about
# 30, far below two in a hundred of as many articles.
ROWS, WIDTH = 3, 1 << 20
# Candidates are looked through when there are more than this.
MAX_CANDIDATES = 200_000

MAGIC = b"lintnews site\x01\n"
_HEAD = struct.Struct("<QQ")
_ENTRY = struct.Struct("<QI")
_SUM = 16

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_DAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?"
_DATE = lazy_pattern(rf"\b(?:{_MONTH}|{_DAY})\b\.?", re.IGNORECASE)
_DIGITS = lazy_pattern(r"\d+(?:[.,:]\d+)*")
_NAME = lazy_pattern(r"(?:\b[A-Z][\w’'-]*\.?)(?:\s+(?:[A-Z][\w’'-]*\.?|de|van|von|al|bin|der|la))*")
_NAME_RUN = lazy_pattern(r"[A-Z][\w’'-]*\.?\s+(?:(?:de|van|von|al|bin|der|la)\s+)?[A-Z]")
_WORD = lazy_pattern(r"[^\W\d_]{2,}")
# Words that open a line before a name.
_OPENERS = frozenset(
    """by from the photo photos image images picture pictures source credit text story reported
    reporting edited written words video listen watch follow read more share on in at with about
    a an and for to of our my your this that all reporter editor author interview""".split()
)


class SiteError(NamesError):
    """A site index is broken, or an archive holds nothing to learn from."""


def line_key(line: str) -> str:
    """Return what a line says with digits, dates and names masked, in lower case.

    Where nothing but names would remain, the names stay: "Sport" is not "London".
    """
    said = " ".join(_DIGITS.sub("0", _DATE.sub("0", line)).split())
    opening = _WORD.match(said)
    at = 0
    if opening and (opening.group().lower() in _OPENERS or not _NAME_RUN.match(said)):
        # "By", and a single capitalised word that opens a line, are no names.
        at = opening.end()
    kept = said[:at].lower() + _NAME.sub("*", said[at:])
    return (kept if _WORD.search(kept) else said).lower()


def line_hash(line: str) -> int:
    digest = blake2b(line_key(line).encode("utf-8", "replace"), digest_size=8).digest()
    return int.from_bytes(digest, "little")


class SiteIndex:
    """Repeated lines of one site: `count(line)` articles of `articles` hold the line."""

    def __init__(self, articles: int, counts: dict[int, int]):
        self.articles = articles
        self.counts = counts

    def count(self, line: str) -> int:
        """Return in how many articles the line stands, 0 where the site does not repeat it."""
        if not self.counts or len(line) > MAX_LINE:
            return 0
        return self.counts.get(line_hash(line), 0)

    def write(self, path: str | Path) -> None:
        body = [MAGIC, _HEAD.pack(self.articles, len(self.counts))]
        body.extend(_ENTRY.pack(key, self.counts[key]) for key in sorted(self.counts))
        data = b"".join(body)
        write_atomically(Path(path), data + _checksum(data), 0o644)


def _checksum(data: bytes) -> bytes:
    return blake2b(data, digest_size=_SUM).digest()


def read_site(path: str | Path) -> SiteIndex:
    """Return a stored index; raise SiteError that says what is wrong with the file."""
    try:
        data = Path(path).read_bytes()
    except OSError as problem:
        raise SiteError(f"cannot be read: {problem.strerror}", path) from None
    hint = "; build it again with: lintnews site learn"
    start = len(MAGIC) + _HEAD.size
    if data[: len(MAGIC) - 2] != MAGIC[:-2]:
        raise SiteError(f"not a site index{hint}", path)
    if data[: len(MAGIC)] != MAGIC:
        raise SiteError(f"a site index of another version{hint}", path)
    if len(data) < start + _SUM:
        raise SiteError(f"the site index is cut off{hint}", path)
    articles, entries = _HEAD.unpack_from(data, len(MAGIC))
    if len(data) != start + entries * _ENTRY.size + _SUM:
        raise SiteError(f"the site index is cut off or too long{hint}", path)
    if _checksum(data[:-_SUM]) != data[-_SUM:]:
        raise SiteError(f"the site index is damaged (its checksum is wrong){hint}", path)
    return SiteIndex(articles, dict(_ENTRY.iter_unpack(data[start:-_SUM])))


class SiteLearner:
    """Counts the lines of a site's articles, one article after the other."""

    def __init__(self) -> None:
        self.articles = 0
        self._rows = [array("I", bytes(4 * WIDTH)) for _ in range(ROWS)]
        self._candidates: dict[int, int] = {}

    def add(self, lines: Iterable[str]) -> None:
        """Count an article: each of its different lines once."""
        self.articles += 1
        least = self._least()
        for key in {line_hash(line) for line in lines if 0 < len(line) <= MAX_LINE}:
            count = self._counted(key)
            known = self._candidates.get(key)
            if known is not None:
                self._candidates[key] = known + 1
            elif count >= least:
                self._candidates[key] = count
        if len(self._candidates) > MAX_CANDIDATES:
            self._prune()

    def _counted(self, key: int) -> int:
        counts = []
        for row in self._rows:
            place = key % WIDTH
            key >>= 20
            row[place] += 1
            counts.append(row[place])
        return min(counts)

    def _least(self) -> int:
        return max(MIN_ARTICLES, int(MIN_SHARE * self.articles))

    def _prune(self) -> None:
        least = self._least()
        self._candidates = {k: n for k, n in self._candidates.items() if n >= least}

    def index(self) -> SiteIndex:
        """Return the lines that enough articles hold."""
        least = max(MIN_ARTICLES, MIN_SHARE * self.articles)
        found = {key: n for key, n in self._candidates.items() if n >= least}
        return SiteIndex(self.articles, found)

"""The values that checks yield and that reports print."""

from __future__ import annotations

import enum

import msgspec

SCHEMA = 1
CATEGORIES = ("name", "garble", "chrome", "style", "grammar")


class Severity(enum.IntEnum):
    """How sure a finding is: error at least 95 in 100 right, warning 80, info the rest."""

    INFO = 1
    WARNING = 2
    ERROR = 3

    def __str__(self) -> str:
        return self.name.lower()


SEVERITIES = {str(level): level for level in Severity}


class Edit(msgspec.Struct, frozen=True):
    """Replace the code points [start, end) by `text`."""

    start: int
    end: int
    text: str


class Fix(msgspec.Struct, frozen=True):
    """Edits that belong together; `safe` ones may run unattended."""

    edits: tuple[Edit, ...]
    safe: bool = False


class Obstacle(msgspec.Struct, frozen=True):
    """Why the fix that a check suggests cannot be written in the file; `safe` as in a Fix."""

    reason: str
    safe: bool = False


class Hit(msgspec.Struct, frozen=True):
    """What a check yields: a span of the View, in code points, and why it is marked.

    `severity`, `confidence` and `rule` override what the check declares. `edits` are spans of
    the View too; only the linter turns a Hit into a Finding on the original file.
    """

    start: int
    end: int
    message: str
    suggestions: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    edits: tuple[Edit, ...] = ()
    safe: bool = False
    severity: Severity | None = None
    confidence: float | None = None
    cluster: str | None = None
    rule: str | None = None


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """A defect of the original file: source[start:end] == text, offsets in code points.

    `text` is raw, `shown` what a reader sees; lines and columns count from 1. A finding has
    either a `fix` or, where its fix cannot be written in the file, an `obstacle`, or neither.
    """

    path: str
    rule: str
    severity: Severity
    confidence: float
    message: str
    start: int
    end: int
    line: int
    column: int
    end_line: int
    end_column: int
    text: str
    shown: str
    suggestions: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    fix: Fix | None = None
    fingerprint: str = ""
    cluster: str | None = None
    record: str | None = None
    obstacle: Obstacle | None = None

    @property
    def category(self) -> str:
        return self.rule.partition("/")[0]


class Confirmed(msgspec.Struct, frozen=True):
    """A name that the lists confirm as right."""

    start: int
    end: int
    text: str
    name: str


class Notice(msgspec.Struct, frozen=True):
    """Something the user should know that is no defect of the text."""

    message: str
    path: str | None = None


class Rule(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of a rule, whether a check or an entry of a pack.

    `lang` names the languages of the text it is for; "*" is any.
    """

    id: str
    severity: Severity
    confidence: float
    summary: str
    why: str = ""
    pack: str = ""
    lang: tuple[str, ...] = ("en",)
    fixable: bool = False
    safe: bool = False
    flags: tuple[str, ...] = ()
    keeps: tuple[str, ...] = ()

    @property
    def category(self) -> str:
        return self.id.partition("/")[0]


class FileResult(msgspec.Struct, kw_only=True):
    """All that one run found out about one file.

    `baselined` counts findings that the baseline accepts; with fixes, `fixed` counts those made,
    `fixed_text` is the new text and `source` and the findings are those of the new text. Of a
    file that is read in pieces, `offset` code points and `line` lines stand before `source`.
    """

    path: str
    source: str = ""
    findings: list[Finding] = []
    confirmed: list[Confirmed] = []
    notices: list[Notice] = []
    error: str | None = None
    error_line: int | None = None
    suppressed: int = 0
    baselined: int = 0
    words: int = 0
    fixed: int = 0
    fixed_text: str | None = None
    offset: int = 0
    line: int = 0

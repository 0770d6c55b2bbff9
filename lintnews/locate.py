"""Hits on the View to findings on the original file: places, fixes, fingerprints."""

from __future__ import annotations

from .digest import blake2b
from .document import Document
from .findings import Edit, Finding, Fix, Hit, Obstacle, Severity
from .source.article import Source
from .source.escape import Unwritable, escaped


class Locator:
    """Turns spans of the View into findings on the original file."""

    def __init__(self, document: Document, source: Source):
        self.document = document
        self.source = source

    def finding(self, rule: str, severity: Severity, confidence: float, hit: Hit) -> Finding | None:
        """Return the finding of a hit, or None where nothing of it stands in the original."""
        view, source = self.document.view, self.source
        start, end = view.to_source(hit.start, hit.end)
        if end <= start:
            return None
        line, column = source.position(start)
        end_line, end_column = source.position(end)
        shown = self.document.text[hit.start : hit.end]
        fix, obstacle = self._fix(hit)
        return Finding(
            path=source.path,
            rule=rule,
            severity=severity,
            confidence=round(confidence, 3),
            message=hit.message,
            start=start,
            end=end,
            line=line,
            column=column,
            end_line=end_line,
            end_column=end_column,
            text=source.text[start:end],
            shown=shown,
            suggestions=hit.suggestions,
            evidence=hit.evidence,
            fix=fix,
            fingerprint=self._fingerprint(rule, hit),
            cluster=hit.cluster,
            record=self.document.article.record,
            obstacle=obstacle,
        )

    def _fix(self, hit: Hit) -> tuple[Fix | None, Obstacle | None]:
        """Return the fix on the original, or why it cannot be made there."""
        view = self.document.view
        if not hit.edits:
            return None, None
        if any(self._hides(edit) for edit in hit.edits):
            return None, Obstacle("markup that nobody sees stands in it", hit.safe)
        try:
            edits = [
                Edit(*view.to_source(edit.start, edit.end), self._escaped(edit))
                for edit in hit.edits
            ]
        except Unwritable as problem:
            return None, Obstacle(problem.reason, hit.safe)
        return Fix(tuple(edits), hit.safe), None

    def _escaped(self, edit: Edit) -> str:
        """Return an edit's text as it must stand in the file; raise Unwritable."""
        layers = self.document.escape_at(edit.start)
        begins = edit.start == 0 or self.document.text[edit.start - 1] == "\n"
        return escaped(edit.text, layers, begins, self.source.encoding)

    def _hides(self, edit: Edit) -> bool:
        """Say whether an edit would touch characters that nobody sees.

        A block that goes as a whole takes the markup inside it along.
        """
        view, text = self.document.view, self.document.text
        said = text[edit.start : edit.end]
        whole = self.document.article.blocks and not edit.text and "\n" not in said[1:-1]
        if whole and said[:1] == said[-1:] == "\n" and len(said) > 2:
            return view.hides(edit.start, edit.start + 2) or view.hides(edit.end - 2, edit.end)
        return (
            view.hides(edit.start, edit.end)
            or view.divides(edit.start)
            or view.divides(edit.end)
            or (self.document.article.blocks and "\n" in said and self._leaves_block(edit))
        )

    def _leaves_block(self, edit: Edit) -> bool:
        text = self.document.text
        around = text[max(edit.start - 1, 0) : edit.end + 1]
        return "\n\n" in around or edit.start == 0 or edit.end >= len(text)

    def _fingerprint(self, rule: str, hit: Hit) -> str:
        """Return a digest of the rule, the words and those beside them in the line."""
        text = self.document.text
        before = text[max(hit.start - 60, 0) : hit.start].rpartition("\n")[2].split()[-3:]
        after = text[hit.end : hit.end + 60].partition("\n")[0].split()[:3]
        shown = " ".join(text[hit.start : hit.end].split())
        return fingerprint(rule, shown, " ".join(before), " ".join(after))


def fingerprint(*said: str) -> str:
    """Return a short digest of texts; moved lines keep the one of their findings."""
    joined = "\0".join(said).encode("utf-8", "replace")
    return blake2b(joined, digest_size=8).hexdigest()

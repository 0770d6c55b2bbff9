"""For programs that read a whole document: the lines of jsonl, sorted into one object."""

from __future__ import annotations

from typing import Any

from ..findings import SCHEMA, FileResult
from . import Options, Summary
from .jsonl import encode, finding_object, other_objects, summary_object


def open_report(options: Options) -> JsonReport:
    return JsonReport()


class JsonReport:
    """Keeps every object and writes them at the end, under a plural key a type."""

    def __init__(self) -> None:
        self._found: dict[str, list[dict[str, Any]]] = {
            "finding": [], "error": [], "notice": [], "confirmed": [],
        }  # fmt: skip

    def begin(self) -> str:
        return ""

    def file(self, result: FileResult) -> str:
        for item in [*map(finding_object, result.findings), *other_objects(result)]:
            self._found[item["type"]].append(item)
        return ""

    def end(self, summary: Summary) -> str:
        whole = {
            "schema": SCHEMA,
            "findings": self._found["finding"],
            "errors": self._found["error"],
            "notices": self._found["notice"],
            "confirmed": self._found["confirmed"],
            "summary": summary_object(summary),
        }
        return encode(whole) + "\n"

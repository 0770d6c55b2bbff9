"""What an attacker would put into an article, a rule, a path: shared by the tests of the reports."""

from __future__ import annotations

from lintnews.findings import (
    Confirmed,
    Edit,
    FileResult,
    Finding,
    Fix,
    Notice,
    Severity,
)

EVIL = (
    "</script><script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\">"
    "]]>&amp;' \x1b[31mred\x07 ::error::x %0A %25 | `code` @everyone [a](javascript:alert(1)) "
    "\u202egnp.exe\u2066 \x00\ufffe {{ 7*7 }} {% raw %} \r\n::warning file=x::second"
)
PATH = "a b/<x>&\"'::%,`|{{1}}\n\u202e.txt"


def finding(source: str, start: int, end: int, **more) -> Finding:
    values = {
        "path": PATH, "rule": "garble/evil", "severity": Severity.ERROR, "confidence": 0.97,
        "message": EVIL, "start": start, "end": end, "line": 1, "column": start + 1, "end_line": 1,
        "end_column": end + 1, "text": source[start:end], "shown": source[start:end],
        "suggestions": (EVIL, ""), "evidence": (EVIL,), "fix": Fix((Edit(start, end, EVIL),)),
        "fingerprint": "0123456789abcdef",
    }  # fmt: skip
    return Finding(**{**values, **more})


def result() -> FileResult:
    """Return a file whose every string is hostile, with findings that overlap."""
    source = f"One {EVIL} two\nthree {EVIL}\n"
    return FileResult(
        path=PATH,
        source=source,
        findings=[
            finding(source, 0, 40),
            finding(source, 4, 60, severity=Severity.WARNING, rule="chrome/evil"),
            finding(source, 20, 30, severity=Severity.INFO, rule="style/evil", fix=None),
        ],
        confirmed=[Confirmed(70, 80, source[70:80], EVIL)],
        notices=[Notice(EVIL)],
    )


def failed() -> FileResult:
    return FileResult(path=PATH, error=EVIL, error_line=3)

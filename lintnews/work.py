"""What is done with one file: linted, fixed where that is wished for, measured with a baseline."""

from __future__ import annotations

from .baseline import without_accepted
from .document import Document
from .errors import InputError, LintnewsError
from .findings import FileResult, Finding, Notice
from .fix import fix_source, told
from .linter import Linter
from .source.article import Source
from .source.read import articles
from .suppress import suppress
from .wire import Wish


def lint_source(linter: Linter, source: Source, whole: bool = True) -> FileResult:
    """Return the result for a decoded file, suppressions applied.

    Raises InputError where the file cannot be read; unless it must be read `whole`, what could
    be read of it is linted and the result carries the error.
    """
    result = FileResult(path=source.path, source=source.text)
    found_in = articles(source, dict(linter.config.fields))
    while True:
        try:
            article = next(found_in, None)
        except InputError as problem:
            if whole:
                raise
            result.error, result.error_line = problem.reason, problem.line
            break
        if article is None:
            break
        document = Document(article, source.path)
        found = linter.run(document, source)
        result.findings.extend(found.findings)
        result.notices.extend(found.notices)
        result.confirmed.extend(found.confirmed)
        result.words += document.word_count
        result.error = result.error or found.error
    if linter.config.suppressions:
        result.findings, result.suppressed = suppress(result.findings, source, linter.known_rules)
    return result


def lint_safely(linter: Linter, source: Source) -> FileResult:
    """Return the result for a file; whatever goes wrong with it is a result with an error."""
    try:
        return lint_source(linter, source, whole=False)
    except InputError as problem:
        return FileResult(path=source.path, error=problem.reason, error_line=problem.line)
    except LintnewsError:
        raise
    except Exception as problem:
        # A mistake of ours: told with its place, and every other file is still linted.
        return FileResult(path=source.path, error=_mistake(problem))


def _mistake(problem: Exception) -> str:
    import traceback

    place = traceback.extract_tb(problem.__traceback__)[-1]
    where = f"{place.filename.replace(chr(92), '/').rpartition('/')[2]}:{place.lineno}"
    said = f"{type(problem).__name__}: {problem}" if str(problem) else type(problem).__name__
    return f"could not be linted, a mistake in lintnews: {said} ({where})"


def fix_result(
    linter: Linter, source: Source, found: FileResult, wish: Wish, accepted: dict[str, int]
) -> FileResult:
    """Return the result after fixes; findings that the baseline accepts are not touched."""
    found.findings, found.baselined = without_accepted(found.findings, accepted)
    last = found

    def lint(again: Source) -> list[Finding]:
        nonlocal last
        last = lint_source(linter, again)
        last.findings, last.baselined = without_accepted(last.findings, accepted)
        return last.findings

    fixed = fix_source(source, found.findings, lint, wish.unsafe, linter.config.severity)
    last.notices = [*found.notices, *(Notice(line) for line in told(fixed.left))]
    last.fixed = fixed.made
    if fixed.text != source.text:
        last.fixed_text = fixed.text
    return last

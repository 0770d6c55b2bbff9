"""The labels of a chart's axis, line by line in the text."""

from __future__ import annotations

from collections.abc import Iterator

from ..document import Document
from ..findings import Hit, Severity
from ..lazy import lazy_pattern
from ..packs.hits import line_hit
from ..text.segment import Span
from .registry import Context, check

# So many numbers in equal steps, each alone on its line, are no table and no count-down.
MIN_LABELS = 4
_LABEL = lazy_pattern(r"[’'$€£]?(-?\d{1,4}(?:[.,]\d{1,3})?)\s?(?:%|[kKmM]|bn|[ap]\.?m\.?)?$")


@check(
    "chrome/chart-labels",
    severity=Severity.WARNING,
    lang=("*",),
    fixable=True,
    flags=["Debt grew.\n\n’17\n\n’18\n\n’19\n\n’20\n\n’21\n\nThe ministry did not comment."],
    keeps=["Goals per game:\n\n3\n\n1\n\n4\n\n1\n\n5", "Ten\n\n3\n\n2\n\n1\n\nThe rocket rose."],
)
def chart_labels(doc: Document, ctx: Context) -> Iterator[Hit]:
    """Numbers or years in equal steps, one a line: the axis of a chart that is not there.

    Text extractors keep the labels of a graphic and lose the graphic. Four numbers in equal
    steps are needed; two-digit years may run past the end of a century. Precision on news pages
    with labelled lines: 1.00, nearly all of them from one page.
    """
    run: list[Span] = []
    values: list[float] = []
    for span in doc.lines:
        match = _LABEL.match(doc.text, span.start, span.end) if span.end - span.start < 9 else None
        number = float(match.group(1).replace(",", ".")) if match else None
        if number is not None and _continues(values, number):
            values.append(number)
            run.append(span)
            continue
        yield from _hits(doc, run)
        run, values = ([span], [number]) if number is not None else ([], [])
    yield from _hits(doc, run)


def _continues(values: list[float], number: float) -> bool:
    if len(values) < 2:
        return not values or number != values[0]
    step, last = values[1] - values[0], values[-1]
    return abs(number - last - step) < 1e-6 or (last + step) % 100 == number


def _hits(doc: Document, run: list[Span]) -> Iterator[Hit]:
    if len(run) >= MIN_LABELS:
        for span in run:
            yield line_hit(doc, span, "a label of a chart", f"{len(run)} numbers in equal steps")

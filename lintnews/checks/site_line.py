"""Lines that the site repeats in article after article, known from its archive."""

from __future__ import annotations

from collections.abc import Iterator

from ..document import Document
from ..findings import Hit, Severity
from ..packs.hits import line_hit
from .registry import Context, check

_SENTENCE_END = (".", "!", "?", ".”", '."')
# A sentence of fewer words is a label with a full stop ("Advertisement.").
SENTENCE_WORDS = 4


@check("chrome/site-line", severity=Severity.WARNING, lang=("*",), fixable=True)
def site_line(doc: Document, ctx: Context) -> Iterator[Hit]:
    """A line that stands in many articles of the same site: a slogan, a menu, a promotion.

    Needs an index of the site's lines (`lintnews site learn ARCHIVE -o site.idx`, then
    `--site-index site.idx`). Digits, dates and names are masked, so that "By Anna Smith, 4 May"
    and "By Carl Jones, 7 June" are one line. A line counts from five articles and two in a
    hundred on, a whole sentence from five in a hundred. House sub-headings that every article
    has ("Background") are found too; ignore them where they are meant to stay. What it finds
    depends on the archive, so no precision is given.
    """
    site = ctx.site
    if site is None:
        return
    from ..site import SENTENCE_SHARE, SiteIndex

    if not isinstance(site, SiteIndex):
        return
    headlines = [part for part in doc.parts if part.kind == "headline"]
    for span in doc.lines:
        text = doc.text[span.start : span.end]
        count = site.count(text)
        if not count or any(part.start <= span.start < part.end for part in headlines):
            continue
        sentence = text.endswith(_SENTENCE_END) and text.count(" ") + 1 >= SENTENCE_WORDS
        if sentence and count < SENTENCE_SHARE * site.articles:
            continue
        evidence = f"stands in {count:,} of {site.articles:,} articles of this site"
        yield line_hit(doc, span, "a line of the site, not of the article", evidence)

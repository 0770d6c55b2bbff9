"""Scraps of the page's code: entities, short codes, tags, styles, scripts, templates."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..document import Document
from ..findings import Hit, Severity
from .registry import Context, check

_MARKUP = re.compile(
    r"&\s?(?:nbsp|amp|lt|gt|quot|apos|[lr][sd]quo|[mn]dash|hellip|laquo|raquo|bull|copy|reg|eacute|shy)\s?;"
    r"|&\s?#\s?x?[0-9a-fA-F]{2,6}\s?;"
    r"|\[/?(?:caption|gallery|embed|video|audio|playlist|youtube|twitter|tweet|instagram|facebook|vc_\w+"
    r"|et_pb_\w+|su_\w+|ads|adsense|contact-form-7|shortcode|url|img)\b[^\]\n]{0,300}\]"
    r"|</?(?:p|br|div|span|a|b|i|em|strong|img|figure|figcaption|iframe|script|style|ul|li|ol|h[1-6]"
    r"|table|t[drh]|blockquote|section|article|video|source|input|button|form|svg|path|noscript)\b[^<>\n]{0,400}/?>"
    r"|<!--.{0,80}|-->|<!\[CDATA\["
    r"|\{\{[^{}\n]{1,80}\}\}|\{%[^{}\n]{1,80}%\}|\$\{[^{}\n]{1,60}\}|<%=?[^%\n]{1,80}%>"
    r"|\b(?:document\.(?:getElement|write|query)|window\.\w|googletag\.|dataLayer\.push|adsbygoogle|console\.log"
    r"|jQuery\(|fbq\(|gtag\(|var\s+\w+\s?=|function\s?\w*\s?\([^)\n]{0,60}\)\s?\{)[^\n]{0,200}"
    r"|[.#][\w-]{2,40}\s?\{[^{}\n]{3,300}\}|@media\s?[^{\n]{0,80}\{[^\n]{0,200}"
    r"|\b(?:font-(?:size|family|weight)|margin(?:-\w+)?|padding(?:-\w+)?|background-color|text-align)\s?:\s?[^;\n]{1,60};"
    r"|(?<!\w)%(?:\d\$)?[sd](?!\w)|\bundefined undefined\b|\[object Object\]|\bNaN\b(?=[,.% ])"
)
# One of these stands in every scrap: most articles hold none and need no search.
_SIGNS = ("&", "[", "<", "{", "%s", "%d", "window.", "undefined", "gtag", "adsbygoogle", "NaN")


@check(
    "garble/markup",
    severity=Severity.ERROR,
    lang=("*",),
    flags=[
        'The mayor &nbsp; left. [gallery ids="12,13"]',
        "She said & nbsp ; that",
        "Good evening, {{ user.name }}.",
        "The end.</p>",
    ],
    keeps=[
        "AT&T; R&D; Marks & Spencer; he [the mayor] left in <5 minutes.",
        "“[It] was bad,” he said of the {brackets}.",
    ],
)
def markup(doc: Document, ctx: Context) -> Iterator[Hit]:
    """A scrap of the page's code between the words: "& nbsp ;", "[gallery ids=…]", "{{ title }}".

    Extraction left it, and machine translation often tore it apart. Code that an article prints
    on purpose belongs into a code block, which is not linted.
    """
    text = doc.text
    if not any(sign in text for sign in _SIGNS):
        return
    for match in _MARKUP.finditer(text):
        entity = match.group()[0] == "&"
        yield Hit(
            match.start(),
            match.end(),
            f"{match.group()[:40]!r} is code of the page",
            severity=Severity.WARNING if entity else None,
        )

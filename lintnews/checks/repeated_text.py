"""Sentences, paragraphs and headlines that stand twice in one article."""

from __future__ import annotations

from collections.abc import Iterator

from ..document import Document
from ..findings import Hit, Severity
from ..lazy import lazy_pattern
from ..text.segment import Span
from ..text.verbs import PRONOUNS
from .density import weighed
from .posts import in_post
from .registry import Context, check

# A sentence repeats by accident from so many words on; shorter ones are refrains and answers.
MIN_SENTENCE_WORDS = 6
# Directly after its twin a shorter one is a slip too, where no speaker says it.
MIN_NEXT_WORDS = 4
# Inside a quotation a speaker may say a slogan twice.
MIN_QUOTED_WORDS = 12
# A twin so many paragraphs back is a slip; one further back may be a pull quote or a caption.
NEAR = 2
# The credit behind a headline: "[Reuters]", "(The Post)", " - Walla! sport".
_CREDIT = lazy_pattern(
    r"\s(?:[(\[](?:[A-Z][\w’'&.-]*\s?){1,3}[)\]]|[-–—|]\s[A-Z][\w’'&.!-]*(?:\s[\w’'&.!-]+){0,2})$"
)
# Characters by which two neighbours may differ: marks, articles, a label ("VIDEO").
MOST_OTHER = 12
# Words up to this length are small: in another order or number they change nothing.
SMALL = 3
# Of fewer other words every one counts, and its place.
MIN_ALIKE = 3
_WORD = lazy_pattern(r"\w+")
_SENTENCE_END = '.!?…”"'
# The first lines are headlines and teasers; a sentence of the text that says one again is a slip.
HEAD_LINES = 6
# The headline of the page, above all prose, is no pull quote: from so many words on it never stands twice.
MIN_TITLE_WORDS = 8
# A heading directly under itself: from so many words on it is no row of a table.
MIN_HEADING_WORDS = 3


@check(
    "garble/repeated-text",
    severity=Severity.WARNING,
    flags=[
        "The bridge was closed on Monday by the police.\n\nBuses run by way of Udine.\n\n"
        "The bridge was closed on Monday by the police.",
        "Premier League table today\n\nPremier League table today\n\nThe team lost again.",
        "Silence in town: the sound of a bell\n\nSilence in town – the sound of a bell!\n\nIt rained.",
    ],
    keeps=[
        "“I was never here,” he said. “I was never here.”",
        "my mother says\ncome down\n\nmy mother says\ncome down",
    ],
)
def repeated_text(doc: Document, ctx: Context) -> Iterator[Hit]:
    """The same sentence, paragraph or headline twice in one article.

    Page scrapers pick up the headline, the caption or the teaser again; translators lose their
    place. Compared are words only, so a missing last full stop and the name of the site behind a
    headline do not hide the twin. Refrains of fewer than six words, slogans inside quotations and
    the writers of posts are left alone. Far from its twin, and once in a long article, it is only
    mentioned, unless it is the headline of the page in eight words or more. On machine-translated news, pages of such sites and edited news 25 of 26 were right.
    """
    yield from weighed(doc, _hits(doc))


def _hits(doc: Document) -> Iterator[Hit]:
    marked = -1
    order = 0
    starts = [paragraph.start for paragraph in doc.paragraphs]
    seen: dict[str, Span] = {}
    previous = ""
    headings: set[str] = set()
    titles: set[str] = set()
    told = False
    for number, paragraph in enumerate(doc.paragraphs):
        near = starts[max(number - NEAR, 0)]
        key = _key(doc.text, paragraph)
        kind = doc.part_at(paragraph.start) if len(doc.parts) > 1 else "body"
        if kind != "body":
            # Fields beside the body repeat it by design: titles, summaries, captions.
            previous = key if kind == "headline" else previous
            while order < len(doc.sentences) and doc.sentences[order].start < paragraph.end:
                order += 1
            continue
        words = key.count(" ") + 1
        twice = key in seen and words >= MIN_SENTENCE_WORDS and _is_prose(doc, paragraph)
        if key and (twice or (words >= MIN_HEADING_WORDS and _is_next(key, previous))):
            marked = paragraph.end
            close = seen.get(key, paragraph).start >= near or key in headings
            titled = key in titles and words >= MIN_TITLE_WORDS
            yield _hit(paragraph, "paragraph", close, sure=titled)
        previous = key
        last = ""
        if key:
            seen.setdefault(key, paragraph)
            if number < HEAD_LINES and doc.text[paragraph.end - 1].isalnum():
                headings.add(key)
                if not told:
                    titles.add(key)
            told = told or not doc.text[paragraph.end - 1].isalnum()
        while order < len(doc.sentences) and doc.sentences[order].start < paragraph.end:
            sentence = doc.sentences[order]
            order += 1
            if sentence == paragraph or sentence.start < marked:
                continue
            key = _key(doc.text, sentence)
            words = key.count(" ") + 1
            again = key == last and words >= MIN_NEXT_WORDS and not _is_said(doc, sentence)
            again = again and key.split()[0] not in PRONOUNS
            twin = seen.get(key, sentence)
            earlier = twin.end <= sentence.start
            if again or (earlier and words >= _least_words(doc, sentence)):
                yield _hit(sentence, "sentence", twin.start >= near or key in headings)
            seen.setdefault(key, sentence)
            last = key


def _hit(span: Span, what: str, near: bool, sure: bool = False) -> Hit:
    return Hit(
        *span,
        f"this {what} stands here for the second time",
        severity=Severity.WARNING if sure else (None if near else Severity.INFO),
    )


def _least_words(doc: Document, sentence: Span) -> int:
    return MIN_QUOTED_WORDS if _is_said(doc, sentence) else MIN_SENTENCE_WORDS


def _is_said(doc: Document, sentence: Span) -> bool:
    """Say whether a sentence stands in a quotation or is shouted."""
    opens, ends = doc.text[sentence.start], doc.text[sentence.end - 1]
    return doc.in_quote(sentence.start) or opens in "“\"'‘" or ends in "!?"


def _is_prose(doc: Document, paragraph: Span) -> bool:
    if doc.text[paragraph.start] in "—–-" and in_post(doc, paragraph.start):
        # The writer of two posts of one day.
        return False
    return doc.text[paragraph.start] not in "“\"'‘" or paragraph.end - paragraph.start > 80


def _key(text: str, span: Span) -> str:
    """Return the words of a span, lower-cased, without what stands around them."""
    said = text[span.start : span.end]
    if said[-1] not in _SENTENCE_END and (said[-1] in ")]" or " - " in said or " | " in said):
        said = _CREDIT.sub("", said)
    return " ".join(said.lower().split()).strip(" .,:;!?…\"“”'‘’«»-–—")


def _is_next(key: str, previous: str) -> bool:
    """Say whether two neighbours are the same but for marks, small words and a label."""
    if key == previous:
        return True
    if abs(len(key) - len(previous)) > MOST_OTHER:
        return False
    words, before = ([w for w in _WORD.findall(k) if len(w) > SMALL] for k in (key, previous))
    if len(before) < MIN_ALIKE:
        return _WORD.findall(key) == _WORD.findall(previous)
    return sorted(words[: len(before)]) == sorted(before)

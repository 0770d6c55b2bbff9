"""An Article with everything a check needs to know of its text, computed once and lazily."""

from __future__ import annotations

import bisect
from collections.abc import Callable
from functools import cached_property
from typing import TypeVar

from .source.article import Article, Part
from .source.view import View
from .text.case import lower_case
from .text.mentions import Mention, find_mentions
from .text.quotes import Fault, Quote, read_quotes
from .text.segment import Span, split_lines, split_paragraphs, split_sentences
from .text.squeezed import Squeezed
from .text.tokens import Tokens

T = TypeVar("T")


class Document:
    """The text of one article; all spans are code points of `text`, the clean text of its View."""

    def __init__(self, article: Article, path: str = "<text>"):
        self.article = article
        self.path = path
        self.view: View = article.view
        self.text: str = article.view.text
        self.parts: tuple[Part, ...] = article.parts
        self.memo: dict[str, object] = {}

    @classmethod
    def of(cls, text: str) -> Document:
        """Return the Document of a text in memory, as plain text."""
        from .source.article import Source
        from .source.text import articles

        return cls(next(articles(Source("<text>", text))))

    @cached_property
    def lower(self) -> str:
        """The text in lower case, each character still at its offset."""
        return lower_case(self.text)

    @cached_property
    def squeezed(self) -> Squeezed:
        """The text in lower case, with one space for each run of white space."""
        return Squeezed(self.lower)

    @cached_property
    def lines(self) -> list[Span]:
        return split_lines(self.text)

    @cached_property
    def paragraphs(self) -> list[Span]:
        return split_paragraphs(self.text, self.lines)

    @cached_property
    def sentences(self) -> list[Span]:
        return split_sentences(self.text, self.paragraphs)

    @cached_property
    def tokens(self) -> Tokens:
        return Tokens(self.text)

    @cached_property
    def quotes(self) -> list[Quote]:
        return self._read_quotes[0]

    @cached_property
    def quote_faults(self) -> list[Fault]:
        """The quotation marks that do not pair."""
        return self._read_quotes[1]

    @cached_property
    def _read_quotes(self) -> tuple[list[Quote], list[Fault]]:
        return read_quotes(self.text, self.paragraphs)

    @cached_property
    def mentions(self) -> list[Mention]:
        return find_mentions(self.text, self.sentences)

    @cached_property
    def _paragraph_starts(self) -> list[int]:
        return [span.start for span in self.paragraphs]

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [span.start for span in self.sentences]

    @cached_property
    def _line_starts(self) -> list[int]:
        return [span.start for span in self.lines]

    @cached_property
    def _quote_starts(self) -> list[int]:
        return [quote.start for quote in self.quotes]

    def paragraph_at(self, offset: int) -> Span:
        return self.paragraphs[max(bisect.bisect_right(self._paragraph_starts, offset) - 1, 0)]

    def sentence_at(self, offset: int) -> Span:
        return self.sentences[max(bisect.bisect_right(self._sentence_starts, offset) - 1, 0)]

    def opens_sentence(self, offset: int) -> bool:
        """Say whether a sentence starts with the character at `offset`."""
        return self.sentence_at(offset).start == offset

    def line_number(self, offset: int) -> int:
        """Return the place in `lines`, from 0, of the line that holds the character."""
        return max(bisect.bisect_right(self._line_starts, offset) - 1, 0)

    def line_at(self, offset: int) -> Span:
        return self.lines[self.line_number(offset)]

    def in_quote(self, offset: int) -> bool:
        """Say whether the character at `offset` stands inside a quotation."""
        order = bisect.bisect_right(self._quote_starts, offset) - 1
        return order >= 0 and offset < self.quotes[order].end

    def part_at(self, offset: int) -> str:
        """Return the kind of the part at `offset`: headline, summary, body or caption."""
        for part in self.parts:
            if part.start <= offset < part.end:
                return part.kind
        return "body"

    def escape_at(self, offset: int) -> str:
        """Return how new text gets into the file at `offset`: see Part."""
        for part in self.parts:
            if part.start <= offset <= part.end:
                return part.escape
        return ""

    def once(self, key: str, compute: Callable[[], T]) -> T:
        """Return `compute()`, computed once for this document and shared between checks."""
        if key not in self.memo:
            self.memo[key] = compute()
        return self.memo[key]  # type: ignore[return-value]

    @cached_property
    def word_count(self) -> int:
        return self.text.count(" ") + self.text.count("\n") + 1 if self.text.strip() else 0

"""What a match must contain: the anchors may skip windows, but never lose a match."""

from __future__ import annotations

import pytest
import regex
from hypothesis import assume, example, given
from hypothesis import strategies as st

from lintnews.document import Document
from lintnews.findings import Severity
from lintnews.packs.anchors import required
from lintnews.packs.compile import compile_rules
from lintnews.packs.match import Matcher
from lintnews.packs.rarity import EDGE, best
from lintnews.packs.schema import RuleSpec
from lintnews.packs.units import Unit
from lintnews.text.case import lower_case
from lintnews.text.squeezed import Squeezed

# Few letters, so that random texts match random patterns often; some change length or kind of case.
LETTERS = "abBkKsİſßéςΣıI"
ATOMS = st.one_of(
    st.text(LETTERS, min_size=1, max_size=4),
    st.sampled_from(
        ["[ab]", "[^a]", r"\w", r"\s", ".", r"\b", "^", "$", r"\.", r"\(", "[]a]", "[a-k]"]
    ),
    st.sampled_from(
        [
            r"\b ",
            r"\.\b",
            r"a\b",
            "(?!\\w)",
            "(?=a)",
            "(?!b)",
            "(?<=a)",
            "(?<!k)",
            "(?i:ab)",
            "(?i)",
            r"\d",
            "[[:alpha:]]",
            "(?#ab)",
        ]
    ),
)
QUANTIFIERS = st.sampled_from(
    ["", "", "", "?", "*", "+", "{2}", "{0,2}", "{1,2}", "{,2}", "??", "*?", "++"]
)
PATTERNS = st.recursive(
    st.tuples(ATOMS, QUANTIFIERS).map("".join),
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map("".join),
        st.lists(inner, min_size=1, max_size=3).map(lambda parts: f"({'|'.join(parts)})"),
        st.tuples(inner, QUANTIFIERS).map(lambda pair: f"(?:{pair[0]}){pair[1]}"),
        st.tuples(inner, QUANTIFIERS).map(lambda pair: f"(?P<n>{pair[0]}){pair[1]}"),
        st.lists(inner, min_size=2, max_size=2).map("|".join),
    ),
    max_leaves=6,
)
TEXTS = st.text(LETTERS + " .(\n\u00a0²", max_size=40)


def compiled(pattern: str) -> regex.Pattern[str] | None:
    try:
        return regex.compile(pattern, regex.VERSION0 | regex.IGNORECASE)
    except (regex.error, RecursionError):
        return None


@given(PATTERNS, TEXTS)
@example("a{,2}b", "b")
@example("(?i:ab)k", "ABK")
@example("ab|", "")
@example("s", "ſ")
@example("k", "K")
@example("ß", "ss")
def test_every_text_that_matches_contains_what_is_required(pattern: str, text: str):
    search = compiled(pattern)
    assume(search is not None)
    requirements = required(pattern)
    squeezed = Squeezed(lower_case(text)).text
    if search.search(text):
        for requirement in requirements:
            strings = [part.strip(EDGE) for part in requirement]
            assert any(part in squeezed for part in strings), (pattern, text, requirement)


@given(PATTERNS, TEXTS)
def test_anchored_search_finds_what_a_plain_search_finds(pattern: str, text: str):
    search = compiled(pattern)
    assume(search is not None)
    rule = RuleSpec(id="chrome/r", kind="text", pattern=pattern, severity=Severity.WARNING)
    matcher = Matcher(compile_rules([rule]))
    doc = Document.of(text)
    plain = set()
    for start, end in doc.paragraphs:
        for match in search.finditer(doc.text[start:end]):
            if match.end() > match.start():
                plain.add((start + match.start(), start + match.end()))
    assert {(hit.start, hit.end) for _, hit in matcher.hits(doc, "en")} == plain


@pytest.mark.parametrize(
    ("pattern", "needed"),
    [
        (r"follow us on\b", {"follow us on|"}),
        (
            r"(?:follow|join)\s+us on (?:x|tiktok)",
            {"follow us on x", "join us on x", "follow us on tiktok", "join us on tiktok"},
        ),
        (r"\bread\s+more\s*»?", {"|read more"}),
        (r"(?:sub)?scribe to (?!the)", {"scribe to "}),
        (r"[Cc]opyright(?: \d{4})?", {"copyright"}),
        (
            r"colou?rs? in(?=\s+the)",
            {"color in the", "colors in the", "colour in the", "colours in the"},
        ),
        (r"by the light \w+ of day", {"by the light "}),
        (r"(?<!\w)ad(?!\w)", {"|ad|"}),
        (r"\bthe eve,\s+\b", {"|the eve, "}),
        # Too many to be joined to what stands before them, and still the start of a word.
        (
            r"(?:\d+|[a-z]+ly)\s+(?:zax|zex|zig)",
            {" zax", " zex", " zig"},
        ),
    ],
)
def test_pieces_are_joined_to_long_strings(pattern: str, needed: set[str]) -> None:
    anchor = best(required(pattern))
    assert anchor is not None
    assert {string.replace(EDGE, "|") for string in anchor} == needed


@pytest.mark.parametrize(
    "pattern", [r"\w+", "[abc]+", ".", "(?:a|)b?", r"(ab)\1?|\d", r"\x41", "", "[[:alpha:]]"]
)
def test_where_nothing_is_required_nothing_is_claimed(pattern):
    assert best(required(pattern)) is None


def test_every_built_in_rule_of_more_than_classes_has_an_anchor():
    from lintnews.packs.load import builtin_folder
    from lintnews.packs.store import compiled_rules

    pack = compiled_rules([builtin_folder()])
    units = pack.units.reader(Unit)
    bare = {pack.rules[units[n].rule].id for n in pack.anchors.bare}
    # Each rule without an anchor is tried on every line of every article.
    assert len(bare) <= max(30, len(pack.rules) // 30), sorted(bare)

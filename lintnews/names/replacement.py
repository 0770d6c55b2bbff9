"""What to write instead: the right form in the shape of the written one."""

from __future__ import annotations

from collections.abc import Sequence

from ..text.titles import PARTICLES
from .groups import Group
from .parts import name_parts
from .people import WRONG, Form

# Shorter pieces of a name are syllables that houses join or hyphenate as they like, in letters.
MIN_PIECE = 3


def replacement(group: Group, form: Form) -> str:
    """Return the right form in the shape of the written one: whole, or the surname alone.

    The entry's own spelling comes first; an accepted other one only where it is another name.
    """
    main, parts = form.entry.name, name_parts(form.text)
    same_shape = len(name_parts(main)) == len(parts) and form.entry.kind == "person"
    target = main if form.flag == WRONG or same_shape else form.text
    if group.full or len(name_parts(target)) == 1:
        return target
    return target.split()[-1]


def split_in(group: Group, forms: Sequence[Form]) -> bool:
    """Say whether a listed name stands in more words than any form of it: "Shen Zhen"."""
    words = [word for mention in group.mentions for word in mention.words]
    if any(len(word) < MIN_PIECE or word.lower() in PARTICLES for word in words):
        return False
    right = [form.text for form in forms if form.flag != WRONG]
    least = min(len(mention.words) for mention in group.mentions)
    # Zeta Jones and Zeta-Jones: houses join names with a hyphen or without.
    pieces = [text.replace("-", " ") for text in right]
    return all(
        (text[1:].islower() or " " in text) and text.count(" ") + 1 < least for text in pieces
    )


def word_of(name: str, part: str) -> str:
    """Return the word of `name` whose folded form is `part`."""
    for word in name.split():
        if part in name_parts(word):
            return word
    return part.capitalize()

"""What to write instead: the right form in the shape of the written one."""

from __future__ import annotations

from .groups import Group
from .parts import name_parts
from .people import WRONG, Form


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


def word_of(name: str, part: str) -> str:
    """Return the word of `name` whose folded form is `part`."""
    for word in name.split():
        if part in name_parts(word):
            return word
    return part.capitalize()

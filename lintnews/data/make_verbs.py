"""Makes tags.bin: which parts of speech an English word can be, verbs with all their forms.

usage: python -m lintnews.data.make_verbs LEXICON_JS

LEXICON_JS is dist/lexicon.js of the package en-lexicon (MIT, see NOTICE), version 1.0.11: words with
Penn Treebank tags, the most frequent first. Regular forms that it leaves out are added for every
verb that the built-in lexicon knows as a word. lintnews/text/tags.py says how the table is read.
"""

from __future__ import annotations

import re
import sys
from array import array
from pathlib import Path

from ..text import tags
from ..text.lexicon import lexicon
from ..text.table import hash_of
from .write_table import write_table

_LINE = re.compile(r'^\s*"([a-z][a-z’\'-]*)": "([A-Z|$]+)"')
_FLAGS = {
    "NN": tags.NOUN,
    "NNS": tags.NOUN | tags.PLURAL,
    "VB": tags.BASE,
    "VBP": tags.BASE,
    "VBZ": tags.THIRD,
    "VBD": tags.PAST,
    "VBN": tags.PARTICIPLE,
    "VBG": tags.ING,
    "JJ": tags.ADJECTIVE,
    "JJR": tags.ADJECTIVE,
    "JJS": tags.ADJECTIVE,
    "RB": tags.ADVERB,
    "RBR": tags.ADVERB,
    "RBS": tags.ADVERB,
    "NNP": tags.PROPER,
    "NNPS": tags.PROPER | tags.PLURAL,
}
# Later tags of a word are slips of the taggers as often as not.
MOST_TAGS = 5


def main(source: Path) -> None:
    flags: dict[str, int] = {}
    known = lexicon()
    for line in source.read_text("utf-8").splitlines():
        match = _LINE.match(line)
        if match and (known.is_word(match[1]) or known.is_name(match[1])):
            flags[match[1]] = _flags(match[2].split("|")[:MOST_TAGS])
    for verb in [word for word, found in flags.items() if found & tags.BASE]:
        if flags[verb] & tags.MOSTLY_VERB or known.zipf(verb) > 3:
            _inflect(verb, flags, flags[verb] & tags.MOSTLY_VERB)
    table = array("I", bytes(4 * tags.SLOTS))
    for word in sorted(flags):
        if not flags[word]:
            continue
        code = hash_of(word)
        slot = code % tags.SLOTS
        while table[slot]:
            slot = (slot + 1) % tags.SLOTS
        table[slot] = (code >> 12 << 12) | flags[word]
    if sys.byteorder == "big":
        table.byteswap()
    write_table("tags.bin", tags.HEADER + table.tobytes())
    print(f"{len(flags)} words -> tags.bin")


def _flags(found: list[str]) -> int:
    total = 0
    for tag in found:
        total |= _FLAGS.get(tag, 0)
    first = _FLAGS.get(found[0], 0)
    if first & tags.VERB:
        total |= tags.MOSTLY_VERB
    elif first & tags.NOUN:
        total |= tags.MOSTLY_NOUN
    return total


def _inflect(verb: str, flags: dict[str, int], mostly: int) -> None:
    """Add the regular forms of a verb that are words and are not listed yet."""
    if verb.endswith("e"):
        third, past, ing = verb + "s", verb + "d", verb[:-1] + "ing"
    elif verb.endswith("y") and verb[-2:-1] not in "aeiou":
        third, past, ing = verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"
    elif verb.endswith(("s", "x", "z", "ch", "sh")):
        third, past, ing = verb + "es", verb + "ed", verb + "ing"
    else:
        third, past, ing = verb + "s", verb + "ed", verb + "ing"
    for form, flag in (
        (third, tags.THIRD),
        (past, tags.PAST | tags.PARTICIPLE),
        (ing, tags.ING),
    ):
        if lexicon().is_word(form):
            if form not in flags:
                flags[form] = flag | mostly
            elif flags[form] & tags.NOUN and form == third:
                flags[form] |= flag


if __name__ == "__main__":
    main(Path(sys.argv[1]))

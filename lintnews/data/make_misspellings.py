"""Makes misspellings.bin: wrong words and what was meant.

usage: python -m lintnews.data.make_misspellings WORD_CODEGEN_RS

WORD_CODEGEN_RS is src/word_codegen.rs of the crate typos-dict (MIT or Apache-2.0, see NOTICE),
version 0.14.4. Left out is every wrong word that the built-in lexicon knows, as a word of either
English or as a name, and every entry whose right words it does not know.
lintnews/text/table.py says how the table is read.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from ..text.lexicon import lexicon
from ..text.misspellings import HEADER
from ..text.table import encode_map
from .write_table import write_table

_ENTRY = re.compile(r'Str::Ascii\("([a-z]+)"\),\s*&\[([^\]]*)\]')
# Shorter ones are abbreviations as often as slips, in letters.
MIN_LETTERS = 3


def main(source: Path) -> None:
    known = lexicon()
    table: dict[str, list[str]] = {}
    for wrong, listed in _ENTRY.findall(source.read_text("utf-8")):
        right = re.findall(r'"([^"]+)"', listed)
        if len(wrong) < MIN_LETTERS or known.is_word(wrong) or known.is_name(wrong):
            continue
        right = [w for w in right if known.is_word(w) or known.is_name(w) or " " in w]
        if right:
            table[wrong] = sorted(right, key=known.zipf, reverse=True)
    write_table("misspellings.bin", encode_map(table, HEADER))
    print(f"{len(table)} misspellings -> misspellings.bin")


if __name__ == "__main__":
    main(Path(sys.argv[1]))

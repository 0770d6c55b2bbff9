"""Makes lexicon.bin: which English words there are, and how common each is.

usage: python -m lintnews.data.make_lexicon FREQUENCIES SCOWL_FOLDER PERSONS

FREQUENCIES is frequency_dictionary_en_82_765.txt of the package symspellpy (MIT): word and count
a line, from a corpus of 1.02 trillion words. SCOWL_FOLDER is the folder of Debian's package scowl
(free use with notice, see NOTICE): files such as english-words.35. PERSONS is
rigour/data/names/persons.txt of the package rigour 1.8.2 (MIT, from Wikidata, CC0): spellings of given
names and surnames. The table is a hash table of 32-bit entries; lintnews/text/lexicon.py says how it
is read.
"""

from __future__ import annotations

import math
import sys
from array import array
from pathlib import Path

from ..names.fold import fold
from ..text.lexicon import BORNE, HEADER, NAME, SLOTS, WORD, entry_of
from ..text.table import hash_of
from .write_table import write_table

CORPUS_WORDS = 1.02e12
# SCOWL sizes: 70 is a large dictionary; 80 and up hold words nobody knows.
WORD_SIZE = 70
NAME_SIZE = 80
DIALECTS = ("english", "american", "british", "british_z", "canadian", "australian")


def main(frequencies: Path, scowl: Path, persons: Path) -> None:
    zipf: dict[str, float] = {}
    for line in frequencies.read_text("utf-8-sig").splitlines():
        word, count = line.split()
        zipf[word] = math.log10(int(count) / CORPUS_WORDS * 1e9)
    words = listed(scowl, ("words", "contractions"), WORD_SIZE)
    names = listed(scowl, ("upper", "proper-names"), NAME_SIZE)
    borne = _borne(persons)
    table = array("I", bytes(4 * SLOTS))
    for word in sorted({*zipf, *words, *names, *borne}):
        flags = (WORD if word in words else 0) | (NAME if word in names else 0)
        flags |= BORNE if word in borne else 0
        code = hash_of(word)
        slot = code % SLOTS
        entry = entry_of(code, zipf.get(word, 0.0), flags)
        # Two words whose codes differ in the low bits alone would hide one another: they share an
        # entry, with all that is true of either.
        while table[slot] and table[slot] >> 8 != entry >> 8:
            slot = (slot + 1) % SLOTS
        table[slot] = _merged(table[slot], entry)
    if sys.byteorder == "big":
        table.byteswap()
    write_table("lexicon.bin", HEADER + table.tobytes())
    print(
        f"{len(words)} words, {len(names)} names, {len(borne)} borne, {len(zipf)} frequencies -> lexicon.bin"
    )


def _merged(old: int, new: int) -> int:
    """Return the entry of two words with one code: the flags of both, the higher frequency."""
    return new >> 8 << 8 | max(old >> 3 & 31, new >> 3 & 31) << 3 | (old | new) & 7


def listed(scowl: Path, kinds: tuple[str, ...], largest: int) -> set[str]:
    found: set[str] = set()
    for path in scowl.iterdir():
        dialect, _, kind = path.stem.partition("-")
        size = path.suffix[1:]
        if dialect in DIALECTS and kind in kinds and size.isdigit() and int(size) <= largest:
            found |= {word.lower() for word in path.read_text("latin-1").split()}
    return {word.removesuffix("'s") for word in found}


def _borne(persons: Path) -> set[str]:
    """Return the folded spellings in Latin letters, of two letters or more."""
    found = set()
    for line in persons.read_text("utf-8").splitlines():
        for name in line.partition("=>")[0].split(","):
            if all(ord(char) < 0x250 for char in name):
                found.add(fold(name))
    return {name for name in found if len(name) > 1}


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))

"""Lower case as the pattern engine understands it: one character for one, each variant alike."""

from __future__ import annotations

# Letters that a case-insensitive pattern takes for another one although lower case keeps them apart.
_VARIANTS = {
    "ı": "i", "ſ": "s", "µ": "μ", "ς": "σ", "ϐ": "β", "ϵ": "ε", "ϑ": "θ", "ϰ": "κ", "ϖ": "π",
    "ϱ": "ρ", "ϕ": "φ", "\u0345": "ι", "\u1fbe": "ι", "ᲀ": "в", "ᲁ": "д", "ᲂ": "о", "ᲃ": "с",
    "ᲄ": "т", "ᲅ": "т", "ᲆ": "ъ", "ᲇ": "ѣ", "ẛ": "ṡ",
}  # fmt: skip
_TABLE = str.maketrans({**_VARIANTS, "İ": "i"})


def lower_case(text: str) -> str:
    """Return `text` in lower case, every character still at its offset."""
    lower = text.lower()
    if len(lower) != len(text):
        # Only İ becomes two characters.
        lower = text.replace("İ", "i").lower()
    if not lower.isascii() and any(variant in lower for variant in _VARIANTS):
        lower = lower.translate(_TABLE)
    return lower


def has_sure_case(char: str) -> bool:
    """Say whether `lower_case` unites the character with all that a pattern takes it for."""
    code = ord(char)
    if code < 0x180 or 0x370 <= code < 0x530:  # Latin with Extended-A, Greek, Cyrillic
        return char not in "ßΐΰ"
    if not char.isprintable() or (code >= 0x10000 and char.isalpha()):
        return False
    caseless = char.lower() == char.upper() and code >= 0x2B0
    known = not 0x1C80 <= code < 0x1CC0 and not 0xA640 <= code < 0xAC00
    return not char.isalpha() or (caseless and known)

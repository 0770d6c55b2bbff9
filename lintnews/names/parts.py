"""Names to comparable parts: folded, without particles, hyphenated articles split off."""

from __future__ import annotations

import functools
import re

from ..lazy import lazy_pattern
from ..text.titles import PARTICLES
from .fold import fold

_SPLIT = lazy_pattern(r"[\s_/]+|(?<=[A-Za-z])\.(?=[A-Za-z])")
_ARTICLE = lazy_pattern(
    r"^(al|el|ul|ad|ar|as|ash|at|az|an|ben|bin|abu)[-‐‑’'](?=\w)", re.IGNORECASE
)

# Particles that with a capital are names or words of places: Ben Stiller, San Salvador.
_ALSO_NAMES = frozenset(
    "ed es les ben abu st san santa mac o y e i ap do an as at ad le la das".split()
)


@functools.lru_cache(maxsize=2_048)
def name_parts(name: str) -> tuple[str, ...]:
    """Return the folded parts of a name without particles: "Bashar al-Assad" -> bashar, assad.

    Hyphenated names stay one part. A name that is nothing but particles keeps them.
    """
    parts: list[str] = []
    particles: list[str] = []
    for word in _SPLIT.split(name):
        core = _ARTICLE.sub("", word)
        part = fold(core)
        if not part:
            continue
        if part in PARTICLES and (word[0].islower() or part not in _ALSO_NAMES):
            particles.append(part)
        else:
            parts.append(part)
    return tuple(parts or particles)


@functools.lru_cache(maxsize=2_048)
def joined(name: str) -> str:
    """Return every letter of a name folded: the key of exact membership ("aljazeera")."""
    return fold(name)


def share_particle(name: str, other: str) -> bool:
    """Say whether two names have one particle between their parts: "Kevin de Braine", "De Bruyne"."""
    inner = [{fold(word) for word in text.split()[1:-1]} & PARTICLES for text in (name, other)]
    return bool(inner[0] & inner[1])

"""Pairs of forms that grammar explains: plurals, inhabitants, women's surnames."""

from __future__ import annotations

# Endings that turn a name into another word of English: plurals, inhabitants, languages.
_INFLECTIONS = frozenset(
    "s es ies ys n an ian ans ians ese ish er ers i is ic ist ists ism".split()
)
# Kenyan, Chilean; a second n behind a consonant is a slip.
_BEFORE_N = "aeiouy"
# Surnames of men and women in languages that inflect them, and the places named after them
# (Khomutovo after Khomutov); folded.
_GENDERED = (
    ("ov", "ova"), ("ev", "eva"), ("in", "ina"), ("yn", "yna"), ("sky", "skaya"), ("skyi", "ska"),
    ("ski", "ska"), ("cki", "cka"), ("skiy", "skaya"), ("skij", "skaja"), ("oy", "aya"),
    ("vsky", "vka"), ("nsky", "nka"), ("ov", "ovo"), ("ev", "evo"), ("in", "ino"), ("yn", "yno"),
    ("y", "a"), ("son", "dottir"), ("sson", "dottir"), ("dzki", "dzka"), ("us", "iene"),
    ("as", "iene"), ("is", "yte"), ("as", "aite"), ("s", "a"), ("os", "ou"), ("is", "i"), ("", "ova"),
)  # fmt: skip


def is_inflected(part: str, other: str) -> bool:
    """Say whether one folded form is the other with an English ending, such as Angels, Angeles."""
    if "yo" in part + other and part.replace("yo", "e") == other.replace("yo", "e"):
        # Russian writes one letter for both: Zhuravlev, Zhuravlyov.
        return True
    short, long = sorted((part, other), key=len)
    stem = short[:-1] if short[-1] in "aeoy" else short
    if len(stem) < 3:
        return False
    ending = long[len(short) :]
    if short.endswith("sk") and ending in ("y", "iy", "aya", "oye"):
        # Khabarovsk and its Khabarovsky Krai.
        return long.startswith(short)
    if long.startswith(short) and ending in _INFLECTIONS:
        return ending != "n" or short[-1] in _BEFORE_N
    return (
        stem != short
        and len(stem) > 3
        and long[len(stem) :] in _INFLECTIONS
        and (long.startswith(stem))
    )


def is_derived(part: str, place: str) -> bool:
    """Say whether a folded form shares all of a place but its end: Swedes, Qatargas, Eurozone."""
    shared = 0
    for x, y in zip(part, place, strict=False):
        if x != y:
            break
        shared += 1
    return shared >= max(3, len(place) - 2)


def is_gendered_pair(part: str, other: str) -> bool:
    """Say whether two folded surnames are a man's and a woman's form, such as Tolstoy, Tolstaya."""
    for man, woman in _GENDERED:
        for x, y in ((part, other), (other, part)):
            if x.endswith(man) and y.endswith(woman):
                root = x[: len(x) - len(man)] if man else x
                if root == y[: len(y) - len(woman)] and len(root) > 2:
                    return True
    return False


# Surnames of men and women alone, without the places and given names of the table above.
_SEXES = (
    ("ov", "ova"), ("ev", "eva"), ("in", "ina"), ("yn", "yna"), ("sky", "skaya"), ("sky", "ska"),
    ("skyi", "ska"), ("ski", "ska"), ("cki", "cka"), ("skiy", "skaya"), ("skij", "skaja"),
    ("dzki", "dzka"), ("oy", "aya"), ("is", "i"), ("os", "ou"), ("ek", "kova"), ("", "ova"),
    ("us", "iene"), ("as", "iene"), ("is", "yte"), ("as", "aite"),
)  # fmt: skip


def of_other_sex(part: str) -> list[str]:
    """Return the surnames of the other sex that a folded one may be the form of."""
    found = []
    for man, woman in _SEXES:
        for mine, other in ((man, woman), (woman, man)):
            root = part.removesuffix(mine) if mine else part
            if part.endswith(mine) and len(root) > 2:
                found.append(root + other)
    return found


# Case endings of more than one letter, folded; English adds none of them to a name.
_CASES = frozenset(
    # Finnish, Estonian
    """in en ssa sta lla lta lle ksi issa illa ille ilta ista tta ga le lt ilt ile"""
    # Hungarian
    """ nak nek ban ben bol val vel rol tol nal nel hoz hez ert ot et ra re"""
    # Turkish, Kazakh, Azerbaijani
    """ un nin nun dan den tan ten da de ya ye yi yu tyn tin nyn dyn din ge men pen"""
    # Georgian, Armenian
    """ is it ma sgan stan its"""
    # Slavic, Baltic, Romanian, Albanian
    """ ego iego emu iemu ogo omu ym im em om iem ami ovi owi as us ui iui ul ului lui ut""".split()
)
# Letters of a surname below which an n or an s more makes another.
SHORTEST_DECLINED = 5
# Those of one letter behind a vowel: Finnish and Hungarian.
_CASES_BEHIND_VOWEL = frozenset("nt")
_VOWELS = frozenset("aeiouy")


def case_stems(part: str) -> list[str]:
    """Return what a folded form may be without the case ending of another language, or with its own."""
    stems = [part[:-size] for size in range(2, 5) if part[-size:] in _CASES]
    if part[-1:] in _CASES_BEHIND_VOWEL and part[-2:-1] in _VOWELS:
        stems.append(part[:-1])
    if part[-1:] in _VOWELS:
        # Greek and Baltic names lose the s of the nominative.
        stems.append(part + "s")
    return stems


# Countries whose languages have a nominative in -s, and Georgia, whose genitive has it.
_OF_S = frozenset(("Greece", "Cyprus", "Latvia", "Lithuania", "Georgia"))


def is_case_of(parts: tuple[str, ...], name: tuple[str, ...], of: tuple[str, ...]) -> bool:
    """Say whether folded parts are a name whose surname alone has another case: Sauli Niinistön.

    An s counts for people of countries `of` that decline with it: elsewhere it is a plural, or
    makes another surname.
    """
    if len(parts) != len(name) or parts[:-1] != name[:-1]:
        return False
    part, surname = parts[-1], name[-1]
    short, long = sorted((part, surname), key=len)
    if long[:-1] != short or short[-1:] not in _VOWELS or len(short) < SHORTEST_DECLINED:
        return False
    return part == surname + "n" or (long[-1] == "s" and not _OF_S.isdisjoint(of))

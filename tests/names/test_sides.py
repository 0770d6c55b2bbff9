"""Which of two spellings is right, how names sound, and names torn or run together."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lintnews.linter import Linter
from lintnews.names.sides import commoner, is_japanese, short_vowels
from lintnews.names.sound import sound, sound_keys, sounds_alike
from lintnews.names.variants import Word

from .judged import alarms, linter_with


def word(part: str, count: int = 1, full: int = 0) -> Word:
    return Word(part, part.title(), [(n, n + 1) for n in range(count)], set(), {}, {}, full)


@pytest.mark.parametrize(
    ("right", "wrong", "why"),
    [
        (word("yaoxiang"), word("yaosiang", 3), "it is well-formed pinyin"),
        (word("kaikokan"), word("kaikoukan", 2), "news writes long vowels short"),
        (word("brattegard", 4), word("brategard"), "it stands 4 times in this article"),
        (word("holmbygd"), word("holmbygdar"), "the other has a case ending"),
        (word("vornik", 1, 1), word("wornik", 1), "the full name has it"),
        (word("einstein"), word("enstein", 6), "it is a known name"),
    ],
)
def test_the_right_side_is_named_with_the_reason(right: Word, wrong: Word, why: str) -> None:
    assert commoner(right, wrong, None) == (right, wrong, why)
    assert commoner(wrong, right, None) == (right, wrong, why)


def test_nothing_decides_between_two_that_are_alike() -> None:
    assert commoner(word("tolbrek"), word("tolbrik"), None) is None


def test_japanese_is_told_from_other_languages() -> None:
    assert is_japanese("kaikoukan")
    assert not is_japanese("yaoxiang")
    assert short_vowels("ohtani") == short_vowels("otani")


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("cooler", "koller"), ("vitkaf", "witkoff"), ("ivitch", "ivic"), ("tareq", "tarique"),
        ("schulgin", "shulgin"), ("sinegubov", "syniehubov"), ("barrenechea", "barrenetxea"),
        ("garnie", "garnier"), ("keen", "keane"),
    ],
)  # fmt: skip
def test_names_that_sound_alike(a: str, b: str) -> None:
    assert sounds_alike(a, b)
    assert sounds_alike(b, a)


@pytest.mark.parametrize(
    ("a", "b"), [("hasan", "hussein"), ("kabul", "zabul"), ("iran", "iraq"), ("miller", "muster")]
)
def test_names_that_do_not_sound_alike(a: str, b: str) -> None:
    assert not sounds_alike(a, b)


@given(st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=12))
def test_every_part_sounds_like_itself_and_shares_its_keys(part: str) -> None:
    assert sounds_alike(part, part)
    assert sound(part) or part in "h"
    assert sound_keys(part) & sound_keys(part)


@given(
    st.text("aeioucghkstvwz", min_size=2, max_size=7),
    st.text("aeioucghkstvwz", min_size=2, max_size=7),
)
def test_parts_that_sound_alike_share_a_key(a: str, b: str) -> None:
    assert not sounds_alike(a, b) or sound_keys(a) & sound_keys(b)


def test_a_torn_mention_is_joined_where_the_article_has_one_word(tmp_path: Path) -> None:
    own = linter_with(tmp_path, "- {name: Sunvalers, kind: org, of: [Norway]}\n")
    text = "The Sunvalers won at home. Norway cheered the Sun Valers on Sunday."
    assert alarms(own, text) == [("Sun Valers", ("Sunvalers",))]


def test_a_hyphen_in_a_single_name_is_taken_out(tmp_path: Path) -> None:
    own = linter_with(
        tmp_path, "- {name: Asanohama, kind: place}\n- {name: Al-Qorva, kind: place}\n"
    )
    assert alarms(own, "The road to Asano-hama was shut.") == [("Asano-hama", ("Asanohama",))]
    assert alarms(own, "The road to Al-Qorva was shut. Alqorva slept.") == []


def test_two_words_run_together_are_parted(linter: Linter) -> None:
    assert alarms(linter, "She flew to Newdelhi on Sunday.") == [("Newdelhi", ("New Delhi",))]


def test_corrections_keep_the_spelling_that_the_article_has(tmp_path: Path) -> None:
    own = linter_with(
        tmp_path,
        "- {name: Ilya Torvenko, also: [Ilya Torvienko], wrong: [Torwenko], roles: [mayor], of: [Latvia]}\n",
    )
    text = "The mayor Ilya Torvienko of Latvia spoke. Torwenko then left."
    assert alarms(own, text) == [("Torwenko", ("Torvienko",))]


def test_an_article_with_umlauts_gets_the_form_that_has_them(tmp_path: Path) -> None:
    own = linter_with(
        tmp_path, "- {name: Gerda Moerike, also: [Gerda Mörike], roles: [mayor], of: [Germany]}\n"
    )
    text = "The mayor of Köln in Germany, Gerda Mörkie, spoke."
    assert [right for _, (right,) in alarms(own, text)] == ["Gerda Mörike"]


def test_a_nickname_in_quotation_marks_is_left_alone(linter: Linter) -> None:
    text = 'Governor Gavin Newsom spoke. Gavin Newsom left. His rival called him "Newscorn" twice.'
    assert alarms(linter, text) == []


def test_brands_inside_longer_runs_have_their_capitals(linter: Linter) -> None:
    text = "The clerk (Counselor IN Whatsapp). The Iphone rang."
    assert alarms(linter, text) == [("Whatsapp", ("WhatsApp",)), ("Iphone", ("iPhone",))]


def test_peoples_are_no_slip_for_a_town(linter: Linter) -> None:
    assert (
        alarms(linter, "In Brasilia the Brazilians sang. A great Briton came from Brighton.") == []
    )


@pytest.mark.parametrize(
    "text",
    [
        "The station at Johoku is near. Johokuko lost the match.",
        "Yuki sang. Yukiko danced.",
        "The road to Ust-Vorna was shut; the Ust-Vornyn district slept.",
        "In Ginza they eat late. In Kinza they do not.",
        "The mask of Tutankhamen is gold. Tutankhamun was young.",
        "General Vadim Zhuravlyov spoke. General Zhuravlev left.",
    ],
)
def test_other_names_that_are_near_stay(linter: Linter, text: str) -> None:
    assert alarms(linter, text) == []


def test_a_surname_of_one_sound_follows_the_exact_given_name_where_the_country_is_named(
    tmp_path: Path,
) -> None:
    own = linter_with(
        tmp_path, "- {name: Robbo Feeney, roles: [coach], of: [Ireland], weight: 3}\n"
    )
    assert alarms(own, "The coach Robbo Feany of Ireland spoke.") == [
        ("Robbo Feany", ("Robbo Feeney",))
    ]


def test_a_hyphen_of_a_double_name_may_be_left_out(tmp_path: Path) -> None:
    own = linter_with(tmp_path, "- {name: Ida Vondale-Marr, roles: [actress]}\n")
    assert alarms(own, "The actress Ida Vondale Marr sang.") == []


def test_of_one_pair_only_one_side_is_marked(linter: Linter) -> None:
    text = "Tolbrinov won twice. The driver Pavel Tolbryinov won at home. Pavel Tolbryinov waved."
    assert len({found for found, _ in alarms(linter, text)}) <= 1


def test_a_sign_with_a_letter_behind_is_no_spelling_of_the_one_without(linter: Linter) -> None:
    text = "The Vornian Tolbrit fired. The Vornian Tolbrit-S did not. A Tolbrit-S was lost."
    assert alarms(linter, text) == []

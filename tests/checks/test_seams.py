"""Sentences that ran into each other, words without a space, letters left over."""

from __future__ import annotations

import pytest

from lintnews.linter import Linter

from .garble import fixed, levels, marked


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("He ended the talks with them Although the army was against it.", "Although"),
        ("The critics say the enemy It had lost many men in a day.", "It"),
        ("He thinks of the two states of Saudi Arabia, It gathers pictures of both.", "It"),
        ("Since last month Released by the house was nothing at all.", "Released"),
        ("They hope to join the club in Next summer, if it rains.", "Next"),
        ("It was the mayor (Councillor IN whatsapp) who wrote it.", "IN"),
    ],
)
def test_a_capital_in_mid_sentence_is_marked(linter: Linter, text: str, word: str) -> None:
    assert marked(linter, "stray-capital", text) == [word]


@pytest.mark.parametrize(
    "text",
    [
        "She read it in The Economist in The Hague.",
        "They played a song called Because in the hall.",
        "He saw Live and Let Die and It Happened One Night.",
        "The talks between Robert Lighthizer and Liu He have begun.",
        "The first batch of We Can Do It was sold out.",
        "The question is, Who pays for all of it?",
        "The Who and the Guess Who were on stage.",
    ],
)
def test_titles_and_names_keep_their_capitals(linter: Linter, text: str) -> None:
    assert marked(linter, "stray-capital", text) == []


def test_a_sentence_that_starts_in_lower_case_is_marked_with_the_word_before(
    linter: Linter,
) -> None:
    text = "Many died in the camp. human rights groups said so."
    assert marked(linter, "lowercase-sentence", text) == ["camp. human"]


def test_a_space_before_the_full_stop_does_not_hide_it(linter: Linter) -> None:
    text = "They stood before the gate . among them were many trainees."
    assert marked(linter, "lowercase-sentence", text) == ["gate . among"]


@pytest.mark.parametrize(
    "text",
    ["Smith vs. the state began.", "Apple sold it. iPhone owners left.", "It costs approx. ten."],
)
def test_abbreviations_and_brands_start_nothing(linter: Linter, text: str) -> None:
    assert marked(linter, "lowercase-sentence", text) == []


def test_a_paragraph_in_lower_case_is_marked_at_its_first_word(linter: Linter) -> None:
    text = "The talks failed.\n\nin an atmosphere of embraces the leader marked his birthday.\n"
    assert marked(linter, "lowercase-paragraph", text) == ["in"]


def test_an_entry_of_a_ticker_in_lower_case_is_marked(linter: Linter) -> None:
    text = "+++ 22:32 shoe maker loses its warrant +++\n"
    assert marked(linter, "lowercase-paragraph", text) == ["shoe"]


def test_the_letter_of_an_item_is_no_paragraph_in_lower_case(linter: Linter) -> None:
    text = "The list is short.\n\na) Bread and milk are dear in all of the shops.\n"
    assert marked(linter, "lowercase-paragraph", text) == []


def test_a_poem_in_lower_case_stays(linter: Linter) -> None:
    assert marked(linter, "lowercase-paragraph", "the goat on the roof\ndoes not know\n") == []


@pytest.mark.parametrize(
    ("text", "found", "after"),
    [
        ("He saw the end.He left.", "end.He", "end. He"),
        ("The alliance (NATO)said so.", "(NATO)said", "(NATO) said"),
        ("It showed growthThe army said.", "growthThe", "growth The"),
        ("At 17:05Moscow said no.", "17:05Moscow", "17:05 Moscow"),
        ("It costs 143,000euros a year.", "143,000euros", "143,000 euros"),
        ("It is WhatsApp-this contact with people.", "WhatsApp-this", "WhatsApp this"),
    ],
)
def test_a_missing_space_is_found_and_set(
    linter: Linter, text: str, found: str, after: str
) -> None:
    assert marked(linter, "fused", text) == [found]
    assert after in fixed(linter, "fused", text)


@pytest.mark.parametrize(
    "word",
    ["YouTube", "LinkedIn", "iPhone", "McCain", "Booking.com", "index.html", "U.S.Army", "f(x)",
     "(re)write", "1980s", "5km", "10:30pm", "e.g.this", "BuzzFeed", "not-for-profit"],
)  # fmt: skip
def test_names_addresses_and_units_are_one_word(linter: Linter, word: str) -> None:
    assert marked(linter, "fused", f"They spoke of {word} on Monday.") == []


def test_two_words_run_together_in_lower_case(linter: Linter) -> None:
    text = "They spoke of the planwhich the council had made."
    assert marked(linter, "fused-words", text) == ["planwhich"]
    assert "plan which" in fixed(linter, "fused-words", text)


def test_a_drop_cap_before_the_word_is_cut_off(linter: Linter) -> None:
    text = "KShortly after the attack had begun, the politicians met in Brussels.\n"
    assert marked(linter, "drop-cap", text) == ["KShortly"]
    assert fixed(linter, "drop-cap", text).startswith("Shortly after")


def test_a_drop_cap_in_the_place_of_a_letter_is_replaced(linter: Linter) -> None:
    text = "Dhe army of the country is under more and more pressure.\n"
    assert fixed(linter, "drop-cap", text).startswith("The army")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Everybody who has ever pulled. a number had to wait.", "pulled. a"),
        ("The captain moved to. midfield after the break.", "to. midfield"),
    ],
)
def test_a_full_stop_that_fell_into_a_clause_is_marked(
    linter: Linter, text: str, place: str
) -> None:
    assert marked(linter, "lowercase-sentence", text) == [place]


def test_a_list_with_letters_and_inches_are_no_torn_clauses(linter: Linter) -> None:
    text = "Choose plan a. a second plan costs more. It snowed 5 in. and more fell later."
    assert marked(linter, "lowercase-sentence", text) == []


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The minister will meet with both of the parties on Monday The talks may last.", "The"),
        ("The old factory at the river was closed for good in 2019 It stood empty.", "It"),
    ],
)
def test_a_clause_behind_a_date_without_a_full_stop_is_marked(
    linter: Linter, text: str, word: str
) -> None:
    assert marked(linter, "stray-capital", text) == [word]


def test_a_work_named_behind_a_date_keeps_its_capital(linter: Linter) -> None:
    text = "The novel was filmed in 2019. In 2021, The Guardian praised it on Monday. The end."
    assert marked(linter, "stray-capital", text) == []


def test_names_with_a_comma_and_no_space_are_marked(linter: Linter) -> None:
    text = "She is the secretary of the Pd,Elly Moretti said."
    assert marked(linter, "fused", text) == ["Pd,Elly"]


def test_a_preposition_and_an_article_run_together_are_marked(linter: Linter) -> None:
    text = "He asked for a report onthe results."
    assert marked(linter, "fused-words", text) == ["onthe"]
    assert fixed(linter, "fused-words", text) == "He asked for a report on the results."


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "The car of the driver was found at the river. Police took his papers away and he wa",
            "he wa",
        ),
        (
            "The next show of the tour will take place in the old harbour next month at the",
            "at the",
        ),
        ("The minister, who had come to the port on. Friday was a holiday in the city.", "on."),
    ],
)
def test_a_paragraph_that_stops_in_mid_sentence_is_marked(
    linter: Linter, text: str, place: str
) -> None:
    assert marked(linter, "unfinished", text) == [place]


@pytest.mark.parametrize(
    "text",
    [
        "What to look out for",
        "The old harbour of the city and the ships that everybody in the town likes to look at",
        "He is the calmest man in the whole of the team. Ask anybody you like. That is who he is",
    ],
)
def test_headings_and_stranded_prepositions_are_finished(linter: Linter, text: str) -> None:
    assert marked(linter, "unfinished", text) == []


def test_the_before_a_nationality_in_mid_sentence_is_marked(linter: Linter) -> None:
    text = "The man asked The Russian Prosecutor General to verify what was said."
    assert marked(linter, "stray-capital", text) == ["The"]
    assert marked(linter, "stray-capital", "He read it in The Irish Times on Monday.") == []


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The late call of the referee had been very Clear and the crowd went home.", "Clear"),
        ("The coach spoke of a missed Rendezvous with history in the old hall.", "Rendezvous"),
        ("Without him the talks would have The Kuwaitis speak with them at night.", "The"),
        ("The referee asked the VAR, No penalty was given in the end.", "No"),
    ],
)
def test_capitals_of_plain_words_and_lost_sentence_ends_are_marked(
    linter: Linter, text: str, word: str
) -> None:
    assert marked(linter, "stray-capital", text) == [word]


@pytest.mark.parametrize(
    "text",
    [
        "It was a very British understatement of the case.",
        "They are on course for a first Five Nations title.",
        "He spoke to the former Chancellor of the league.",
        "Whether the wind whistles Over the empty field, Like a song of old, he does not know.",
    ],
)
def test_offices_nations_and_verse_keep_their_capitals(linter: Linter, text: str) -> None:
    assert marked(linter, "stray-capital", text) == []


def test_a_verb_glued_to_a_name_is_marked(linter: Linter) -> None:
    text = "Talks with Vera Lindqvistcontinue. Mr Rasmus left, and Rasmussaid nothing of it."
    assert marked(linter, "fused-words", text) == ["Lindqvistcontinue", "Rasmussaid"]
    assert levels(linter, "fused-words", text) == ["warning", "warning"]


def test_a_name_that_ends_like_a_word_is_no_seam(linter: Linter) -> None:
    text = "Rashad met Ferdinand, Farhad and Mr Goodwill in Iceland. Mr Farrow left."
    assert marked(linter, "fused-words", text) == []


def test_a_site_with_a_mark_in_its_name_lacks_no_space(linter: Linter) -> None:
    text = "It stood on Yahoo!News and on Harbour.Today in May."
    assert marked(linter, "fused", text) == []


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The head of the office said: In Bergen The rain falls all day.", "The"),
        ("A man named Vitézy On his page wrote a long note.", "On"),
        ("The guests of the town of Italy She then met were late.", "She"),
        ("The airline Northfield, Which flies to ten cities, fell.", "Which"),
        ("The first man (An Arab) was let go.", "An"),
        ("The head of the office هواشناسی Of Ardabil spoke.", "Of"),
        ("“A Guard cannot stand at each door,” he said.", "Guard"),
        ("A fire broke out in the town One man is missing.", "One"),
    ],
)
def test_a_capital_behind_a_name_a_bracket_or_another_script_is_marked(
    linter: Linter, text: str, word: str
) -> None:
    assert marked(linter, "stray-capital", text) == [word]


@pytest.mark.parametrize(
    "text",
    [
        "The crew of Air Force One landed.",
        "He will vote for a Labour government, and a Democrat will win.",
        "They sang Back In the Fields and Rolling In the deep.",
        "She asked Ann Berg, Who will pay?",
        "He read a novel (A Man in the Rain) and slept.",
        "In Bergen The Times is read.",
    ],
)
def test_works_parties_and_planes_keep_their_capitals(linter: Linter, text: str) -> None:
    assert marked(linter, "stray-capital", text) == []


def test_a_sentence_that_starts_twice_is_a_repetition(linter: Linter) -> None:
    text = "They ask for clear rules; but It It seems that no date exists. The The played."
    assert marked(linter, "repetition", text) == ["It It"]


REST = "a court has sentenced a man who worked as the treasurer of a club for years."


def test_a_dateline_without_a_mark_is_a_seam(linter: Linter) -> None:
    text = f"Tampere The judge of {REST}\n\nFollow The judge of {REST}"
    assert marked(linter, "stray-capital", text)[:1] == ["Tampere The"]
    assert "Follow The" not in marked(linter, "stray-capital", text)


def test_where_one_paragraph_lost_its_capital_those_behind_cut_lines_did_too(
    linter: Linter,
) -> None:
    cut = f"We regret the delay\n\ndue to the rain {REST}"
    assert marked(linter, "lowercase-paragraph", cut) == []
    text = f"The rain fell on the town all day.\n\nthe rain of {REST}\n\n{cut}"
    assert marked(linter, "lowercase-paragraph", text) == ["the", "due"]


@pytest.mark.parametrize(
    "text",
    [
        "A man by the name of Although lived in the tower.",
        "He read a paper headed Under the bridge, and nobody wrote it.",
    ],
)
def test_a_capital_behind_what_somebody_is_called_is_kept(linter: Linter, text: str) -> None:
    assert marked(linter, "stray-capital", text) == []

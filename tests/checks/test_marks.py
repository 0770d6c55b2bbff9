"""Marks doubled, astray, spaced; quotation marks; scraps of code; numbers."""

from __future__ import annotations

import pytest

from lintnews.document import Document
from lintnews.linter import Linter

from .garble import fixed, levels, marked


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They die,” he said. . The talk went on.", ". ."),
        ("Here is the report .. It is long.", ".."),
        ("He came,, she left.", ",,"),
        ("The acid~ was found.", "acid~"[-1]),
        ("The talks failed () again.", "()"),
        ("He knew the? answer to it.", "the?"),
        ("He knew of the^ answer.", "the^"),
    ],
)
def test_a_mark_too_many_is_marked(linter: Linter, text: str, found: str) -> None:
    assert marked(linter, "stray-mark", text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "Sen. Doe, R-Fla., left with Acme Inc., which failed.",
        "Well... it rained. Why?! Wait…",
        "See ../src or main() for ~5 of them.",
        "He shouted “Fire!” and ran. Yahoo! was sold.",
    ],
)
def test_abbreviations_ellipses_and_paths_stay(linter: Linter, text: str) -> None:
    assert marked(linter, "stray-mark", text) == []


def test_the_space_before_a_full_stop_is_taken_out(linter: Linter) -> None:
    text = "The army denied this . It said no more."
    assert marked(linter, "space-before-mark", text) == [" ."]
    assert fixed(linter, "space-before-mark", text) == "The army denied this. It said no more."


def test_a_torn_contraction_is_marked(linter: Linter) -> None:
    assert marked(linter, "space-before-mark", "They do n't know it.") == [" n't"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The worst coach in 100 years“. And he left.", "years“"),
        ("He took a ”small step and left.", "”small"),
        ("A “loud minority”which damages all.", "”which"),
        ("““He is right,” they said.", "““He"),
        ("” We advance, he said.", "”"),
        ('It does not wait for permits ", he said. "No."', 'permits "'),
    ],
)
def test_a_quotation_mark_that_does_not_fit_its_place(
    linter: Linter, text: str, found: str
) -> None:
    assert marked(linter, "quotation-mark", text) == [found]


def test_a_reversed_mark_is_turned(linter: Linter) -> None:
    text = "The worst coach in 100 years“. And he left."
    assert "years”." in fixed(linter, "quotation-mark", text)


def test_a_quotation_opened_twice_is_marked_at_the_second_mark(linter: Linter) -> None:
    text = "“Our goal is “to help them find a way,” a senior official said."
    assert marked(linter, "unpaired-quote", text) == ["“to"]


def test_a_quotation_never_closed_is_marked_where_it_opens(linter: Linter) -> None:
    text = "He said that “the grid is fragile. He will visit Kyiv.\n\nThat was all.\n"
    assert marked(linter, "unpaired-quote", text) == ["“the"]


@pytest.mark.parametrize(
    "text",
    [
        "He said that “the grid is fragile.\n\nIt needs repair.” That was all.\n",
        'He said: "The grid is fragile.\n\nIt needs repair."\n',
    ],
)
def test_a_quotation_that_goes_on_without_reopening_is_a_note(linter: Linter, text: str) -> None:
    assert levels(linter, "unpaired-quote", text) == ["info"]


def test_a_quotation_inside_another_of_the_same_marks_is_marked_once(linter: Linter) -> None:
    text = '"I liked the film "Lamps at Sea" most. It was long," the guest said.\n'
    assert marked(linter, "unpaired-quote", text) == ['"Lamps']


def test_a_straight_mark_behind_a_space_ends_the_quotation_of_its_paragraph(
    linter: Linter,
) -> None:
    text = 'He said: "The grid is fragile. "\n\nThat was all.\n'
    assert marked(linter, "quotation-mark", text) == [' "']
    assert marked(linter, "unpaired-quote", text) == []


def test_a_quotation_closed_by_the_wrong_mark_is_marked_there(linter: Linter) -> None:
    text = "He said Busan is “closer to Fukuoka than to Seoul’. The guest left.\n"
    assert marked(linter, "unpaired-quote", text) == ["Seoul’"]


@pytest.mark.parametrize(
    "text",
    [
        "“We went home.\n\n“Then it rained,” she said.",
        'He is 5\'10" tall. "I\'ve got a 36" waist," he said.',
        "“He said, ‘Never again,’ and left,” she said.",
        "“The talks failed. “We left,” he said.",
    ],
)
def test_quotations_that_go_on_inches_and_nested_ones_stay(linter: Linter, text: str) -> None:
    assert marked(linter, "unpaired-quote", text) == []
    assert marked(linter, "quotation-mark", text) == []


def test_one_slip_in_a_long_article_is_only_a_note(linter: Linter) -> None:
    prose = "The council met on Monday and spoke of the bridge.\n\n" * 100
    assert levels(linter, "space-before-mark", prose + "It was late ; he left .\n")[-1:] == ["info"]


@pytest.mark.parametrize(
    "scrap",
    ["&nbsp;", "& nbsp ;", '[gallery ids="1,2"]', "{{ user.name }}", "</p>", "&#233;",
     "<!-- more -->", "[object Object]"],
)  # fmt: skip
def test_a_scrap_of_code_is_marked_whole(linter: Linter, scrap: str) -> None:
    assert marked(linter, "markup", f"The mayor {scrap} left.") == [scrap]


def test_brackets_and_signs_of_prose_are_no_code(linter: Linter) -> None:
    text = "“[It] was AT&T,” he said; [the mayor] left in <5 minutes, {sic}."
    assert marked(linter, "markup", text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The guests won 1: 2 in Haifa.", "1: 2"),
        ("They met at 18: 00 on the 24th.", "18: 00"),
        ("A 30 - year-old man came 5 - th.", "30 - year-old"),
        ("It cost 3,5 million euros.", "3,5 million"),
        ("They lost 12,4 Mio. in May.", "12,4 Mio."),
        ("They paid $4 billion dollars for it.", "$4 billion dollars"),
    ],
)
def test_a_number_in_another_form_is_marked(linter: Linter, text: str, found: str) -> None:
    assert found in marked(linter, "number", text)


@pytest.mark.parametrize(
    "text", ["Read Luke 3: 12 again.", "It was 5:30.", "3,500 million left.", "A 4 x 100 relay."]
)
def test_verses_times_and_thousands_stay(linter: Linter, text: str) -> None:
    assert marked(linter, "number", text) == []


def test_a_comma_with_its_space_on_the_wrong_side_is_marked(linter: Linter) -> None:
    text = "Signs are tested at ten junctions ,something that drivers want."
    assert marked(linter, "space-before-mark", text) == [" ,"]


def test_two_commas_for_an_opening_quotation_mark_are_marked(linter: Linter) -> None:
    assert marked(linter, "stray-mark", 'He paused. ,,Nobody waits," he said.') == [",,"]


def test_a_quotation_that_one_language_opens_and_another_closes_is_marked(linter: Linter) -> None:
    text = 'The coach said: « The league is open to all of us". He left.'
    assert marked(linter, "unpaired-quote", text) == ["«"]


def test_a_sentence_glued_to_a_quotation_is_marked(linter: Linter) -> None:
    text = "He said: “There is no room in the budget”.he declined to say more."
    assert marked(linter, "quotation-mark", text) == ["”.he"]


def test_a_quotation_glued_to_its_colon_is_marked(linter: Linter) -> None:
    assert marked(linter, "quotation-mark", "The host shouted:“The sweater is sold!”") == ["“The"]


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("The minister (who was in Rome said nothing to them.", "(who"),
        ("The head of the bank, Ali Omar) left the room.", "Omar)"),
        ("He [the mayor came late.\n\nShe did not.", "[the"),
    ],
)
def test_a_bracket_without_its_other_half_is_marked(linter: Linter, text: str, mark: str) -> None:
    assert marked(linter, "bracket", text) == [mark]


@pytest.mark.parametrize(
    "text",
    [
        "Buy a) bread, b) milk (fresh), 12) eggs, iv) tea :) and go.",
        "(This is the first of two.\n\nThat was the second.)",
        "He [the mayor (and she)] left.",
        "The list is short.\n\na) Bread is dear.\n\n12) Milk is not.\nviii) Eggs are out.",
        "They lost again :( and went home :-(\n\nThat was all.",
    ],
)
def test_lists_smileys_and_nested_brackets_are_whole(linter: Linter, text: str) -> None:
    assert marked(linter, "bracket", text) == []


def test_dots_in_the_middle_of_a_clause_are_marked(linter: Linter) -> None:
    text = "The allies press the army to avoid… the war. “We wait… the war is near,” he said."
    assert marked(linter, "ellipsis", text) == ["avoid…"]


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ('He said: "The date is January 20.".\n\nRain fell.', '.".'),
        ("“This cannot last.”, he added.", ".”,"),
    ],
)
def test_a_second_stop_behind_a_quotation_is_marked(linter: Linter, text: str, mark: str) -> None:
    assert marked(linter, "quotation-mark", text) == [mark]


def test_a_question_may_close_before_a_comma(linter: Linter) -> None:
    assert (
        marked(linter, "quotation-mark", "“But why not?”, he said. He lives in “the U.S.”.") == []
    )


def test_an_open_quotation_is_marked_at_its_speaker(linter: Linter) -> None:
    text = 'The doctors came. "They will look, I am no doctor, he replied. Rain fell.'
    assert marked(linter, "unpaired-quote", text) == [", he replied"]
    assert 'no doctor," he replied' in fixed(linter, "unpaired-quote", text)


def test_a_space_behind_the_name_of_a_country_is_no_lost_title(linter: Linter) -> None:
    text = "The spokesman thanked the people of Iraq . He left. " + "Rain fell in the north. " * 30
    assert levels(linter, "space-before-mark", text) == ["warning"]


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("It must be felt by people.: not on paper. Use of 3 m. etc.: all of it.", [".:"]),
        ("He showed films of January 8..\n\nShe left at 8.. Rain fell.", ["..", ".."]),
        ("The code reads list: [ ] list: [ ] here; lucky us! zlib shrinks it.", []),
    ],
)
def test_stray_marks_behind_words_numbers_and_code(
    linter: Linter, text: str, marks: list[str]
) -> None:
    assert marked(linter, "stray-mark", text) == marks


def test_a_mark_for_minutes_is_marked(linter: Linter) -> None:
    text = 'He scored in the 67” minute and in the 81”. It was a 5” nail of 2" width.'
    assert marked(linter, "number", text) == ["67” minute", "81”"]
    assert marked(linter, "number", "He said “we were fined in the 90”.") == []


def test_two_kinds_of_clock_times_are_mentioned_where_one_is_rare(linter: Linter) -> None:
    text = "The siren went at 14:30. It went again at 18:05 in the north and at 9 pm in the south."
    found = [f for f in linter.check(Document.of(text)) if f.rule == "style/clock-forms"]
    assert [(f.text, str(f.severity)) for f in found] == [("9 pm", "info")]


def test_an_inner_quotation_with_its_own_end_is_only_mentioned(linter: Linter) -> None:
    text = "“The town rejects the “.harbour” request for a domain,” the mayor said."
    assert set(levels(linter, "unpaired-quote", text)) == {"info"}


def test_a_closing_mark_for_an_opening_one_is_one_fault(linter: Linter) -> None:
    text = "A film has the bold” line of the birds – the gulls” are set against the storm.\n"
    assert len(marked(linter, "unpaired-quote", text)) == 1


def test_a_body_may_write_its_article_large(linter: Linter) -> None:
    assert levels(linter, "stray-capital", "He gave a lot to The Swedish Red Cross.") == ["info"]
    text = "He asked The Swedish Prosecutor General to look into it."
    assert levels(linter, "stray-capital", text) == ["warning"]


def test_a_space_before_question_marks_everywhere_is_the_articles_style(linter: Linter) -> None:
    text = "He is no fool ? rather the reverse ? but a man ? so they say ? of few words ? and left."
    assert set(levels(linter, "space-before-mark", text)) == {"info"}
    assert levels(linter, "space-before-mark", "Who pays for it ? Nobody knows.") == ["warning"]


ENGLISH = "“We will wait,” said the mayor, who was in a hurry. "


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Her aide said that „the council decides“.", ["„the"]),
        ("Her aide said that „the council decides”.", ["„the"]),
        ("Her aide called it «a shame for us all».", ["«a"]),
        ("Her aide called it “a shame for us all».", ["all»"]),
    ],
)
def test_another_language_s_marks_beside_english_ones_are_marked(
    linter: Linter, text: str, found: list[str]
) -> None:
    assert marked(linter, "foreign-quotes", ENGLISH + text) == found


def test_marks_of_another_language_become_english_ones(linter: Linter) -> None:
    text = ENGLISH + "Her aide said that „the council decides“."
    assert "that “the council decides”." in fixed(linter, "foreign-quotes", text)


@pytest.mark.parametrize(
    "text",
    [
        ENGLISH + "Her father used to say „Wer rastet, der rostet“.",
        ENGLISH + 'Her aide said "the council decides".',
    ],
)
def test_quotations_in_another_language_keep_its_marks(linter: Linter, text: str) -> None:
    assert marked(linter, "foreign-quotes", text) == []


def test_an_article_all_in_another_language_s_marks_gets_one_note(linter: Linter) -> None:
    text = "The mayor said «we will wait». Her aide said that «the council decides»."
    assert marked(linter, "foreign-quotes", text) == ["«we"]


def test_a_lost_ampersand_a_heading_mark_and_a_backslash_are_code(linter: Linter) -> None:
    text = '## The vote\n\nHe wrote quot;my friend.quot; It was \\"over\\", he said.'
    assert marked(linter, "markup", text) == ["##", "quot;", "quot;", "\\", "\\"]

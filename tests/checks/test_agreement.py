"""Subjects and verbs, determiners and nouns of unlike number; sentences that a line break tears."""

from __future__ import annotations

import pytest

from lintnews import lint_text
from lintnews.linter import Linter

from .garble import fixed, marked


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("The ferries was late. It rained.", "The ferries were late. It rained."),
        ("Three villagers has left the valley.", "Three villagers have left the valley."),
        ("The captain have spoken to the crew.", "The captain has spoken to the crew."),
        ("The old bridge are closed on Sunday.", "The old bridge is closed on Sunday."),
        ("It rained, and they was wet.", "It rained, and they were wet."),
        ("He don't know the way to the farm.", "He doesn't know the way to the farm."),
        ("Three of the singers was late.", "Three of the singers were late."),
        ("Members of the Garden Guild was told.", "Members of the Garden Guild were told."),
        ("There was many boats in the harbour.", "There were many boats in the harbour."),
        ("These proposal of the mayor are old.", "These proposals of the mayor are old."),
    ],
)
def test_a_subject_and_its_verb_agree(linter: Linter, text: str, right: str) -> None:
    assert fixed(linter, "agreement", text) == right


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Every farmers must pay the tax.", ["Every farmers"]),
        ("Nobody knew this villages in the north.", ["this villages"]),
        ("It was a mistakes of the mayor.", ["a mistakes"]),
    ],
)
def test_a_determiner_agrees_with_its_noun(linter: Linter, text: str, found: list[str]) -> None:
    assert marked(linter, "agreement", text) == found


@pytest.mark.parametrize(
    "text",
    [
        "The police have come, the team are ready and the three miles was long.",
        "If he were rich and they demanded that she have a say, should he have one?",
        "“We was robbed,” the striker said. “He don't care.”",
        "The list of names is long. Those who fish is a film. All the better is the next.",
        "The Rangers is a series. The Times is a paper; the economics is simple.",
        "He saw a ratings drop, each others' work, this rises fast, these kind of boats.",
        "The captain of the ships was late. Neither of the captains was there.",
    ],
)
def test_groups_wishes_titles_and_speech_stay(linter: Linter, text: str) -> None:
    assert marked(linter, "agreement", text) == []


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("A number of boat were seen off the cape.", "A number of boats were seen off the cape."),
        ("Dozens of soldier have left the town.", "Dozens of soldiers have left the town."),
        ("She is one of the best player in the club.", "She is one of the best players in the club."),
        ("Five farmer voted against the road.", "Five farmers voted against the road."),
        ("They planted 6,000 tulip along the wall.", "They planted 6,000 tulips along the wall."),
        ("Four to five singer in wool rowed by.", "Four to five singers in wool rowed by."),
        ("3 fire engine were sent to the farm.", "3 fire engines were sent to the farm."),
    ],
)  # fmt: skip
def test_a_noun_behind_an_amount_gets_its_plural(linter: Linter, text: str, right: str) -> None:
    assert fixed(linter, "counted", text) == right


@pytest.mark.parametrize(
    "text",
    [
        "One of the team was hurt. A number of police were there. Hundreds of sheep were sold.",
        "They own dozens of oil and gas wells, a few work permits and one of the best rock bands.",
        "The Nov. 8 election was close. Five voted. He lost one of the crew in the storm.",
    ],
)
def test_groups_and_compounds_behind_an_amount_stay(linter: Linter, text: str) -> None:
    assert marked(linter, "counted", text) == []


def test_a_sentence_torn_by_a_line_break_is_joined(linter: Linter) -> None:
    text = "The party of Vera Lind has to win nine more seats\n\nin the north, said the paper."
    joined = "The party of Vera Lind has to win nine more seats in the north, said the paper."
    assert fixed(linter, "torn-line", text) == joined
    found = [f for f in lint_text(text.replace("\n", "\r\n")) if f.rule == "garble/torn-line"]
    assert [f.text for f in found] == ["seats\r\n\r\nin"]


@pytest.mark.parametrize(
    "text",
    [
        "The final of the cup was played in the rain in\n\nThe town of Hull won it by a goal.",
        "Mayor opens the new harbour to all boats of the coast\n\nthe crowd cheered for an hour.",
        "The final between Norway's Holt and Sweden's\n\nwas won by the older of the two, again.",
        "\n\n".join(f"{word} rows upon the silent water of the\n\ngrey and endless sea again." for word in "abcdef"),
    ],
)  # fmt: skip
def test_headings_lost_names_and_verse_are_no_torn_lines(linter: Linter, text: str) -> None:
    assert marked(linter, "torn-line", text) == []


@pytest.mark.parametrize(
    ("rule", "text", "found"),
    [
        ("quotation-mark", '"We will mend the road" she said on Sunday.', ['road" she']),
        ("quotation-mark", 'The owner said the barn is new"in the village.', ['"in']),
        ("stray-capital", "It sold nine boats a year, A decade ago it was two.", ["A"]),
        ("stray-capital", "The fire burned for nine days, Leaving the farm in ashes.", ["Leaving"]),
        ("fused", "The NATOforces and the EUleaders met.", ["NATOforces", "EUleaders"]),
        ("repetition", "Those who who rowed so that that the boat moved fell.", ["who who", "that that"]),
        ("drop-cap", "H olstein won again in the rain on Sunday.", ["H olstein"]),
        ("misspelled", "They greeted the cham-pions in the square.", ["cham-pions"]),
        ("number-thousands-spaced", "He paid 61 400 euros for it.", ["61 400"]),
        ("quotation-mark", "“The barn stays ours. “", ["ours. “"]),
        ("quotation-mark", 'He wrote to the clerk of DN"The Orchard Society on Monday.', ['"The']),
        ("unpaired-quote", 'We sang. "It was a picnic”, she said on Monday.', ["picnic”"]),
        ("stray-capital", "She wrote a note to His niece on Monday.", ["His"]),
        ("doubled-subject", "The owner of the mare he is dozing.", ["mare he"]),
        ("torn-sentence", "They rowed to the mill. Where, half of them slept.", ["Where,"]),
        ("foreign-word", "The gate of D’orchard is closed, and dell'owner is ill.", ["D’orchard", "dell'owner"]),
        ("dialogue-dash", "– The organ needs new pipes – sighed the sexton Ola Zych.", ["– sighed"]),
        ("dialogue-dash", "The hive was empty. – Nobody opened it, says gardener Eva Lund.", ["–"]),
    ],
)  # fmt: skip
def test_small_damage_is_marked(linter: Linter, rule: str, text: str, found: list[str]) -> None:
    assert marked(linter, rule, text) == found


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("quotation-mark", 'She called it "odd" she said; the 5"in pipe broke.'),
        ("stray-capital", "He read from his book, Walking to the End: A Life, and left."),
        ("fused", "The UKbased firm sold USAid tents and an EUwide plan."),
        ("repetition", "They know who who is; he hid it so that that would not happen."),
        ("dialogue-dash", "The organ – said to be the oldest in the land – needs new pipes."),
        (
            "unfinished",
            "Dear Sir and dear Madam of the town,\n\nYour letter came on Monday, and we read it.",
        ),
        ("stray-capital", "They thank God for all of His gifts, and bowed to Her Majesty."),
        ("doubled-subject", "The owner of the house he was sold is old."),
        ("drop-cap", "E coli and B cells were found in the old well on Sunday."),
    ],
)
def test_small_things_that_are_right_stay(linter: Linter, rule: str, text: str) -> None:
    assert marked(linter, rule, text) == []


def test_a_paragraph_that_ends_with_a_comma_is_unfinished(linter: Linter) -> None:
    text = (
        "She hid the old harp near a mill in the town of Osek,\n\n"
        "The police found it on Monday in the river, and nobody was hurt."
    )
    assert marked(linter, "unfinished", text) == ["Osek,"]

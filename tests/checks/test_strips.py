"""Rows of the page: pieces between separators, and buttons and counters in a row."""

from __future__ import annotations

import pytest

from lintnews.checks.strip_pieces import read_piece, split_line
from lintnews.document import Document
from lintnews.linter import Linter

HEADLINE = "Harbour town closes its old bridge for two years"
STORY = (
    "The council voted on Monday to close the bridge over the river for at least two years, "
    "after engineers had found cracks in both of its towers.\n\n"
    "Traffic will be led over the motorway bridge in the north of the town, said the mayor, who "
    "spoke of a hard time for shops and commuters on both banks of the river."
)


def furniture(linter: Linter, text: str) -> list[str]:
    found = [f for f in linter.check(Document.of(text)) if f.category == "chrome"]
    return [f.text for f in found if f.severity.name != "INFO"]


def strips(linter: Linter, text: str) -> list[str]:
    return [f.text for f in linter.check(Document.of(text)) if f.rule == "chrome/strip"]


@pytest.mark.parametrize(
    "row",
    [
        "Harbour Online | 12+ | Coast",
        "EST | ENG | RUS — Society",
        "INLAND // 3.4 thousand shares",
        "Harbour portal • Tallinn −7° • 4 m/s",
        "Home › Coast › Bridge closed (we follow it live)",
        "[SOCIETY] Harbour",
        "Society Culture Sport Weather Opinion",
        "EUR 4.97 USD 4.55 Harbour +11°",
        "Harbour Evening TV LIVE",
        "Harbour Today: first on the coast!",
        "Radio Harbour – the voice of the coast, always with you",
        "Word of the Coast – News that you trust",
        "HOME COAST WORLD SPORT STARS",
        "Baseball NBA Horse racing Fishing Golf",
        "ROWING World Cup in Narva, day two",
        "Harbour24 · Tallinn 9°C, sunny",
    ],
)
def test_a_row_above_the_headline_is_furniture(linter: Linter, row: str) -> None:
    assert furniture(linter, f"{row}\n\n{HEADLINE}\n\n{STORY}\n") == [row]


@pytest.mark.parametrize(
    "row",
    [
        "Text: evening desk, 3 March, 18:40 (amended at 19:15)",
        "3 March, 18:40 • 5 min to read",
        "From our coastal correspondents, today 18:40",
        "Harbour / Coast News – 12 Ramadan 1446 / March 12, 2025",
        "Harbour, 3 March (Coastal)",
        "Harbour/ Vera Al-Lind",
        "Society · by Vera Lind · 3 minutes of reading",
        "Seen: 12 304 | Harbour bureau",
        "3 March 2025",
    ],
)
def test_a_stamp_below_the_headline_is_furniture(linter: Linter, row: str) -> None:
    assert furniture(linter, f"{HEADLINE}\n\n{row}\n\n{STORY}\n") == [row]


@pytest.mark.parametrize(
    "row",
    [
        "Viber 14 · Facebook 2.1K · Copy link",
        "Useful 12 Makes me sad 40 Next story please 7",
        "Your mood: Like 3 · Angry 9",
        "Rate: 4.2 out of 5 (31 votes)",
        "Join the discussion (17)",
        "Vera Lind · Topics: Bridges · Ferry fares",
        "#Harbour #Bridge",
    ],
)
def test_a_row_below_the_story_is_furniture(linter: Linter, row: str) -> None:
    assert furniture(linter, f"{HEADLINE}\n\n{STORY}\n\n{row}\n") == [row]


@pytest.mark.parametrize(
    "line",
    [
        "Opinion | The bridge was never safe",
        "Watchmen – and women",
        "Politics and sport",
        "Telegram, WhatsApp and the law",
        "Sunday: Harbour – Narva, 20:45",
        "Temperatures: Harbour 38°C, Narva 36°C",
        "Yes: 312 No: 289 Abstained: 3",
        "Moscow – Kyiv – Washington",
        "2.5 million views on YouTube",
    ],
)
def test_headings_results_and_programmes_stay(linter: Linter, line: str) -> None:
    text = f"{HEADLINE}\n\n{STORY}\n\n{line}\n\n{STORY}\n\n{line}\n\n{STORY}\n"
    assert strips(linter, text) == []


@pytest.mark.parametrize(
    "headline",
    [
        "Harbour today: a town without its bridge",
        "World Cup: first win for the hosts",
        "Harbour TV: three managers leave before the autumn",
        "FERRY STRIKE ENTERS SECOND WEEK",
        "NATO ministers meet in Harbour",
        "Police: the bridge was safe",
    ],
)
def test_a_headline_above_its_second_line_is_no_slogan(linter: Linter, headline: str) -> None:
    assert strips(linter, f"{headline}\n\n{HEADLINE}\n\n{STORY}\n") == []


def test_a_pair_of_names_inside_the_story_is_no_writer(linter: Linter) -> None:
    text = "\n\n".join([HEADLINE, *[STORY] * 3, "Lind/ Vera Berg", *[STORY] * 3])
    assert strips(linter, text) == []


def test_a_table_with_bars_stays(linter: Linter) -> None:
    rows = "Tallinn | Coast | Reform\n\nNarva | East | Centre\n\nTartu | South | Reform"
    assert strips(linter, f"{STORY}\n\n{rows}\n") == []


def test_the_dates_of_a_chronicle_stay(linter: Linter) -> None:
    text = f"{HEADLINE}\n\n3 March 2024\n\n{STORY}\n\n9 April 2024\n\n{STORY}\n"
    assert strips(linter, text) == []


def test_names_between_bars_stay_inside_the_story(linter: Linter) -> None:
    text = "\n\n".join([HEADLINE, *[STORY] * 3, "Lind | Berg | Holm", *[STORY] * 3])
    assert strips(linter, text) == []


def test_the_fix_of_a_row_removes_the_whole_line(linter: Linter) -> None:
    text = f"Harbour Online | 12+ | Coast\n\n{HEADLINE}\n\n{STORY}\n"
    found = next(f for f in linter.check(Document.of(text)) if f.rule == "chrome/strip")
    assert found.fix is not None
    edit = found.fix.edits[0]
    assert text[: edit.start] + edit.text + text[edit.end :] == f"{HEADLINE}\n\n{STORY}\n"


def test_a_line_is_split_at_bars_dots_and_arrows_only() -> None:
    assert split_line("Home › Coast | a/b · https://x.example") == (
        ["Home", "Coast", "a/b", "https://x.example"],
        "›|·",
    )


def test_small_words_inside_a_piece_are_no_buttons() -> None:
    assert read_piece("Ferries open for business").kinds == []
    assert read_piece("Open").kinds == ["button"]

"""What is left of a page: swapped words of furniture, headlines said again, lone marks, foreign lines."""

import pytest

from lintnews.document import Document
from lintnews.findings import Severity
from lintnews.linter import Linter
from lintnews.text.spun import MAX_LINE_VARIANTS, put_back_line

HEADLINE = "Old bridge over the river closed for two years"
STORY = (
    "The council voted on Monday to close the bridge over the river for at least two years, after "
    "engineers had found cracks in both of its towers."
)


def furniture(linter: Linter, text: str) -> list[str]:
    found = linter.check(Document.of(text))
    return [f.text for f in found if f.category == "chrome" and f.severity >= Severity.WARNING]


@pytest.mark.parametrize(
    "line",
    [
        "Permit Notifications",
        "Commercial Scroll to proceed",
        "Extra to Learn",
        "Kindly enter your remark!",
        "This is a constructing tale. Examine again for updates.",
        "Filed underneath: Politics",
    ],
)
def test_furniture_with_swapped_words_is_found_at_its_own_place(linter: Linter, line: str) -> None:
    assert furniture(linter, f"{HEADLINE}\n\n{STORY}\n\n{line}\n") == [line]


@pytest.mark.parametrize(
    "line",
    ["Extra time for the ferries", "The facility is to close", "Learn from the tale of the towers"],
)
def test_a_plain_line_with_such_a_word_stays(linter: Linter, line: str) -> None:
    assert furniture(linter, f"{HEADLINE}\n\n{STORY}\n\n{line}\n\n{STORY}\n") == []


def test_marks_and_capitals_stay_where_words_are_put_back() -> None:
    assert "Check back for updates." in put_back_line("Examine again for updates.")
    assert "READ MORE:" in put_back_line("LEARN EXTRA:")


def test_the_number_of_lines_put_back_is_bounded() -> None:
    assert len(put_back_line("home extra " * 12)) <= MAX_LINE_VARIANTS


def test_a_line_without_a_swapped_word_has_no_other_form() -> None:
    assert put_back_line("The towers fell") == []


@pytest.mark.parametrize(
    "line",
    [
        f"HomeSPORTS{HEADLINE}",
        f"Home World {HEADLINE}",
        f"Image for article titled {HEADLINE}",
        f"{HEADLINE} | Harbour Day",
    ],
)
def test_the_headline_with_words_of_the_page_around_it_is_furniture(
    linter: Linter, line: str
) -> None:
    assert line in furniture(linter, f"{HEADLINE}\n\n{line}\n\n{STORY}\n")


@pytest.mark.parametrize("line", [f"{HEADLINE} and ferries are full", f"Why was the {HEADLINE}?"])
def test_a_headline_that_says_more_stays(linter: Linter, line: str) -> None:
    assert furniture(linter, f"{HEADLINE}\n\n{line}\n\n{STORY}\n") == []


def test_underscores_before_the_notes_of_an_agency_are_furniture(linter: Linter) -> None:
    text = f"{HEADLINE}\n\n{STORY}\n\n___\n\nVera Lind contributed to this report.\n"
    assert "___" in furniture(linter, text)


def test_a_rule_between_the_parts_of_a_story_stays(linter: Linter) -> None:
    text = "\n\n".join([HEADLINE, *[STORY] * 3, "___", *[STORY] * 6])
    assert "___" not in furniture(linter, text)


def test_a_song_in_another_language_stays(linter: Linter) -> None:
    song = "\n\n".join(["Mi barca vuelve desde lejos con las redes"] * 8)
    assert furniture(linter, f"{HEADLINE}\n\n{STORY}\n\n{song}\n\n{STORY}\n") == []


def test_a_date_with_a_section_below_the_headline_is_furniture(linter: Linter) -> None:
    row = "March 3, 2025 Business 0"
    assert furniture(linter, f"{HEADLINE}\n\n{row}\n\n{STORY}\n") == [row]

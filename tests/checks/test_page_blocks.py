"""Lines of the page among lines that phrase rules know."""

from __future__ import annotations

import time

from lintnews.checks.page_blocks import stretches
from lintnews.document import Document
from lintnews.linter import Linter

STORY = (
    "The council voted on Monday to close the bridge over the river for at least two years, "
    "after engineers had found cracks in both of its towers."
)


def marked(linter: Linter, text: str, rule: str) -> list[str]:
    return [f.text for f in linter.check(Document.of(text)) if f.rule == rule]


def test_tags_and_menus_after_the_last_paragraph_are_a_tail_block(linter: Linter) -> None:
    text = f"{STORY}\n\nShare on Facebook\n\nHarbour district\n\nEnvironment\n\nLeave a comment\n"
    assert marked(linter, text, "chrome/tail-block") == ["Harbour district", "Environment"]


def test_a_table_of_results_at_the_end_is_no_tail_block(linter: Linter) -> None:
    text = f"{STORY}\n\nTallinn 41.3%\n\nNarva 42.0%\n\nTartu 12.7%\n"
    assert marked(linter, text, "chrome/tail-block") == []


def test_lines_before_the_first_known_line_stay(linter: Linter) -> None:
    text = f"{STORY}\n\nSoup for six\n\nTwo onions\n\nOne leek\n\nShare on Facebook\n"
    assert marked(linter, text, "chrome/tail-block") == []


def test_a_sub_heading_between_paragraphs_stays(linter: Linter) -> None:
    text = f"{STORY}\n\nShare on Facebook\n\n{STORY}\n\nThe north tower\n\n{STORY}\n"
    assert marked(linter, text, "chrome/page-block") == []


def test_a_line_among_gallery_controls_is_part_of_the_gallery(linter: Linter) -> None:
    rows = "Full Screen\n\nView Photos\n\nThe north tower\n\nShare on Facebook\n\nLeave a comment"
    assert marked(linter, f"{STORY}\n\n{rows}\n\n{STORY}\n", "chrome/page-block") == [
        "The north tower"
    ]


def test_headlines_under_most_read_are_marked_until_the_next_paragraph(linter: Linter) -> None:
    rows = "Most read\n\nFerry captain cleared of all charges\n\nSix held after raid on port"
    assert marked(linter, f"{STORY}\n\n{rows}\n\n{STORY}\n", "chrome/headline-list") == [
        "Ferry captain cleared of all charges",
        "Six held after raid on port",
    ]


def test_a_sentence_that_begins_with_most_read_is_prose(linter: Linter) -> None:
    text = f"{STORY}\n\nMost read were his letters from prison, all forty of them.\n\n{STORY}\n"
    assert marked(linter, text, "chrome/headline-list") == []


def test_the_fix_of_a_tail_line_removes_the_line_and_its_blank_line(linter: Linter) -> None:
    text = f"{STORY}\n\nShare on Facebook\n\nHarbour district\n\nLeave a comment\n"
    (found,) = (f for f in linter.check(Document.of(text)) if f.text == "Harbour district")
    assert found.fix is not None
    (edit,) = found.fix.edits
    assert text[edit.start : edit.end] == "\nHarbour district\n"


def test_years_in_equal_steps_are_the_axis_of_a_chart(linter: Linter) -> None:
    text = f"{STORY}\n\n’98\n\n’00\n\n’02\n\n’04\n\n{STORY}\n"
    assert marked(linter, text, "chrome/chart-labels") == ["’98", "’00", "’02", "’04"]


def test_numbers_in_no_equal_steps_are_a_table(linter: Linter) -> None:
    assert marked(linter, f"{STORY}\n\n3\n\n1\n\n4\n\n1\n\n5\n", "chrome/chart-labels") == []


def test_the_name_of_a_paper_at_the_top_is_furniture(linter: Linter) -> None:
    text = f"Harbour Evening Times\n\nBridge closed\n\n{STORY}\n"
    assert marked(linter, text, "chrome/site-name") == ["Harbour Evening Times"]


def test_good_news_is_a_headline(linter: Linter) -> None:
    assert marked(linter, f"Good News\n\n{STORY}\n\n{STORY}\n", "chrome/site-name") == []


def test_stretches_of_lines_are_found_in_linear_time():
    # Sums that fall and fall: every new stretch begins lower than all before it.
    points = [1.0, -2.0] * 100_000
    since = time.process_time()
    assert stretches(points) == [(order, order) for order in range(0, len(points), 2)]
    assert time.process_time() - since < 3


def test_stretches_join_what_scores_more_together():
    assert stretches([4, -5, 3, -3, 1, 2, -2, 2, -2, 1, 5]) == [(0, 0), (2, 2), (4, 10)]


def test_a_time_in_words_beside_a_name_tells_author_and_hour(linter: Linter) -> None:
    text = f"Bridge closed\n\nVera Lindqvist\n\nFriday, June 7, 2024, 05:48\n\n{STORY}\n\n{STORY}\n"
    assert marked(linter, text, "chrome/author-line") == ["Vera Lindqvist"]


def test_sections_places_and_prose_are_no_stamps(linter: Linter) -> None:
    for line in ("Bridge opens again at 14:30 on 9 November", "New York", "Room 12:30"):
        text = f"Bridge closed\n\n{line}\n\n{STORY}\n\n{STORY}\n"
        assert marked(linter, text, "chrome/stamp-line") == []
        assert marked(linter, text, "chrome/author-line") == []


def test_dates_of_two_calendars_or_with_a_clock_are_stamps(linter: Linter) -> None:
    for line in ("Dhaka, Sunday, 18 Kartik 1432, 2 November 2025", "War 05:48, June 7"):
        text = f"{line}\n\nBridge closed\n\n{STORY}\n\n{STORY}\n"
        assert marked(linter, text, "chrome/stamp-line") == [line]


def test_the_headline_behind_a_banner_is_no_page_line(linter: Linter) -> None:
    head = "Council closes the bridge for two years"
    text = f"Accept all cookies\n\n{head}\n\nShare on Facebook\n\nLeave a comment\n\n{STORY}\n"
    assert marked(linter, text, "chrome/page-block") == []


def test_a_headline_may_open_with_a_quoted_word(linter: Linter) -> None:
    head = "‘Proof’ that ferries ran at night shown by captain"
    text = f"{STORY}\n\nMost read\n\nSix held after raid on port offices\n\n{head}\n\n{STORY}\n"
    assert marked(linter, text, "chrome/headline-list")[-1:] == [head]

"""Names that the lists spell otherwise: found, with evidence, at every place."""

from __future__ import annotations

from pathlib import Path

from lintnews.document import Document
from lintnews.linter import Linter

from .judged import alarms, found, linter_with

GALLANT = (
    "Israeli Defense Minister Yov Galante resigned on Sunday. Galante said that the army would "
    "go on. Israel was surprised by Galante."
)


def test_a_misspelled_minister_is_found_with_his_title_as_evidence(linter: Linter) -> None:
    first = found(linter, GALLANT)[0]
    assert (first.text, first.suggestions) == ("Yov Galante", ("Yoav Gallant",))
    assert first.rule == "name/misspelled"
    assert 'title "defense minister"' in first.evidence
    assert "a dropped" in first.message


def test_every_later_surname_is_a_finding_of_its_own(linter: Linter) -> None:
    marked = found(linter, GALLANT)
    assert [f.text for f in marked] == ["Yov Galante", "Galante", "Galante"]
    assert [f.suggestions for f in marked[1:]] == [("Gallant",), ("Gallant",)]


def test_a_doubled_last_letter_is_a_slip_and_no_inflection(linter: Linter) -> None:
    text = "President Vladimir Putinn spoke. Putinn then left the Kremlin."
    assert alarms(linter, text) == [
        ("Vladimir Putinn", ("Vladimir Putin",)),
        ("Putinn", ("Putin",)),
    ]


def test_a_first_name_that_reads_as_a_title_belongs_to_the_name(linter: Linter) -> None:
    text = "Finance Minister Christian Lindner spoke in Berlin. Amir Khan Muttaqi listened."
    assert alarms(linter, text) == []


def test_a_wrong_form_is_mended_safely(tmp_path: Path) -> None:
    own = linter_with(tmp_path, "- {name: Arvo Tammik, wrong: [Arwo Tamik, Tammick]}\n")
    findings = found(own, "Arwo Tamik sang. ARWO TAMIK was late. Later Tammick slept.")
    assert [(f.text, f.suggestions) for f in findings] == [
        ("Arwo Tamik", ("Arvo Tammik",)),
        ("ARWO TAMIK", ("ARVO TAMMIK",)),
        ("Tammick", ("Tammik",)),
    ]
    assert all(f.fix is not None and f.fix.safe for f in findings)


def test_a_wrong_form_is_compared_with_its_marks(tmp_path: Path) -> None:
    own = linter_with(tmp_path, "- {name: Zoravia, kind: place, wrong: [Zórawja]}\n")
    assert alarms(own, "They met in Zórawja.") == [("Zórawja", ("Zoravia",))]
    safe = [f for f in own.check(Document.of("They met in Zorawja.")) if f.fix and f.fix.safe]
    assert safe == []


def test_a_wrong_form_that_differs_in_a_space_alone_is_found(linter: Linter) -> None:
    assert alarms(linter, "He wrote it on Whats App.") == [("Whats App", ("WhatsApp",))]


def test_a_wrong_form_that_differs_in_marks_alone_is_found(linter: Linter) -> None:
    assert alarms(linter, "Rain fell in Kábul. Kabul was cold.") == [("Kábul", ("Kabul",))]


def test_a_wrong_form_that_is_somebodys_surname_here_stays(tmp_path: Path) -> None:
    own = linter_with(tmp_path, "- {name: Yoav Gallant, wrong: [Galanty]}\n")
    text = "The baker Rosa Galanty spoke on Sunday. Galanty sells bread."
    assert alarms(own, text) == []


def test_a_brand_without_its_inner_capital_is_marked(linter: Linter) -> None:
    text = "They met on Whatsapp and on Youtube. WHATSAPP WAS DOWN; see @Whatsapp."
    assert alarms(linter, text) == [("Whatsapp", ("WhatsApp",)), ("Youtube", ("YouTube",))]


def test_a_brand_that_is_accepted_both_ways_is_right(tmp_path: Path) -> None:
    own = linter_with(
        tmp_path, "- {name: ZorbNet, kind: org, also: [Zorbnet]}\n- {name: KrilTel, kind: org}\n"
    )
    assert alarms(own, "Zorbnet bought Kriltel.") == [("Kriltel", ("KrilTel",))]


def test_two_spellings_without_a_list_name_the_right_one_and_why(linter: Linter) -> None:
    text = (
        "The engineer Roland Starovitz visited the dam. Starovitz spoke for an hour. Later "
        "Starvitz left for the coast."
    )
    finding = found(linter, text)[0]
    assert (finding.rule, finding.text) == ("name/inconsistent", "Starvitz")
    assert finding.suggestions == ("Starovitz",)
    assert finding.evidence


def test_where_nothing_decides_between_two_spellings_the_message_says_so(linter: Linter) -> None:
    text = "A witness named Dobrowitzer left early. Nobody asked Dobrovitzer about the fire."
    marked = [f for f in found(linter, text) if f.rule == "name/inconsistent"]
    assert len(marked) == 1
    assert {marked[0].text, *marked[0].suggestions} == {"Dobrowitzer", "Dobrovitzer"}
    assert "Dobrowitzer" in marked[0].message
    assert "Dobrovitzer" in marked[0].message


def test_a_name_in_another_script_is_no_other_spelling(linter: Linter) -> None:
    text = (
        "The singer Svetlana Lobova came home on Monday, and Svetlana Lobova was glad. "
        "Светлана Лобова stood on the poster, and Lobova smiled."
    )
    assert [f.rule for f in found(linter, text) if f.rule == "name/inconsistent"] == []


def test_findings_of_one_bearer_share_a_cluster(linter: Linter) -> None:
    assert len({f.cluster for f in found(linter, GALLANT) if f.suggestions}) <= 2

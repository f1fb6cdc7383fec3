"""The export page: what goes in is seen before it is written, and every open thing has its way."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from docx import Document
from openpyxl import load_workbook
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFileDialog

from tests.workbench.rounds.small_round import made
from ui.exporting.naming import completed
from ui.exporting.rows import Kind, Row
from ui.exporting.words import page_word, tally_words, topic_word
from ui.problem_strip import ProblemStrip
from ui.round.nav import NavButton
from workbench.reports.edition import Audience
from workbench.reports.form import Form
from workbench.reports.preview import Jump, Tally, Topic
from workbench.rounds.desk import open_round

if TYPE_CHECKING:
    from tests.workbench.rounds.small_round import Bench
    from ui.exporting.page import ExportPage

K = Qt.Key


def rows(page: ExportPage) -> list[Row]:
    model = page.list.rows
    return [model.row(model.index(at, 0)) for at in range(model.rowCount())]


def headings(page: ExportPage) -> list[str]:
    return [f"{row.name} {row.count}".strip() for row in rows(page) if row.kind is Kind.HEADING]


def names(page: ExportPage, kind: Kind) -> list[str]:
    return [row.name for row in rows(page) if row.kind is kind]


def asked(page: ExportPage) -> list[tuple[str, object]]:
    """What other pages are asked for from now on, in place of going there."""
    found: list[tuple[str, object]] = []
    page.page_requested.disconnect()
    page.page_requested.connect(lambda name, place: found.append((name, place)))
    return found


def test_a_closed_final_export_says_what_keeps_it_closed(opened, unfinished: Bench) -> None:
    page = opened(unfinished.round)
    assert not page.choices.final.isEnabled()
    assert page.choices.draft.isChecked()
    closed = len(page.session.reading.closed)
    assert closed == 4
    assert headings(page)[0] == f"최종 내보내기를 막는 것 {closed}"
    assert page.head._state.text() == "최종 내보내기는 아직 닫혀 있습니다"
    first, second = rows(page)[1:3]
    assert (first.name, first.count) == ("미완료 사무", "3")
    assert first.said == "1 가상 센터, 2 가상 공원, 5 가상 주택"
    assert (second.name, second.count) == ("봉인하지 않은 평가위원", "1")
    assert second.said == "E2 이가상 · 평점 9칸 빠짐"


def test_a_complete_round_can_be_exported_for_good(opened, whole: Bench, qtbot) -> None:
    page = opened(whole.round)
    assert page.choices.final.isChecked()
    assert headings(page) == ["들어가지 않는 것", f"들어가는 것 {len(names(page, Kind.PART))}"]
    page.choices.audiences[Audience.PUBLIC].click()
    assert names(page, Kind.PART) == ["요약", "사무별 주요성과 및 과제"]
    assert "사무별 점수와 순위" in names(page, Kind.LINE)
    target = whole.path("공개.xlsx")
    with qtbot.waitSignal(page.session.exported):
        page.export_to(target)
    assert load_workbook(target).sheetnames == names(page, Kind.PART)
    assert target.name in page.done._words.text()
    assert page.window().focusWidget() is page.done.open


def test_what_is_foretold_is_what_is_written(opened, whole: Bench, qtbot) -> None:
    page = opened(whole.round)
    target = whole.path("내부.xlsx")
    with qtbot.waitSignal(page.session.exported):
        page.export_to(target)
    assert load_workbook(target).sheetnames == names(page, Kind.PART)
    page.choices.forms[Form.DOCUMENT].click()
    target = whole.path("내부.docx")
    with qtbot.waitSignal(page.session.exported):
        page.export_to(target)
    texts = [row.text for row in Document(str(target)).paragraphs]
    assert [
        name for name in names(page, Kind.PART) if not any(name in text for text in texts)
    ] == []


def test_a_choice_changes_the_preview_at_once(opened, whole: Bench) -> None:
    page = opened(whole.round)
    sheets = names(page, Kind.PART)
    page.choices.forms[Form.PDF].click()
    parts = names(page, Kind.PART)
    assert "평가개요" in parts
    assert "검증" in sheets
    assert "검증" not in parts
    only = next(row for row in rows(page) if row.key is Topic.SHEETS)
    assert "검증" in {row.name for row in only.rows}
    page.choices.draft.click()
    heading = rows(page)[[row.kind for row in rows(page)].index(Kind.PART) - 1]
    assert heading.said == "모든 쪽에 표시: 잠정"


def test_enter_goes_where_a_thing_is_dealt_with(opened, unfinished: Bench, keys) -> None:
    page = opened(unfinished.round)
    went = asked(page)
    page.list.setFocus()
    keys.press(K.Key_Return)
    keys.press(K.Key_Right)
    keys.press(K.Key_Down)
    keys.press(K.Key_Down)
    keys.press(K.Key_Return)
    assert page.list.current().name == "2 가상 공원"
    assert page.list.current().said == "평점 3칸 빠짐(이가상 3)"
    keys.press(K.Key_Left)
    keys.press(K.Key_Left)
    keys.press(K.Key_Down)
    keys.press(K.Key_Return)
    assert went == [
        ("results", unfinished.service(1)),
        ("results", unfinished.service(2)),
        ("progress", unfinished.owner("E2")),
    ]


def test_the_page_gone_to_shows_who_is_meant(opened, unfinished: Bench, looked) -> None:
    page = opened(unfinished.round)
    window = page.window()
    progress = window.page.page("progress")
    with looked(progress):
        page.list.jump_requested.emit(Jump("progress", unfinished.owner("E2")))
    assert progress.isVisible()
    assert progress.table.key() == unfinished.owner("E2")


@pytest.mark.parametrize("name", ["results", "wording", "conflicts", "moderation", "objections"])
def test_every_page_that_is_named_can_be_gone_to(
    opened, unfinished: Bench, qtbot, name: str
) -> None:
    page = opened(unfinished.round)
    window = page.window()
    place = unfinished.service(2) if name in ("results", "wording") else None
    page.list.jump_requested.emit(Jump(name, place))
    assert window.page.page(name).isVisible()
    qtbot.waitUntil(lambda: not page.session.is_busy)


def test_a_service_nobody_wrote_about_is_chosen_where_texts_are_written(
    opened, unfinished: Bench, looked
) -> None:
    page = opened(unfinished.round)
    untold = next(row for row in rows(page) if row.key is Topic.UNTOLD)
    wording = page.window().page.page("wording")
    with looked(wording):
        page.list.jump_requested.emit(untold.rows[1].jump)
    assert wording.services.current().service.uid == unfinished.service(2)


def test_a_click_on_the_link_goes_and_one_beside_it_opens(opened, unfinished: Bench, qtbot) -> None:
    page = opened(unfinished.round)
    went = asked(page)
    view = page.list
    index = view.rows.index(1, 0)
    box = view.visualRect(index)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=box.center() - QPoint(200, 0))
    assert view.isExpanded(index)
    assert went == []
    corner = QPoint(view.viewport().width() - 20, box.top() + 14)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=corner)
    assert view.isExpanded(index)
    assert went == [("results", unfinished.service(1))]


def test_headings_are_never_chosen(opened, unfinished: Bench, keys) -> None:
    page = opened(unfinished.round)
    page.list.setFocus()
    seen = []
    for _ in range(len(rows(page))):
        seen.append(page.list.current().kind)
        keys.press(K.Key_Down)
    assert Kind.HEADING not in seen
    assert seen[-1] is Kind.PART


def test_what_is_chosen_and_open_stays_when_the_round_changes(
    opened, unfinished: Bench, looked, keys
) -> None:
    page = opened(unfinished.round)
    page.list.setFocus()
    keys.press(K.Key_Right)
    keys.press(K.Key_Down)
    with looked(page):
        page.session.refresh()
    assert page.list.current().name == "1 가상 센터"
    assert page.list.isExpanded(page.list.rows.index(1, 0))


def test_everything_is_reached_by_tab_in_reading_order(opened, unfinished: Bench, keys) -> None:
    page = opened(unfinished.round)
    window = page.window()
    assert window.focusWidget() is page.export
    page.choices.audiences[Audience.INTERNAL].setFocus()
    reached = []
    for _ in range(5):
        reached.append(window.focusWidget())
        keys.press(K.Key_Tab)
    assert reached == [
        page.choices.audiences[Audience.INTERNAL],
        page.choices.draft,
        page.choices.forms[Form.WORKBOOK],
        page.list,
        page.export,
    ]


def test_arrows_choose_within_a_group(opened, whole: Bench, keys) -> None:
    page = opened(whole.round)
    page.choices.forms[Form.WORKBOOK].setFocus()
    keys.press(K.Key_Down)
    assert page.choices.form is Form.DOCUMENT
    keys.press(K.Key_Down)
    assert page.choices.form is Form.PDF
    assert page.window().focusWidget() is page.choices.forms[Form.PDF]


def answering(monkeypatch, *answers: Path | None) -> list[tuple[str, str]]:
    """Answer the file dialogs one after the other; return what each was opened with."""
    seen: list[tuple[str, str]] = []
    given = iter(answers)

    def answer(_parent, _title, near, kinds, *_rest):
        seen.append((Path(near).name, kinds))
        return str(next(given) or ""), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    return seen


def test_the_dialog_offers_the_chosen_form(opened, whole: Bench, monkeypatch, qtbot) -> None:
    page = opened(whole.round)
    page.choices.forms[Form.DOCUMENT].click()
    seen = answering(monkeypatch, whole.path("보고서"))
    with qtbot.waitSignal(page.session.exported):
        page.export.click()
    ((name, kinds),) = seen
    assert name.endswith(".docx")
    assert kinds == "문서 (*.docx)"
    assert Document(str(whole.path("보고서.docx"))).paragraphs


def test_another_ending_that_is_typed_wins(opened, whole: Bench, monkeypatch, qtbot) -> None:
    page = opened(whole.round)
    page.choices.forms[Form.DOCUMENT].click()
    answering(monkeypatch, whole.path("보고서.XLSX"))
    with qtbot.waitSignal(page.session.exported):
        page.export.click()
    assert page.choices.form is Form.WORKBOOK
    assert "검증" in names(page, Kind.PART)
    assert not whole.path("보고서.XLSX.docx").exists()


def test_a_name_completed_to_one_that_is_taken_is_asked_about(
    opened, whole: Bench, monkeypatch
) -> None:
    page = opened(whole.round)
    taken = whole.path("보고서.xlsx")
    taken.write_bytes(b"older")
    seen = answering(monkeypatch, whole.path("보고서"), None)
    page.export.click()
    assert [name for name, _ in seen][1:] == ["보고서.xlsx"]
    assert taken.read_bytes() == b"older"


def test_drafts_and_public_editions_are_named_so(opened, unfinished: Bench, monkeypatch) -> None:
    page = opened(unfinished.round)
    page.choices.audiences[Audience.PUBLIC].click()
    seen = answering(monkeypatch, None)
    page.export.click()
    ((name, _),) = seen
    assert "잠정" in name
    assert "공개용" in name


@pytest.mark.parametrize(
    ("typed_name", "made_name"),
    [
        ("a", "a.docx"),
        ("a.pdf", "a.pdf"),
        ("2024. 1차", "2024. 1차.docx"),
        ("a.xlsx.bak", "a.xlsx.bak.docx"),
        ("회차.round", "회차.round.docx"),
    ],
)
def test_a_name_without_a_known_ending_gets_that_of_the_form(
    typed_name: str, made_name: str
) -> None:
    assert completed(Path(typed_name), Form.DOCUMENT) == Path(made_name)


def test_a_round_that_another_window_writes_is_exported_all_the_same(
    whole: Bench, window, open_in_window, looked, qtbot
) -> None:
    with open_round(whole.round):
        page = open_in_window(whole.round).page("report")
        with looked(page):
            page.window().page.show_page("report")
        assert page.session.read_at is not None
        assert page.export.isEnabled()
        target = whole.path("곁에서.xlsx")
        with qtbot.waitSignal(page.session.exported):
            page.export_to(target)
    assert load_workbook(target).sheetnames == names(page, Kind.PART)


def test_every_word_is_there_in_both_languages(dressed, speak) -> None:
    said = {}
    for language in ("ko", "en"):
        speak(language)
        said[language] = [
            *(topic_word(topic) for topic in Topic),
            *(tally_words(tally, 1234) for tally in Tally),
        ]
    assert all("1,234" in words for words in said["en"][len(Topic) :])
    assert not set(said["ko"]) & set(said["en"])


def test_the_model_keeps_qts_rules(opened, unfinished: Bench, qtmodeltester) -> None:
    page = opened(unfinished.round)
    qtmodeltester.check(page.list.rows)


def test_who_cannot_see_hears_count_names_and_the_way(opened, unfinished: Bench) -> None:
    page = opened(unfinished.round)
    index = page.list.rows.index(1, 0)
    assert page.list.rows.data(index, Qt.ItemDataRole.AccessibleTextRole) == (
        "미완료 사무 3, 1 가상 센터, 2 가상 공원, 5 가상 주택, 결과"
    )


def test_a_link_bears_the_name_of_its_page(opened, unfinished: Bench) -> None:
    page = opened(unfinished.round)
    buttons = page.window().findChildren(NavButton)
    for name in ("roster", "progress", "conflicts", "moderation", "adjustments", "results"):
        assert page_word(name) in {one.text() for one in buttons if one.objectName() == name}


def test_three_hundred_services_stay_one_list(tmp_path: Path, opened, keys) -> None:
    numbers = range(1, 301)
    services = "number¦name¦type¦department¦operators¦term_end¦status¦reason\n" + "\n".join(
        f"{number}¦가상 사무 {number}¦¦¦¦¦¦" for number in numbers
    )
    bench = made(tmp_path / "large", services=services)
    page = opened(bench.round)
    first = rows(page)[1]
    assert (first.count, len(first.rows)) == ("300", 300)
    assert first.said.endswith("외 294건")
    page.list.setFocus()
    keys.press(K.Key_Right)
    keys.press(K.Key_End)
    assert page.list.current().kind is Kind.PART
    assert len(page.list.viewport().children()) == 0


def test_a_folder_that_takes_no_file_is_told_and_another_one_does(
    opened, whole: Bench, monkeypatch, window, qtbot
) -> None:
    page = opened(whole.round)
    whole.path("폴더 아님").write_bytes(b"")
    answering(
        monkeypatch,
        whole.path("없는 폴더") / "보고서.xlsx",
        whole.path("폴더 아님") / "보고서.xlsx",
        whole.path("보고서.xlsx"),
        whole.path("없는 폴더") / "보고서.xlsx",
    )
    for _ in range(2):
        with qtbot.waitSignal(page.session.failed) as failed:
            page.export.click()
        assert failed.args[0].key == "report_no_folder"
        qtbot.waitUntil(lambda: window.findChild(ProblemStrip).isVisible())
        assert not page.done.isVisible()
        assert page.export.isEnabled()
    with qtbot.waitSignal(page.session.exported):
        page.export.click()
    qtbot.waitUntil(page.done.isVisible)
    assert not window.findChild(ProblemStrip).isVisible()
    assert load_workbook(whole.path("보고서.xlsx")).sheetnames == names(page, Kind.PART)
    with qtbot.waitSignal(page.session.failed):
        page.export.click()
    assert not page.done.isVisible()


def test_the_name_of_a_round_never_costs_the_round(
    opened, whole: Bench, monkeypatch, qtbot
) -> None:
    page = opened(whole.round)
    before = whole.round.read_bytes()
    other = whole.path("다른 회차.xlsx")
    other.write_bytes(before)
    answering(monkeypatch, whole.round, other)
    with qtbot.waitSignal(page.session.exported):
        page.export.click()
    assert whole.round.with_name(f"{whole.round.name}.xlsx").exists()
    with qtbot.waitSignal(page.session.failed) as failed:
        page.export.click()
    assert failed.args[0].key == "report_over_document"
    assert other.read_bytes() == before
    page.window().close_document()
    with open_round(whole.round) as desk:
        assert desk.reading().outcome.services

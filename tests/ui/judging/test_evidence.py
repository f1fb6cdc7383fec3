"""Evidence is written beside a mark, stored when it is left, and found again in the file."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QObject, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices

from tests.ui.long_text import words
from ui.judging.evidence import link_in
from workbench.scoring.book import open_book

K = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


def evidence(scoring, cell) -> str:
    return scoring.desk.row(cell).evidence


def test_enter_stores_and_brings_the_keyboard_back(scoring, pane, place, keys, window, book_of):
    cell = place(13, "C5")
    scoring.work.go_to(cell)
    pane.edit_evidence()
    assert keys.target() is pane.evidence.box
    keys.commit("실적보고서 14쪽 표 3")
    keys.press(K.Key_Return)
    assert keys.target() is scoring.work.sheet.canvas.editor
    assert scoring.work.sheet.flow.current() == cell
    window.close_document()
    with open_book(book_of("E1")) as book:
        rows = book.sheet(cell.service).rows()
        kept = {row.indicator.code: row.evidence for row in rows if row.evidence}
    assert kept == {"C5": "실적보고서 14쪽 표 3"}


@pytest.mark.parametrize("way", ["enter", "service", "field", "store", "hand over"])
def test_a_composing_syllable_is_never_lost(scoring, pane, place, keys, way: str) -> None:
    cell = place(13, "C5")
    scoring.work.go_to(cell)
    pane.edit_evidence()
    keys.commit("현장 확")
    keys.compose("인")
    leave = {
        "enter": lambda: keys.press(K.Key_Return),
        "service": lambda: keys.press(K.Key_PageUp, CONTROL),
        "field": scoring.work.take_focus,
        "store": pane.store,
        "hand over": scoring.show_hand_over,
    }
    leave[way]()
    assert evidence(scoring, cell) == "현장 확인"


def test_another_indicator_shows_its_own(scoring, pane, place, keys) -> None:
    scoring.work.go_to(place(13, "C5"))
    pane.edit_evidence()
    keys.commit("첫째")
    scoring.work.go_to(place(13, "C6"))
    assert pane.evidence.box.toPlainText() == ""
    scoring.work.go_to(place(13, "C5"))
    assert pane.evidence.box.toPlainText() == "첫째"
    assert "C5" in pane.evidence.box.accessibleName()


def test_escape_gives_up_what_was_written(scoring, pane, place, keys) -> None:
    cell = place(13, "C5")
    scoring.work.go_to(cell)
    scoring.desk.enter(place(13, "C5", "evidence"), "14쪽")
    pane.edit_evidence()
    keys.commit("아니다")
    keys.press(K.Key_Escape)
    assert evidence(scoring, cell) == pane.evidence.box.toPlainText() == "14쪽"
    assert keys.target() is scoring.work.sheet.canvas.editor


def test_undo_takes_evidence_back(scoring, pane, place, keys) -> None:
    scoring.work.go_to(place(13, "C5"))
    pane.edit_evidence()
    keys.commit("14쪽")
    keys.press(K.Key_Return)
    keys.press(K.Key_Z, CONTROL)
    assert evidence(scoring, place(13, "C5")) == pane.evidence.box.toPlainText() == ""


def test_what_is_too_long_stays_red_with_its_sentence(scoring, pane, place, keys) -> None:
    cell = place(13, "C5")
    scoring.work.go_to(cell)
    pane.edit_evidence()
    keys.commit(words(100_001))
    keys.press(K.Key_Return)
    box = pane.evidence.box
    assert keys.target() is box
    assert box.property("error") == "true"
    assert "100001자" in box.accessibleDescription()
    assert evidence(scoring, cell) == ""
    assert len(box.toPlainText()) == 100_001
    keys.press(K.Key_Escape)
    assert box.property("error") == "false"
    assert scoring.desk.draft_count() == 0


def test_paste_brings_one_plain_line(scoring, pane, place) -> None:
    scoring.work.go_to(place(13, "C5"))
    pane.edit_evidence()
    rich = QMimeData()
    rich.setHtml("<b>표 3</b>")
    rich.setText("보고서\n  14쪽\t표 3\n")
    pane.evidence.box.insertFromMimeData(rich)
    assert pane.evidence.box.toPlainText() == "보고서 14쪽 표 3"


class Browser(QObject):
    """Takes the addresses that the window asks the desktop to open."""

    opened = Signal(QUrl)

    @Slot(QUrl)
    def open_it(self, url: QUrl) -> None:
        self.opened.emit(url)


def test_a_link_gets_a_button_that_opens_it(scoring, pane, place, keys, qtbot) -> None:
    scoring.work.go_to(place(13, "C5"))
    pane.edit_evidence()
    keys.commit("14쪽")
    assert not pane.evidence.open_link.isVisible()
    keys.commit(" https://example.org/a?page=14")
    assert pane.evidence.open_link.isVisible()
    browser = Browser()
    QDesktopServices.setUrlHandler("https", browser, "open_it")
    try:
        with qtbot.waitSignal(browser.opened) as caught:
            qtbot.mouseClick(pane.evidence.open_link, Qt.MouseButton.LeftButton)
    finally:
        QDesktopServices.unsetUrlHandler("https")
    assert caught.args == [QUrl("https://example.org/a?page=14")]


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("보고서(https://example.org/표1) 참고", "https://example.org/표1"),
        ("http://example.org/a.", "http://example.org/a"),
        ("file:///etc/hosts", None),
        ("javascript:alert(1)", None),
        ("https://", None),
        ("14쪽", None),
    ],
)
def test_only_web_addresses_are_links(text: str, address: str | None) -> None:
    found = link_in(text)
    assert (found.toDisplayString() if found else None) == address


def test_a_book_only_read_takes_no_evidence(scoring, pane, place) -> None:
    scoring.work.go_to(place(13, "C5"))
    scoring.desk.enter(
        place(13, "C5", "recusal").__class__(place(13, "C5").service, None, "recusal"), "자문"
    )
    pane.show_cell(place(13, "C5"))
    assert pane.evidence.box.isReadOnly()

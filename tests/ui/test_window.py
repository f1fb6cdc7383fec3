from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from ui.problem_strip import ProblemStrip
from ui.round.page import RoundPage
from ui.scoring.page import ScoreBookPage
from ui.settings import Settings, settings_file
from ui.start.new_round import Template
from ui.theme.parts import Tag

if TYPE_CHECKING:
    from pathlib import Path

    from ui.window import Window

UNTIL_PAINTED = """
import os, sys, ui.app

class Watched(ui.app.Window):
    def __init__(self, *arguments):
        super().__init__(*arguments)
        self.painted.connect(self.tell)

    def tell(self):
        print(*sys.modules, flush=True)
        os._exit(0)

ui.app.Window = Watched
ui.app.main(sys.argv[1:])
"""
FOR_A_RESULT = """
import sys, ui.round.page, ui.results.page
print(*sys.modules)
"""
FOR_LATER = {
    *("sqlalchemy", "sqlite3", "openpyxl", "tomllib", "logging.handlers", "ui.picture"),
    *("ui.problem_strip", "ui.choosing", "ui.task_dialog", "ui.start.new_round", "ui.round.page"),
}
"""No first painted window needs it."""
FOR_LATER_WITH_A_FILE = {
    *("dataclasses", "importlib.resources", "PySide6.QtSvg", "ui.start.page"),
    *("ui.theme.parts", "ui.theme.runs", "ui.theme.glyphs", "ui.theme.icons"),
}
FOR_OTHER_PAGES = {
    *("openpyxl", "ui.backups.keeper", "ui.merging.dropping", "ui.results.detail_view"),
    *("ui.charts.saving", "ui.charts.sheet", "workbench.checking", "workbench.scoring.book"),
    *("workbench.merging.applying", "workbench.rounds.handing_out", "workbench.tracing.trace"),
}


def drop(window: Window, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    window.dropEvent(QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, buttons, keys))


def imported(program: str, *arguments: str) -> set[str]:
    command = [sys.executable, "-c", program, *arguments]
    return set(subprocess.run(command, capture_output=True, text=True, check=True).stdout.split())


def test_the_window_is_painted_before_what_it_does_not_need_is_imported() -> None:
    with_start_page = imported(UNTIL_PAINTED)
    assert "ui.start.page" in with_start_page
    assert with_start_page & FOR_LATER == set()


def test_a_window_on_a_file_is_painted_before_even_more() -> None:
    assert imported(UNTIL_PAINTED, "a.round") & (FOR_LATER | FOR_LATER_WITH_A_FILE) == set()


def test_a_result_is_shown_before_what_other_pages_need_is_imported() -> None:
    assert imported(FOR_A_RESULT) & FOR_OTHER_PAGES == set()


def test_both_kinds_of_document_open_and_close(window, open_in_window, round_folder) -> None:
    assert isinstance(open_in_window(round_folder / "a.round"), RoundPage)
    book = next((round_folder / "books").iterdir())
    assert isinstance(open_in_window(book), ScoreBookPage)
    window.close_document()
    assert window.page is None
    kinds = [item.kind for item in Settings.load(settings_file()).recent]
    assert kinds == ["score", "round"]


def test_a_file_dropped_on_the_window_opens(window, round_folder, qtbot) -> None:
    with qtbot.waitSignal(window.settled):
        drop(window, round_folder / "a.round")
    assert isinstance(window.page, RoundPage)


def test_a_file_that_is_not_ours_is_a_sentence(window, tmp_path, qtbot) -> None:
    other = tmp_path / "list.score"
    other.write_text("이름,점수\n", encoding="utf-8")
    with qtbot.waitSignal(window.refused) as refused:
        window.open_document(other)
    strip = window.findChild(ProblemStrip)
    assert "list.score" in strip.text()
    assert refused.args[0].exit_code == 3
    assert window.page is None
    assert other.read_text(encoding="utf-8") == "이름,점수\n"


@pytest.mark.parametrize("what", ["absent", "empty", "a folder", "not ours"])
def test_what_is_no_document_leaves_the_open_one_where_it_is(
    window, scoring, keys, tmp_path, what: str
) -> None:
    other = tmp_path / "other.score"
    if what == "a folder":
        other.mkdir()
    elif what != "absent":
        other.write_text("이름" if what == "not ours" else "", encoding="utf-8")
    page, focused = window.page, window.focusWidget()
    window.open_document(other)
    assert window.page is page
    assert window.focusWidget() is focused
    assert "other.score" in window.findChild(ProblemStrip).text()
    assert page.isVisible()


def test_a_book_open_elsewhere_is_shown_for_reading(window, open_in_window, book_of, keys) -> None:
    from workbench.scoring.book import open_book

    before = book_of("E1").read_bytes()
    with open_book(book_of("E1")):
        page = open_in_window(book_of("E1"))
        page.work.go_to_incomplete()
        assert "읽기 전용" in " ".join(tag.accessibleName() for tag in visible(page, Tag))
        assert page.work.sheet.canvas.editor.isHidden()
        assert all(box.isReadOnly() for box in page.findChildren(QPlainTextEdit))
        window.close_document()
    assert book_of("E1").read_bytes() == before


def test_a_round_open_elsewhere_is_shown_for_reading(window, open_in_window, round_folder) -> None:
    from workbench.rounds.desk import open_round

    with open_round(round_folder / "a.round"):
        page = open_in_window(round_folder / "a.round")
        assert "읽기 전용" in " ".join(tag.accessibleName() for tag in visible(page, Tag))
        page.show_page("merge")
        assert not [one for one in visible(page, QPushButton) if "더하기" in one.text()]
        window.close_document()


def visible(page, kind):
    return [part for part in page.findChildren(kind) if part.isVisible()]


def test_the_place_is_kept_over_a_restart(window, scoring, open_in_window, book_of) -> None:
    scoring.work.sheet.flow.comment()
    service, cell = scoring.work.sheet.subject().service, scoring.work.sheet.flow.current()
    window.close_document()
    again = open_in_window(book_of("E1"))
    assert again.work.sheet.subject().service == service
    assert again.work.sheet.flow.current() == cell


def test_making_a_round_opens_it_where_its_setting_up_begins(window, tmp_path, qtbot) -> None:
    from importlib.resources import as_file, files

    with (
        as_file(files("resources").joinpath("sample/definition")) as definition,
        qtbot.waitSignal(window.settled),
    ):
        window.make_round(Template.FILE, definition, tmp_path / "new.round")
    assert isinstance(window.page, RoundPage)
    assert window.page.place()["page"] == "overview"


def test_an_unfit_definition_names_every_problem(window, tmp_path, qtbot) -> None:
    with qtbot.waitSignal(window.refused):
        window.make_round(Template.FILE, tmp_path, tmp_path / "new.round")
    assert window.findChild(ProblemStrip).text()
    assert not (tmp_path / "new.round").exists()


@pytest.mark.parametrize("name", ["a.round", "books"])
def test_nothing_opens_a_window_of_its_own(window, open_in_window, round_folder, name) -> None:
    path = round_folder / name
    open_in_window(path if path.is_file() else next(path.iterdir()))
    assert [shown for shown in QApplication.topLevelWidgets() if shown.isVisible()] == [window]


KEYED = (QAbstractButton, QLineEdit, QPlainTextEdit, QListView)


@pytest.mark.parametrize("name", ["a.round", "books"])
def test_everything_that_takes_keys_has_a_name(window, open_in_window, round_folder, name) -> None:
    path = round_folder / name
    page = open_in_window(path if path.is_file() else next(path.iterdir()))
    nameless = [
        part
        for kind in KEYED
        for part in page.findChildren(kind)
        if part.focusPolicy() & Qt.FocusPolicy.TabFocus
        if not (part.accessibleName() or getattr(part, "text", str)())
    ]
    assert nameless == []


def ringed(part: QWidget) -> bool:
    """Whether having the keyboard can be seen on ``part`` or right beside it."""
    window = part.window()
    part.clearFocus()
    without = window.grab().toImage()
    part.setFocus(Qt.FocusReason.TabFocusReason)
    return window.grab().toImage() != without


@pytest.mark.parametrize("name", ["a.round", "books", ""])
def test_the_keyboard_is_always_seen(window, open_in_window, round_folder, name) -> None:
    path = round_folder / name
    if name:
        open_in_window(path if path.is_file() else next(path.iterdir()))
    keyed = [
        part
        for part in window.findChildren(QWidget)
        if part.isVisible() and part.focusPolicy() & Qt.FocusPolicy.TabFocus and part.isEnabled()
    ]
    assert keyed
    assert [part for part in keyed if not ringed(part)] == []


def test_the_rehearsal_is_one_click_away(window, tmp_path, qtbot) -> None:
    with qtbot.waitSignal(window.settled, timeout=30_000):
        window.play_sample(tmp_path / "rehearsal")
    assert isinstance(window.page, RoundPage)
    assert str(window.page.session.reading.outcome.average) == "75.67"

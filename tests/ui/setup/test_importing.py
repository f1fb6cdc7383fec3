"""A roster from a file: previewed, taken with its faulty rows, mended in place, applied."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent

from tests.ui.setup.mending import NAME, STATUS, TERM_END, mend
from workbench.definition.reading import read_definition
from workbench.setup.files import export_sheets

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ui.setup.import_view import ImportView
    from ui.setup.roster_page import RosterPage


@pytest.fixture
def roster(show) -> RosterPage:
    return show("roster")


@pytest.fixture
def faulty(roster: RosterPage, tmp_path: Path) -> Path:
    """The services, of which five rows are such that nobody could take them."""
    export_sheets(roster.draft.sheets, tmp_path / "tables")
    path = tmp_path / "tables" / "services.csv"
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    rows[20][NAME] = ""
    rows[21][TERM_END] = "soon"
    rows[22][STATUS] = "maybe"
    rows[23][TERM_END] = "2026-13-01"
    rows[29][TERM_END] = "someday"
    target = tmp_path / "my services.csv"
    with target.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    return target


def lines(view: ImportView) -> list[str]:
    model = view.list.lines
    return [model.row(row).spoken() for row in range(model.rowCount())]


@pytest.fixture
def look(roster: RosterPage, shown) -> Callable[[Path], ImportView]:
    def look_at(path: Path) -> ImportView:
        roster.look_at(path)
        shown(roster.preview)
        return roster.preview

    return look_at


def test_the_preview_names_every_faulty_row_and_changes_nothing(roster, faulty, look) -> None:
    said = lines(look(faulty))
    rows = [line for line in said if line.startswith("Services · row")]
    assert [line.split(" · ")[1] for line in rows][:5] == [
        f"row {row}" for row in (21, 22, 23, 24, 30)
    ]
    assert "Services new 0 · changed 5 · removed 0 · same 24" in said
    assert not roster.draft.is_changed
    roster.preview.back.click()
    assert not roster.draft.is_changed
    assert roster.parts["services"].table.isVisible()


def test_five_faulty_rows_are_mended_in_place_and_applied(
    roster, round_page, faulty, look, shown, keys, judged, qtbot
) -> None:
    look(faulty)
    keys.press(Qt.Key.Key_Space)
    judged(roster.draft)
    mend(
        roster.parts["services"].table,
        keys,
        (19, NAME, "Mended"),
        (20, TERM_END, "2026-12-31"),
        (21, STATUS, "Evaluated"),
        (22, TERM_END, "2026-12-01"),
        (28, TERM_END, "2027-01-31"),
    )
    judged(roster.draft)
    assert roster.draft.problems == ()
    roster.bar.apply.click()
    shown(roster.planned)
    keys.type("the roster came late")
    with qtbot.waitSignal(round_page.session.definition_changed):
        keys.press(Qt.Key.Key_Return)
    services = round_page.session.definition.services
    assert services[19].name == "Mended"
    assert services[20].term_end == "2026-12-31"


def test_a_folder_dropped_on_the_page_is_looked_at(roster, faulty, qtbot) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(faulty.parent / "tables"))])
    keys, buttons = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    roster.dropEvent(QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, buttons, keys))
    qtbot.waitUntil(roster.preview.isVisible)
    assert any(line.startswith("Services new 0 · changed 0") for line in lines(roster.preview))


def test_a_file_that_is_no_table_is_a_sentence(roster, round_page, tmp_path, qtbot) -> None:
    path = tmp_path / "notes.xlsx"
    path.write_text("no workbook", encoding="utf-8")
    with qtbot.waitSignal(round_page.session.failed):
        roster.look_at(path)
    assert roster.parts["services"].table.isVisible()


@pytest.mark.parametrize("name", ["tables.xlsx", "tables"])
def test_what_is_exported_is_a_definition(roster, round_page, tmp_path, name, qtbot) -> None:
    written = []
    roster.export_to(tmp_path / name, written.append)
    qtbot.waitUntil(lambda: bool(written))
    again = read_definition(tmp_path / name)
    assert again.rules == round_page.session.definition.rules
    assert [row.name for row in again.services] == [
        row.name for row in round_page.session.definition.services
    ]

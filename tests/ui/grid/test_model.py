"""The grid as Qt sees it, and as those do who cannot see it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QImage

from tests.workbench.rounds.small_round import made
from ui.grid.cells import Look
from ui.grid.model import GridModel
from ui.grid.pane import GridPane
from ui.scoring.cell import COMMENT, RECUSAL, Cell
from ui.scoring.desk import ScoringDesk
from ui.theme.glyphs import Glyph
from ui.theme.scheme import Scheme
from workbench.scoring.book import open_book

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

INDICATORS = """
    code¦section¦group¦name¦kind¦scale¦max_points¦step¦applies_to¦aggregation¦guidance¦allow_not_applicable
    C1¦common¦사업¦계획¦qualitative¦points¦40¦0.5¦all¦¦¦yes
    I1¦individual¦사업¦실적¦quantitative¦measure¦45¦¦service:1;5¦¦¦
    I2¦individual¦사업¦노력¦qualitative¦points¦45¦1¦service:2¦¦¦
    S1¦satisfaction¦¦만족도¦survey¦survey¦15¦¦all¦¦¦
    """


@pytest.fixture
def desk(tmp_path: Path, dressed: object) -> Iterator[ScoringDesk]:
    """Three services of which none has every column."""
    bench = made(tmp_path / "bench", indicators=INDICATORS)
    opened = ScoringDesk(open_book(bench.books["E1"]))
    yield opened
    opened.close()


@pytest.fixture
def model(desk: ScoringDesk) -> GridModel:
    made = GridModel(desk)
    desk.changed.connect(made.take)
    return made


def shown(model: GridModel) -> list[list[str]]:
    marks = {
        Look.NOTHING: "×",
        Look.EMPTY: "□",
        Look.PART_TOTAL: "…",
    }
    return [
        [marks.get(cell.look, cell.text) for cell in model.row(row).cells]
        for row in range(model.rowCount())
    ]


def test_qt_finds_nothing_wrong_with_the_model(model, qtmodeltester) -> None:
    qtmodeltester.check(model)


def test_every_service_shows_the_fields_it_has(model) -> None:
    assert shown(model) == [
        ["□", "□", "□", "×", "□", "□", "1", "5", "…"],
        ["□", "×", "×", "□", "□", "□", "1", "5", "…"],
        ["□", "□", "□", "×", "□", "□", "1", "5", "…"],
    ]
    for row in range(model.rowCount()):
        for column in range(model.columnCount()):
            selectable = bool(model.index(row, column).flags() & Qt.ItemFlag.ItemIsSelectable)
            looks = (Look.NOTHING, Look.PART_TOTAL)
            assert selectable == (model.cell(row, column).look not in looks)


def test_only_the_rows_that_changed_are_looked_at_again(model, desk, qtbot) -> None:
    shown(model)
    cell = model.cell(1, 0).cell
    others = model.row(0), model.row(2)
    with qtbot.waitSignal(model.dataChanged) as changed:
        desk.enter(cell, "30")
    first, last, *_ = changed.args
    assert (first.row(), last.row()) == (1, 1)
    assert (model.row(0), model.row(2)) == others
    assert model.cell(1, 0).text == "30.00"


def test_a_mark_without_its_figures_shows_what_is_wrong(model, desk) -> None:
    target, actual = (model.cell(0, column).cell for column in (1, 2))
    desk.enter(target, "0")
    desk.enter(actual, "5")
    assert [model.cell(0, column).glyph for column in (1, 2)] == [Glyph.PART, Glyph.PART]
    assert model.is_open(0, 1)
    desk.enter(target, "10")
    assert model.cell(0, 1).glyph is None
    assert not model.is_open(0, 1)


def test_a_service_is_whole_when_its_total_is_said_plainly(model, desk) -> None:
    for column, text in ((0, "30"), (3, "45"), (5, "4")):
        assert model.cell(1, 8).look is Look.PART_TOTAL
        desk.enter(model.cell(1, column).cell, text)
    assert model.cell(1, 8).look is Look.TOTAL
    assert model.cell(1, 8).text == "86.25"


def test_a_recused_service_is_shut_and_keeps_its_marks(model, desk) -> None:
    desk.enter(model.cell(0, 0).cell, "30")
    desk.enter(Cell(desk.services()[0], None, RECUSAL), "이해관계")
    row = model.row(0)
    assert (row.is_recused, row.is_closed, row.glyph) == (True, True, Glyph.RECUSED)
    assert row.cells[0].text == "30.00"
    assert model.can_stand(0, 0)
    assert not model.can_enter(0, 0)
    assert not model.is_open(0, 1)


def test_every_place_has_its_cell(model, desk) -> None:
    for row in range(model.rowCount()):
        for column in range(model.columnCount()):
            cell = model.cell(row, column).cell
            if cell is not None:
                assert model.place_of(cell) == (row, column)
    mark = model.cell(1, 3).cell
    assert model.place_of(Cell(mark.service, mark.subject, COMMENT)) == (1, 3)
    assert model.place_of(Cell(mark.service, None, RECUSAL)) == (1, 0)
    assert model.place_of(Cell(b"elsewhere", None, "")) is None


def test_a_cell_is_said_in_words(model, desk) -> None:
    desk.enter(model.cell(1, 0).cell, "99")
    said = model.data(model.index(1, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert "가상 공원" in said
    assert "C1" in said
    assert "99" in said
    across = Qt.Orientation.Horizontal
    assert model.headerData(0, across) == "C1 / 40점"
    assert model.headerData(1, across) == "I1 목표"
    assert "계획" in model.headerData(0, across, Qt.ItemDataRole.ToolTipRole)
    assert model.headerData(1, Qt.Orientation.Vertical) == "2 가상 공원"
    assert model.data(QModelIndex()) is None


def test_every_state_is_painted_in_both_schemes(desk, follower, alone) -> None:
    pane = GridPane(desk)
    alone(pane)
    pane.resize(1000, 300)
    desk.enter(pane.model.cell(0, 0).cell, "99")
    desk.enter(pane.model.cell(1, 1 + 2).cell, "45")
    desk.enter(Cell(desk.services()[2], None, RECUSAL), "이해관계")
    pane.show_cell(pane.model.cell(1, 0).cell)
    pictures = []
    for scheme in (Scheme.LIGHT, Scheme.DARK):
        follower.choose(scheme)
        pictures.append(pane.grab().toImage().convertToFormat(QImage.Format.Format_RGB32))
    light, dark = pictures
    assert light.size() == dark.size()
    assert light != dark

"""The grid of a real book in a window, and what its file holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.grid.pane import GridPane
    from ui.scoring.page import ScoreBookPage


@pytest.fixture
def grid(scoring: ScoreBookPage) -> GridPane:
    """The grid of E1's book; twelve services are complete, the 13th is begun."""
    scoring.work.toggle_grid()
    return scoring.work.grid


@pytest.fixture
def at(grid: GridPane) -> Callable[[int, str], tuple[int, int]]:
    """Row and column of a service number and an indicator code (and field)."""

    def place(number: int, code: str, field: str = "score") -> tuple[int, int]:
        columns = [(it.column.code, it.column.field) for it in grid.model.columns]
        rows = [grid.model.row(row).number for row in range(grid.model.rowCount())]
        return rows.index(str(number)), columns.index((code, field))

    return place


@pytest.fixture
def go(grid: GridPane, at: Callable[[int, str], tuple[int, int]]) -> Callable[[int, str], None]:
    """Bring the keyboard to a cell of the grid."""

    def go_to(number: int, code: str) -> None:
        grid.table.go_to(at(number, code))
        grid.take_focus()

    return go_to


@pytest.fixture
def clipboard(qapp: object) -> Callable[..., str]:
    """Read the clipboard, or put a text on it first, as a spreadsheet does."""

    def exchange(text: str | None = None) -> str:
        board = QGuiApplication.clipboard()
        if text is not None:
            board.setText(text)
        return board.text()

    return exchange

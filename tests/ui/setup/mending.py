"""Mending faulty cells of a roster where they stand, by keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from tests.ui.conftest import Keyboard
    from ui.setup.sheet_table import SheetTable

NUMBER, NAME, TERM_END, STATUS = 0, 1, 5, 6
"""Columns of the services."""


def mend(table: SheetTable, keys: Keyboard, *cells: tuple[int, int, str]) -> None:
    """Type over each of ``cells`` (row, column, text), of which every one is wrong at first."""
    for row, column, text in cells:
        assert table.sheet.wrong(row, column)
        table.go_to(row, column)
        table.take_focus()
        keys.type(text)
        keys.press(Qt.Key.Key_Return)

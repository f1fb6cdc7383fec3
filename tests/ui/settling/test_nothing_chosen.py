"""Enter with nothing in the value box: a sentence beside the sheet, and nothing is settled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from tests.ui.settling.test_conflicts_page import page, shown, torn, values_in

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["page", "torn"]


def test_settling_without_a_choice_is_a_sentence(page, torn: Path, keys, qtbot) -> None:
    conflicts = shown(page, qtbot)
    keys.press(Qt.Key.Key_Return)
    assert "Choose" in conflicts.sheet._wrong.text()
    page.window().close_document()
    assert values_in(torn) == set()

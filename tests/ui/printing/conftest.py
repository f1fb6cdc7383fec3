"""Pages laid out and painted here; the child process is tested with the report that asks it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ui.theme.fonts import bring_fonts

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


@pytest.fixture(autouse=True)
def _type(qapp: QApplication) -> None:
    """The shipped type, by which everything is measured."""
    bring_fonts()

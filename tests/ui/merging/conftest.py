"""The merge page of a round whose books wait in a folder, in English."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ui.merging.page import MergePage
    from ui.round.page import RoundPage


@pytest.fixture
def round_page(
    open_in_window: Callable[[Path], RoundPage], round_folder: Path, speak: Callable[[str], None]
) -> RoundPage:
    speak("en")
    page = open_in_window(round_folder / "a.round")
    page.show_page("merge")
    return page


@pytest.fixture
def page(round_page: RoundPage) -> MergePage:
    return round_page.page("merge")

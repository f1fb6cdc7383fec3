"""A round in the window with its set-up pages; questions to the system's file windows answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from ui.round.page import RoundPage
    from ui.setup.draft import SetupDraft
    from ui.setup.setup_page import SetupPage


@pytest.fixture
def round_page(open_in_window, round_folder, speak) -> RoundPage:
    """The round of the template, whose books are handed out; in English."""
    speak("en")
    return open_in_window(round_folder / "a.round")


@pytest.fixture
def judged(qtbot) -> Callable[[SetupDraft], None]:
    """Wait until problems and sums are those of the present sheets."""

    def wait(draft: SetupDraft) -> None:
        qtbot.waitUntil(lambda: draft.is_judged)

    return wait


@pytest.fixture
def shown(window, qtbot) -> Callable[[QWidget], None]:
    """Wait until a view stands in the window, which has the keyboard again."""

    def wait(view: QWidget) -> None:
        qtbot.waitUntil(view.isVisible)
        with qtbot.waitActive(window):
            window.activateWindow()  # a dialog over slow work may have had the keyboard

    return wait


@pytest.fixture
def show(round_page: RoundPage, judged) -> Callable[[str], SetupPage]:
    """Show one of the set-up pages."""

    def show_it(name: str) -> SetupPage:
        round_page.show_page(name)
        page = round_page.page(name)
        judged(page.draft)
        return page

    return show_it

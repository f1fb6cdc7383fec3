"""After a crash a file that does not prove itself whole is told so, with what is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.journeys.spoiled_books import SPOILED
from ui.placing.notices import RecoveredNotice

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def test_a_file_that_is_not_whole_is_told(alone, book_of: Callable, speak, qtbot) -> None:
    speak("en")
    path: Path = book_of("E1")
    SPOILED["a time changed"](path)
    notice = RecoveredNotice(path)
    alone(notice)
    qtbot.waitUntil(lambda: "does not prove itself whole" in notice.text())
    assert path.name in notice.text()
    notice.give_up()

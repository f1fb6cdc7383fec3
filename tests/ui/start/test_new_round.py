"""A new round from each of the four beginnings, through the window."""

from __future__ import annotations

from importlib.resources import as_file, files
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from ui import choosing
from ui.round.page import RoundPage
from ui.scoring.page import ScoreBookPage
from ui.start.new_round import NewRoundPage, Template
from ui.start.page import StartPage

if TYPE_CHECKING:
    from pathlib import Path

    from ui.window import Window


@pytest.fixture
def sources(round_folder: Path) -> dict[Template, Path | None]:
    with as_file(files("resources").joinpath("sample/definition")) as definition:
        return {
            Template.SAMPLE: None,
            Template.EARLIER: round_folder / "a.round",
            Template.FILE: definition,
            Template.EMPTY: None,
        }


def shown(window: Window, keys) -> NewRoundPage:
    keys.press(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    page = window.findChild(NewRoundPage)
    assert page.isVisible()
    return page


@pytest.mark.parametrize("template", list(Template))
def test_a_round_is_made_from_every_beginning(
    window, sources, tmp_path, template, monkeypatch, keys, qtbot
) -> None:
    target = tmp_path / "made.round"
    monkeypatch.setattr(choosing, "earlier_round", lambda _: sources[Template.EARLIER])
    monkeypatch.setattr(choosing, "definition_to_read", lambda _: sources[Template.FILE])
    monkeypatch.setattr(choosing, "round_to_make", lambda *_: target)
    page = shown(window, keys)
    page.cards[template].setFocus()
    keys.press(Qt.Key.Key_Space)
    assert page.chosen() is template
    with qtbot.waitSignal(window.settled):
        keys.press(Qt.Key.Key_Return)
    assert isinstance(window.page, RoundPage)
    count = 1 if template is Template.EMPTY else 29
    assert len(window.page.session.definition.services) == count


def test_a_round_like_an_earlier_one_holds_nobody_s_marks(window, sources, tmp_path, qtbot) -> None:
    target = tmp_path / "made.round"
    with qtbot.waitSignal(window.settled):
        window.make_round(Template.EARLIER, sources[Template.EARLIER], target)
    assert window.page.session.reading.outcome.counted == 0
    assert window.page.session.path == target


def test_leaving_goes_back_to_what_was_open(window, open_in_window, book_of, keys) -> None:
    book = open_in_window(book_of("E1"))
    before = keys.target()
    assert isinstance(book, ScoreBookPage)
    page = shown(window, keys)
    keys.press(Qt.Key.Key_Escape)
    assert not page.isVisible()
    assert book.isVisible()
    assert keys.target() is before


def test_leaving_without_a_document_goes_back_to_the_start(window, keys) -> None:
    page = shown(window, keys)
    keys.press(Qt.Key.Key_Escape)
    assert not page.isVisible()
    assert window.findChild(StartPage).isVisible()


def test_giving_up_a_file_window_makes_nothing(window, monkeypatch, keys, qtbot) -> None:
    monkeypatch.setattr(choosing, "round_to_make", lambda *_: None)
    page = shown(window, keys)
    with qtbot.assertNotEmitted(page.make_requested):
        keys.press(Qt.Key.Key_Return)
    assert page.isVisible()

"""Every page in both languages, from the smallest window to the largest: nothing is cut."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QAbstractScrollArea, QPushButton, QWidget

from ui.round.rooms import PAGES
from ui.theme.parts import Words

if TYPE_CHECKING:
    from pathlib import Path

SIZES = [QSize(1280, 720), QSize(1280, 800), QSize(1920, 1080)]
LANGUAGES = ["ko", "en"]


def place(part: QWidget, window: QWidget) -> QRect:
    return QRect(part.mapTo(window, QPoint(0, 0)), part.size())


def scrolled(part: QWidget) -> bool:
    """Whether it stands in something that scrolls, where being out of sight is no fault."""
    parent = part.parentWidget()
    while parent is not None:
        if isinstance(parent, QAbstractScrollArea):
            return True
        parent = parent.parentWidget()
    return False


def cut(window: QWidget) -> list[str]:
    """Texts that have less room than they need."""
    buttons = [one for one in window.findChildren(QPushButton) if one.isVisible()]
    words = [one for one in window.findChildren(Words) if one.isVisible() and one.text()]
    narrow = [one.text() for one in buttons if one.width() < one.sizeHint().width()]
    low = [one.text() for one in words if one.height() < one.heightForWidth(one.width())]
    outside = [
        one.text()
        for one in [*buttons, *words]
        if not scrolled(one) and not window.rect().contains(place(one, window))
    ]
    return narrow + low + outside


def overlapping(window: QWidget) -> list[tuple[str, str]]:
    buttons = [one for one in window.findChildren(QPushButton) if one.isVisible()]
    return [
        (one.text(), other.text())
        for number, one in enumerate(buttons)
        for other in buttons[number + 1 :]
        if place(one, window).intersects(place(other, window))
    ]


def is_sound(window: QWidget) -> bool:
    """Ask again until what is waiting to be laid out has been."""
    assert (window.size().toTuple(), cut(window), overlapping(window))[1:] == ([], [])
    return True


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_is_cut_in_a_score_book(window, scoring, speak, qtbot, language: str) -> None:
    speak(language)
    for size in SIZES:
        window.resize(size)
        for show in (scoring.show_hand_over, scoring.show_scoring):
            show()
            qtbot.waitUntil(lambda: is_sound(window))


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_is_cut_in_a_round(
    window, open_in_window, round_folder: Path, speak, qtbot, language: str
) -> None:
    page = open_in_window(round_folder / "a.round")
    speak(language)
    merging = page.page("merge")
    with qtbot.waitSignal(page.session.planned):
        merging.add_files(sorted((round_folder / "books").iterdir()))
    for size in SIZES:
        window.resize(size)
        for kind in PAGES:
            page.show_page(kind)
            qtbot.waitUntil(lambda: is_sound(window))


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_is_cut_on_the_start_page(window, speak, qtbot, language: str) -> None:
    speak(language)
    for size in SIZES:
        window.resize(size)
        qtbot.waitUntil(lambda: is_sound(window))


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_of_a_score_book_is_cut_in_the_smallest_window(
    window, scoring, keys, speak, qtbot, language: str
) -> None:
    from PySide6.QtCore import Qt

    speak(language)
    window.resize(window.minimumSize())
    work = scoring.work

    def fits(*parts: QWidget) -> bool:
        assert window.size() == window.minimumSize()
        seen = [place(part, window) for part in parts]
        assert all(part.isVisible() for part in parts)
        assert all(window.rect().contains(one) for one in seen), seen
        assert not any(one.intersects(other) for one in seen for other in seen if one != other)
        assert all(part.width() >= part.minimumWidth() for part in parts)
        assert scoring._top.minimumSizeHint().width() <= scoring._top.width()
        return is_sound(window)

    qtbot.waitUntil(lambda: fits(work.list_pane, work.sheet))
    keys.press(Qt.Key.Key_F7)
    qtbot.waitUntil(lambda: fits(work.sheet, work.help))
    assert work.list_pane.isHidden()
    keys.press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: fits(work.list_pane, work.sheet))
    assert work.list_pane.isAncestorOf(window.focusWidget())
    assert work.help.isHidden()


def test_the_help_pane_gives_way_where_it_is_narrow(window, scoring, keys) -> None:
    from PySide6.QtCore import Qt

    from ui.judging.pane import HelpPane

    pane = scoring.findChild(HelpPane)
    assert pane.isVisible()
    window.resize(1100, 720)
    window.grab()
    assert not pane.isVisible()
    keys.press(Qt.Key.Key_F7)
    assert pane.isVisible()


def test_light_and_dark_have_the_same_geometry(window, scoring, follower, qtbot) -> None:
    from ui.theme.scheme import Scheme

    def places() -> list[tuple[str, QRect]]:
        window.grab()
        parts = [part for part in window.findChildren(QWidget) if part.isVisible()]
        return [(type(part).__name__, place(part, window)) for part in parts]

    light = places()
    follower.choose(Scheme.DARK)
    assert places() == light

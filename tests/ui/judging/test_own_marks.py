"""The strip of own marks in a real book, walked with real keys."""

from __future__ import annotations

from fractions import Fraction

from PySide6.QtCore import Qt

from workbench.exact import half_up, plain

K = Qt.Key


def test_the_strip_holds_every_own_mark_of_the_code(scoring, pane, place) -> None:
    scoring.work.go_to(place(13, "C5"))
    words = pane.own.strip.accessibleDescription()
    assert "12개 사무" in words
    points = [mark.points for mark in scoring.desk.overview.own.of("C5")]
    assert len(points) == 12
    assert f"{plain(half_up(min(points), 2))}부터 {plain(half_up(max(points), 2))}까지" in words


def test_the_mark_in_work_follows_the_typing(scoring, pane, place, keys) -> None:
    scoring.work.go_to(place(13, "C5"))
    strip = pane.own.strip
    assert strip.live is None
    keys.type("4")
    assert strip.live == Fraction(4, 6)
    keys.type(".5")
    assert strip.live == Fraction(9, 12)
    assert "4.5점" in strip.accessibleDescription()
    keys.press(K.Key_Escape)
    assert strip.live is None
    assert len(scoring.desk.overview.own.of("C5")) == 12


def test_what_cannot_stand_has_no_place_on_the_scale(scoring, pane, place, keys) -> None:
    scoring.work.go_to(place(13, "C5"))
    keys.type("7")
    assert pane.own.strip.live is None


def test_a_stored_mark_stands_where_it_was_typed(scoring, pane, place, keys) -> None:
    scoring.work.go_to(place(13, "C5"))
    keys.type("3")
    keys.press(K.Key_Return)
    scoring.work.go_to(place(13, "C5"))
    assert pane.own.strip.live == Fraction(3, 6)
    assert "13개 사무" in pane.own.strip.accessibleDescription()


def test_grades_and_figures_move_it_by_their_points(open_in_window, book_of, keys, scoring, pane):
    keys.type("1")  # the 13th stands at C4, which takes grades
    assert pane.own.strip.live == 1
    page = open_in_window(book_of("Q1"))
    page.work.go_to_incomplete()
    keys.type("1000")
    keys.press(K.Key_Return)
    keys.type("960")
    assert page.work.help.own.strip.live == 1


def test_arrows_walk_the_marks_and_enter_opens_the_service(scoring, pane, place, keys) -> None:
    scoring.work.go_to(place(13, "C5"))
    lowest = min(scoring.desk.overview.own.of("C5"), key=lambda one: (one.share, one.number))
    pane.own.strip.setFocus(Qt.FocusReason.TabFocusReason)
    keys.press(K.Key_End)
    keys.press(K.Key_Home)
    words = pane.own.strip.accessibleDescription()
    assert words.startswith(f"{lowest.number}번 ")
    assert words.endswith("점")
    keys.press(K.Key_Right)
    keys.press(K.Key_Left)
    assert pane.own.strip.accessibleDescription() == words
    keys.press(K.Key_Return)
    cell = scoring.work.sheet.flow.current()
    assert "12개 사무" in pane.own.strip.accessibleDescription()  # no dot is walked any more
    assert cell == place(lowest.number, "C5")
    assert keys.target() is scoring.work.sheet.canvas.editor


def test_escape_brings_the_keyboard_back_to_the_sheet(scoring, pane, keys) -> None:
    pane.own.strip.setFocus(Qt.FocusReason.TabFocusReason)
    keys.press(K.Key_Escape)
    assert keys.target() is scoring.work.sheet.canvas.editor


def test_the_mouse_opens_the_service_of_a_dot(scoring, pane, place, qtbot) -> None:
    scoring.work.go_to(place(13, "C5"))
    strip = pane.own.strip
    pane.own.strip.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(strip, K.Key_Home)
    spot = strip.spot_of(strip.at).toPoint()
    lowest = min(scoring.desk.overview.own.of("C5"), key=lambda one: (one.share, one.number))
    qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=spot)
    assert scoring.work.sheet.flow.current() == place(lowest.number, "C5")


def test_it_speaks_both_languages(scoring, pane, place, speak, qtbot) -> None:
    scoring.work.go_to(place(13, "C5"))
    strip = pane.own.strip
    speak("en")
    qtbot.waitUntil(lambda: strip.accessibleName() == "My marks for this indicator")
    assert "12 services" in pane.own.strip.accessibleDescription()

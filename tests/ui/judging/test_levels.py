"""What each level reaches over, and which one the typing has reached."""

from __future__ import annotations

import pytest

from ui.judging.levels import LevelTable, level_ranges


@pytest.mark.parametrize(
    ("code", "ranges"),
    [
        ("C1", ("6", "5.4–5.9", "4.8–5.3", "4.2–4.7", "0–4.1")),
        ("C4", ("4", "3.6", "3.2", "2.8", "2.4")),
        ("C7", ("100", "90–99", "80–89", "70–79", "0–69")),
    ],
)
def test_levels_reach_over_what_can_be_typed(scoring, place, code: str, ranges) -> None:
    assert level_ranges(scoring.desk.row(place(13, code)).indicator) == ranges


def test_figures_reach_over_points(open_in_window, book_of) -> None:
    desk = open_in_window(book_of("Q1")).desk
    row = desk.overview.row(desk.services()[0], "I1")
    assert level_ranges(row.indicator) == ("10", "8.5–9.99", "7–8.49", "0–6.99")


def test_the_level_follows_the_typing(scoring, pane, place, keys) -> None:
    scoring.work.go_to(place(13, "C5"))
    table = pane.findChild(LevelTable)
    reached = []
    for digits in ("1", "5.9", "6", "9"):
        keys.target().selectAll()
        keys.type(digits)
        reached.append(table.reached)
    assert reached == ["부진", "우수", "탁월", ""]


def test_a_digit_on_the_table_types_the_grade(scoring, pane, place, keys, qtbot) -> None:
    from PySide6.QtCore import Qt

    scoring.work.go_to(place(13, "C4"))
    table = pane.findChild(LevelTable)
    qtbot.keyClick(table, Qt.Key.Key_2)
    assert dict(scoring.desk.row(place(13, "C4")).mark.values) == {"score": "우수"}
    assert scoring.work.sheet.flow.current() == place(13, "C5")

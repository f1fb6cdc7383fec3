"""Two services side by side for one indicator."""

from __future__ import annotations

import csv
import shutil
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from ui.judging.mark_side import MarkSide
from ui.theme.runs import RunLine
from workbench.rounds.creating import new_round
from workbench.rounds.desk import open_round
from workbench.sample.material import sample_definition

if TYPE_CHECKING:
    from pathlib import Path

    from ui.judging.compare import CompareTray

K = Qt.Key


def said(tray: CompareTray) -> list[str]:
    """What the sides say, the pinned one first."""
    return [side.text() for side in tray.findChildren(MarkSide) if side.isVisible()]


def lines(tray: CompareTray) -> list[str]:
    return [line.text() for line in tray.findChildren(RunLine) if line.isVisible()]


def points(scoring, cell) -> str:
    return f"{scoring.desk.row(cell).points:.2f}"


def test_a_pinned_service_stands_beside_another(scoring, pane, place, keys) -> None:
    pinned = place(3, "C5")
    scoring.work.go_to(pinned)
    pane.toggle_pin()
    assert pane.pinned() == pinned.service
    scoring.work.go_to(place(13, "C5"))
    keys.type("4.2")
    theirs, ours = said(pane.tray)
    row = scoring.desk.row(pinned)
    assert points(scoring, pinned) in theirs
    assert row.comment in theirs
    assert "4.20" in ours
    difference = 42 - int(row.points * 10)
    sign = "+" if difference > 0 else "−"
    assert f"{sign}{abs(difference) / 10:.2f}점" in lines(pane.tray)


def test_it_follows_the_indicator_and_says_what_was_typed(open_in_window, book_of, keys) -> None:
    page = open_in_window(book_of("Q1"))
    pane, desk = page.work.help, page.desk
    pane.pin(desk.services()[2])
    page.work.go_to_incomplete()
    keys.type("1000")
    keys.press(K.Key_Return)
    keys.type("870")
    theirs, ours = said(pane.tray)
    figures = dict(desk.overview.row(desk.services()[2], "C3").mark.values)
    assert f"{int(figures['target']):,}" in theirs
    assert "목표 1,000" in ours
    assert "실적 870" in ours
    keys.press(K.Key_Return)
    assert said(pane.tray)[0].startswith("I1")


def test_the_pinned_service_itself_waits_for_another(scoring, pane, place) -> None:
    scoring.work.go_to(place(3, "C5"))
    pane.toggle_pin()
    assert said(pane.tray) == ["고정했습니다. 다른 사무로 가면 나란히 나옵니다."]


def test_the_same_key_lets_go_and_another_service_takes_over(scoring, pane, place) -> None:
    scoring.work.go_to(place(3, "C5"))
    pane.toggle_pin()
    scoring.work.go_to(place(4, "C5"))
    pane.toggle_pin()
    assert pane.pinned() == place(4, "C5").service
    pane.toggle_pin()
    assert pane.pinned() is None
    assert said(pane.tray) == []


def test_the_button_lets_go(scoring, pane, place, qtbot) -> None:
    pane.pin(place(3, "C5").service)
    button = next(one for one in pane.tray.findChildren(QPushButton) if one.isVisible())
    name = scoring.desk.sheet(place(3, "C5").service).service.name
    assert button.accessibleName() == f"3 {name} 고정 해제"
    with qtbot.waitSignal(pane.pin_changed):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert pane.pinned() is None


def test_a_service_of_another_book_is_not_pinned(pane) -> None:
    pane.pin(b"x" * 16)
    assert pane.pinned() is None


@pytest.fixture
def uneven_book(tmp_path: Path) -> Path:
    """The 13th service has another maximum for C6, and C9 instead of C8."""
    folder = shutil.copytree(sample_definition(), tmp_path / "definition")
    with (folder / "indicators.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    others = "service:" + ";".join(str(n) for n in range(1, 30) if n != 13)
    changed = []
    for row in rows:
        if row["code"] in ("C6", "C8"):
            most, code = ("5", "C6") if row["code"] == "C6" else ("3", "C9")
            changed.append(row | {"applies_to": others})
            row = row | {"applies_to": "service:13", "max_points": most, "code": code}
        changed.append(row)
    with (folder / "indicators.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        writer.writerows(changed)
    new_round(folder, tmp_path / "a.round")
    with open_round(tmp_path / "a.round") as desk:
        books = desk.hand_out(tmp_path / "books")
    return next(path for owner, path in books if owner.code == "E1")


def test_maxima_that_differ_are_compared_as_shares(open_in_window, uneven_book, keys) -> None:
    page = open_in_window(uneven_book)
    desk, pane = page.desk, page.work.help
    page.show_scoring()
    third, thirteenth = desk.services()[2], desk.services()[12]

    def cell(service: bytes, code: str):
        from ui.scoring.cell import Cell

        return Cell(service, desk.overview.row(service, code).indicator.uid, "score")

    desk.enter(cell(third, "C6"), "4")
    pane.pin(third)
    page.work.go_to(cell(thirteenth, "C6"))
    keys.type("4")
    assert "배점 대비 −20.0%p" in lines(pane.tray)
    page.work.go_to(cell(thirteenth, "C9"))
    assert said(pane.tray) == ["이 사무에는 C9 지표가 없습니다."]

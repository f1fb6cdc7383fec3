"""What is measured: a bare QTableView, the grid beside it, and every switch of the score book."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QHeaderView, QTableView

from tests.bench.big_book import INDICATORS, SERVICES
from tests.bench.measuring import Case
from tests.own_window import press
from ui.grid.table import GridTable
from ui.scoring.orders import Order

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.scoring.page import ScoreBookPage

BARE_FRAME = "bare view: next page"
BARE_SWITCH = "bare view: another model"
GRID_FRAME = "grid: next page"
NEXT_SERVICE = "next service"
NEXT_INDICATOR = "next indicator"
TO_INDICATOR = "order: service to indicator"
TO_GRID = "order: indicator to grid"
TO_SERVICE = "order: grid to service"
GRID_PAGE = "grid: page down by key"
GRID_CELL = "grid: next cell by key"
MARK_STORED = "a mark typed and stored, by {order}"
TYPED_IN = (Order.SERVICE, Order.INDICATOR)


def filled_model(shift: int) -> QStandardItemModel:
    model = QStandardItemModel(SERVICES, INDICATORS)
    for row in range(SERVICES):
        for column in range(INDICATORS):
            text = f"{(row * 7 + column * 3 + shift) % 26 / 10:.2f}"
            model.setItem(row, column, QStandardItem(text))
    model.setHorizontalHeaderLabels([f"C{column}" for column in range(1, INDICATORS + 1)])
    model.setVerticalHeaderLabels(
        [f"{row} 가상 사무 {row}호(시험, 연습) 관리운영" for row in range(1, SERVICES + 1)]
    )
    return model


class BareView(QTableView):
    """Qt's own table, as large as the grid, with rows and columns as large as the grid's."""

    def __init__(self, like: QTableView) -> None:
        super().__init__()
        self._models = [filled_model(0), filled_model(5)]
        self._shown = 0
        self.setModel(self._models[0])
        self.setVerticalScrollMode(like.verticalScrollMode())
        self.setHorizontalScrollMode(like.horizontalScrollMode())
        for header, section in (
            (self.verticalHeader(), like.rowHeight(0)),
            (self.horizontalHeader(), like.columnWidth(0)),
        ):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            header.setDefaultSectionSize(section)
        self.verticalHeader().setFixedWidth(like.verticalHeader().width())
        self.resize(like.size())
        self.setCurrentIndex(self.model().index(0, 0))

    def show_other(self) -> None:
        self._shown = 1 - self._shown
        self.setModel(self._models[self._shown])


def to_top(view: QTableView) -> None:
    view.verticalScrollBar().setValue(0)


def next_page(view: QTableView) -> None:
    bar = view.verticalScrollBar()
    bar.setValue(bar.value() + bar.pageStep())


class Switches:
    """The score book's own cases; every one of them ends with the whole window painted."""

    def __init__(self, window: QWidget, page: ScoreBookPage) -> None:
        self._window = window
        self._page = page
        self._work = page.work
        self._work.show_order(Order.GRID)
        self.grid = page.findChild(GridTable)

    def cases(self) -> list[Case]:
        work, window = self._work, self._window
        return [
            Case(NEXT_SERVICE, window, work.go_on, lambda: work.show_order(Order.SERVICE)),
            Case(NEXT_INDICATOR, window, work.go_on, lambda: work.show_order(Order.INDICATOR)),
            self._turn(TO_INDICATOR, Order.SERVICE, Order.INDICATOR),
            self._turn(TO_GRID, Order.INDICATOR, Order.GRID),
            self._turn(TO_SERVICE, Order.GRID, Order.SERVICE),
            Case(GRID_PAGE, window, lambda: press(Qt.Key.Key_PageDown), self._grid_at_top),
            Case(GRID_CELL, window, lambda: press(Qt.Key.Key_Right), self._grid_at_top),
        ]

    def grid_frame(self) -> Case:
        return Case(GRID_FRAME, self._window, lambda: next_page(self.grid), self._grid_at_top)

    def _turn(self, name: str, before: Order, after: Order) -> Case:
        work = self._work
        return Case(
            name, self._window, lambda: work.show_order(after), lambda: work.show_order(before)
        )

    def _grid_at_top(self) -> None:
        self._work.show_order(Order.GRID)
        self._work.take_focus()
        to_top(self.grid)
        press(Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)


def bare_cases(view: BareView) -> list[Case]:
    return [
        Case(BARE_FRAME, view, lambda: next_page(view), lambda: to_top(view)),
        Case(BARE_SWITCH, view, view.show_other, lambda: to_top(view)),
    ]

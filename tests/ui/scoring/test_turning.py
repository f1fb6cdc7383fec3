"""Turning to another order of work: nothing moves, and nothing is painted twice."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject

from ui.scoring.orders import Order

TURNS = (Order.INDICATOR, Order.GRID, Order.SERVICE, Order.GRID, Order.INDICATOR, Order.SERVICE)


class Strokes(QObject):
    """Counts how many dots of a widget are painted."""

    def __init__(self) -> None:
        super().__init__()
        self.dots = 0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            rect = event.rect()
            self.dots += rect.width() * rect.height()
        return False


def painted(window) -> None:
    QCoreApplication.sendPostedEvents()
    QCoreApplication.sendEvent(window, QEvent(QEvent.Type.UpdateRequest))


def test_no_turn_moves_the_panes(scoring, window) -> None:
    work = scoring.work
    work.take_widths([200, 640, 436])  # chips and sheet need more than that
    painted(window)
    before = work.list_pane.width(), work.help.width()
    after = []
    for order in TURNS:
        work.show_order(order)
        painted(window)
        after.append((work.list_pane.width(), work.help.width()))
    assert after == [before] * len(TURNS)


def test_a_sheet_turned_to_is_painted_once(scoring, window) -> None:
    work, strokes = scoring.work, Strokes()
    canvas = work.sheet.canvas
    canvas.installEventFilter(strokes)
    for order in (Order.GRID, Order.SERVICE, *TURNS):
        strokes.dots = 0
        work.show_order(order)
        painted(window)
        seen = canvas.visibleRegion().boundingRect()
        dots = seen.width() * seen.height()
        assert dots <= strokes.dots <= 1.2 * dots, order

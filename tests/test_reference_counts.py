"""The pinned Qt binding must not lose references to what Python has one of.

PySide6 6.12.0 did, with Python 3.11, and aborted the process after some thousand calls.
"""

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Signal
from PySide6.QtGui import QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

ROUNDS, CALLS = 100, 100  # short rounds: an assertion that speaks, before the abort that does not
NOISE = 50  # what the interpreter itself takes and gives back meanwhile


class Caller(QObject):
    called = Signal()


class Painted(QWidget):
    def paintEvent(self, event: QPaintEvent) -> None:
        return None


class Empty(QAbstractListModel):
    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return 1

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = 0) -> None:
        return None


def references() -> dict[str, int]:
    return {str(thing): sys.getrefcount(thing) for thing in (None, True, False)}


def references_lost(work) -> dict[str, int]:
    before = references()
    for _ in range(CALLS):
        work()
    after = references()
    lost = {name: before[name] - after[name] for name in before}
    return {name: count for name, count in lost.items() if abs(count) >= NOISE}


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal and hides the fault")
@pytest.mark.parametrize("kind", ["slot", "paint", "data"])
def test_calls_from_qt_keep_references(qtbot, kind: str) -> None:
    caller, painted, model = Caller(), Painted(), Empty()
    qtbot.addWidget(painted)
    painted.resize(2, 2)
    pixmap = QPixmap(2, 2)
    caller.called.connect(lambda: None)
    index = QPersistentModelIndex(model.index(0))
    work = {
        "slot": caller.called.emit,
        "paint": lambda: painted.render(pixmap),
        "data": lambda: index.data(),
    }[kind]
    for _ in range(ROUNDS):
        assert references_lost(work) == {}

"""The least window: PySide6, a QTableView on a QStandardItemModel, painted, nothing else.

``python tests/bench/start_bare.py ROWS COLUMNS`` says ``painted`` and the CPU time
until then.
"""

import sys
from time import process_time

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QMainWindow, QTableView

PAINTED = QEvent.Type(QEvent.registerEventType())


class BareWindow(QMainWindow):
    """Says that it is painted and ends."""

    def __init__(self, rows: int, columns: int) -> None:
        super().__init__()
        model = QStandardItemModel(rows, columns, self)
        for row in range(rows):
            for column in range(columns):
                model.setItem(row, column, QStandardItem(f"{(row + column) % 26 / 10:.2f}"))
        table = QTableView()
        table.setModel(model)
        self.setCentralWidget(table)
        self.resize(1280, 800)
        self._is_told = False

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.Paint and not self._is_told:
            self._is_told = True
            QCoreApplication.postEvent(
                self, QEvent(PAINTED), Qt.EventPriority.HighEventPriority.value
            )
        elif event.type() == PAINTED:
            self._tell()
        return done

    def _tell(self) -> None:
        sys.stdout.write(f"painted {process_time()}\n")
        sys.stdout.flush()
        QApplication.quit()


if __name__ == "__main__":
    app = QApplication(sys.argv[:1])
    app.setStyle("Fusion")
    window = BareWindow(int(sys.argv[1]), int(sys.argv[2]))
    window.show()
    sys.exit(app.exec())

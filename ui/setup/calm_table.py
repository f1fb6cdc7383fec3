"""How the tables of the set-up look and behave before they differ: no frame, no grid, one block."""

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QTableView, QWidget

from ui.theme.parts import on_surface


class CalmTable(QTableView):
    """Cells are chosen as one rectangle; letters and the Tab key belong to whoever edits."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._corner = QWidget(self)
        on_surface(self._corner)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setCornerWidget(QWidget())  # else Fusion paints a box between the scroll bars
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QTableView.SelectionMode.ContiguousSelection)
        self.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)

    def selected(self) -> QRect:
        """Return the selected rectangle: x counts columns, y rows; else the current cell."""
        found = QRect()
        for part in self.selectionModel().selection().toList():
            corners = QPoint(part.left(), part.top()), QPoint(part.right(), part.bottom())
            found = found.united(QRect(*corners))
        here = self.currentIndex()
        if found.isEmpty() and here.isValid():
            return QRect(here.column(), here.row(), 1, 1)
        return found

    def keyboardSearch(self, search: str) -> None:
        """Nothing is searched by letters."""

    def updateGeometries(self) -> None:
        super().updateGeometries()
        width, height = self.verticalHeader().width(), self.horizontalHeader().height()
        self._corner.setGeometry(0, 0, width, height)
        self._corner.raise_()

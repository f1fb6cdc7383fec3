"""The three faces of the import: the file is being read, was refused, or lies open."""

from typing import Final

from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.handing_over.centred import centred
from ui.surveys.importing.board import Board
from ui.surveys.importing.reading_view import ReadingView
from ui.surveys.importing.refused_view import RefusedView

_View = ReadingView | RefusedView | Board


class ImportViews(QStackedWidget):
    """One of them is shown; the keyboard goes with it."""

    def __init__(self, places: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.reading, self.refused = ReadingView(), RefusedView()
        self.board = Board(places)
        self._framed: Final[dict[_View, QWidget]] = {
            self.reading: centred(self.reading),
            self.refused: centred(self.refused),
            self.board: self.board,
        }
        for framed in self._framed.values():
            self.addWidget(framed)

    def show_view(self, view: _View) -> None:
        """Show another one, with the keyboard on it if the page is seen at all."""
        self.setCurrentWidget(self._framed[view])
        if view is not self.reading:
            self.reading.rest()
        if self.isVisible():
            view.take_focus()

    def take_focus(self) -> None:
        """Put the keyboard on what comes next."""
        for view in self._framed:
            if self.is_at(view):
                view.take_focus()

    def is_at(self, view: _View) -> bool:
        """Say whether this one is shown."""
        return self.currentWidget() is self._framed[view]

"""The view of a painted list: no frame of its own, scrolled by pixels, no search by letters."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListView, QWidget


def dress_list(view: QListView) -> None:
    """Let a list stand in its card without a frame and scroll up and down only."""
    view.setFrameShape(QListView.Shape.NoFrame)
    view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)


def point_at_rows(view: QListView) -> None:
    """Let the pointer over the rows say that they can be pressed; over the bar it stays.

    Said to the view: to hand out its viewport, a plain widget, Qt for Python makes the class of
    every widget there is.
    """
    view.setCursor(Qt.CursorShape.PointingHandCursor)
    view.verticalScrollBar().setCursor(Qt.CursorShape.ArrowCursor)


class QuietList(QListView):
    """A list in which letters do nothing: a field searches, or there is nothing to search."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        dress_list(self)

    def keyboardSearch(self, search: str) -> None:
        """Letters do nothing here."""

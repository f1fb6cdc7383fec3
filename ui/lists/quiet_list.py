"""The view of a painted list: no frame of its own, scrolled by pixels, no search by letters."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListView, QWidget


def dress_list(view: QListView) -> None:
    """Let a list stand in its card without a frame and scroll up and down only."""
    view.setFrameShape(QListView.Shape.NoFrame)
    view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)


class QuietList(QListView):
    """A list in which letters do nothing: a field searches, or there is nothing to search."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        dress_list(self)

    def keyboardSearch(self, search: str) -> None:
        """Letters do nothing here."""

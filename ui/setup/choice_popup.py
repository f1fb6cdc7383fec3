"""The fixed values of a cell or field as a short list: arrows, Enter takes, Esc leaves."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QPoint, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QListWidgetItem, QWidget

from ui.setup.floating import ROW, Floating, FloatingRows
from ui.theme.fonts import BODY, font

_VALUE: Final = Qt.ItemDataRole.UserRole
_LEAST_WIDTH: Final = 150


class ChoicePopup(Floating):
    """Lives as long as the window of whoever opened it first; it is filled at every opening."""

    chosen = Signal(str)

    def __init__(self, page: QWidget) -> None:
        super().__init__(page, FloatingRows())
        self.column.setContentsMargins(6, 6, 6, 6)
        self.column.addWidget(self.list)
        self.list.entered.connect(self._take)
        self.list.itemClicked.connect(self._take)

    def open_at(self, spot: QPoint, choices: Mapping[str, str], value: str) -> None:
        """Show the words of ``choices`` by value below ``spot``, the one of ``value`` chosen."""
        self.list.clear()
        metrics = QFontMetrics(font(BODY))
        widest = max((metrics.horizontalAdvance(word) for word in choices.values()), default=0)
        for stored, word in choices.items():
            item = QListWidgetItem(word)
            item.setData(_VALUE, stored)
            item.setSizeHint(QSize(0, ROW))
            self.list.addItem(item)
        names = list(choices)
        self.list.setCurrentRow(names.index(value) if value in names else 0)
        self.open_below(spot, max(_LEAST_WIDTH, widest + 44))

    @Slot()
    def _take(self) -> None:
        item = self.list.currentItem()
        self.close_floating()
        if item is not None:
            self.chosen.emit(item.data(_VALUE))

"""Captions of columns and numbers of rows, in line with the cells they belong to."""

from typing import Final

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from ui.setup.sheet_painter import ROW_HEIGHT
from ui.theme.fonts import CAPTION, font
from ui.theme.scheme import color

HEADER_HEIGHT: Final = 28
NUMBER_WIDTH: Final = 38
_INSET: Final = 8


class SheetHeader(QHeaderView):
    """Painted from tokens; a row's number stands beside its cells and not beside its caption."""

    def __init__(self, orientation: Qt.Orientation, parent: QWidget) -> None:
        super().__init__(orientation, parent)
        self.setHighlightSections(False)
        self.setSectionsClickable(True)
        if orientation is Qt.Orientation.Horizontal:
            self.setFixedHeight(HEADER_HEIGHT)
        else:
            self.setFixedWidth(NUMBER_WIDTH)
            self.setDefaultSectionSize(ROW_HEIGHT)
            self.setMinimumSectionSize(ROW_HEIGHT)

    def paintSection(self, painter: QPainter, rect: QRect, logical: int) -> None:
        model = self.model()
        across = self.orientation() is Qt.Orientation.Horizontal
        box = QRectF(rect)
        if not across:
            box.setTop(box.bottom() + 1 - ROW_HEIGHT)
        painter.fillRect(rect, color("surface"))
        painter.fillRect(QRectF(box.left(), box.bottom(), box.width(), 1), color("line"))
        text = str(model.headerData(logical, self.orientation()) or "")
        wanted = model.headerData(logical, self.orientation(), Qt.ItemDataRole.TextAlignmentRole)
        centred = Qt.AlignmentFlag.AlignCenter
        align = wanted if isinstance(wanted, Qt.AlignmentFlag) else centred
        painter.setFont(font(CAPTION, digits=True))
        painter.setPen(color("text3"))
        room = box.adjusted(_INSET, 0, -_INSET, 0) if across else box
        shown = painter.fontMetrics().elidedText(
            text, Qt.TextElideMode.ElideRight, int(room.width()) + 1
        )
        painter.drawText(room, int(align), shown)

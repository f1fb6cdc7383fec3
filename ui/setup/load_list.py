"""How much everybody has to score: services and marks, with a bar to compare."""

from typing import Any, Final

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.lists.quiet_list import QuietList
from ui.lists.rows_model import Index, RowsModel
from ui.setup.draft import SetupDraft
from ui.theme.fonts import CAPTION, DENSE, HALF_BOLD, font
from ui.theme.scheme import color
from workbench.setup.assigning import Load

_ROW: Final = 44
_BAR: Final = 5


class LoadModel(RowsModel[Load]):
    """Everybody in roster order."""

    def __init__(self, draft: SetupDraft, parent: QWidget) -> None:
        super().__init__(parent)
        self._draft = draft
        self.show_rows(draft.loads)
        draft.looked.connect(self._on_looked)

    @Slot()
    def _on_looked(self) -> None:
        self.show_rows(self._draft.loads)

    def most(self) -> int:
        """Return the highest number of marks."""
        return max((load.marks for load in self._rows), default=0)

    def words(self, row: int) -> str:
        """Return the load in words."""
        load = self.row(row)
        words = self.tr("{services} services · {marks} marks")
        return words.format(services=load.services, marks=load.marks)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        shown = (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.ToolTipRole,
            Qt.ItemDataRole.AccessibleTextRole,
        )
        if not index.isValid() or role not in shown:
            return None
        load = self.row(index.row())
        return f"{load.code} {load.name}: {self.words(index.row())}"


class _LoadPainter(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(160, _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        if not isinstance(model, LoadModel):
            return
        load, box = model.row(index.row()), QRectF(option.rect).adjusted(2, 0, -10, 0)
        painter.save()
        name = font(DENSE, HALF_BOLD)
        said = model.words(index.row())
        counted = font(CAPTION, digits=True)
        width = QFontMetricsF(counted).horizontalAdvance(said)
        upper = QRectF(box.left(), box.top() + 4, box.width(), 20)
        middle, right = Qt.AlignmentFlag.AlignVCenter, Qt.AlignmentFlag.AlignRight
        painter.setFont(counted)
        painter.setPen(color("text2" if load.marks else "text3"))
        painter.drawText(upper, int(middle | right), said)
        room = box.width() - width - 8
        words = QFontMetricsF(name).elidedText(
            f"{load.code} {load.name}", Qt.TextElideMode.ElideRight, room
        )
        painter.setFont(name)
        painter.setPen(color("text"))
        painter.drawText(upper, int(middle), words)
        track = QRectF(box.left(), box.top() + 28, box.width(), _BAR)
        painter.fillRect(track, color("sunken"))
        if load.marks:
            track.setWidth(track.width() * load.marks / model.most())
            painter.fillRect(track, color("bar"))
        painter.restore()


class LoadList(QuietList):
    """A long roster scrolls."""

    def __init__(self, draft: SetupDraft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.loads = LoadModel(draft, self)
        self.setModel(self.loads)
        self.setItemDelegate(_LoadPainter(self))
        self.setUniformItemSizes(True)

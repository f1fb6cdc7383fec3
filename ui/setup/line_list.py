"""A list of painted lines: what would change, what is wrong; Enter or a click leads there."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.theme.fonts import CARD_TITLE, DENSE, HALF_BOLD
from ui.theme.glyphs import Glyph, paint_glyph
from ui.theme.runs import Run, paint_runs
from ui.theme.scheme import color, tokens

_Index = QModelIndex | QPersistentModelIndex
_ROOT: Final = QModelIndex()
LINE_HEIGHT: Final = 26
_GLYPH: Final = 22


@dataclass(frozen=True, slots=True)
class Line:
    """One line; ``key`` is what is told when it is chosen, None where it leads nowhere."""

    runs: tuple[Run, ...]
    key: object = None
    glyph: Glyph | None = None

    def spoken(self) -> str:
        """Return the line without its voices."""
        return " ".join(run.text for run in self.runs if run.text)


def heading(text: str, rest: str = "") -> Line:
    """Return a line that names those below it."""
    return Line((Run(text, CARD_TITLE, HALF_BOLD), Run(rest, DENSE, role="text2", before=8)))


def plain_line(text: str, role: str = "text2", glyph: Glyph | None = None) -> Line:
    """Return a line in one quiet voice."""
    return Line((Run(text, DENSE, role=role),), glyph=glyph)


class LineModel(QAbstractListModel):
    """The lines as Qt's views know them."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._lines: tuple[Line, ...] = ()

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self._lines = tuple(lines)
        self.endResetModel()

    def line(self, row: int) -> Line:
        """Return one line."""
        return self._lines[row]

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        shown = (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.ToolTipRole,
            Qt.ItemDataRole.AccessibleTextRole,
        )
        return self._lines[index.row()].spoken() if index.isValid() and role in shown else None


class _LineDelegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(200, LINE_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        model = index.model()
        if not isinstance(model, LineModel):
            return
        line, box = model.line(index.row()), QRectF(option.rect)
        ground = tokens().surface
        if option.state & QStyle.StateFlag.State_Selected and line.key is not None:
            painter.fillRect(box, color("select"))
            ground = tokens().select
            if option.state & QStyle.StateFlag.State_HasFocus:
                painter.fillRect(QRectF(box.left(), box.top(), 3, box.height()), color("accent"))
        left = box.left() + 8
        if line.glyph is not None:
            place = QRectF(left, box.center().y() - 7, 14, 14)
            paint_glyph(painter, line.glyph, place, tokens(), ground=ground)
            left += _GLYPH
        paint_runs(painter, line.runs, left, box.center().y() + 5, box.right() - left - 8)


class LineList(QListView):
    """As high as its lines up to ``most``; letters do nothing here."""

    chosen = Signal(object)
    """The key of the line."""

    def __init__(self, parent: QWidget | None = None, *, most: int = 0) -> None:
        super().__init__(parent)
        self.lines = LineModel(self)
        self._most = most
        self.setModel(self.lines)
        self.setItemDelegate(_LineDelegate(self))
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._choose)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show other lines and take the height they need."""
        self.lines.show_lines(lines)
        if self._most:
            self.setFixedHeight(LINE_HEIGHT * min(len(lines), self._most))
        if lines:
            self.setCurrentIndex(self.lines.index(0))

    @Slot()
    def _choose(self) -> None:
        index = self.currentIndex()
        if index.isValid() and self.lines.line(index.row()).key is not None:
            self.chosen.emit(self.lines.line(index.row()).key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose()
            return
        super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters do nothing here."""

"""A list of painted lines: what would change, what is wrong; Enter or a click leads there."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.lists.grounds import paint_plain_chosen
from ui.lists.quiet_list import QuietList
from ui.lists.rows_model import Index, RowsModel
from ui.theme.fonts import CARD_TITLE, DENSE, HALF_BOLD
from ui.theme.glyphs import Glyph, paint_glyph
from ui.theme.runs import Run, paint_runs
from ui.theme.scheme import tokens

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


class LineModel(RowsModel[Line]):
    """The lines as Qt's views know them."""

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        shown = (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.ToolTipRole,
            Qt.ItemDataRole.AccessibleTextRole,
        )
        return self.row(index.row()).spoken() if index.isValid() and role in shown else None


class _LineDelegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, LINE_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        if not isinstance(model, LineModel):
            return
        line, box = model.row(index.row()), QRectF(option.rect)
        ground = tokens().surface
        if option.state & QStyle.StateFlag.State_Selected and line.key is not None:
            has_keys = bool(option.state & QStyle.StateFlag.State_HasFocus)
            paint_plain_chosen(painter, box, has_keys=has_keys)
            ground = tokens().select
        left = box.left() + 8
        if line.glyph is not None:
            place = QRectF(left, box.center().y() - 7, 14, 14)
            paint_glyph(painter, line.glyph, place, tokens(), ground=ground)
            left += _GLYPH
        paint_runs(painter, line.runs, left, box.center().y() + 5, box.right() - left - 8)


class LineList(QuietList):
    """As high as its lines up to ``most``; letters do nothing here."""

    chosen = Signal(object)
    """The key of the line."""

    def __init__(self, parent: QWidget | None = None, *, most: int = 0) -> None:
        super().__init__(parent)
        self.lines = LineModel(self)
        self._most = most
        self.setModel(self.lines)
        self.setItemDelegate(_LineDelegate(self))
        self.setUniformItemSizes(True)
        self.clicked.connect(self._choose)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show other lines and take the height they need."""
        self.lines.show_rows(lines)
        if self._most:
            self.setFixedHeight(LINE_HEIGHT * min(len(lines), self._most))
        if lines:
            self.setCurrentIndex(self.lines.index(0))

    @Slot()
    def _choose(self) -> None:
        index = self.currentIndex()
        if index.isValid() and self.lines.row(index.row()).key is not None:
            self.chosen.emit(self.lines.row(index.row()).key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose()
            return
        super().keyPressEvent(event)

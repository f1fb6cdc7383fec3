"""Every evaluator's mark for the chosen indicator: typed, in points, with the comment."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.lists.grounds import paint_chosen
from ui.lists.one_line import write_line
from ui.lists.quiet_list import QuietList
from ui.lists.rows_model import Index, RowsModel
from ui.theme.fonts import BODY, DENSE, HALF_BOLD, REGULAR
from ui.theme.glyphs import Glyph, paint_glyph
from ui.theme.scheme import tokens
from ui.theme.tokens import FIELD_RADIUS, GLYPH_SIZE, SCORE_ROW_HEIGHT

_ROWS_MOST: Final = 8
_NAME: Final = 150
_TYPED: Final = 130
_POINTS: Final = 70
_GAP: Final = 14
_NAME_LEFT: Final = 26


@dataclass(frozen=True, slots=True)
class MarkRow:
    """One evaluator's mark in words."""

    evaluator: str
    typed: str
    points: str
    comment: str
    glyph: Glyph


class MarksModel(RowsModel[MarkRow]):
    """The marks in the order of the evaluators."""

    def typed_width(self) -> int:
        """Return the room for what was typed; none where that is what stands in points."""
        return _TYPED if any(row.typed for row in self._rows) else 0

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{row.evaluator} {row.points}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.comment or None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(filter(None, (row.evaluator, row.typed, row.points, row.comment)))
        return None


class MarksDelegate(QStyledItemDelegate):
    """Paints state, evaluator, what was typed, the points and the comment on one line."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(420, SCORE_ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        if not isinstance(model, MarksModel):
            return
        row, box = model.row(index.row()), QRectF(option.rect)
        painter.save()
        has_keys = option.state & QStyle.StateFlag.State_HasFocus
        if has_keys:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_chosen(painter, box, None, FIELD_RADIUS)
        top = box.center().y() - GLYPH_SIZE / 2
        mark = QRectF(box.left() + 2, top, GLYPH_SIZE, GLYPH_SIZE)
        paint_glyph(painter, row.glyph, mark, tokens())
        left = box.left() + _NAME_LEFT
        place = QRectF(left, box.top(), _NAME - _GAP, box.height())
        write_line(painter, place, row.evaluator, (BODY, HALF_BOLD), "text")
        typed = model.typed_width()
        place = QRectF(left + _NAME, box.top(), max(0, typed - _GAP), box.height())
        write_line(painter, place, row.typed, (DENSE, REGULAR), "text2")
        place = QRectF(left + _NAME + typed, box.top(), _POINTS, box.height())
        role = "danger" if row.glyph is Glyph.CONFLICT else "text"
        write_line(painter, place, row.points, (BODY, HALF_BOLD), role, at_end=True)
        end = left + _NAME + typed + _POINTS + 2 * _GAP
        place = QRectF(end, box.top(), max(0.0, box.right() - end), box.height())
        write_line(painter, place, " ".join(row.comment.split()), (DENSE, REGULAR), "text2")
        painter.restore()


class MarksList(QuietList):
    """As high as its rows, up to eight; then it scrolls."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marks = MarksModel(self)
        self.setModel(self._marks)
        self.setItemDelegate(MarksDelegate(self))
        self.setSelectionMode(QListView.SelectionMode.NoSelection)

    def show_rows(self, rows: Sequence[MarkRow]) -> None:
        """Show the marks of another indicator."""
        self._marks.show_rows(rows)
        self.setFixedHeight(min(max(len(rows), 1), _ROWS_MOST) * SCORE_ROW_HEIGHT + 2)

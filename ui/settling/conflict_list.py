"""The queue of the inbox: one painted row per open cell; arrows choose."""

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.lists.grounds import bar_in, paint_chosen
from ui.lists.one_line import write_line
from ui.lists.quiet_list import QuietList
from ui.lists.rows_model import Index, RowsModel
from ui.settling.conflict_words import cell_text, service_text, value_text
from ui.theme.fonts import BODY, CAPTION, DENSE, HALF_BOLD, REGULAR
from ui.theme.glyphs import Glyph, paint_glyph
from ui.theme.parts import paint_end_tag
from ui.theme.scheme import tokens
from ui.theme.tokens import GLYPH_SIZE
from workbench.settling.open_cells import OpenCell, Why

_ROW: Final = 54
_LEFT: Final = 34
_SIDE: Final = 10
_BAR: Final = 26
_MOST_OF_A_TEXT: Final = 12


class ConflictModel(RowsModel[OpenCell]):
    """Open cells, put into words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._places = 2

    def show_cells(self, rows: Sequence[OpenCell], places: int) -> None:
        """List other cells."""
        self._places = places
        self.show_rows(rows)

    def key_of(self, row: OpenCell) -> object:
        """Return its cell."""
        return row.cell

    def values(self, one: OpenCell) -> str:
        """Return the different values of a cell in one short line; of texts how many they are."""
        said = dict.fromkeys(value_text(one, row, self._places) for row in one.sources)
        if any(len(text) > _MOST_OF_A_TEXT for text in said):
            return self.tr("{count} texts").format(count=len(said))
        return " ↔ ".join(said)

    def tag(self, one: OpenCell) -> str:
        """Return the word that stands out, if there is one."""
        if one.why is Why.SETTLED:
            return self.tr("settled")
        if one.decides:
            return self.tr("decides")
        return self.tr("two ways") if one.why is Why.FUTURE else ""

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        one = self.row_or_none(index.row())
        if one is None:
            return None
        whole = f"{service_text(one)} {cell_text(one)}: {self.values(one)}"
        if role == Qt.ItemDataRole.DisplayRole:
            return whole
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{whole} {self.tag(one)}".rstrip()
        return None


class ConflictDelegate(QStyledItemDelegate):
    """Paints a row from tokens."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        one = model.row_or_none(index.row()) if isinstance(model, ConflictModel) else None
        if one is None or not isinstance(model, ConflictModel):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect)
        if option.state & QStyle.StateFlag.State_Selected:
            frame = box.adjusted(0, 1, 0, -1)
            paint_chosen(painter, frame, bar_in(frame, _BAR))
        self._paint_words(painter, model, one, box)
        painter.restore()

    def _paint_words(
        self, painter: QPainter, model: ConflictModel, one: OpenCell, box: QRectF
    ) -> None:
        mark = QRectF(box.left() + _SIDE, box.top() + 9, GLYPH_SIZE, GLYPH_SIZE)
        is_settled = one.why is Why.SETTLED
        paint_glyph(painter, Glyph.COMPLETE if is_settled else Glyph.CONFLICT, mark, tokens())
        upper = QRectF(box.left() + _LEFT, box.top() + 7, box.width() - _LEFT - _SIDE, 20)
        lower = upper.translated(0, 21)
        most = upper.adjusted(upper.width() * 0.4, 0, 0, 0)
        values = model.values(one)
        used = write_line(painter, most, values, (DENSE, HALF_BOLD), "text", at_end=True)
        room = upper.adjusted(0, 0, -used - 10, 0)
        write_line(painter, room, service_text(one), (BODY, HALF_BOLD), "text")
        word = model.tag(one)
        if word:
            width = paint_end_tag(painter, word, self._role(one), lower)
            lower = lower.adjusted(0, 0, -width - 8, 0)
        write_line(painter, lower, cell_text(one), (CAPTION, REGULAR), "text2")

    def _role(self, one: OpenCell) -> str:
        if one.why is Why.SETTLED:
            return "success"
        return "danger" if one.decides else "warning"


class ConflictList(QuietList):
    """The queue itself."""

    chosen = Signal(object)
    """Another ``OpenCell`` is the current one, or None."""
    digit_typed = Signal(int)
    entered = Signal()

    def __init__(self, model: ConflictModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cells = model
        self.setModel(model)
        self.setItemDelegate(ConflictDelegate(self))

    def current(self) -> OpenCell | None:
        """Return the chosen cell."""
        return self._cells.row_or_none(self.currentIndex().row())

    def choose(self, row: int) -> None:
        """Choose a row, the nearest one where there are fewer."""
        row = min(row, self._cells.rowCount() - 1)
        self.setCurrentIndex(self._cells.index(row) if row >= 0 else QModelIndex())
        self.chosen.emit(self.current())

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid():
            self.chosen.emit(self.current())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif Qt.Key.Key_1 <= event.key() <= Qt.Key.Key_9:
            self.digit_typed.emit(event.key() - Qt.Key.Key_0)
        else:
            super().keyPressEvent(event)

"""What a paste would have refused, cell by cell: below the grid, and never a dialog."""

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QHBoxLayout,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from ui.grid.columns import GridColumn
from ui.language import Speaking
from ui.lists.grounds import paint_plain_chosen
from ui.lists.quiet_list import QuietList
from ui.lists.rows_model import Index, RowsModel
from ui.problems import sentence_of
from ui.theme.fonts import BODY, DENSE, HALF_BOLD
from ui.theme.glyphs import Glyph, GlyphMark
from ui.theme.parts import Hairline, Words, button, on_surface
from ui.theme.runs import Run, paint_runs
from workbench.scoring.pasting import Refused

_ROW_HEIGHT: Final = 28
_ROWS_SHOWN: Final = 5
_WHERE: Final = 216
_CODE: Final = 84
_TEXT: Final = 96
_GAP: Final = 12


class RefusedModel(RowsModel[Refused]):
    """The refused cells of one block; their words are found when somebody looks."""

    def __init__(self, columns: Sequence[GridColumn], parent: QWidget) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)

    def show_refused(
        self, refused: Sequence[Refused], columns: Sequence[GridColumn] | None = None
    ) -> None:
        """Show other cells."""
        self._columns = tuple(columns or self._columns)
        self.show_rows(refused)

    def words(self, row: int) -> tuple[str, str, str, str]:
        """Return service, column, text and reason of one refused cell."""
        entry = self.row(row)
        where = "–"
        if entry.service is not None:
            where = f"{entry.service.number} {entry.service.name}"
        return where, self._column_words(entry), entry.text, sentence_of(entry.why)

    def _column_words(self, entry: Refused) -> str:
        if entry.target is None:
            return "–"
        column = self._columns[entry.column]
        has_word = entry.target.field not in ("", "score")
        return f"{column.code} {column.caption}" if has_word else column.code

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return ", ".join(self.words(index.row()))
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.words(index.row())[3]
        return None


class _RefusedDelegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, _ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        if not isinstance(model, RefusedModel):
            return
        where, code, text, why = model.words(index.row())
        box = QRectF(option.rect)
        if option.state & QStyle.StateFlag.State_Selected:
            has_keys = bool(option.state & QStyle.StateFlag.State_HasFocus)
            paint_plain_chosen(painter, box, has_keys=has_keys)
        baseline = box.center().y() + 5
        left = box.left() + 16
        for run, room in (
            (Run(where, DENSE), _WHERE),
            (Run(code, DENSE, HALF_BOLD), _CODE),
            (Run(" ".join(text.split()), DENSE, HALF_BOLD, "danger"), _TEXT),
            (Run(why, DENSE, role="text2"), box.right() - left - _WHERE - _CODE - _TEXT),
        ):
            paint_runs(painter, (run,), left, baseline, room - _GAP)
            left += room


class _RefusedList(QuietList):
    chosen = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.chosen.emit()
            return
        super().keyPressEvent(event)


class RefusedPanel(Speaking):
    """Says that nothing was pasted and why; Enter or a click leads to the cell, Esc ends it."""

    place_chosen = Signal(object)
    """The Refused cell to go to."""
    closed = Signal()

    def __init__(self, columns: Sequence[GridColumn], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = RefusedModel(columns, self)
        self._list = _RefusedList()
        self._title = Words(BODY, HALF_BOLD, "danger")
        self._hint = Words(DENSE, role="text2")
        self._close = button()
        self._lay_out()
        self._list.chosen.connect(self._on_chosen)
        self._list.clicked.connect(self._on_chosen)
        self._close.clicked.connect(self.close_panel)
        self.hide()
        self.retranslate()

    def _lay_out(self) -> None:
        on_surface(self)
        self._list.setModel(self.model)
        self._list.setItemDelegate(_RefusedDelegate(self._list))
        self._list.setUniformItemSizes(True)
        head = QHBoxLayout()
        head.setContentsMargins(16, 8, 12, 4)
        head.setSpacing(8)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._hint)
        head.addWidget(GlyphMark(Glyph.ERROR), 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        head.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(4)
        column.addWidget(Hairline())
        column.addLayout(head)
        column.addWidget(self._list)

    def retranslate(self) -> None:
        self._title.setText(
            self.tr("Nothing was pasted. Cells that cannot take what was copied: {count}").format(
                count=self.model.rowCount()
            )
        )
        self._hint.setText(
            self.tr(
                "Mend them in the spreadsheet and copy again. Enter goes to the cell, Esc closes."
            )
        )
        self._close.setText(self.tr("Close"))
        self._list.setAccessibleName(self._title.text())

    # --- coming and going ----------------------------------------------------------------------

    def open_with(self, refused: Sequence[Refused], columns: Sequence[GridColumn]) -> None:
        """Show the refused cells of one block and take the keyboard."""
        self.model.show_refused(refused, columns)
        self.retranslate()
        self._list.setFixedHeight(_ROW_HEIGHT * min(len(refused), _ROWS_SHOWN))
        self._list.setCurrentIndex(self.model.index(0))
        self.show()
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def close_panel(self) -> None:
        """Go away and give the keyboard back."""
        if not self.isHidden():
            self.hide()
            self.model.show_refused(())
            self.closed.emit()

    @Slot()
    def _on_chosen(self) -> None:
        index = self._list.currentIndex()
        if index.isValid():
            self.place_chosen.emit(self.model.row(index.row()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_panel()
            return
        super().keyPressEvent(event)

"""The list of earlier values: painted rows, arrows choose, Enter restores."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.history.entries import Entry, when_words
from ui.lists.grounds import bar_in, paint_chosen, paint_hovered
from ui.lists.one_line import write_line
from ui.lists.quiet_list import QuietList
from ui.lists.rows_model import Index, RowsModel
from ui.theme.fonts import BODY, CAPTION, HALF_BOLD, REGULAR
from ui.theme.parts import paint_end_tag
from ui.theme.tokens import FIELD_RADIUS

_ARROW = "→"
_ROW = 50
_ROWS_MOST = 6
_SIDE = 16
_CAPTION = 92
_STAYS = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)


class PastModel(RowsModel[Entry]):
    """Entries, newest first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.now = datetime.now(UTC)

    def show_rows(self, rows: Sequence[Entry]) -> None:
        """Show other entries, as they read now."""
        self.now = datetime.now(UTC)
        super().show_rows(rows)

    def present_word(self) -> str:
        """Return what marks the value that the field holds now."""
        return self.tr("now")

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        entry = self.row_or_none(index.row())
        if entry is None:
            return None
        change = f"{entry.before} {_ARROW} {entry.after}"
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{entry.caption} {change}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return entry.after if entry.is_text else None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            when = when_words(entry.made_at, self.now)
            present = self.present_word() if entry.is_present else ""
            return ", ".join(filter(None, (entry.caption, change, when, entry.author, present)))
        return None


class PastDelegate(QStyledItemDelegate):
    """Paints a row: field, from what to what; when and who below."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(320, _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        entry = model.row_or_none(index.row()) if isinstance(model, PastModel) else None
        if entry is None or not isinstance(model, PastModel):
            return
        box = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = box.adjusted(8, 1, -8, -1)
        if option.state & QStyle.StateFlag.State_Selected:
            paint_chosen(painter, frame, bar_in(frame, frame.height()), FIELD_RADIUS)
        else:
            paint_hovered(painter, option, frame, FIELD_RADIUS)
        end = box.right() - _SIDE
        if entry.is_present:
            word = model.present_word()
            end -= paint_end_tag(painter, word, "success", box.adjusted(0, 0, -_SIDE, 0)) + 10
        _paint_words(painter, entry, box, end, when_words(entry.made_at, model.now))
        painter.restore()


def _paint_words(painter: QPainter, entry: Entry, box: QRectF, end: float, when: str) -> None:
    left = box.left() + _SIDE + 6
    upper = QRectF(left, box.top() + 5, end - left, _ROW / 2 - 4)
    lower = QRectF(left + _CAPTION, upper.bottom() - 1, end - left - _CAPTION, _ROW / 2 - 4)
    caption = QRectF(left, upper.top(), _CAPTION - 8, upper.height())
    write_line(painter, caption, entry.caption, (CAPTION, REGULAR), "text2")
    # the old value may take up to half of the room, the new one all the rest
    middle = upper.adjusted(_CAPTION, 0, 0, 0)
    old = QRectF(middle.left(), middle.top(), middle.width() * 2 / 5, middle.height())
    used = write_line(painter, old, _flat(entry.before), (BODY, REGULAR), "text3")
    middle.adjust(used + 8, 0, 0, 0)
    used = write_line(painter, middle, _ARROW, (BODY, REGULAR), "text3")
    middle.adjust(used + 8, 0, 0, 0)
    write_line(painter, middle, _flat(entry.after), (BODY, HALF_BOLD), "text")
    write_line(painter, lower, f"{when} · {entry.author}", (CAPTION, REGULAR), "text3")


def _flat(text: str) -> str:
    return " ".join(text.split())


class PastList(QuietList):
    """The keys of the page mean nothing while the list has the keyboard."""

    restored = Signal(int)
    given_up = Signal()
    walked = Signal(int)
    left = Signal()
    """The keyboard went elsewhere."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setItemDelegate(PastDelegate(self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.doubleClicked.connect(self._on_double_click)

    def sizeHint(self) -> QSize:
        model = self.model()
        rows = min(model.rowCount() if model is not None else 0, _ROWS_MOST)
        return QSize(320, rows * _ROW)

    def _on_double_click(self, index: QModelIndex) -> None:
        self.restored.emit(index.row())

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.walked.emit(current.row())

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.restored.emit(self.currentIndex().row())
        elif key is Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, _forward: bool) -> bool:
        return True  # Tab leads nowhere from here

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _STAYS:
            self.left.emit()

"""The list of earlier values: painted rows, arrows choose, Enter restores."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.history.entries import Entry, when_words
from ui.theme.fonts import BODY, CAPTION, HALF_BOLD, REGULAR, font
from ui.theme.parts import paint_tag, tag_width
from ui.theme.scheme import color
from ui.theme.tokens import TAG_HEIGHT

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_ARROW = "→"
_ROW = 50
_ROWS_MOST = 6
_SIDE = 16
_CAPTION = 92
_STAYS = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)


class PastModel(QAbstractListModel):
    """Entries, newest first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: tuple[Entry, ...] = ()
        self.now = datetime.now(UTC)

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show other entries, as they read now."""
        self.beginResetModel()
        self._entries = tuple(entries)
        self.now = datetime.now(UTC)
        self.endResetModel()

    def entry(self, row: int) -> Entry | None:
        """Return the entry of a row."""
        return self._entries[row] if 0 <= row < len(self._entries) else None

    def present_word(self) -> str:
        """Return what marks the value that the field holds now."""
        return self.tr("now")

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        entry = self.entry(index.row())
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

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(320, _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        model = index.model()
        entry = model.entry(index.row()) if isinstance(model, PastModel) else None
        if entry is None or not isinstance(model, PastModel):
            return
        box = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            _paint_chosen(painter, box)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color("hover"))
            painter.drawRoundedRect(box.adjusted(8, 1, -8, -1), 6, 6)
        end = box.right() - _SIDE
        if entry.is_present:
            word = model.present_word()
            width = tag_width(word)
            tag = QRectF(end - width, box.center().y() - TAG_HEIGHT / 2, width, TAG_HEIGHT)
            paint_tag(painter, word, "success", tag)
            end -= width + 10
        _paint_words(painter, entry, box, end, when_words(entry.made_at, model.now))
        painter.restore()


def _paint_chosen(painter: QPainter, box: QRectF) -> None:
    frame = box.adjusted(8, 1, -8, -1)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color("select"))
    painter.drawRoundedRect(frame, 6, 6)
    painter.setBrush(color("accent"))
    painter.drawRoundedRect(QRectF(frame.left(), frame.top(), 3, frame.height()), 1.5, 1.5)


def _paint_words(painter: QPainter, entry: Entry, box: QRectF, end: float, when: str) -> None:
    left = box.left() + _SIDE + 6
    upper = QRectF(left, box.top() + 5, end - left, _ROW / 2 - 4)
    lower = QRectF(left + _CAPTION, upper.bottom() - 1, end - left - _CAPTION, _ROW / 2 - 4)
    _write(painter, entry.caption, upper, CAPTION, REGULAR, "text2", _CAPTION - 8)
    # the old value may take up to half of the room, the new one all the rest
    room = end - left - _CAPTION
    middle = upper.adjusted(_CAPTION, 0, 0, 0)
    used = _write(painter, _flat(entry.before), middle, BODY, REGULAR, "text3", room * 2 / 5)
    middle.adjust(used + 8, 0, 0, 0)
    used = _write(painter, _ARROW, middle, BODY, REGULAR, "text3", middle.width())
    middle.adjust(used + 8, 0, 0, 0)
    _write(painter, _flat(entry.after), middle, BODY, HALF_BOLD, "text", middle.width())
    _write(painter, f"{when} · {entry.author}", lower, CAPTION, REGULAR, "text3", lower.width())


def _flat(text: str) -> str:
    return " ".join(text.split())


def _write(
    painter: QPainter, text: str, box: QRectF, points: float, weight: int, role: str, room: float
) -> float:
    """Write one line, elided to ``room``; return how far it reaches."""
    voice = font(points, weight, digits=True)
    metrics = QFontMetricsF(voice)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
    painter.setFont(voice)
    painter.setPen(color(role))
    painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), shown)
    return metrics.horizontalAdvance(shown)


class PastList(QListView):
    """The keys of the page mean nothing while the list has the keyboard."""

    restored = Signal(int)
    given_up = Signal()
    walked = Signal(int)
    left = Signal()
    """The keyboard went elsewhere."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setItemDelegate(PastDelegate(self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.doubleClicked.connect(self._on_double_click)

    def sizeHint(self) -> QSize:
        model = self.model()
        rows = min(model.rowCount() if model is not None else 0, _ROWS_MOST)
        return QSize(320, rows * _ROW)

    def _on_double_click(self, index: QModelIndex) -> None:
        self.restored.emit(index.row())

    def currentChanged(self, current: _Index, previous: _Index) -> None:
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

    def keyboardSearch(self, search: str) -> None:
        """Letters do nothing here."""

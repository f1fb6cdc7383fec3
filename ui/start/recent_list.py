"""The files opened before, newest first; a missing one stays and says what to do."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QModelIndex, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui.lists.grounds import bar_in, paint_chosen
from ui.lists.quiet_list import dress_list
from ui.lists.rows_model import Index, RowsModel
from ui.settings import Recent
from ui.theme.fonts import BODY, CAPTION, DENSE, HALF_BOLD, font
from ui.theme.glyphs import Glyph, paint_glyph
from ui.theme.icons import paint_icon
from ui.theme.scheme import color, tokens

_ROW: Final = 62
_BAR: Final = 26


class RecentModel(RowsModel[Recent]):
    """Recent files with what is true of them, put into words."""

    def __init__(self, recent: Sequence[Recent]) -> None:
        super().__init__()
        self._rows = tuple(recent)
        self._there = [Path(item.path).exists() for item in self._rows]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        recent = self.row(index.row())
        if role == Qt.ItemDataRole.DisplayRole:
            return self.title(index.row())
        if role == Qt.ItemDataRole.ToolTipRole:
            return recent.path
        if role == Qt.ItemDataRole.AccessibleTextRole:
            row = index.row()
            return f"{self.title(row)}, {self.detail(row)}, {self.state(row)[0]}"
        return None

    def is_there(self, row: int) -> bool:
        """Say whether the file was there when the page was made."""
        return self._there[row]

    def title(self, row: int) -> str:
        """Return whose book or which round it is."""
        recent = self.row(row)
        if recent.kind == "score":
            return self.tr("Score book of {name}").format(name=recent.owner)
        return recent.title

    def detail(self, row: int) -> str:
        """Return where it belongs and where it stands, or what to do about its absence.

        Its own name stands last: two copies in one folder have all the rest in common.
        """
        recent = self.row(row)
        if not self._there[row]:
            return self.tr("The file is gone. Plug in its drive, or press Del to take it off.")
        path = Path(recent.path)
        parts = [part for part in path.parent.parts[-2:] if part != path.anchor]
        place = " \u203a ".join([*parts, path.name])
        first = recent.title if recent.kind == "score" else self.tr("Round")
        if recent.rehearsal:
            first = self.tr("{what} (rehearsal)").format(what=first)
        return f"{first} · {place}"

    def state(self, row: int) -> tuple[str, str, Glyph]:
        """Return the words, their colour and the shape of a row's state."""
        recent = self.row(row)
        if not self._there[row]:
            return self.tr("Not found"), "danger", Glyph.ERROR
        if recent.kind == "score":
            if recent.sealed:
                return self.tr("Handed over"), "text2", Glyph.COMPLETE
            marks = self.tr("{given} / {expected} indicators")
            words = marks.format(given=recent.given, expected=recent.expected)
            done = Glyph.EMPTY if not recent.given else Glyph.PART
            return words, "text2", Glyph.COMPLETE if recent.given == recent.expected else done
        if recent.conflicts:
            words = self.tr("Conflicts: {count}").format(count=recent.conflicts)
            return words, "danger", Glyph.CONFLICT
        if recent.incomplete:
            words = self.tr("Incomplete: {count}").format(count=recent.incomplete)
            return words, "text2", Glyph.PART
        return self.tr("Complete"), "text2", Glyph.COMPLETE


class RecentDelegate(QStyledItemDelegate):
    """Paints a recent file: icon, two lines, state at the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        if not isinstance(model, RecentModel):
            return
        row = index.row()
        box = QRectF(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen:
            has_keys = option.state & QStyle.StateFlag.State_HasFocus
            frame = box.adjusted(0, 1, 0, -1)
            paint_chosen(painter, frame, bar_in(frame, _BAR) if has_keys else None)
        name = "document" if model.row(row).kind == "score" else "result"
        place = QRectF(box.left() + 15, box.center().y() - 8, 16, 16)
        paint_icon(painter, name, place, "accent" if chosen else "text2")
        self._paint_words(painter, model, row, box)
        painter.restore()

    def _paint_words(self, painter: QPainter, model: RecentModel, row: int, box: QRectF) -> None:
        words, role, glyph = model.state(row)
        right = box.right() - 13
        paint_glyph(painter, glyph, QRectF(right - 16, box.center().y() - 8, 16, 16), tokens())
        state = QFontMetricsF(font(DENSE, HALF_BOLD if role == "danger" else 400))
        width = state.horizontalAdvance(words)
        painter.setFont(font(DENSE, HALF_BOLD if role == "danger" else 400))
        painter.setPen(color(role))
        at_right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(QRectF(right - 28 - width, box.top(), width + 1, _ROW), at_right, words)
        left = box.left() + 44
        room = right - 28 - width - 16 - left
        title = "text" if model.is_there(row) else "text3"
        for text, voice, ink, top in (
            (model.title(row), font(BODY, HALF_BOLD), title, 10),
            (model.detail(row), font(CAPTION), "text3", 30),
        ):
            painter.setFont(voice)
            painter.setPen(color(ink))
            elided = QFontMetricsF(voice).elidedText(text, Qt.TextElideMode.ElideMiddle, room)
            line = QRectF(left, box.top() + top, room + 2, 22)
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, elided)


class RecentList(QListView):
    """The list itself: Enter or a click opens, Del takes an entry off the list."""

    chosen = Signal(str)
    forgotten = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        dress_list(self)
        self.setItemDelegate(RecentDelegate(self))
        self.clicked.connect(self._on_chosen)

    def show_recent(self, recent: Sequence[Recent]) -> None:
        """List ``recent``, the newest one selected so that Enter goes on."""
        model = RecentModel(recent)
        model.setParent(self)
        self.setModel(model)
        if recent:
            self.setCurrentIndex(model.index(0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if index.isValid() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_chosen(index)
            return
        if index.isValid() and event.key() == Qt.Key.Key_Delete:
            self.forgotten.emit(self._path(index))
            return
        super().keyPressEvent(event)

    @Slot(QModelIndex)
    def _on_chosen(self, index: QModelIndex) -> None:
        self.chosen.emit(self._path(index))

    def _path(self, index: QModelIndex) -> str:
        model = index.model()
        return model.row(index.row()).path if isinstance(model, RecentModel) else ""

"""The backups of a document, newest first; one that is damaged stays and says so."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any, Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui.backups.words import difference_words, held_words, size_words, when_words, why_words
from ui.lists.grounds import bar_in, paint_chosen
from ui.lists.one_line import write_line
from ui.lists.quiet_list import dress_list
from ui.lists.rows_model import Index, RowsModel
from ui.problems import sentence_of
from ui.theme.fonts import BODY, CAPTION, DENSE, HALF_BOLD, font
from ui.theme.glyphs import Glyph, paint_glyph
from ui.theme.icons import paint_icon
from ui.theme.scheme import color, tokens
from workbench.backups.contents import Contents
from workbench.backups.shelf import Backup
from workbench.errors import AppError

ROW: Final = 48
_SIZE_ROOM: Final = 68
_MARK: Final = 24
_WHEN_ROOM: Final = 230
_WRAPPED: Final = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap


@dataclass(frozen=True, slots=True)
class Entry:
    """A backup and what is known of it so far."""

    backup: Backup
    contents: Contents | None = None
    error: AppError | None = None


class BackupModel(RowsModel[Entry]):
    """Backups put into words."""

    def __init__(self, backups: Sequence[Backup]) -> None:
        super().__init__()
        self._rows = tuple(Entry(backup) for backup in backups)
        self._now = datetime.now(UTC).astimezone()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = index.row()
        if role == Qt.ItemDataRole.DisplayRole:
            return self.when(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (self.when(row), *self.lines(row)) if part)
        if role == Qt.ItemDataRole.ToolTipRole:
            error = self.row(row).error
            return sentence_of(error) if error is not None else self.row(row).backup.path.name
        return None

    def when(self, row: int) -> str:
        """Return when the backup of a row was made."""
        return when_words(self.row(row).backup.at, self._now)

    def lines(self, row: int) -> tuple[str, str, str]:
        """Return why it was made, what it holds and how that differs; or what is wrong with it."""
        entry = self.row(row)
        why = why_words(entry.backup.why)
        if entry.error is not None:
            return why, sentence_of(entry.error), ""
        if entry.contents is None:
            return why, "", ""
        return why, held_words(entry.contents), difference_words(entry.contents)

    def key_of(self, row: Entry) -> object:
        """Return its path."""
        return row.backup.path

    def row_or_first(self, backup: Backup) -> int:
        """Return the row of a backup; the first one where it is not listed."""
        return max(self.row_of(backup.path), 0)

    def take(self, backup: Backup, found: Contents | AppError) -> None:
        """Show what a listed backup turned out to hold, or why it is unfit."""
        row = self.row_or_first(backup)
        before = self.row(row)
        if isinstance(found, AppError):
            now = replace(before, error=found)
        else:
            now = replace(before, contents=found)
        self._rows = (*self._rows[:row], now, *self._rows[row + 1 :])
        self.dataChanged.emit(self.index(row), self.index(row))


class BackupDelegate(QStyledItemDelegate):
    """Paints a backup: when and why at the left, what it holds beside it, its size at the end."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        if not isinstance(model, BackupModel):
            return
        box = QRectF(option.rect)
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if is_chosen:
            has_keys = option.state & QStyle.StateFlag.State_HasFocus
            frame = box.adjusted(0, 1, 0, -1)
            paint_chosen(painter, frame, bar_in(frame, _MARK) if has_keys else None)
        self._paint_entry(painter, model, index.row(), box, is_chosen=is_chosen)
        painter.restore()

    def _paint_entry(
        self, painter: QPainter, model: BackupModel, row: int, box: QRectF, *, is_chosen: bool
    ) -> None:
        entry = model.row(row)
        mark = QRectF(box.left() + 15, box.center().y() - 8, 16, 16)
        if entry.error is not None:
            paint_glyph(painter, Glyph.ERROR, mark, tokens())
        else:
            paint_icon(painter, "document", mark, "accent" if is_chosen else "text2")
        why, held, differs = model.lines(row)
        left, right = box.left() + 44, box.right() - 16
        upper, lower = (QRectF(left, box.top() + top, _WHEN_ROOM - 16, 20) for top in (5, 24))
        ink = "text3" if entry.error is not None else "text"
        write_line(painter, upper, model.when(row), (BODY, HALF_BOLD), ink)
        write_line(painter, lower, why, (CAPTION, 400), "text3")
        middle = QRectF(left + _WHEN_ROOM, box.top(), right - _SIZE_ROOM - left - _WHEN_ROOM, ROW)
        if entry.error is not None:
            painter.setFont(font(CAPTION))
            painter.setPen(color("danger"))
            painter.drawText(middle, _WRAPPED, held)
        else:
            upper, lower = (
                QRectF(middle.left(), box.top() + top, middle.width(), 20) for top in (5, 24)
            )
            write_line(painter, upper, held, (DENSE, 400), "text2")
            is_other = entry.contents is not None and differs != ""
            write_line(painter, lower, differs, (CAPTION, 400), "text2" if is_other else "text3")
        size = QRectF(right - _SIZE_ROOM, box.top(), _SIZE_ROOM, ROW)
        write_line(
            painter, size, size_words(entry.backup.size), (CAPTION, 400), "text3", at_end=True
        )


class BackupList(QListView):
    """The list itself: arrows choose, Enter asks for the chosen one."""

    chosen = Signal()
    moved = Signal()
    """Another backup is the current one, or more is known of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        dress_list(self)
        self.setItemDelegate(BackupDelegate(self))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.doubleClicked.connect(self.chosen)

    def show_backups(self, model: BackupModel, *, stays: bool) -> None:
        """List other backups; the newest is current, or the one that was where it ``stays``."""
        before = self.current() if stays else None
        old = self.model()
        model.setParent(self)
        self.setModel(model)
        if old is not None:
            old.deleteLater()
        if model.rowCount():
            row = 0 if before is None else model.row_or_first(before.backup)
            self.setCurrentIndex(model.index(row))
        model.dataChanged.connect(self.moved)
        self.selectionModel().currentChanged.connect(self.moved)
        self.updateGeometry()
        self.moved.emit()

    def current(self) -> Entry | None:
        """Return the current backup."""
        model, index = self.model(), self.currentIndex()
        if isinstance(model, BackupModel) and index.isValid():
            return model.row(index.row())
        return None

    def sizeHint(self) -> QSize:
        model = self.model()
        return QSize(600, max(1, model.rowCount() if model is not None else 0) * ROW)

    def minimumSizeHint(self) -> QSize:
        return QSize(300, 2 * ROW)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.chosen.emit()
            return
        super().keyPressEvent(event)

"""Services or indicators as a list: state, number or code, name, how far or how many points."""

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
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.scoring.lettering import lettering
from ui.scoring.orders import Subject
from ui.theme.fonts import BODY, DENSE, HALF_BOLD, REGULAR
from ui.theme.glyphs import Glyph, glyph_word, paint_glyph
from ui.theme.scheme import color, tokens
from ui.theme.tokens import GLYPH_SIZE, LIST_ROW_HEIGHT

_Index = QModelIndex | QPersistentModelIndex
_ROOT: Final = QModelIndex()
FLAG_SIZE: Final = 12


@dataclass(frozen=True, slots=True)
class SubjectEntry:
    """A row of the list."""

    subject: Subject
    code: str
    """The number of a service, the code of an indicator."""
    name: str
    glyph: Glyph
    standing: str
    """Given / expected while open, the total once complete."""
    is_flagged: bool = False


class SubjectModel(QAbstractListModel):
    """The entries that the search and the chips let through."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: list[SubjectEntry] = []

    def show_entries(self, entries: Sequence[SubjectEntry]) -> None:
        """Show other rows; where only states changed, nothing moves."""
        before = [entry.subject for entry in self._entries]
        if before == [entry.subject for entry in entries]:
            changed = [n for n, entry in enumerate(entries) if entry != self._entries[n]]
            self._entries = list(entries)
            for row in changed:
                self.dataChanged.emit(self.index(row), self.index(row))
            return
        self.beginResetModel()
        self._entries = list(entries)
        self.endResetModel()

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        entry = self._entries[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.name
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{entry.code} {entry.name}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            flag = f", {glyph_word(Glyph.FLAG)}" if entry.is_flagged else ""
            state = glyph_word(entry.glyph)
            return f"{entry.code} {entry.name}, {state}{flag}, {entry.standing}"
        return None

    def entry(self, row: int) -> SubjectEntry:
        """Return the entry of a row."""
        return self._entries[row]

    def row_of(self, subject: Subject) -> int:
        """Return the row of a subject, or -1 where it is filtered out."""
        return next((n for n, entry in enumerate(self._entries) if entry.subject == subject), -1)


class SubjectDelegate(QStyledItemDelegate):
    """Paints a row: state, number or code, name, flag, standing."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(200, LIST_ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        model = index.model()
        if not isinstance(model, SubjectModel):
            return
        entry = model.entry(index.row())
        box = QRectF(option.rect)
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if is_chosen:
            has_focus = bool(option.state & QStyle.StateFlag.State_HasFocus)
            _paint_chosen(painter, box, has_focus=has_focus)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color("hover"))
            painter.drawRoundedRect(box.adjusted(8, 1, -8, -1), 6, 6)
        place = QRectF(box.left() + 20, box.center().y() - 7.5, GLYPH_SIZE, GLYPH_SIZE)
        ground = tokens().select if is_chosen else ""
        paint_glyph(painter, entry.glyph, place, tokens(), ground=ground)
        self._paint_words(painter, entry, box, is_chosen=is_chosen)
        painter.restore()

    def _paint_words(
        self, painter: QPainter, entry: SubjectEntry, box: QRectF, *, is_chosen: bool
    ) -> None:
        weight = HALF_BOLD if is_chosen else REGULAR
        standing = lettering(DENSE, weight, digits=True)
        width, end = standing.width(entry.standing), box.right() - 24
        place = QRectF(end - width, box.top(), width, box.height())
        standing.write(painter, entry.standing, place, color("text" if is_chosen else "text2"))
        place = QRectF(box.left() + 34, box.top(), 28, box.height())
        grey = color("text3")
        lettering(BODY, digits=True).write(painter, entry.code, place, grey, to_right=True)
        left = box.left() + 72
        room = end - width - 10 - left
        if entry.is_flagged:
            room -= FLAG_SIZE + 4
            place = QRectF(end - width - 8 - FLAG_SIZE, box.center().y() - 6, FLAG_SIZE, FLAG_SIZE)
            paint_glyph(painter, Glyph.FLAG, place, tokens())
        ink = grey if entry.glyph is Glyph.RECUSED else color("text")
        place = QRectF(left, box.top(), room, box.height())
        lettering(BODY, weight).write(painter, entry.name, place, ink)


def _paint_chosen(painter: QPainter, box: QRectF, *, has_focus: bool) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color("select"))
    frame = box.adjusted(8, 1, -8, -1)
    painter.drawRoundedRect(frame, 6, 6)
    painter.setBrush(color("accent"))
    reach = frame.height() if has_focus else 18
    bar = QRectF(frame.left(), frame.center().y() - reach / 2, 3, reach)
    painter.drawRoundedRect(bar, 1.5, 1.5)


class SubjectList(QListView):
    """The list; Enter or Right goes on into the sheet."""

    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setItemDelegate(SubjectDelegate(self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Right):
            self.entered.emit()
            return
        super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters do nothing here: the search field above searches."""

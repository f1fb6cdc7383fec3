"""Services or indicators as a list: state, number or code, name, how far or how many points."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.lists.grounds import bar_in, paint_chosen, paint_hovered
from ui.lists.quiet_list import QuietList
from ui.lists.rows_model import Index, RowsModel
from ui.scoring.lettering import lettering
from ui.scoring.orders import Subject
from ui.theme.fonts import BODY, DENSE, HALF_BOLD, REGULAR
from ui.theme.glyphs import Glyph, glyph_word, paint_glyph
from ui.theme.scheme import color, tokens
from ui.theme.tokens import FIELD_RADIUS, GLYPH_SIZE, LIST_ROW_HEIGHT

FLAG_SIZE: Final = 12
_BAR: Final = 18


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


class SubjectModel(RowsModel[SubjectEntry]):
    """The entries that the search and the chips let through."""

    def show_rows(self, rows: Sequence[SubjectEntry]) -> None:
        """Show other rows; where only states changed, nothing moves."""
        before = self._rows
        if [row.subject for row in before] != [row.subject for row in rows]:
            super().show_rows(rows)
            return
        self._rows = tuple(rows)
        for at, row in enumerate(rows):
            if row != before[at]:
                self.dataChanged.emit(self.index(at), self.index(at))

    def key_of(self, row: SubjectEntry) -> object:
        """Return its subject."""
        return row.subject

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        entry = self.row(index.row())
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.name
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{entry.code} {entry.name}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            flag = f", {glyph_word(Glyph.FLAG)}" if entry.is_flagged else ""
            state = glyph_word(entry.glyph)
            return f"{entry.code} {entry.name}, {state}{flag}, {entry.standing}"
        return None


class SubjectDelegate(QStyledItemDelegate):
    """Paints a row: state, number or code, name, flag, standing."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, LIST_ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        if not isinstance(model, SubjectModel):
            return
        entry = model.row(index.row())
        box = QRectF(option.rect)
        frame = box.adjusted(8, 1, -8, -1)
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if is_chosen:
            has_focus = option.state & QStyle.StateFlag.State_HasFocus
            reach = frame.height() if has_focus else _BAR
            paint_chosen(painter, frame, bar_in(frame, reach), FIELD_RADIUS)
        else:
            paint_hovered(painter, option, frame, FIELD_RADIUS)
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


class SubjectList(QuietList):
    """The list; Enter or Right goes on into the sheet."""

    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setItemDelegate(SubjectDelegate(self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Right):
            self.entered.emit()
            return
        super().keyPressEvent(event)

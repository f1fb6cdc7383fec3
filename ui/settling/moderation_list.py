"""The list of moderation: sections of painted rows; arrows choose, Enter goes to the mark."""

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.lists.grounds import bar_in, paint_ground
from ui.lists.one_line import write_line
from ui.lists.quiet_list import QuietList
from ui.lists.rows_model import HeadedModel, Index
from ui.scoring.numbers import points_text
from ui.scoring.wording import not_applicable_word
from ui.settling.moderation_entries import Entry, Heading, Part, lines_of
from ui.settling.moderation_words import mark_text, part_word, spread_text
from ui.theme.fonts import BODY, CAPTION, DENSE, HALF_BOLD, REGULAR
from ui.theme.glyphs import Glyph, paint_glyph
from ui.theme.parts import paint_end_tag
from ui.theme.scheme import tokens
from ui.theme.tokens import GLYPH_SIZE
from workbench.results.moderated import Pair
from workbench.results.outcome import PointState

_ROW: Final = 48
_HEADING: Final = 30
_TEXT_LEFT: Final = 34
_SIDE: Final = 10
_BAR: Final = 24
_MARKS_MOST: Final = 6

_OF_PART: Final = {
    Part.STALE: Glyph.CONFLICT,
    Part.OPEN: Glyph.PART,
    Part.DIFFERS: Glyph.FLAG,
    Part.AGREED: Glyph.COMPLETE,
}
_OF_STATE: Final = {
    PointState.COUNTED: Glyph.COMPLETE,
    PointState.OUT: Glyph.NOT_APPLICABLE,
    PointState.CONFLICT: Glyph.CONFLICT,
}


def glyph_of_entry(entry: Entry) -> Glyph:
    """Return the shape of what an entry waits for."""
    return _OF_PART.get(entry.part) or _OF_STATE.get(entry.made.state, Glyph.PART)


class ModerationModel(HeadedModel[Entry | Heading]):
    """Headings and entries, put into words."""

    def __init__(self, places: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._places = places

    def show_entries(self, entries: Sequence[Entry], places: int) -> None:
        """List other entries."""
        self._places = places
        self.show_rows(lines_of(tuple(entries)))

    def can_be_chosen(self, row: Entry | Heading) -> bool:
        """Say whether it is an entry."""
        return isinstance(row, Entry)

    def key_of(self, row: Entry | Heading) -> object:
        """Return the pair of an entry."""
        return row.pair if isinstance(row, Entry) else row

    def marks(self, entry: Entry) -> str:
        """Return the marks as small numbers; of an agreed one what became of them."""
        agreed = entry.agreed
        if agreed is not None:
            before = points_text(agreed.original, self._places)
            is_out = not agreed.agreed.mark
            after = not_applicable_word() if is_out else points_text(agreed.points, self._places)
            return f"{before} → {after}"
        found = [mark_text(mark, self._places) for mark in entry.made.marks]
        more = " …" if len(found) > _MARKS_MOST else ""
        return " · ".join(found[:_MARKS_MOST]) + more

    def tag(self, entry: Entry) -> tuple[str, str]:
        """Return the word of what hangs on an entry, and its colour."""
        if entry.meeting is not None and entry.meeting.decides:
            return self.tr("verdict at stake"), "danger"
        return spread_text(entry, self._places), "text3"

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.row_or_none(index.row())
        if line is None:
            return None
        if isinstance(line, Heading):
            said = f"{part_word(line.part)} {line.count}"
            is_text = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
            return said if is_text else None
        service, indicator = line.service.service, line.made.indicator
        name = f"{service.number} {service.name}, {indicator.code} {indicator.name}"
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            told = (part_word(line.part), name, self.marks(line), self.tag(line)[0])
            return ", ".join(filter(None, told))
        return None


class ModerationDelegate(QStyledItemDelegate):
    """Paints a heading, or service and verdict over indicator and marks."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        model = index.model()
        line = model.row_or_none(index.row()) if isinstance(model, ModerationModel) else None
        return QSize(200, _HEADING if isinstance(line, Heading) else _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        line = model.row_or_none(index.row()) if isinstance(model, ModerationModel) else None
        if line is None or not isinstance(model, ModerationModel):
            return
        box = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(line, Heading):
            place = box.adjusted(_SIDE, 6, -_SIDE, 0)
            write_line(painter, place, part_word(line.part), (CAPTION, HALF_BOLD), "text2")
            write_line(painter, place, str(line.count), (CAPTION, HALF_BOLD), "text3", at_end=True)
        else:
            frame = box.adjusted(0, 1, 0, -1)
            paint_ground(painter, option, frame, bar_in(frame, _BAR))
            _paint_entry(painter, model, line, box)
        painter.restore()


def _paint_entry(painter: QPainter, model: ModerationModel, entry: Entry, box: QRectF) -> None:
    mark = QRectF(box.left() + _SIDE, box.top() + 7, GLYPH_SIZE, GLYPH_SIZE)
    paint_glyph(painter, glyph_of_entry(entry), mark, tokens())
    upper = QRectF(box.left() + _TEXT_LEFT, box.top() + 5, box.width() - _TEXT_LEFT - _SIDE, 20)
    lower = upper.translated(0, 20)
    word, role = model.tag(entry)
    room = 0.0
    if word and role == "danger":
        room = paint_end_tag(painter, word, role, upper) + 8
    elif word:
        room = write_line(painter, upper, word, (CAPTION, REGULAR), role, at_end=True) + 8
    service, indicator = entry.service.service, entry.made.indicator
    name = f"{service.number}  {service.name}"
    write_line(painter, upper.adjusted(0, 0, -room, 0), name, (BODY, HALF_BOLD), "text")
    marks = model.marks(entry)
    half = lower.adjusted(lower.width() * 0.3, 0, 0, 0)
    used = write_line(painter, half, marks, (DENSE, HALF_BOLD), "text2", at_end=True)
    name = f"{indicator.code} {indicator.name}"
    write_line(painter, lower.adjusted(0, 0, -used - 10, 0), name, (CAPTION, REGULAR), "text2")


class ModerationList(QuietList):
    """The list itself."""

    chosen = Signal(object)
    """Another ``Entry`` is the current one, or None."""
    opened = Signal()
    """The keyboard shall go to the mark."""

    def __init__(self, model: ModerationModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries = model
        self.setModel(model)
        self.setItemDelegate(ModerationDelegate(self))
        self.setMouseTracking(True)

    def current(self) -> Entry | None:
        """Return the chosen entry."""
        line = self._entries.row_or_none(self.currentIndex().row())
        return line if isinstance(line, Entry) else None

    def choose(self, pair: Pair | None) -> bool:
        """Choose an entry; the first one where it is not listed. Say whether it was listed."""
        row = self._entries.row_of(pair)
        rows = self._entries.entries()
        wanted = row if row >= 0 else (rows[0] if rows else -1)
        self.setCurrentIndex(self._entries.index(wanted) if wanted >= 0 else QModelIndex())
        if wanted < 0:
            self.chosen.emit(None)
        return row >= 0

    def step(self, by: int) -> None:
        """Choose the entry before or behind; at the ends nothing moves."""
        rows = self._entries.entries()
        row = self.currentIndex().row()
        if row in rows:
            place = rows.index(row) + by
            if 0 <= place < len(rows):
                self.setCurrentIndex(self._entries.index(rows[place]))

    def after(self, pair: Pair) -> Pair | None:
        """Return the entry to go on with once ``pair`` is done: the one behind, else the first."""
        rows = self._entries.entries()
        row = self._entries.row_of(pair)
        behind = [other for other in rows if other > row] or [one for one in rows if one != row]
        line = self._entries.row_or_none(behind[0]) if behind else None
        return line.pair if isinstance(line, Entry) else None

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.chosen.emit(self.current())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
            return
        super().keyPressEvent(event)

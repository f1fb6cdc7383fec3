"""Paints the rows of the preview from tokens."""

from typing import Final

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from ui.exporting.model import Index, PreviewModel
from ui.exporting.rows import Kind, Row, some_names
from ui.lists.grounds import bar_in, paint_chosen, paint_hovered
from ui.lists.one_line import write_line
from ui.theme.fonts import BODY, CAPTION, DENSE, HALF_BOLD, REGULAR, font
from ui.theme.glyphs import paint_glyph
from ui.theme.icons import paint_chevron, paint_icon
from ui.theme.scheme import tokens
from ui.theme.tokens import FIELD_RADIUS, GLYPH_SIZE

_HEIGHTS: Final = {Kind.HEADING: 34, Kind.LINE: 48, Kind.ITEM: 28, Kind.PART: 30}
_BARE: Final = 32
"""A line that names nothing."""
_SIDE: Final = 10
_CHEVRON: Final = 10
_GLYPH_AT: Final = 28
_TEXT_AT: Final = 54
_SAID_AT: Final = 0.42
"""Where the notes of a thing begin, as a share of the room."""
_ARROW: Final = 14
_GAP: Final = 6
_SHORTEST: Final = 4
"""No name takes less letters, its comma counted."""
LINK_ROOM: Final = _ARROW + _GAP + _SIDE
"""What the link of a row takes besides its word."""


def link_width(row: Row) -> float:
    """Return how much of the right end of ``row`` is its link."""
    word = QFontMetricsF(font(CAPTION, HALF_BOLD)).horizontalAdvance(row.link())
    return word + LINK_ROOM + _GAP if row.jump is not None else 0.0


class PreviewDelegate(QStyledItemDelegate):
    """A heading; a line over the names of its things; a thing and its notes; a part, counted."""

    def __init__(self, tree: QTreeView) -> None:
        super().__init__(tree)
        self._tree = tree

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        model = index.model()
        if not isinstance(model, PreviewModel):
            return QSize()
        row = model.row(index)
        is_bare = row.kind is Kind.LINE and not row.said
        return QSize(200, _BARE if is_bare else _HEIGHTS[row.kind])

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        if not isinstance(model, PreviewModel):
            return
        row = model.row(index)
        box = QRectF(0, option.rect.top(), self._tree.viewport().width(), option.rect.height())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.kind is Kind.HEADING:
            _paint_heading(painter, row, box)
        else:
            ground = self._paint_ground(painter, option, box)
            room = box.adjusted(_TEXT_AT, 0, -self._paint_link(painter, row, box, option), 0)
            if row.kind is Kind.LINE:
                self._paint_line(painter, row, room, index, ground)
            elif row.kind is Kind.ITEM:
                _paint_item(painter, row, room)
            else:
                _paint_part(painter, row, room)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, box: QRectF) -> str:
        frame = box.adjusted(0, 1, 0, -1)
        if option.state & QStyle.StateFlag.State_Selected:
            bar = bar_in(frame, box.height() - 8) if self._tree.hasFocus() else None
            paint_chosen(painter, frame, bar, FIELD_RADIUS)
            return tokens().select
        return tokens().hover if paint_hovered(painter, option, frame, FIELD_RADIUS) else ""

    def _paint_link(
        self, painter: QPainter, row: Row, box: QRectF, option: QStyleOptionViewItem
    ) -> float:
        """Paint where a row leads to, of things and parts only where one is; return its room."""
        if row.jump is None:
            return _SIDE
        room = link_width(row)
        at = QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver
        if row.kind is not Kind.LINE and not option.state & at:
            return room + _GAP if row.kind is Kind.ITEM else _SIDE
        middle = box.top() + (15 if row.kind is Kind.LINE and row.said else box.height() / 2)
        place = QRectF(box.right() - _SIDE - _ARROW, middle - _ARROW / 2, _ARROW, _ARROW)
        paint_icon(painter, "arrow", place, "accent")
        words = QRectF(box.right() - room, middle - 10, room - LINK_ROOM, 20)
        write_line(painter, words, row.link(), (CAPTION, HALF_BOLD), "accent", at_end=True)
        return room + _GAP

    def _paint_line(
        self, painter: QPainter, row: Row, room: QRectF, index: Index, ground: str
    ) -> None:
        upper = QRectF(room.left(), room.top() + 5, room.width(), 20) if row.said else room
        middle = upper.center().y()
        if row.rows:
            mark = QRectF(_SIDE, middle - _CHEVRON / 2, _CHEVRON, _CHEVRON)
            paint_chevron(painter, mark, is_open=self._tree.isExpanded(index))
        place = QRectF(_GLYPH_AT, middle - GLYPH_SIZE / 2, GLYPH_SIZE, GLYPH_SIZE)
        if row.glyph is not None:
            paint_glyph(painter, row.glyph, place, tokens(), ground=ground)
        else:
            paint_icon(painter, "lock", place, "text3")
        used = write_line(painter, upper, row.name, (BODY, HALF_BOLD), "text")
        count = upper.adjusted(used + 8, 0, 0, 0)
        write_line(painter, count, row.count, (BODY, HALF_BOLD), "text3")
        if row.said:
            right = self._tree.viewport().width() - _SIDE
            lower = QRectF(room.left(), room.top() + 25, right - room.left(), 18)
            said = _fitting(row, lower.width()) if row.rows else row.said
            write_line(painter, lower, said, (CAPTION, REGULAR), "text2")


def _fitting(row: Row, room: float) -> str:
    """Return as many names of the things of ``row`` as fit whole, and how many more there are."""
    metrics = QFontMetricsF(font(CAPTION, REGULAR, digits=True))
    names = [one.name for one in row.rows]
    most = max(1, int(room / metrics.averageCharWidth()) // _SHORTEST)
    for count in range(min(most, len(names)), 1, -1):
        said = some_names(names, count)
        if metrics.horizontalAdvance(said) <= room:
            return said
    return some_names(names, 1)


def _paint_heading(painter: QPainter, row: Row, box: QRectF) -> None:
    place = box.adjusted(_SIDE, 8, -_SIDE, 0)
    used = write_line(painter, place, row.name, (CAPTION, HALF_BOLD), row.role)
    after = place.adjusted(used + 8, 0, 0, 0)
    used += 8 + write_line(painter, after, row.count, (CAPTION, HALF_BOLD), row.role)
    after = place.adjusted(used + 16, 0, 0, 0)
    write_line(painter, after, row.said, (CAPTION, HALF_BOLD), "warning", at_end=True)


def _paint_item(painter: QPainter, row: Row, room: QRectF) -> None:
    names = room.adjusted(0, 0, -room.width() * (1 - _SAID_AT) - 12, 0) if row.said else room
    write_line(painter, names, row.name, (DENSE, REGULAR), "text")
    notes = room.adjusted(room.width() * _SAID_AT, 0, 0, 0)
    write_line(painter, notes, row.said, (DENSE, REGULAR), "text2")


def _paint_part(painter: QPainter, row: Row, room: QRectF) -> None:
    place = QRectF(_GLYPH_AT, room.center().y() - 7, 14, 14)
    paint_icon(painter, "document", place, "text3")
    used = write_line(painter, room, row.name, (BODY, REGULAR), "text")
    counts = room.adjusted(used + 16, 0, 0, 0)
    write_line(painter, counts, row.said, (DENSE, REGULAR), "text2", at_end=True)

"""The edges of the grid that stay in sight: services at the left, codes with captions above."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from ui.grid.columns import PADDING
from ui.grid.model import GridModel
from ui.theme.fonts import BODY, CAPTION, HALF_BOLD, REGULAR, font
from ui.theme.glyphs import paint_glyph
from ui.theme.scheme import color, tokens
from ui.theme.written import Texts

HEADER_HEIGHT: Final = 46
WIDTH_LEAST: Final = 236
WIDTH_MOST: Final = 440
_GLYPH: Final = QRect(16, 0, 14, 14)
_NUMBER_RIGHT: Final = 62
_NAME: Final = 74
_AFTER: Final = 12


class _Edge(QHeaderView):
    """Fixed sections, painted in one go."""

    def __init__(self, way: Qt.Orientation, model: GridModel, table: QTableView) -> None:
        super().__init__(way, table)
        self._grid = model
        self._table = table
        self.setSectionsClickable(True)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setHighlightSections(False)
        self._bodies = {weight: Texts(font(BODY, weight, digits=True)) for weight in (400, 600)}

    def _write(
        self, painter: QPainter, texts: Texts, text: str, box: QRect, role: str, *, is_right: bool
    ) -> None:
        written = texts.written(text, box.width())
        left = box.right() + 1 - written.width if is_right else box.left()
        texts.begin(painter)
        painter.setPen(color(role))
        y = box.top() + (box.height() - written.height) // 2
        painter.drawStaticText(left, y, written.static)

    def _in_sight(self, first: int, last: int) -> list[tuple[int, int, int]]:
        """Return the sections between two edges with their places and sizes."""
        found = []
        section = max(0, self.visualIndexAt(max(0, first)))
        while section < self.count():
            place = self.sectionViewportPosition(section)
            if place > last:
                break
            found.append((section, place, self.sectionSize(section)))
            section += 1
        return found


class ColumnHeader(_Edge):
    """The code, and below it what is typed or out of how many."""

    def __init__(self, model: GridModel, table: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, model, table)
        self._captions = Texts(font(CAPTION, REGULAR, digits=True))

    def sizeHint(self) -> QSize:
        return QSize(0, HEADER_HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), color("surface"))
        current = self._table.currentIndex().column()
        for section, left, width in self._in_sight(event.rect().left(), event.rect().right()):
            column = self._grid.columns[section]
            room = QRect(left + PADDING, 6, width - 2 * PADDING, 18)
            is_here = section == current
            bold = self._bodies[HALF_BOLD]
            role = "accent" if is_here else "text"
            self._write(painter, bold, column.code, room, role, is_right=True)
            below = room.translated(0, 17)
            self._write(painter, self._captions, column.caption, below, "text3", is_right=True)
            if column.starts_section:
                painter.fillRect(left, 0, 1, self.height(), color("line"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, color("line"))
        painter.end()


class RowHeader(_Edge):
    """State, number and name of every service."""

    def __init__(self, model: GridModel, table: QTableView) -> None:
        super().__init__(Qt.Orientation.Vertical, model, table)
        metrics = QFontMetrics(font(BODY, HALF_BOLD, digits=True))
        names = (metrics.horizontalAdvance(name) for name in model.names())
        self._wanted = min(_NAME + max(names, default=0) + _AFTER, WIDTH_MOST)

    def sizeHint(self) -> QSize:
        """Take what the columns leave, as far as the names need it."""
        columns = sum(column.width for column in self._grid.columns)
        left = self._table.width() - columns - self._table.verticalScrollBar().sizeHint().width()
        return QSize(max(WIDTH_LEAST, min(left, self._wanted)), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), color("surface"))
        current = self._table.currentIndex().row()
        for section, top, height in self._in_sight(event.rect().top(), event.rect().bottom()):
            row = self._grid.row(section)
            is_here = section == current
            whole = QRect(0, top, self.width(), height)
            if row.is_recused:
                painter.fillRect(whole, color("sunken"))
            elif is_here:
                painter.fillRect(whole, color("hover"))
            glyph = _GLYPH.translated(0, top + (height - _GLYPH.height()) // 2)
            paint_glyph(painter, row.glyph, QRectF(glyph), tokens())
            number = QRect(34, top, _NUMBER_RIGHT - 34, height)
            regular = self._bodies[REGULAR]
            self._write(painter, regular, row.number, number, "text3", is_right=True)
            name = QRect(_NAME, top, self.width() - _NAME - _AFTER, height)
            texts = self._bodies[HALF_BOLD if is_here else REGULAR]
            role = "text3" if row.is_recused else "text"
            self._write(painter, texts, row.name, name, role, is_right=False)
            if is_here:
                painter.fillRect(QRect(0, top, 3, height), color("accent"))
            painter.fillRect(0, top + height - 1, self.width(), 1, color("line"))
        painter.fillRect(self.width() - 1, 0, 1, self.height(), color("line"))
        painter.end()


class Corner(QWidget):
    """The field where both edges meet: what the rows are."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._caption = Texts(font(CAPTION, REGULAR))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), color("surface"))
        painter.setPen(color("text3"))
        word = QCoreApplication.translate("Grid", "Service")
        written = self._caption.written(word, self.width() - _NAME)
        self._caption.begin(painter)
        painter.drawStaticText(_NAME, 6 + 17 + (18 - written.height) // 2, written.static)
        line = color("line")
        painter.fillRect(0, self.height() - 1, self.width(), 1, line)
        painter.fillRect(self.width() - 1, 0, 1, self.height(), line)
        painter.end()

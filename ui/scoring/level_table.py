"""The levels of an indicator, with the points from which each begins."""

from decimal import Decimal

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.scoring.numbers import level_points, most_text
from ui.theme.fonts import DENSE, HALF_BOLD, REGULAR, font
from ui.theme.scheme import color
from workbench.definition.terms import Indicator, Level, Scale

_ROW = 28
_LABEL = 76


class LevelTable(QWidget):
    """The levels of an indicator, the one that the mark has reached tinted; a click types it."""

    level_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._levels: tuple[Level, ...] = ()
        self._points: tuple[str, ...] = ()
        self._reached = -1
        self._can_type = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_levels(self, indicator: Indicator, points: Decimal | None) -> None:
        """Show the levels of ``indicator`` with the points from which each begins."""
        self._levels = indicator.levels
        lower = level_points(indicator)
        self._points = tuple(map(most_text, lower))
        reached = [n for n, value in enumerate(lower) if points is not None and points >= value]
        self._reached = reached[0] if reached else -1
        self._can_type = indicator.scale is Scale.GRADE
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if self._can_type else Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(
            ", ".join(
                f"{level.label} {worth} {level.description}"
                for level, worth in zip(self._levels, self._points, strict=True)
            )
        )
        self.updateGeometry()
        self.update()

    def _heights(self, width: int) -> list[int]:
        metrics = QFontMetricsF(font(DENSE))
        room = QRectF(0, 0, self._room(width), 999)
        wrap = int(Qt.TextFlag.TextWordWrap)
        return [
            max(_ROW, int(metrics.boundingRect(room, wrap, level.description).height()) + 10)
            for level in self._levels
        ]

    def _room(self, width: int) -> float:
        return width - _LABEL - 58

    def sizeHint(self) -> QSize:
        return QSize(240, sum(self._heights(max(self.width(), 200))))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return sum(self._heights(width))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = 0.0
        heights = self._heights(self.width())
        for number, level in enumerate(self._levels):
            row = QRectF(0, top, self.width(), heights[number])
            self._paint_level(painter, row, number, level)
            top += heights[number]
        if self.hasFocus():
            painter.setPen(color("accent"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painter.end()

    def _paint_level(self, painter: QPainter, row: QRectF, number: int, level: Level) -> None:
        is_reached = number == self._reached
        if is_reached:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color("select"))
            painter.drawRoundedRect(row, 6, 6)
        middle = int(Qt.AlignmentFlag.AlignVCenter)
        wrap = middle | int(Qt.TextFlag.TextWordWrap)
        bold = HALF_BOLD if is_reached else REGULAR
        label = f"{number + 1}  {level.label}" if self._can_type else level.label
        painter.setFont(font(DENSE, bold))
        painter.setPen(color("accent" if is_reached else "text"))
        painter.drawText(row.adjusted(8, 0, 0, 0), middle, label)
        painter.setFont(font(DENSE, bold, digits=True))
        right = middle | int(Qt.AlignmentFlag.AlignRight)
        painter.setPen(color("accent" if is_reached else "text3"))
        painter.drawText(row.adjusted(0, 0, -9, 0), right, self._points[number])
        painter.setFont(font(DENSE))
        painter.setPen(color("text2"))
        words = QRectF(_LABEL, row.top(), self._room(self.width()), row.height())
        painter.drawText(words, wrap, level.description)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        top = 0.0
        for number, height in enumerate(self._heights(self.width())):
            top += height
            if event.position().y() < top:
                self._choose(number)
                return

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text().isdigit() and 1 <= int(event.text()) <= len(self._levels):
            self._choose(int(event.text()) - 1)
            return
        super().keyPressEvent(event)

    def _choose(self, number: int) -> None:
        if self._can_type:
            self.level_chosen.emit(self._levels[number].label)

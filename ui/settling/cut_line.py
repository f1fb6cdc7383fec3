"""What hangs on a choice: a line across the cut with one mark per choice."""

from decimal import Decimal
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.fonts import CAPTION, HALF_BOLD, font
from ui.theme.scheme import color
from workbench.exact import plain, printed

_HEIGHT: Final = 84
_BAR: Final = 14
_TOP: Final = 36
_SIDE: Final = 24
_LEAST_REACH: Final = Decimal(2)


class CutLine(QWidget):
    """Totals by choice against the cut."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cut = Decimal(75)
        self._places = 2
        self._totals: list[tuple[str, Decimal]] = []
        self._chosen = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_totals(
        self, totals: list[tuple[str, Decimal]], chosen: str, cut: Decimal, places: int
    ) -> None:
        """Show the total of every choice by its name; ``chosen`` is the one in work."""
        self._totals, self._chosen, self._cut, self._places = totals, chosen, cut, places
        said = ", ".join(f"{name}: {printed(total, places)}" for name, total in totals)
        self.setAccessibleName(self.tr("Totals by choice: {said}").format(said=said))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, _HEIGHT)

    def _reach(self) -> tuple[Decimal, Decimal]:
        totals = [total for _, total in self._totals]
        low, high = min([self._cut, *totals]), max([self._cut, *totals])
        room = max(_LEAST_REACH, (high - low) / 2)
        return low - room, high + room

    def _x(self, total: Decimal) -> float:
        low, high = self._reach()
        part = (total - low) / (high - low)
        return _SIDE + float(part) * (self.width() - 2 * _SIDE)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        cut = self._x(self._cut)
        left, right = float(_SIDE), float(self.width() - _SIDE)
        painter.fillRect(QRectF(left, _TOP, cut - left, _BAR), color("danger_tint"))
        painter.fillRect(QRectF(cut, _TOP, right - cut, _BAR), color("success_tint"))
        painter.fillRect(QRectF(cut - 0.75, _TOP - 5, 1.5, _BAR + 10), color("danger"))
        caption = QRectF(cut - 60, _TOP + _BAR + 6, 120, 18)
        painter.setFont(font(CAPTION, HALF_BOLD, digits=True))
        painter.setPen(color("danger"))
        words = self.tr("cut {cut}").format(cut=plain(self._cut))
        painter.drawText(caption, Qt.AlignmentFlag.AlignCenter, words)
        self._paint_marks(painter)
        painter.end()

    def _paint_marks(self, painter: QPainter) -> None:
        spoken = font(CAPTION, HALF_BOLD, digits=True)
        metrics = QFontMetricsF(spoken)
        taken = 0.0
        for name, total in sorted(self._totals, key=lambda row: row[1]):
            is_chosen = name == self._chosen
            x = self._x(total)
            role = "accent" if is_chosen else "text2"
            painter.setPen(QPen(color(role), 2))
            painter.setBrush(color("accent" if is_chosen else "surface"))
            painter.drawEllipse(QPointF(x, _TOP + _BAR / 2), 6, 6)
            text = f"{name}  {printed(total, self._places)}"
            width = metrics.horizontalAdvance(text)
            at = min(max(x - width / 2, taken), self.width() - width)
            taken = at + width + 12
            painter.setFont(spoken)
            painter.setPen(color(role))
            painter.drawText(QRectF(at, 6, width + 2, 20), Qt.AlignmentFlag.AlignVCenter, text)

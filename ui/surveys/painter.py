"""Paints the cells of the survey page: what the ledger paints, and small bars of answers."""

from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from ui.ledger.cell_painter import CellPainter
from ui.ledger.rows import Cell
from ui.theme.fonts import CAPTION, font
from ui.theme.scheme import color
from workbench.surveys.answers import Bar

_Index = QModelIndex | QPersistentModelIndex
_BARS_HIGH: Final = 22
_GAP: Final = 2
_WIDEST: Final = 12


@dataclass(frozen=True, slots=True)
class BarsCell(Cell):
    """A distribution; ``text`` says it to those who cannot see it."""

    bars: tuple[Bar, ...] = ()


@dataclass(frozen=True, slots=True)
class SourceCell(Cell):
    """Its caption ends in ``end``, which stays whole where the rest has no room."""

    end: str = ""


class SurveyPainter(CellPainter):
    """The highest bar of a distribution is as high as there is room."""

    _is_chosen = False

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        # the pale blue of bars is too weak on the ground of a chosen row
        self._is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        super().paint(painter, option, index)

    def _write(self, painter: QPainter, cell: Cell, room: QRectF, *, at_end: bool) -> None:
        if isinstance(cell, BarsCell):
            self._paint_bars(painter, cell.bars, room)
            return
        if isinstance(cell, SourceCell):
            metrics = QFontMetricsF(font(CAPTION, digits=True))
            room_left = room.width() - metrics.horizontalAdvance(cell.end)
            begin = cell.below.removesuffix(cell.end)
            begin = metrics.elidedText(begin, Qt.TextElideMode.ElideRight, room_left)
            cell = replace(cell, below=f"{begin}{cell.end}")
        super()._write(painter, cell, room, at_end=at_end)

    def _paint_bars(self, painter: QPainter, bars: tuple[Bar, ...], room: QRectF) -> None:
        most = max((bar.count for bar in bars), default=0)
        if not most:
            return
        step = int(min(room.width() // len(bars), _WIDEST))
        foot = round(room.center().y() + _BARS_HIGH / 2)
        painter.fillRect(
            QRectF(room.left(), foot, step * len(bars) - _GAP, 1),
            color("text3" if self._is_chosen else "edge"),
        )
        for at, bar in enumerate(bars):
            high = round(_BARS_HIGH * bar.count / most)
            high = max(high, 1) if bar.count else 0  # a single answer is seen
            place = QRectF(room.left() + at * step, foot - high, step - _GAP, high)
            painter.fillRect(place, color("text2" if self._is_chosen else "bar"))

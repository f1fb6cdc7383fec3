"""A difference as a bar that leaves the middle to one side or the other."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from ui.calibration.evaluator_rows import BAR_GAP, asks
from ui.ledger.cell_painter import CellPainter
from ui.ledger.rows import LedgerModel
from ui.theme.scheme import color
from workbench.calibration.profiles import Profile

_Index = QModelIndex | QPersistentModelIndex
_BAR: Final = 10
_LEAST: Final = Fraction(10)
"""Half a bar is so many percent at least, so that small differences look small."""


class SeverityPainter(CellPainter):
    """To the left is stricter, to the right milder; the middle is the mean of the others."""

    def __init__(self, parent: QWidget, height: int) -> None:
        super().__init__(parent, height)
        self._known: dict[bytes, tuple[Fraction, bool]] = {}
        self._most = _LEAST

    def show_profiles(self, profiles: Sequence[Profile]) -> None:
        """Know the differences of these evaluators; the largest fills half a bar."""
        self._known = {
            one.evaluator.uid: (one.severity, asks(one))
            for one in profiles
            if one.severity is not None
        }
        self._most = max([_LEAST, *(abs(value) for value, _ in self._known.values())])

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        super().paint(painter, option, index)
        model = index.model()
        key = model.row(index.row()).key if isinstance(model, LedgerModel) else None
        if isinstance(key, bytes) and key in self._known:
            self._paint_bar(painter, option, *self._known[key])

    def _paint_bar(
        self, painter: QPainter, option: QStyleOptionViewItem, value: Fraction, is_asked: bool
    ) -> None:
        box = QRectF(option.rect)
        half = (box.width() - 2 * BAR_GAP) / 2
        # the caption above ends at the right edge, and the bar stands below it
        middle = round(box.right() - half)
        length = half * float(abs(value) / self._most)
        left = middle - length if value < 0 else middle
        # the pale blue of bars is too weak on the ground of a chosen row
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        role = "warning" if is_asked else "text2" if is_chosen else "bar"
        top = box.center().y() - _BAR / 2
        painter.fillRect(QRectF(left, top, length, _BAR), color(role))
        painter.fillRect(QRectF(middle - 0.5, top - 4, 1, _BAR + 8), color("edge"))

"""Values by name in two columns: the name at the left, the value ending at the right."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.explaining.words import AmountLine
from ui.theme.fonts import CAPTION, DENSE, font
from ui.theme.scheme import color

_ROW: Final = 20
_GAP: Final = 10
_WIDEST: Final = 340
"""A value further from its name than this is no longer read with it."""


class AmountRows(QWidget):
    """As high as its lines; a value that does not fit beside its name stands below it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[AmountLine, ...] = ()
        self._role = "text"
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.hide()  # until there is something to read

    def show_lines(self, lines: Sequence[AmountLine], role: str = "text") -> None:
        """Show other lines, their values in ``role``."""
        shown = tuple(lines)
        if (shown, role) == (self._lines, self._role):
            return
        self._lines, self._role = shown, role
        self.setAccessibleName(", ".join(line.spoken() for line in shown))
        self._tell_whole()
        self.setVisible(bool(shown))
        self._take_height()
        self.updateGeometry()
        self.update()

    def lines(self) -> tuple[AmountLine, ...]:
        """Return what is shown."""
        return self._lines

    def cut_lines(self) -> tuple[AmountLine, ...]:
        """Return the lines that cannot be read whole at the present width."""
        names, values = _metrics()
        room = min(self.width(), _WIDEST)
        return tuple(
            line
            for line in self._lines
            if max(names.horizontalAdvance(line.name), values.horizontalAdvance(line.value)) > room
        )

    # --- places ----------------------------------------------------------------------------

    def _is_broken(self, line: AmountLine, width: int) -> bool:
        names, values = _metrics()
        needed = names.horizontalAdvance(line.name) + values.horizontalAdvance(line.value) + _GAP
        return needed > min(width, _WIDEST)

    def sizeHint(self) -> QSize:
        return QSize(240, self.heightForWidth(max(self.width(), 200)))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return sum(_ROW * (2 if self._is_broken(line, width) else 1) for line in self._lines)

    def _tell_whole(self) -> None:
        """Let the pointer read what is too long even for a line of its own."""
        self.setToolTip("\n".join(line.spoken() for line in self.cut_lines()))

    def _take_height(self) -> None:
        # a scroll area squeezes what has no least height
        self.setMinimumHeight(self.heightForWidth(self.width()))

    # --- Qt --------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._take_height()
        self._tell_whole()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        width, top = min(self.width(), _WIDEST), 0.0
        for line in self._lines:
            row = QRectF(0, top, width, _ROW)
            self._write(painter, row, line.name, is_value=False, role="text2")
            if self._is_broken(line, self.width()):
                row.translate(0, _ROW)
            role = "text3" if line.is_missing else self._role
            self._write(painter, row, line.value, is_value=True, role=role)
            top = row.bottom()
        painter.end()

    def _write(
        self, painter: QPainter, row: QRectF, text: str, *, is_value: bool, role: str
    ) -> None:
        voice = font(DENSE, digits=True) if is_value else font(CAPTION)
        side = Qt.AlignmentFlag.AlignRight if is_value else Qt.AlignmentFlag.AlignLeft
        fitting = QFontMetricsF(voice).elidedText(text, Qt.TextElideMode.ElideRight, row.width())
        painter.setFont(voice)
        painter.setPen(color(role))
        painter.drawText(row, side | Qt.AlignmentFlag.AlignVCenter, fitting)


def _metrics() -> tuple[QFontMetricsF, QFontMetricsF]:
    """Return how names and values are measured."""
    return QFontMetricsF(font(CAPTION)), QFontMetricsF(font(DENSE, digits=True))

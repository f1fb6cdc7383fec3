"""The fixed head of the sheet: which service or indicator, how far, and what the columns are."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.scoring.geometry import WIDTH_LEAST, Columns, columns_for
from ui.scoring.headings import Heading
from ui.theme.fonts import CAPTION, DENSE, SERVICE_NAME, font
from ui.theme.glyphs import paint_glyph
from ui.theme.parts import on_surface
from ui.theme.runs import Run, paint_runs, width_of
from ui.theme.scheme import color, tokens

_HEIGHT = 86


class SheetHead(QWidget):
    """Painted in the columns of the sheet below it, so that captions stand over their digits."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading: Heading | None = None
        self._bar_width = 0
        on_surface(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_heading(self, heading: Heading) -> None:
        """Show another subject or its new state."""
        if heading == self._heading:
            return
        self._heading = heading
        said = f"{heading.code} {heading.name}"
        self.setAccessibleName(said)
        self.setAccessibleDescription(heading.progress)
        self.setToolTip(f"{said}\n{heading.detail}".strip())
        self.update()

    def leave_for_bar(self, width: int) -> None:
        """Keep clear what the scroll bar takes beside the sheet below."""
        self._bar_width = width
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(WIDTH_LEAST, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._heading is None:
            return
        painter = QPainter(self)
        columns = columns_for(self.width() - self._bar_width)
        self._paint_names(painter, columns, self._heading)
        self._paint_captions(painter, columns)
        painter.end()

    def _paint_names(self, painter: QPainter, columns: Columns, heading: Heading) -> None:
        left = columns.right - width_of(heading.total)
        paint_runs(painter, heading.total, left, 28, columns.right - left + 1)
        name = (
            Run(heading.code, SERVICE_NAME, role="text3"),
            Run(heading.name, SERVICE_NAME, 700, before=8),
        )
        paint_runs(painter, name, columns.code, 28, left - 16 - columns.code)
        state = (Run(heading.progress, DENSE, role="text2"),)
        left = columns.right - width_of(state)
        paint_runs(painter, state, left, 51, columns.right - left + 1)
        paint_glyph(painter, heading.glyph, QRectF(left - 22, 38, 16, 16), tokens())
        detail = (Run(heading.detail, DENSE, role="text2"),)
        paint_runs(painter, detail, columns.code, 51, left - 40 - columns.code)

    def _paint_captions(self, painter: QPainter, columns: Columns) -> None:
        painter.setFont(font(CAPTION))
        painter.setPen(color("text3"))
        middle = _HEIGHT - 11
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for text, end in (
            (self.tr("Max"), columns.max_right),
            (self.tr("Score"), columns.digits_right),
        ):
            painter.drawText(QRectF(end - 80, middle - 9, 80, 18), right, text)
        baseline = middle + 4
        state = self.tr("State")
        width = QFontMetricsF(font(CAPTION)).horizontalAdvance(state)
        centre = columns.state + 15 - width / 2
        paint_runs(painter, (Run(state, CAPTION, role="text3"),), centre, baseline, width + 1)
        room = columns.comment_width
        words = (Run(self.tr("Comment in one line"), CAPTION, role="text3"),)
        paint_runs(painter, words, columns.comment, baseline, room)

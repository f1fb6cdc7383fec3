"""The fixed head of the sheet: which service, how far, and what the columns are."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.language import Speaking
from ui.scoring.geometry import WIDTH_LEAST, Columns, columns_for
from ui.scoring.numbers import most_text, points_text
from ui.scoring.wording import indicators_word, state_word
from ui.theme.fonts import CAPTION, DENSE, SERVICE_NAME, font
from ui.theme.glyphs import Glyph, paint_glyph
from ui.theme.parts import on_surface
from ui.theme.runs import Run, paint_runs, width_of
from ui.theme.scheme import color, tokens
from workbench.scoring.sheet import ServiceSheet, SheetState

_HEIGHT = 86
GLYPHS = {
    SheetState.EMPTY: Glyph.EMPTY,
    SheetState.PART: Glyph.PART,
    SheetState.COMPLETE: Glyph.COMPLETE,
    SheetState.CONFLICT: Glyph.CONFLICT,
    SheetState.RECUSED: Glyph.RECUSED,
}


class SheetHead(Speaking):
    """Painted in the columns of the sheet below it, so that captions stand over their digits."""

    def __init__(self, places: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._places = places
        self._sheet: ServiceSheet | None = None
        self._glyph = Glyph.EMPTY
        self._bar_width = 0
        on_surface(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_sheet(self, sheet: ServiceSheet, glyph: Glyph) -> None:
        """Show another service or its new state."""
        self._sheet = sheet
        self._glyph = glyph
        self.retranslate()

    def leave_for_bar(self, width: int) -> None:
        """Keep clear what the scroll bar takes beside the sheet below."""
        self._bar_width = width
        self.update()

    def retranslate(self) -> None:
        if self._sheet is None:
            return
        said = f"{self._sheet.service.number} {self._sheet.service.name}"
        self.setAccessibleName(said)
        self.setAccessibleDescription(self._progress_words())
        self.setToolTip(f"{said}\n{self._detail(self._sheet)}".strip())
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(WIDTH_LEAST, _HEIGHT)

    def _progress_words(self) -> str:
        if self._sheet is None:
            return ""
        count = indicators_word(self._sheet.given, self._sheet.expected)
        return f"{state_word(self._sheet.state)} · {count}"

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._sheet is None:
            return
        painter = QPainter(self)
        columns = columns_for(self.width() - self._bar_width)
        self._paint_names(painter, columns, self._sheet)
        self._paint_captions(painter, columns)
        painter.end()

    def _paint_names(self, painter: QPainter, columns: Columns, sheet: ServiceSheet) -> None:
        total = self._total_runs(sheet)
        left = columns.right - width_of(total)
        paint_runs(painter, total, left, 28, columns.right - left + 1)
        name = (
            Run(str(sheet.service.number), SERVICE_NAME, role="text3"),
            Run(sheet.service.name, SERVICE_NAME, 700, before=8),
        )
        paint_runs(painter, name, columns.code, 28, left - 16 - columns.code)
        state = (Run(self._progress_words(), DENSE, role="text2"),)
        left = columns.right - width_of(state)
        paint_runs(painter, state, left, 51, columns.right - left + 1)
        paint_glyph(painter, self._glyph, QRectF(left - 22, 38, 16, 16), tokens())
        paint_runs(
            painter,
            (Run(self._detail(sheet), DENSE, role="text2"),),
            columns.code,
            51,
            left - 40 - columns.code,
        )

    def _total_runs(self, sheet: ServiceSheet) -> tuple[Run, ...]:
        sections = sheet.sections
        most = sum((section.max_points for section in sections), start=sections[0].max_points * 0)
        done = sheet.state is SheetState.COMPLETE
        return (
            Run(self.tr("Total") if done else self.tr("So far"), DENSE, role="text2"),
            Run(points_text(sheet.subtotal, self._places), SERVICE_NAME, 700, before=8),
            Run(f"/ {most_text(most)}", DENSE, role="text3", before=7),
        )

    def _detail(self, sheet: ServiceSheet) -> str:
        service = sheet.service
        if sheet.recusal:
            return self.tr("Recused: {reason}").format(reason=sheet.recusal)
        parts = []
        if service.operators:
            operators = ", ".join(service.operators)
            parts.append(self.tr("Operator {names}").format(names=operators))
        if service.department:
            parts.append(service.department)
        if service.term_end:
            parts.append(self.tr("Term ends {date}").format(date=service.term_end))
        return " · ".join(parts)

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

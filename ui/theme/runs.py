"""One line of text in several voices: what labels cannot do without copying colours."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.fonts import BODY, REGULAR, font
from ui.theme.scheme import color


class Run(NamedTuple):
    """A stretch of text in one size, weight and colour; ``before`` is the gap to its left."""

    text: str
    points: float = BODY
    weight: int = REGULAR
    role: str = "text"
    before: int = 0
    digits: bool = True

    def metrics(self) -> QFontMetricsF:
        """Measure in this voice."""
        return QFontMetricsF(font(self.points, self.weight, digits=self.digits))

    def width(self) -> float:
        """Return how far this run reaches, its gap included."""
        return self.before + self.metrics().horizontalAdvance(self.text)


def width_of(runs: Sequence[Run]) -> float:
    """Return the length of the whole line."""
    return sum(run.width() for run in runs)


def paint_runs(
    painter: QPainter, runs: Sequence[Run], left: float, baseline: float, room: float
) -> float:
    """Paint ``runs`` on one baseline, eliding what passes ``room``; return where they end."""
    x, end = left, left + room
    for run in runs:
        x += run.before
        metrics = run.metrics()
        text = run.text
        if x + metrics.horizontalAdvance(text) > end + 0.5:
            text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0.0, end - x))
        painter.setFont(font(run.points, run.weight, digits=run.digits))
        painter.setPen(color(run.role))
        painter.drawText(QPointF(x, baseline), text)
        x += metrics.horizontalAdvance(text)
        if text != run.text:
            break
    return x


class RunLine(QWidget):
    """A line of runs as a widget; its accessible name is what it says."""

    def __init__(
        self,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._runs: tuple[Run, ...] = ()
        self._needed: QSize | None = None
        self._align = align
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def say(self, *runs: Run) -> None:
        """Show ``runs`` instead of what stood here."""
        shown = tuple(run for run in runs if run.text)
        if shown == self._runs:
            return  # neither to be laid out nor to be painted again
        self._runs, self._needed = shown, None
        spoken = "".join(f" {run.text}" if run.before else run.text for run in runs).strip()
        self.setAccessibleName(spoken)
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        """Return what stands here, without its voices."""
        return self.accessibleName()

    def _height(self) -> float:
        return max((run.metrics().height() for run in self._runs), default=0.0)

    def sizeHint(self) -> QSize:
        if self._needed is None:  # layouts ask again and again
            self._needed = QSize(int(width_of(self._runs)) + 1, int(self._height()) + 1)
        return self._needed

    def minimumSizeHint(self) -> QSize:
        needed = self.sizeHint()
        return QSize(min(60, needed.width()), needed.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._runs:
            return
        painter = QPainter(self)
        tallest = max(self._runs, key=lambda run: run.metrics().height()).metrics()
        baseline = (self.height() - tallest.height()) / 2 + tallest.ascent()
        spare = max(0.0, self.width() - width_of(self._runs))
        left = 0.0
        if self._align & Qt.AlignmentFlag.AlignRight:
            left = spare
        elif self._align & Qt.AlignmentFlag.AlignHCenter:
            left = spare / 2
        paint_runs(painter, self._runs, left, baseline, self.width() - left)
        painter.end()
        elided = width_of(self._runs) > self.width() + 0.5
        tip = self.accessibleName() if elided else ""
        if tip != self.toolTip():
            self.setToolTip(tip)

"""The levels of an indicator with what each reaches over; the one that is reached is tinted."""

from decimal import Decimal
from fractions import Fraction

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.scoring.numbers import level_points, most_text
from ui.theme.fonts import DENSE, HALF_BOLD, REGULAR, font
from ui.theme.scheme import color
from workbench.definition.terms import Indicator, Level, Scale

_ROW = 28
_SIDE = 8
_GAP = 12
_LABEL_LEAST = 34
_FINEST = Decimal("0.01")
_FULL = Decimal(100)


def level_ranges(indicator: Indicator) -> tuple[str, ...]:
    """Return what each level reaches over, as it is typed; what is computed reads in points."""
    if indicator.scale is Scale.GRADE:
        return tuple(map(most_text, level_points(indicator)))
    is_rating = indicator.scale is Scale.RATING
    most = _FULL if is_rating else indicator.max_points
    step = indicator.step if indicator.scale in (Scale.POINTS, Scale.RATING) else _FINEST
    ends: list[str] = []
    above = most + step
    for number, level in enumerate(indicator.levels):
        is_last = number == len(indicator.levels) - 1
        begin = Decimal(0) if is_last else _step_from(most, level.percent, step)
        end = min(above - step, most)
        ends.append(most_text(begin) if begin >= end else f"{most_text(begin)}–{most_text(end)}")
        above = begin
    return tuple(ends)


def _step_from(most: Decimal, percent: Decimal, step: Decimal) -> Decimal:
    """Return the lowest value on the scale that reaches ``percent`` of the maximum."""
    steps = -(-Fraction(most) * Fraction(percent) / 100 // Fraction(step))
    return int(steps) * step


def level_reached(indicator: Indicator, points: Decimal | None) -> int:
    """Return the place of the level that ``points`` have reached, -1 where there is none."""
    if points is None or not indicator.levels:
        return -1
    lower = level_points(indicator)
    return next((n for n, begin in enumerate(lower) if points >= begin), len(lower) - 1)


class LevelTable(QWidget):
    """The levels from the top; a click or a digit types one where grades are typed."""

    level_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._indicator: Indicator | None = None
        self._levels: tuple[Level, ...] = ()
        self._ranges: tuple[str, ...] = ()
        self._reached = -1
        self._can_type = False
        # the height follows from the width alone, see resizeEvent
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    # --- what is shown ---------------------------------------------------------------------

    def show_levels(self, indicator: Indicator, points: Decimal | None, *, is_open: bool) -> None:
        """Show the levels of ``indicator``; ``is_open`` says whether one may be chosen."""
        self._indicator = indicator
        self._levels = indicator.levels
        self._ranges = level_ranges(indicator)
        self._can_type = is_open and indicator.scale is Scale.GRADE
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if self._can_type else Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(
            ", ".join(
                f"{level.label} {worth} {level.description}".strip()
                for level, worth in zip(self._levels, self._ranges, strict=True)
            )
        )
        self._reached = -1
        self.show_points(points)
        self.setMinimumHeight(self.heightForWidth(self.width()))
        self.updateGeometry()
        self.update()

    def show_points(self, points: Decimal | None) -> None:
        """Tint the level that ``points`` reach."""
        reached = level_reached(self._indicator, points) if self._indicator else -1
        if reached != self._reached:
            self._reached = reached
            self.setAccessibleDescription(self._levels[reached].label if reached >= 0 else "")
            self.update()

    @property
    def reached(self) -> str:
        """The label of the tinted level, or empty."""
        return self._levels[self._reached].label if self._reached >= 0 else ""

    # --- places ----------------------------------------------------------------------------

    def _label(self, number: int) -> str:
        label = self._levels[number].label
        return f"{number + 1}  {label}" if self._can_type else label

    def _words_left(self) -> float:
        metrics = QFontMetricsF(font(DENSE, HALF_BOLD))
        labels = [metrics.horizontalAdvance(self._label(n)) for n in range(len(self._levels))]
        return _SIDE + max([_LABEL_LEAST, *labels]) + _GAP

    def _words_room(self, width: int) -> float:
        metrics = QFontMetricsF(font(DENSE, HALF_BOLD, digits=True))
        ranges = max(map(metrics.horizontalAdvance, self._ranges), default=0)
        return max(60, width - self._words_left() - ranges - _GAP - _SIDE)

    def _heights(self, width: int) -> list[int]:
        metrics = QFontMetricsF(font(DENSE))
        room = QRectF(0, 0, self._words_room(width), 9999)
        wrap = int(Qt.TextFlag.TextWordWrap)
        return [
            max(_ROW, int(metrics.boundingRect(room, wrap, level.description).height()) + 9)
            for level in self._levels
        ]

    def sizeHint(self) -> QSize:
        return QSize(240, sum(self._heights(max(self.width(), 200))))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return sum(self._heights(width))

    # --- Qt --------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # a scroll area squeezes what has no least height
        self.setMinimumHeight(self.heightForWidth(self.width()))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = 0.0
        for number, height in enumerate(self._heights(self.width())):
            self._paint_level(painter, QRectF(0, top, self.width(), height), number)
            top += height
        if self.hasFocus():
            painter.setPen(color("accent"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painter.end()

    def _paint_level(self, painter: QPainter, row: QRectF, number: int) -> None:
        is_reached = number == self._reached
        if is_reached:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color("select"))
            painter.drawRoundedRect(row, 6, 6)
        middle = int(Qt.AlignmentFlag.AlignVCenter)
        bold = HALF_BOLD if is_reached else REGULAR
        painter.setFont(font(DENSE, bold))
        painter.setPen(color("accent" if is_reached else "text"))
        painter.drawText(row.adjusted(_SIDE, 0, 0, 0), middle, self._label(number))
        painter.setFont(font(DENSE, bold, digits=True))
        right = middle | int(Qt.AlignmentFlag.AlignRight)
        painter.setPen(color("accent" if is_reached else "text3"))
        painter.drawText(row.adjusted(0, 0, -_SIDE, 0), right, self._ranges[number])
        painter.setFont(font(DENSE))
        painter.setPen(color("text2"))
        room = self._words_room(self.width())
        words = QRectF(self._words_left(), row.top(), room, row.height())
        wrap = middle | int(Qt.TextFlag.TextWordWrap)
        painter.drawText(words, wrap, self._levels[number].description)

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

"""The figures that no second person stands for, listed before a round becomes final."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.language import Speaking
from ui.measures.words import glyph_of, role_of, stand_word
from ui.setup.line_list import LINE_HEIGHT, Line, LineList
from ui.theme.fonts import CAPTION, CARD_TITLE, DENSE, HALF_BOLD
from ui.theme.parts import Hairline, Words
from ui.theme.runs import Run, RunLine
from workbench.measures.confirmations import FiguresRow, Stand

PAGE: Final = "measures"
"""Where figures are confirmed."""


class UnconfirmedFigures(Speaking):
    """Hides itself where there are none; they never keep a round open."""

    page_requested = Signal(str, object)
    """The page, and (service, indicator) as the place on it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[FiguresRow, ...] = ()
        self.title, self._words = RunLine(), Words(CAPTION, role="text2")
        self.list = _Lines()
        self.list.chosen.connect(self._on_chosen)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(6)
        column.addWidget(Hairline())
        column.addWidget(self.title)
        column.addWidget(self._words)
        column.addWidget(self.list, 1)

    def show_rows(self, rows: Sequence[FiguresRow]) -> None:
        """Show what waits for a second person."""
        self._rows = tuple(rows)
        self.retranslate()

    def retranslate(self) -> None:
        self.setVisible(bool(self._rows))
        title = self.tr("Figures no second person confirmed: {count}")
        self.title.say(Run(title.format(count=len(self._rows)), CARD_TITLE, HALF_BOLD))
        self._words.setText(
            self.tr("They do not keep the round open. Enter or a click leads to the figures.")
        )
        self.list.setAccessibleName(self.title.text())
        self.list.show_lines([_line(row) for row in self._rows])
        self.list.setMaximumHeight(LINE_HEIGHT * len(self._rows))

    @Slot(object)
    def _on_chosen(self, pair: object) -> None:
        self.page_requested.emit(PAGE, pair)


class _Lines(LineList):
    """Nothing is chosen while the keyboard is elsewhere: the list is told, not asked."""

    def show_lines(self, lines: Sequence[Line]) -> None:
        super().show_lines(lines)
        if not self.hasFocus():
            self.clearSelection()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.setCurrentIndex(self.lines.index(max(self.currentIndex().row(), 0)))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.clearSelection()


def _line(row: FiguresRow) -> Line:
    service, indicator = row.service, row.made.indicator
    runs = [
        Run(f"{service.number} {service.name}", DENSE),
        Run(f"{indicator.code} {indicator.name}", DENSE, role="text2", before=10),
    ]
    if row.stand is Stand.STALE:
        runs.append(Run(stand_word(row), CAPTION, role=role_of(row), before=10))
    return Line(tuple(runs), row.pair, glyph_of(row))

"""The right pane: what helps to judge the indicator in work: guidance and levels."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from ui.language import Speaking
from ui.scoring.cell import Cell
from ui.scoring.desk import ScoringDesk
from ui.scoring.level_table import LevelTable
from ui.scoring.numbers import most_text
from ui.scoring.wording import kind_word, scale_word
from ui.theme.fonts import BODY, CAPTION, DENSE, HALF_BOLD, SERVICE_NAME
from ui.theme.parts import Words, on_surface
from ui.theme.runs import Run, RunLine
from workbench.definition.terms import Indicator, Scale


class HelpPane(Speaking):
    """Guidance and levels of one indicator."""

    level_chosen = Signal(str)

    def __init__(self, desk: ScoringDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._cell: Cell | None = None
        self._kind = RunLine()
        self._name = Words(SERVICE_NAME - 2.5, HALF_BOLD)
        self._guidance = Words(DENSE, role="text2")
        self._levels = LevelTable()
        self._levels.level_chosen.connect(self.level_chosen)
        self._typing = Words(CAPTION, role="text3")
        self._lay_out()
        desk.changed.connect(self._on_changed)

    def _lay_out(self) -> None:
        on_surface(self)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(20, 14, 20, 20)
        column.setSpacing(6)
        for part in (self._kind, self._name, self._guidance):
            column.addWidget(part)
        column.addSpacing(8)
        column.addWidget(self._levels)
        column.addWidget(self._typing)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidget(inside)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.viewport().setAutoFillBackground(False)
        inside.setAutoFillBackground(False)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)
        self.setMinimumWidth(280)

    def show_cell(self, cell: Cell | None) -> None:
        """Show what helps with the indicator of a cell."""
        self._cell = cell
        self.retranslate()

    @Slot(object)
    def _on_changed(self, services: frozenset[bytes]) -> None:
        if self._cell is not None and self._cell.service in services:
            self.retranslate()

    def retranslate(self) -> None:
        row = self._desk.row(self._cell) if self._cell is not None else None
        for part in (self._kind, self._name, self._guidance, self._levels, self._typing):
            part.setVisible(row is not None)
        if row is None:
            return
        indicator = row.indicator
        most = self.tr("max {points}").format(points=most_text(indicator.max_points))
        words = f"{kind_word(indicator.kind)} · {scale_word(indicator.scale)} · {most}"
        self._kind.say(
            Run(indicator.code, BODY, HALF_BOLD, "accent"),
            Run(words, CAPTION, role="text3", before=8),
        )
        self._name.setText(indicator.name)
        self._guidance.setText(indicator.guidance)
        self._guidance.setVisible(bool(indicator.guidance))
        self._levels.show_levels(indicator, row.points)
        self._levels.setVisible(bool(indicator.levels))
        self._typing.setText(self._typing_words(indicator))

    def _typing_words(self, indicator: Indicator) -> str:
        if indicator.scale is Scale.GRADE:
            return self.tr("Type the number of a level, or click it.")
        step = most_text(indicator.step)
        if indicator.scale is Scale.RATING:
            return self.tr("Rating from 0 to 100 in steps of {step}.").format(step=step)
        if indicator.scale is Scale.POINTS:
            return self.tr("From 0 to {most} in steps of {step}.").format(
                most=most_text(indicator.max_points), step=step
            )
        return self.tr("The points follow from the figures at once.")

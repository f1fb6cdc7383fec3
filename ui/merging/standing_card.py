"""Whose book stands in the round, sealed or interim, and who is still missing."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from ui.language import Speaking
from ui.theme.fonts import BODY, CAPTION, CARD_TITLE, HALF_BOLD
from ui.theme.glyphs import Glyph, GlyphMark
from ui.theme.parts import Card, Tag
from ui.theme.runs import Run, RunLine
from workbench.results.outcome import SealState
from workbench.rounds.desk import Reading


def glyph_of(seal: SealState) -> Glyph:
    """Return the shape of an evaluator's standing."""
    if seal.receipt is not None:
        return Glyph.COMPLETE
    return Glyph.EMPTY if seal.missing == seal.expected else Glyph.INTERIM


class StandingCard(Speaking):
    """One row an evaluator of whom marks are expected."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reading: Reading | None = None
        self._title = RunLine()
        self._rows = QWidget()
        self._card = Card()
        self._card.column.addWidget(self._title)
        self._card.column.addWidget(self._rows)
        self._card.column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._card)

    def show_reading(self, reading: Reading) -> None:
        """Show another state of the round."""
        self._reading = reading
        self.retranslate()

    def retranslate(self) -> None:
        if self._reading is None:
            return
        seals = [seal for seal in self._reading.seals if seal.expected]
        sealed = sum(seal.receipt is not None for seal in seals)
        words = self.tr("{sealed} of {count} sealed").format(sealed=sealed, count=len(seals))
        self._title.say(
            Run(self.tr("Evaluators"), CARD_TITLE, HALF_BOLD),
            Run(words, BODY, role="text2", before=10),
        )
        rows = QWidget()
        grid = QGridLayout(rows)
        grid.setContentsMargins(0, 4, 0, 4)
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(12)
        for number, seal in enumerate(seals):
            self._add(grid, number, seal)
        for column, width in ((1, 150), (2, 110), (3, 140)):
            grid.setColumnMinimumWidth(column, width)
        grid.setColumnStretch(5, 1)
        self._card.column.replaceWidget(self._rows, rows)
        self._rows.deleteLater()
        self._rows = rows

    def _add(self, grid: QGridLayout, number: int, seal: SealState) -> None:
        who, marks, code = RunLine(), RunLine(Qt.AlignmentFlag.AlignRight), RunLine()
        who.say(Run(f"{seal.evaluator.code} {seal.evaluator.name}", BODY, HALF_BOLD))
        code.say(Run(seal.receipt or "–", BODY, HALF_BOLD))
        given = seal.expected - seal.missing
        role = "text2" if given == seal.expected else "warning"
        marks.say(
            Run(f"{given} / {seal.expected}", BODY, role=role),
            Run(self.tr("marks"), CAPTION, role="text3", before=5),
        )
        state = self._tag(seal)
        for column, part in enumerate((GlyphMark(glyph_of(seal)), who, marks, code, state)):
            grid.addWidget(part, number, column)

    def _tag(self, seal: SealState) -> Tag:
        if seal.receipt is not None:
            tag, word = Tag("success"), self.tr("Sealed")
        elif seal.missing == seal.expected:
            tag, word = Tag("text3"), self.tr("Not here yet")
        else:
            tag, word = Tag("warning"), self.tr("Interim")
        tag.say(word)
        return tag

"""The chosen figures in full: who entered them, how they make points, who confirmed them."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.explaining.steps import Explanation
from ui.explaining.words import state_words
from ui.language import Speaking
from ui.measures.words import (
    confirmed_words,
    fate_words,
    glyph_of,
    role_of,
    stale_words,
    stand_word,
)
from ui.scoring.numbers import most_text, points_text
from ui.theme.fonts import BODY, CHOICE, DENSE, HALF_BOLD, SERVICE_NAME
from ui.theme.glyphs import GlyphMark
from ui.theme.parts import Hairline, Words, button
from ui.theme.runs import Run, RunLine
from workbench.measures.confirmations import Entered, FiguresRow
from workbench.results.outcome import MarkState, Outcome


class EnteredPart(Speaking):
    """What one evaluator entered, and how it makes points."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._one: Entered | None = None
        self._places = 2
        self.who, self.state = RunLine(), Words(BODY, role="text2")
        self.explanation = Explanation()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for part in (Hairline(), self.who, self.state, self.explanation):
            column.addWidget(part)

    def show_entered(self, one: Entered, places: int) -> None:
        """Show other figures."""
        self._one, self._places = one, places
        if one.explained is not None:
            self.explanation.explain(one.explained, places)
        self.explanation.setVisible(one.explained is not None)
        self.retranslate()

    def retranslate(self) -> None:
        one = self._one
        if one is None:
            return
        is_there = one.mark.state is not MarkState.EMPTY
        caption = self.tr("Entered by") if is_there else self.tr("Not entered yet by")
        self.who.say(
            Run(caption, DENSE, role="text2"),
            Run(f"{one.evaluator.code} {one.evaluator.name}", BODY, HALF_BOLD, before=6),
        )
        self.state.setText(state_words(one.mark.state))
        self.state.setVisible(bool(self.state.text()))


class FiguresSheet(Speaking):
    """Scrolls where it has less room than it needs; says when the result is wanted."""

    result_wanted = Signal()
    resized = Signal()
    """There is more or less to scroll."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._outcome: Outcome | None = None
        self._row: FiguresRow | None = None
        self.name, self.indicator, self.points = RunLine(), RunLine(), RunLine()
        self.go = button("link")
        self._glyph, self.stand = GlyphMark(), RunLine()
        self.stale = Words(DENSE, HALF_BOLD, role="warning")
        self.fate = Words(DENSE, HALF_BOLD, role="warning")
        self.parts: list[EnteredPart] = []
        self._nothing = Words(BODY, role="text2")
        self._head, self.area = QWidget(), QScrollArea()
        self._column = QVBoxLayout()
        self.go.clicked.connect(self.result_wanted)
        self._lay_out()
        self.show_row(None, None)

    def _lay_out(self) -> None:
        first, third = QHBoxLayout(), QHBoxLayout()
        first.addWidget(self.name, 1)
        first.addWidget(self.go)
        third.setSpacing(8)
        third.addWidget(self._glyph)
        third.addWidget(self.stand, 1)
        third.addWidget(self.points)
        head = QVBoxLayout(self._head)
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(4)
        head.addLayout(first)
        head.addWidget(self.indicator)
        head.addLayout(third)
        inside = QWidget()
        inside.setAutoFillBackground(False)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)
        for words in (self.stale, self.fate):
            self._column.addWidget(words)
        self._column.addStretch(1)
        inside.setLayout(self._column)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setWidgetResizable(True)
        self.area.setWidget(inside)
        for ground in (self.area.viewport(), inside):
            ground.setAutoFillBackground(False)
        self.area.verticalScrollBar().rangeChanged.connect(self.resized)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        for part in (self._nothing, self._head):
            whole.addWidget(part)
        whole.addWidget(self.area, 1)

    # --- what is shown ---------------------------------------------------------------------

    def show_row(self, outcome: Outcome | None, row: FiguresRow | None) -> None:
        """Show other figures; None leaves nothing to show."""
        is_other = row is None or self._row is None or row.pair != self._row.pair
        self._outcome, self._row = outcome, row
        for part in (self._head, self.area):
            part.setVisible(row is not None)
        self._nothing.setVisible(row is None)
        if row is not None and outcome is not None:
            self._show_entered(row.entered, outcome.definition.rules.score_places)
        if is_other:
            self.area.verticalScrollBar().setValue(0)
        self.retranslate()

    def _show_entered(self, entered: tuple[Entered, ...], places: int) -> None:
        while len(self.parts) < len(entered):
            part = EnteredPart()
            self._column.insertWidget(self._column.count() - 1, part)
            self.parts.append(part)
        for at, part in enumerate(self.parts):
            if at < len(entered):
                part.show_entered(entered[at], places)
            part.setVisible(at < len(entered))

    def overflows(self) -> bool:
        """Say whether there is more than is seen."""
        return not self.area.isHidden() and self.area.verticalScrollBar().maximum() > 0

    def turn(self, pages: int) -> None:
        """Scroll by so many pages."""
        bar = self.area.verticalScrollBar()
        bar.setValue(bar.value() + pages * bar.pageStep())

    def retranslate(self) -> None:
        self._nothing.setText(self.tr("Choose figures at the left."))
        self.go.setText(self.tr("See it in the result"))
        row, outcome = self._row, self._outcome
        if row is None or outcome is None:
            return
        made = row.made
        self.name.say(
            Run(str(row.service.number), SERVICE_NAME, HALF_BOLD, "text3"),
            Run(row.service.name, SERVICE_NAME, 700, before=10),
        )
        self.indicator.say(
            Run(made.indicator.code, BODY, HALF_BOLD, "accent"),
            Run(made.indicator.name, BODY, before=8),
        )
        self._glyph.show_glyph(glyph_of(row))
        self._glyph.setToolTip(stand_word(row))
        self._glyph.setAccessibleName(stand_word(row))
        stale = stale_words(outcome, row)
        self.stand.say(
            Run(stand_word(row), BODY, HALF_BOLD, role_of(row)),
            Run("" if stale else confirmed_words(row), DENSE, role="text2", before=10),
        )
        places = outcome.definition.rules.score_places
        most = self.tr("of {most} points").format(most=most_text(made.indicator.max_points))
        self.points.say(
            Run(points_text(made.points, places), CHOICE, 700),
            Run(most, BODY, role="text2", before=8),
        )
        for words, text in ((self.stale, stale), (self.fate, fate_words(row))):
            words.setText(text)
            words.setVisible(bool(text))

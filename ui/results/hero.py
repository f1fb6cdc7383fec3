"""The average as the largest thing on the page, its sentence, and the means of the sections."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.language import Speaking
from ui.results.number_button import SIDE, NumberButton
from ui.results.origins import Kind, Origin
from ui.results.wording import below_words
from ui.theme.fonts import BODY, CAPTION, DENSE, HALF_BOLD, HERO
from ui.theme.parts import Card, Hairline
from ui.theme.runs import Run, RunLine
from ui.theme.tokens import CARD_PADDING_X, CARD_PADDING_Y
from workbench.exact import plain, printed
from workbench.results.figures import section_averages
from workbench.results.outcome import Outcome

NOTHING = "–"


class HeroCard(Speaking):
    """What somebody will be asked about; every number opens what it is made of."""

    opened = Signal(object)
    """An ``Origin``."""
    resized = Signal()
    """What it says needs another height than before."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._outcome: Outcome | None = None
        self._caption, self._average, self._sentence = RunLine(), RunLine(), RunLine()
        self._of_average = NumberButton(self._average)
        self._of_average.clicked.connect(self._open_average)
        self._of_below = NumberButton(self._sentence)
        self._of_below.clicked.connect(self._open_below)
        self._sections: dict[str, tuple[NumberButton, RunLine, RunLine]] = {}
        self._across = QHBoxLayout()
        self._across.setSpacing(16 - 2 * SIDE)
        self._card = card = Card()
        x, y = CARD_PADDING_X, CARD_PADDING_Y
        card.column.setContentsMargins(x - SIDE, y, x - SIDE, y - 2)
        card.column.setSpacing(0)
        for part in (_indented(self._caption), self._of_average, self._of_below):
            card.column.addWidget(part)
        card.column.addSpacing(6)
        card.column.addWidget(_indented(Hairline()))
        card.column.addSpacing(4)
        card.column.addLayout(self._across)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(card)

    def show_outcome(self, outcome: Outcome) -> None:
        """Show another result."""
        self._outcome = outcome
        codes = [str(section.code) for section in outcome.definition.sections]
        if codes != list(self._sections):
            self._make_sections(codes)
        self.retranslate()

    def needed_height(self) -> int:
        """Return the height of all that the card says."""
        return self._card.needed_height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().height() != event.oldSize().height():
            self.resized.emit()

    def button_of(self, origin: Origin) -> NumberButton | None:
        """Return what opens ``origin``, None where it is not a number of this card."""
        if origin.kind is Kind.AVERAGE:
            return self._of_average
        if origin.kind is Kind.BELOW:
            return self._of_below
        parts = self._sections.get(origin.key) if origin.kind is Kind.SECTION else None
        return None if parts is None else parts[0]

    def _make_sections(self, codes: list[str]) -> None:
        for old, _, _ in self._sections.values():
            self._across.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._sections = {}
        before = self._of_below
        for code in codes:
            caption, value = RunLine(), RunLine()
            made = NumberButton(caption, value)
            made.setObjectName(code)
            made.clicked.connect(self._open_section)
            self._sections[code] = (made, caption, value)
            self._across.addWidget(made, 1)
            made.show()  # at once, or the first frame is laid out without it
            QWidget.setTabOrder(before, made)
            before = made

    def retranslate(self) -> None:
        outcome = self._outcome
        if outcome is None:
            return
        places = outcome.definition.rules.score_places
        self._caption.say(Run(self.tr("Average"), DENSE, HALF_BOLD, "text2"))
        average = NOTHING if outcome.average is None else printed(outcome.average, places)
        self._average.say(
            Run(average, HERO, 700), Run(self.tr("/ 100 pt"), DENSE, role="text3", before=8)
        )
        before, within, after = below_words(outcome)
        self._sentence.say(
            Run(before, BODY + 0.5), Run(within, BODY + 0.5, 700, "danger"), Run(after, BODY + 0.5)
        )
        self._name(self._of_average, f"{self._caption.text()} {average}")
        self._name(self._of_below, self._sentence.text())
        self._of_average.setEnabled(bool(outcome.counted))
        self._of_below.setEnabled(bool(outcome.below))
        for section, mean in section_averages(outcome):
            made, caption, value = self._sections[str(section.code)]
            said = NOTHING if mean is None else printed(mean, places)
            caption.say(Run(section.name, CAPTION, role="text2"))
            value.say(
                Run(said, BODY + 2.5, HALF_BOLD),
                Run(f"/ {plain(section.max_points)}", DENSE, role="text3", before=5),
            )
            made.setEnabled(mean is not None)
            self._name(made, f"{section.name} {said} / {plain(section.max_points)}")

    def _name(self, made: NumberButton, words: str) -> None:
        made.setAccessibleName(words)
        tip = self.tr("Show the services behind this number")
        made.setAccessibleDescription(tip)
        made.setToolTip(tip)

    @Slot()
    def _open_average(self) -> None:
        self.opened.emit(Origin(Kind.AVERAGE))

    @Slot()
    def _open_below(self) -> None:
        self.opened.emit(Origin(Kind.BELOW))

    @Slot()
    def _open_section(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.opened.emit(Origin(Kind.SECTION, sender.objectName()))


def _indented(part: QWidget) -> QWidget:
    """Return ``part`` where the text of a number stands."""
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(SIDE, 0, SIDE, 0)
    row.addWidget(part)
    return box

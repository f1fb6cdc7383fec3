"""The average as the largest thing on the page, its sentence, and the means of the sections."""

from decimal import Decimal

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.language import Speaking
from ui.results.figures import section_averages
from ui.results.wording import below_words
from ui.theme.fonts import BODY, CAPTION, DENSE, HALF_BOLD, HERO
from ui.theme.parts import Card, Hairline
from ui.theme.runs import Run, RunLine
from workbench.exact import plain, printed
from workbench.results.outcome import Outcome

NOTHING = "–"


class HeroCard(Speaking):
    """What somebody will be asked about."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._outcome: Outcome | None = None
        self._caption, self._average, self._sentence = RunLine(), RunLine(), RunLine()
        self._sections = QHBoxLayout()
        self._sections.setSpacing(16)
        self._card = card = Card()
        card.column.setSpacing(2)
        for part in (self._caption, self._average, self._sentence):
            card.column.addWidget(part)
        card.column.addSpacing(8)
        card.column.addWidget(Hairline())
        card.column.addSpacing(6)
        card.column.addLayout(self._sections)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(card)

    def show_outcome(self, outcome: Outcome) -> None:
        """Show another result."""
        self._outcome = outcome
        self.retranslate()

    def needed_height(self) -> int:
        """Return the height of all that the card says."""
        return self._card.needed_height()

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
        while (item := self._sections.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        for section, mean in section_averages(outcome):
            self._sections.addWidget(_section(section.name, mean, section.max_points, places), 1)


def _section(name: str, mean: Decimal | None, most: Decimal, places: int) -> QWidget:
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    caption, value = RunLine(), RunLine()
    caption.say(Run(name, CAPTION, role="text2"))
    value.say(
        Run(NOTHING if mean is None else printed(mean, places), BODY + 2.5, HALF_BOLD),
        Run(f"/ {plain(most)}", DENSE, role="text3", before=5),
    )
    column.addWidget(caption)
    column.addWidget(value)
    return box

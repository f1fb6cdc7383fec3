"""How far the evaluators agree, section by section; one sentence where nothing is shared."""

from fractions import Fraction
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.language import Speaking
from ui.ledger.rows import Cell, Column, Row
from ui.ledger.table import LedgerTable
from ui.theme.fonts import BODY, CARD_TITLE, HALF_BOLD
from ui.theme.parts import Card, Words
from ui.theme.runs import Run, RunLine
from workbench.calibration.calibrating import Calibration
from workbench.calibration.panels import Agreement, Gap
from workbench.calibration.questions import ALPHA_LEAST
from workbench.calibration.wording import coefficient_text
from workbench.definition.terms import Uid
from workbench.exact import half_up, plain

_ROW: Final = 42
_FIGURE: Final = 66
_CELLS: Final = 48
_END: Final = 4


class AgreementCard(Speaking):
    """Alpha and ICC of every section and of all of them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._calibration: Calibration | None = None
        self._title = RunLine()
        self.table = LedgerTable(row=_ROW)
        self.table.setSelectionMode(LedgerTable.SelectionMode.NoSelection)
        self.table.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # it is whole, and nothing is chosen
        self.said = Words(BODY, role="text2")
        """What the figures mean, or that there are none."""
        card = Card()
        for part in (self._title, self.table, self.said):
            card.column.addWidget(part)
        card.column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(card)

    def show_calibration(self, calibration: Calibration) -> None:
        """Show how far the evaluators of ``calibration`` agree."""
        self._calibration = calibration
        self.retranslate()

    def retranslate(self) -> None:
        self._title.say(Run(self.tr("Agreement"), CARD_TITLE, HALF_BOLD))
        self.table.setAccessibleName(self.tr("Agreement"))
        made = self._calibration
        if made is None:
            return
        self.table.setVisible(bool(made.shared_cells))
        if not made.shared_cells:
            self.said.setText(
                self.tr(
                    "No indicator of a service was marked by more than one evaluator, so there"
                    " is nothing to compare between evaluators."
                )
            )
            return
        self.table.show_rows(self._columns(), [self._row(made, one) for one in made.agreements])
        self.table.hug(least=len(made.agreements))
        words = self.tr(
            "1 is full agreement, 0 is chance; below {least} alpha supports no conclusion."
            " ICC(2,1) is of one evaluator, ICC(2,k) of the mean of those compared."
        )
        self.said.setText(words.format(least=plain(half_up(ALPHA_LEAST, 3))))

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column(self.tr("Section")),
            Column(self.tr("Cells"), _CELLS, is_number=True),
            Column(self.tr("Alpha"), _FIGURE, is_number=True),
            Column("ICC(2,1)", _FIGURE, is_number=True),
            Column("ICC(2,k)", _FIGURE, is_number=True),
            Column("", _END),
        )

    def _row(self, made: Calibration, one: Agreement) -> Row:
        names = {section.code: section.name for section in made.definition.sections}
        name = names[one.section] if one.section is not None else self.tr("All sections")
        figures = (one.alpha, one.single, one.mean)
        gaps = [figure for figure in figures if isinstance(figure, Gap)]
        compared = self._codes(made, one.raters)
        if one.panel != one.raters:
            compared += f" · ICC: {self._codes(made, one.panel)}"
        below = " · ".join(filter(None, (compared, *dict.fromkeys(map(self._why, gaps)))))
        return Row(
            one.section or "",
            (
                Cell(name, "text", HALF_BOLD, below=below),
                Cell(str(one.cells)),
                *(self._figure(figure) for figure in figures),
                Cell(),
            ),
        )

    def _codes(self, made: Calibration, uids: tuple[Uid, ...]) -> str:
        return ", ".join(made.definition.evaluator[uid].code for uid in uids)

    def _figure(self, figure: object) -> Cell:
        if isinstance(figure, Fraction):
            return Cell(coefficient_text(figure), "text", HALF_BOLD)
        return Cell("–", "text3")

    def _why(self, gap: Gap) -> str:
        """Return why a coefficient does not exist."""
        return {
            Gap.NOTHING_SHARED: self.tr("nothing shared"),
            Gap.FEW_CELLS: self.tr("too few cells for ICC"),
            Gap.NO_VARIANCE: self.tr("all marks equal"),
        }[gap]

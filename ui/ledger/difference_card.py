"""What differs between two result versions, or between a version and now."""

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.language import Speaking
from ui.ledger.rows import Cell, Column, Row
from ui.ledger.table import LedgerTable
from ui.ledger.wording import value_word, version_word, what_word
from ui.results.wording import GLYPHS
from ui.setup.menu_choice import MenuChoice
from ui.theme.fonts import BODY, CARD_TITLE, HALF_BOLD
from ui.theme.glyphs import Glyph
from ui.theme.parts import Card, Words, button
from ui.theme.runs import Run, RunLine
from workbench.definition.terms import Definition
from workbench.ledger.objections import Objection
from workbench.ledger.versions import Difference, ResultVersion, difference
from workbench.results.outcome import Verdict

_ROW = 28
_VALUE = 92
_LEAST = 4


class DifferenceCard(Speaking):
    """A table of every number and verdict that differs; a verdict that turns is tinted."""

    def __init__(self, definition: Definition, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._definition = definition
        self._versions: dict[int, ResultVersion] = {}
        self._pair, self._is_picked = "", False
        self._number: int | None = None
        self._rows: tuple[Difference, ...] = ()
        self._title, self._none = RunLine(), Words(BODY, role="text2")
        self.pairs, self.only = MenuChoice(), button("chip")
        self.table = LedgerTable(row=_ROW)
        self.pairs.chosen.connect(self._on_pair)
        self.only.toggled.connect(self._show_rows)
        self.table.let_grow(_LEAST)
        self._lay_out()

    def _lay_out(self) -> None:
        card = Card()
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self._title, 1)
        head.addWidget(self.only)
        head.addWidget(self.pairs)
        card.column.addLayout(head)
        card.column.addWidget(self._none)
        card.column.addWidget(self.table, 1)
        card.column.addStretch(0)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(card)

    def show_versions(self, versions: Sequence[ResultVersion], present: ResultVersion) -> None:
        """Compare among ``versions`` and the present result; the last one with now at first."""
        self._versions = {row.number: row for row in (*versions, present)}
        if self._pair not in self._pairs():
            self._pair = next(iter(self._pairs()), "")

    def show_objection(self, objection: Objection | None) -> None:
        """Go to what changed since; narrowed to its service where that is asked for."""
        self._number = objection.service.number if objection is not None else None
        if objection is not None and not self._is_picked:
            self._pair = f"{objection.version} 0"
        self._compare()

    def _pairs(self) -> dict[str, str]:
        issued = sorted((number for number in self._versions if number), reverse=True)
        pairs = [(number, 0) for number in issued]
        pairs += [(number - 1, number) for number in issued if number - 1 in issued]
        return {
            f"{before} {after}": f"{version_word(before)} → {version_word(after)}"
            for before, after in pairs
        }

    @Slot(str)
    def _on_pair(self, pair: str) -> None:
        self._pair, self._is_picked = pair, True
        self._compare()

    def _compare(self) -> None:
        self._rows = ()
        if self._pair:
            before, after = (self._versions[int(one)] for one in self._pair.split())
            self._rows = difference(before, after)
        self.retranslate()

    def retranslate(self) -> None:
        self.pairs.offer(self._pairs(), self._pair)
        self.pairs.setVisible(bool(self._pair))
        self.pairs.setAccessibleName(self.tr("Versions to compare"))
        self.only.setText(self.tr("Only this service"))
        self.table.setAccessibleName(self.tr("What differs"))
        self._show_rows()

    @Slot()
    def _show_rows(self) -> None:
        shown = [
            row for row in self._rows if not self.only.isChecked() or row.number == self._number
        ]
        services = len({row.number for row in shown})
        words = self.tr("services {services}, numbers {numbers}")
        said = words.format(services=services, numbers=len(shown)) if shown else ""
        self._title.say(
            Run(self.tr("What differs"), CARD_TITLE, HALF_BOLD),
            Run(said, BODY, role="text2", before=10),
        )
        self.only.setVisible(bool(self._pair) and self._number is not None)
        self._none.setText(self.tr("Nothing differs."))
        self._none.setVisible(not shown)
        self.table.setVisible(bool(shown))
        self.table.show_rows(self._columns(), self._lines(shown))
        self.table.choose((self._number, next(iter(self._whats(shown)), "")), at_top=True)

    def _whats(self, shown: Sequence[Difference]) -> list[str]:
        return [row.what for row in shown if row.number == self._number]

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column(self.tr("Service")),
            Column(self.tr("What")),
            Column(self.tr("Before"), _VALUE, is_number=True),
            Column(self.tr("After"), _VALUE, is_number=True),
        )

    def _lines(self, shown: Sequence[Difference]) -> list[Row]:
        lines, last = [], None
        for row in shown:
            name = f"{row.number} {row.name}" if row.number != last else ""
            last = row.number
            lines.append(self._line(row, name))
        return lines

    def _line(self, row: Difference, name: str) -> Row:
        is_verdict, role, tint = row.what == "verdict", "text", ""
        if is_verdict:
            is_below = row.after == Verdict.BELOW.value
            role = "danger" if is_below else "success"
            tint = "danger_tint" if is_below else "success_tint"
            if row.after not in (Verdict.BELOW.value, Verdict.PASS.value):
                role, tint = "text", "neutral_tint"
        what = Cell(what_word(self._definition, row.what), "text" if tint else "text2")
        if is_verdict:
            glyph = GLYPHS[Verdict(row.after)] if row.after else Glyph.NOT_APPLICABLE
            what = Cell(what.text, role, HALF_BOLD, glyph=glyph)
        before, after = (value_word(row.what, value) for value in (row.before, row.after))
        weight = HALF_BOLD if is_verdict or row.what == "total" else 400
        return Row(
            (row.number, row.what),
            (
                Cell(name, "text", HALF_BOLD),
                what,
                Cell(before, "text" if tint else "text2"),
                Cell(after, role, weight),
            ),
            tint,
        )

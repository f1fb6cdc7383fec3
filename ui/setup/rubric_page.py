"""The rubric as a table edited in place, the chosen indicator beside it, the running sum above."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.round.session import RoundSession
from ui.setup.columns import sheet_word
from ui.setup.indicator_pane import IndicatorPane
from ui.setup.parts_card import PartsCard
from ui.setup.setup_page import SetupPage
from ui.setup.sheet_model import SheetModel
from ui.setup.sum_strip import SumStrip
from ui.setup.table_part import TablePart
from workbench.definition.problems import Place

_PANE_WIDTH = 316
_ALIKE = ("section", "group", "kind", "scale", "step", "applies_to")
"""What a new indicator has in common with the one above it."""


class RubricPage(SetupPage):
    """Every change is a step that can be taken back."""

    def __init__(self, session: RoundSession, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.parts = {
            "indicators": TablePart(self.draft, "indicators", self._begun, self._caption),
            "levels": TablePart(self.draft, "levels"),
            "measures": TablePart(self.draft, "measures"),
        }
        self.table = self.parts["indicators"].table
        self.sums = SumStrip(self.draft)
        self.pane = IndicatorPane(self.draft)
        self.card = PartsCard()
        self.hold(self._body())
        self.table.current_changed.connect(self._follow)
        self.draft.changed.connect(self._follow)
        self.draft.changed.connect(self._name_parts)
        self.card.chosen.connect(self._on_part)
        self.retranslate()
        self.table.go_to(0, 0)

    def _body(self) -> QWidget:
        self.parts["indicators"].column.insertWidget(0, self.sums)
        for name, part in self.parts.items():
            self.card.add(name, part)
        self.pane.setFixedWidth(_PANE_WIDTH)
        body = QWidget()
        row = QHBoxLayout(body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.card, 1)
        row.addWidget(self.pane)
        return body

    def _begun(self) -> dict[str, str]:
        rows = self.draft.sheets.of("indicators")
        here = self.table.current()
        if not rows or here is None:
            return {"applies_to": "all"}
        above = rows[min(self.table.sheet.place(here[0]), len(rows) - 1)]
        return {name: above.text(name) for name in _ALIKE}

    def _caption(self, model: SheetModel, row: int) -> str:
        """Return the section that begins with a row, and how many points it has."""
        here, before = model.sheet_row(row), model.sheet_row(row - 1)
        if here is None or (before is not None and before.text("section") == here.text("section")):
            return ""
        code = here.text("section")
        for entry in self.draft.sheets.of("sections"):
            if entry.text("code") == code:
                words = self.tr("{section} · {points} points")
                return words.format(section=entry.text("name"), points=entry.text("max_points"))
        return code or "–"

    def retranslate(self) -> None:
        super().retranslate()
        self._name_parts()

    @Slot()
    def _name_parts(self) -> None:
        for name in self.parts:
            self.card.say(name, f"{sheet_word(name)} {len(self.draft.sheets.of(name))}")

    def title(self) -> str:
        return self.tr("Rubric")

    def sheet_for_tables(self) -> str | None:
        return self.card.part()

    @Slot()
    def _follow(self) -> None:
        here = self.table.current()
        if here is not None:
            row = here[0] if here[0] < self.table.sheet.count() else -1
            self.pane.show_row(self.table.sheet.place(row) if row >= 0 else -1)

    @Slot()
    def _on_part(self) -> None:
        self.pane.setVisible(self.card.part() == "indicators")
        self.take_focus()

    def show_place(self, place: object) -> None:
        """Go to the cell of a problem."""
        if not isinstance(place, Place) or place.sheet not in self.parts:
            return
        self.card.show_part(place.sheet)
        if place.row is not None:
            self.parts[place.sheet].show_row(place.row - 2, place.column or "")
        self._on_part()

    def take_focus(self) -> None:
        """Put the keyboard on the cell in work."""
        self.parts[self.card.part()].table.take_focus()

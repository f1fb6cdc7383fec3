"""Choosing the indicator that a finding is about."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from ui.scoring.cell import Cell
from ui.scoring.desk import ScoringDesk
from ui.texts.popup_list import PopupList
from ui.texts.popup_rows import PopupRow
from workbench.hangul import holds


class IndicatorPopup(PopupList):
    """The indicators of the service by code and name, and "none" where one is linked."""

    def __init__(self, desk: ScoringDesk, cell: Cell, field: QWidget) -> None:
        super().__init__(field)
        self._desk = desk
        self._cell = cell
        items = desk.sheet(cell.service).items(cell.field)
        self._about = next((item.about for item in items if item.uid == cell.subject), None)
        self.picked.connect(self._link)
        self.retranslate()

    def retranslate(self) -> None:
        hint = self.tr("Which indicator is this about?")
        self.filter.setPlaceholderText(hint)
        self.filter.setAccessibleName(hint)
        self.none.setText(self.tr("No indicator has this code or name."))

    @Slot(str)
    def narrow(self, wanted: str) -> None:
        rows = [
            PopupRow(row.indicator.uid, row.indicator.name, code=row.indicator.code)
            for row in self._desk.sheet(self._cell.service).rows()
            if holds(f"{row.indicator.code} {row.indicator.name}", wanted)
        ]
        if self._about is not None and not wanted:
            rows.append(PopupRow(None, self.tr("About no indicator")))
        self.show_rows(rows, self._about)

    @Slot(object)
    def _link(self, indicator: bytes | None) -> None:
        if indicator != self._about:
            self._desk.link_item(self._cell, indicator)

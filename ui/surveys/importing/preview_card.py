"""The card of the preview: what the file would bring, service by service."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.language import Speaking
from ui.surveys.importing.preview_rows import columns_of, rows_of
from ui.surveys.importing.preview_table import PreviewTable
from ui.theme.fonts import BODY, CARD_TITLE, DENSE, HALF_BOLD
from ui.theme.parts import Card, Words
from ui.theme.runs import Run, RunLine
from workbench.definition.terms import Uid
from workbench.surveys.preview import SurveyPreview

_LEAST: Final = 150


class PreviewCard(Speaking):
    """Keeps the last preview while the next one is computed, and says so."""

    def __init__(self, places: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._places = places
        self._preview: SurveyPreview | None = None
        self._points: Mapping[Uid, Decimal | None] = {}
        self._is_busy = self._is_waiting = False
        self.title, self._none = RunLine(), Words(BODY, role="text2")
        self.table = PreviewTable()
        self.table.setMinimumHeight(_LEAST)
        card = Card()
        card.column.addWidget(self.title)
        card.column.addWidget(self._none)
        card.column.addWidget(self.table, 1)
        card.column.addStretch(0)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(card)

    def show_busy(self) -> None:
        """Say that what stands here is being computed anew."""
        self._is_busy, self._is_waiting = True, False
        self._say_title()

    def show_waiting(self) -> None:
        """Say that a number has to be mended before anything can be computed."""
        self._is_busy, self._is_waiting = False, True
        self._say_title()

    def show_preview(
        self, preview: SurveyPreview | None, points: Mapping[Uid, Decimal | None]
    ) -> None:
        """Show what would be taken, None where nothing could; ``points`` stand in the book."""
        self._is_busy = self._is_waiting = False
        self._preview, self._points = preview, points
        self.retranslate()

    def retranslate(self) -> None:
        self._say_title()
        preview = self._preview
        self.table.setAccessibleName(self.tr("What each service would get"))
        self._none.setText(self.tr("There is nothing to take in yet: see below what is missing."))
        self._none.setVisible(preview is None and not self._is_busy)
        self.table.setVisible(preview is not None)
        if preview is not None:
            rows = rows_of(preview, self._points, self._places)
            self.table.show_rows(columns_of(preview), rows)
            if not self.table.hasFocus():
                self.table.clearSelection()

    def _say_title(self) -> None:
        title = Run(self.tr("Preview"), CARD_TITLE, HALF_BOLD)
        if self._is_busy:
            said = self.tr("Computing…")
        elif self._is_waiting:
            said = self.tr("Not computed: a number at the left is to be mended.")
        elif self._preview is None:
            said = ""
        else:
            said = self.tr("services {services} · rows {rows} · cells that change {cells}").format(
                services=len(self._preview.services),
                rows=f"{self._preview.rows:,}",
                cells=self._preview.changed,
            )
        self.title.say(title, Run(said, DENSE, role="text2", before=10))

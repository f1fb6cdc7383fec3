"""The left card: every service, those with bonus or penalty first; a field finds the others."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from ui.adjusting.wording import total_words
from ui.ledger.rows import Cell, Column, Row
from ui.ledger.table import LedgerTable
from ui.results.wording import GLYPHS, verdict_word
from ui.texts.filter_field import FilterField
from ui.theme.fonts import BODY, CARD_TITLE, HALF_BOLD
from ui.theme.parts import Card, Words
from ui.theme.runs import Run, RunLine
from workbench.adjusting.effects import AdjustedService
from workbench.adjusting.points import signed
from workbench.definition.terms import Uid
from workbench.hangul import holds
from workbench.results.outcome import Verdict

_ROW: Final = 44
_POINTS: Final = 66
_MOVES: Final = (Qt.Key.Key_Up, Qt.Key.Key_Down)


class AdjustedList(Card):
    """Says which service was chosen."""

    chosen = Signal()
    opened = Signal()
    """The keyboard shall go to the points."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services: tuple[AdjustedService, ...] = ()
        self._places = 2
        self._wanted = ""
        """What is typed, the composing syllable included."""
        self._title, self._none = RunLine(), Words(BODY, role="text2")
        self._no_hit = Words(BODY, role="text2")
        self.search = FilterField()
        self.table = LedgerTable(row=_ROW)
        self.search.wanted.connect(self._on_wanted)
        self.search.returnPressed.connect(self.opened)
        self.search.installEventFilter(self)
        self.table.moved.connect(self.chosen)
        self.table.entered.connect(self.opened)
        for part in (self._title, self._none, self.search, self._no_hit):
            self.column.addWidget(part)
        self.column.addWidget(self.table, 1)
        self.column.addStretch(0)

    # --- what is shown ---------------------------------------------------------------------

    def show_services(self, services: Sequence[AdjustedService], places: int) -> None:
        """Take the services of a round; an exempt one only where something was given to it.

        They are seen with the next ``retranslate``.
        """
        shown = [row for row in services if row.adjustments or row.now.verdict != Verdict.EXEMPT]
        self._services = tuple(sorted(shown, key=lambda row: not row.adjustments))
        self._places = places

    def current(self) -> AdjustedService | None:
        """Return the chosen service."""
        key = self.table.key()
        return next((row for row in self._services if row.service.uid == key), None)

    def choose(self, service: Uid) -> None:
        """Choose a service, wherever it stands."""
        is_known = any(row.service.uid == service for row in self._services)
        if is_known and all(row.service.uid != service for row in self._fitting()):
            self.search.clear()
        if is_known:
            self.table.choose(service)

    def step(self, by: int) -> None:
        """Choose the service before or behind; at the ends nothing moves."""
        rows = self._fitting()
        place = self.table.currentIndex().row() + by
        if 0 <= place < len(rows):
            self.table.choose(rows[place].service.uid)

    def retranslate(self) -> None:
        """Say every word in the present language; called by the page."""
        given = sum(len(row.adjustments) for row in self._services)
        self._title.say(
            Run(self.tr("Bonus and penalty"), CARD_TITLE, HALF_BOLD),
            Run(str(given), CARD_TITLE, HALF_BOLD, "text3", 8),
        )
        self._none.setText(
            self.tr("Nothing was given yet. Choose a service; what is given stands first here.")
        )
        self._none.setVisible(not given)
        self.search.setPlaceholderText(self.tr("Service: number or part of the name"))
        self.search.setAccessibleName(self.tr("Service: number or part of the name"))
        self._no_hit.setText(self.tr("No service fits. Write a number or a part of the name."))
        self.table.setAccessibleName(self.tr("Services"))
        self._fill()

    def _fitting(self) -> list[AdjustedService]:
        wanted = self._wanted
        found = [
            row
            for row in self._services
            if holds(f"{row.service.number} {row.service.name}", wanted)
        ]
        return sorted(found, key=lambda row: str(row.service.number) != wanted)

    def _fill(self) -> None:
        rows = self._fitting()
        columns = (Column(self.tr("Service")), Column(self.tr("Points"), _POINTS, is_number=True))
        self._no_hit.setVisible(not rows and bool(self._services))
        self.table.setVisible(bool(rows))
        self.table.show_rows(columns, [self._row(row) for row in rows])

    def _row(self, row: AdjustedService) -> Row:
        now = row.now
        said = f"{total_words(now, self._places)} {verdict_word(now.verdict)}"
        name = f"{row.service.number} {row.service.name}"
        weight = HALF_BOLD if row.adjustments else 400
        given = Cell()
        if row.adjustments:
            below = self.tr("capped") if now.is_capped else ""
            given = Cell(signed(now.applied, self._places), "text", HALF_BOLD, below)
        cells = (Cell(name, "text", weight, said, GLYPHS[now.verdict]), given)
        return Row(row.service.uid, cells)

    # --- what people do --------------------------------------------------------------------

    @Slot(str)
    def _on_wanted(self, wanted: str) -> None:
        self._wanted = wanted.strip()
        self._fill()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_press = event.type() is QEvent.Type.KeyPress
        if is_press and isinstance(event, QKeyEvent) and event.key() in _MOVES:
            QApplication.sendEvent(self.table, event)
            return True
        return super().eventFilter(watched, event)

    def take_focus(self) -> None:
        """Put the keyboard on the list, or on the field where nothing is found."""
        has_rows = self.table.rows.rowCount() > 0
        target: QWidget = self.table if has_rows else self.search
        target.setFocus(Qt.FocusReason.OtherFocusReason)

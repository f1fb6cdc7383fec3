"""Choosing a service by its number or by words of its name."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from ui.composing import Composition
from ui.language import Speaking
from ui.ledger.rows import Cell, Column, Row
from ui.ledger.table import LedgerTable
from ui.theme.icons import icon
from workbench.definition.terms import Service
from workbench.hangul import holds

_ROW = 26
_SHOWN = 4
_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down)


class ServiceChoice(Speaking):
    """A search field over the services it finds; Up and Down choose without leaving the field.

    Nothing is chosen before something is typed or chosen: what looks chosen is.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services: tuple[Service, ...] = ()
        self.field = QLineEdit()
        self.field.addAction(icon("search", "text3"), QLineEdit.ActionPosition.LeadingPosition)
        self._composition = Composition(self.field)
        self.found = LedgerTable(row=_ROW)
        self.found.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.found.setFixedHeight(_SHOWN * _ROW + 2)
        self.field.textChanged.connect(self._narrow)
        self.field.installEventFilter(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.field)
        column.addWidget(self.found)
        self.setFocusProxy(self.field)

    def offer(self, services: Sequence[Service]) -> None:
        """Offer ``services``, none of them found yet."""
        self._services = tuple(services)
        self.field.clear()
        self._narrow()

    def number(self) -> int | None:
        """Return the number of the chosen service."""
        self._composition.finish()
        key = self.found.key()
        return key if isinstance(key, int) else None

    def retranslate(self) -> None:
        self.field.setPlaceholderText(self.tr("Service: number or part of the name"))
        self.field.setAccessibleName(self.tr("Service: number or part of the name"))
        self.found.setAccessibleName(self.tr("Services found"))

    @Slot()
    def _narrow(self) -> None:
        wanted = self.field.text().strip()
        fitting = [row for row in self._services if holds(f"{row.number} {row.name}", wanted)]
        fitting.sort(key=lambda row: (str(row.number) != wanted, row.number))
        self.found.show_rows(
            (Column(""),),
            [Row(row.number, (Cell(f"{row.number} {row.name}", "text"),)) for row in fitting],
        )
        if fitting:
            self.found.setCurrentIndex(self.found.rows.index(0, 0) if wanted else QModelIndex())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_press = event.type() is QEvent.Type.KeyPress
        if is_press and isinstance(event, QKeyEvent) and event.key() in _MOVES:
            QApplication.sendEvent(self.found, event)
            return True
        return super().eventFilter(watched, event)

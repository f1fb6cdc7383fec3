"""From a number to its marks, and from a mark to its history; a pane of the result page."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.language import Speaking
from ui.results.mark_rows import Asked
from ui.results.origins import Kind, Origin, gathered
from ui.results.past_card import PastCard
from ui.results.past_rows import past_rows
from ui.results.service_card import ServiceCard
from ui.results.source_card import SourceCard
from ui.theme.tokens import CARD_GAP
from workbench.definition.terms import Uid
from workbench.results.outcome import Outcome, ServiceOutcome
from workbench.results.robustness import Firmness
from workbench.tracing.trace import Trace

LEFT_WIDTH = 404
NARROW_WIDTH = 300
NARROW_BELOW = 890
_SOURCE = 3
_PAST = 4


class DetailView(Speaking):
    """Services behind the number and the history at the left, the marks at the right."""

    back_wanted = Signal()
    trace_wanted = Signal(object, object)
    """Service and subject whose history is asked for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._outcome: Outcome | None = None
        self._origin = Origin(Kind.RANKING)
        self._firmness: Mapping[int, Firmness] = {}
        self._asked: Asked | None = None
        self._trace: Trace | None = None
        self._takes_keyboard = False
        self.source, self.card, self.past = SourceCard(), ServiceCard(), PastCard()
        self._lay_out()
        self.source.back_wanted.connect(self.back_wanted)
        self.source.chosen.connect(self._on_service)
        self.source.entered.connect(self.card.take_focus)
        self.card.asked.connect(self._on_asked)
        self.card.moved.connect(self._on_moved)

    def _lay_out(self) -> None:
        self._left = left = QWidget()
        left.setFixedWidth(LEFT_WIDTH)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(CARD_GAP)
        column.addWidget(self.source, _SOURCE)
        column.addWidget(self.past, _PAST)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(CARD_GAP)
        across.addWidget(left)
        across.addWidget(self.card, 1)
        # as it is read: the services, the marks of one, the history of one mark
        QWidget.setTabOrder(self.source.back, self.source.table)
        QWidget.setTabOrder(self.source.table, self.card.table)
        QWidget.setTabOrder(self.card.table, self.past.list)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = event.size().width() < NARROW_BELOW
        self._left.setFixedWidth(NARROW_WIDTH if is_narrow else LEFT_WIDTH)

    # --- what is shown ---------------------------------------------------------------------

    @property
    def origin(self) -> Origin:
        """The number that was pressed."""
        return self._origin

    def service(self) -> Uid | None:
        """Return the service whose marks are shown."""
        return self.card.service()

    def open(self, outcome: Outcome, origin: Origin, service: Uid | None) -> None:
        """Show what a number is made of, beginning with ``service`` or the first one."""
        self._outcome, self._origin = outcome, origin
        self._forget()
        self.source.show_gathered(gathered(outcome, origin), service)
        self._show_service(self.source.current())
        self.card.first_mark()

    def show_outcome(self, outcome: Outcome) -> None:
        """Show the same as it is now; the history that is open is asked for anew."""
        asked, service = self._asked, self.service()
        self._outcome, self._firmness = outcome, {}
        self.source.show_gathered(gathered(outcome, self._origin), service)
        self._show_service(self.source.current())
        if asked is not None and self.service() == service and self.card.current() == asked:
            self.trace_wanted.emit(service, asked.subject)
        else:
            self._forget()

    def show_firmness(self, found: Mapping[int, Firmness]) -> None:
        """Show how firm the verdicts are, by the number of the service."""
        self._firmness = found
        row = self._row(self.service())
        if row is not None:
            self.card.show_firmness(found.get(row.service.number))

    def show_trace(self, trace: Trace) -> None:
        """Show a history, unless something else was asked for meanwhile."""
        asked, outcome = self._asked, self._outcome
        if asked is None or outcome is None or trace.service != self.service():
            return
        if trace.subject != asked.subject:
            return
        self._trace = trace
        if asked.is_lead:
            rows = trace.lead
        elif asked.owner is not None:
            rows = trace.of(asked.owner)
        else:
            rows = trace.rows
        self.past.show_past(asked, past_rows(outcome.definition, asked.subject, rows))
        if self._takes_keyboard and rows:
            self.past.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self._takes_keyboard = False

    def retranslate(self) -> None:
        if self._outcome is None:
            return
        self.source.show_gathered(gathered(self._outcome, self._origin), self.service())
        if self._trace is not None:
            self.show_trace(self._trace)

    def _row(self, service: Uid | None) -> ServiceOutcome | None:
        rows = self._outcome.services if self._outcome is not None else ()
        return next((row for row in rows if row.service.uid == service), None)

    def _show_service(self, service: Uid | None) -> None:
        row = self._row(service)
        self.card.setVisible(row is not None)
        if row is not None and self._outcome is not None:
            firmness = self._firmness.get(row.service.number)
            self.card.show_service(self._outcome, row, firmness)

    def _forget(self) -> None:
        self._asked = self._trace = None
        self._takes_keyboard = False
        self.past.forget()

    # --- going on --------------------------------------------------------------------------

    @Slot(object)
    def _on_service(self, service: Uid | None) -> None:
        if service == self.service():
            return
        self._forget()
        self._show_service(service)
        self.card.first_mark()

    @Slot(object, bool)
    def _on_asked(self, asked: Asked, with_keyboard: bool) -> None:
        self._asked, self._trace, self._takes_keyboard = asked, None, with_keyboard
        self.trace_wanted.emit(self.service(), asked.subject)

    @Slot()
    def _on_moved(self) -> None:
        if self._asked is not None and self.card.current() != self._asked:
            self._forget()

    def take_focus(self) -> None:
        """Put the keyboard on the marks."""
        self.card.take_focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes one step back: from the history to the marks, from there to the result."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.past.list.hasFocus():
            self.card.take_focus()
        else:
            self.back_wanted.emit()

"""The result page: the result at a glance, and behind every number what it is made of."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QAction, QPaintEvent
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget

from ui.charts.shown import Shown
from ui.results.firmness_reader import FirmnessReader
from ui.results.origins import Kind, Origin
from ui.results.overview import Overview
from ui.results.wording import state_words
from ui.robustness.once import RobustnessOnce
from ui.round.lead_page import LeadPage
from ui.round.session import RoundSession
from ui.theme.icons import icon
from ui.theme.page_head import PageHead
from ui.theme.parts import button
from ui.theme.tokens import PAGE_MARGIN
from workbench.definition.terms import Uid
from workbench.results.outcome import Outcome
from workbench.rounds.desk import Reading

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ui.results.detail_view import DetailView
    from workbench.results.robustness import Firmness
    from workbench.tracing.trace import Trace

_HEAD_GAP = 14
_FOOT = 20


class ResultsPage(LeadPage):
    """Overview and detail in turn; both follow every merge."""

    def __init__(self, session: RoundSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._outcome: Outcome | None = None
        self._wanted: Uid | None = None
        self._is_unread = False
        self._saved: Path | None = None
        self._export, self._save = button("primary"), button()
        self._pictures = QMenu(self)
        self._head = PageHead(
            self._save,
            self._export,
            is_rehearsal=session.definition.rules.rehearsal,
            read_at=session.read_at,
        )
        self.overview = Overview()
        self._detail: DetailView | None = None
        self._found: Mapping[int, Firmness] = {}
        self.firmness = FirmnessReader(RobustnessOnce.of(session), self)
        self._stack = QStackedWidget()
        self._offer_pictures()
        self._lay_out()
        self._connect()
        self.retranslate()

    def _offer_pictures(self) -> None:
        for shown in Shown:
            action = QAction(self)
            action.setData(str(shown))
            action.triggered.connect(self._choose_target)
            self._pictures.addAction(action)
        self._save.setIcon(icon("chevron", "text"))
        self._save.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self._save.setMenu(self._pictures)

    def _lay_out(self) -> None:
        self._stack.addWidget(self.overview)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, _HEAD_GAP, 0, 0)
        column.setSpacing(_HEAD_GAP)
        self._head.setContentsMargins(PAGE_MARGIN, 0, PAGE_MARGIN, 0)
        column.addWidget(self._head)
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self._export.clicked.connect(self._ask_for_report)
        self.overview.opened.connect(self._open)
        self.overview.close_ones_wanted.connect(self._ask_for_robustness)
        self.firmness.found.connect(self._on_firmness)
        self._session.closing.connect(self.firmness.stop)

    @property
    def detail(self) -> "DetailView":
        """The marks behind a number: made once the result is painted, or when asked for before."""
        return self._detail or self._make_detail()

    def _make_detail(self) -> "DetailView":
        from ui.results.detail_view import DetailView

        self._detail = made = DetailView()
        made.back_wanted.connect(self._go_back)
        made.trace_wanted.connect(self._ask_for_trace)
        made.show_firmness(self._found)
        framed = QWidget()
        inside = QVBoxLayout(framed)
        inside.setContentsMargins(PAGE_MARGIN, 0, PAGE_MARGIN, _FOOT)
        inside.addWidget(made)
        self._stack.addWidget(framed)
        inside.activate()  # it may be scrolled before it is shown
        return made

    # --- reading ---------------------------------------------------------------------------

    def show_reading(self, reading: Reading) -> None:
        self._outcome = reading.outcome
        self._saved = None
        self.overview.show_outcome(reading.outcome)
        if self.is_detailed:
            self.detail.show_outcome(reading.outcome)
        self.retranslate()
        self._is_unread = True
        self.update()
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            self.show_place(wanted)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ask how firm the verdicts are, and get ready for more, once somebody sees the result."""
        super().paintEvent(event)
        if self._is_unread and self._outcome is not None:
            self._is_unread = False
            self.firmness.read(self._outcome)
            QTimer.singleShot(0, self, self._get_ready)

    @Slot()
    def _get_ready(self) -> None:
        """Let no press of a key wait for what it shows."""
        if self._detail is None:
            self._make_detail()

    @Slot(object, object)
    def _on_firmness(self, outcome: Outcome, found: Any) -> None:
        if outcome is self._outcome:
            self._found = found
            self.overview.show_firmness(found)
            if self._detail is not None:
                self._detail.show_firmness(found)

    # --- from a number to its marks --------------------------------------------------------

    @property
    def is_detailed(self) -> bool:
        """Whether the marks behind a number are shown."""
        return self._stack.currentIndex() == 1

    @Slot(object, object)
    def _open(self, origin: Origin, service: Uid | None) -> None:
        if self._outcome is None:
            return
        self.detail.open(self._outcome, origin, service)
        self._stack.setCurrentIndex(1)
        self.detail.take_focus()

    @Slot()
    def _go_back(self) -> None:
        self._stack.setCurrentIndex(0)
        self.overview.go_back_to(self.detail.origin, self.detail.service())

    @Slot(object, object)
    def _ask_for_trace(self, service: Uid, subject: Uid) -> None:
        from workbench.tracing.trace import trace

        self._session.ask(
            lambda desk, _progress: trace(desk, service, subject),
            self.tr("Reading the history"),
            self._on_traced,
        )

    @Slot(object)
    def _on_traced(self, found: "Trace") -> None:
        self.detail.show_trace(found)

    def show_place(self, place: object) -> None:
        """Show the marks of a service by its uid."""
        if not isinstance(place, bytes):
            return
        if self._outcome is None:
            self._wanted = place
        elif any(row.service.uid == place for row in self._outcome.services):
            self._open(Origin(Kind.RANKING, self.overview.ranking.order), place)

    # --- pictures --------------------------------------------------------------------------

    @Slot()
    def _choose_target(self) -> None:
        sender = self.sender()
        if not isinstance(sender, QAction) or self._outcome is None:
            return
        from ui import choosing
        from ui.charts.saving import SUFFIXES
        from workbench.text import file_name

        kinds = self.tr("Pictures ({kinds})").format(kinds=" ".join(f"*{one}" for one in SUFFIXES))
        chart = self.tr("chart")
        name = f"{file_name(self._outcome.definition.rules.title)} {chart}"
        near = self._session.path.with_name(f"{name}.png")
        target = choosing.file_to_write(self, sender.text(), near, kinds)
        if target is not None:
            self.save(Shown(sender.data()), target)

    def save(self, shown: Shown, target: Path) -> None:
        """Save what is shown to ``target``, in the form that its suffix names."""
        outcome, reading = self._outcome, self._session.reading
        if outcome is None or reading is None:
            return
        from ui.charts.lettering import OnPaper
        from ui.charts.saving import save_picture
        from ui.charts.sheet import sheet
        from ui.results.picture_words import sheet_rows, sheet_words

        words = sheet_words(outcome, is_final=bool(reading.final))
        rows = sheet_rows(outcome, self.overview.ranking.order)

        def write(_desk: object, _progress: object) -> Path:
            return save_picture(sheet(outcome, rows, shown, words, OnPaper()), target)

        self._session.ask(write, self.tr("Saving the picture"), self._on_saved)

    @Slot(object)
    def _on_saved(self, target: Path) -> None:
        self._saved = target
        self.retranslate()

    # --- the rest --------------------------------------------------------------------------

    @Slot()
    def _ask_for_report(self) -> None:
        self.page_requested.emit("report", None)

    @Slot()
    def _ask_for_robustness(self) -> None:
        self.page_requested.emit("robustness", None)

    def place(self) -> dict[str, object]:
        """Return what is kept of the page per file: by what the services are sorted."""
        return {"order": self.overview.ranking.order}

    def take_place(self, kept: dict[str, Any]) -> None:
        """Take up what was kept."""
        order = kept.get("order")
        if isinstance(order, str):
            self.overview.ranking.sort_by(order)

    def retranslate(self) -> None:
        self._export.setText(self.tr("Export the report…"))
        self._save.setText(self.tr("Save picture"))
        words = {
            Shown.DISTRIBUTION: self.tr("Distribution of totals…"),
            Shown.TOTALS: self.tr("Totals of all services…"),
            Shown.BOTH: self.tr("Both in one picture…"),
        }
        for action in self._pictures.actions():
            action.setText(words[Shown(action.data())])
        reading = self._session.reading
        self._save.setEnabled(reading is not None)
        state = ""
        if reading is not None:
            state = state_words(reading.outcome, is_final=bool(reading.final))
        if self._saved is not None:
            state = self.tr("Saved: {file}").format(file=self._saved.name)
        self._head.say(self.tr("Result"), state)

    def take_focus(self) -> None:
        """Put the keyboard on the list of services, or on the marks that are shown."""
        if self.is_detailed:
            self.detail.take_focus()
        else:
            self.overview.take_focus()

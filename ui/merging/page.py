"""The merge page: add files, read the plan, apply it in one step, see what each file did."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.merging.dropping import dropped
from ui.merging.file_rows import FilesModel, rows_of
from ui.merging.file_table import FileTable
from ui.merging.plan_words import counts_words, merged_words, open_words, plan_words, taken
from ui.merging.source_bar import SourceBar
from ui.merging.standing_card import StandingCard
from ui.problems import sentence_of
from ui.round.lead_page import LeadPage
from ui.round.session import RoundSession
from ui.theme.fonts import BODY, CARD_TITLE, HALF_BOLD
from ui.theme.page_head import PageHead
from ui.theme.parts import Card, Words, button
from ui.theme.runs import Run, RunLine
from ui.theme.tokens import CARD_GAP, PAGE_MARGIN
from workbench.merging.report import MergeReport
from workbench.rounds.desk import Reading


class MergePage(LeadPage):
    """Nothing is merged before the plan has been seen and applied."""

    def __init__(self, session: RoundSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._files: tuple[Path, ...] = ()
        """Those of the plan that is shown."""
        self._asked: tuple[Path, ...] = ()
        """Those of which a plan was asked for; one that was stopped changes nothing shown."""
        self._report: MergeReport | None = None
        self._merged_at: datetime | None = None
        self._has_changed = False
        self._leads_on = False
        """A merge was done just now: the keyboard goes to what it leaves to be settled."""
        self._waiting_cells = 0
        self._arrived: tuple[Path, ...] = ()
        """Books from the watched folder that are not in a plan yet."""
        self._joined: tuple[Path, ...] = ()
        """Those that joined the plan that is shown."""
        self._apply, self._cancel = button("primary"), button()
        self._settle, self._withdraw = button("primary"), button()
        self._head = PageHead(
            self._withdraw,
            is_rehearsal=session.definition.rules.rehearsal,
            read_at=session.read_at,
        )
        self._title = RunLine()
        self._model = FilesModel(self)
        self.table = FileTable(self._model)
        self._empty = Words(BODY, role="text2")
        self._open = Words(BODY, role="text2")
        self.sources = SourceBar()
        self._standing = StandingCard()
        self._lay_out()
        self._connect()
        self.setAcceptDrops(True)
        self.retranslate()

    def _connect(self) -> None:
        session = self._session
        self.sources.chosen.connect(self.add_files)
        self.sources.arrived.connect(self._on_arrived)
        self.sources.watching.narrowed.connect(self.retranslate)
        self._apply.clicked.connect(self._apply_plan)
        self._cancel.clicked.connect(self._drop_plan)
        self._settle.clicked.connect(self._ask_for_conflicts)
        self._withdraw.clicked.connect(self._ask_for_history)
        session.planned.connect(self._on_planned)
        session.merged.connect(self._on_merged)
        session.closing.connect(self.sources.watching.stop)

    def _lay_out(self) -> None:
        card = Card()
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._title, 1)
        for one in (self._settle, self._cancel, self._apply):
            head.addWidget(one)
        card.column.addLayout(head)
        for part in (self._empty, self.table, self._open, self.sources):
            card.column.addWidget(part)
        inside = QWidget()
        cards = QVBoxLayout(inside)
        cards.setContentsMargins(PAGE_MARGIN, 0, PAGE_MARGIN, 20)
        cards.setSpacing(CARD_GAP)
        cards.addWidget(card)
        cards.addWidget(self._standing)
        cards.addStretch(1)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inside)
        scroll.viewport().setAutoFillBackground(False)
        inside.setAutoFillBackground(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 14, 0, 0)
        column.setSpacing(CARD_GAP)
        self._head.setContentsMargins(PAGE_MARGIN, 0, PAGE_MARGIN, 0)
        column.addWidget(self._head)
        column.addWidget(scroll, 1)

    # --- what people do --------------------------------------------------------------------

    def show_place(self, place: object) -> None:
        """Take in what was dropped on another page."""
        if isinstance(place, list):
            self.add_files(place)

    @Slot(list)
    def add_files(self, files: Sequence[Path]) -> None:
        """Plan the merge of ``files``, together with those of a plan not yet applied.

        Where nothing can be merged, the page says why and plans nothing.
        """
        if not files or not self._session.may_write:
            return
        before = self._files if self._is_plan() else ()
        if self._session.is_busy and self._asked:  # a plan is still being made
            before = self._asked
        self._asked, self._joined = tuple(dict.fromkeys((*before, *files))), ()
        self._session.plan(self._asked)

    @Slot()
    def _apply_plan(self) -> None:
        self._asked = ()
        self._session.merge(self._files, self._report)

    @Slot()
    def _drop_plan(self) -> None:
        self._files, self._asked, self._report = (), (), None
        self._show_report()
        self.take_focus()

    @Slot()
    def _ask_for_conflicts(self) -> None:
        self.page_requested.emit("conflicts", None)

    @Slot()
    def _ask_for_history(self) -> None:
        self.page_requested.emit("history", None)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped(event) and self._session.may_write:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.add_files(dropped(event))

    # --- what arrives ----------------------------------------------------------------------

    @Slot(list)
    def _on_arrived(self, files: Sequence[Path]) -> None:
        self._arrived = tuple(dict.fromkeys((*self._arrived, *files)))
        self._let_join()

    @Slot()
    def _let_join(self) -> None:
        """Let what arrived join the plan, once this page is seen."""
        if not self._arrived or not self.isVisible():
            return
        arrived, self._arrived = self._arrived, ()
        self.add_files(arrived)
        self._joined = arrived

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._let_join()

    # --- what is shown ---------------------------------------------------------------------

    def _is_plan(self) -> bool:
        return self._report is not None and not self._report.applied

    def show_reading(self, reading: Reading) -> None:
        self._waiting_cells = reading.open_cells
        self._standing.show_reading(reading)
        self.retranslate()
        if self._leads_on and self._settle.isVisible():
            self._settle.setFocus(Qt.FocusReason.OtherFocusReason)
        self._leads_on = False

    @Slot(object)
    def _on_planned(self, report: MergeReport) -> None:
        self._files, self._report, self._has_changed = self._asked, report, False
        self._show_report()
        if not self._joined:  # what comes by itself leaves the keyboard where it is
            target = self._apply if self._apply.isEnabled() else self._cancel
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _on_merged(self, report: MergeReport) -> None:
        self._report, self._has_changed = report, not report.applied
        self._leads_on = report.applied
        self._joined, self._merged_at = (), datetime.now().astimezone()
        self._show_report()
        target = self._cancel if self._has_changed else self.sources.first
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_report(self) -> None:
        report = self._report
        self._model.show_rows(rows_of(report.files, self._session.definition) if report else ())
        self.table.setCurrentIndex(self._model.index(0, 0))
        self.retranslate()

    def retranslate(self) -> None:
        report, may_write = self._report, self._session.may_write
        self._cancel.setText(self.tr("Put aside"))
        self._apply.setText(self.tr("Apply {count}").format(count=taken(report)))
        self._apply.setEnabled(taken(report) > 0 and may_write)
        for part in (self._apply, self._cancel):
            part.setVisible(self._is_plan())
        self._settle.setText(self.tr("Settle {count}…").format(count=self._waiting_cells))
        self._settle.setVisible(self._waiting_cells > 0 and not self._is_plan() and may_write)
        self._withdraw.setText(self.tr("Withdraw an import…"))
        self._withdraw.setVisible(may_write)
        self._empty.setText(self._empty_words())
        self._empty.setVisible(report is None or not may_write)
        self.table.setVisible(report is not None)
        self.table.setAccessibleName(self.tr("Added files"))
        self.table.refresh()
        lines = [sentence_of(error) for error in self.sources.watching.unseen]
        lines += open_words(report) if report is not None else ()
        self._open.setText("\n".join(lines))
        self._open.setVisible(bool(lines))
        self.sources.setVisible(may_write)
        self._head.say(self.tr("Merge"), self._state())
        self._say_title(report)

    def _empty_words(self) -> str:
        if self._session.read_at is not None:
            return self.tr(
                "Another window is writing this round, so nothing can be merged here. "
                "Close it there and open it again."
            )
        if self._session.final:
            return self.tr(
                "The round is final, so nothing can be merged. "
                "To merge all the same, reopen it on the page History."
            )
        return self.tr("No score book has been added. Choose files, or drop them on this page.")

    def _say_title(self, report: MergeReport | None) -> None:
        if report is None:
            self._title.say(Run(self.tr("Score books"), CARD_TITLE, HALF_BOLD))
            return
        title = self.tr("Files: {count}") if report.applied else self.tr("Plan for files: {count}")
        self._title.say(
            Run(title.format(count=len(report.files)), CARD_TITLE, HALF_BOLD),
            Run(counts_words(report), BODY, role="text2", before=10),
        )

    def _state(self) -> str:
        if self._report is None:
            return ""
        if self._is_plan() or self._merged_at is None:
            return plan_words(self._report, self._joined, has_changed=self._has_changed)
        return merged_words(self._report, self._merged_at)

    def take_focus(self) -> None:
        """Put the keyboard on what comes next."""
        target = self._apply if self._is_plan() and taken(self._report) else self.sources.first
        target.setFocus(Qt.FocusReason.OtherFocusReason)

"""The merge page: add files, read the plan, apply it in one step, see what each file did."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui import choosing
from ui.merging.file_rows import FilesModel, rows_of
from ui.merging.file_table import FileTable
from ui.merging.standing_card import StandingCard
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
        self._report: MergeReport | None = None
        self._add, self._apply, self._cancel = button(), button("primary"), button()
        self._add_first = button()
        self._head = PageHead(
            self._add, is_rehearsal=session.definition.rules.rehearsal, read_at=session.read_at
        )
        self._title = RunLine()
        self._model = FilesModel(self)
        self._table = FileTable(self._model)
        self._empty = Words(BODY, role="text2")
        self._standing = StandingCard()
        self._lay_out()
        for one in (self._add, self._add_first):
            one.clicked.connect(self._choose)
        self._apply.clicked.connect(self._apply_plan)
        self._cancel.clicked.connect(self._drop_plan)
        session.planned.connect(self._on_report)
        session.merged.connect(self._on_report)
        self.setAcceptDrops(True)
        self.retranslate()

    def _lay_out(self) -> None:
        card = Card()
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._title, 1)
        head.addWidget(self._cancel)
        head.addWidget(self._apply)
        card.column.addLayout(head)
        card.column.addWidget(self._empty)
        card.column.addWidget(self._add_first, 0, Qt.AlignmentFlag.AlignLeft)
        card.column.addWidget(self._table)
        column = QVBoxLayout(self)
        column.setContentsMargins(PAGE_MARGIN, 14, PAGE_MARGIN, 20)
        column.setSpacing(CARD_GAP)
        column.addWidget(self._head)
        column.addWidget(card)
        column.addWidget(self._standing)
        column.addStretch(1)

    # --- what people do --------------------------------------------------------------------

    @Slot()
    def _choose(self) -> None:
        self.add_files(choosing.books_to_merge(self))

    def add_files(self, files: Sequence[Path]) -> None:
        """Plan the merge of ``files``, together with those of a plan not yet applied."""
        waiting = self._files if self._is_plan() else ()
        wanted = tuple(dict.fromkeys((*waiting, *files)))
        if wanted:
            self._files = wanted
            self._session.plan(wanted)

    @Slot()
    def _apply_plan(self) -> None:
        self._session.merge(self._files)

    @Slot()
    def _drop_plan(self) -> None:
        self._files, self._report = (), None
        self._show_report()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped(event) and self._session.read_at is None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.add_files(_dropped(event))

    # --- what is shown ---------------------------------------------------------------------

    def _is_plan(self) -> bool:
        return self._report is not None and not self._report.applied

    def show_reading(self, reading: Reading) -> None:
        self._standing.show_reading(reading)

    @Slot(object)
    def _on_report(self, report: MergeReport) -> None:
        self._report = report
        self._show_report()
        if self._is_plan():
            target = self._apply if self._apply.isEnabled() else self._cancel
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_report(self) -> None:
        report = self._report
        rows = rows_of(report.files, self._session.definition) if report else ()
        self._model.show_rows(rows)
        self._table.refresh()
        self.retranslate()

    def retranslate(self) -> None:
        report = self._report
        self._add.setText(self.tr("Add files…"))
        self._add_first.setText(self.tr("Add files…"))
        self._cancel.setText(self.tr("Put aside"))
        self._apply.setText(self.tr("Apply {count}").format(count=self._taken()))
        self._apply.setEnabled(self._taken() > 0)
        self._empty.setText(self._empty_words())
        self._empty.setVisible(report is None)
        self._add_first.setVisible(report is None and self._session.read_at is None)
        self._add.setVisible(report is not None)
        self._table.setVisible(report is not None)
        self._table.setAccessibleName(self.tr("Added files"))
        for part in (self._apply, self._cancel):
            part.setVisible(self._is_plan())
        self._head.say(self.tr("Merge"), self._state())
        self._say_title(report)

    def _empty_words(self) -> str:
        if self._session.read_at is not None:
            return self.tr(
                "Another window is writing this round, so nothing can be merged here. "
                "Close it there and open it again."
            )
        return self.tr("No score book has been added. Choose files, or drop them on this page.")

    def _taken(self) -> int:
        files = self._report.files if self._report is not None else ()
        return sum(file.status == "merged" for file in files)

    def _say_title(self, report: MergeReport | None) -> None:
        if report is None:
            self._title.say(Run(self.tr("Score books"), CARD_TITLE, HALF_BOLD))
            return
        taken = self._taken()
        words = self.tr("new scores from {taken}, nothing new {same}, refused {refused}").format(
            taken=taken,
            same=sum(file.status == "nothing new" for file in report.files),
            refused=sum(file.status == "refused" for file in report.files),
        )
        title = self.tr("Files: {count}") if report.applied else self.tr("Plan for files: {count}")
        self._title.say(
            Run(title.format(count=len(report.files)), CARD_TITLE, HALF_BOLD),
            Run(words, BODY, role="text2", before=10),
        )

    def _state(self) -> str:
        if self._report is None:
            return ""
        if self._is_plan():
            return self.tr("Nothing has changed yet. A backup is made before merging.")
        conflicts = self._report.conflicts
        if conflicts:
            return self.tr("Merged. Open conflicts: {count}").format(count=conflicts)
        return self.tr("Merged. No conflict is open.")

    def take_focus(self) -> None:
        """Put the keyboard on what comes next."""
        target = self._add_first if self._report is None else self._add
        target.setFocus(Qt.FocusReason.OtherFocusReason)


def _dropped(event: QDropEvent) -> list[Path]:
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]

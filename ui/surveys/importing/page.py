"""The import of a survey: a file is read, its columns named, its figures seen, then taken in."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui import choosing
from ui.language import Speaking
from ui.problems import sentence_of
from ui.scoring.cell import Cell
from ui.scoring.desk import ScoringDesk
from ui.surveys.importing.board import Board
from ui.surveys.importing.draft import MappingDraft
from ui.surveys.importing.head import ImportHead
from ui.surveys.importing.jobs import Previewed
from ui.surveys.importing.previewer import Asked, Previewer
from ui.surveys.importing.reader import TableReader
from ui.surveys.importing.reading_view import ReadingView
from ui.surveys.importing.refused_view import RefusedView
from ui.surveys.importing.target import codes_of, indicators_of, points_of
from ui.surveys.importing.views import ImportViews
from ui.theme.fonts import CAPTION, HALF_BOLD
from ui.theme.parts import Words
from ui.theme.tokens import PAGE_MARGIN
from workbench.errors import AppError
from workbench.surveys.table_reading import SurveyTable
from workbench.surveys.taking import take_survey


class SurveyImportPage(Speaking):
    """Nothing is stored before it is taken; whoever leaves finds everything as it was left."""

    taken = Signal(object)
    """The SurveyPreview whose figures the book holds now."""
    back_requested = Signal()
    read = Signal()
    """The file was read, or the page says why it was not."""
    previewed = Signal()
    """What would be taken is shown, or why nothing can be."""

    def __init__(self, desk: ScoringDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.draft: MappingDraft | None = None
        self.found: Previewed | None = None
        """What would be taken; None while nothing is known of that."""
        self._keeps = False
        self._reader = TableReader(desk, self)
        self._previewer = Previewer(self._asked, self)
        self._code = next(iter(codes_of(desk)), "")
        self.head = ImportHead()
        self._problem = Words(CAPTION, HALF_BOLD, "danger")
        self.views = ImportViews(desk.places)
        self.reading, self.refused = self.views.reading, self.views.refused
        self.board = self.views.board
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(10)
        self.head.setContentsMargins(PAGE_MARGIN, 0, PAGE_MARGIN, 0)
        self._problem.setContentsMargins(PAGE_MARGIN, 0, PAGE_MARGIN, 0)
        column.addWidget(self.head)
        column.addWidget(self._problem)
        column.addWidget(self.views, 1)
        self._problem.hide()

    def _connect(self) -> None:
        self._reader.begun.connect(self._on_reading)
        self._reader.read.connect(self._on_read)
        self._reader.refused.connect(self._on_refused)
        self._previewer.begun.connect(self._on_begun)
        self._previewer.found.connect(self._on_previewed)
        self._previewer.unfit.connect(self._on_unfit)
        self.addAction(self.head.take_key)
        self.head.sheet.chosen.connect(self._reader.turn_to)
        self.head.indicator.chosen.connect(self._choose_indicator)
        self.head.other.clicked.connect(self.choose)
        self.head.take_wanted.connect(self.take_in)
        self.reading.stop_wanted.connect(self.give_up_file)
        self.refused.other_wanted.connect(self.choose)
        self.refused.back_wanted.connect(self._leave_refused)
        self.board.columns.changed.connect(self._show_words)
        self.board.columns.changed.connect(self._previewer.soon)
        self.board.columns.headers_wanted.connect(self._reader.take_headers)
        self.board.words.changed.connect(self._previewer.soon)
        self.board.columns.spoiled.connect(self._on_spoiled)
        self.board.columns.allow_wanted.connect(self._allow)
        self.board.findings.keep_wanted.connect(self._keep)
        self._desk.stored.connect(self._on_stored)

    # --- reading ---------------------------------------------------------------------------

    def is_under_way(self) -> bool:
        """Say whether a file was chosen and neither taken in nor given up."""
        return self.file is not None

    @property
    def file(self) -> Path | None:
        """The file that was chosen; None where none was, or it was taken in or given up."""
        chosen = self._reader.chosen
        return None if chosen is None else chosen.wanted.path

    @Slot()
    def choose(self) -> None:
        """Ask for another file and begin to read it."""
        path = choosing.survey_to_import(self)
        if path is not None:
            self.begin(path)

    def begin(self, path: Path) -> None:
        """Read the file at ``path``; a table of the same form keeps what its columns are for."""
        self._reader.begin(path)

    @Slot(str)
    def _on_reading(self, name: str) -> None:
        self.found = None
        self._previewer.stop()
        self._say_problem(None)
        self.reading.show_file(name)
        self._show(self.reading)

    @Slot(object)
    def _on_read(self, table: SurveyTable) -> None:
        if self.draft is None:
            self.draft = MappingDraft(table)
        else:
            self.draft.show_table(table)
        self._show_columns()
        self._show(self.board)
        self._previewer.now()
        self.read.emit()

    @Slot(object)
    def _on_refused(self, error: AppError) -> None:
        self.refused.show_error(error)
        self._show(self.refused)
        self.read.emit()

    @Slot()
    def give_up_file(self) -> None:
        """Go back to the table of before; to the sheet where there is none."""
        if self._reader.give_up():
            self._show(self.board)
            self._previewer.now()
        else:
            self.back_requested.emit()

    @Slot()
    def _leave_refused(self) -> None:
        if self._reader.give_up():
            self._show(self.board)
        self.back_requested.emit()

    @Slot(str, bool)
    def _allow(self, name: str, is_read: bool) -> None:
        self._reader.allow(name, is_read=is_read)

    # --- previewing ------------------------------------------------------------------------

    def _asked(self) -> Asked | None:
        draft = self.draft
        if draft is None or not self.board.columns.is_sound():
            return None
        book, table, mapping = self._desk.book.path, draft.table, draft.in_force
        return Asked(book, table, mapping, self._code, self._keeps)

    @Slot(str)
    def _choose_indicator(self, code: str) -> None:
        self._code = code
        self._show_columns()
        self._previewer.now()

    @Slot(bool)
    def _keep(self, is_kept: bool) -> None:
        self._keeps = is_kept
        self._previewer.now()

    @Slot()
    def _on_begun(self) -> None:
        self.found = None
        self.board.preview.show_busy()
        self._say_state()

    @Slot()
    def _on_spoiled(self) -> None:
        self._previewer.stop()
        self.found = None
        self.board.preview.show_waiting()
        self._say_state()

    @Slot(object)
    def _on_previewed(self, found: Previewed) -> None:
        self.found = found
        preview = found.preview
        has_duplicates = bool(preview.blocks or preview.respondents)
        self.board.preview.show_preview(preview, points_of(self._desk, self._code))
        self.board.findings.show_findings(found.told, has_duplicates=has_duplicates)
        self._say_state()
        self.previewed.emit()

    @Slot(object)
    def _on_unfit(self, error: AppError) -> None:
        self.board.preview.show_preview(None, {})
        self.board.findings.show_problem(error)
        self._say_state()
        self.previewed.emit()

    @Slot()
    def _on_stored(self) -> None:
        """Compare anew with what the book holds."""
        if self.found is not None and self.isVisible():
            self._previewer.now()

    # --- taking ----------------------------------------------------------------------------

    @Slot()
    def take_in(self) -> None:
        """Store what the preview shows, as one step; the page is free for another file then."""
        if self.found is None or not self.found.preview.changed:
            return
        preview = self.found.preview
        try:
            take_survey(self._desk.book, preview)
        except AppError as error:
            self._say_problem(error)
            return
        self.forget()
        self._desk.look_again(
            [
                Cell(row.service.uid, row.indicator, field)
                for row in preview.services
                for field, _ in row.figures
            ]
        )
        self.taken.emit(preview)

    def forget(self) -> None:
        """Give up what was chosen and read."""
        self._reader.forget()
        self._previewer.stop()
        self.draft = self.found = None
        self._keeps = False
        self.board.findings.keep.setChecked(False)

    def leave(self) -> None:
        """Wait for what is being done beside the window; nobody hears of it any more."""
        self._reader.close()
        self._previewer.close()

    # --- what is shown ---------------------------------------------------------------------

    def _show(self, view: ReadingView | RefusedView | Board) -> None:
        self.views.show_view(view)
        self._say_state()

    def take_focus(self) -> None:
        """Put the keyboard on what comes next."""
        self.views.take_focus()

    def _show_columns(self) -> None:
        if self.draft is not None:
            self.board.columns.show_draft(self.draft, indicators_of(self._desk, self._code))
            self._show_words()

    @Slot()
    def _show_words(self) -> None:
        if self.draft is not None:
            self.board.words.show_draft(self.draft)

    def _say_problem(self, error: AppError | None) -> None:
        self._problem.setText("" if error is None else sentence_of(error))
        self._problem.setVisible(error is not None)

    def retranslate(self) -> None:
        self._say_state()

    def _say_state(self) -> None:
        """Name the file and say what the button would take."""
        chosen, is_board = self._reader.chosen, self.views.is_at(self.board)
        title = chosen.wanted.sheet if chosen else ""
        if is_board and self.draft is not None:
            title = self.draft.table.source.sheet
        head = self.head
        head.name(chosen.name if chosen else "")
        sheets = chosen.sheets if chosen else ()
        head.offer_sheets(sheets, title, is_free=not self.views.is_at(self.reading))
        head.offer_indicators(codes_of(self._desk), self._code, is_read=is_board)
        head.offer_taking(self.found.preview if self.found else None)

    # --- what Qt tells ---------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.views.is_at(self.board):
            self.back_requested.emit()
        else:
            self.give_up_file()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous() and self.views.is_at(self.board):
            self._previewer.now()

"""The way from a score book's menu to the import of a survey, and back with what it brought."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget

from ui import choosing
from ui.scoring.cell import Cell
from ui.scoring.desk import ScoringDesk
from ui.surveys.importing.target import codes_of

if TYPE_CHECKING:
    from ui.surveys.importing.page import SurveyImportPage
    from workbench.surveys.preview import SurveyPreview


class SurveyWay(QObject):
    """Makes the page when it is first asked for; the action is hidden where nothing can go."""

    shown = Signal(object)
    """The page that stands in place of the sheet from now on."""
    left = Signal()
    jump_requested = Signal(object)
    """The first Cell that holds something new."""
    done = Signal(str)
    """What was done, in words."""

    def __init__(self, desk: ScoringDesk, action: QAction, stack: QStackedWidget) -> None:
        super().__init__(stack)
        self._desk, self._stack = desk, stack
        self.page: SurveyImportPage | None = None
        action.setVisible(desk.read_at is None and bool(codes_of(desk)))
        action.triggered.connect(self.begin)

    @Slot()
    def begin(self) -> None:
        """Show the import that was left, or ask for a file first."""
        if self.page is not None and self.page.is_under_way():
            self.shown.emit(self.page)
            return
        path = choosing.survey_to_import(self._stack)
        if path is not None:
            self.begin_with(path)

    def begin_with(self, path: Path) -> None:
        """Show what the file at ``path`` would bring."""
        if self.page is None:
            self.page = self._made()
        self.page.begin(path)
        self.shown.emit(self.page)

    def leave(self) -> None:
        """Wait for what is being read; nobody hears of it any more."""
        if self.page is not None:
            self.page.leave()

    def _made(self) -> "SurveyImportPage":
        from ui.surveys.importing.page import SurveyImportPage  # few books have a survey

        page = SurveyImportPage(self._desk)
        self._stack.addWidget(page)
        page.back_requested.connect(self.left)
        page.taken.connect(self._on_taken)
        return page

    @Slot(object)
    def _on_taken(self, preview: "SurveyPreview") -> None:
        changed = [row for row in preview.services if row.changes]
        first = changed[0]
        field = next(change.field for change in first.changes)
        words = self.tr("Survey taken in: services {count}")
        self.jump_requested.emit(Cell(first.service.uid, first.indicator, field))
        self.done.emit(words.format(count=len(changed)))

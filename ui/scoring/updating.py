"""Taking in an update book: what it changes is shown in a calm strip before it is taken."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui import choosing
from ui.problems import sentence_of
from ui.scoring.desk import ScoringDesk
from ui.setup.asked import Asked
from ui.setup.line_list import Line, LineList, heading, plain_line
from ui.theme.fonts import BODY, CARD_TITLE, HALF_BOLD
from ui.theme.parts import Words, button
from ui.theme.runs import Run, RunLine
from workbench.errors import AppError, MergeError
from workbench.rounds.updating import UpdateReport, plan_update, take_update

_SCORE, _ZIP = ".score", ".zip"
_SHOWN = 7


class UpdateStrip(Asked):
    """Hidden while nobody asks; a book that is no update of this one is opened instead."""

    failed = Signal(object)
    """The AppError: nothing was changed."""
    open_requested = Signal(object)
    """The path to open: this book again, with what was taken in, or another one."""

    def __init__(self, desk: ScoringDesk, page: QWidget) -> None:
        super().__init__(page)
        self._desk = desk
        self._path: Path | None = None
        self._report: UpdateReport | None = None
        self._title, self.words = RunLine(), Words(BODY)
        self.list = LineList(most=_SHOWN)
        self.take, self._leave = button(), button("link")
        for part in (self._title, self.words, self.list):
            self.column.addWidget(part)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._leave)
        row.addWidget(self.take)
        self.column.addLayout(row)
        self.margin.setContentsMargins(24, 12, 24, 8)
        self.take.clicked.connect(self._take)
        self._leave.clicked.connect(self.leave)
        self.retranslate()
        page.setAcceptDrops(desk.read_at is None)
        page.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take a score book that is dropped anywhere on the page."""
        if not isinstance(event, QDropEvent) or event.type() == QEvent.Type.DragMove:
            return False
        path = _dropped(event)
        if path is None:
            return False
        event.acceptProposedAction()
        if event.type() == QEvent.Type.Drop:
            self.look_at(path)
        return True

    @Slot()
    def choose(self) -> None:
        """Ask for the update book."""
        if self._desk.read_at is None:
            path = choosing.update_to_take(self)
            if path is not None:
                self.look_at(path)

    def look_at(self, path: Path) -> None:
        """Show what the update book at ``path`` would bring."""
        if path == self._desk.book.path:
            return
        try:
            self._report = plan_update(self._desk.book, path)
        except MergeError as error:
            # another book was dropped: it is opened, as on any other page
            if path.suffix.casefold() == _SCORE and error.key == "update_other_book":
                self.open_requested.emit(path)
                return
            self.failed.emit(error)
        except AppError as error:
            self.failed.emit(error)
        else:
            self._path = path
            self.retranslate()
            self.show()
            first = self.take if self._report.is_newer else self._leave
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        self.take.setText(self.tr("Take it in"))
        self._leave.setText(self.tr("Leave it"))
        self.list.setAccessibleName(self.tr("What changes"))
        report = self._report
        if report is None or self._path is None:
            return
        title = self.tr("Update from {file}").format(file=self._path.name)
        self._title.say(Run(title, CARD_TITLE, HALF_BOLD))
        self.words.setText(self._explained(report))
        self.list.show_lines(tuple(self._lines(report)))
        self.list.setVisible(report.is_newer)
        self.take.setVisible(report.is_newer)
        if not report.is_newer:
            self._leave.setText(self.tr("Close"))

    def _explained(self, report: UpdateReport) -> str:
        if not report.is_newer:
            return self.tr("It brings nothing new: this book is as new already.")
        parts = [self.tr("Your marks and texts stay as they are.")]
        for count, words in (
            (report.enter_again, self.tr("To be entered again: {count}.")),
            (report.stray, self.tr("No longer counted: {count}.")),
            (report.missing, self.tr("Missing then: {count}.")),
        ):
            if count:
                parts.append(words.format(count=count))
        if report.ends_seal:
            parts.append(self.tr("The book has to be sealed anew afterwards."))
        return " ".join(parts)

    def _lines(self, report: UpdateReport) -> Iterator[Line]:
        yield heading(self.tr("What changes"), str(len(report.changes)))
        for change in report.changes:
            yield plain_line(sentence_of(change))
        if report.effects:
            yield heading(self.tr("What becomes of your marks"), str(len(report.effects)))
        for effect in report.effects:
            yield plain_line(sentence_of(effect.words))

    @Slot()
    def _take(self) -> None:
        if self._path is None:
            return
        try:
            take_update(self._desk.book, self._path)
        except AppError as error:
            self.failed.emit(error)
            return
        self.hide()
        self.open_requested.emit(self._desk.book.path)


def _dropped(event: QDropEvent) -> Path | None:
    """Return the one score book that is dropped, plain or in a .zip."""
    paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    fitting = [path for path in paths if path.suffix.casefold() in (_SCORE, _ZIP)]
    return fitting[0] if len(fitting) == 1 == len(paths) else None

"""What all set-up pages share: the bar, applying, importing and exporting; the keys of steps."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent, QKeySequence
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget

from ui import choosing
from ui.handing_over.centred import centred
from ui.round.lead_page import LeadPage
from ui.round.session import RoundSession
from ui.scoring.taking_back import TypingFirst
from ui.setup.apply_view import ApplyView
from ui.setup.bar import SetupBar
from ui.setup.draft import draft_of
from ui.setup.import_view import ImportView
from ui.theme.page_head import PageHead
from ui.theme.parts import button
from ui.theme.tokens import PAGE_MARGIN
from workbench.definition.problems import DefinitionProblem
from workbench.rounds.redefining import ChangePlan, plan_change, redefine
from workbench.setup.files import ImportPreview, export_sheets, preview_import
from workbench.text import file_name

_TABLES = (".xlsx", ".csv")
_GAP = 12
PAGE_OF = {"round": "overview", "sections": "overview", "services": "roster"} | {
    "indicators": "rubric",
    "levels": "rubric",
    "measures": "rubric",
    "evaluators": "roster",
    "assignments": "roster",
}
"""On which page a sheet is edited."""


class SetupPage(LeadPage):
    """A page over the shared draft; what would happen stands in place of its tables."""

    def __init__(self, session: RoundSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.draft = draft_of(session)
        self.bar = SetupBar(self.draft)
        self.planned = ApplyView()
        self.preview = ImportView()
        self.import_button, self.export_button = button(), button()
        self.head = PageHead(
            self.import_button,
            self.export_button,
            is_rehearsal=session.definition.rules.rehearsal,
            read_at=session.read_at,
        )
        self._stack = QStackedWidget()
        self._steps = [self._step("Ctrl+Z"), self._step("Ctrl+Y", "Ctrl+Shift+Z")]
        self._typing_first = TypingFirst(self)
        self._menu_actions: dict[str, QAction] = {}
        self._make_menus()
        self.setAcceptDrops(True)

    def _step(self, *keys: str) -> QAction:
        action = QAction(self)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.addAction(action)
        return action

    def _make_menus(self) -> None:
        for one, entries in (
            (self.import_button, (("file", self._choose_file), ("folder", self._choose_folder))),
            (self.export_button, (("workbook", self._to_workbook), ("tables", self._to_tables))),
        ):
            menu = QMenu(one)
            for name, slot in entries:
                action = menu.addAction("")
                action.triggered.connect(slot)
                self._menu_actions[name] = action
            one.setMenu(menu)

    def hold(self, body: QWidget, *, is_column: bool = False) -> None:
        """Lay ``body`` out below the bar; called once by the page.

        As a column it stands in the middle, not wider than it can be read.
        """
        for part in (body, self.planned, self.preview):
            self._stack.addWidget(part)
        inside, whole = QWidget(), QVBoxLayout(self)
        whole.setContentsMargins(0, 14, 0, 16)
        whole.addWidget(centred(inside) if is_column else inside)
        beside = 0 if is_column else PAGE_MARGIN
        column = QVBoxLayout(inside)
        column.setContentsMargins(beside, 0, beside, 0)
        column.setSpacing(_GAP)
        column.addWidget(self.head)
        column.addWidget(self.bar)
        column.addWidget(self._stack, 1)
        self.bar.apply_requested.connect(self.plan)
        self.bar.problem_chosen.connect(self._on_problem)
        self.planned.left.connect(self.show_body)
        self.planned.applied.connect(self._apply)
        self.preview.left.connect(self.show_body)
        self.preview.taken.connect(self._take)
        self._steps[0].triggered.connect(self._undo)
        self._steps[1].triggered.connect(self._redo)
        self.draft.changed.connect(self._on_changed)

    def retranslate(self) -> None:
        """Name what all pages have; pages name the rest."""
        self.import_button.setText(self.tr("Import…"))
        self.export_button.setText(self.tr("Export…"))
        for name, words in {
            "file": self.tr("Workbook or table…"),
            "folder": self.tr("Folder of tables…"),
            "workbook": self.tr("As a workbook…"),
            "tables": self.tr("As a folder of tables…"),
        }.items():
            self._menu_actions[name].setText(words)
        self._on_changed()

    @Slot()
    def _on_changed(self) -> None:
        self.import_button.setEnabled(self.draft.may_edit)
        self.import_button.setToolTip(self.session.why_not())
        undo, redo = self._steps
        for action, name, words in (
            (undo, self.draft.undo_name, self.tr("Undo: {step}")),
            (redo, self.draft.redo_name, self.tr("Redo: {step}")),
        ):
            action.setText(words.format(step=name))
            action.setEnabled(bool(name))
        self.head.say(self.title(), "")
        self.show_body()  # what was shown there was about other sheets

    @Slot()
    def _undo(self) -> None:
        """Take a step back and say which: it may have been on another page."""
        name = self.draft.undo_name
        self.draft.undo()
        self.head.say(self.title(), self.tr("Taken back: {step}").format(step=name))

    @Slot()
    def _redo(self) -> None:
        name = self.draft.redo_name
        self.draft.redo()
        self.head.say(self.title(), self.tr("Done again: {step}").format(step=name))

    @Slot()
    def show_body(self) -> None:
        """Show the tables of the page again."""
        if self._stack.currentIndex() != 0:
            self._stack.setCurrentIndex(0)
            self.bar.leave_deciding(to_page=False)
            if self.isVisible():
                self.take_focus()

    # --- applying ----------------------------------------

    @Slot()
    def plan(self) -> None:
        """Find out what applying the edits would do, and show it."""
        self.draft.store_requested.emit()
        sheets = self.draft.sheets
        self.session.ask(
            lambda desk, _: plan_change(desk, sheets),
            self.tr("Looking what the changes do"),
            self._on_planned,
        )

    @Slot(object)
    def _on_planned(self, plan: ChangePlan) -> None:
        self.bar.leave_deciding(to_page=True)
        self._stack.setCurrentWidget(self.planned)
        self.planned.show_plan(plan)

    @Slot(object, str)
    def _apply(self, plan: ChangePlan, reason: str) -> None:
        self.session.change(
            lambda desk, _: redefine(desk, plan, reason), self.tr("Applying the changes")
        )

    # --- importing and exporting ----------------------------------------

    def sheet_for_tables(self) -> str | None:
        """Return which sheet a table is for whose name says nothing; None where none is meant."""
        return None

    @Slot()
    def _choose_file(self) -> None:
        self._import(choosing.tables_to_import(self))

    @Slot()
    def _choose_folder(self) -> None:
        self._import(choosing.folder_to_import(self))

    def _import(self, path: Path | None) -> None:
        if path is not None:
            self.look_at(path)

    def look_at(self, path: Path) -> None:
        """Find out what importing ``path`` would bring, and show it."""
        self.draft.store_requested.emit()
        present, only = self.draft.sheets, self._only(path)
        self.session.ask(
            lambda _desk, _progress: preview_import(path, present, only),
            self.tr("Reading the tables"),
            self._on_previewed,
        )

    def _only(self, path: Path) -> str | None:
        is_named = path.stem.casefold() in PAGE_OF
        return None if path.suffix.casefold() != ".csv" or is_named else self.sheet_for_tables()

    @Slot(object)
    def _on_previewed(self, preview: ImportPreview) -> None:
        self.bar.leave_deciding(to_page=True)
        self._stack.setCurrentWidget(self.preview)
        self.preview.show_preview(preview)

    @Slot(object)
    def _take(self, preview: ImportPreview) -> None:
        step = self.tr("Import from {name}").format(name=preview.name)
        self.draft.edit(step, preview.sheets)
        self.show_body()

    @Slot()
    def _to_workbook(self) -> None:
        title, kinds = self.tr("Export the tables as"), self.tr("Workbooks (*.xlsx)")
        near = self._near(".xlsx")
        target = choosing.file_to_write(self, title, near, kinds, may_replace=False)
        self._write(target.with_suffix(".xlsx") if target is not None else None)

    @Slot()
    def _to_tables(self) -> None:
        folder = choosing.folder_to_fill(self, self.tr("Folder in which the tables shall stand"))
        self._write(folder / self._near("").name if folder is not None else None)

    def _near(self, suffix: str) -> Path:
        name = file_name(self.session.definition.rules.title)
        return self.session.path.with_name(name + suffix)

    def _write(self, target: Path | None) -> None:
        if target is not None:
            self.export_to(target)

    def export_to(self, target: Path, done: Callable[[object], None] | None = None) -> None:
        """Write all tables to ``target``, a workbook by its ending, else a folder."""
        self.draft.store_requested.emit()
        sheets = self.draft.sheets
        self.session.ask(
            lambda _desk, _progress: export_sheets(sheets, target) or target,
            self.tr("Writing the tables"),
            done or self._on_written,
        )

    @Slot(object)
    def _on_written(self, target: Path) -> None:
        self.head.say(self.title(), self.tr("Written: {file}").format(file=target.name))

    def title(self) -> str:
        """Return what the page is called."""
        return ""

    # --- going places ----------------------------------------

    @Slot(object)
    def _on_problem(self, problem: DefinitionProblem) -> None:
        if problem.place is not None:
            self.page_requested.emit(PAGE_OF[problem.place.sheet], problem.place)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped(event) is not None and self.draft.may_edit:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = _dropped(event)
        if path is not None:
            event.acceptProposedAction()
            self.look_at(path)


def _dropped(event: QDropEvent) -> Path | None:
    for url in event.mimeData().urls():
        path = Path(url.toLocalFile())
        if url.isLocalFile() and (path.is_dir() or path.suffix.casefold() in _TABLES):
            return path
    return None

"""The achievements, or the tasks for improvement, of one service as a list."""

from collections.abc import Sequence
from uuid import uuid4

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from ui.scoring.cell import Cell
from ui.scoring.desk import ScoringDesk
from ui.texts.block import Block
from ui.texts.finding_row import Finding, FindingRow
from ui.texts.indicator_popup import IndicatorPopup
from ui.theme.fonts import CAPTION, CARD_TITLE
from ui.theme.runs import Run
from workbench.errors import InputError
from workbench.journal.fields import Field


class FindingList(Block):
    """A row for each finding and an empty one below them, where the next is written.

    Rows are known by the uid of their finding: whatever changes around it, the one that is
    being typed in keeps its text, its caret and the keyboard.
    """

    row_made = Signal(object)
    """A FindingRow that did not exist before."""
    rows_changed = Signal()
    passed = Signal(object)
    """Enter in the empty row: there is nothing more to say here."""

    def __init__(self, desk: ScoringDesk, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._kind = kind
        self._service = b""
        self._is_closed = False
        self._fresh = uuid4().bytes
        self._rows: list[FindingRow] = []

    # --- what is shown ---------------------------------------------------------------------

    def rows(self) -> tuple[FindingRow, ...]:
        """Return the rows from top to bottom."""
        return tuple(self._rows)

    def show_service(self, service: bytes, *, is_closed: bool) -> None:
        """Show the findings of a service, or what changed in them."""
        is_other = service != self._service
        if is_other:
            self._fresh = uuid4().bytes
        self._service, self._is_closed = service, is_closed
        wanted = self._wanted()
        before = list(self._rows)
        in_work = next((n for n, row in enumerate(before) if row.box.hasFocus()), None)
        known = {} if is_other else {row.finding.cell.subject: row for row in before}
        spare = before if is_other else []
        self._rows = []
        for finding in wanted:
            row = known.get(finding.cell.subject) or (spare.pop(0) if spare else self._made())
            self._rows.append(row)
        self._place_rows()
        for number, (row, finding) in enumerate(zip(self._rows, wanted, strict=True), start=1):
            row.show_finding(finding, number, is_closed=is_closed)
        gone = [row for row in (spare if is_other else before) if row not in self._rows]
        self._drop(gone, in_work)
        self.setVisible(bool(wanted))
        self.retranslate()
        if [*self._rows] != before or gone:
            self.rows_changed.emit()

    def _wanted(self) -> list[Finding]:
        """Return what is stored, what was refused, and a fresh one to write in."""
        drafts = self._desk.drafts(self._service)
        found = []
        for item in self._desk.sheet(self._service).items(self._kind):
            cell = self._cell(item.uid)
            found.append(Finding(cell, item.text, item.about, drafts.get(cell), is_stored=True))
        stored = {finding.cell for finding in found}
        found += [
            Finding(cell, draft=draft)
            for cell, draft in drafts.items()
            if cell.field == self._kind and cell not in stored
        ]
        if any(finding.cell.subject == self._fresh for finding in found):
            self._fresh = uuid4().bytes
        if not self._is_closed:
            found.append(Finding(self._cell(self._fresh)))
        return found

    def _cell(self, uid: bytes) -> Cell:
        return Cell(self._service, uid, self._kind)

    def _made(self) -> FindingRow:
        row = FindingRow(self._desk, self)
        row.moved.connect(self._on_moved)
        row.stepped.connect(self._on_stepped)
        row.removed.connect(self._on_removed)
        row.link_wanted.connect(self._on_link_wanted)
        row.items_pasted.connect(self._on_items_pasted)
        row.box.entered.connect(self.show_keys)
        row.box.left.connect(self.show_keys)
        self.row_made.emit(row)
        return row

    def _place_rows(self) -> None:
        for place, row in enumerate(self._rows):
            if self.body.indexOf(row) != place:
                self.body.removeWidget(row)
                self.body.insertWidget(place, row)
                row.show()

    def _drop(self, gone: Sequence[FindingRow], in_work: int | None) -> None:
        if in_work is not None and self._rows and not any(it.box.hasFocus() for it in self._rows):
            self._begin(min(in_work, len(self._rows) - 1))
        for row in gone:
            self.body.removeWidget(row)
            row.hide()
            row.deleteLater()

    def retranslate(self) -> None:
        is_good = self._kind == Field.ACHIEVEMENT
        title = self.tr("Main achievements") if is_good else self.tr("Tasks for improvement")
        add = self.tr("Add an achievement…") if is_good else self.tr("Add a task…")
        count = sum(row.finding.is_stored for row in self._rows)
        words = self.tr("{count} written").format(count=count) if count else ""
        self.title.say(Run(title, CARD_TITLE, 700), Run(words, CAPTION, role="text3", before=10))
        for number, row in enumerate(self._rows, start=1):
            row.box.setPlaceholderText("" if row.finding.is_stored else add)
            row.box.setAccessibleName(f"{title} {number}, {row.about.accessibleName()}")
        self.show_keys()

    @Slot()
    def show_keys(self) -> None:
        """Say what the keys do while one of the rows has the keyboard."""
        is_here = any(row.box.hasFocus() for row in self._rows) and not self._is_closed
        keys = self.tr("Enter next   Shift+Enter new line   Alt+↑↓ move   F3 phrases")
        self.hint.say(Run(keys if is_here else "", CAPTION, role="text3"))

    # --- what people do --------------------------------------------------------------------

    def store(self) -> None:
        """Hand over everything that was typed."""
        for row in self.rows():
            row.text.store()

    def begin(self) -> None:
        """Bring the keyboard to the first row."""
        self._begin(0)

    def _begin(self, place: int) -> None:
        self._rows[place].box.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object, int)
    def _on_stepped(self, row: FindingRow, steps: int) -> None:
        if steps > 0 and not row.finding.is_stored and not row.box.text().strip():
            self.passed.emit(self)
            return
        place = self._rows.index(row) + steps
        row.text.store()
        if row not in self._rows and steps > 0:
            place -= 1  # stored blank, it is gone, and the next one stands in its place
        if 0 <= place < len(self._rows):
            self._begin(place)

    @Slot(object, int)
    def _on_moved(self, row: FindingRow, steps: int) -> None:
        if not row.text.store() or not row.finding.is_stored:
            return
        last = sum(it.finding.is_stored for it in self._rows) - 1
        if 0 <= self._rows.index(row) + steps <= last:
            self._desk.move_item(row.finding.cell, steps)

    @Slot(object)
    def _on_removed(self, row: FindingRow) -> None:
        if row.finding.is_stored:
            row.box.replace_text("")
            row.text.store()
            return
        row.text.clear()
        self._desk.give_up(row.finding.cell)

    @Slot(object)
    def _on_link_wanted(self, row: FindingRow) -> None:
        row.text.store()
        if row not in self._rows or not row.finding.is_stored:
            return
        IndicatorPopup(self._desk, row.finding.cell, row.box).open_at(row.about)

    @Slot(object, object)
    def _on_items_pasted(self, row: FindingRow, items: tuple[str, ...]) -> None:
        """Store pasted findings as one step; where they are refused, they stay as one text."""
        if not self._store_items(row, items):
            row.box.replace_text("\n".join(items))

    def _store_items(self, row: FindingRow, items: tuple[str, ...]) -> bool:
        present = self._desk.sheet(self._service).items(self._kind)
        texts = [item.text for item in present]
        rest = list(items)
        uids = [item.uid for item in present]
        if row.finding.is_stored:
            texts[uids.index(row.finding.cell.subject or b"")] = rest.pop(0)
        try:
            changes = self._desk.book.list_change(self._service, self._kind, [*texts, *rest])
        except InputError:
            return False
        row.box.show_text(row.finding.text)  # nothing is being typed here any more
        return self._desk.write(changes)

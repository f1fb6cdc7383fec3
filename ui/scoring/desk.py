"""An open score book as the window holds it: what is stored, and what was typed but refused."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

from PySide6.QtCore import QObject, Signal

from ui.scoring.cell import (
    LISTS,
    NOT_APPLICABLE,
    TEXTS,
    Cell,
    cell_from_words,
    words_of_cell,
)
from workbench.definition.terms import Definition, Evaluator, Uid
from workbench.errors import AppError, InputError
from workbench.journal.pen import Change
from workbench.results.outcome import MarkState
from workbench.scoring import findings
from workbench.scoring.book import Book
from workbench.scoring.overview import Overview
from workbench.scoring.patterns import OwnMark, mean_of
from workbench.scoring.sheet import MarkRow, ServiceSheet, SheetState
from workbench.scoring.steps import Step


@dataclass(frozen=True, slots=True)
class Draft:
    """What stands in a field and not in the file, with the reason."""

    text: str
    error: AppError


class ScoringDesk(QObject):
    """Stores at once what is entered; what is refused stays as a draft, never dropped.

    ``read_at`` says when the picture was taken of a book that somebody else is writing.
    """

    changed = Signal(object)
    """The set of services whose sheets, drafts or flags changed."""
    stored = Signal()
    store_failed = Signal(object)
    """The AppError that keeps the file from being written."""
    taken_back = Signal(object)
    """The Step that was undone."""
    redone = Signal(object)
    """The Step that was done again."""

    def __init__(
        self, book: Book, parent: QObject | None = None, *, read_at: datetime | None = None
    ) -> None:
        super().__init__(parent)
        self.read_at = read_at
        self.book = book
        self.overview = Overview(book.definition.rules, book.sheets())
        self._drafts: dict[Uid, dict[Cell, Draft]] = {}
        self._means: dict[str, tuple[tuple[OwnMark, ...], Fraction | None]] = {}

    # --- what is so ------------------------------------------------------------------------

    @property
    def definition(self) -> Definition:
        """The part of the round's definition that this evaluator sees."""
        return self.book.definition

    @property
    def places(self) -> int:
        """How many decimals points have."""
        return self.definition.rules.score_places

    @property
    def owner(self) -> Evaluator:
        """Whose book it is."""
        return self.book.owner

    @property
    def path(self) -> str:
        """Where the book stands."""
        return str(self.book.path)

    @property
    def saved_at(self) -> datetime | None:
        """When something was last stored, UTC."""
        return self.book.saved_at

    def services(self) -> tuple[Uid, ...]:
        """Return the services of the book in their order."""
        return self.overview.services

    def sheet(self, service: Uid) -> ServiceSheet:
        """Return the present sheet of a service."""
        return self.overview.sheet(service)

    def is_closed(self, service: Uid) -> bool:
        """Say whether nothing may be entered: a recused service, or a book only being read."""
        return self.read_at is not None or self.sheet(service).state is SheetState.RECUSED

    def row(self, cell: Cell) -> MarkRow | None:
        """Return the indicator of a cell with its mark."""
        indicator = self.definition.indicator.get(cell.subject or b"")
        return self.overview.row(cell.service, indicator.code) if indicator else None

    def drafts(self, service: Uid) -> Mapping[Cell, Draft]:
        """Return what was typed into a service and is not stored."""
        return self._drafts.get(service, {})

    def draft_count(self) -> int:
        """Return how many entries of the whole book are not stored."""
        return sum(map(len, self._drafts.values()))

    def is_open(self, service: Uid) -> bool:
        """Say whether something is left to do in a service."""
        closed = (SheetState.COMPLETE, SheetState.RECUSED)
        return self.sheet(service).state not in closed or bool(self.drafts(service))

    def open_in(self, code: str) -> frozenset[Uid]:
        """Return the services in which a mark of a code is missing or an entry of it refused."""
        return self.overview.open_in(code) | self.refused_in(code)

    def refused_in(self, code: str) -> frozenset[Uid]:
        """Return the services in which an entry of a code stands refused."""
        return frozenset(
            service
            for service, drafts in self._drafts.items()
            for cell in drafts
            if (row := self.row(cell)) is not None and row.indicator.code == code
        )

    def own_mean(self, code: str) -> Fraction | None:
        """Return the exact mean of the own points of a code; added up anew once they changed."""
        marks = self.overview.own.of(code)
        known = self._means.get(code)
        if known is None or known[0] != marks:
            known = self._means[code] = marks, mean_of(marks)
        return known[1]

    # --- what people do --------------------------------------------------------------------

    def enter(self, cell: Cell, text: str) -> bool:
        """Store ``text`` in ``cell`` and return whether the file holds it now."""
        try:
            self.book.write(self._changes(cell, text))
        except AppError as error:
            self._drafts.setdefault(cell.service, {})[cell] = Draft(text, error)
            self.changed.emit(frozenset([cell.service]))
            if not isinstance(error, InputError):
                self.store_failed.emit(error)
            return False
        self._drafts.get(cell.service, {}).pop(cell, None)
        self._take(cell.service)
        return True

    def _changes(self, cell: Cell, text: str) -> list[Change]:
        book, service = self.book, cell.service
        if cell.field in LISTS:
            book.require_scored(service)
            place = (self.owner.uid, service, cell.field)
            return findings.typed(book.lists(), place, cell.subject or b"", text)
        changes = [book.change(service, cell.subject, cell.field, text)]
        row = self.row(cell)
        is_mark = row is not None and cell.field not in TEXTS and bool(text.strip())
        if is_mark and row is not None and row.mark.state is MarkState.NOT_APPLICABLE:
            # typing a mark means that the indicator does apply after all
            changes.append(book.change(service, cell.subject, NOT_APPLICABLE, ""))
        return changes

    def write(self, changes: Sequence[Change]) -> bool:
        """Store changes of any services as one step; return whether the file holds them now."""
        try:
            self.book.write(changes)
        except AppError as error:
            self.store_failed.emit(error)
            return False
        self.look_again(
            [Cell(cell[1], None if cell[2] == cell[1] else cell[2], cell[3]) for cell, _ in changes]
        )
        return True

    def look_again(self, written: Iterable[Cell]) -> None:
        """Show what the file holds of cells that were written; what was refused there is gone."""
        services: dict[Uid, None] = {}
        for cell in written:
            self._forget_draft(cell)
            services[cell.service] = None
        self._take(*services)

    def move_item(self, cell: Cell, steps: int) -> bool:
        """Move a finding up (negative) or down in its list."""
        place = (self.owner.uid, cell.service, cell.field)
        return self.write(findings.moved(self.book.lists(), place, cell.subject or b"", steps))

    def link_item(self, cell: Cell, indicator: Uid | None) -> bool:
        """Link a finding to the indicator it speaks of, or to none."""
        place = (self.owner.uid, cell.service, cell.field)
        return self.write(findings.about(place, cell.subject or b"", indicator))

    def undo(self) -> None:
        """Take the last step back."""
        self._go(back=True)

    def redo(self) -> None:
        """Do again what was taken back last."""
        self._go(back=False)

    def _go(self, *, back: bool) -> None:
        try:
            step = self.book.undo() if back else self.book.redo()
        except AppError as error:
            self.store_failed.emit(error)
            return
        if step is None:
            return
        for change in step.changes:
            _, service, subject, field = change.cell
            self._forget_draft(Cell(service, None if subject == service else subject, field))
        self._take(*services_of(step))
        (self.taken_back if back else self.redone).emit(step)

    def pledge(self, day: str) -> bool:
        """Store that the integrity pledge was confirmed; return whether the file holds it."""
        try:
            self.book.pledge(day)
        except AppError as error:
            self.store_failed.emit(error)
            return False
        self.stored.emit()
        return True

    def _take(self, *services: Uid) -> None:
        """Show what the file holds now of these services, and of whom it makes look different."""
        changed: set[Uid] = set()
        for service in services:
            changed |= self.overview.take(self.book.sheet(service))
        self.changed.emit(frozenset(changed))
        self.stored.emit()

    # --- drafts ----------------------------------------------------------------------------

    def give_up(self, cell: Cell) -> None:
        """Drop the draft of a cell; the stored value shows again."""
        if self._forget_draft(cell):
            self.changed.emit(frozenset([cell.service]))

    def _forget_draft(self, cell: Cell) -> bool:
        return self._drafts.get(cell.service, {}).pop(cell, None) is not None

    def retry(self) -> None:
        """Try again to store what the disk refused."""
        for cell, draft in self._refused_by_disk():
            if not self.enter(cell, draft.text):
                return

    def has_unsaved(self) -> bool:
        """Say whether the disk refused something that is still waiting."""
        return bool(self._refused_by_disk())

    def _refused_by_disk(self) -> list[tuple[Cell, Draft]]:
        return [
            (cell, draft)
            for drafts in self._drafts.values()
            for cell, draft in drafts.items()
            if not isinstance(draft.error, InputError)
        ]

    def drafts_to_keep(self) -> list[list[str]]:
        """Return every draft as plain text, for the settings."""
        return [
            [*words_of_cell(cell), draft.text]
            for drafts in self._drafts.values()
            for cell, draft in drafts.items()
        ]

    def take_back(self, kept: Sequence[Sequence[str]]) -> None:
        """Enter again what was left as a draft when the book was closed."""
        for entry in kept:
            *words, text = entry
            cell = cell_from_words(words)
            if cell is None or cell.service not in self.services():
                continue
            if cell.field in LISTS or (cell.subject or b"") in {b"", *self.definition.indicator}:
                self.enter(cell, str(text))

    def close(self) -> None:
        """Give the file back."""
        self.book.close()


def services_of(step: Step) -> tuple[Uid, ...]:
    """Return the services that a step touches, each once."""
    return tuple(dict.fromkeys(change.cell[1] for change in step.changes))

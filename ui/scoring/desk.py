"""An open score book as the window holds it: what is stored, and what was typed but refused."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from workbench.definition.terms import Definition, Evaluator, Uid
from workbench.errors import AppError, InputError
from workbench.scoring.book import Book
from workbench.scoring.sheet import ServiceSheet, SheetState

OPINION = "opinion"
LISTS = ("achievement", "improvement")


@dataclass(frozen=True, slots=True)
class Cell:
    """A field of one service's sheet; texts of the service itself have no indicator."""

    indicator: Uid | None
    field: str


@dataclass(frozen=True, slots=True)
class Draft:
    """What stands in a field and not in the file, with the reason."""

    text: str
    error: AppError


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the whole book is; recused services stand apart."""

    services: int
    services_done: int
    expected: int
    given: int
    recused: int
    drafts: int


class ScoringDesk(QObject):
    """Stores at once what is entered; what is refused stays as a draft, never dropped.

    ``read_at`` says when the picture was taken of a book that somebody else is writing.
    """

    sheet_changed = Signal(object)
    """The uid of the service whose sheet or drafts changed."""
    stored = Signal()
    store_failed = Signal(object)
    """The AppError that keeps the file from being written."""

    def __init__(
        self, book: Book, parent: QObject | None = None, *, read_at: datetime | None = None
    ) -> None:
        super().__init__(parent)
        self.read_at = read_at
        self.book = book
        self._sheets = {sheet.service.uid: sheet for sheet in book.sheets()}
        self._drafts: dict[Uid, dict[Cell, Draft]] = {}

    # --- what is so ------------------------------------------------------------------------

    @property
    def definition(self) -> Definition:
        """The part of the round's definition that this evaluator sees."""
        return self.book.definition

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
        return tuple(self._sheets)

    def sheet(self, service: Uid) -> ServiceSheet:
        """Return the present sheet of a service."""
        return self._sheets[service]

    def drafts(self, service: Uid) -> Mapping[Cell, Draft]:
        """Return what was typed into a service and is not stored."""
        return self._drafts.get(service, {})

    def receipt(self) -> str | None:
        """Return the receipt code while the book is sealed and unchanged."""
        return self.book.receipt()

    def progress(self) -> Progress:
        """Count services and marks over the whole book."""
        counted = [
            sheet for sheet in self._sheets.values() if sheet.state is not SheetState.RECUSED
        ]
        return Progress(
            services=len(counted),
            services_done=sum(sheet.state is SheetState.COMPLETE for sheet in counted),
            expected=sum(sheet.expected for sheet in counted),
            given=sum(sheet.given for sheet in counted),
            recused=len(self._sheets) - len(counted),
            drafts=sum(map(len, self._drafts.values())),
        )

    def next_incomplete(self, after: Uid) -> Uid | None:
        """Return the next service with something left to do, going round; not ``after``."""
        order = self.services()
        start = order.index(after) + 1
        for service in (*order[start:], *order[: start - 1]):
            state = self._sheets[service].state
            if state not in (SheetState.COMPLETE, SheetState.RECUSED):
                return service
        return None

    # --- what people do --------------------------------------------------------------------

    def enter(self, service: Uid, cell: Cell, text: str) -> bool:
        """Store ``text`` in ``cell`` and return whether the file holds it now."""
        try:
            if cell.field in LISTS:
                lines = [line for line in text.split("\n") if line.strip()]
                sheet = self.book.record_list(service, cell.field, lines)
            else:
                sheet = self.book.record(service, cell.indicator, cell.field, text)
        except AppError as error:
            self._drafts.setdefault(service, {})[cell] = Draft(text, error)
            self.sheet_changed.emit(service)
            if not isinstance(error, InputError):
                self.store_failed.emit(error)
            return False
        self._drafts.get(service, {}).pop(cell, None)
        self._sheets[service] = sheet
        self.sheet_changed.emit(service)
        self.stored.emit()
        return True

    def give_up(self, service: Uid, cell: Cell) -> None:
        """Drop the draft of a cell; the stored value shows again."""
        if self._drafts.get(service, {}).pop(cell, None) is not None:
            self.sheet_changed.emit(service)

    def retry(self) -> None:
        """Try again to store what the disk refused."""
        for service, cell, draft in self._refused_by_disk():
            if not self.enter(service, cell, draft.text):
                return

    def has_unsaved(self) -> bool:
        """Say whether the disk refused something that is still waiting."""
        return bool(self._refused_by_disk())

    def _refused_by_disk(self) -> list[tuple[Uid, Cell, Draft]]:
        return [
            (service, cell, draft)
            for service, drafts in self._drafts.items()
            for cell, draft in drafts.items()
            if not isinstance(draft.error, InputError)
        ]

    def seal(self) -> str:
        """Seal the book as it stands and return the receipt code.

        Raises:
            StoreError: the disk refuses.
        """
        return self.book.seal().receipt

    def close(self) -> None:
        """Give the file back."""
        self.book.close()

    # --- drafts over night -----------------------------------------------------------------

    def drafts_to_keep(self) -> list[list[str]]:
        """Return every draft as plain text, for the settings."""
        return [
            [service.hex(), (cell.indicator or b"").hex(), cell.field, draft.text]
            for service, drafts in self._drafts.items()
            for cell, draft in drafts.items()
        ]

    def take_back(self, kept: Sequence[Sequence[str]]) -> None:
        """Enter again what was left as a draft when the book was closed."""
        for entry in kept:
            try:
                service, indicator, field, text = entry
                uid, subject = bytes.fromhex(service), bytes.fromhex(indicator) or None
            except (TypeError, ValueError):
                continue
            if uid in self._sheets and (
                subject is None or subject in self.book.definition.indicator
            ):
                self.enter(uid, Cell(subject, field), text)

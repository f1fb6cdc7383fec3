"""An open score book: what its evaluator does with it, each thing committed when it returns."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from models.definitions import Version, add_version, set_fact
from models.journal import Revision
from models.schema import DocumentKind
from workbench.definition.terms import Uid
from workbench.errors import InputError
from workbench.journal.fields import OF_FINDING, OF_SERVICE
from workbench.journal.pen import Change
from workbench.journal.receipt import receipt_of
from workbench.journal.revisions import Cell, values
from workbench.opening import open_document
from workbench.scoring.book_reading import BookReading
from workbench.scoring.findings import list_changes
from workbench.scoring.sealing import Sealed, Standing, seal_book
from workbench.scoring.sheet import ServiceSheet
from workbench.scoring.steps import CellChange, Step
from workbench.scoring.survey_ends import reversed_ends
from workbench.scoring.values import stored_mark, stored_text


class Book(BookReading):
    """One evaluator's score book. Close it to give the file back."""

    # --- writing ---------------------------------------------------------------------------

    def record(self, service: Uid, indicator: Uid | None, field: str, text: str) -> ServiceSheet:
        """Store what was typed for one cell and return the service's sheet as it now stands.

        ``indicator`` is None for ``opinion`` and ``recusal``. Blank clears; an equal value makes
        no revision.

        Raises:
            InputError: the text cannot stand there; nothing was stored.
            StoreError: the disk refuses; nothing was stored.
        """
        self.write([self.change(service, indicator, field, text)])
        return self.sheet(service)

    def record_list(self, service: Uid, kind: str, texts: Sequence[str]) -> ServiceSheet:
        """Replace the evaluator's list of achievements or improvements of one service.

        Raises:
            InputError: a text is too long; nothing was stored.
            StoreError: the disk refuses; nothing was stored.
        """
        self.write(self.list_change(service, kind, texts))
        return self.sheet(service)

    def change(self, service: Uid, indicator: Uid | None, field: str, text: str) -> Change:
        """Return what would be stored for one typed cell.

        Raises:
            InputError: the text cannot stand there.
        """
        if field in OF_SERVICE:
            self.require_scored(service)
            return (self.owner.uid, service, service, field), stored_text(text)
        if indicator is None or not self._sheets.is_expected(service, indicator):
            raise InputError("mark_not_expected")
        row = self.definition.indicator[indicator]
        return (self.owner.uid, service, indicator, field), stored_mark(row, field, text)

    def list_change(self, service: Uid, kind: str, texts: Sequence[str]) -> list[Change]:
        """Return what would be stored for a whole list of findings.

        Raises:
            InputError: a text is too long, or the owner scores nothing of this service.
        """
        self.require_scored(service)
        return list_changes(self.lists(), (self.owner.uid, service, kind), texts)

    def pledge(self, day: str) -> None:
        """Store that the integrity pledge was confirmed on ``day`` (ISO).

        Raises:
            StoreError: the disk refuses; nothing was stored.
        """
        self._put([(self._pledge_cell(), day)])

    def write(self, changes: Sequence[Change]) -> int:
        """Store ``changes`` in one transaction, as one step that can be taken back.

        Returns how many revisions they made.

        Raises:
            InputError: a survey's scale would not have its lowest value below its highest;
                nothing was stored.
            StoreError: the disk refuses; nothing was stored.
        """
        for _, error in self.reversed_ends(changes):
            raise error
        before = {cell: self._restorable(cell) for cell, _ in changes}
        made = self._put(changes)
        self._steps.record([CellChange(row.cell, before[row.cell], row.value) for row in made])
        return len(made)

    def reversed_ends(self, changes: Sequence[Change]) -> Iterator[tuple[Cell, InputError]]:
        """Yield those of ``changes`` that ``write`` refuses, each with its reason."""
        return reversed_ends(changes, self._pen.heads, self.definition.indicator)

    def _put(self, changes: Sequence[Change]) -> tuple[Revision, ...]:
        made = self._pen.write(changes)
        if any(row.field in OF_FINDING for row in made):
            self._lists = None
        if made:
            self.saved_at = datetime.now(UTC)
            self._standing.follow([row.cell for row in made], self._pen.heads)
        return made

    def take_versions(
        self, newer: Iterable[Version], texts: Mapping[bytes, str], version: bytes
    ) -> None:
        """Add definition versions with the parts this book may hold, and put ``version`` in force.

        No mark is touched. What was typed before cannot be taken back by undo any more: it may
        mean something else now.

        Raises:
            StoreError: the disk refuses; the book is as before.
        """
        with self._store.write() as connection:
            for added in newer:
                held = {hash_: texts[hash_] for hash_ in added.parts if hash_ in texts}
                add_version(connection, added, held.items())
            set_fact(connection, "definition", version.hex())
        self._read()

    # --- back and forth --------------------------------------------------------------------

    @property
    def last_step(self) -> Step | None:
        """What ``undo`` would take back."""
        return self._steps.last

    @property
    def next_step(self) -> Step | None:
        """What ``redo`` would do again."""
        return self._steps.next

    def undo(self) -> Step | None:
        """Take the last step back, by new revisions, and return it; None where there is none.

        Raises:
            StoreError: the disk refuses; nothing was stored.
        """
        step = self._steps.last
        if step is not None:
            self._put(step.back())
            self._steps.take_back()
        return step

    def redo(self) -> Step | None:
        """Do again what was taken back last and return it; None where there is nothing.

        Raises:
            StoreError: the disk refuses; nothing was stored.
        """
        step = self._steps.next
        if step is not None:
            self._put(step.forth())
            self._steps.redo()
        return step

    def _restorable(self, cell: Cell) -> str | None:
        """Return what undoing may write back: never a value that would now mean another mark."""
        group = self._pen.heads.get(cell, ())
        if len(values(group)) != 1 or not any(map(self._still_reads, group)):
            return None
        return group[0].value

    # --- sealing ---------------------------------------------------------------------------

    @property
    def standing(self) -> Standing:
        """The newest seal and what has changed since."""
        return self._standing

    def receipt(self) -> str | None:
        """Return the receipt code while the book is sealed and unchanged since."""
        return self._standing.receipt

    def seal(self) -> Sealed:
        """Seal the book in its present state; sealing an unchanged book adds nothing.

        Raises:
            StoreError: the disk refuses.
        """
        heads = self._pen.heads
        missing = self._sheets.missing(heads)
        is_new = self._standing.receipt is None
        if is_new:
            seal_book(self._store, self.uid, self.owner.uid, self._version, heads)
            self._standing = Standing(self._store, self._version, heads)
        seal = self._standing.seal
        if seal is None:
            raise AssertionError("a book that was just sealed has a seal")
        return Sealed(receipt_of(seal), missing, seal.sealed_at, is_new=is_new)


def open_book(path: Path, *, read_only: bool = False) -> Book:
    """Open the score book at ``path`` for its evaluator, or a picture of it for reading.

    Raises:
        StoreBusy: another program has it open for writing.
        StoreError: absent, not a score book, damaged or newer.
    """
    store = open_document(path, DocumentKind.SCORE, read_only=read_only)
    try:
        return Book(store)
    except BaseException:
        store.close()
        raise

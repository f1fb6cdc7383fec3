"""An open score book: what its evaluator does with it, each thing committed when it returns."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from models.errors import StoreError
from models.journal import Revision
from models.schema import DocumentKind
from models.store import Store, open_store, read_store
from workbench.definition.stored import in_force, stored_facts, stored_versions
from workbench.definition.terms import Definition, Evaluator, Uid
from workbench.errors import InputError
from workbench.home import moment
from workbench.journal.fields import FIGURES, OF_FINDING, OF_SERVICE
from workbench.journal.pen import Change, Pen
from workbench.journal.receipt import receipt_of
from workbench.results.findings import Lists, items_by_list
from workbench.results.marks import MarkReader
from workbench.scoring.lists import list_changes
from workbench.scoring.sealing import Sealed, seal_book, standing_seal
from workbench.scoring.sheet import ServiceSheet
from workbench.scoring.sheets import SheetReader
from workbench.scoring.values import stored_mark, stored_text


class Book:
    """One evaluator's score book. Close it to give the file back."""

    def __init__(self, store: Store) -> None:
        """Read definition and heads of an open ``.score`` store; use ``open_book``."""
        self._store = store
        with store.read() as connection:
            self._uid, self._version, owner = stored_facts(connection, "uid", "definition", "owner")
            versions = stored_versions(connection)
            self.definition: Definition = in_force(versions, self._version)
            if owner not in self.definition.evaluator:
                raise StoreError("store_damaged")
        self.path: Path = store.path
        self.owner: Evaluator = self.definition.evaluator[owner]
        self._pen = Pen(store, self.owner.uid, self._version, self._still_reads)
        self._marks = MarkReader(self.definition, self._pen.heads, versions)
        self._lists: Lists | None = None
        self._sheets = SheetReader(self.definition, self.owner, self._marks)
        made = (row.made_at for group in self._pen.heads.values() for row in group)
        latest = max(made, default=0)
        self.saved_at: datetime | None = moment(latest) if latest else None

    def sheets(self) -> tuple[ServiceSheet, ...]:
        """Return the sheet of every service this evaluator scores, by service number."""
        return tuple(
            self._sheets.sheet(service, self._pen.heads, self._findings())
            for service in self._sheets.services
        )

    def sheet(self, service: Uid) -> ServiceSheet:
        """Return the sheet of one service."""
        row = self.definition.service[service]
        return self._sheets.sheet(row, self._pen.heads, self._findings())

    def record(self, service: Uid, indicator: Uid | None, field: str, text: str) -> ServiceSheet:
        """Store what was typed for one cell and return the service's sheet as it now stands.

        ``indicator`` is None for ``opinion``. Blank clears; an equal value makes no revision.

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
            self._require_scored(service)
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
        self._require_scored(service)
        return list_changes(self._findings(), self.owner.uid, service, kind, texts)

    def write(self, changes: Sequence[Change]) -> int:
        """Store ``changes`` in one transaction and return how many revisions they made.

        Raises:
            StoreError: the disk refuses; nothing was stored.
        """
        made = self._pen.write(changes)
        if any(row.field in OF_FINDING for row in made):
            self._lists = None
        if made:
            self.saved_at = datetime.now(UTC)
        return len(made)

    def receipt(self) -> str | None:
        """Return the receipt code while the book is sealed and unchanged since."""
        seal = standing_seal(self._store, self._uid, self._version)
        return None if seal is None else receipt_of(seal)

    def seal(self) -> Sealed:
        """Seal the book in its present state; sealing an unchanged book adds nothing.

        Raises:
            StoreError: the disk refuses.
        """
        missing = self._sheets.missing(self._pen.heads)
        return seal_book(self._store, self._uid, self.owner.uid, self._version, missing=missing)

    def close(self) -> None:
        """Give the file back."""
        self._store.close()

    def __enter__(self) -> "Book":
        """Return the book itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the book."""
        self.close()

    def _findings(self) -> Lists:
        """Return the lists of findings, gathered once until one of them changes."""
        if self._lists is None:
            self._lists = items_by_list(self._pen.heads)
        return self._lists

    def _require_scored(self, service: Uid) -> None:
        if not any(row.uid == service for row in self._sheets.services):
            raise InputError("mark_not_expected")

    def _still_reads(self, revision: Revision) -> bool:
        if revision.field not in FIGURES or revision.definition == self._version:
            return True
        indicator = self.definition.indicator.get(revision.subject)
        return indicator is not None and self._marks.is_readable(revision, indicator)


def open_book(path: Path, *, read_only: bool = False) -> Book:
    """Open the score book at ``path`` for its evaluator, or a picture of it for reading.

    Raises:
        StoreBusy: another program has it open for writing.
        StoreError: absent, not a score book, damaged or newer.
    """
    opening = read_store if read_only else open_store
    store = opening(path, DocumentKind.SCORE)
    try:
        return Book(store)
    except BaseException:
        store.close()
        raise

"""An open score book as it reads: definition, heads, sheets, lists, history; and its file."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Self

from models.errors import StoreError
from models.journal import Revision, revisions_of_subject
from models.store import Store
from workbench.definition.stored import in_force, stored_facts, stored_versions
from workbench.definition.terms import Definition, Evaluator, Uid
from workbench.documents import is_being_written
from workbench.errors import InputError
from workbench.home import moment
from workbench.journal.fields import FIGURES, Field
from workbench.journal.pen import Pen
from workbench.journal.revisions import Cell
from workbench.results.findings import Lists, items_by_list, one_value
from workbench.results.marks import Heads, MarkReader
from workbench.scoring.past import PastValue, past_of
from workbench.scoring.sealing import Standing
from workbench.scoring.sheet import ServiceSheet
from workbench.scoring.sheets import SheetReader
from workbench.scoring.steps import Steps

if TYPE_CHECKING:
    from datetime import datetime


class BookReading:
    """What a score book says. Nothing here writes a revision; ``Book`` does."""

    def __init__(self, store: Store) -> None:
        """Read definition and heads of an open ``.score`` store; use ``open_book``."""
        self._store = store
        self.path: Path = store.path
        self._read()
        made = (row.made_at for group in self._pen.heads.values() for row in group)
        latest = max(made, default=0)
        self.saved_at: datetime | None = moment(latest) if latest else None

    def _read(self) -> None:
        """Read which definition is in force and everything that follows from it."""
        store = self._store
        with store.read() as connection:
            self.uid, self.round, self._version, owner = stored_facts(
                connection, "uid", "round", "definition", "owner"
            )
            self.versions: Mapping[bytes, Definition] = stored_versions(connection)
            self.definition: Definition = in_force(self.versions, self._version)
            if owner not in self.definition.evaluator:
                raise StoreError("store_damaged")
        self.owner: Evaluator = self.definition.evaluator[owner]
        self._pen = Pen(store, self.owner.uid, self._version, self._still_reads)
        self._marks = MarkReader(self._pen.heads, self.versions)
        self._lists: Lists | None = None
        self._sheets = SheetReader(self.definition, self.owner, self._marks)
        self._standing = Standing(store, self._version, self._pen.heads)
        self._steps = Steps()

    @property
    def heads(self) -> Heads:
        """Return the heads of every cell as they now stand."""
        return self._pen.heads

    def sheets(self) -> tuple[ServiceSheet, ...]:
        """Return the sheet of every service this evaluator scores, by service number."""
        lists = self.lists()
        heads = self._pen.heads
        return tuple(self._sheets.sheet(row, heads, lists) for row in self._sheets.services)

    def sheet(self, service: Uid) -> ServiceSheet:
        """Return the sheet of one service."""
        row = self.definition.service[service]
        return self._sheets.sheet(row, self._pen.heads, self.lists())

    def lists(self) -> Lists:
        """Return the lists of findings, gathered once until one of them changes."""
        if self._lists is None:
            self._lists = items_by_list(self._pen.heads)
        return self._lists

    def past(self, service: Uid, subject: Uid, fields: Sequence[str]) -> tuple[PastValue, ...]:
        """Return the history of ``fields`` of one subject of a service, newest first."""
        with self._store.read() as connection:
            revisions = revisions_of_subject(connection, service, subject)
        present = frozenset(
            row.id
            for field in fields
            for row in self._pen.heads.get((self.owner.uid, service, subject, field), ())
        )
        return past_of(revisions, fields, present)

    @property
    def pledged(self) -> str | None:
        """The day on which the integrity pledge was confirmed (ISO), None while it was not."""
        return one_value(self._pen.heads, self._pledge_cell())

    def _pledge_cell(self) -> Cell:
        return self.owner.uid, self.round, self.round, Field.PLEDGE

    # --- the file --------------------------------------------------------------------------

    @property
    def taken_at(self) -> "datetime | None":
        """Return when the picture was taken if another program has the book open for writing."""
        is_picture = self._store.read_only and is_being_written(self.path)
        return self._store.taken_at if is_picture else None

    def image(self) -> bytes:
        """Return the whole book as of now, as the bytes of a file.

        Raises:
            StoreError: the file cannot be read.
        """
        return self._store.image()

    def copy_to(self, target: Path) -> None:
        """Write a whole copy to ``target``: to a draft beside it, checked, then in one step.

        Raises:
            StoreError: the disk refuses; an older ``target`` is then untouched.
        """
        self._store.copy_to(target)

    def close(self) -> None:
        """Give the file back."""
        self._store.close()

    def __enter__(self) -> Self:
        """Return the book itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the book."""
        self.close()

    def require_scored(self, service: Uid) -> None:
        """Refuse a service of which the owner scores nothing.

        Raises:
            InputError: it is none of his.
        """
        if not any(row.uid == service for row in self._sheets.services):
            raise InputError("mark_not_expected")

    def _still_reads(self, revision: Revision) -> bool:
        if revision.field not in FIGURES or revision.definition == self._version:
            return True
        indicator = self.definition.indicator.get(revision.subject)
        return indicator is not None and self._marks.is_readable(revision, indicator)

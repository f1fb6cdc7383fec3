"""The one way a value gets into a document: as revisions on top of the heads it replaces."""

from collections.abc import Callable, Iterable, Sequence

from sqlalchemy import Connection

from models.definitions import facts, set_fact
from models.journal import (
    Revision,
    add_revisions,
    last_seq,
    numbered_heads,
    replace_heads,
)
from models.schema import DocumentKind
from models.store import Store
from workbench.definition.stored import stored_facts
from workbench.home import now_ms
from workbench.journal import replicas
from workbench.journal.proving import require_heads
from workbench.journal.revisions import Cell, by_cell, intact, make_revision, values

Change = tuple[Cell, str | None]
Beside = Callable[[Connection, Sequence[Revision]], None]


class Pen:
    """Writes one author's revisions into one open document and knows its heads.

    ``still_reads`` says whether a head's value still means the same under the present
    definition; only then does typing the same value again make no revision.
    """

    def __init__(
        self,
        store: Store,
        author: bytes,
        definition: bytes,
        still_reads: Callable[[Revision], bool],
    ) -> None:
        """Read the heads of ``store`` and take up its running numbers."""
        self._store = store
        self._author = author
        self._definition = definition
        self._still_reads = still_reads
        with store.read() as connection:
            (self._document,) = stored_facts(connection, "uid")
            numbered = numbered_heads(connection)
            known = intact(numbered.values())
            require_heads(connection, known, is_round=store.kind is DocumentKind.ROUND)
            self.heads: dict[Cell, tuple[Revision, ...]] = by_cell(known)
            self._numbers = {row.id: number for number, row in numbered.items()}
            written = _replica_in(connection)
            seq = 0 if written is None else last_seq(connection, written)
        self._replica = replicas.continued(self._document, written, seq)
        self._seq = 0 if self._replica is None else seq

    def write(
        self,
        changes: Iterable[Change],
        *,
        even_equal: bool = False,
        beside: Beside | None = None,
    ) -> tuple[Revision, ...]:
        """Store ``changes`` in one transaction; return the revisions they made (equal: none).

        Of several changes of one cell the last holds: one hand never makes two heads. With
        ``even_equal`` a value that stands already is written again: a settlement takes all
        heads as its parents, whatever they hold. ``beside`` writes into the same transaction.

        Raises:
            StoreError: the disk refuses; nothing is stored.
        """
        last = dict(changes).items()
        wanted = [
            (cell, value) for cell, value in last if even_equal or not self._stands(cell, value)
        ]
        if not wanted:
            return ()
        replica = self._replica or replicas.new_replica()
        made = self._revisions(wanted, replica)
        gone = [self._numbers[row.id] for cell, _ in wanted for row in self.heads.get(cell, ())]
        with self._store.write() as connection:
            numbers = add_revisions(connection, made)
            replace_heads(connection, gone, numbers.values())
            if self._replica is None:
                set_fact(connection, "replica", replica.hex())
            if beside is not None:
                beside(connection, made)
        self._numbers |= numbers
        self._replica, self._seq = replica, made[-1].seq
        self.heads |= {row.cell: (row,) for row in made}
        replicas.note(self._document, replica, self._seq)
        return tuple(made)

    def _stands(self, cell: Cell, value: str | None) -> bool:
        group = self.heads.get(cell, ())
        if not group:
            return value is None
        if values(group) != {value}:
            return False
        return value is None or any(self._still_reads(row) for row in group)

    def _revisions(self, wanted: Sequence[Change], replica: bytes) -> list[Revision]:
        at = now_ms()
        return [
            make_revision(
                cell,
                value,
                author=self._author,
                replica=replica,
                seq=self._seq + index,
                definition=self._definition,
                made_at=at,
                parents=[row.id for row in self.heads.get(cell, ())],
            )
            for index, (cell, value) in enumerate(wanted, start=1)
        ]


def _replica_in(connection: Connection) -> bytes | None:
    if "replica" not in facts(connection):
        return None
    (replica,) = stored_facts(connection, "replica")
    return replica

"""One evaluator's side of the inbox: which of his cells are open, and where each value stands."""

from collections import Counter
from collections.abc import Iterable, Mapping

from sqlalchemy import Connection

from models.imports import standing_files
from models.journal import Revision
from workbench.definition.terms import Definition, Indicator, Service, Uid
from workbench.journal.counting import forked
from workbench.journal.fields import FIGURES, FINDINGS, MAKE_POINTS, Field
from workbench.journal.revisions import Cell, by_cell, heads
from workbench.results.marks import MarkReader
from workbench.rounds.state import OwnerJournal, RoundState, read_owner
from workbench.scoring.values import fits
from workbench.settling.open_cells import OpenCell, Source, Why


def file_names(connection: Connection) -> dict[bytes, str]:
    """Return what every standing file is called, by its digest.

    Copies of one book mostly bear one name; those are told apart by the number of their import.
    """
    rows = standing_files(connection)
    often = Counter(file for _, _, file in rows)
    return {
        digest: file if often[file] == 1 else f"{file} #{number}" for number, digest, file in rows
    }


class Side:
    """What one evaluator's copies say; read once, asked cell by cell."""

    def __init__(
        self, connection: Connection, owner: Uid, state: RoundState, files: Mapping[bytes, str]
    ) -> None:
        """Read the journal of ``owner``; ``files`` are the names of all standing files."""
        self._state = state
        self._owner = owner
        self._files = files
        self._sealed = frozenset(id_ for seal in state.seals for id_ in seal.heads)
        self._journal: OwnerJournal = read_owner(connection, owner)
        standing = self._journal.imported
        self._forked = forked(self._journal.revisions, list(standing.values()), state.lead)
        self._ways = [
            digest
            for digest, ids in standing.items()
            if not any(ids < other for other in standing.values())
        ]
        """Files that no later one contains: what an older state held is no way of its own."""
        self._reader = MarkReader(state.heads, state.versions)
        self._copies: dict[bytes, int] = {}
        self._within: dict[bytes, dict[Cell, tuple[Revision, ...]]] = {}

    def open_cells(self, conflicting: set[Cell]) -> set[Cell]:
        """Return this evaluator's cells that are open."""
        return self._forked | {cell for cell in conflicting if cell[0] == self._owner}

    def rows_of(self, cell: Cell) -> tuple[Revision, ...]:
        """Return what stands in ``cell``: its heads; where it has one, what each way holds."""
        found = set(self._state.heads.get(cell, ()))
        if cell in self._forked and len(found) < 2:
            found |= self._in_ways(cell)
        return _by_time(found)

    def rows_below(self, settlement: Revision) -> tuple[Revision, ...]:
        """Return a settlement with what it stands over and what each way holds."""
        parents = {self._journal.revisions[id_] for id_ in settlement.parent_ids}
        return _by_time({settlement, *parents, *self._in_ways(settlement.cell)})

    def open_cell(self, cell: Cell, rows: Iterable[Revision], why: Why) -> OpenCell:
        """Return ``cell`` with its sources; one that was never filled in a file is one too."""
        sources = [self._source(row) for row in rows]
        if why is Why.FUTURE:
            sources = [*self._nothing(cell), *sources]
        return OpenCell(
            cell,
            why,
            self._state.definition.evaluator[self._owner],
            self._service(cell[1]),
            self._indicator(cell[2]),
            tuple(sources),
            self._finding(cell),
        )

    def _finding(self, cell: Cell) -> str:
        """Return the text to which a place or a link belongs."""
        if cell[3] not in (Field.ORDER, Field.ABOUT):
            return ""
        groups = (self._state.heads.get((*cell[:3], kind), ()) for kind in FINDINGS)
        return next((row.value for group in groups for row in group if row.value), "")

    def _service(self, uid: Uid) -> Service | None:
        known = (row.service.get(uid) for row in self._versions())
        return next((found for found in known if found is not None), None)

    def _indicator(self, uid: Uid) -> Indicator | None:
        known = (row.indicator.get(uid) for row in self._versions())
        return next((found for found in known if found is not None), None)

    def _versions(self) -> tuple[Definition, ...]:
        """Return the definition in force before those that also know what was taken out since."""
        return self._state.definition, *self._state.versions.values()

    def _source(self, row: Revision) -> Source:
        is_lead = row.author == self._state.lead
        is_link = row.field == Field.ABOUT
        digests = [
            digest for digest in self._journal.imported if row in self._in_file(digest, row.cell)
        ]
        comment = ""
        if row.field in MAKE_POINTS and digests:
            beside = self._in_file(digests[-1], (*row.cell[:3], Field.COMMENT))
            comment = next((text.value for text in beside if text.value), "")
        return Source(
            value=row.value,
            author=row.author,
            is_lead=is_lead,
            files=tuple(self._files[digest] for digest in digests),
            copy=0 if is_lead else self._copy(row.replica),
            made_at=row.made_at,
            is_sealed=row.id in self._sealed,
            comment=comment,
            names=self._indicator(bytes.fromhex(row.value or "")) if is_link else None,
            can_stand=self._can_stand(row),
        )

    def _can_stand(self, row: Revision) -> bool:
        indicator = self._state.definition.indicator.get(row.subject)
        if row.value is None or row.field not in FIGURES or indicator is None:
            return True
        is_readable = self._reader.is_readable(row, indicator)
        return is_readable and fits(indicator, row.field, row.value)

    def _copy(self, replica: bytes) -> int:
        if not self._copies:
            own = (row for row in self._journal.revisions.values() if row.author == self._owner)
            order = dict.fromkeys(row.replica for row in _by_time(own))
            self._copies = {known: number for number, known in enumerate(order, start=1)}
        return self._copies[replica]

    def _nothing(self, cell: Cell) -> list[Source]:
        """Return a source for the files in which ``cell`` was never filled."""
        files = tuple(
            self._files[digest] for digest in self._ways if not self._in_file(digest, cell)
        )
        if not files:
            return []
        return [Source(None, self._owner, False, files, 0, 0, False)]

    def _in_ways(self, cell: Cell) -> set[Revision]:
        return {row for digest in self._ways for row in self._in_file(digest, cell)}

    def _in_file(self, digest: bytes, cell: Cell) -> tuple[Revision, ...]:
        """Return what stands in ``cell`` in the file known by ``digest``."""
        if digest not in self._within:
            revisions = self._journal.revisions
            rows = (revisions[id_] for id_ in self._journal.imported[digest])
            self._within[digest] = by_cell(heads(rows))
        return self._within[digest].get(cell, ())


def _by_time(rows: Iterable[Revision]) -> tuple[Revision, ...]:
    return tuple(sorted(rows, key=lambda row: (row.made_at, row.id)))

"""One owner's journal as it will be after a merge: what his books add, and what counts then."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from models.imports import Seal
from models.journal import Revision
from workbench.definition.terms import Uid
from workbench.journal.counting import counting, forked
from workbench.journal.fields import Field
from workbench.journal.revisions import Cell, by_cell, heads, values
from workbench.merging.reading import OutsideBook
from workbench.merging.report import FileReport
from workbench.results.marks import Heads
from workbench.rounds.state import OwnerJournal

_OF_FINDING: Final = frozenset({Field.ACHIEVEMENT, Field.IMPROVEMENT, Field.ORDER})


@dataclass
class OwnerPlan:
    """One owner's journal as it will be: what is added, and which heads come and go."""

    before: OwnerJournal
    revisions: dict[bytes, Revision]
    imported: dict[bytes, frozenset[bytes]]
    added: list[Revision] = field(default_factory=list)
    seals: dict[bytes, Seal] = field(default_factory=dict)
    heads: frozenset[bytes] = frozenset()
    """Ids of the heads that will count."""
    forked: frozenset[Cell] = frozenset()

    def take(self, book: OutsideBook, before: Heads) -> FileReport:
        """Take ``book`` in and say what it brings to a round whose counted heads are ``before``.

        A book that stands already, by its digest, adds nothing.
        """
        if book.digest in self.imported:
            return FileReport(book.path, "nothing new")
        present = by_cell(book.heads)
        added = [row for id_, row in book.revisions.items() if id_ not in self.revisions]
        self.added += added
        self.revisions |= {row.id: row for row in added}
        self.imported[book.digest] = frozenset(book.revisions)
        self.seals |= {seal.id: seal for seal in book.seals}
        fresh = {row.cell for row in added}
        new = things(fresh)
        changed = (
            cell
            for cell in fresh
            if values(before.get(cell, ())) not in (set(), {None}, values(present[cell]))
        )
        return FileReport(
            book.path,
            "merged",
            new=len(new),
            unchanged=len(things(present) - new),
            changed=len(things(changed)),
        )

    def settle(self, lead: Uid) -> list[Revision]:
        """Return the heads that will count, once every book is taken."""
        standing = list(self.imported.values())
        awake = counting(self.revisions, standing, lead)
        self.forked = frozenset(forked(self.revisions, standing, lead))
        counted = heads(self.revisions[id_] for id_ in awake)
        ids = frozenset(row.id for row in counted)
        self.heads = next((held for held in standing if held == ids), ids)  # kept once
        return counted

    def history(self, digest: bytes) -> list[Revision]:
        """Return every revision of one book that stands."""
        return [self.revisions[id_] for id_ in self.imported[digest]]


def opened(journal: OwnerJournal) -> OwnerPlan:
    """Return the plan of an owner to whom nothing was brought yet."""
    return OwnerPlan(journal, dict(journal.revisions), dict(journal.imported))


def things(cells: Iterable[Cell]) -> set[tuple[Uid, Uid, str]]:
    """Return cells as a person counts them: the place of a finding belongs to the finding."""
    return {
        (service, subject, "" if field in _OF_FINDING else field)
        for _, service, subject, field in cells
    }

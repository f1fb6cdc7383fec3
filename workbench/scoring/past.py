"""The past of a place in a book: who put what there, when, and what stood there before."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from models.journal import Revision
from workbench.definition.terms import Uid
from workbench.home import moment


@dataclass(frozen=True, slots=True)
class PastValue:
    """One entry in the history of a field; None is empty."""

    field: str
    before: str | None
    after: str | None
    author: Uid
    made_at: datetime
    """UTC; shown, never deciding."""
    is_present: bool
    """Whether this is what the field holds now."""


def past_of(
    revisions: Sequence[Revision], fields: Sequence[str], present: frozenset[bytes]
) -> tuple[PastValue, ...]:
    """Return the history of ``fields`` out of one subject's revisions, newest first.

    ``present`` are the ids of the heads. What stood before a revision is the value of its
    parents, of the first of them where they differed.
    """
    known = {row.id: row for row in revisions}

    def before(row: Revision) -> str | None:
        parents = [known[id_].value for id_ in row.parent_ids if id_ in known]
        return next(iter(parents), None)

    return tuple(
        PastValue(
            row.field, before(row), row.value, row.author, moment(row.made_at), row.id in present
        )
        for row in reversed(revisions)
        if row.field in fields
    )

"""The lead's own revisions: settlements, moderated marks, objections, each with its event."""

from collections.abc import Iterable

from models.journal import Revision
from models.store import Store
from workbench.definition.stored import stored_facts
from workbench.journal.pen import Beside, Change, Pen
from workbench.rounds.finality import require_open


def write_as_lead(store: Store, changes: Iterable[Change], beside: Beside) -> tuple[Revision, ...]:
    """Store ``changes`` as the lead's revisions over all heads of their cells, in one transaction.

    ``beside`` writes what belongs to them, the event at least, into the same transaction.

    Raises:
        MergeError: the round is final.
        StoreError: the disk refuses; nothing is stored.
    """
    with store.read() as connection:
        require_open(connection)
        lead, version = stored_facts(connection, "lead", "definition")
    pen = Pen(store, lead, version, lambda _: True)
    return pen.write(changes, even_equal=True, beside=beside)

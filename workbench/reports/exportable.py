"""Read from a round what an export of it would hold and what it would leave out."""

from datetime import UTC, datetime
from typing import Final

from workbench.ledger.objections import objections_in
from workbench.ledger.versions import versions
from workbench.reports.issued_sheets import Issued
from workbench.reports.preview import Exportable
from workbench.reports.preview_lines import apart_lines, closing_lines, withheld_lines
from workbench.reports.preview_parts import parts_of
from workbench.results.conflicts import open_conflicts
from workbench.rounds.desk import Reading, RoundDesk
from workbench.rounds.owners import owner_views
from workbench.rounds.state import read_state

_CONFLICT: Final = "closed_conflict"
_FUTURES: Final = "closed_futures"


def read_exportable(desk: RoundDesk, reading: Reading) -> Exportable:
    """Return what an export of the round behind ``desk``, as last read, could hold.

    Raises:
        StoreError: a byte of what it rests on was changed.
    """
    outcome = reading.outcome
    reasons = frozenset(row.key for row in reading.closed)
    with desk.store.read() as connection:
        state = read_state(connection)
        views = owner_views(connection, state) if _FUTURES in reasons else {}
    known = versions(desk)
    issued = Issued(known, objections_in(state, outcome, known))
    conflicts = open_conflicts(state.definition, state.heads) if _CONFLICT in reasons else []
    forked = {
        uid: sorted(view.forked)
        for uid, view in views.items()
        if view.forked and uid in state.definition.evaluator
    }
    now = datetime.now(UTC).astimezone()
    return Exportable(
        read_at=now,
        rehearsal=outcome.definition.rules.rehearsal,
        version=issued.name(outcome),
        closing=closing_lines(reading, conflicts, forked),
        apart=apart_lines(outcome),
        withheld=withheld_lines(outcome),
        parts=parts_of(outcome, reading.seals, issued, now),
    )

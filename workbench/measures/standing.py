"""The second look beside a result that is at hand: what was seen, and what changed since."""

from collections.abc import Sequence
from dataclasses import dataclass

from models.journal import head_numbers, revisions_of
from workbench.definition.stored import stored_facts
from workbench.definition.terms import Uid
from workbench.journal.revisions import by_cell, intact
from workbench.measures.confirmations import FiguresRow, confirmable, confirmations, figures_rows
from workbench.measures.confirming import Confirmed, confirm_figures
from workbench.results.moderated import Pair
from workbench.results.outcome import Outcome
from workbench.rounds.desk import RoundDesk


@dataclass(frozen=True, slots=True)
class Changed:
    """One figure that is no longer what was confirmed; None where it was not or is not there."""

    evaluator: Uid
    field: str
    before: str | None
    now: str | None


def figures_beside(desk: RoundDesk, outcome: Outcome) -> Confirmed:
    """Return what ``read_figures`` does for the present ``outcome``, without computing it again.

    Only the lead's own revisions are read: the marks are in the outcome.

    Raises:
        StoreError: the round cannot be read.
    """
    with desk.store.read() as connection:
        (lead,) = stored_facts(connection, "lead")
        counted, own = head_numbers(connection), revisions_of(connection, lead)
    heads = by_cell(intact(row for number, row in own.items() if number in counted))
    known = confirmations(heads)
    return Confirmed(outcome, known, figures_rows(outcome, known))


def confirm_seen(
    desk: RoundDesk, rows: Sequence[FiguresRow], by: Uid, note: str = ""
) -> tuple[Pair, ...]:
    """Let ``by`` stand for the figures of ``rows`` as they were seen, and for no others.

    Raises:
        InputError: some of them are no longer what was seen, or as ``confirm_figures``; nothing is
            stored.
        MergeError: the round is final.
        StoreError: the disk refuses; nothing is stored.
    """
    seen = {row.pair: confirmable(row.made.marks) for row in rows}
    return confirm_figures(desk, list(seen), by, note, seen=seen)


def changed_since(row: FiguresRow) -> tuple[Changed, ...]:
    """Return what differs from the figures that were confirmed, in the order of entering.

    Empty where nothing was confirmed, and where it is stale for another reason.
    """
    if row.confirmation is None:
        return ()
    before, now = (
        {(uid, field): value for uid, field, value in base}
        for base in (row.confirmation.base, confirmable(row.made.marks))
    )
    order = {
        (mark.evaluator, field): (at, place)
        for at, mark in enumerate(row.made.marks)
        for place, (field, _) in enumerate(mark.values)
    }
    last = len(row.made.marks), 0
    return tuple(
        Changed(*key, before.get(key), now.get(key))
        for key in sorted(before.keys() | now.keys(), key=lambda key: (order.get(key, last), key))
        if before.get(key) != now.get(key)
    )

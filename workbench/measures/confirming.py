"""Confirming figures as a second person, and taking that back: the lead's revisions."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from sqlalchemy import Connection

from models.journal import Revision
from workbench.definition.places import named, place_of
from workbench.definition.terms import Definition, Uid
from workbench.errors import InputError
from workbench.journal.fields import Field
from workbench.measures.confirmations import (
    Confirmation,
    FiguresRow,
    Stand,
    confirmable,
    confirmations,
    figures_rows,
    why_not,
)
from workbench.results.moderated import Base, Pair
from workbench.results.outcome import Outcome
from workbench.results.scoring import compute
from workbench.rounds.desk import RoundDesk
from workbench.rounds.history import record_event
from workbench.rounds.lead import write_as_lead
from workbench.rounds.state import RoundState, read_state
from workbench.scoring.values import stored_text
from workbench.settling.settling import reason_of


class Confirmed(NamedTuple):
    """The figures of a round as of one moment, and what is said of them."""

    outcome: Outcome
    confirmations: dict[Pair, Confirmation]
    rows: tuple[FiguresRow, ...]


def read_figures(desk: RoundDesk) -> Confirmed:
    """Return the result, the confirmations, and every computed indicator × service in one go."""
    return _read(desk)[1]


def confirm_figures(
    desk: RoundDesk,
    pairs: Sequence[Pair],
    by: Uid,
    note: str = "",
    *,
    seen: Mapping[Pair, Base] | None = None,
) -> tuple[Pair, ...]:
    """Let ``by`` stand for the present figures of ``pairs``; return those that were written.

    What the same person confirmed already is left as it is. With ``seen``, the figures that he
    looked at, nothing is confirmed if one of them is another by now.

    Raises:
        InputError: a foreign pair, figures that are not complete or not those that were seen, or a
            person who may not confirm them: not of this round, who entered some of them, or who is
            recused there. Nothing is stored.
        MergeError: the round is final.
        StoreError: the disk refuses; nothing is stored.
    """
    said = stored_text(note) or ""
    state, found = _read(desk)
    rows = {row.pair: row for row in found.rows}
    _require_seen(state.definition, rows, seen or {})
    wanted: dict[Pair, Confirmation | None] = {}
    for pair in dict.fromkeys(pairs):
        row = rows.get(pair)
        if row is None:
            raise InputError("confirm_not_there", place=_place(state.definition, pair))
        _require_confirmable(found.outcome, row, by)
        base = confirmable(row.made.marks)
        if row.confirmation is None or not row.confirmation.confirms(by, base):
            wanted[pair] = Confirmation(by, base)
    if wanted:
        told = {"by": named(state.definition, by), "note": said}
        _write(desk, state, "figures_confirmed", wanted, told)
    return tuple(wanted)


def drop_confirmation(desk: RoundDesk, pairs: Sequence[Pair], reason: str) -> None:
    """Take the confirmations of ``pairs`` back; the figures wait for a second person again.

    Raises:
        InputError: no reason, or a pair without a confirmation; nothing is stored.
        MergeError: the round is final.
        StoreError: the disk refuses; nothing is stored.
    """
    why = reason_of(reason)
    state, found = _read(desk)
    for pair in pairs:
        if pair not in found.confirmations:
            raise InputError("confirm_nothing_there", place=_place(state.definition, pair))
    if pairs:
        wanted = dict.fromkeys(pairs, None)
        _write(desk, state, "confirmation_dropped", wanted, {"reason": why})


def _require_seen(
    definition: Definition, rows: Mapping[Pair, FiguresRow], seen: Mapping[Pair, Base]
) -> None:
    for pair, base in seen.items():
        row = rows.get(pair)
        if row is None or confirmable(row.made.marks) != base:
            raise InputError("confirm_changed", place=_place(definition, pair))


def _require_confirmable(outcome: Outcome, row: FiguresRow, by: Uid) -> None:
    place = _place(outcome.definition, row.pair)
    key = why_not(outcome, row, by)
    if key:
        raise InputError(key, place=place, who=named(outcome.definition, by))
    if row.stand is Stand.OPEN:
        raise InputError("confirm_not_whole", place=place)


def _read(desk: RoundDesk) -> tuple[RoundState, Confirmed]:
    with desk.store.read() as connection:
        state = read_state(connection)
    outcome = compute(state.definition, state.heads, state.versions)
    known = confirmations(state.heads)
    return state, Confirmed(outcome, known, figures_rows(outcome, known))


def _place(definition: Definition, pair: Pair) -> object:
    return place_of(definition, (b"", *pair, Field.CONFIRMATION))


def _write(
    desk: RoundDesk,
    state: RoundState,
    kind: str,
    wanted: Mapping[Pair, Confirmation | None],
    told: Mapping[str, str],
) -> None:
    changes = [
        (
            (state.lead, *pair, Field.CONFIRMATION.value),
            None if held is None else held.stored(),
        )
        for pair, held in wanted.items()
    ]

    def beside(connection: Connection, made: Sequence[Revision]) -> None:
        cells = [
            {
                "cell": [*(part.hex() for part in row.cell[:3]), row.field],
                "revision": row.id.hex(),
            }
            for row in made
        ]
        record_event(connection, kind, cells=cells, **told)

    write_as_lead(desk.store, changes, beside)

"""Settling: the lead's value over all that stands in a cell, with a reason."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from sqlalchemy import Connection

from models.journal import Revision
from workbench.definition.places import place_of
from workbench.definition.terms import Definition, Uid
from workbench.errors import InputError
from workbench.journal.fields import FIGURES, OF_EVALUATOR, OF_INDICATOR, Field
from workbench.journal.revisions import Cell, heads
from workbench.results.marks import MarkReader
from workbench.rounds.desk import RoundDesk
from workbench.rounds.history import record_event
from workbench.rounds.lead import write_as_lead
from workbench.rounds.state import OwnerJournal, RoundState, read_owner, read_state
from workbench.scoring.values import is_stored_form, stored_mark, stored_text

Choice = tuple[Cell, str | None]
"""A cell, and what shall stand in it as it was typed or stored; None or blank is empty."""

_TEXTS: Final = OF_EVALUATOR - OF_INDICATOR - {Field.ORDER, Field.ABOUT}


def settle(desk: RoundDesk, choices: Sequence[Choice], reason: str) -> tuple[Revision, ...]:
    """Put the lead's values over everything that stands in the cells, in one step.

    Each becomes a revision with all heads of its cell as parents, so it survives every later
    merge, and a later change by the evaluator is a new conflict beside it.

    Raises:
        InputError: no reason, a cell in which nothing stands, a value that cannot stand there, or
            one that stands there under a scale or formula that is no longer in force.
        MergeError: the round is final.
        StoreError: the disk refuses; nothing is stored.
    """
    why = reason_of(reason)
    with desk.store.read() as connection:
        state = read_state(connection)
        wanted = {cell: settled_value(state.definition, cell, text) for cell, text in choices}
        for cell in wanted:
            _require_heads(state, cell)
        _require_readable(connection, state, wanted)

    def beside(connection: Connection, made: Sequence[Revision]) -> None:
        record_event(connection, "settled", reason=why, cells=[_told(row) for row in made])

    return write_as_lead(desk.store, wanted.items(), beside)


def reason_of(text: str) -> str:
    """Return a reason through the one door.

    Raises:
        InputError: there is none.
    """
    reason = stored_text(text)
    if reason is None:
        raise InputError("settle_reason_missing")
    return reason


def settled_value(definition: Definition, cell: Cell, text: str | None) -> str | None:
    """Return the stored form of what shall stand in ``cell``, through the door that typing uses.

    Raises:
        InputError: it cannot stand there.
    """
    _, _, subject, field = cell
    indicator = definition.indicator.get(subject)
    if text is None or not text.strip():
        return None
    if indicator is not None and field in OF_INDICATOR:
        return stored_mark(indicator, field, text)
    if field in _TEXTS:
        return stored_text(text)
    if is_stored_form(field, text):
        return text
    raise InputError("settle_value_unfit", place=place_of(definition, cell))


def _require_heads(state: RoundState, cell: Cell) -> None:
    owner, _, _, field = cell
    if owner not in state.books or field not in OF_EVALUATOR or not state.heads.get(cell):
        raise InputError("settle_nothing_there", place=place_of(state.definition, cell))


def _require_readable(
    connection: Connection, state: RoundState, wanted: Mapping[Cell, str | None]
) -> None:
    """Refuse to take a figure that means something else now than when it was typed."""
    reader = MarkReader(state.heads, state.versions)
    journals: dict[Uid, OwnerJournal] = {}
    for cell, value in wanted.items():
        owner, _, subject, field = cell
        indicator = state.definition.indicator.get(subject)
        if value is None or field not in FIGURES or indicator is None:
            continue
        if owner not in journals:
            journals[owner] = read_owner(connection, owner)
        found = (*state.heads[cell], *_in_files(journals[owner], cell))
        same = [row for row in found if row.value == value]
        if same and not any(reader.is_readable(row, indicator) for row in same):
            place = place_of(state.definition, cell)
            raise InputError("settle_rule_changed", place=place, value=value)


def _in_files(journal: OwnerJournal, cell: Cell) -> Iterator[Revision]:
    """Yield what each standing file holds in ``cell``."""
    rows = [row for row in journal.revisions.values() if row.cell == cell]
    for ids in journal.imported.values():
        yield from heads(row for row in rows if row.id in ids)


def _told(row: Revision) -> dict[str, object]:
    return {
        "cell": [*(part.hex() for part in row.cell[:3]), row.field],
        "value": row.value,
        "revision": row.id.hex(),
        "parents": [id_.hex() for id_ in row.parent_ids],
    }

"""Giving, changing and taking back adjustments: the lead's revisions, each with its reason."""

from collections.abc import Sequence
from typing import NamedTuple
from uuid import uuid4

from sqlalchemy import Connection

from models.journal import Revision
from workbench.adjusting.effects import AdjustedService, adjusted_services
from workbench.adjusting.points import parse_points
from workbench.definition.terms import Definition, Service, Uid
from workbench.errors import InputError
from workbench.journal.fields import Field
from workbench.journal.revisions import Cell
from workbench.ledger.logged import objected_services as every_service
from workbench.results.adjusting import Adjusted, read_adjusted
from workbench.rounds.desk import RoundDesk
from workbench.rounds.finality import require_open
from workbench.rounds.history import record_event
from workbench.rounds.lead import write_as_lead
from workbench.rounds.state import RoundState, read_state
from workbench.scoring.values import stored_text
from workbench.settling.settling import reason_of


class _Known(NamedTuple):
    """An adjustment that stands, and its cell."""

    cell: Cell
    held: Adjusted


def adjust(
    desk: RoundDesk,
    service_number: int,
    points: str,
    reason: str,
    evidence: str = "",
    uid: Uid | None = None,
) -> Uid:
    """Give service ``service_number`` an adjustment, or change the one of ``uid``; return its uid.

    ``points`` is what was typed, always with its sign. What changes nothing is not written.

    Raises:
        InputError: points that do not fit, no reason, no such service or an exempt one, or no
            such adjustment in it.
        MergeError: the round is final.
        StoreError: the disk refuses; nothing is stored.
    """
    wanted = checked(desk.definition, service_number, points, reason, evidence)
    service = adjustable(desk.definition, service_number)
    with desk.store.read() as connection:
        require_open(connection)
        state = read_state(connection)
    before = ""
    if uid is not None:
        known = _known(state, uid)
        if known.cell[1] != service.uid:
            raise InputError("adjust_unknown")
        if known.held == wanted:
            return uid
        before = f"{known.held.points:+f}"
    subject = uid or uuid4().bytes
    cell = (state.lead, service.uid, subject, Field.ADJUSTMENT.value)
    told = {"points": f"{wanted.points:+f}", "before": before}
    told |= {"reason": wanted.reason, "evidence": wanted.evidence}
    _write(desk, "adjusted", (cell, wanted), service, **told)
    return subject


def take_back(desk: RoundDesk, uid: Uid, reason: str) -> None:
    """Take the adjustment of ``uid`` back; its history stays.

    Raises:
        InputError: no reason, or no such adjustment.
        MergeError: the round is final.
        StoreError: the disk refuses; nothing is stored.
    """
    why = reason_of(reason)
    with desk.store.read() as connection:
        require_open(connection)
        state = read_state(connection)
    cell, held = _known(state, uid)
    service = every_service(state)[cell[1]]
    points = f"{held.points:+f}"
    _write(desk, "adjustment_taken_back", (cell, None), service, points=points, reason=why)


def adjustments_of(desk: RoundDesk) -> tuple[AdjustedService, ...]:
    """Return every service by number with its adjustments and what they do to it."""
    return adjusted_services(desk.outcome())


def checked(
    definition: Definition, service_number: int, points: str, reason: str, evidence: str
) -> Adjusted:
    """Return what would be stored, or refuse it without asking the round anything.

    Raises:
        InputError: points that do not fit, no reason, no such service or an exempt one.
    """
    adjustable(definition, service_number)
    size = parse_points(points, definition.rules)
    return Adjusted(size, reason_of(reason), stored_text(evidence) or "")


def adjustable(definition: Definition, number: int) -> Service:
    """Return the service with ``number``, which can be adjusted.

    Raises:
        InputError: there is none, or it is exempt and has no total to adjust.
    """
    service = next((row for row in definition.services if row.number == number), None)
    if service is None:
        raise InputError("adjust_no_service", number=number)
    if service.exempt:
        raise InputError("adjust_exempt", service=f"{service.number} {service.name}")
    return service


def _known(state: RoundState, uid: Uid) -> _Known:
    for cell, group in state.heads.items():
        value = group[0].value
        if cell[2] == uid and cell[3] == Field.ADJUSTMENT and value is not None:
            return _Known(cell, read_adjusted(value))
    raise InputError("adjust_unknown")


def _write(
    desk: RoundDesk,
    kind: str,
    change: tuple[Cell, Adjusted | None],
    service: Service,
    **told: str,
) -> None:
    cell, wanted = change

    def beside(connection: Connection, made: Sequence[Revision]) -> None:
        named = {"number": service.number, "service": f"{service.number} {service.name}"}
        record_event(connection, kind, revision=made[0].id.hex(), **named, **told)

    write_as_lead(desk.store, [(cell, None if wanted is None else wanted.stored())], beside)

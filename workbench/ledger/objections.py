"""Objections (이의신청): logged per service against an issued version, decided with a reason."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import uuid4

from sqlalchemy import Connection

from workbench.definition.terms import Service, Uid
from workbench.errors import InputError
from workbench.home import now_ms
from workbench.journal.fields import Field
from workbench.ledger.logged import logged_objections, objected_services
from workbench.ledger.versions import (
    Difference,
    ResultVersion,
    as_version,
    difference,
    versions,
)
from workbench.results.outcome import Outcome
from workbench.rounds.desk import RoundDesk
from workbench.rounds.history import record_event
from workbench.rounds.lead import write_as_lead
from workbench.rounds.state import RoundState, read_state
from workbench.scoring.values import stored_text
from workbench.settling.settling import reason_of

DECISIONS: Final = ("accepted", "partly", "rejected")


@dataclass(frozen=True, slots=True)
class Objection:
    """One objection to the result of a service."""

    uid: Uid
    number: int
    """In the order in which they were logged, from 1."""
    service: Service
    version: int
    """The result version it was raised against."""
    received: str
    """Date as YYYY-MM-DD."""
    by: str
    claim: str
    decision: str
    """One of ``DECISIONS``, empty while it is undecided."""
    reason: str
    logged_at: int
    changed: tuple[Difference, ...]
    """What differs in the service now from that version."""


def objections(desk: RoundDesk) -> tuple[Objection, ...]:
    """Return every objection in the order in which they were logged."""
    return objections_to(desk, desk.outcome(), versions(desk))


def objections_to(
    desk: RoundDesk, outcome: Outcome, issued: Iterable[ResultVersion]
) -> tuple[Objection, ...]:
    """Return the same where the present ``outcome`` and the ``issued`` versions are at hand."""
    with desk.store.read() as connection:
        state = read_state(connection)
    return objections_in(state, outcome, issued)


def objections_in(
    state: RoundState, outcome: Outcome, issued: Iterable[ResultVersion]
) -> tuple[Objection, ...]:
    """Return the objections that ``state`` holds, with what differs since their versions."""
    rows = logged_objections(state)
    if not rows:
        return ()
    present = as_version(outcome)
    services = objected_services(state)
    since = {row.number: difference(row, present) for row in issued}
    return tuple(
        Objection(
            uid=uid,
            number=content["number"],
            service=services[service],
            version=content["version"],
            received=content["received"],
            by=content["by"],
            claim=content["claim"],
            decision=content["decision"],
            reason=content["reason"],
            logged_at=content["logged_at"],
            changed=tuple(
                row for row in since.get(content["version"], ()) if row.service == service
            ),
        )
        for (service, uid), content in rows.items()
    )


def log_objection(desk: RoundDesk, number: int, received: str, by: str, claim: str) -> None:
    """Log an objection to the result of service ``number``, against the newest version.

    Raises:
        InputError: no version was issued yet, no such service, no date, nobody or no claim.
        MergeError: the round is final.
        StoreError: the disk refuses; nothing is stored.
    """
    issued = versions(desk)
    if not issued:
        raise InputError("objection_before_version")
    service = next((row for row in desk.definition.services if row.number == number), None)
    if service is None:
        raise InputError("objection_no_service", number=number)
    who, what = stored_text(by), stored_text(claim)
    if who is None or what is None:
        raise InputError("objection_incomplete")
    with desk.store.read() as connection:
        state = read_state(connection)
    content = {
        "number": len(logged_objections(state)) + 1,
        "version": issued[-1].number,
        "received": received_on(received),
        "by": who,
        "claim": what,
        "decision": "",
        "reason": "",
        "logged_at": now_ms(),
    }
    cell = (state.lead, service.uid, uuid4().bytes, Field.OBJECTION.value)

    def beside(connection: Connection, _: object) -> None:
        told = {"number": content["number"], "service": f"{service.number} {service.name}"}
        record_event(connection, "objection_logged", by=who, claim=what, **told)

    write_as_lead(desk.store, [(cell, _text(content))], beside)


def decide_objection(desk: RoundDesk, number: int, decision: str, reason: str) -> None:
    """Decide objection ``number``; what it changes is changed by settling, moderating, merging.

    Raises:
        InputError: no such objection, an unknown decision, or no reason.
        MergeError: the round is final.
        StoreError: the disk refuses; nothing is stored.
    """
    why = reason_of(reason)
    if decision not in DECISIONS:
        raise InputError("objection_decision_unfit", decision=decision[:40] or "–")
    with desk.store.read() as connection:
        state = read_state(connection)
    for (service, uid), content in logged_objections(state).items():
        if content["number"] == number:
            cell = (state.lead, service, uid, Field.OBJECTION.value)
            text = _text(content | {"decision": decision, "reason": why})
            break
    else:
        raise InputError("objection_unknown", number=number)
    known = objected_services(state)[service]

    def beside(connection: Connection, _: object) -> None:
        told = {"number": number, "service": f"{known.number} {known.name}"}
        record_event(connection, "objection_decided", decision=decision, reason=why, **told)

    write_as_lead(desk.store, [(cell, text)], beside)


def received_on(text: str) -> str:
    """Return the day on which an objection came, as YYYY-MM-DD.

    Raises:
        InputError: nothing stands there, or no day.
    """
    if not text.strip():
        raise InputError("objection_date_missing")
    try:
        return date.fromisoformat(text.strip()).isoformat()
    except ValueError as error:
        raise InputError("objection_date_unfit", text=text.strip()[:40]) from error


def _text(content: dict[str, object]) -> str:
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))

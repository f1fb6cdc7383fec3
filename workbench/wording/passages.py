"""Setting the final wording: the whole list of one kind of a service at once, as lists are set."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from models.journal import Revision
from workbench.definition.terms import Definition, Service, Uid
from workbench.errors import InputError
from workbench.journal.fields import Field
from workbench.journal.pen import Change
from workbench.journal.revisions import Cell
from workbench.results.wording import Worded, read_worded
from workbench.rounds.desk import RoundDesk
from workbench.rounds.finality import require_open
from workbench.rounds.history import record_event
from workbench.rounds.lead import write_as_lead
from workbench.rounds.state import RoundState, read_state
from workbench.scoring.values import stored_text

Source = tuple[Uid, Uid]
"""Evaluator and finding."""


@dataclass(frozen=True, slots=True)
class Line:
    """One passage as the lead wants it; the same uid is the same passage."""

    uid: Uid
    text: str
    sources: tuple[Source, ...] = ()


def word_passages(desk: RoundDesk, service: Uid, kind: str, lines: Sequence[Line]) -> None:
    """Let ``lines`` be the final wording of ``kind`` (achievement, improvement) of a service.

    What stands there already is not written again, a passage that is not among ``lines`` is
    cleared, a blank line is none. With no lines the evaluators' own findings stand in the report.

    Raises:
        InputError: no such service, one that is not evaluated, or a text over 100,000 characters.
        MergeError: the round is final.
        StoreError: the disk refuses; nothing is stored.
    """
    wanted = tuple(line for line in map(stored_line, lines) if line is not None)
    with desk.store.read() as connection:
        require_open(connection)
        state = read_state(connection)
    named = _worded_service(state.definition, service)
    changes = _changes(state, service, Field(kind), wanted)
    if not changes:
        return

    def beside(connection: Connection, made: Sequence[Revision]) -> None:
        record_event(
            connection,
            "worded",
            number=named.number,
            service=f"{named.number} {named.name}",
            of=str(kind),
            count=len(wanted),
            revisions=[row.id.hex() for row in made],
        )

    write_as_lead(desk.store, changes, beside)


def stored_line(line: Line) -> Line | None:
    """Return ``line`` as it is stored, each source once; None where it is blank.

    Raises:
        InputError: the text is longer than 100,000 characters.
    """
    text = stored_text(line.text)
    return None if text is None else Line(line.uid, text, tuple(dict.fromkeys(line.sources)))


def _worded_service(definition: Definition, uid: Uid) -> Service:
    service = definition.service.get(uid)
    if service is None:
        raise InputError("wording_no_service")
    if service.exempt:
        raise InputError("wording_exempt", service=f"{service.number} {service.name}")
    return service


def _changes(state: RoundState, service: Uid, kind: Field, lines: Sequence[Line]) -> list[Change]:
    known = {
        subject: read_worded(group[0].value)
        for (_, where, subject, field), group in state.heads.items()
        if where == service and field == Field.WORDING and group[0].value is not None
    }
    present = {uid: held for uid, held in known.items() if held.kind == kind}
    wanted = {
        line.uid: Worded(kind, place, line.text, line.sources)
        for line, place in zip(lines, _places(present, lines), strict=True)
    }

    def cell(uid: Uid) -> Cell:
        return (state.lead, service, uid, Field.WORDING.value)

    changes: list[Change] = [
        (cell(uid), held.stored()) for uid, held in wanted.items() if held != known.get(uid)
    ]
    return changes + [(cell(uid), None) for uid in present if uid not in wanted]


def _places(present: Mapping[Uid, Worded], lines: Sequence[Line]) -> list[int]:
    """Return where ``lines`` stand: as before while they stand in that order, new ones behind."""
    before = [present[line.uid].place for line in lines if line.uid in present]
    in_front = [line.uid in present for line in lines[: len(before)]]
    if not all(in_front) or sorted(set(before)) != before:
        return list(range(1, len(lines) + 1))
    last = before[-1] if before else 0
    return before + list(range(last + 1, last + 1 + len(lines) - len(before)))

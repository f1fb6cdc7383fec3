"""Moderation: an agreed mark above the evaluators' marks, with reason, people and base."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sqlalchemy import Connection

from models.journal import Revision
from workbench.definition.places import place_of
from workbench.definition.terms import Definition, Indicator, Scale
from workbench.errors import InputError
from workbench.exact import parse_number, plain
from workbench.journal.fields import Field
from workbench.results.moderated import Agreed, Pair, base_of, moderations, read_agreed
from workbench.results.outcome import IndicatorOutcome, Outcome
from workbench.results.scoring import compute
from workbench.rounds.desk import RoundDesk
from workbench.rounds.history import record_event
from workbench.rounds.lead import write_as_lead
from workbench.rounds.state import RoundState, read_state
from workbench.scoring.values import ValueUnfit, stored_mark, stored_text
from workbench.settling.settling import reason_of


def moderate(desk: RoundDesk, pair: Pair, mark: str, reason: str, people: Sequence[str]) -> None:
    """Lay the agreed ``mark`` above the marks of ``pair``; blank is not applicable.

    Typed in the unit of the scale; of a computed indicator in points.

    Raises:
        InputError: no reason, nobody present, a mark that does not fit, or a foreign pair.
        MergeError: the round is final.
        StoreError: the disk refuses; nothing is stored.
    """
    why, present = reason_of(reason), _people(people)
    state, outcome = _read(desk)
    made = _made(outcome, pair)
    agreed = Agreed(agreed_mark(made.indicator, mark), why, present, base_of(made.marks))
    _write(desk, state, "moderated", {pair: agreed}, why)


def confirm(desk: RoundDesk, pairs: Sequence[Pair], reason: str) -> None:
    """Let the agreed marks of ``pairs`` stand over what their evaluators say now.

    Raises:
        InputError: no reason, no moderation there, or a mark that cannot be read any more under
            the present rule: that has to be agreed on anew.
        MergeError: the round is final.
        StoreError: the disk refuses; nothing is stored.
    """
    why = reason_of(reason)
    state, outcome = _read(desk)
    known = moderations(state.heads)
    wanted: dict[Pair, Agreed] = {}
    for pair in pairs:
        made = _made(outcome, pair)
        if made.moderated is None:
            raise InputError("moderate_nothing_there", place=_place(state.definition, pair))
        if made.moderated.is_unfit:
            raise InputError("moderate_unfit_now", place=_place(state.definition, pair))
        before = read_agreed(known[pair].value or "")
        wanted[pair] = replace(before, base=base_of(made.marks))
    _write(desk, state, "moderation_confirmed", wanted, why)


def drop(desk: RoundDesk, pair: Pair, reason: str) -> None:
    """Take the moderation of ``pair`` away: the evaluators' marks count again.

    Raises:
        InputError: no reason, or no moderation there.
        MergeError: the round is final.
        StoreError: the disk refuses; nothing is stored.
    """
    why = reason_of(reason)
    state, _ = _read(desk)
    if pair not in moderations(state.heads):
        raise InputError("moderate_nothing_there", place=_place(state.definition, pair))
    _write(desk, state, "moderation_dropped", {pair: None}, why)


def agreed_mark(indicator: Indicator, text: str) -> str:
    """Return the stored form of an agreed mark; blank is not applicable.

    Raises:
        InputError: it does not fit the rule of ``indicator``.
    """
    if not text.strip():
        stored_mark(indicator, Field.NOT_APPLICABLE, "yes")
        return ""
    if indicator.scale not in (Scale.MEASURE, Scale.SURVEY):
        return stored_mark(indicator, Field.SCORE, text) or ""
    points = parse_number(text)
    if points > indicator.max_points:
        most = plain(indicator.max_points)
        raise ValueUnfit("moderate_too_high", number=plain(points), most=most)
    return plain(points)


def _people(names: Sequence[str]) -> tuple[str, ...]:
    present = tuple(name for name in (stored_text(text) for text in names) if name is not None)
    if not present:
        raise InputError("moderate_nobody")
    return present


def _read(desk: RoundDesk) -> tuple[RoundState, Outcome]:
    with desk.store.read() as connection:
        state = read_state(connection)
    return state, compute(state.definition, state.heads, state.versions)


def _made(outcome: Outcome, pair: Pair) -> IndicatorOutcome:
    service, indicator = pair
    for row in outcome.services:
        if row.service.uid == service:
            for made in row.indicators:
                if made.indicator.uid == indicator:
                    return made
    raise InputError("moderate_not_there", place=_place(outcome.definition, pair))


def _place(definition: Definition, pair: Pair) -> object:
    return place_of(definition, (b"", *pair, Field.MODERATION))


def _write(
    desk: RoundDesk,
    state: RoundState,
    kind: str,
    wanted: Mapping[Pair, Agreed | None],
    reason: str,
) -> None:
    changes = [
        (
            (state.lead, *pair, Field.MODERATION.value),
            None if agreed is None else agreed.stored(),
        )
        for pair, agreed in wanted.items()
    ]

    def beside(connection: Connection, made: Sequence[Revision]) -> None:
        told = [
            {
                "cell": [*(part.hex() for part in row.cell[:3]), row.field],
                "mark": "" if row.value is None else read_agreed(row.value).mark,
                "revision": row.id.hex(),
            }
            for row in made
        ]
        record_event(connection, kind, reason=reason, cells=told)

    write_as_lead(desk.store, changes, beside)

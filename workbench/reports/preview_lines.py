"""What keeps a final export closed and what stays out of every export, named and placed."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Final

from models.errors import AppError
from workbench.definition.places import in_order, named, place_of
from workbench.definition.problems import Place
from workbench.definition.terms import Definition, Service, Uid
from workbench.journal.fields import FINDINGS, Field
from workbench.journal.revisions import Cell
from workbench.reports.preview import Item, Jump, Line, Topic
from workbench.results.conflicts import mixtures, stale_moderations
from workbench.results.outcome import (
    IndicatorOutcome,
    MarkState,
    Outcome,
    PointState,
    SealState,
    ServiceOutcome,
    Verdict,
)
from workbench.results.wording import printed_texts
from workbench.rounds.desk import Reading

_DONE: Final = (MarkState.GIVEN, MarkState.NOT_APPLICABLE)
_SAID: Final = frozenset(
    {
        "closed_incomplete",
        "closed_conflict",
        "closed_mixture",
        "closed_stale",
        "closed_futures",
        "closed_enter_again",
        "closed_unsealed",
        "closed_changed",
        "closed_objection",
    }
)
"""The reasons that have a line of their own; any other is told by its sentence."""
_MATRIX: Final = Jump("roster", Place("assignments", "assignments"))
Forked = Mapping[Uid, Collection[Cell]]
"""By evaluator, the cells in which two ways of his book differ."""


def closing_lines(
    reading: Reading, conflicts: Collection[Cell], forked: Forked
) -> tuple[Line, ...]:
    """Return what keeps the final export closed, in the order of its sentences.

    ``conflicts`` are the open cells, ``forked`` the cells of two futures.
    """
    outcome = reading.outcome
    definition = outcome.definition
    lines = (
        _line(Topic.INCOMPLETE, _incomplete(outcome)),
        _line(Topic.CONFLICT, _conflicts(definition, conflicts)),
        _line(Topic.MIXTURE, _pairs(definition, mixtures(outcome), Field.NOT_APPLICABLE)),
        _line(Topic.STALE, _pairs(definition, stale_moderations(outcome), Field.MODERATION)),
        _line(Topic.FUTURES, _futures(definition, forked)),
        _line(Topic.ENTER_AGAIN, _enter_again(outcome)),
        _line(Topic.UNSEALED, (_unsealed(row) for row in reading.seals if row.receipt is None)),
        _line(Topic.OBJECTION, _objections(reading.closed)),
        _line(Topic.OTHER, (Item(row) for row in reading.closed if row.key not in _SAID)),
    )
    return tuple(line for line in lines if line.count)


def apart_lines(outcome: Outcome) -> tuple[Line, ...]:
    """Return what stays out of every export, or is missing in it, and closes nothing."""
    strays = _line(Topic.STRAY, _strays(outcome))
    lines = (
        _line(Topic.EXEMPT, _exempt(outcome)),
        Line(Topic.STRAY, len(outcome.strays), strays.items),
        _line(Topic.UNTOLD, _untold(outcome)),
    )
    return tuple(line for line in lines if line.count)


def withheld_lines(outcome: Outcome) -> tuple[Line, ...]:
    """Return what a public edition never says."""
    opinions = sum(row.kind == Field.OPINION for row in outcome.findings)
    lines = (
        Line(Topic.SCORES, outcome.counted),
        Line(Topic.BELOW, len(outcome.below)),
        Line(Topic.EVALUATORS, len(outcome.definition.evaluators)),
        Line(Topic.OPINIONS, opinions),
    )
    return tuple(line for line in lines if line.count)


def _line(topic: Topic, items: Iterable[Item]) -> Line:
    found = tuple(items)
    return Line(topic, len(found), found)


def _incomplete(outcome: Outcome) -> Iterator[Item]:
    for row in outcome.services:
        if row.verdict is Verdict.INCOMPLETE:
            yield _waiting(outcome.definition, row)


def _waiting(definition: Definition, row: ServiceOutcome) -> Item:
    """Name a service with whose marks it waits for, and where that can be mended."""
    waiting = [made for made in row.indicators if made.state is PointState.INCOMPLETE]
    holes = sum(made.state is PointState.UNASSIGNED for made in row.indicators)
    missing = Counter(uid for made in waiting for uid in _missing(made))
    unagreed = [made for made in waiting if not _missing(made)]
    uid = row.service.uid
    notes: list[AppError] = []
    jumps: list[Jump] = []
    if missing:
        whose = ", ".join(
            f"{who.name} {missing[who.uid]}" for who in definition.evaluators if missing[who.uid]
        )
        notes.append(AppError("preview_missing", count=missing.total(), whose=whose))
        jumps.append(Jump("results", uid))
    if holes:
        notes.append(AppError("preview_unassigned", count=holes))
        jumps.append(_MATRIX)
    if unagreed:
        notes.append(AppError("preview_unagreed", count=len(unagreed)))
        jumps.append(Jump("moderation", (uid, unagreed[0].indicator.uid)))
    if not notes:
        notes.append(AppError("preview_nothing_left"))
        jumps.append(Jump("results", uid))
    return Item(_title(row.service), tuple(notes), jumps[0])


def _missing(made: IndicatorOutcome) -> list[Uid]:
    return [mark.evaluator for mark in made.marks if mark.state not in _DONE]


def _title(service: Service) -> str:
    return f"{service.number} {service.name}"


def _conflicts(definition: Definition, cells: Collection[Cell]) -> Iterator[Item]:
    for cell in in_order(definition, cells):
        who = named(definition, cell[0])
        yield Item(place_of(definition, cell), (who,), Jump("conflicts", cell))


def _pairs(
    definition: Definition, pairs: Iterable[tuple[Uid, Uid]], field: Field
) -> Iterator[Item]:
    for pair in pairs:
        yield Item(place_of(definition, (b"", *pair, field)), (), Jump("moderation", pair))


def _futures(definition: Definition, forked: Forked) -> Iterator[Item]:
    for owner, cells in forked.items():
        note = AppError("preview_futures", count=len(cells))
        first = in_order(definition, cells)[0]
        yield Item(named(definition, owner), (note,), Jump("conflicts", first))


def _enter_again(outcome: Outcome) -> Iterator[Item]:
    definition = outcome.definition
    for service in outcome.services:
        for row in service.indicators:
            for mark in row.marks:
                if mark.state is MarkState.ENTER_AGAIN:
                    cell = (mark.evaluator, service.service.uid, row.indicator.uid, Field.SCORE)
                    who = named(definition, mark.evaluator)
                    place = place_of(definition, cell)
                    yield Item(place, (who,), Jump("progress", mark.evaluator))


def _unsealed(seal: SealState) -> Item:
    notes: list[AppError] = []
    if seal.missing:
        notes.append(AppError("preview_own_missing", count=seal.missing))
    if seal.differing:
        notes.append(AppError("preview_changed", count=len(seal.differing)))
    if not notes:
        notes.append(AppError("preview_unsealed"))
    who = seal.evaluator
    return Item(f"{who.code} {who.name}", tuple(notes), Jump("progress", who.uid))


def _objections(closed: Iterable[AppError]) -> Iterator[Item]:
    for row in closed:
        if row.key == "closed_objection":
            number = row.values["number"]
            note = AppError("preview_objection", number=number)
            yield Item(str(row.values["service"]), (note,), Jump("objections", number))


def _exempt(outcome: Outcome) -> Iterator[Item]:
    for at, service in enumerate(outcome.definition.services):
        if service.exempt:
            place = Place("services", "services", at + 2, "status")
            note = service.reason or AppError("preview_no_reason")
            yield Item(_title(service), (note,), Jump("roster", place))


def _strays(outcome: Outcome) -> Iterator[Item]:
    definition = outcome.definition
    for owner, count in Counter(row.evaluator for row in outcome.strays).items():
        note = AppError("preview_strays", count=count)
        yield Item(named(definition, owner), (note,), _MATRIX)


def _untold(outcome: Outcome) -> Iterator[Item]:
    told = {service for service, kind in printed_texts(outcome) if kind in FINDINGS}
    for service in (row.service for row in outcome.services):
        if service.uid not in told and not service.exempt:
            yield Item(_title(service), (), Jump("wording", service.uid))

"""What keeps a final export closed (DESIGN §5), each thing with its own sentence."""

from collections.abc import Iterable, Iterator, Mapping

from models.errors import AppError
from workbench.definition.places import named, place_of, places_of
from workbench.definition.terms import Definition, Uid
from workbench.errors import MergeError
from workbench.journal.fields import Field
from workbench.ledger.logged import undecided
from workbench.results.conflicts import mixtures, open_conflicts, stale_moderations
from workbench.results.outcome import MarkState, Outcome, SealState, Verdict
from workbench.rounds.owners import OwnerView
from workbench.rounds.state import RoundState


def closing_reasons(
    state: RoundState,
    outcome: Outcome,
    seals: Iterable[SealState],
    views: Mapping[Uid, OwnerView],
) -> tuple[AppError, ...]:
    """Return every reason why no final export can be made now; empty means it can."""
    return (
        *_incomplete(outcome),
        *_conflicts(state, outcome),
        *_stale(outcome),
        *_futures(state.definition, views),
        *_enter_again(outcome),
        *_unsealed(state.definition, seals),
        *_undecided(state),
    )


def _incomplete(outcome: Outcome) -> Iterator[AppError]:
    for row in outcome.services:
        if row.verdict is Verdict.INCOMPLETE:
            yield MergeError(
                "closed_incomplete", number=row.service.number, service=row.service.name
            )


def _conflicts(state: RoundState, outcome: Outcome) -> Iterator[AppError]:
    definition = state.definition
    for owner, service, subject, field in open_conflicts(definition, state.heads):
        yield MergeError(
            "closed_conflict",
            evaluator=named(definition, owner),
            place=place_of(definition, (owner, service, subject, field)),
        )
    for service, indicator in mixtures(outcome):
        yield MergeError(
            "closed_mixture",
            place=place_of(definition, (b"", service, indicator, "not_applicable")),
        )


def _stale(outcome: Outcome) -> Iterator[AppError]:
    for service, indicator in stale_moderations(outcome):
        cell = (b"", service, indicator, Field.MODERATION)
        yield MergeError("closed_stale", place=place_of(outcome.definition, cell))


def _futures(definition: Definition, views: Mapping[Uid, OwnerView]) -> Iterator[AppError]:
    for owner, view in views.items():
        if view.forked and owner in definition.evaluator:
            yield MergeError(
                "closed_futures",
                evaluator=named(definition, owner),
                count=len(view.forked),
                places=places_of(definition, view.forked),
            )


def _undecided(state: RoundState) -> Iterator[AppError]:
    for number, service in undecided(state):
        yield MergeError("closed_objection", number=number, service=service)


def _unsealed(definition: Definition, seals: Iterable[SealState]) -> Iterator[AppError]:
    for row in seals:
        evaluator = named(definition, row.evaluator.uid)
        if row.receipt is None and row.differing:
            places = places_of(definition, row.differing)
            yield MergeError("closed_changed", evaluator=evaluator, places=places)
        elif row.receipt is None:
            yield MergeError("closed_unsealed", evaluator=evaluator)


def _enter_again(outcome: Outcome) -> Iterator[AppError]:
    definition = outcome.definition
    for service in outcome.services:
        for row in service.indicators:
            for mark in row.marks:
                if mark.state is MarkState.ENTER_AGAIN:
                    cell = (mark.evaluator, service.service.uid, row.indicator.uid, "score")
                    yield MergeError(
                        "closed_enter_again",
                        evaluator=named(definition, mark.evaluator),
                        place=place_of(definition, cell),
                    )

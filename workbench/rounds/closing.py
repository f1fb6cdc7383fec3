"""What keeps a final export closed (DESIGN §5), each thing with its own sentence."""

from collections.abc import Iterable, Iterator, Mapping

from models.errors import AppError
from workbench.definition.terms import Definition, Uid
from workbench.errors import MergeError
from workbench.journal.revisions import Cell
from workbench.results.conflicts import mixtures, open_conflicts
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
        *_futures(state.definition, views),
        *_enter_again(outcome),
        *(
            MergeError("closed_unsealed", evaluator=_named(state.definition, row.evaluator.uid))
            for row in seals
            if row.receipt is None
        ),
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
            evaluator=_named(definition, owner),
            place=place_of(definition, (owner, service, subject, field)),
        )
    for service, indicator in mixtures(outcome):
        yield MergeError(
            "closed_mixture",
            place=place_of(definition, (b"", service, indicator, "")),
        )


def _futures(definition: Definition, views: Mapping[Uid, OwnerView]) -> Iterator[AppError]:
    for owner, view in views.items():
        if view.forked and owner in definition.evaluator:
            places = sorted({place_of(definition, cell) for cell in view.forked})
            yield MergeError(
                "closed_futures",
                evaluator=_named(definition, owner),
                count=len(view.forked),
                places=", ".join(places[:5]),
            )


def _enter_again(outcome: Outcome) -> Iterator[AppError]:
    definition = outcome.definition
    for service in outcome.services:
        for row in service.indicators:
            for mark in row.marks:
                if mark.state is MarkState.ENTER_AGAIN:
                    cell = (mark.evaluator, service.service.uid, row.indicator.uid, "")
                    yield MergeError(
                        "closed_enter_again",
                        evaluator=_named(definition, mark.evaluator),
                        place=place_of(definition, cell),
                    )


def place_of(definition: Definition, cell: Cell) -> str:
    """Return where a cell stands as people say it: ``3 사무명 C2 score``."""
    _, service, subject, field = cell
    found = definition.service.get(service)
    parts = [f"{found.number} {found.name}"] if found is not None else []
    indicator = definition.indicator.get(subject)
    if indicator is not None:
        parts.append(indicator.code)
    return " ".join([*parts, field]).strip()


def _named(definition: Definition, uid: Uid) -> str:
    row = definition.evaluator.get(uid)
    return "?" if row is None else f"{row.code} {row.name}"

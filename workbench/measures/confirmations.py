"""Figures looked at by a second person (계량간사): a layer beside the points, which it never makes.

The value of the lead's cell (service, indicator, ``confirmation``) is canonical JSON: who looked,
and as base the figures that were confirmed. When these differ from the present ones, or the person
may not confirm them any more, the confirmation is stale until somebody looks again.
"""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from models.journal import Revision
from workbench.definition.measures import COMPUTED
from workbench.definition.terms import Definition, Evaluator, Scale, Service, Uid
from workbench.journal.fields import FIGURES, Field
from workbench.journal.revisions import Cell
from workbench.measures.explaining import Explained, explained
from workbench.results.moderated import Base, Pair
from workbench.results.outcome import IndicatorOutcome, Mark, MarkState, Outcome

_COUNTED = (MarkState.GIVEN, MarkState.NOT_APPLICABLE)
_OF_THIS_SCALE = (MarkState.GIVEN, MarkState.NO_POINTS, MarkState.EMPTY)


@dataclass(frozen=True, slots=True)
class Confirmation:
    """What the cell holds: who confirmed which figures; and when, for showing."""

    by: Uid
    base: Base
    """(evaluator, field, value) of every figure that was confirmed, sorted."""
    made_at: int = 0
    """Milliseconds since 1970, UTC; shown, never deciding."""
    revision: bytes = b""

    def stored(self) -> str:
        """Return the text that is kept in the cell."""
        base = [[uid.hex(), field, value] for uid, field, value in self.base]
        content = {"by": self.by.hex(), "base": base}
        return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))

    def confirms(self, by: Uid, base: Base) -> bool:
        """Say whether it says that ``by`` confirmed ``base``."""
        return self.by == by and self.base == base


class Stand(StrEnum):
    """How far the second look at the figures of an indicator of a service has come."""

    CONFIRMED = "confirmed"
    STALE = "stale"
    """Confirmed, and something changed since: somebody has to look again."""
    WAITING = "waiting"
    OPEN = "open"
    """A figure is still missing, in conflict or to be entered again: nothing to confirm yet."""


UNCONFIRMED = (Stand.WAITING, Stand.STALE)


@dataclass(frozen=True, slots=True)
class Entered:
    """What one evaluator entered, and how it makes points."""

    evaluator: Evaluator
    mark: Mark
    explained: Explained | None
    """None where the mark is no figures of this formula: not applicable, in conflict, of an
    older scale."""


@dataclass(frozen=True, slots=True)
class FiguresRow:
    """A computed indicator of a service: its figures and whether a second person saw them."""

    service: Service
    made: IndicatorOutcome
    entered: tuple[Entered, ...]
    stand: Stand
    confirmation: Confirmation | None
    by: Evaluator | None
    """Who confirmed, also where it is stale; None for nobody, or somebody no longer here."""

    @property
    def pair(self) -> Pair:
        """Service and indicator."""
        return self.service.uid, self.made.indicator.uid


def read_confirmation(revision: Revision) -> Confirmation:
    """Return the confirmation that ``revision`` holds.

    Raises:
        KeyError, TypeError, ValueError: the text was not made by ``Confirmation.stored``.
    """
    content = json.loads(revision.value or "")
    base = tuple((bytes.fromhex(uid), field, text) for uid, field, text in content["base"])
    return Confirmation(bytes.fromhex(content["by"]), base, revision.made_at, revision.id)


def confirmations(heads: Mapping[Cell, Sequence[Revision]]) -> dict[Pair, Confirmation]:
    """Return the confirmation of every pair that has one."""
    return {
        (service, indicator): read_confirmation(group[0])
        for (_, service, indicator, field), group in heads.items()
        if field == Field.CONFIRMATION and group[0].value is not None
    }


def confirmable(marks: Iterable[Mark]) -> Base:
    """Return the figures that a confirmation of ``marks`` rests on: all that was entered.

    More than what makes points: the number of respondents is confirmed too.
    """
    found: list[tuple[Uid, str, str]] = []
    for mark in (row for row in marks if row.state in _COUNTED):
        is_out = mark.state is MarkState.NOT_APPLICABLE
        for field, value in mark.values:
            if (field == Field.NOT_APPLICABLE) if is_out else (field in FIGURES):
                found.append((mark.evaluator, field, value))
    return tuple(sorted(found))


def why_not(outcome: Outcome, row: FiguresRow, by: Uid) -> str:
    """Return the sentence key of why ``by`` may not confirm the figures of ``row``; else empty."""
    if by not in outcome.definition.evaluator:
        return "confirm_stranger"
    if any(mark.evaluator == by for mark in row.made.marks):
        return "confirm_own"
    if any(one.evaluator == by and one.service == row.service.uid for one in outcome.recusals):
        return "confirm_recused"
    return ""


def figures_rows(
    outcome: Outcome,
    known: Mapping[Pair, Confirmation],
    scales: Collection[Scale] = COMPUTED,
) -> tuple[FiguresRow, ...]:
    """Return every computed indicator of every service, by service number and rubric order.

    What nobody is expected to enter has no row; ``scales`` are those that are wanted.
    """
    return tuple(
        _row(outcome, service.service, made, known)
        for service in outcome.services
        for made in service.indicators
        if made.indicator.scale in scales and made.marks
    )


def unconfirmed(outcome: Outcome, known: Mapping[Pair, Confirmation]) -> tuple[FiguresRow, ...]:
    """Return the figures that are complete and that no second person stands for.

    They close nothing; they are listed before a round becomes final.
    """
    return tuple(row for row in figures_rows(outcome, known) if row.stand in UNCONFIRMED)


def _row(
    outcome: Outcome, service: Service, made: IndicatorOutcome, known: Mapping[Pair, Confirmation]
) -> FiguresRow:
    definition = outcome.definition
    found = known.get((service.uid, made.indicator.uid))
    by = None if found is None else definition.evaluator.get(found.by)
    entered = tuple(_entered(definition, service, made, made.marks))
    row = FiguresRow(service, made, entered, Stand.OPEN, found, by)
    stand = _stand(outcome, row)
    return FiguresRow(service, made, entered, stand, found, by)


def _entered(
    definition: Definition, service: Service, made: IndicatorOutcome, marks: Iterable[Mark]
) -> Iterator[Entered]:
    places = definition.rules.score_places
    for mark in marks:
        shown = None
        if mark.state in _OF_THIS_SCALE:
            figures = dict(mark.values)
            shown = explained(made.indicator, figures, service=service.number, places=places)
        yield Entered(definition.evaluator[mark.evaluator], mark, shown)


def _stand(outcome: Outcome, row: FiguresRow) -> Stand:
    found = row.confirmation
    if not row.made.is_whole:
        return Stand.OPEN
    if found is None:
        return Stand.WAITING
    is_same = found.base == confirmable(row.made.marks)
    return Stand.CONFIRMED if is_same and not why_not(outcome, row, found.by) else Stand.STALE

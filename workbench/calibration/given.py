"""What evaluators differ in: the marks they judged, and the texts they wrote.

Marks are compared as percent of the maximum, so that no indicator weighs more for being worth
more. A mark that a formula or a survey makes is left out: its figures are the same for whoever
looks them up, so their agreement says nothing about judgement and would only hide it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from workbench.definition.terms import Indicator, Scale, Uid
from workbench.journal.fields import Field
from workbench.results.findings import one_value
from workbench.results.marks import Heads
from workbench.results.outcome import (
    IndicatorOutcome,
    Mark,
    MarkState,
    Outcome,
    ServiceOutcome,
)

JUDGED: Final = frozenset({Scale.POINTS, Scale.RATING, Scale.GRADE})
"""The scales on which an evaluator puts his own judgement."""


@dataclass(frozen=True, slots=True)
class GivenMark:
    """One evaluator's own mark that counts; a moderated mark above it changes nothing of it."""

    evaluator: Uid
    service: Uid
    indicator: Indicator
    percent: Fraction
    """Of the indicator's maximum."""


@dataclass(frozen=True, slots=True)
class WrittenText:
    """A finding, opinion or comment as its evaluator wrote it."""

    evaluator: Uid
    service: Uid
    kind: str
    """``achievement``, ``improvement``, ``opinion`` or ``comment``."""
    text: str


CellMarks = Mapping[tuple[Uid, Uid], Sequence[GivenMark]]
"""Marks by (service, indicator): one cell of the comparison."""


def given_marks(outcome: Outcome) -> tuple[GivenMark, ...]:
    """Return the judged marks that count, by service number, rubric order and roster order."""
    return tuple(
        GivenMark(mark.evaluator, service.service.uid, made.indicator, percent)
        for service in outcome.services
        if not service.service.exempt
        for made in service.indicators
        if made.indicator.scale in JUDGED
        for mark, percent in _percents(made)
    )


def _percents(made: IndicatorOutcome) -> Iterator[tuple[Mark, Fraction]]:
    """Yield the marks that count, each with its percent of the maximum; equal ones share it."""
    most = Fraction(made.indicator.max_points)
    known: dict[tuple[tuple[str, str], ...], Fraction] = {}
    for mark in made.marks:
        if mark.state is MarkState.GIVEN and mark.points is not None:
            percent = known.get(mark.values)
            if percent is None:
                percent = known[mark.values] = 100 * mark.points / most
            yield mark, percent


def cells_of(marks: Sequence[GivenMark]) -> CellMarks:
    """Return ``marks`` by the cell they stand in."""
    found: dict[tuple[Uid, Uid], list[GivenMark]] = {}
    for mark in marks:
        found.setdefault((mark.service, mark.indicator.uid), []).append(mark)
    return found


def shared(cells: CellMarks) -> CellMarks:
    """Return the cells in which more than one evaluator gave a mark."""
    return {cell: marks for cell, marks in cells.items() if len(marks) > 1}


def written_texts(outcome: Outcome, heads: Heads) -> tuple[WrittenText, ...]:
    """Return every text of the evaluators who count; what is in conflict is nobody's yet."""
    found = [
        WrittenText(row.evaluator, row.service, str(row.kind), row.text) for row in outcome.findings
    ]
    comments = {cell: group for cell, group in heads.items() if cell[3] == Field.COMMENT}
    commented = {cell[1] for cell in comments}
    for service in outcome.services:
        if service.service.uid in commented:
            found.extend(_comments(service, comments))
    return tuple(found)


def _comments(service: ServiceOutcome, heads: Heads) -> Iterator[WrittenText]:
    where = service.service.uid
    for made in service.indicators:
        for mark in made.marks:
            cell = (mark.evaluator, where, made.indicator.uid, Field.COMMENT)
            comment = one_value(heads, cell)
            if comment is not None:
                yield WrittenText(mark.evaluator, where, Field.COMMENT.value, comment)

"""Strings of equal marks: in a service, over services, between services and between evaluators.

Equal marks may be right; where they stand in a row, or a whole service repeats another one, it
is worth asking whether each was judged on its own.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations, groupby
from typing import Final

from workbench.calibration.given import CellMarks, GivenMark
from workbench.definition.terms import Definition, Uid

LEVEL_IN_SERVICE: Final = 6
"""So many indicators of a service in rubric order at the same percent of the maximum."""
LEVEL_OVER_SERVICES: Final = 8
"""So many services in a row at the same percent of the maximum of one indicator."""
EQUAL_LEAST: Final = 4
"""So many indicators at least before equal services or evaluators say anything."""


@dataclass(frozen=True, slots=True)
class LevelRun:
    """Marks of one evaluator that stand in a row and are all equal."""

    evaluator: Uid
    services: tuple[Uid, ...]
    codes: tuple[str, ...]
    """Several services and one code, or one service and several codes."""
    percent: Fraction

    @property
    def length(self) -> int:
        """How many marks stand in the row."""
        return max(len(self.services), len(self.codes))


@dataclass(frozen=True, slots=True)
class EqualServices:
    """Services in which one evaluator gave the same marks throughout."""

    evaluator: Uid
    services: tuple[Uid, ...]
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EqualEvaluators:
    """Two evaluators whose marks are the same throughout in these services."""

    evaluators: tuple[Uid, Uid]
    services: tuple[Uid, ...]
    marks: int
    """How many pairs of equal marks that makes."""


def level_in_services(marks: Sequence[GivenMark]) -> Iterator[LevelRun]:
    """Yield the runs within a service; ``marks`` stand in rubric order, as the evaluator went."""
    for (evaluator, service), own in _grouped(marks).items():
        for percent, run in groupby(own, key=lambda mark: mark.percent):
            codes = tuple(mark.indicator.code for mark in run)
            if len(codes) >= LEVEL_IN_SERVICE:
                yield LevelRun(evaluator, (service,), codes, percent)


def level_over_services(marks: Sequence[GivenMark]) -> Iterator[LevelRun]:
    """Yield the runs of one indicator; ``marks`` stand by service number."""
    columns: dict[tuple[Uid, str], list[GivenMark]] = {}
    for mark in marks:
        columns.setdefault((mark.evaluator, mark.indicator.code), []).append(mark)
    for (evaluator, code), own in columns.items():
        for percent, run in groupby(own, key=lambda mark: mark.percent):
            services = tuple(mark.service for mark in run)
            if len(services) >= LEVEL_OVER_SERVICES:
                yield LevelRun(evaluator, services, (code,), percent)


def equal_services(marks: Sequence[GivenMark]) -> Iterator[EqualServices]:
    """Yield the services to which one evaluator gave the same marks for the same indicators."""
    alike: dict[tuple[Uid, tuple[tuple[str, Fraction], ...]], list[Uid]] = {}
    for (evaluator, service), own in _grouped(marks).items():
        if len(own) >= EQUAL_LEAST:
            vector = tuple((mark.indicator.code, mark.percent) for mark in own)
            alike.setdefault((evaluator, vector), []).append(service)
    for (evaluator, vector), services in alike.items():
        if len(services) > 1:
            yield EqualServices(evaluator, tuple(services), tuple(code for code, _ in vector))


def equal_evaluators(definition: Definition, shared: CellMarks) -> Iterator[EqualEvaluators]:
    """Yield the pairs whose marks are all equal in a service, with every such service."""
    same: dict[tuple[Uid, Uid], dict[Uid, list[bool]]] = {}
    for (service, _), marks in shared.items():
        for one, other in combinations(marks, 2):
            by_service = same.setdefault((one.evaluator, other.evaluator), {})
            by_service.setdefault(service, []).append(one.percent == other.percent)
    places = {row.uid: at for at, row in enumerate(definition.evaluators)}
    for pair in sorted(same, key=lambda uids: tuple(places[uid] for uid in uids)):
        services = [
            service
            for service, equal in same[pair].items()
            if len(equal) >= EQUAL_LEAST and all(equal)
        ]
        if services:
            count = sum(len(same[pair][service]) for service in services)
            yield EqualEvaluators(pair, tuple(services), count)


def _grouped(marks: Sequence[GivenMark]) -> dict[tuple[Uid, Uid], list[GivenMark]]:
    found: dict[tuple[Uid, Uid], list[GivenMark]] = {}
    for mark in marks:
        found.setdefault((mark.evaluator, mark.service), []).append(mark)
    return found

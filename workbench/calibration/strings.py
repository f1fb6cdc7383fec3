"""Strings of equal marks: in a service, over services, between services and between evaluators.

Equal marks may be right; where they stand in a row, or a whole service repeats another one, it
is worth asking whether each was judged on its own.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby
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
    places = {row.uid: at for at, row in enumerate(definition.evaluators)}
    by_service: dict[Uid, list[Sequence[GivenMark]]] = {}
    for (service, _), marks in shared.items():
        by_service.setdefault(service, []).append(marks)
    same: dict[tuple[int, int], dict[Uid, int]] = {}
    for service, cells in by_service.items():
        for pair, count in _equal_pairs(cells, places):
            same.setdefault(pair, {})[service] = count
    for first, second in sorted(same):
        people = definition.evaluators[first].uid, definition.evaluators[second].uid
        counts = same[first, second]
        yield EqualEvaluators(people, tuple(counts), sum(counts.values()))


def _equal_pairs(
    cells: Sequence[Sequence[GivenMark]], places: Mapping[Uid, int]
) -> Iterator[tuple[tuple[int, int], int]]:
    """Yield the pairs who never differ in ``cells`` of one service, and in how many both stand.

    Sets of people are bits of a number: of sixty there are 1,770 pairs in every cell.
    """
    parted = [_parted(marks, places) for marks in cells]
    differ: dict[int, int] = {}
    for groups in parted:
        present = sum(groups)
        for group in groups:
            for at in _bits(group):
                differ[at] = differ.get(at, 0) | present & ~group
    everybody = sum(1 << at for at in differ)
    for first in sorted(differ):
        for second in _bits(everybody & ~differ[first] & -(2 << first)):
            both = 1 << first | 1 << second
            count = sum(any(group & both == both for group in groups) for groups in parted)
            if count >= EQUAL_LEAST:
                yield (first, second), count


def _parted(marks: Sequence[GivenMark], places: Mapping[Uid, int]) -> list[int]:
    """Return the people of one cell, parted by what they gave."""
    groups: dict[tuple[int, int], int] = {}
    for mark in marks:
        percent = mark.percent.as_integer_ratio()
        groups[percent] = groups.get(percent, 0) | 1 << places[mark.evaluator]
    return list(groups.values())


def _bits(people: int) -> Iterator[int]:
    while people:
        lowest = people & -people
        yield lowest.bit_length() - 1
        people ^= lowest


def _grouped(marks: Sequence[GivenMark]) -> dict[tuple[Uid, Uid], list[GivenMark]]:
    found: dict[tuple[Uid, Uid], list[GivenMark]] = {}
    for mark in marks:
        found.setdefault((mark.evaluator, mark.service), []).append(mark)
    return found

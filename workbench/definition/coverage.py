"""What the assignments leave open, and where they give to many what only one may score."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from workbench.definition.assigning import Grant, Resolution
from workbench.definition.assignments import Assignments
from workbench.definition.problems import runs
from workbench.definition.roster import Evaluators, Services
from workbench.definition.rubric import Rubric
from workbench.definition.tables import Table
from workbench.definition.terms import Aggregation, Standing, Uid

Pair = tuple[Uid, Uid]
"""A service and an indicator."""


def judge_coverage(
    assignments: Assignments,
    resolution: Resolution,
    rubric: Rubric,
    services: Services,
    evaluators: Evaluators,
) -> None:
    """Add a problem for what was given to nobody, and for single marks given to several."""
    table = assignments.table
    if not (table.is_whole and rubric.table.is_whole):
        return
    known = _Known(rubric, services, assignments.doubtful)
    _judge_open(table, resolution, known)
    _judge_single(table, resolution, known, rubric, evaluators)


@dataclass(slots=True)
class _Known:
    """The pairs that can be judged: nothing about them was unreadable elsewhere."""

    rubric: Rubric
    services: Services
    doubtful: Iterable[Grant]
    _doubt: dict[Uid, frozenset[Uid]] = field(default_factory=dict)
    _numbers: dict[Uid, int] = field(init=False)
    _codes: dict[Uid, str] = field(init=False)

    def __post_init__(self) -> None:
        by_number = self.services.by_number
        self._numbers = {by_number[number].uid: number for number in self.services.judged}
        self._codes = {
            entry.indicator.uid: entry.code
            for entry in self.rubric.rows
            if not entry.row.lacks("code", "applies_to")
        }

    def named(self, pair: Pair) -> tuple[int, str] | None:
        """Return the service's number and the indicator's code, None where in doubt."""
        service, indicator = pair
        if service not in self._numbers or indicator not in self._codes:
            return None
        if service not in self._doubt:
            meant = {
                grant.by_section | grant.by_code
                for grant in self.doubtful
                if service in grant.services
            }
            self._doubt[service] = frozenset().union(*meant)
        if indicator in self._doubt[service]:
            return None
        return self._numbers[service], self._codes[indicator]


def _judge_open(table: Table, resolution: Resolution, known: _Known) -> None:
    found = [
        (number, (), code)
        for number, code in filter(None, map(known.named, resolution.never_assigned))
    ]
    for services, _, codes in _drawn_together(found):
        table.refuse("definition_unassigned", column="sections", services=services, codes=codes)


def _judge_single(
    table: Table, resolution: Resolution, known: _Known, rubric: Rubric, evaluators: Evaluators
) -> None:
    found = []
    for pair, uids in _left(resolution, rubric).items():
        named = known.named(pair) if len(uids) > 1 else None
        if named:
            crowd = tuple(row.code for row in evaluators.rows if row.uid in uids)
            found.append((named[0], crowd, named[1]))
    for services, crowd, codes in _drawn_together(found):
        table.refuse(
            "definition_single_crowded",
            column="evaluator",
            services=services,
            codes=codes,
            evaluators=", ".join(crowd),
        )


def _left(resolution: Resolution, rubric: Rubric) -> dict[Pair, set[Uid]]:
    """Return who is left, after recusals, for each single indicator of a service."""
    single = {
        entry.indicator.uid
        for entry in rubric.rows
        if entry.indicator.aggregation is Aggregation.SINGLE and not entry.row.lacks("aggregation")
    }
    left: dict[Pair, set[Uid]] = defaultdict(set)
    for evaluator, charges in resolution.charges.items() if single else ():
        for charge in charges:
            if charge.indicator in single and charge.standing is Standing.ASSIGNED:
                left[charge.service, charge.indicator].add(evaluator)
    return left


def _drawn_together(
    found: Iterable[tuple[int, tuple[str, ...], str]],
) -> list[tuple[str, tuple[str, ...], str]]:
    """Return (services, people, codes), one for all services of which the same is to be said."""
    codes: dict[tuple[int, tuple[str, ...]], list[str]] = defaultdict(list)
    for number, people, code in found:
        codes[number, people].append(code)
    numbers: dict[tuple[tuple[str, ...], tuple[str, ...]], list[int]] = defaultdict(list)
    for (number, people), same in codes.items():
        numbers[people, tuple(dict.fromkeys(same))].append(number)
    return [
        (runs(of_these), people, ", ".join(same))
        for (people, same), of_these in sorted(numbers.items(), key=lambda item: min(item[1]))
    ]

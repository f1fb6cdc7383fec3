"""The roster: the services that are evaluated and the people who do it."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from workbench.definition.cells import choice, day, entries, required, whole
from workbench.definition.tables import Row, Table
from workbench.definition.terms import Evaluator, Role, Service
from workbench.text import file_name

MAX_NUMBER: Final = 9999


class Status(StrEnum):
    """Whether a service is evaluated."""

    INCLUDED = "included"
    EXEMPT = "exempt"


@dataclass(slots=True)
class Services:
    """The services by number, each number once."""

    table: Table
    by_number: dict[int, Service] = field(default_factory=dict)
    judged: frozenset[int] = frozenset()
    """Numbers of the services that are evaluated for certain, each of a known type."""
    is_complete: bool = True
    """False where a number or type may be missing for a reason already reported."""

    def of_type(self, name: str) -> frozenset[int]:
        """Return the numbers of the services of one type."""
        return frozenset(
            number for number, service in self.by_number.items() if service.type == name
        )


@dataclass(slots=True)
class Evaluators:
    """The evaluators in roster order and by code, whatever its case."""

    table: Table
    rows: list[Evaluator] = field(default_factory=list)
    by_code: dict[str, Evaluator] = field(default_factory=dict)
    is_complete: bool = True
    """False where one may be missing for a reason already reported."""


def read_services(table: Table) -> Services:
    """Return the roster of services; problems are added to the table."""
    services = Services(table)
    first: dict[int, Row] = {}
    judged = set()
    for row in table.rows:
        service = _service(row)
        if row.lacks("number"):
            continue
        if service.number in first:
            earlier = first[service.number].number
            row.refuse("number", "definition_service_twice", earlier=earlier)
            continue
        first[service.number] = row
        services.by_number[service.number] = service
        if not service.exempt and not row.lacks("status", "type"):
            judged.add(service.number)
    services.judged = frozenset(judged)
    services.is_complete = table.holds_all("number", "type")
    return services


def _service(row: Row) -> Service:
    return Service(
        uid=row.uid,
        number=whole(row, "number", 1, MAX_NUMBER),
        name=required(row, "name"),
        type=row.text("type"),
        department=row.text("department"),
        operators=tuple(entries(row.text("operators"))),
        term_end=day(row, "term_end"),
        exempt=choice(row, "status", Status, empty=Status.INCLUDED) is Status.EXEMPT,
        reason=row.text("reason"),
    )


def read_evaluators(table: Table) -> Evaluators:
    """Return the evaluators; problems are added to the table."""
    evaluators = Evaluators(table)
    codes: dict[str, Row] = {}
    files: dict[str, Row] = {}
    for row in table.rows:
        evaluator = Evaluator(
            uid=row.uid,
            code=required(row, "code"),
            name=required(row, "name"),
            affiliation=row.text("affiliation"),
            role=choice(row, "role", Role, empty=Role.EVALUATOR),
        )
        if row.lacks("code"):
            continue
        earlier = codes.setdefault(evaluator.code.casefold(), row)
        if earlier is not row:
            row.refuse("code", "definition_evaluator_twice", earlier=earlier.number)
            continue
        evaluators.rows.append(evaluator)
        evaluators.by_code[evaluator.code.casefold()] = evaluator
        _judge_file_name(row, evaluator, files)
    evaluators.is_complete = table.holds_all("code")
    return evaluators


def _judge_file_name(row: Row, evaluator: Evaluator, files: dict[str, Row]) -> None:
    """Two score books must not want one file name: E1 of B_C and E1_B of C would."""
    if row.lacks("name"):
        return
    name = file_name(f"{evaluator.code}_{evaluator.name}")
    earlier = files.setdefault(name.casefold(), row)
    if earlier is not row:
        row.refuse("code", "definition_file_name_twice", file=name, earlier=earlier.number)

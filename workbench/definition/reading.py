"""Read a definition from one workbook or a folder of .csv files: all of it, or all its problems."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from workbench.definition.anchors import attach_levels
from workbench.definition.assigning import Resolution, resolve
from workbench.definition.assignments import Assignments, read_assignments
from workbench.definition.coverage import judge_coverage
from workbench.definition.csv_folder import tables_in_folder
from workbench.definition.layout import ORDER
from workbench.definition.maxima import judge_maxima
from workbench.definition.measures import attach_measures
from workbench.definition.problems import DefinitionProblem
from workbench.definition.roster import Services, read_evaluators, read_services
from workbench.definition.rubric import Rubric, Sections, read_indicators, read_sections
from workbench.definition.rules import read_rules
from workbench.definition.tables import Table
from workbench.definition.terms import Definition, Uid
from workbench.definition.workbook import tables_in_workbook
from workbench.errors import DefinitionUnfit

Applies = Mapping[Uid, tuple[Uid, ...]]


def read_definition(source: Path) -> Definition:
    """Return the definition in ``source``, an .xlsx file or a folder of .csv files.

    Everything gets a fresh uid; nothing is made unless everything is fit.

    Raises:
        DefinitionUnfit: with every problem found, by sheet, row and column.
    """
    problems: list[DefinitionProblem] = []
    name = source.absolute().name
    try:
        tables = _tables(source, name, problems)
    except DefinitionProblem as problem:
        raise DefinitionUnfit("definition_unfit", (problem,), name=name) from problem
    return fit_definition(tables, problems, name)


def fit_definition(
    tables: dict[str, Table], problems: list[DefinitionProblem], name: str
) -> Definition:
    """Return the definition that ``tables`` make; ``problems`` is the list they report to.

    Raises:
        DefinitionUnfit: with every problem found, by sheet, row and column; ``name`` names it.
    """
    drafted = drafted_definition(tables)
    if problems:
        found = sorted(problems, key=problem_order)
        raise DefinitionUnfit("definition_unfit", tuple(found), name=name)
    return drafted.definition


def _tables(source: Path, name: str, problems: list[DefinitionProblem]) -> dict[str, Table]:
    try:
        is_folder, is_file = source.is_dir(), source.is_file()
    except OSError as error:  # a folder on the way may not be entered
        raise DefinitionProblem("definition_unreadable", None, name=name) from error
    if is_folder:
        if not os.access(source, os.X_OK):  # else every file of it would be said to be closed
            raise DefinitionProblem("folder_unreadable", None, name=name)
        return tables_in_folder(source, problems)
    if not is_file:
        raise DefinitionProblem("definition_absent", None, name=name)
    return tables_in_workbook(source, problems)


def _refuse_empty(table: Table) -> None:
    if table.is_whole and not table.rows and not table.layout.can_be_absent:
        table.refuse("definition_sheet_empty")
        table.is_whole = False


def problem_order(problem: DefinitionProblem) -> tuple[int, int, int]:
    """Return where a problem stands among others: by sheet, row and column, whole files first."""
    place = problem.place
    return (ORDER[place.sheet], place.row or 0, place.position) if place else (-1, 0, 0)


@dataclass(frozen=True, slots=True)
class DraftedDefinition:
    """What could be read of tables that may be unfit; nothing of it may become a round."""

    definition: Definition
    sections: Sections
    rubric: Rubric
    services: Services
    assignments: Assignments


def drafted_definition(tables: dict[str, Table]) -> DraftedDefinition:
    """Return the definition as far as it could be read; problems are added to the tables."""
    for table in tables.values():
        _refuse_empty(table)
    round_sheet = read_rules(tables["round"])
    sections = read_sections(tables["sections"])
    services = read_services(tables["services"])
    evaluators = read_evaluators(tables["evaluators"])
    rubric = read_indicators(tables["indicators"], round_sheet, sections, services)
    attach_levels(tables["levels"], rubric)
    attach_measures(tables["measures"], rubric, services)
    judge_maxima(sections, rubric, services)
    assignments = read_assignments(tables["assignments"], sections, rubric, services, evaluators)
    applies = _applies(rubric, services)
    resolution = _resolved(assignments, rubric, services, applies)
    judge_coverage(assignments, resolution, rubric, services, evaluators)
    definition = Definition(
        rules=round_sheet.rules,
        sections=tuple(entry.section for entry in sections.by_code.values()),
        indicators=tuple(entry.indicator for entry in rubric.rows),
        services=tuple(row for _, row in sorted(services.by_number.items())),
        evaluators=tuple(
            replace(row, charges=resolution.charges.get(row.uid, ())) for row in evaluators.rows
        ),
        applies=applies,
    )
    return DraftedDefinition(definition, sections, rubric, services, assignments)


def _applies(rubric: Rubric, services: Services) -> Applies:
    found: dict[int, list[Uid]] = {number: [] for number in services.by_number}
    for entry in rubric.rows:
        for number in entry.services:
            found[number].append(entry.indicator.uid)
    return {services.by_number[number].uid: tuple(uids) for number, uids in found.items()}


def _resolved(
    assignments: Assignments, rubric: Rubric, services: Services, applies: Applies
) -> Resolution:
    included = [row.uid for _, row in sorted(services.by_number.items()) if not row.exempt]
    indicators = [entry.indicator.uid for entry in rubric.rows]
    return resolve(assignments.grants, included, indicators, applies)

"""Sheets as typed become a checked definition, on the same path as files."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from workbench.definition.layout import LAYOUTS, Layout
from workbench.definition.problems import DefinitionProblem
from workbench.definition.reading import (
    DraftedDefinition,
    drafted_definition,
    fit_definition,
    problem_order,
)
from workbench.definition.tables import Cell, RawSheet, Table, absent, tabled
from workbench.definition.terms import Definition, SectionCode, Uid
from workbench.setup.sheets import Sheets, columns_of, round_text


@dataclass(frozen=True, slots=True)
class ServiceSum:
    """What the maxima of one service come to, by section and altogether."""

    number: int
    name: str
    sections: Mapping[str, Decimal]
    total: Decimal
    wanted: Decimal
    """What its sections should make: 100 points in a fit definition."""
    is_whole: bool
    """Every section makes exactly its points, and all of them 100."""


def read_sheets(sheets: Sheets) -> Definition:
    """Return the definition that ``sheets`` make; rows keep their uid, new rows get one.

    Raises:
        DefinitionUnfit: with every problem found, by sheet, row and column.
    """
    problems: list[DefinitionProblem] = []
    return fit_definition(_tables(sheets, problems), problems, round_text(sheets, "title"))


class Judged(NamedTuple):
    """What could be read of sheets, fit or not."""

    found: DraftedDefinition
    problems: tuple[DefinitionProblem, ...]
    """Everything that keeps them from being a definition, by sheet and row."""


def judged(sheets: Sheets) -> Judged:
    """Return what could be read of ``sheets`` and what is wrong with them."""
    problems: list[DefinitionProblem] = []
    found = drafted_definition(_tables(sheets, problems))
    return Judged(found, tuple(sorted(problems, key=problem_order)))


def problems_of(sheets: Sheets) -> tuple[DefinitionProblem, ...]:
    """Return everything that keeps ``sheets`` from being a definition, by sheet and row."""
    return judged(sheets).problems


def drafted(sheets: Sheets) -> DraftedDefinition:
    """Return what could be read of ``sheets``, fit or not."""
    return judged(sheets).found


def service_sums(found: DraftedDefinition) -> tuple[ServiceSum, ...]:
    """Return the running sum of every service that is evaluated, by number, fit or not."""
    wanted = {code: entry.section.max_points for code, entry in found.sections.by_code.items()}
    sums: dict[int, dict[SectionCode, Decimal]] = {
        service.number: dict.fromkeys(wanted, Decimal(0))
        for service in found.definition.services
        if not service.exempt
    }
    for entry in found.rubric.rows:
        if entry.row.lacks("section"):
            continue
        for number in entry.services & sums.keys():
            of_service = sums[number]
            of_section = of_service.get(entry.section, Decimal(0))
            of_service[entry.section] = of_section + entry.indicator.max_points
    return tuple(
        ServiceSum(
            number=number,
            name=found.services.by_number[number].name,
            sections={code.value: points for code, points in of_service.items()},
            total=sum(of_service.values(), Decimal(0)),
            wanted=sum(wanted.values(), Decimal(0)),
            is_whole=of_service == wanted and sum(wanted.values(), Decimal(0)) == 100,
        )
        for number, of_service in sums.items()
    )


def _tables(sheets: Sheets, problems: list[DefinitionProblem]) -> dict[str, Table]:
    taken: set[Uid] = set()
    return {layout.sheet: _table(layout, sheets, problems, taken) for layout in LAYOUTS}


def _table(
    layout: Layout, sheets: Sheets, problems: list[DefinitionProblem], taken: set[Uid]
) -> Table:
    rows = sheets.of(layout.sheet)
    if not rows and layout.can_be_absent:
        return absent(layout, layout.sheet, problems)
    columns = columns_of(layout.sheet)
    cells: list[list[Cell]] = [list(columns)]
    cells += [[row.text(column) for column in columns] for row in rows]
    table = tabled(layout, RawSheet(layout.sheet, cells), problems)
    for row in table.rows:
        uid = rows[row.number - 2].uid
        if uid is not None and uid not in taken:  # a row that was copied is somebody new
            taken.add(uid)
            row.uid = uid
    return table

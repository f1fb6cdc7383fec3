"""The rubric: sections, indicators, and to which services each indicator applies."""

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final

from workbench.definition.applying import ALL, applicable
from workbench.definition.cells import choice, number, required, yes
from workbench.definition.problems import runs
from workbench.definition.roster import Services
from workbench.definition.rules import RoundSheet
from workbench.definition.tables import Row, Table
from workbench.definition.terms import (
    Aggregation,
    Indicator,
    Kind,
    Scale,
    Section,
    SectionCode,
)
from workbench.exact import plain

SMALLEST_STEP: Final = Decimal("0.01")
LARGEST_NUMBER: Final = "999999999999"


@dataclass(slots=True)
class SectionRow:
    """A section with the row it stands in."""

    row: Row
    section: Section


@dataclass(slots=True)
class Sections:
    """The sections by code, each code once, in the order of their sheet."""

    table: Table
    by_code: dict[SectionCode, SectionRow] = field(default_factory=dict)
    is_complete: bool = True
    """False where one may be missing for a reason already reported."""


@dataclass(slots=True)
class IndicatorRow:
    """An indicator with the row it stands in and the numbers of its services."""

    row: Row
    indicator: Indicator
    services: frozenset[int]

    @property
    def code(self) -> str:
        """The code, which other rows may share."""
        return self.indicator.code

    @property
    def section(self) -> SectionCode:
        """The code of the section."""
        return self.indicator.section


@dataclass(slots=True)
class Rubric:
    """The indicators in rubric order and by code."""

    table: Table
    rows: list[IndicatorRow] = field(default_factory=list)
    by_code: dict[str, list[IndicatorRow]] = field(default_factory=dict)
    overlaps: set[tuple[SectionCode, int]] = field(default_factory=set)
    """Sections of services in which a code applies twice: their sums mean nothing."""
    is_complete: bool = True
    """False where a code may be missing for a reason already reported."""


def read_sections(table: Table) -> Sections:
    """Return the sections; problems are added to the table."""
    sections = Sections(table)
    for row in table.rows:
        code = _section_code(row, "code")
        section = Section(code, required(row, "name"), number(row, "max_points", "0.01", "100"))
        if row.lacks("code"):
            continue
        if code in sections.by_code:
            earlier = sections.by_code[code].row.number
            row.refuse("code", "definition_section_twice", earlier=earlier)
            continue
        sections.by_code[code] = SectionRow(row, section)
    sections.is_complete = table.holds_all("code")
    if sections.is_complete and not any(row.lacks("max_points") for row in table.rows):
        total = sum((entry.section.max_points for entry in sections.by_code.values()), Decimal(0))
        if total != 100:
            table.refuse("definition_sections_sum", column="max_points", total=plain(total))
    return sections


def _section_code(row: Row, column: str) -> SectionCode:
    text = required(row, column)
    if row.lacks(column):
        return SectionCode.COMMON
    if text not in set(SectionCode):
        row.refuse(column, "definition_section_unknown", choices=", ".join(SectionCode))
        return SectionCode.COMMON
    return SectionCode(text)


def read_indicators(
    table: Table, round_sheet: RoundSheet, sections: Sections, services: Services
) -> Rubric:
    """Return the indicators; problems are added to the table."""
    rubric = Rubric(table)
    for row in table.rows:
        indicator = _indicator(row, round_sheet)
        entry = IndicatorRow(row, indicator, applicable(row, services))
        is_section_read = sections.is_complete and not row.lacks("section")
        if is_section_read and indicator.section not in sections.by_code:
            row.refuse("section", "definition_section_absent")
        rubric.rows.append(entry)
        if not row.lacks("code"):
            rubric.by_code.setdefault(indicator.code, []).append(entry)
    for rows in rubric.by_code.values():
        _judge_shared_code(rubric, rows)
    rubric.is_complete = table.holds_all("code")
    return rubric


def _indicator(row: Row, round_sheet: RoundSheet) -> Indicator:
    aggregation = choice(row, "aggregation", Aggregation, empty=round_sheet.rules.aggregation)
    if not row.text("aggregation") and "aggregation" in round_sheet.unread:
        row.unread.add("aggregation")
    scale = choice(row, "scale", Scale)
    max_points = number(row, "max_points", "0.01", "100")
    return Indicator(
        uid=row.uid,
        code=_code(row),
        section=_section_code(row, "section"),
        group=row.text("group"),
        name=required(row, "name"),
        kind=choice(row, "kind", Kind),
        scale=scale,
        max_points=max_points,
        step=_step(row, scale, max_points),
        applies_to=row.text("applies_to"),
        aggregation=aggregation,
        guidance=row.text("guidance"),
        allow_not_applicable=yes(row, "allow_not_applicable"),
    )


def _code(row: Row) -> str:
    code = required(row, "code")
    if code in {ALL, *SectionCode} or ";" in code:
        row.refuse("code", "definition_code_reserved", words=", ".join((ALL, *SectionCode)))
    return code


def _step(row: Row, scale: Scale, max_points: Decimal) -> Decimal:
    step = number(row, "step", "0", LARGEST_NUMBER, empty="0.01")
    if row.lacks("step"):
        return step
    if step < SMALLEST_STEP:
        row.refuse("step", "definition_step_small", least=plain(SMALLEST_STEP))
    largest = {Scale.POINTS: max_points, Scale.RATING: Decimal(100)}.get(scale)
    if largest is not None and not row.lacks("scale", "max_points") and step > largest:
        row.refuse("step", "definition_step_large", largest=plain(largest))
    return step


def _judge_shared_code(rubric: Rubric, rows: list[IndicatorRow]) -> None:
    """One code is one column in tables: one section, and once for a service."""
    first = rows[0]
    taken: dict[int, IndicatorRow] = {}
    for entry in rows:
        if not entry.row.lacks("section") and entry.section is not first.section:
            entry.row.refuse(
                "section",
                "definition_code_sections",
                code=entry.code,
                earlier=first.row.number,
                section=first.section,
            )
        clashes: dict[int, list[int]] = {}
        for service in entry.services:
            earlier = taken.setdefault(service, entry)
            if earlier is not entry:
                clashes.setdefault(earlier.row.number, []).append(service)
                rubric.overlaps |= {(entry.section, service), (earlier.section, service)}
        for number_of_row, services in sorted(clashes.items()):
            entry.row.refuse(
                "applies_to",
                "definition_applies_twice",
                code=entry.code,
                services=runs(services),
                earlier=number_of_row,
            )

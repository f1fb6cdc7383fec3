"""The levels sheet: the grades of the grade scale, and anchors that help to judge."""

from dataclasses import replace

from workbench.definition.cells import number, required
from workbench.definition.rubric import IndicatorRow, Rubric
from workbench.definition.tables import Row, Table
from workbench.definition.terms import Level, Scale


def attach_levels(table: Table, rubric: Rubric) -> None:
    """Give every indicator the levels of its code; problems are added to the tables."""
    levels: dict[str, list[Level]] = {}
    labels: dict[tuple[str, str], Row] = {}
    for row in table.rows:
        level = Level(
            required(row, "label"), number(row, "percent", "0", "100"), row.text("description")
        )
        code = known_code(row, rubric)
        if row.lacks("indicator"):
            continue
        earlier = labels.setdefault((code, level.label), row)
        if earlier is not row and not row.lacks("label"):
            row.refuse("label", "definition_level_twice", code=code, earlier=earlier.number)
        levels.setdefault(code, []).append(level)
    for entry in rubric.rows:
        entry.indicator = replace(entry.indicator, levels=tuple(levels.get(entry.code, ())))
        if table.is_whole:
            _judge_grades(entry)


def known_code(row: Row, rubric: Rubric) -> str:
    """Return the code in the column ``indicator``, which must stand in the rubric."""
    code = required(row, "indicator")
    if code and rubric.is_complete and code not in rubric.by_code:
        row.refuse("indicator", "definition_indicator_unknown")
    return code


def _judge_grades(entry: IndicatorRow) -> None:
    is_graded = entry.indicator.scale is Scale.GRADE and not entry.row.lacks("scale", "code")
    if is_graded and not entry.indicator.levels:
        entry.row.refuse("scale", "definition_levels_missing", code=entry.code)

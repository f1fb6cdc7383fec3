"""The measures sheet: by which formula figures become points, and with which parameters."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from typing import Final

from workbench.definition.anchors import known_code
from workbench.definition.cells import choice, entries, plain_or_none
from workbench.definition.problems import shown
from workbench.definition.roster import Services
from workbench.definition.rubric import IndicatorRow, Rubric
from workbench.definition.tables import Row, Table
from workbench.definition.terms import Formula, Measure, Scale

SURVEY_FORMULAS: Final = frozenset({Formula.SURVEY_LINEAR, Formula.SURVEY_PROPORTIONAL})
COMPUTED: Final = frozenset({Scale.MEASURE, Scale.SURVEY})

_COLUMN: Final = "parameters"
_REQUIRED: Final[dict[Formula, tuple[str, ...]]] = {
    Formula.STEPS: ("steps",),
    Formula.DEVIATION: ("low", "high"),
}
_OPTIONAL: Final[dict[Formula, tuple[str, ...]]] = {
    Formula.ACHIEVEMENT: ("previous",),
    Formula.ACHIEVEMENT_LOWER: ("previous",),
    Formula.STEPS: ("previous",),
    Formula.MULTI_YEAR: ("rates", "previous"),
    Formula.SURVEY_LINEAR: ("min", "max"),
    Formula.SURVEY_PROPORTIONAL: ("min", "max"),
}


def attach_measures(table: Table, rubric: Rubric, services: Services) -> None:
    """Give every computed indicator the measure of its code; problems are added to the table."""
    found: dict[str, Row] = {}
    for row in table.rows:
        formula = choice(row, "formula", Formula)
        measure = Measure(formula, _parameters(row, formula), row.text("unit"))
        code = known_code(row, rubric)
        if row.lacks("indicator"):
            continue
        earlier = found.setdefault(code, row)
        if earlier is not row:
            row.refuse("indicator", "definition_measure_twice", code=code, earlier=earlier.number)
            continue
        entries_of_code = rubric.by_code.get(code, [])
        if rubric.is_complete:  # else another row of this code may have lost it
            _judge_scales(row, formula, entries_of_code)
        if rubric.is_complete and services.is_complete:
            _judge_previous(row, measure, entries_of_code)
        for entry in entries_of_code:
            if entry.indicator.scale in COMPUTED:
                entry.indicator = replace(entry.indicator, measure=measure)


def _judge_scales(row: Row, formula: Formula, rows: list[IndicatorRow]) -> None:
    if row.lacks("formula") or any(entry.row.lacks("scale") for entry in rows):
        return
    scales = {entry.indicator.scale for entry in rows}
    if rows and not scales & COMPUTED:
        row.refuse("indicator", "definition_measure_idle", scale=", ".join(sorted(scales)))
        return
    fitting = Scale.SURVEY if formula in SURVEY_FORMULAS else Scale.MEASURE
    if (scales & COMPUTED) - {fitting}:
        (other,) = COMPUTED - {fitting}
        row.refuse("formula", "definition_formula_scale", scale=other, fitting=fitting)


def _judge_previous(row: Row, measure: Measure, rows: list[IndicatorRow]) -> None:
    """Refuse last year's actual of a service that the indicator does not apply to."""
    if row.lacks(_COLUMN) or not rows or any(entry.row.lacks("applies_to") for entry in rows):
        return
    known = {number for entry in rows for number in entry.services}
    listed = dict(measure.parameters).get("previous", "").split("|")
    numbers = [int(entry.partition(":")[0]) for entry in listed if ":" in entry]
    strange = [number for number in numbers if number not in known]
    if strange:
        row.refuse(_COLUMN, "definition_previous_service", value=", ".join(map(str, strange)))


def _parameters(row: Row, formula: Formula) -> tuple[tuple[str, str], ...]:
    """Return the parameters in written order, numbers in their shortest form."""
    if row.lacks("formula", _COLUMN):
        return ()
    names = _REQUIRED.get(formula, ()) + _OPTIONAL.get(formula, ())
    read: dict[str, str] = {}
    for entry in entries(row.text(_COLUMN)):
        name, sign, text = (part.strip() for part in entry.partition("="))
        if not (name and sign and text):
            row.refuse(_COLUMN, "definition_parameter_unfit", value=shown(entry))
        elif name not in names:
            known = ", ".join(names) or "–"
            row.refuse(_COLUMN, "definition_parameter_unknown", value=shown(name), names=known)
        elif name in read:
            row.refuse(_COLUMN, "definition_parameter_twice", value=name)
        else:
            read[name] = _READERS[name](row, name, text)
    if not row.lacks(_COLUMN):
        _judge_parameters(row, formula, read)
    return tuple(read.items())


def _judge_parameters(row: Row, formula: Formula, read: dict[str, str]) -> None:
    missing = [name for name in _REQUIRED.get(formula, ()) if name not in read]
    if missing:
        row.refuse(_COLUMN, "definition_parameter_missing", names=", ".join(missing))
    if {"low", "high"} <= read.keys() and read["low"] == read["high"]:
        row.refuse(_COLUMN, "definition_parameters_equal", value=row.text(_COLUMN))
    if {"min", "max"} <= read.keys() and Decimal(read["min"]) >= Decimal(read["max"]):
        row.refuse(_COLUMN, "definition_parameters_order")


def _number(row: Row, name: str, text: str) -> str:
    number = plain_or_none(text)
    if number is None:
        row.refuse(_COLUMN, "definition_parameter_number", name=name, value=shown(text))
    return number or "0"


def _rates(row: Row, name: str, text: str) -> str:
    return "|".join(_number(row, name, part) for part in text.split("|"))


def _steps(row: Row, name: str, text: str) -> str:
    """Return the steps as lower:percent, which must descend and stay within the maximum."""
    pairs = []
    for part in text.split("|"):
        lower, _, percent = (plain_or_none(half) for half in part.partition(":"))
        if lower is None or percent is None or Decimal(percent) > 100:
            row.refuse(_COLUMN, "definition_steps_unfit", value=shown(part))
            return text
        pairs.append((lower, percent))
    bounds = [Decimal(lower) for lower, _ in pairs]
    if any(upper <= lower for upper, lower in pairwise(bounds)):
        row.refuse(_COLUMN, "definition_steps_order", value=shown(text))
    return "|".join(f"{lower}:{percent}" for lower, percent in pairs)


def _previous(row: Row, name: str, text: str) -> str:
    """Return last year's actual: one number, or one for each service as number:actual."""
    if ":" not in text:
        return _number(row, name, text)
    pairs: dict[int, str] = {}
    for part in text.split("|"):
        number, _, actual = (plain_or_none(half) for half in part.partition(":"))
        if number is None or actual is None or "." in number or int(number) in pairs:
            row.refuse(_COLUMN, "definition_previous_unfit", value=shown(part))
            return text
        pairs[int(number)] = actual
    return "|".join(f"{number}:{actual}" for number, actual in pairs.items())


_READERS: Final[dict[str, Callable[[Row, str, str], str]]] = {
    "steps": _steps,
    "low": _number,
    "high": _number,
    "rates": _rates,
    "previous": _previous,
    "min": _number,
    "max": _number,
}

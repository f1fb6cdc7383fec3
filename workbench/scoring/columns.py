"""The columns of a book laid out as one table: every typed field of every indicator code."""

from collections.abc import Iterator
from dataclasses import dataclass

from workbench.definition.terms import Formula, Indicator, Scale
from workbench.journal.fields import SCALE_FIELDS, Field
from workbench.results.formulas import formula_of
from workbench.scoring.overview import Overview


@dataclass(frozen=True, slots=True)
class Column:
    """A field of an indicator code; the last column has neither: the computed total."""

    code: str = ""
    field: str = ""


def typed_fields(indicator: Indicator) -> tuple[str, ...]:
    """Return the fields in which the mark of ``indicator`` is typed."""
    if indicator.scale is Scale.MEASURE and formula_of(indicator) is Formula.DEVIATION:
        return (Field.ACTUAL,)
    return SCALE_FIELDS[indicator.scale]


def columns_of(overview: Overview) -> tuple[Column, ...]:
    """Return the columns in rubric order, the total at the end.

    Indicators that share a code share its columns; where their scales differ, the code has the
    fields of all of them.
    """
    return (*_typed(overview), Column())


def _typed(overview: Overview) -> Iterator[Column]:
    every = (field for fields in SCALE_FIELDS.values() for field in fields)
    order: list[str] = list(dict.fromkeys(every))
    for code in overview.codes:
        found = {field for _, row in overview.rows(code) for field in typed_fields(row.indicator)}
        for field in sorted(found, key=order.index):
            yield Column(code, field)

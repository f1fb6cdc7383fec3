"""What the figures of one service are made of: from its answers, or from a row of ready figures."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from workbench.definition.terms import Indicator
from workbench.exact import half_up
from workbench.results.formulas import formula_of
from workbench.surveys.arithmetic import (
    INDEX_PLACES,
    Answers,
    Shape,
    index_error,
    index_of,
    mean_as_stored,
    parts_of,
)
from workbench.surveys.basis import Basis, BasisKind, DimensionBasis, QuestionBasis
from workbench.surveys.columns import Column
from workbench.surveys.mapping import AnyMapping, FiguresMapping, SurveyMapping
from workbench.surveys.ready_figures import ReadyRow
from workbench.surveys.responding import Tally
from workbench.surveys.table_reading import SurveyTable
from workbench.text import clean_text


def answers_basis(
    table: SurveyTable,
    mapping: SurveyMapping,
    indicator: Indicator,
    tallies: Sequence[Tally],
    rows: Sequence[Answers],
) -> Basis | None:
    """Return what the figures of one service are made of, None where there is no composite."""
    shape = Shape.of(mapping)
    questions = tuple(_questions(mapping, tallies))
    parts = parts_of(shape, [row.exact for row in questions])
    if parts.composite is None:
        return None
    low, high = mapping.scale_min, mapping.scale_max
    error, error_n = index_error(indicator, shape, rows, low, high)
    mean = mean_as_stored(parts.composite)
    return replace(
        _plain_basis(table, indicator, len(rows), mean, Decimal(low), Decimal(high)),
        kind=BasisKind.ANSWERS,
        standard_error=error,
        standard_error_n=error_n,
        factor_weight=Decimal(half_up(shape.weight * 100, 0)),
        factor_mean=_stored(parts.factor),
        overall_mean=_stored(parts.overall),
        dimensions=tuple(
            DimensionBasis(row.name, _stored(made))
            for row, made in zip(mapping.dimensions, parts.dimensions, strict=True)
        ),
        questions=questions,
        left_out=unused(table, mapping),
    )


def _questions(mapping: SurveyMapping, tallies: Sequence[Tally]) -> Iterator[QuestionBasis]:
    part_of = {name: row.name for row in mapping.dimensions for name in row.questions}
    for name, tally in zip(mapping.questions, tallies, strict=True):
        odd = sorted(tally.out_of_range.items(), key=lambda pair: (pair[0] is None, pair[0] or 0))
        made = QuestionBasis(
            label=name,
            part=part_of.get(name, ""),
            n=tally.answers.total(),
            missing=tally.missing,
            out_of_range=tuple(odd),
            not_numbers=tally.not_numbers,
            answers=tuple(sorted(tally.answers.items())),
            mean=None,
        )
        yield replace(made, mean=_stored(made.exact))


def _stored(mean: Fraction | None) -> Decimal | None:
    return None if mean is None else mean_as_stored(mean)


def figures_basis(
    table: SurveyTable, mapping: FiguresMapping, indicator: Indicator, row: ReadyRow
) -> Basis:
    """Return the basis of a row of ready figures."""
    made = _plain_basis(table, indicator, row.n, row.mean, row.low, row.high)
    return replace(made, left_out=unused(table, mapping))


def _plain_basis(
    table: SurveyTable, indicator: Indicator, n: int, mean: Decimal, low: Decimal, high: Decimal
) -> Basis:
    index = index_of(indicator, mean, low, high)
    if index is None:
        raise AssertionError("figures on a scale that has a width make points")
    return Basis(
        kind=BasisKind.FIGURES,
        source=clean_text(table.source.name),
        sha256=table.source.sha256,
        sheet=clean_text(table.source.sheet),
        n=n,
        mean=mean,
        low=low,
        high=high,
        formula=formula_of(indicator),
        index=half_up(index, INDEX_PLACES),
        refused=tuple(column.name for column in table.refused),
        overrides=tuple(column.name for column in allowed_columns(table)),
    )


def allowed_columns(table: SurveyTable) -> tuple[Column, ...]:
    """Return the columns that look like persons' or free text and were read as somebody asked."""
    return tuple(column for column in table.columns if column.is_allowed)


def unused(table: SurveyTable, mapping: AnyMapping) -> tuple[str, ...]:
    """Return the columns that were read and go into nothing."""
    if isinstance(mapping, FiguresMapping):
        used = {mapping.service, mapping.n, mapping.mean, mapping.low, mapping.high}
    else:
        used = {mapping.service, mapping.respondent, *mapping.questions}
    return tuple(name for name in table.texts if name not in used)

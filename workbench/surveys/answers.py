"""The answers of one service as its basis keeps them: by part and question, as bars."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from fractions import Fraction
from typing import Final

from workbench.surveys.basis import Basis

MOST_BARS: Final = 11
"""A scale of more answers than this is shown in ranges of equal width."""


@dataclass(frozen=True, slots=True)
class Bar:
    """How many answers lie from ``low`` to ``high``, both included."""

    low: int
    high: int
    count: int


@dataclass(frozen=True, slots=True)
class AnswersLine:
    """A dimension, all overall questions together, or one question of either."""

    label: str
    """Empty for the overall questions together."""
    is_part: bool
    mean: Decimal | None
    weight: Fraction | None
    """Percent of the composite; None where there is no mean, so that the others carry it."""
    bars: tuple[Bar, ...]
    n: int = 0
    """Valid answers."""
    missing: int = 0
    out_of_range: int = 0
    not_numbers: int = 0


def answers_lines(basis: Basis) -> tuple[AnswersLine, ...]:
    """Return every dimension with its questions below it, the overall questions last."""
    factor = Fraction(basis.factor_weight)
    with_mean = sum(row.mean is not None for row in basis.dimensions)
    lines: list[AnswersLine] = []
    for row in basis.dimensions:
        share = factor / with_mean if with_mean and row.mean is not None else None
        lines += _part(basis, row.name, row.mean, share)
    if any(not row.part for row in basis.questions):
        share = None if basis.overall_mean is None else 100 - factor
        lines += _part(basis, "", basis.overall_mean, share)
    return tuple(lines)


def _part(
    basis: Basis, name: str, value: Decimal | None, share: Fraction | None
) -> Iterable[AnswersLine]:
    questions = [row for row in basis.questions if row.part == name]
    carrying = sum(row.n > 0 for row in questions)
    yield AnswersLine(
        label=name,
        is_part=True,
        mean=value,
        weight=share,
        bars=bars_of((pair for row in questions for pair in row.answers), basis),
        n=sum(row.n for row in questions),
        missing=sum(row.missing for row in questions),
        out_of_range=sum(count for row in questions for _, count in row.out_of_range),
        not_numbers=sum(row.not_numbers for row in questions),
    )
    for row in questions:
        yield AnswersLine(
            label=row.label,
            is_part=False,
            mean=row.mean,
            weight=share / carrying if share is not None and row.n else None,
            bars=bars_of(row.answers, basis),
            n=row.n,
            missing=row.missing,
            out_of_range=sum(count for _, count in row.out_of_range),
            not_numbers=row.not_numbers,
        )


def bars_of(answers: Iterable[tuple[int, int]], basis: Basis) -> tuple[Bar, ...]:
    """Return how often each answer of the scale of ``basis`` was given, 0 where none did.

    Answers beyond the scale, which no import keeps, have no bar.
    """
    low = int(basis.low.to_integral_value(ROUND_CEILING))
    high = int(basis.high.to_integral_value(ROUND_FLOOR))
    width = max(1, -(-(high - low + 1) // MOST_BARS))
    counts: dict[int, int] = {}
    for answer, count in answers:
        if low <= answer <= high:
            at = (answer - low) // width
            counts[at] = counts.get(at, 0) + count
    return tuple(
        Bar(first, min(first + width - 1, high), counts.get(at, 0))
        for at, first in enumerate(range(low, high + 1, width))
    )

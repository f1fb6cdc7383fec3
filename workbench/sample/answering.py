"""Draw the answers of one service's respondents so that they come to a given mean.

Answers are drawn around the mean first. Then a few of them move by one step up or down: evenly
over all questions until the mean is near, and last in some questions only. As these have unlike
numbers of answers, one step weighs a little differently in each, and in most draws some steps
together come closer to the mean than the cell that keeps it can tell. Others are drawn again.
"""

from bisect import bisect_left
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import product
from math import comb, lcm
from operator import mul
from random import Random
from typing import Final

from workbench.exact import half_up
from workbench.sample.material import Questionnaire
from workbench.surveys.arithmetic import Shape, parts_of
from workbench.surveys.mapping import Dimension, SurveyMapping

LOWEST: Final = 1
HIGHEST: Final = 5
FACTORS: Final = Decimal(75)
"""Percent that the factor questions weigh together; the overall question has the rest."""
TRIES: Final = 100
"""Far more than any seed tried has needed (6); reaching it means a mean that is no answers'."""
MOODS: Final = (-90, 0, 0, 90)
"""By how many thousandths of the scale one respondent answers everything lower or higher."""
SIDES: Final = (20, 980)
"""Nobody is so contented or discontented that he gives the same answer to everything."""
FINE: Final = 3
"""The last steps are searched in two groups of so many questions."""
REACH: Final = 5
"""At most so many of the last steps in one question."""
CLOSE: Final = Fraction(2, 10**7)
"""So close to the mean is close enough: the cell keeps six decimals, and no way of computing it
again is in doubt about the last one."""
MISSING: Final = 16
"""At most one answer in so many is missing in a question: three in a hundred on average."""

Answers = list[int | None]
"""The answers of all respondents to one question; None where one is missing."""


def mapping_of(questionnaire: Questionnaire) -> SurveyMapping:
    """Return what the columns of the answers mean, the overall question last."""
    return SurveyMapping(
        questionnaire.service,
        tuple(
            Dimension(row.name, tuple(question.text for question in row.questions))
            for row in questionnaire.dimensions
        ),
        (questionnaire.overall,),
        LOWEST,
        HIGHEST,
        FACTORS,
    )


def draw_answers(
    rng: Random, questionnaire: Questionnaire, respondents: int, mean: Decimal
) -> list[Answers]:
    """Return the answers to every question, the overall one last, of a service.

    Their composite is ``mean`` as its cell keeps it. Every respondent answers the overall
    question, so all of them count.

    Raises:
        ValueError: no answers come to ``mean``.
    """
    shape = Shape.of(mapping_of(questionnaire))
    leans = [question.lean for row in questionnaire.dimensions for question in row.questions]
    for _ in range(TRIES):
        columns = _drawn(rng, [*leans, 0], respondents, mean)
        if _moved(rng, shape, columns, mean):
            return columns
    raise ValueError(f"no answers of {respondents} respondents come to {mean}")


def _drawn(rng: Random, leans: Sequence[int], respondents: int, mean: Decimal) -> list[Answers]:
    moods = rng.choices(MOODS, k=respondents)
    factors = len(leans) - 1
    # unlike numbers in the questions of the last steps, any in the others, none in the overall one
    most = max(2 * FINE, respondents // MISSING)
    empty = rng.sample(range(most), 2 * FINE)
    empty += [rng.randrange(most) for _ in range(factors - 2 * FINE)]
    columns = []
    for lean, missing in zip(leans, [*empty, 0], strict=True):
        level = int((1000 * (mean - LOWEST) + lean) / (HIGHEST - LOWEST))
        column = _answers(rng, moods, level)
        for at in rng.sample(range(respondents), missing):
            column[at] = None
        columns.append(column)
    return columns


def _answers(rng: Random, moods: Sequence[int], level: int) -> Answers:
    """Return an answer for each respondent; the higher ``level`` and mood, the higher it is."""
    pools = {}
    for mood in sorted(set(moods)):
        share = min(max(level + mood, SIDES[0]), SIDES[1])
        steps = HIGHEST - LOWEST
        weights = [
            comb(steps, step) * share**step * (1000 - share) ** (steps - step)
            for step in range(steps + 1)
        ]
        scale = range(LOWEST, HIGHEST + 1)
        pools[mood] = iter(rng.choices(scale, weights, k=moods.count(mood)))
    return [next(pools[mood]) for mood in moods]


def _moved(rng: Random, shape: Shape, columns: Sequence[Answers], mean: Decimal) -> bool:
    """Move answers until the composite is ``mean``; say whether it came out."""
    counts = [sum(answer is not None for answer in column) for column in columns]
    gap = Fraction(mean) - composite(shape, columns)
    coarse = [int(half_up(gap * count, 0)) for count in counts]
    if not _step(rng, columns, coarse):
        return False
    dimensions = len(shape.dimensions)
    worth = [
        shape.weight / dimensions / len(group) / counts[at]
        for group in shape.dimensions
        for at in group
    ]
    gap = Fraction(mean) - composite(shape, columns)
    last = _last_steps(gap, worth[:FINE], worth[FINE : 2 * FINE])
    if not _step(rng, columns[: 2 * FINE], last):
        return False
    return abs(Fraction(mean) - composite(shape, columns)) <= CLOSE


def composite(shape: Shape, columns: Sequence[Answers]) -> Fraction:
    """Return the exact mean that answers come to.

    Raises:
        ValueError: they come to none.
    """
    given = [[answer for answer in column if answer is not None] for column in columns]
    made = parts_of(shape, [Fraction(sum(row), len(row)) if row else None for row in given])
    if made.composite is None:
        raise ValueError("no answers")
    return made.composite


def _step(rng: Random, columns: Sequence[Answers], steps: Sequence[int]) -> bool:
    """Move as many answers of each question by one as ``steps`` say; False where too few can."""
    for column, count in zip(columns, steps, strict=True):
        way = 1 if count > 0 else -1
        movable = [
            (at, answer + way)
            for at, answer in enumerate(column)
            if answer is not None and LOWEST <= answer + way <= HIGHEST
        ]
        if abs(count) > len(movable):
            return False
        for at, answer in rng.sample(movable, abs(count)):
            column[at] = answer
    return True


def _last_steps(
    gap: Fraction, first: Sequence[Fraction], second: Sequence[Fraction]
) -> tuple[int, ...]:
    """Return steps in each question that come to ``gap``: near enough, else as near as any do."""
    unit = lcm(gap.denominator, *(one.denominator for one in (*first, *second)))
    wanted, enough = int(gap * unit), int(CLOSE * unit)
    left, right = (_combinations([int(one * unit) for one in group]) for group in (first, second))
    right.sort()
    sums = [total for total, _ in right]
    nearest, best = abs(wanted), (0,) * (len(first) + len(second))
    for total, steps in left:
        at = bisect_left(sums, wanted - total)
        for other, more in right[max(at - 1, 0) : at + 1]:
            distance = abs(wanted - total - other)
            if distance < nearest:
                nearest, best = distance, (*steps, *more)
        if nearest <= enough:
            break
    return best


def _combinations(worth: Sequence[int]) -> list[tuple[int, tuple[int, ...]]]:
    """Return what every combination of steps comes to, few steps first."""
    few_first = sorted(range(-REACH, REACH + 1), key=abs)
    steps = list(product(few_first, repeat=len(worth)))
    return [(sum(map(mul, worth, one)), one) for one in steps]

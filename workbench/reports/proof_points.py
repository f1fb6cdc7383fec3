"""The points of marks and indicators as spreadsheet expressions over the typed values.

Every expression multiplies before it divides and is exact but for binary noise; rounding is
done by ``rounded`` alone. An expression over values that are no longer there is #N/A.
"""

from collections.abc import Callable
from decimal import Decimal
from functools import cache
from typing import Final

from workbench.definition.terms import Aggregation, Formula, Indicator, Scale
from workbench.exact import plain
from workbench.journal.fields import Field
from workbench.reports.proof_edges import NOISE_PLACES, NUDGE
from workbench.results.aggregation import TRIMMED_FROM
from workbench.results.formulas import formula_of, parameters

At = Callable[[str], str | None]
"""The address of a field of a mark, None where nothing was typed in it."""


def rounded(expression: str, places: int, *, nudged: bool = False) -> str:
    """Return ``expression`` rounded half up to ``places`` as the program rounds it."""
    return f"ROUND(ROUND({expression}{NUDGE if nudged else ''},{NOISE_PLACES}),{places})"


def is_direct(indicator: Indicator) -> bool:
    """Say whether the points of all marks are made from one range of typed numbers at once."""
    return indicator.scale in (Scale.POINTS, Scale.RATING)


def direct_points(way: Aggregation, indicator: Indicator, span: str, marks: int) -> str:
    """Return the points of ``marks`` numbers in ``span``, typed as points or rating, as one."""
    times, over = "", ""
    if indicator.scale is Scale.RATING:
        times, over = f"{plain(indicator.max_points)}*", "100*"
    return aggregated(way, span, marks, times=times, over=over)


def aggregated(way: Aggregation, span: str, marks: int, *, times: str = "", over: str = "") -> str:
    """Return ``marks`` numbers in ``span`` as one, ``times`` and ``over`` being factors."""
    part = f"/{over.rstrip('*')}" if over else ""
    mean = f"{times}SUM({span})/({over}{marks})"
    made = {
        Aggregation.SINGLE: f"{times}{span}{part}",
        Aggregation.MEAN: mean,
        Aggregation.MEDIAN: f"{times}MEDIAN({span}){part}",
        Aggregation.TRIMMED_MEAN: (
            f"IF(COUNT({span})<{TRIMMED_FROM},{mean},"
            f"{times}(SUM({span})-MAX({span})-MIN({span}))/({over}(COUNT({span})-2)))"
        ),
    }
    return guarded(made[way], span, marks)


def guarded(expression: str, span: str, numbers: int) -> str:
    """Return ``expression``, #N/A unless exactly so many numbers stand in ``span``."""
    return f"IF(COUNT({span})={numbers},{expression},NA())"


def grade_points(indicator: Indicator, label: str, labels: str, percents: str) -> str:
    """Return the points of the grade in the cell ``label`` by the table of its percents."""
    best = plain(indicator.max_points)
    return f"{best}*SUMPRODUCT(EXACT({label},{labels})*{percents})/100"


def computed_points(indicator: Indicator, at: At) -> str:
    """Return the points that the formula of ``indicator`` makes of a mark's figures, clipped."""
    best = plain(indicator.max_points)
    made = _FORMULAS[formula_of(indicator)](best, at, parameters(indicator))
    return f"MAX(0,MIN({best},{made}))"


def step_points(indicator: Indicator, at: At, bounds: str, percents: str, *, nudged: bool) -> str:
    """Return the points of a mark by the step table in the ranges ``bounds`` and ``percents``."""
    best, nudge = plain(indicator.max_points), NUDGE if nudged else ""
    rate = f"ROUND(100*{at(Field.ACTUAL)}/{at(Field.TARGET)}{nudge},{NOISE_PLACES})"
    return f"{best}*LOOKUP({rate},{bounds},{percents})/100"


def step_table(indicator: Indicator) -> tuple[tuple[Decimal, Decimal], ...]:
    """Return (lower bound, percent) from 0 up; a percent never falls, as the best step counts."""
    return _steps(parameters(indicator)["steps"])


@cache  # every mark of an indicator asks
def _steps(written: str) -> tuple[tuple[Decimal, Decimal], ...]:
    pairs = (entry.split(":") for entry in written.split("|") if entry)
    reached, rows = Decimal(0), {Decimal(0): Decimal(0)}
    for lower, percent in sorted((Decimal(low), Decimal(high)) for low, high in pairs):
        reached = max(reached, percent)
        rows[lower] = reached
    return tuple(sorted(rows.items()))


def _achievement(best: str, at: At, given: dict[str, str]) -> str:
    return f"{best}*{at(Field.ACTUAL)}/{at(Field.TARGET)}"


def _achievement_lower(best: str, at: At, given: dict[str, str]) -> str:
    target, actual = at(Field.TARGET), at(Field.ACTUAL)
    return f"IF({actual}=0,{best},{best}*{target}/{actual})"


def _deviation(best: str, at: At, given: dict[str, str]) -> str:
    low, width = Decimal(given["low"]), Decimal(given["high"]) - Decimal(given["low"])
    percent = f"20+80*({at(Field.ACTUAL)}-{plain(low)})/({plain(width)})"
    return f"{best}*MIN(100,MAX(0,{percent}))/100"


def _multi_year(best: str, at: At, given: dict[str, str]) -> str:
    rates = [Decimal(rate) for rate in given.get("rates", "").split("|") if rate]
    earlier = [min(rate, Decimal(100)) for rate in rates]
    before = plain(sum(earlier, Decimal(0)))
    rate = f"MIN(100,100*{at(Field.ACTUAL)}/{at(Field.TARGET)})"
    return f"{best}*({before}+{rate})/{100 * (len(earlier) + 1)}"


def _completion(best: str, at: At, given: dict[str, str]) -> str:
    found, done = at(Field.TARGET), at(Field.ACTUAL)
    return f"IF({found}=0,{best},{best}*{done}/{found})"


def _survey_linear(best: str, at: At, given: dict[str, str]) -> str:
    low, high = _ends(at, given)
    return _on_scale(low, high, f"{best}*({at(Field.SURVEY_MEAN)}-{low})/({high}-{low})")


def _survey_proportional(best: str, at: At, given: dict[str, str]) -> str:
    low, high = _ends(at, given)
    return _on_scale(low, high, f"{best}*{at(Field.SURVEY_MEAN)}/{high}")


def _ends(at: At, given: dict[str, str]) -> tuple[str | None, str | None]:
    """Return the ends of the scale: the cell's, else the rubric's."""
    low = at(Field.SURVEY_MIN) or given.get("min")
    return low, at(Field.SURVEY_MAX) or given.get("max")


def _on_scale(low: str | None, high: str | None, expression: str) -> str:
    """Return ``expression``, #N/A where the ends that stand there are no scale any more."""
    return expression if low is None else f"IF({low}<{high},{expression},NA())"


_FORMULAS: Final[dict[Formula, Callable[[str, At, dict[str, str]], str]]] = {
    Formula.ACHIEVEMENT: _achievement,
    Formula.ACHIEVEMENT_LOWER: _achievement_lower,
    Formula.DEVIATION: _deviation,
    Formula.MULTI_YEAR: _multi_year,
    Formula.COMPLETION: _completion,
    Formula.SURVEY_LINEAR: _survey_linear,
    Formula.SURVEY_PROPORTIONAL: _survey_proportional,
}

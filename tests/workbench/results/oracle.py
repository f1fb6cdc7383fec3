"""The result of a round once more, with fractions and nothing of ``workbench.results``.

Written from DESIGN §4 alone. Where the product shares code between steps, this does not.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.definition.terms import Definition, Indicator

HOLE, CONFLICT, OUT = "hole", "conflict", "out"
NA = "not applicable"

Figures = dict[str, str]


def rounded(value: Fraction, places: int) -> Fraction:
    """Half up; every value here is positive."""
    upper, lower = value.numerator * 10**places, value.denominator
    return Fraction((2 * upper + lower) // (2 * lower), 10**places)


def text(value: Fraction, places: int) -> str:
    whole, rest = divmod(value.numerator * 10**places, value.denominator)
    assert not rest
    digits = str(whole).rjust(places + 1, "0")
    return f"{digits[:-places]}.{digits[-places:]}" if places else digits


@dataclass
class Told:
    """What the oracle says of one service."""

    number: int
    verdict: str
    sections: dict[str, str] | None = None
    total: Fraction | None = None
    rank: int | None = None


@dataclass
class Typed:
    """All that was typed: by (evaluator, service, indicator) the values of each field."""

    marks: dict[tuple[bytes, bytes, bytes], dict[str, list[str | None]]] = field(
        default_factory=lambda: defaultdict(dict)
    )
    recused: set[tuple[bytes, bytes]] = field(default_factory=set)
    unclear: set[bytes] = field(default_factory=set)
    agreed: dict[tuple[bytes, bytes], tuple[str, bool]] = field(default_factory=dict)
    """Moderated marks by (service, indicator): the mark (empty: not applicable), whether stale."""
    adjusted: dict[bytes, list[Fraction]] = field(default_factory=dict)
    """Points added to or taken from a service."""


def judge(definition: Definition, typed: Typed) -> list[Told]:
    told = [_judged(definition, typed, service) for service in definition.services]
    counted = [row for row in told if row.total is not None]
    for row in counted:
        row.rank = 1 + sum(other.total > row.total for other in counted)
    return told


def average(told: list[Told], places: int) -> str | None:
    totals = [row.total for row in told if row.total is not None]
    return text(rounded(sum(totals) / len(totals), places), places) if totals else None


def share(told: list[Told]) -> str | None:
    counted = [row for row in told if row.total is not None]
    below = sum(row.verdict == "below" for row in counted)
    return text(rounded(Fraction(100 * below, len(counted)), 1), 1) if counted else None


def _judged(definition: Definition, typed: Typed, service) -> Told:
    if service.exempt:
        return Told(service.number, "exempt")
    rows = [row for row in definition.indicators if row.uid in definition.applies[service.uid]]
    found = {row.uid: _indicator(definition, typed, service.uid, row) for row in rows}
    if service.uid in typed.unclear or CONFLICT in found.values():
        return Told(service.number, "conflict")
    if HOLE in found.values():
        return Told(service.number, "incomplete")
    rules = definition.rules
    exact: dict[str, Fraction] = {}
    for section in definition.sections:
        mine = [row for row in rows if row.section == section.code]
        counted = [row for row in mine if found[row.uid] != OUT]
        if mine and not counted:
            return Told(service.number, "incomplete")
        points = [found[row.uid] for row in counted]
        if rules.rounding_stage == "indicator":
            points = [rounded(value, rules.score_places) for value in points]
        left = Fraction(section.max_points) - sum(
            Fraction(row.max_points) for row in mine if row not in counted
        )
        exact[section.code] = sum(points, Fraction(0)) * Fraction(section.max_points) / left
    printed = {code: rounded(value, rules.score_places) for code, value in exact.items()}
    total = sum(printed.values())
    if rules.rounding_stage == "total":
        total = rounded(sum(exact.values()), rules.score_places)
    total = _with_adjustments(definition, typed.adjusted.get(service.uid, []), total)
    verdict = "below" if total < Fraction(rules.cut) else "pass"
    shown = {str(code): text(value, rules.score_places) for code, value in printed.items()}
    return Told(service.number, verdict, shown, total)


def _with_adjustments(definition: Definition, points: list[Fraction], total: Fraction) -> Fraction:
    added = sum(points, Fraction(0))
    cap = definition.rules.adjustment_cap
    if cap is not None and abs(added) > cap:
        added = Fraction(cap) if added > 0 else -Fraction(cap)
    size = rounded(abs(added), definition.rules.score_places)
    total += size if added > 0 else -size
    most = sum(Fraction(section.max_points) for section in definition.sections)
    return Fraction(0) if total < 0 else most if total > most else total


def _indicator(
    definition: Definition, typed: Typed, service: bytes, indicator: Indicator
) -> Fraction | str:
    team = [
        person.uid
        for person in definition.evaluators
        for charge in person.charges
        if (charge.service, charge.indicator, charge.standing)
        == (service, indicator.uid, "assigned")
        and (person.uid, service) not in typed.recused
    ]
    marks = [_mark(indicator, typed.marks.get((uid, service, indicator.uid), {})) for uid in team]
    said = [typed.marks.get((uid, service, indicator.uid), {}) for uid in team]
    if not team:
        return HOLE
    if CONFLICT in marks:
        return CONFLICT
    if (service, indicator.uid) in typed.agreed:
        return HOLE if HOLE in marks else _agreed(indicator, *typed.agreed[service, indicator.uid])
    if all(mark == NA for mark in marks):
        return OUT
    figures = [
        mark != NA and any(value is not None for values in fields.values() for value in values)
        for mark, fields in zip(marks, said, strict=True)
    ]
    if NA in marks and any(figures):
        return CONFLICT
    if any(mark in (HOLE, NA) for mark in marks):
        return HOLE
    return combined(indicator.aggregation, marks)


def _agreed(indicator: Indicator, mark: str, is_stale: bool) -> Fraction | str:
    if is_stale:
        return CONFLICT
    if not mark:
        return OUT
    if indicator.scale in ("measure", "survey"):
        return Fraction(mark)
    return points_of(indicator, {"score": mark})


def _mark(indicator: Indicator, fields: dict[str, list[str | None]]) -> Fraction | str:
    for name, values in fields.items():
        if len(set(values)) > 1 and name not in ("survey_n", "comment"):
            return CONFLICT
    one = {name: values[0] for name, values in fields.items() if values[0] is not None}
    if "not_applicable" in one:
        return NA
    return points_of(indicator, one)


def combined(how: str, marks: list[Fraction]) -> Fraction | str:
    if how == "consensus":
        return HOLE
    if how == "single":
        assert len(marks) == 1
        return marks[0]
    if how == "mean" or (how == "trimmed_mean" and len(marks) < 5):
        return sum(marks) / Fraction(len(marks))
    ordered = sorted(marks)
    if how == "median":
        middle = ordered[(len(ordered) - 1) // 2 : len(ordered) // 2 + 1]
        return Fraction(sum(middle), len(middle))
    assert how == "trimmed_mean"
    return Fraction(sum(ordered[1:-1]), len(ordered) - 2)


def points_of(indicator: Indicator, figures: Figures) -> Fraction | str:
    """Points clipped to 0…maximum, or a hole."""
    most = Fraction(indicator.max_points)
    made = _raw_points(
        indicator,
        most,
        {name: Fraction(value) for name, value in figures.items() if indicator.scale != "grade"},
        figures,
    )
    return made if made == HOLE else min(max(made, Fraction(0)), most)


def _raw_points(
    indicator: Indicator, most: Fraction, figures: dict[str, Fraction], typed: Figures
) -> Fraction | str:
    if indicator.scale == "grade":
        percents = {level.label: Fraction(level.percent) for level in indicator.levels}
        return most * percents[typed["score"]] / 100 if "score" in typed else HOLE
    if indicator.scale in ("points", "rating"):
        if "score" not in figures:
            return HOLE
        return figures["score"] * (1 if indicator.scale == "points" else most / 100)
    given = dict(indicator.measure.parameters) if indicator.measure else {}
    formula = indicator.measure.formula if indicator.measure else None
    if indicator.scale == "survey":
        return _survey(formula or "survey_linear", most, figures, given)
    return _measure(formula or "achievement", most, figures, given)


def _survey(
    formula: str, most: Fraction, figures: dict[str, Fraction], given: Figures
) -> Fraction | str:
    mean = figures.get("survey_mean")
    ends = [
        figures.get(f"survey_{name}", Fraction(given[name]) if name in given else None)
        for name in ("min", "max")
    ]
    if mean is None or ends[1] is None:
        return HOLE
    if ends[0] is not None and not ends[0] < ends[1]:
        return HOLE
    if formula == "survey_proportional":
        return most * mean / ends[1] if ends[1] else HOLE
    if ends[0] is None:
        return HOLE
    return most * (mean - ends[0]) / (ends[1] - ends[0])


def _measure(
    formula: str, most: Fraction, figures: dict[str, Fraction], given: Figures
) -> Fraction | str:
    target, actual = figures.get("target"), figures.get("actual")
    if formula == "deviation":
        low, high = Fraction(given["low"]), Fraction(given["high"])
        if actual is None or low == high:
            return HOLE
        return most * (20 + 80 * (actual - low) / (high - low)) / 100
    if target is None or actual is None:
        return HOLE
    if formula == "completion":
        return most if target == 0 else most * actual / target
    if target == 0:
        return HOLE
    if formula == "achievement":
        return most * min(actual / target, 1)
    if formula == "achievement_lower":
        return most if actual == 0 else most * target / actual
    if formula == "steps":
        percent = Fraction(0)
        for pair in given["steps"].split("|"):
            lower, reached = map(Fraction, pair.split(":"))
            if actual / target * 100 >= lower:
                percent = max(percent, reached)
        return most * percent / 100
    rates = [Fraction(rate) / 100 for rate in given.get("rates", "").split("|") if rate]
    rates.append(actual / target)
    return most * sum(min(rate, Fraction(1)) for rate in rates) / len(rates)

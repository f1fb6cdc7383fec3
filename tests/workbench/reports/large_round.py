"""A round of 300 services, 40 indicators and five evaluators, every scale and way among them."""

from __future__ import annotations

import random
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from tests.workbench.reports.conftest import (
    LEVELS,
    SECTIONS,
    TYPED,
    definition_for_tests,
    indicator_for_tests,
    outcome_of,
    rules_for_tests,
    uid,
)
from workbench.definition.terms import (
    Aggregation,
    Formula,
    Indicator,
    Measure,
    Scale,
    SectionCode,
    Service,
)

if TYPE_CHECKING:
    from workbench.definition.terms import Definition
    from workbench.results.outcome import Outcome

SERVICES, INDICATORS, TEAM = 300, 40, 5
COUNTS: Final = {SectionCode.COMMON: 16, SectionCode.INDIVIDUAL: 18, SectionCode.SATISFACTION: 6}
SCALES: Final = (Scale.POINTS,) * 7 + (Scale.RATING, Scale.GRADE, Scale.MEASURE)
WAYS: Final = (Aggregation.MEAN, Aggregation.MEDIAN, Aggregation.TRIMMED_MEAN)


def large_round(services: int = SERVICES) -> Outcome:
    """Whole: every mark is there, so that every number of the report is printed and proven."""
    return outcome_of(*large_parts(services))


def large_parts(services: int) -> tuple[Definition, list[TYPED]]:
    """The definition of such a round, and what was typed."""
    rng = random.Random(services)
    indicators = [row for section in SECTIONS for row in _section(section.code)]
    team = [f"E{at}" for at in range(1, TEAM + 1)]
    roster = [
        Service(
            uid(f"s{number}"),
            number,
            f"가상 사무 {number}호 관리운영",
            department=f"가상{number % 9}과",
            operators=(f"(재)가상{number}재단",),
        )
        for number in range(1, services + 1)
    ]
    definition = definition_for_tests(
        rules_for_tests(title="2024년 제1차 민간위탁 종합성과평가"),
        indicators,
        roster,
        {who: [row.code for row in indicators] for who in team},
    )
    return definition, [
        row
        for service in roster
        for indicator in indicators
        for who in team
        for row in _typed(rng, who, service.number, indicator)
    ]


def _section(code: SectionCode) -> list[Indicator]:
    count, section = COUNTS[code], next(row for row in SECTIONS if row.code is code)
    share = Decimal(int(section.max_points * 2 / count)) / 2
    maxima = [share] * (count - 1)
    return [
        _indicator(code, at, most)
        for at, most in enumerate([*maxima, section.max_points - sum(maxima)], start=1)
    ]


def _indicator(section: SectionCode, at: int, most: Decimal) -> Indicator:
    is_last = section is SectionCode.SATISFACTION and at == COUNTS[section]
    scale = Scale.SURVEY if is_last else SCALES[at % len(SCALES)]
    pairs = {
        Scale.MEASURE: Measure(Formula.STEPS, (("steps", "95:100|90:90|80.5:60|60:75"),)),
        Scale.SURVEY: Measure(Formula.SURVEY_LINEAR, (("min", "1"), ("max", "5"))),
    }
    return indicator_for_tests(
        f"{section[0].upper()}{at}",
        section,
        str(most),
        scale=scale,
        aggregation=WAYS[at % len(WAYS)],
        levels=LEVELS if scale is Scale.GRADE else (),
        measure=pairs.get(scale),
    )


def _typed(rng: random.Random, who: str, number: int, row: Indicator) -> list[TYPED]:
    place = (who, number, row.code)
    if row.scale is Scale.GRADE:
        return [(*place, "score", rng.choice(LEVELS).label)]
    if row.scale is Scale.MEASURE:
        return [(*place, "target", "80"), (*place, "actual", str(rng.randint(50, 96)))]
    if row.scale is Scale.SURVEY:
        return [(*place, "survey_n", "37"), (*place, "survey_mean", f"4.{rng.randint(1, 9)}")]
    most = Decimal(100) if row.scale is Scale.RATING else row.max_points
    points = (most * rng.randint(55, 100) / 100).quantize(Decimal("0.01")).normalize()
    return [(*place, "score", f"{points:f}")]

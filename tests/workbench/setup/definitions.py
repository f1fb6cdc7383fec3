"""Random definitions as a round could hold them, with every kind of charge."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from workbench.definition.terms import (
    Aggregation,
    Band,
    Charge,
    Definition,
    Evaluator,
    Formula,
    Indicator,
    Kind,
    Level,
    Measure,
    Role,
    RoundingStage,
    Rules,
    Scale,
    Section,
    SectionCode,
    Service,
    Standing,
)
from workbench.text import clean_text

if TYPE_CHECKING:
    from collections.abc import Callable

Draw = Any

_WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=8).map(clean_text)
_NAMES = _WORDS.filter(bool)
_LISTED = st.text("가나다라 ,-_=\"'\n", max_size=6).map(clean_text).filter(bool)
"""What stands in a list that is separated by semicolons."""
_DAYS = st.sampled_from(["", "2026-12-31", "2027-02-28"])
_REASONS = st.sampled_from(["", "자문 이력", "친족; 동업", "질병"])
_PERCENTS = st.integers(0, 10_000).map(lambda number: (Decimal(number) / 100).normalize() + 0)
_STANDINGS = st.sampled_from([None, None, *Standing])
_UIDS = st.uuids().map(lambda found: found.bytes)
_LEVELS = st.lists(
    st.builds(Level, _NAMES, _PERCENTS, _WORDS), max_size=2, unique_by=lambda row: row.label
)
_NUMBERS = st.sets(st.integers(1, 9999) | st.integers(1, 9), min_size=1, max_size=5)
_MEASURES = {
    Scale.MEASURE: [
        Measure(Formula.ACHIEVEMENT, (), "명"),
        Measure(Formula.STEPS, (("steps", "90:100|80:90.5"),)),
        Measure(Formula.DEVIATION, (("low", "1"), ("high", "9"))),
        Measure(Formula.MULTI_YEAR, (("rates", "80|90"),)),
    ],
    Scale.SURVEY: [
        Measure(Formula.SURVEY_LINEAR, (("min", "1"), ("max", "5")), "점"),
        Measure(Formula.SURVEY_PROPORTIONAL, ()),
    ],
}


@st.composite
def definitions(draw: Draw) -> Definition:
    """A whole fit definition."""
    services = draw(_services())
    sections = draw(_sections())
    indicators, applies = draw(_rubric(sections, services))
    evaluators = draw(_evaluators(services, indicators, applies))
    return Definition(draw(_rules()), sections, indicators, services, evaluators, applies)


@st.composite
def _rules(draw: Draw) -> Rules:
    return Rules(
        title=draw(_NAMES),
        year=draw(st.integers(1900, 2999)),
        sequence=draw(st.integers(1, 99)),
        cut=draw(_PERCENTS),
        legal_basis=draw(_WORDS),
        institute=draw(_WORDS),
        pool=draw(st.none() | st.integers(1, 99)),
        score_places=draw(st.integers(0, 4)),
        rounding_stage=draw(st.sampled_from(RoundingStage)),
        aggregation=draw(st.sampled_from(Aggregation)),
        rehearsal=draw(st.booleans()),
        bands=(Band("높음:상", Decimal(80)), Band("낮음", Decimal("0.5"))),
        comment_below=draw(st.none() | _PERCENTS),
        comment_at_max=draw(st.booleans()),
        min_respondents=draw(st.none() | st.integers(0, 9)),
        adjustment_cap=draw(st.none() | _PERCENTS),
        deadline=draw(_DAYS),
        contact=draw(_WORDS),
    )


@st.composite
def _services(draw: Draw) -> tuple[Service, ...]:
    numbers = sorted(draw(_NUMBERS))
    found = [
        Service(
            uid=draw(_UIDS),
            number=number,
            name=draw(_NAMES),
            type=draw(st.sampled_from(["시설형", "사무형"])),
            department=draw(_WORDS),
            operators=tuple(draw(st.lists(_LISTED, max_size=3))),
            term_end=draw(_DAYS),
            exempt=draw(st.booleans()),
            reason=draw(_WORDS),
        )
        for number in numbers
    ]
    return tuple(found)


@st.composite
def _sections(draw: Draw) -> tuple[Section, ...]:
    first = draw(st.integers(1, 98))
    second = draw(st.integers(1, 99 - first))
    return tuple(
        Section(code, draw(_NAMES), Decimal(points))
        for code, points in zip(SectionCode, (first, second, 100 - first - second), strict=True)
    )


@st.composite
def _rubric(
    draw: Draw, sections: tuple[Section, ...], services: tuple[Service, ...]
) -> tuple[tuple[Indicator, ...], dict[bytes, tuple[bytes, ...]]]:
    rows: list[tuple[Indicator, set[int]]] = []
    for section in sections:
        for at, points in enumerate(draw(_parts(section.max_points))):
            for text, numbers in draw(_reach(services)):
                rows.append(
                    (draw(_indicator(f"{section.code[0].upper()}{at}", section, points)), numbers)
                )
                rows[-1] = (replace(rows[-1][0], applies_to=text), numbers)
    rows = _alike(rows)
    applies = {
        service.uid: tuple(row.uid for row, numbers in rows if service.number in numbers)
        for service in services
    }
    return tuple(row for row, _ in rows), applies


def _alike(rows: list[tuple[Indicator, set[int]]]) -> list[tuple[Indicator, set[int]]]:
    """Rows of one code share scale, levels and measure, as the sheets say them once."""
    first: dict[str, Indicator] = {}
    return [
        (
            replace(
                row,
                scale=first.setdefault(row.code, row).scale,
                levels=first[row.code].levels,
                measure=first[row.code].measure,
            ),
            numbers,
        )
        for row, numbers in rows
    ]


@st.composite
def _parts(draw: Draw, whole: Decimal) -> list[Decimal]:
    count = draw(st.integers(1, 3))
    cuts = sorted(
        draw(st.sets(st.integers(1, int(whole * 100) - 1), min_size=count - 1, max_size=count - 1))
    )
    bounds = [0, *cuts, int(whole * 100)]
    return [(Decimal(high - low) / 100).normalize() + 0 for low, high in pairwise(bounds)]


@st.composite
def _reach(draw: Draw, services: tuple[Service, ...]) -> list[tuple[str, set[int]]]:
    """All services, or rows of one code that share them out by type or by number."""
    numbers = {row.number for row in services}
    ways: list[Callable[[], list[tuple[str, set[int]]]]] = [lambda: [("all", numbers)]]
    types = {row.type for row in services}
    ways.append(
        lambda: [
            (f"type:{name}", {row.number for row in services if row.type == name})
            for name in sorted(types)
        ]
    )
    ways.append(lambda: [(f"service:{number}", {number}) for number in sorted(numbers)])
    return draw(st.sampled_from(ways))()


@st.composite
def _indicator(draw: Draw, code: str, section: Section, points: Decimal) -> Indicator:
    scale = draw(st.sampled_from(Scale))
    measures = _MEASURES.get(scale, [])
    levels = draw(_LEVELS)
    if scale is Scale.GRADE and not levels:
        levels = [Level("우수", Decimal(100))]
    return Indicator(
        uid=draw(_UIDS),
        code=code,
        section=section.code,
        group=draw(_WORDS),
        name=draw(_NAMES),
        kind=draw(st.sampled_from(Kind)),
        scale=scale,
        max_points=points,
        step=Decimal("0.01"),
        applies_to="all",
        aggregation=draw(st.sampled_from(Aggregation)),
        guidance=draw(_WORDS),
        allow_not_applicable=draw(st.booleans()),
        levels=tuple(levels),
        measure=draw(st.sampled_from(measures)) if measures else None,
    )


@st.composite
def _evaluators(
    draw: Draw,
    services: tuple[Service, ...],
    indicators: tuple[Indicator, ...],
    applies: dict[bytes, tuple[bytes, ...]],
) -> tuple[Evaluator, ...]:
    people = range(draw(st.integers(1, 3)))
    known = {row.uid: row for row in indicators}
    charges: list[list[Charge]] = [[] for _ in people]
    for service in services:
        for uid in () if service.exempt else applies[service.uid]:
            standings = [draw(_STANDINGS) for _ in people]
            if not any(standings):
                standings[0] = Standing.ASSIGNED
            if known[uid].aggregation is Aggregation.SINGLE:
                standings = _at_most_one(standings)
            for person, standing in zip(people, standings, strict=True):
                if standing is not None:
                    charges[person].append(Charge(service.uid, uid, standing, draw(_REASONS)))
    return tuple(
        Evaluator(
            uid=draw(_UIDS),
            code=f"E{person}",
            name=draw(_NAMES),
            affiliation=draw(_WORDS),
            role=draw(st.sampled_from(Role)),
            charges=tuple(of_person),
        )
        for person, of_person in zip(people, charges, strict=True)
    )


def _at_most_one(standings: list[Standing | None]) -> list[Standing | None]:
    first = next((at for at, row in enumerate(standings) if row is Standing.ASSIGNED), None)
    return [
        None if row is Standing.ASSIGNED and at != first else row
        for at, row in enumerate(standings)
    ]

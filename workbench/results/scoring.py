"""The result of a round: a pure function of the definition and the counted heads."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType

from workbench.definition.terms import Definition, Indicator, RoundingStage, Service, Uid
from workbench.exact import half_up
from workbench.progress import Pulse, unwatched
from workbench.results.aggregation import aggregate, effective
from workbench.results.findings import findings, strays
from workbench.results.marks import Heads, MarkReader, expected_marks, own_recusals
from workbench.results.moderated import moderated
from workbench.results.outcome import (
    IndicatorOutcome,
    Mark,
    MarkState,
    Outcome,
    PointState,
    ServiceOutcome,
    Verdict,
)
from workbench.results.recusals import recusals

_NO_VERSIONS: Mapping[bytes, Definition] = MappingProxyType({})


def compute(
    definition: Definition,
    heads: Heads,
    versions: Mapping[bytes, Definition] = _NO_VERSIONS,
    *,
    pulse: Pulse = unwatched,
) -> Outcome:
    """Return the whole result (DESIGN §4).

    ``heads`` are the counted heads by cell; ``versions`` the definitions by version hash under
    which values may have been typed (a version that is not among them reads like the present).
    ``pulse`` is called for every service.
    """
    reader = MarkReader(definition, heads, versions)
    expected = expected_marks(definition, heads)
    _, unclear = own_recusals(definition, heads)
    services = []
    for service in definition.services:
        pulse()
        services.append(
            _service_outcome(definition, service, reader, expected, unclear=service.uid in unclear)
        )
    return _summed_up(
        definition,
        services,
        strays=strays(definition, heads, expected),
        recusals=recusals(definition, heads),
        findings=findings(definition, heads, expected),
    )


def recomputed(
    outcome: Outcome, service: Uid, heads: Heads, versions: Mapping[bytes, Definition]
) -> Outcome:
    """Return ``outcome`` as it would be if ``heads`` held in one service; lists stay as they were.

    For looking at one choice: what is listed beside the totals is not made anew.
    """
    definition = outcome.definition
    reader = MarkReader(definition, heads, versions)
    expected = expected_marks(definition, heads)
    _, unclear = own_recusals(definition, heads)
    services = [
        _service_outcome(definition, row.service, reader, expected, unclear=service in unclear)
        if row.service.uid == service
        else row
        for row in outcome.services
    ]
    return _summed_up(definition, services)


def _summed_up(
    definition: Definition, services: list[ServiceOutcome], **listed: tuple[object, ...]
) -> Outcome:
    ranked = _ranked(services)
    totals = [row.total for row in ranked if row.total is not None]
    below = tuple(row.service.number for row in ranked if row.verdict is Verdict.BELOW)
    counted = len(totals)
    average = share = None
    if counted:
        exact = sum((Fraction(total) for total in totals), Fraction(0)) / counted
        average = half_up(exact, definition.rules.score_places)
        share = half_up(Fraction(100 * len(below), counted), 1)
    return Outcome(definition, tuple(ranked), counted, average, below, share, **listed)  # type: ignore[arg-type]


def _ranked(services: Sequence[ServiceOutcome]) -> list[ServiceOutcome]:
    """Give competition ranks (1, 2, 2, 4) on the printed totals."""
    totals = sorted((row.total for row in services if row.total is not None), reverse=True)
    first = {total: place for place, total in reversed(list(enumerate(totals, start=1)))}
    return [row if row.total is None else replace(row, rank=first[row.total]) for row in services]


def _service_outcome(
    definition: Definition,
    service: Service,
    reader: MarkReader,
    expected: Mapping[tuple[Uid, Uid], tuple[Uid, ...]],
    *,
    unclear: bool,
) -> ServiceOutcome:
    if service.exempt:
        return ServiceOutcome(service, Verdict.EXEMPT, ())
    places = definition.rules.score_places
    indicators = tuple(
        _agreed(
            reader,
            service.uid,
            _indicator_outcome(
                definition.indicator[uid],
                [
                    reader.mark(evaluator, service.uid, definition.indicator[uid])
                    for evaluator in expected.get((service.uid, uid), ())
                ],
                places,
            ),
            places,
        )
        for uid in definition.applies.get(service.uid, ())
    )
    return _judged(definition, service, indicators, unclear=unclear)


def _judged(
    definition: Definition,
    service: Service,
    indicators: tuple[IndicatorOutcome, ...],
    *,
    unclear: bool,
) -> ServiceOutcome:
    if unclear or _is_open(indicators):
        return ServiceOutcome(service, Verdict.CONFLICT, indicators)
    if not {row.state for row in indicators} <= {PointState.COUNTED, PointState.OUT}:
        return ServiceOutcome(service, Verdict.INCOMPLETE, indicators)
    return _totalled(definition, service, indicators)


def _is_open(indicators: Sequence[IndicatorOutcome]) -> bool:
    return any(row.state in (PointState.CONFLICT, PointState.STALE) for row in indicators)


def with_points(
    definition: Definition, row: ServiceOutcome, indicator: Uid, points: Fraction | None
) -> ServiceOutcome:
    """Return ``row`` as it would be if ``indicator`` made ``points``; None is not applicable.

    Everything else that is open stays open; the rank is not made anew.
    """
    places = definition.rules.score_places
    state = PointState.OUT if points is None else PointState.COUNTED
    rounded = None if points is None else half_up(points, places)
    indicators = tuple(
        replace(one, state=state, exact=points, points=rounded)
        if one.indicator.uid == indicator
        else one
        for one in row.indicators
    )
    unclear = row.verdict is Verdict.CONFLICT and not _is_open(row.indicators)
    return _judged(definition, row.service, indicators, unclear=unclear)


def _indicator_outcome(
    indicator: Indicator, marks: Sequence[Mark], places: int
) -> IndicatorOutcome:
    used = effective(indicator.aggregation, len(marks))
    state = _point_state(marks)
    made = IndicatorOutcome(indicator, state, used, tuple(marks))
    if state is not PointState.COUNTED:
        return made
    exact = aggregate(used, [mark.points for mark in marks if mark.points is not None])
    if exact is None:
        return replace(made, state=PointState.INCOMPLETE)
    return replace(made, exact=exact, points=half_up(exact, places))


def _agreed(
    reader: MarkReader, service: Uid, made: IndicatorOutcome, places: int
) -> IndicatorOutcome:
    """Lay the moderated mark, where there is one, above what the marks make.

    It ends a mixture and is what ``consensus`` waits for; it never fills a hole and never hides
    a conflict.
    """
    revision = reader.moderation(service, made.indicator.uid)
    if revision is None:
        return made
    agreed = moderated(
        revision,
        made.indicator,
        made.marks,
        is_readable=reader.is_readable(revision, made.indicator),
    )
    made = replace(made, moderated=agreed, original=made.exact, exact=None, points=None)
    if not made.marks or any(mark.state is MarkState.CONFLICT for mark in made.marks):
        return made
    if not made.is_whole:
        return replace(made, state=PointState.INCOMPLETE)
    if agreed.is_stale:
        return replace(made, state=PointState.STALE)
    if agreed.points is None:
        return replace(made, state=PointState.OUT)
    points = half_up(agreed.points, places)
    return replace(made, state=PointState.COUNTED, exact=agreed.points, points=points)


def _point_state(marks: Sequence[Mark]) -> PointState:
    states = {mark.state for mark in marks}
    if not states:
        return PointState.UNASSIGNED
    if MarkState.CONFLICT in states:
        return PointState.CONFLICT
    if states == {MarkState.NOT_APPLICABLE}:
        return PointState.OUT
    if MarkState.NOT_APPLICABLE in states and any(
        mark.values for mark in marks if mark.state is not MarkState.NOT_APPLICABLE
    ):
        return PointState.CONFLICT  # a mixture of yes and figures: moderation ends it
    return PointState.COUNTED if states == {MarkState.GIVEN} else PointState.INCOMPLETE


def _totalled(
    definition: Definition, service: Service, indicators: tuple[IndicatorOutcome, ...]
) -> ServiceOutcome:
    rules = definition.rules
    exact: dict[str, Fraction] = {}
    scaled: list[str] = []
    for section in definition.sections:
        rows = [row for row in indicators if row.indicator.section is section.code]
        out = sum(
            (Fraction(row.indicator.max_points) for row in rows if row.state is PointState.OUT),
            Fraction(0),
        )
        if rows and all(row.state is PointState.OUT for row in rows):
            return ServiceOutcome(service, Verdict.INCOMPLETE, indicators)
        points = _section_points(rows, rules.rounding_stage)
        if out:
            maximum = Fraction(section.max_points)
            points = points * maximum / (maximum - out)
            scaled.append(section.code)
        exact[section.code] = points
    sections = {code: half_up(points, rules.score_places) for code, points in exact.items()}
    if rules.rounding_stage is RoundingStage.TOTAL:
        total = half_up(sum(exact.values(), Fraction(0)), rules.score_places)
    else:
        total = sum(sections.values(), Decimal(0))
    verdict = Verdict.BELOW if total < rules.cut else Verdict.PASS
    return ServiceOutcome(service, verdict, indicators, sections, total, None, tuple(scaled))


def _section_points(rows: Sequence[IndicatorOutcome], stage: RoundingStage) -> Fraction:
    if stage is RoundingStage.INDICATOR:
        return sum((Fraction(row.points) for row in rows if row.points is not None), Fraction(0))
    return sum((row.exact for row in rows if row.exact is not None), Fraction(0))

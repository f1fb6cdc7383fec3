"""The result of a round: a pure function of the definition and the counted heads."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType

from workbench.definition.terms import Definition, Indicator, RoundingStage, Section, Service, Uid
from workbench.exact import half_up
from workbench.journal.head_table import Heads, table_of
from workbench.progress import Pulse, unwatched
from workbench.results.adjusting import adjusted, adjustments, clipped
from workbench.results.aggregation import aggregate, effective, exact_sum
from workbench.results.findings import findings, strays
from workbench.results.mark_sequence import MarkSequence
from workbench.results.marks import MarkReader, expected_marks, own_recusals
from workbench.results.moderated import moderated
from workbench.results.outcome import (
    Adjustment,
    IndicatorOutcome,
    MarkState,
    Outcome,
    PointState,
    ServiceOutcome,
    Verdict,
)
from workbench.results.recusals import recusals
from workbench.results.wording import passages
from workbench.uncollected import uncollected

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
    with uncollected():
        return _computed(definition, heads, versions, pulse)


def _computed(
    definition: Definition, heads: Heads, versions: Mapping[bytes, Definition], pulse: Pulse
) -> Outcome:
    table = table_of(heads)
    texts = table.others
    reader = MarkReader(table, versions, table)
    expected = expected_marks(definition, texts)
    _, unclear = own_recusals(definition, texts)
    added = adjustments(texts)
    services = []
    for service in definition.services:
        pulse()
        made = _indicators(definition, service, reader, expected)
        extra = added.get(service.uid, ())
        services.append(_judged(definition, service, made, extra, unclear=service.uid in unclear))
    return _summed_up(
        definition,
        services,
        strays=strays(definition, table.unexpected(expected)),
        recusals=recusals(definition, texts),
        findings=findings(definition, texts, expected),
        passages=passages(definition, texts),
    )


def recomputed(
    outcome: Outcome, service: Uid, heads: Heads, versions: Mapping[bytes, Definition]
) -> Outcome:
    """Return ``outcome`` as it would be if ``heads`` held in one service; lists stay as they were.

    For looking at one choice: what is listed beside the totals is not made anew.
    """
    definition = outcome.definition
    reader = MarkReader(heads, versions)
    expected = expected_marks(definition, heads)
    _, unclear = own_recusals(definition, heads)
    services = []
    for row in outcome.services:
        if row.service.uid == service:
            made = _indicators(definition, row.service, reader, expected)
            extra = row.adjustments
            row = _judged(definition, row.service, made, extra, unclear=service in unclear)
        services.append(row)
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
        exact = exact_sum(map(Fraction, totals)) / counted
        average = half_up(exact, definition.rules.score_places)
        share = half_up(Fraction(100 * len(below), counted), 1)
    return Outcome(definition, tuple(ranked), counted, average, below, share, **listed)  # type: ignore[arg-type]


def _ranked(services: Sequence[ServiceOutcome]) -> list[ServiceOutcome]:
    """Give competition ranks (1, 2, 2, 4) on the printed totals."""
    totals = sorted((row.total for row in services if row.total is not None), reverse=True)
    first = {total: place for place, total in reversed(list(enumerate(totals, start=1)))}
    return [row if row.total is None else replace(row, rank=first[row.total]) for row in services]


def _indicators(
    definition: Definition,
    service: Service,
    reader: MarkReader,
    expected: Mapping[tuple[Uid, Uid], tuple[Uid, ...]],
) -> tuple[IndicatorOutcome, ...]:
    if service.exempt:
        return ()
    places = definition.rules.score_places
    return tuple(
        _agreed(
            reader,
            service.uid,
            _indicator_outcome(
                definition.indicator[uid],
                reader.marks(
                    service.uid, definition.indicator[uid], expected.get((service.uid, uid), ())
                ),
                places,
            ),
            places,
        )
        for uid in definition.applies.get(service.uid, ())
    )


def _judged(
    definition: Definition,
    service: Service,
    indicators: tuple[IndicatorOutcome, ...],
    extra: tuple[Adjustment, ...],
    *,
    unclear: bool,
) -> ServiceOutcome:
    made = ServiceOutcome(
        service,
        Verdict.EXEMPT,
        indicators,
        adjustments=extra,
        adjusted=adjusted(definition, extra),
    )
    if service.exempt:
        return made
    if unclear or _is_open(indicators):
        return replace(made, verdict=Verdict.CONFLICT)
    if not {row.state for row in indicators} <= {PointState.COUNTED, PointState.OUT}:
        return replace(made, verdict=Verdict.INCOMPLETE)
    return totalled(definition, made)


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
    return _judged(definition, row.service, indicators, row.adjustments, unclear=unclear)


def with_adjustments(
    definition: Definition, row: ServiceOutcome, rows: Sequence[Adjustment]
) -> ServiceOutcome:
    """Return ``row`` as it would be under ``rows`` instead of its own; the rank stays."""
    unclear = row.verdict is Verdict.CONFLICT and not _is_open(row.indicators)
    return _judged(definition, row.service, row.indicators, tuple(rows), unclear=unclear)


def _indicator_outcome(indicator: Indicator, marks: MarkSequence, places: int) -> IndicatorOutcome:
    used = effective(indicator.aggregation, len(marks))
    state = _point_state(marks)
    if state is not PointState.COUNTED:
        return IndicatorOutcome(indicator, state, used, marks)
    exact = aggregate(used, marks.points)
    if exact is None:
        return IndicatorOutcome(indicator, PointState.INCOMPLETE, used, marks)
    return IndicatorOutcome(indicator, state, used, marks, exact, half_up(exact, places))


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


def _point_state(marks: MarkSequence) -> PointState:
    states = marks.states
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


def totalled(definition: Definition, made: ServiceOutcome) -> ServiceOutcome:
    """Return ``made`` with sections, total and verdict; its indicators are counted or out.

    A section whose every indicator is out makes the service incomplete. The rank is not made.
    """
    places = definition.rules.score_places
    exact: dict[str, Fraction] = {}
    scaled: list[str] = []
    for section in definition.sections:
        rows = [row for row in made.indicators if row.indicator.section is section.code]
        if rows and all(row.state is PointState.OUT for row in rows):
            return replace(made, verdict=Verdict.INCOMPLETE)
        factor = factor_of(section, rows)
        if factor != 1:
            scaled.append(section.code)
        points = (counted(row, definition.rules.rounding_stage) for row in rows)
        exact[section.code] = exact_sum(points) * factor
    sections = {code: half_up(points, places) for code, points in exact.items()}
    total = total_of(definition, exact, made.adjusted)
    verdict = Verdict.BELOW if total < definition.rules.cut else Verdict.PASS
    return replace(made, verdict=verdict, sections=sections, total=total, scaled=tuple(scaled))


def factor_of(section: Section, rows: Sequence[IndicatorOutcome]) -> Fraction:
    """Return by what ``section`` is scaled (환산) because some of ``rows`` are out, else 1."""
    out = sum(
        (Fraction(row.indicator.max_points) for row in rows if row.state is PointState.OUT),
        Fraction(0),
    )
    maximum = Fraction(section.max_points)
    return maximum / (maximum - out) if out else Fraction(1)


def total_of(definition: Definition, exact: Mapping[str, Fraction], extra: Decimal) -> Decimal:
    """Return the printed total of sections with ``exact`` points and of ``extra`` adjustments."""
    rules = definition.rules
    if rules.rounding_stage is RoundingStage.TOTAL:
        total = half_up(sum(exact.values(), Fraction(0)), rules.score_places)
    else:
        rounded = (half_up(points, rules.score_places) for points in exact.values())
        total = sum(rounded, Decimal(0))
    return clipped(definition, total + extra)


def counted(row: IndicatorOutcome, stage: RoundingStage) -> Fraction:
    """Return the points with which ``row`` stands in its section at ``stage``; out is none."""
    if row.exact is None or row.points is None:
        return Fraction(0)
    return Fraction(row.points) if stage is RoundingStage.INDICATOR else row.exact

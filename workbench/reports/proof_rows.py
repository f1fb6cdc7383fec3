"""The rows of 검증, block by block: what is recomputed, from where, and against which cell."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from workbench.definition.terms import Aggregation, RoundingStage, Scale, Section
from workbench.exact import plain
from workbench.journal.fields import Field
from workbench.reports.marks import AGREED
from workbench.reports.proof_edges import exact_section, is_just_below_half, is_just_below_step
from workbench.reports.proof_layout import Made, ProofLayout, Table, needs_mark_rows, table_of
from workbench.reports.proof_points import (
    aggregated,
    computed_points,
    direct_points,
    grade_points,
    guarded,
    is_direct,
    rounded,
    step_points,
)
from workbench.reports.totals_sheet import below_addresses, gap_places
from workbench.reports.wording import VERDICTS
from workbench.results.outcome import Mark, PointState, ServiceOutcome, Verdict


class ProofRow(NamedTuple):
    """One row: what it is about, and its expressions (empty: the cell stays empty)."""

    subject: str
    service: ServiceOutcome | None = None
    maximum: Decimal | None = None
    exact: str = ""
    """Before rounding (column F)."""
    recomputed: str = ""
    """Column G; ``{row}`` is the row itself."""
    reported: str = ""
    """Address of the cell of the report (column H)."""
    places: int | None = None
    """Decimals that are compared; None compares as it stands."""


def number_row(
    subject: str,
    exact: str,
    reported: str,
    places: int,
    *,
    service: ServiceOutcome | None = None,
    maximum: Decimal | None = None,
    known: Fraction | None = None,
) -> ProofRow:
    """Return a row whose value is rounded; ``known`` is that value in exact arithmetic."""
    nudged = known is not None and is_just_below_half(known, places)
    recomputed = rounded("F{row}", places, nudged=nudged)
    return ProofRow(subject, service, maximum, exact, recomputed, reported, places)


def overall_rows(layout: ProofLayout) -> Iterator[ProofRow]:
    """Yield average, counts, share and bands."""
    rules, totals = layout.outcome.definition.rules, layout.totals_range
    mean, places = f"SUM({totals})/COUNT({totals})", rules.score_places
    below, counted = f'COUNTIF({totals},"<"&{plain(rules.cut)})', f"COUNT({totals})"
    at = layout.summary
    yield number_row("평균", mean, at["average"], places)
    yield number_row("평균 (종합점수표)", mean, layout.totals.average, places)
    yield ProofRow("집계한 사무 수", recomputed=counted, reported=at["counted"])
    yield ProofRow(f"{plain(rules.cut)}점 미만 사무 수", recomputed=below, reported=at["below"])
    yield number_row(f"{plain(rules.cut)}점 미만 비율(%)", f"100*{below}/{counted}", at["share"], 1)
    for index, band in enumerate(layout.bands):
        bounds = [f'{totals},">="&{plain(band.lower)}'] if band.lower is not None else []
        bounds += [f'{totals},"<"&{plain(band.upper)}'] if band.upper is not None else []
        inside = f"COUNTIFS({','.join(bounds)})" if bounds else counted
        name = band.name
        yield ProofRow(f"{name} 사무 수", recomputed=inside, reported=at[f"band {index}"])
        share = at[f"band share {index}"]
        yield number_row(f"{name} 비율(%)", f"100*{inside}/{counted}", share, 1)


def total_rows(layout: ProofLayout) -> Iterator[ProofRow]:
    """Yield the total of each counted service from its sections."""
    rules, sections = layout.outcome.definition.rules, layout.outcome.definition.sections
    column = "F" if rules.rounding_stage is RoundingStage.TOTAL else "G"
    full = sum((section.max_points for section in sections), Decimal(0))
    first = layout.start("분야 점수")
    added = {row.service.uid: at for at, row in enumerate(layout.adjusted, layout.start("가감점"))}
    for service in layout.counted:
        span = f"SUM({column}{first}:{column}{first + len(sections) - 1})"
        reported = layout.totals.total(service.service.number)
        if service.adjustments:
            span = f"MAX(0,MIN({plain(full)},{span}+G{added[service.service.uid]}))"
        yield number_row(
            "총점",
            span,
            reported,
            rules.score_places,
            service=service,
            maximum=full,
            known=_exact_total(layout, service),
        )
        first += len(sections)


def _exact_total(layout: ProofLayout, service: ServiceOutcome) -> Fraction | None:
    rules, sections = layout.outcome.definition.rules, layout.outcome.definition.sections
    if rules.rounding_stage is not RoundingStage.TOTAL:
        return None
    exact = sum((exact_section(rules, service, section) for section in sections), Fraction(0))
    return exact + Fraction(service.adjusted)


def adjusted_rows(layout: ProofLayout) -> Iterator[ProofRow]:
    """Yield what the adjustments of each counted service add, within the cap of the round."""
    rules = layout.outcome.definition.rules
    for service in layout.adjusted:
        made = f"SUM({layout.given.span(service.service.uid)})"
        if rules.adjustment_cap is not None:
            cap = plain(rules.adjustment_cap)
            made = f"MAX(-{cap},MIN({cap},{made}))"
        reported = layout.totals.adjusted(service.service.number)
        yield number_row("가감점", made, reported, rules.score_places, service=service)


def rank_rows(layout: ProofLayout) -> Iterator[ProofRow]:
    """Yield the rank of each counted service among the recomputed totals."""
    totals = layout.totals_range
    for row, service in enumerate(layout.counted, start=layout.start("총점")):
        rank = f'COUNTIF({totals},">"&G{row})+1'
        reported = layout.totals.rank(service.service.number)
        yield ProofRow("순위", service, recomputed=rank, reported=reported)


def verdict_rows(layout: ProofLayout) -> Iterator[ProofRow]:
    """Yield the verdict of each counted service on its recomputed total."""
    cut = plain(layout.outcome.definition.rules.cut)
    below, passed = VERDICTS[Verdict.BELOW], VERDICTS[Verdict.PASS]
    for row, service in enumerate(layout.counted, start=layout.start("총점")):
        said = f'IF(G{row}<{cut},"{below}","{passed}")'
        reported = layout.totals.verdict(service.service.number)
        yield ProofRow("판정", service, recomputed=said, reported=reported)


def below_rows(layout: ProofLayout) -> Iterator[ProofRow]:
    """Yield total and gap of each service on the list below the cut."""
    rules = layout.outcome.definition.rules
    row_of = {
        service.service.number: row
        for row, service in enumerate(layout.counted, start=layout.start("총점"))
    }
    for at, service in enumerate(layout.below):
        total, gap = below_addresses(layout.outcome, at)
        recomputed = f"G{row_of[service.service.number]}"
        places = rules.score_places
        yield number_row("총점", recomputed, total, places, service=service)
        minus = f"{recomputed}-{plain(rules.cut)}"
        yield number_row("기준과의 차이", minus, gap, gap_places(rules), service=service)


def section_rows(layout: ProofLayout) -> Iterator[ProofRow]:
    """Yield each section of each counted service from its indicators, scaled where some are out."""
    definition = layout.outcome.definition
    for service in layout.counted:
        for at, section in enumerate(definition.sections):
            reported = layout.totals.section(service.service.number, at)
            yield number_row(
                section.name,
                _section_sum(layout, service, section),
                reported,
                definition.rules.score_places,
                service=service,
                maximum=section.max_points,
                known=exact_section(definition.rules, service, section),
            )


def _section_sum(layout: ProofLayout, service: ServiceOutcome, section: Section) -> str:
    stage = layout.outcome.definition.rules.rounding_stage
    column = "G" if stage is RoundingStage.INDICATOR else "F"
    rows = layout.section_rows.get((service.service.uid, section.code))
    if rows is None:
        return "0"
    span = f"SUM({column}{rows[0]}:{column}{rows[1]})"
    out = sum(
        (
            made.indicator.max_points
            for made in service.indicators
            if made.state is PointState.OUT and made.indicator.section is section.code
        ),
        Decimal(0),
    )
    if not out:
        return span
    return f"{span}*{plain(section.max_points)}/{plain(section.max_points - out)}"


def indicator_rows(layout: ProofLayout) -> Iterator[ProofRow]:
    """Yield the points of each indicator from the typed values of its evaluators."""
    places = layout.outcome.definition.rules.score_places
    for service, made in layout.indicators:
        code = made.indicator.code
        yield number_row(
            f"{code} {made.indicator.name}",
            _indicator_points(layout, (service, made)),
            layout.points.points(service.service.number, code),
            places,
            service=service,
            maximum=made.indicator.max_points,
            known=made.exact,
        )


def _indicator_points(layout: ProofLayout, pair: Made) -> str:
    service, made = pair
    indicator, marks = made.indicator, len(made.marks)
    if made.is_agreed:
        return _agreed_points(layout, pair)
    if is_direct(indicator):
        span = layout.typed.span(service.service.uid, indicator.uid)
        return direct_points(indicator.aggregation, indicator, span, marks)
    if not needs_mark_rows(made):
        return mark_points(layout, pair, made.marks[0])
    first, last = layout.mark_rows[service.service.uid, indicator.uid]
    return aggregated(indicator.aggregation, f"F{first}:F{last}", marks)


def _agreed_points(layout: ProofLayout, pair: Made) -> str:
    """Return the points of a moderated mark, typed as marks are, of a computed one as points."""
    service, made = pair
    uid, indicator = service.service.uid, made.indicator
    cell = layout.typed.cell(uid, indicator.uid, AGREED, Field.SCORE)
    if indicator.scale is Scale.GRADE:
        first, last = layout.table_rows[table_of(indicator)]
        return grade_points(indicator, cell, f"$D${first}:$D${last}", f"$F${first}:$F${last}")
    if is_direct(indicator):
        return direct_points(Aggregation.SINGLE, indicator, cell, 1)
    return guarded(cell, cell, 1)


def mark_rows(layout: ProofLayout) -> Iterator[ProofRow]:
    """Yield the points of single marks, where several computed marks make one indicator."""
    for service, made, mark in layout.marks:
        evaluator = layout.outcome.definition.evaluator[mark.evaluator]
        yield ProofRow(
            f"{made.indicator.code} · {evaluator.code} {evaluator.name}",
            service,
            made.indicator.max_points,
            exact=mark_points(layout, (service, made), mark),
        )


def mark_points(layout: ProofLayout, pair: Made, mark: Mark) -> str:
    """Return the points of one evaluator's mark from what he typed."""
    service, made = pair
    uid, indicator = service.service.uid, made.indicator
    fields = layout.typed.fields(uid, indicator.uid, mark.evaluator)
    first, last = layout.table_rows.get(table_of(indicator), (0, 0))
    left, right = f"$E${first}:$E${last}", f"$F${first}:$F${last}"

    def at(field: str) -> str | None:
        if field not in fields:
            return None
        return layout.typed.cell(uid, indicator.uid, mark.evaluator, field)

    if indicator.scale is Scale.GRADE:
        label = at(Field.SCORE) or ""
        return grade_points(indicator, label, f"$D${first}:$D${last}", right)
    if first:
        nudged = is_just_below_step(indicator, dict(mark.values))
        made_points = step_points(indicator, at, left, right, nudged=nudged)
    else:
        made_points = computed_points(indicator, at)
    span = layout.typed.span(uid, indicator.uid, mark.evaluator)
    return guarded(made_points, span, len(fields))


def table_rows(layout: ProofLayout) -> Iterator[tuple[str, Table]]:
    """Yield each table of grades or steps with a name that says who uses it."""
    for table, codes in layout.tables.items():
        listed = ", ".join(codes[:6]) + (" …" if len(codes) > 6 else "")
        yield f"{'등급표' if isinstance(table[0][0], str) else '단계표'} ({listed})", table

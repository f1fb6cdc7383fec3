"""The rows of 검증 about moderated marks: what the marks alone make, agreed points, difference."""

from collections.abc import Iterator

from workbench.reports.proof_layout import Made, ProofLayout, needs_mark_rows
from workbench.reports.proof_points import aggregated, direct_points, is_direct
from workbench.reports.proof_rows import ProofRow, mark_points, number_row
from workbench.results.outcome import PointState


def moderated_proof(layout: ProofLayout) -> Iterator[ProofRow]:
    """Yield for each moderated mark its original, its points and the difference."""
    places = layout.outcome.definition.rules.score_places
    row = layout.start("조정")
    for pair in layout.moderated:
        service, made = pair
        where, code = (service.service.uid, made.indicator.uid), made.indicator.code
        most = made.indicator.max_points
        original = None
        if made.original is not None:
            original, row = row, row + 1
            yield number_row(
                f"{code} 조정 전",
                _original(layout, pair),
                layout.agreed.original(where),
                places,
                service=service,
                maximum=most,
                known=made.original,
            )
        if made.state is not PointState.COUNTED:
            continue
        points = f"G{layout.indicator_rows[where]}"
        row += 1
        yield number_row(
            f"{code} 조정 점수", points, layout.agreed.points(where), places, service=service
        )
        if original is not None:
            row += 1
            change = f"{points}-G{original}"
            address = layout.agreed.difference(where)
            yield number_row(f"{code} 차이", change, address, places, service=service)


def _original(layout: ProofLayout, pair: Made) -> str:
    service, made = pair
    indicator, marks = made.indicator, len(made.marks)
    if is_direct(indicator):
        span = layout.typed.marks_span(service.service.uid, indicator.uid)
        return direct_points(indicator.aggregation, indicator, span, marks)
    if not needs_mark_rows(made):
        return mark_points(layout, pair, made.marks[0])
    first, last = layout.mark_rows[service.service.uid, indicator.uid]
    return aggregated(indicator.aggregation, f"F{first}:F{last}", marks)

"""미완료·제외: every service that is not counted, and what each of them waits for."""

from collections.abc import Iterable, Iterator
from functools import partial
from typing import Final

from workbench.definition.terms import Service
from workbench.reports.cells import BODY, CENTER, Row, count, text
from workbench.reports.edition import Edition
from workbench.reports.page import HEAD_ROW, fitting, name_width, opening, table_head
from workbench.reports.sheet import Sheet
from workbench.reports.wording import (
    MARK_STATES,
    NO_REASON,
    NOTHING,
    NOTHING_LEFT,
    REASONS,
    UNCLEAR,
    VERDICTS,
)
from workbench.results.outcome import (
    IndicatorOutcome,
    Mark,
    MarkState,
    Outcome,
    PointState,
    Recusal,
    ServiceOutcome,
    Verdict,
)

OPEN: Final = "미완료·제외"
_NAMES: Final = ("번호", "사무명", "구분", "지표", "평가위원", "내용")
_DONE: Final = (PointState.COUNTED, PointState.OUT)
_SETTLED: Final = (MarkState.GIVEN, MarkState.NOT_APPLICABLE)

Gap = tuple[str, str, str]
"""Indicator, evaluator and what is missing."""


def open_sheet(outcome: Outcome, edition: Edition) -> Sheet:
    """Return the sheet with a row per thing that keeps a service open, and per recusal."""
    definition = outcome.definition
    return Sheet(
        name=OPEN,
        widths=(
            6,
            name_width(definition),
            11,
            fitting(list(definition.codes()), 9, 14),
            fitting([row.name for row in definition.evaluators], 12, 20),
            44,
        ),
        rows=partial(_rows, outcome, edition),
        length=HEAD_ROW + len(outcome.services) + len(outcome.recusals),
        head=(HEAD_ROW, HEAD_ROW),
        landscape=True,
    )


def _rows(outcome: Outcome, edition: Edition) -> Iterable[Row]:
    yield from opening(OPEN, outcome.definition.rules, edition)
    yield table_head(_NAMES, height=24)
    waiting = [row for row in outcome.services if row.total is None]
    for service in waiting:
        for gap in _gaps(outcome, service):
            yield _row(service.service, VERDICTS[service.verdict], gap)
    for recusal in outcome.recusals:
        yield _recused(outcome, recusal)
    if not waiting and not outcome.recusals:
        yield Row((None, text(NOTHING)))


def _recused(outcome: Outcome, recusal: Recusal) -> Row:
    definition = outcome.definition
    codes = [definition.indicator[uid].code for uid in recusal.indicators]
    everything = len(codes) == len(definition.applies[recusal.service])
    gap = (
        "전체" if everything else ", ".join(codes),
        definition.evaluator[recusal.evaluator].name,
        recusal.reason or NO_REASON,
    )
    return _row(definition.service[recusal.service], recusal.standing.value, gap)


def _row(service: Service, kind: str, gap: Gap) -> Row:
    indicator, evaluator, what = gap
    return Row(
        (
            count(service.number, CENTER),
            text(service.name, BODY),
            text(kind, CENTER),
            text(indicator, BODY if "," in indicator else CENTER),
            text(evaluator, CENTER),
            text(what, BODY),
        )
    )


def _gaps(outcome: Outcome, service: ServiceOutcome) -> Iterator[Gap]:
    if service.verdict is Verdict.EXEMPT:
        yield "–", "–", service.service.reason or NO_REASON
        return
    unfinished = [made for made in service.indicators if made.state not in _DONE]
    for made in unfinished:
        yield from _missing(outcome, made)
    if not unfinished:
        unclear = service.verdict is Verdict.CONFLICT
        yield "–", "–", f"충돌: {UNCLEAR}" if unclear else NOTHING_LEFT


def _missing(outcome: Outcome, made: IndicatorOutcome) -> Iterator[Gap]:
    code = made.indicator.code
    if made.state is PointState.UNASSIGNED:
        yield code, "–", "배정 없음: 평가할 위원이 남아 있지 않음"
        return
    if made.state is PointState.STALE:
        yield code, "–", "조정 확인 필요: 조정한 뒤 평점이나 기준이 바뀜"
        return
    unsettled = [mark for mark in made.marks if mark.state not in _SETTLED]
    is_open = made.state is PointState.CONFLICT
    if is_open and not any(mark.state is MarkState.CONFLICT for mark in made.marks):
        yield code, "–", "충돌: 해당 없음과 점수가 섞임"
    for mark in unsettled:
        evaluator = outcome.definition.evaluator.get(mark.evaluator)
        yield code, evaluator.name if evaluator else "–", _state(mark)
    if not unsettled and not is_open:
        yield code, "–", "합의 평점이 아직 없음"


def _state(mark: Mark) -> str:
    why = REASONS.get(mark.why, "")
    return f"{MARK_STATES[mark.state]}: {why}" if why else MARK_STATES[mark.state]

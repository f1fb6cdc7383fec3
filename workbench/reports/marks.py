"""What was typed, in the order of the sheet 평가위원별 원점수, and what becomes of each value.

A value is a number on the sheet only where 검증 reads it. Which those are is decided here, once,
for the sheet and for the formulas.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Final

from models.journal import Revision
from workbench.definition.terms import Definition, Formula, Indicator, Scale, Uid
from workbench.exact import parse_number
from workbench.journal.fields import YES, Field
from workbench.reports.wording import POINT_STATES, REASONS
from workbench.results.formulas import formula_of
from workbench.results.outcome import (
    IndicatorOutcome,
    Mark,
    MarkState,
    Origin,
    Outcome,
    PointState,
)

FIELDS: Final = (
    Field.SCORE,
    Field.NOT_APPLICABLE,
    Field.TARGET,
    Field.ACTUAL,
    Field.SURVEY_N,
    Field.SURVEY_MEAN,
    Field.SURVEY_MIN,
    Field.SURVEY_MAX,
)
_FIELD_ORDER: Final[dict[str, int]] = {field.value: at for at, field in enumerate(FIELDS)}
AGREED: Final = b"agreed"
"""Stands for the evaluator of a moderated mark, which is nobody's alone."""
REPLACED: Final = "참고(조정 평점으로 대신함)"
"""The fate of a mark below an agreed one: 검증 makes the original of it."""
_SETTLED: Final = "총괄이 정한 값"
"""Said of a value that stands under an evaluator's name and was put there by a settlement."""
_READ: Final = {
    Formula.DEVIATION: (Field.ACTUAL,),
    Formula.SURVEY_LINEAR: (Field.SURVEY_MEAN, Field.SURVEY_MIN, Field.SURVEY_MAX),
    Formula.SURVEY_PROPORTIONAL: (Field.SURVEY_MEAN, Field.SURVEY_MAX),
}
_STATES: Final = {
    MarkState.CONFLICT: "미반영(충돌)",
    MarkState.ENTER_AGAIN: "미반영(다시 입력 필요)",
    MarkState.NO_POINTS: "미반영(점수 산출 불가)",
    MarkState.EMPTY: "미반영(일부만 입력)",
}


@dataclass(frozen=True, slots=True)
class TypedValue:
    """One typed value: whose, for what, and whether it makes points."""

    service: Uid
    indicator: Uid
    evaluator: Uid
    field: str
    value: str
    counts: bool
    """It is read by 검증: an input of the points, or of what they were before moderation."""
    fate: str
    """Whether it counts and why not, in words."""
    number: Decimal | None = None
    """The number that 검증 reads; None where the value stands as text."""
    said: Sequence[Revision] | tuple[Origin, ...] = ()
    """The heads that say so, or their origins alone."""

    @property
    def origins(self) -> tuple[Origin, ...]:
        """Return the revisions that say so, each with its author."""
        heads = [(one.id, one.author) for one in self.said if isinstance(one, Revision)]
        return tuple(sorted(heads)) or tuple(one for one in self.said if len(one) == 2)


def fields_read(indicator: Indicator) -> tuple[str, ...]:
    """Return the fields from which the points of a mark of ``indicator`` are made."""
    if indicator.scale not in (Scale.MEASURE, Scale.SURVEY):
        return (Field.SCORE,)
    return _READ.get(formula_of(indicator), (Field.TARGET, Field.ACTUAL))


def typed_values(outcome: Outcome) -> tuple[TypedValue, ...]:
    """Return every typed value by service number, indicator, evaluator and field."""
    place = _places(outcome.definition)
    found: dict[int, list[TypedValue]] = {}
    for value in every_value(outcome):
        found.setdefault(place[value.service], []).append(value)
    # service by service: what a million values are sorted by would take more room than they do
    return tuple(
        value
        for number in sorted(found)
        for value in sorted(found[number], key=lambda value: _order(value, place))
    )


def every_value(outcome: Outcome) -> Iterator[TypedValue]:
    """Yield every typed value, those that are in nobody's charge last."""
    for service in outcome.services:
        for made in service.indicators:
            yield from _of_indicator(service.service.uid, made)
    for stray in outcome.strays:
        if stray.field in FIELDS:
            yield TypedValue(
                stray.service,
                stray.indicator,
                stray.evaluator,
                stray.field,
                stray.value,
                counts=False,
                fate="미반영(배정 밖 또는 제척·기피·회피)",
                said=stray.origins,
            )


def _of_indicator(service: Uid, made: IndicatorOutcome) -> Iterator[TypedValue]:
    for mark in made.marks:
        yield from _of_mark(service, made, mark)
    agreed = made.moderated
    if agreed is None:
        return
    uid = made.indicator.uid
    origins = ((agreed.revision, AGREED),)
    if not agreed.mark:
        fate = "반영(조정: 배점에서 제외)" if made.is_agreed else _unfinished(made)
        out = Field.NOT_APPLICABLE
        yield TypedValue(service, uid, AGREED, out, YES, False, fate, said=origins)
        return
    is_figure = made.is_agreed and made.indicator.scale is not Scale.GRADE
    number = _number(agreed.mark) if is_figure else None
    fate, counts = "반영(조정)" if made.is_agreed else _unfinished(made), made.is_agreed
    field, value = Field.SCORE, agreed.mark
    yield TypedValue(service, uid, AGREED, field, value, counts, fate, number, origins)


def _of_mark(service: Uid, made: IndicatorOutcome, mark: Mark) -> Iterator[TypedValue]:
    heads = mark.heads or ((),) * len(mark.values)
    for (field, value), said_by in zip(mark.values, heads, strict=True):
        if field not in FIELDS:
            continue
        counts, fate = _fate(made, mark, field)
        if field in mark.settled:
            fate = f"{fate} · {_SETTLED}"
        is_figure = counts and made.indicator.scale is not Scale.GRADE
        number = _number(value) if is_figure else None
        uid = made.indicator.uid
        yield TypedValue(service, uid, mark.evaluator, field, value, counts, fate, number, said_by)


@lru_cache(maxsize=4096)
def _number(typed: str) -> Decimal:
    """Return a typed number; a few hundred stand in a million rows."""
    return parse_number(typed)


def _fate(made: IndicatorOutcome, mark: Mark, field: str) -> tuple[bool, str]:
    if mark.state in _STATES:
        why = REASONS.get(mark.why)
        return False, f"미반영({why})" if why else _STATES[mark.state]
    if mark.state is MarkState.NOT_APPLICABLE:
        if field != Field.NOT_APPLICABLE:
            return False, "미반영(해당 없음과 함께 입력)"
        if made.is_agreed:
            return False, REPLACED
        out = made.state is PointState.OUT
        return False, "반영(배점에서 제외)" if out else _unfinished(made)
    if field not in fields_read(made.indicator):
        return False, "참고(점수에 쓰이지 않음)"
    if made.is_agreed:
        return made.original is not None, REPLACED
    if made.state is not PointState.COUNTED:
        return False, _unfinished(made)
    return True, "반영"


def _unfinished(made: IndicatorOutcome) -> str:
    return f"미반영(지표 {POINT_STATES[made.state]})"


def _places(definition: Definition) -> dict[Uid, int]:
    rows: defaultdict[Uid, int] = defaultdict(lambda: 1_000_000)
    rows.update((service.uid, service.number) for service in definition.services)
    rows.update((row.uid, at) for at, row in enumerate(definition.indicators))
    rows.update((row.uid, at) for at, row in enumerate(definition.evaluators))
    return rows


def _order(value: TypedValue, place: dict[Uid, int]) -> tuple[object, ...]:
    """Return by what the values of one service are sorted."""
    return (
        place[value.indicator],
        value.indicator,
        place[value.evaluator],
        value.evaluator,
        _FIELD_ORDER[value.field],
        value.value,
    )


def shown_value(value: TypedValue) -> str:
    """Return a value that stands as text: a label, a figure that does not count, 해당 없음."""
    if value.field == Field.NOT_APPLICABLE:
        return "해당 없음" if value.value == YES else "해당 있음"
    return value.value

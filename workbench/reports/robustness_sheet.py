"""견고성: how firm each verdict is, most fragile first, and what it would take to turn it."""

from collections.abc import Iterable, Sequence
from functools import partial
from typing import Final

from workbench.definition.terms import Definition, RoundingStage, Rules, Scale, Uid
from workbench.exact import printed
from workbench.reports.cells import (
    BODY,
    CENTER,
    DANGER,
    DANGER_TINT,
    NUMERAL,
    PALE,
    SUBTITLE,
    WARNING,
    WARNING_TINT,
    Cell,
    Row,
    column,
    count,
    number,
    number_format,
    signed_format,
    text,
)
from workbench.reports.edition import Edition
from workbench.reports.page import FIRST_ROW, HEAD_ROW, fitting, opening, table_head
from workbench.reports.sheet import LINE, Sheet
from workbench.reports.totals_sheet import gap_places
from workbench.reports.wording import NOTHING, VERDICTS
from workbench.results.outcome import Outcome, Verdict
from workbench.results.robustness import Alternative, Change, Firmness, Robustness, Way

ROBUSTNESS: Final = "견고성"
FIRMNESSES: Final = {
    Firmness.HINGES: "한 명에 좌우",
    Firmness.CLOSE: "근접",
    Firmness.FIRM: "확고",
}
TURNED: Final = "◆"
"""Stands behind a total with the other verdict, so that no colour must be seen."""
NOT_COMPUTABLE: Final = "산출 불가"

_BEFORE: Final = (
    "번호",
    "사무명",
    "총점",
    "판정",
    "기준과의\n차이",
    "견고성",
    "판정을 바꾸는\n가장 작은 점수 변경",
    "위원 제외 시",
    "모두\n산술평균",
    "모두\n중앙값",
    "모두\n절사평균",
)
_STAGES: Final = {
    RoundingStage.INDICATOR: (Way.ROUND_INDICATOR, "지표에서\n반올림"),
    RoundingStage.SECTION: (Way.ROUND_SECTION, "분야에서\n반올림"),
    RoundingStage.TOTAL: (Way.ROUND_TOTAL, "총점에서\n반올림"),
}
_LOOKS: Final = {
    Firmness.HINGES: CENTER._replace(ink=DANGER, tint=DANGER_TINT),
    Firmness.CLOSE: CENTER._replace(ink=WARNING, tint=WARNING_TINT),
    Firmness.FIRM: CENTER,
}
_STRONG: Final = NUMERAL._replace(bold=True)
_TURNED_LOOK: Final = NUMERAL._replace(bold=True, ink=DANGER, tint=DANGER_TINT)
_NOTES: Final = (
    "한 명에 좌우 : 어느 한 평가위원의 점수를 모두 빼면 판정이 바뀜.",
    "근접 : 위원을 빼도 그대로이나, 다른 산출 방식에서 판정이 바뀌거나 점수 하나를 그 배점의 "
    "4분의 1 이내로 바꾸면 판정이 바뀜.",
    "확고 : 그 밖의 경우.",
    "4분의 1은 5단계 척도의 한 단계로, 두 사람의 판단이 다를 수 있는 가장 작은 차이임.",
    "산출 불가 : 그 위원 혼자 평가한 지표가 있어 빼고는 산출할 수 없음(위원 제외), 또는 척도의 "
    "최소·최대가 없음(만족도). 판정이 바뀐 것으로 보지 않음.",
    "조정·합의 평점, 해당 없음에 따른 환산, 가점·감점은 모든 경우에 그대로 둠. 점수가 5개보다 적은 "
    "지표의 절사평균은 산술평균과 같음.",
    f"{TURNED} : 판정이 달라지는 총점. 이 표는 결과를 살펴보기 위한 것으로 점수를 바꾸지 않음.",
)


def robustness_sheet(outcome: Outcome, rows: Sequence[Robustness], edition: Edition) -> Sheet:
    """Return 견고성 of what ``robustness(outcome)`` found; values only, for the lead's eyes."""
    names = [row.service.name for row in rows]
    last = FIRST_ROW + max(1, len(rows)) - 1
    return Sheet(
        name=ROBUSTNESS,
        widths=(6, fitting(names, 16, 28), 8, 11, 9, 12, 46, 26, *(12,) * 6),
        rows=partial(_rows, outcome.definition, rows, edition),
        length=last + 1 + len(_NOTES),
        head=(HEAD_ROW, HEAD_ROW),
        frozen_columns=2,
        landscape=True,
        filtered=f"A{HEAD_ROW}:{column(len(_BEFORE) + 3)}{last}",
    )


def _rows(definition: Definition, rows: Sequence[Robustness], edition: Edition) -> Iterable[Row]:
    rules = definition.rules
    yield from opening(ROBUSTNESS, rules, edition, unit="점")
    stages = (name for stage, (_, name) in _STAGES.items() if stage is not rules.rounding_stage)
    names = (*_BEFORE, *stages, "만족도\n다른 환산")
    yield table_head(names, height=2 * LINE + 10)
    for row in rows:
        yield Row(_cells(definition, row))
    if not rows:
        yield Row((None, text(NOTHING)))
    yield Row(height=8)
    for note in _NOTES:
        yield Row((text(note, SUBTITLE),), LINE)


def _cells(definition: Definition, row: Robustness) -> tuple[Cell, ...]:
    rules = definition.rules
    places, gap = rules.score_places, gap_places(rules)
    is_below = row.verdict is Verdict.BELOW
    verdict = CENTER._replace(ink=DANGER, tint=DANGER_TINT) if is_below else CENTER
    margin = number(row.margin, places=gap)
    ways = {one.way: one.made for one in row.ways}
    return (
        count(row.service.number, CENTER),
        text(row.service.name, BODY),
        number(row.total, _STRONG._replace(ink=DANGER) if is_below else _STRONG, places=places),
        text(VERDICTS[row.verdict], verdict),
        margin._replace(look=margin.look._replace(numbers=signed_format(gap))),
        text(FIRMNESSES[row.firmness], _LOOKS[row.firmness]),
        text(_changes(definition, row), BODY),
        text(_left_out(definition, row), BODY),
        *(_total(ways[way], places) for way in _ways(rules)),
    )


def _ways(rules: Rules) -> tuple[Way, ...]:
    """Return the ways in the order of their columns."""
    stages = (way for stage, (way, _) in _STAGES.items() if stage is not rules.rounding_stage)
    return (Way.MEAN, Way.MEDIAN, Way.TRIMMED_MEAN, *stages, Way.SURVEY)


def _total(made: Alternative, places: int) -> Cell:
    if made.total is None:
        return text(NOT_COMPUTABLE, PALE)
    if not made.flips:
        return number(made.total, places=places)
    cell = number(made.total, _TURNED_LOOK, places=places)
    shown = f'{number_format(places)}" {TURNED}"'
    return cell._replace(look=cell.look._replace(numbers=shown))


def _changes(definition: Definition, row: Robustness) -> str:
    """Return the smallest change, and the smallest near one where it is another."""
    if row.smallest is None:
        return "점수 하나로는 바뀌지 않음"
    said = change_text(definition, row.smallest)
    if row.near is None or row.near == row.smallest:
        return said
    return f"{said}\n배점의 4분의 1 이내: {change_text(definition, row.near)}"


def change_text(definition: Definition, change: Change) -> str:
    """Return whose mark of which indicator becomes what, by how much, and the total then."""
    indicator = definition.indicator[change.indicator]
    places = definition.rules.score_places
    who = "조정 평점" if change.evaluator is None else _name(definition, change.evaluator)
    unit = {Scale.GRADE: "", Scale.RATING: ""}.get(indicator.scale, "점")
    word = "평점 " if indicator.scale is Scale.RATING else ""
    return (
        f"{who} · {indicator.code} {indicator.name}\n"
        f"{word}{change.before} → {change.after}{unit} ({change.signed(places)}점), "
        f"총점 {printed(change.total, places)}"
    )


def _left_out(definition: Definition, row: Robustness) -> str:
    """Return without whom the verdict turns, and without whom there is no total."""
    lines = [
        f"{_name(definition, one.evaluator)} 제외: "
        f"{printed(one.made.total, definition.rules.score_places)} {VERDICTS[one.made.verdict]}"
        for one in row.without
        if one.made.flips and one.made.total is not None and one.made.verdict is not None
    ]
    if row.indispensable:
        names = ", ".join(_name(definition, uid) for uid in row.indispensable)
        lines.append(f"{NOT_COMPUTABLE}: {names}")
    return "\n".join(lines) or "판정 유지"


def _name(definition: Definition, evaluator: Uid) -> str:
    person = definition.evaluator[evaluator]
    return f"{person.name}({person.code})"

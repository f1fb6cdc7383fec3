"""The fixed sentences of the report and the Korean words of its tables, for every export.

They are Korean in every language; command line, window and workbook print the same.
"""

from decimal import Decimal
from typing import Final

from workbench.definition.terms import Aggregation, Formula, Kind, Role, RoundingStage, Rules, Scale
from workbench.exact import plain, printed
from workbench.journal.fields import Field
from workbench.results.outcome import MarkState, Outcome, PointState, Verdict

FIELDS: Final[dict[str, str]] = {
    Field.SCORE: "점수",
    Field.NOT_APPLICABLE: "해당 없음",
    Field.COMMENT: "평가의견",
    Field.TARGET: "목표",
    Field.ACTUAL: "실적",
    Field.SURVEY_N: "응답자 수",
    Field.SURVEY_MEAN: "만족도 평균",
    Field.SURVEY_MIN: "척도 최소",
    Field.SURVEY_MAX: "척도 최대",
    Field.ACHIEVEMENT: "주요 성과",
    Field.IMPROVEMENT: "개선 과제",
    Field.ORDER: "순서",
    Field.OPINION: "종합 의견",
    Field.RECUSAL: "회피",
    Field.PLEDGE: "청렴서약",
}
VERDICTS: Final = {
    Verdict.PASS: "통과",
    Verdict.BELOW: "재계약배제",
    Verdict.INCOMPLETE: "미완료",
    Verdict.CONFLICT: "충돌",
    Verdict.EXEMPT: "평가제외",
}
KINDS: Final = {Kind.QUALITATIVE: "정성", Kind.QUANTITATIVE: "정량", Kind.SURVEY: "설문"}
ROLES: Final = {
    Role.EVALUATOR: "평가위원",
    Role.LEAD_SECRETARY: "총괄간사",
    Role.QUANTITATIVE_SECRETARY: "계량간사",
}
AGGREGATIONS: Final = {
    Aggregation.SINGLE: "단독 평가",
    Aggregation.MEAN: "산술평균",
    Aggregation.MEDIAN: "중앙값",
    Aggregation.TRIMMED_MEAN: "절사평균",
    Aggregation.CONSENSUS: "합의 평점",
}
SCALES: Final = {
    Scale.POINTS: "점수",
    Scale.RATING: "평점(0–100)",
    Scale.GRADE: "등급",
    Scale.MEASURE: "목표·실적",
    Scale.SURVEY: "만족도 조사",
}
FORMULAS: Final = {
    Formula.ACHIEVEMENT: "목표달성도",
    Formula.ACHIEVEMENT_LOWER: "목표달성도(낮을수록 우수)",
    Formula.STEPS: "단계별 평가",
    Formula.DEVIATION: "목표부여(편차)",
    Formula.MULTI_YEAR: "다년 평균 달성률",
    Formula.COMPLETION: "이행률",
    Formula.SURVEY_LINEAR: "배점 × (평균 − 최소) ÷ (최대 − 최소)",
    Formula.SURVEY_PROPORTIONAL: "배점 × 평균 ÷ 최대",
}
POINT_STATES: Final = {
    PointState.COUNTED: "산출",
    PointState.OUT: "해당 없음",
    PointState.INCOMPLETE: "미완료",
    PointState.UNASSIGNED: "배정 없음",
    PointState.CONFLICT: "충돌",
    PointState.STALE: "조정 확인 필요",
}
MARK_STATES: Final = {
    MarkState.EMPTY: "미입력",
    MarkState.GIVEN: "입력",
    MarkState.NOT_APPLICABLE: "해당 없음",
    MarkState.CONFLICT: "충돌",
    MarkState.ENTER_AGAIN: "다시 입력",
    MarkState.NO_POINTS: "산출 불가",
}
REASONS: Final = {
    "zero_target": "목표가 0이라 점수를 낼 수 없음",
    "no_width": "기준의 폭이 0이라 점수를 낼 수 없음",
    "scale_reversed": "척도의 최소가 최대보다 커 점수를 낼 수 없음",
    "survey_scale_missing": "척도의 최소·최대가 없음",
    "scale_changed": "척도나 계산식이 바뀌어 다시 입력해야 함",
}
NOTHING: Final = "해당 없음"
UNCLEAR: Final = "위원의 회피 여부가 분명하지 않음"
NOTHING_LEFT: Final = "한 분야의 지표가 모두 해당 없음이라 환산할 수 없음"
NO_REASON: Final = "사유가 적혀 있지 않음"
"""Why a service is not counted where no mark is open, and what stands for a reason not given."""
_ORDINALS: Final = ("", "첫째", "둘째", "셋째", "넷째", "다섯째", "여섯째")


def average_sentence(outcome: Outcome) -> str:
    """Return ``평가점수 : 평균 75.67점``, or in its place that nothing is counted yet."""
    if outcome.average is None:
        return "평가점수 : 집계된 사무가 없어 평균을 내지 않음"
    return f"평가점수 : 평균 {printed(outcome.average, outcome.definition.rules.score_places)}점"


def below_sentence(outcome: Outcome) -> str:
    """Return ``재계약배제(75점 미만) : 29개 사무 중 6개 사무(20.7%)`` for this round."""
    head = below_title(outcome.definition.rules)
    if outcome.share is None:
        return f"{head} : 집계된 사무가 없어 판정하지 않음"
    if not outcome.below:
        return f"{head} : {outcome.counted}개 사무 중 {NOTHING}"
    share = printed(outcome.share, 1)
    return f"{head} : {outcome.counted}개 사무 중 {len(outcome.below)}개 사무({share}%)"


def below_title(rules: Rules) -> str:
    """Return ``재계약배제(75점 미만)``; trailing zeros of the cut go."""
    return f"재계약배제({plain(rules.cut)}점 미만)"


def round_name(rules: Rules) -> str:
    """Return the name of the round with year and sequence: ``2023년 제2차 …``."""
    head = f"{rules.year}년 제{rules.sequence}차"
    return rules.title if head in rules.title else f"{head} {rules.title}"


def report_title(rules: Rules) -> str:
    """Return the title of the report: ``2023년 제2차 … 결과 보고``."""
    name = round_name(rules)
    return name if name.endswith("결과 보고") else f"{name} 결과 보고"


def overview(outcome: Outcome) -> tuple[str, ...]:
    """Return the lines of 평가개요, one for each thing that the definition states."""
    rules, sections = outcome.definition.rules, outcome.definition.sections
    included = sum(not service.exempt for service in outcome.definition.services)
    year = f"'{rules.year % 100:02d}년"
    scope = f"{year} {rules.pool}개 사무 중 {included}개" if rules.pool else f"{included}개 사무"
    full = plain(sum((section.max_points for section in sections), Decimal(0)))
    names = ", ".join(section.name for section in sections)
    lines = (
        ("추진근거", rules.legal_basis),
        ("평가기간", rules.period),
        ("평가대상", scope),
        ("평가기관", rules.institute),
        ("평가내용", f"{names} 평가 (총{full}점)"),
    )
    return tuple(f"{name} : {text}" for name, text in lines if text)


def places_words(places: int) -> str:
    """Return how Korean names the last decimal that is kept: ``소수점 둘째 자리``."""
    return f"소수점 {_ORDINALS[places]} 자리" if 0 < places < len(_ORDINALS) else "정수"


def rounding_sentence(rules: Rules) -> str:
    """Return where and how far points are rounded in this round."""
    places = places_words(rules.score_places)
    how = {
        RoundingStage.INDICATOR: f"지표별 점수를 {places}까지 반올림한 뒤 분야와 총점으로 합산",
        RoundingStage.SECTION: f"분야별 점수를 {places}까지 한 번 반올림한 뒤 총점으로 합산",
        RoundingStage.TOTAL: f"총점을 {places}까지 한 번만 반올림(지표·분야 점수는 표시만 반올림)",
    }
    return f"반올림 : {how[rules.rounding_stage]}"


def circled(number: int) -> str:
    """Return ``①`` to ``㊿`` and ``(51)`` beyond."""
    for first, last, code in ((1, 20, 0x2460), (21, 35, 0x3251), (36, 50, 0x32B1)):
        if first <= number <= last:
            return chr(code + number - first)
    return f"({number})"

"""The fixed words of the printed score sheet (평가표), Korean in every language of the window."""

from datetime import date
from typing import Final

from workbench.results.outcome import MarkState

TITLE: Final = "평가표"
REHEARSAL: Final = "연습(가상 점수)"
RECEIPT: Final = "접수 번호"
EVALUATOR: Final = "평가위원"
AFFILIATION: Final = "소속"
SEALED: Final = "봉인"
PLEDGE: Final = "청렴서약"
NOT_PLEDGED: Final = "확인하지 않음"
SERVICES: Final = "사무"
MARKS: Final = "점수"
PERIOD: Final = "평가기간"
INSTITUTE: Final = "평가기관"
LIST: Final = "사무별 합계"
NUMBER: Final = "연번"
SERVICE: Final = "사무명"
TOTAL: Final = "합계"
MAXIMUM: Final = "배점"
CODE: Final = "지표"
NAME: Final = "지표명"
TYPED: Final = "입력"
POINTS: Final = "득점"
COMMENT: Final = "평가의견"
EVIDENCE: Final = "근거"
ACHIEVEMENTS: Final = "주요 성과"
IMPROVEMENTS: Final = "개선 과제"
OPINION: Final = "종합 의견"
OPERATOR: Final = "수탁기관"
DEPARTMENT: Final = "소관부서"
TERM_END: Final = "위탁 종료"
CONTINUED: Final = "(계속)"
RECUSED: Final = "회피"
RECUSAL_REASON: Final = "회피 사유"
NOT_COUNTED: Final = "이 사무의 점수는 세지 않습니다."
INCOMPLETE: Final = "미완료"
NO_REASON: Final = "적지 않음"
NOTHING: Final = "–"
CONFIRMATION: Final = "이 접수 번호로 제출한 평가 결과가 본인이 평가한 내용과 같음을 확인합니다."
SIGNED_DAY: Final = "20      년        월        일"
SIGNATURE: Final = "(서명)"

MARK_STATES: Final = {
    MarkState.EMPTY: "미평가",
    MarkState.NOT_APPLICABLE: "해당 없음",
    MarkState.CONFLICT: "충돌",
    MarkState.ENTER_AGAIN: "다시 입력",
    MarkState.NO_POINTS: "산출 불가",
}
"""What stands in the place of points that there are none of; never a zero."""

FIGURES: Final = {
    "target": "목표",
    "actual": "실적",
    "survey_n": "응답",
    "survey_mean": "평균",
    "survey_min": "최소",
    "survey_max": "최대",
}


def services_words(count: int, recused: int) -> str:
    """Return how many services the sheet covers, and how many of them are recused."""
    return f"{count}개 사무" + (f" (회피 {recused}개 포함)" if recused else "")


def marks_words(given: int, out: int, missing: int) -> str:
    """Return how many marks the sheet holds and how many it lacks."""
    return f"점수 {given}개 · 해당 없음 {out}개 · 미평가 {missing}개"


def pledge_words(day: str) -> str:
    """Return when the integrity pledge was confirmed; ``day`` is ISO."""
    return f"{date.fromisoformat(day):%Y-%m-%d} 확인"


def so_far(points: str) -> str:
    """Return points to which others are still missing."""
    return f"{INCOMPLETE} (현재 {points})"


def out_of(points: str, maximum: str) -> str:
    """Return points with their maximum."""
    return f"{points} / {maximum}점"


def indicators_words(given: int, expected: int) -> str:
    """Return how many indicators of a section have a mark."""
    return f"{given} / {expected} 지표"


def scaled_words(count: int) -> str:
    """Return what becomes of a service with indicators that do not apply."""
    return f"해당 없음 {count}개 지표는 배점에서 빼고, 취합할 때 환산합니다."


def footer(receipt: str, evaluator: str, day: str) -> str:
    """Return the line at the foot of every page."""
    return f"{RECEIPT} {receipt}  ·  {evaluator}  ·  {day}"


def page_words(page: int, pages: int) -> str:
    """Return which of how many pages this is."""
    return f"{page} / {pages}쪽"

"""How points come about, in words: every formula, everything missing, nothing cut short."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.workbench.results.test_formulas import computed
from ui.explaining.words import (
    amount_text,
    documentation,
    few_words,
    formula_words,
    input_lines,
    is_begun,
    note_words,
    points_words,
    step_lines,
    table_words,
    warning_words,
)
from workbench.definition.terms import Scale
from workbench.measures.amounts import Amount
from workbench.measures.catalogue import FORMULAS, Flag, Part
from workbench.measures.explaining import Explained, explained

if TYPE_CHECKING:
    from decimal import Decimal

pytestmark = pytest.mark.usefixtures("dressed")

STEPS = "steps=95:100|0:60|90:90"
# formula, parameters, target and actual, inputs, steps, points
MEASURED = [
    (
        ("achievement", "previous=12000", "10000 8250"),
        "목표 10,000 실적 8,250 전년 실적 12,000",
        "달성률 82.5% 배점 반영률 82.5%",
        "20 × 82.5% = 16.50점",
    ),
    (
        ("achievement", "", "3 1"),
        "목표 3 실적 1",
        "달성률 33.333333% 배점 반영률 33.333333%",
        "20 × 33.333333% = 6.666667 → 6.67점",
    ),
    (("achievement", "", "3 -"), "목표 3 실적 미입력", "", ""),
    (("achievement", "", "- 3"), "목표 미입력 실적 3", "", ""),
    (("achievement", "previous=12", "- -"), "전년 실적 12", "", ""),
    (("achievement", "", "0 3"), "목표 0 실적 3", "", ""),
    (
        ("achievement_lower", "", "10 8"),
        "목표 10 실적 8",
        "달성률 125% 배점 반영률 100%",
        "20 × 100% = 20.00점",
    ),
    (
        ("steps", STEPS, "1000 921"),
        "목표 1,000 실적 921",
        "달성률 92.1% 도달 구간 90% 배점 반영률 90%",
        "20 × 90% = 18.00점",
    ),
    (
        ("deviation", "low=50;high=100", "- 40"),
        "실적 40 최저 기준 50 최고 기준 100",
        "편차 위치 −20% 평점 4 배점 반영률 4%",
        "20 × 4% = 0.80점",
    ),
    (
        ("multi_year", "rates=90|120", "100 80"),
        "목표 100 실적 80 이전 연도 달성률(1) 90% 이전 연도 달성률(2) 120%",
        "당해 달성률 80% 반영 달성률(1) 90% 반영 달성률(2) 100% 반영 달성률(3) 80%"
        " 평균 달성률 90% 배점 반영률 90%",
        "20 × 90% = 18.00점",
    ),
    (
        ("completion", "", "0 0"),
        "지적 0 조치 완료 0",
        "배점 반영률 100%",
        "20 × 100% = 20.00점",
    ),
]
# formula, parameters, figures, inputs, points
SURVEYED = [
    (
        ("survey_linear", "min=1;max=5", "214 4.2"),
        "응답자 수 214 평균 4.2 척도 최소 1 척도 최대 5",
        "20 × (4.2 − 1) ÷ (5 − 1) = 16.00점",
    ),
    (
        ("survey_linear", "min=1;max=5", "- 6"),
        "응답자 수 미입력 평균 6 척도 최소 1 척도 최대 5",
        "20 × 100 ÷ 100 = 20.00점",
    ),
    (
        ("survey_linear", "", "- 4"),
        "응답자 수 미입력 평균 4 척도 최소 미입력 척도 최대 미입력",
        "",
    ),
    (
        ("survey_proportional", "max=7", "30 5"),
        "응답자 수 30 평균 5 척도 최대 7",
        "20 × 5 ÷ 7 = 14.285714 → 14.29점",
    ),
    (
        ("survey_proportional", "min=1;max=5", "30 4"),
        "응답자 수 30 평균 4 척도 최소 1 척도 최대 5",
        "20 × 4 ÷ 5 = 16.00점",
    ),
]


def measured(formula: str, parameters: str, typed: str) -> Explained:
    pairs = zip(("target", "actual"), typed.split(), strict=True)
    figures = {name: value for name, value in pairs if value != "-"}
    return explained(computed(Scale.MEASURE, formula, parameters), figures)


def surveyed(formula: str, parameters: str, typed: str) -> Explained:
    pairs = zip(("survey_n", "survey_mean"), typed.split(), strict=True)
    figures = {name: value for name, value in pairs if value != "-"}
    return explained(computed(Scale.SURVEY, formula, parameters), figures)


def said(lines) -> str:
    return " ".join(line.spoken() for line in lines)


@pytest.mark.parametrize(("asked", "inputs", "steps", "points"), MEASURED)
def test_measures(asked: tuple[str, str, str], inputs: str, steps: str, points: str) -> None:
    made = measured(*asked)
    assert said(input_lines(made)) == inputs
    assert said(step_lines(made)) == steps
    assert points_words(made, 2) == points


@pytest.mark.parametrize(("asked", "inputs", "points"), SURVEYED)
def test_surveys(asked: tuple[str, str, str], inputs: str, points: str) -> None:
    made = surveyed(*asked)
    assert said(input_lines(made)) == inputs
    assert points_words(made, 2) == points


def test_what_is_missing_is_marked_and_only_once_something_is_typed() -> None:
    empty, half = measured("achievement", "", "- -"), measured("achievement", "", "3 -")
    assert (is_begun(empty), is_begun(half)) == (False, True)
    assert input_lines(empty) == ()
    assert [line.is_missing for line in input_lines(half)] == [False, True]


def test_units_stand_beside_their_values() -> None:
    assert amount_text(Amount(Part.TARGET, Fraction(123456789), "백만원")) == "123,456,789 백만원"
    assert amount_text(Amount(Part.RATE, Fraction(-5, 4), "%")) == "−1.25%"
    assert amount_text(Amount(Part.RATE, Fraction(7))) == "7"


@given(st.decimals("-999999999999", "999999999999", places=6, allow_nan=False))
def test_thousands_apart_change_no_number(value: Decimal) -> None:
    text = amount_text(Amount(Part.ACTUAL, Fraction(value)))
    assert Fraction(text.replace(",", "").replace("−", "-")) == Fraction(value)


def test_the_step_table_stands_from_the_highest_step() -> None:
    words = table_words(measured("steps", STEPS, "- -")).replace("\u00a0", " ")
    assert words == "구간(배점 반영률): ≥95%: 100% · ≥90%: 90% · ≥0%: 60%"
    assert table_words(measured("achievement", "", "- -")) == ""


def test_warnings_and_notes_are_apart() -> None:
    flags = (Flag.TARGET_BELOW_PREVIOUS, Flag.CAPPED, Flag.MORE_DONE)
    assert warning_words(flags) == ("목표가 전년 실적보다 낮음", "조치 완료가 지적보다 많음")
    assert note_words(flags) == ("배점까지만 반영",)


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("formula", FORMULAS, ids=lambda row: row.key)
def test_every_formula_is_documented(formula, speak, language: str) -> None:
    speak(language)
    told = list(documentation(formula))
    assert len(told) == 4
    assert all(": " in line for line in told)
    name, _, text = formula_words(formula).partition(": ")
    assert name[0].isupper() or language == "ko"
    assert text


def test_few_respondents_are_counted() -> None:
    assert few_words(12, 30) == "응답자 12명: 이 회차의 최소 기준 30명보다 적습니다."

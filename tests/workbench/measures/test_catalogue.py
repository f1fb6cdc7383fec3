"""Every formula has its name and its documentation, in one place and in both languages."""

from __future__ import annotations

import pytest

from tests.workbench.results.rounds_by_hand import COMMON, indicator
from workbench.definition.terms import Formula, Measure, Scale
from workbench.measures.catalogue import (
    BY_KEY,
    FORMULAS,
    Flag,
    NamedFormula,
    Part,
    Told,
    flag_words,
    named_formula,
    part_word,
    why_words,
)
from workbench.reports import wording
from workbench.results.formulas import NoPoints, exact_points
from workbench.sentences import LANGUAGES

SURVEYS = (Formula.SURVEY_LINEAR, Formula.SURVEY_PROPORTIONAL)


def test_every_formula_of_the_definition_has_a_name() -> None:
    assert {row.formula for row in FORMULAS} == set(Formula)
    assert len(BY_KEY) == len(FORMULAS) == len(Formula) + 1  # 집행률 is a step table


@pytest.mark.parametrize("formula", FORMULAS, ids=lambda row: row.key)
@pytest.mark.parametrize("language", LANGUAGES)
def test_name_text_units_limits_and_the_outcome_of_nothing_are_written_out(
    formula: NamedFormula, language: str
) -> None:
    said = [formula.words(told, language) for told in Told]
    assert all(said)
    assert len(set(said)) == len(said)


def test_the_korean_is_what_the_report_prints() -> None:
    for row in FORMULAS:
        assert (row.name, row.text) == (row.words(Told.NAME, "ko"), row.words(Told.TEXT, "ko"))
        if row.formula in SURVEYS:
            assert wording.FORMULAS[row.formula] == row.text
        elif row.key == row.formula.value:
            assert wording.FORMULAS[row.formula] == row.name


def test_names_are_those_of_the_field() -> None:
    assert [row.name for row in FORMULAS[:7]] == [
        "목표달성도",
        "목표달성도(낮을수록 우수)",
        "단계별 평가",
        "집행률",
        "목표부여(편차)",
        "다년 평균 달성률",
        "이행률",
    ]
    assert BY_KEY["deviation"].text == "배점 × {20 + 80 × (실적 − 최저) ÷ (최고 − 최저)} ÷ 100"


def test_a_step_table_that_calls_itself_so_is_the_execution_rate() -> None:
    steps = Measure(Formula.STEPS, (("steps", "90:100"),))
    rows = {
        name: indicator("C3", COMMON, "5", scale=Scale.MEASURE, measure=steps, name=name)
        for name in ("예산 집행률", "교육 실적")
    }
    assert named_formula(rows["예산 집행률"]).key == "execution"
    assert named_formula(rows["교육 실적"]).key == "steps"
    for row in rows.values():  # a name never changes a number
        assert exact_points(row, {"target": "100", "actual": "90"}) == 5


@pytest.mark.parametrize("language", LANGUAGES)
def test_parts_flags_and_reasons_have_words(language: str) -> None:
    keys = ("", "zero_target", "no_width", "scale_reversed", "survey_scale_missing")
    for said in (
        [part_word(part, language) for part in Part],
        [flag_words(flag, language) for flag in Flag],
        [why_words(NoPoints(key).why, language) for key in keys],
    ):
        assert all(said)
        assert len(set(said)) == len(said)
